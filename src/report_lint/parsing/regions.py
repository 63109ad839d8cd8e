"""Where a report speaks of the head, and what in it counts for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from report_lint.document import Document

Region = Literal["person", "out", "else"]

PERSON_PART = "first-responsible"
BLANK = "\0"
# What is planned, wanting or asked for has not been done.
_NOT_DONE = ("shortcomings", "plan", "other")


def find_regions(document: Document, base: int) -> list[tuple[int, Region]]:
    """Return where regions begin: those of blocks inside others win, and the head's part over equal ones."""
    spans: list[tuple[int, int, Region]] = [
        (block.span.start, -block.span.end, region)
        for part in document.parts
        for block in part.blocks
        if (region := _region_of(part.id)) != "else"
    ]
    spans += [(span.start, -span.end, "out") for span in document.cover.furniture]
    # A heading that repeats the norm's words names the duty and shows nothing.
    spans += [(at.start, -at.end, "out") for block in document.part(PERSON_PART).own if (at := block.heading)]
    fold = document.folded.folded
    return list(_innermost((fold(start) - base, fold(-end) - base, region) for start, end, region in sorted(spans)))


def _region_of(part_id: str) -> Region:
    if part_id == PERSON_PART:
        return "person"
    return "out" if part_id in _NOT_DONE else "else"


def _innermost(spans: Iterable[tuple[int, int, Region]]) -> Iterator[tuple[int, Region]]:
    """Turn nested spans, sorted by start and the longer first, into a list of places where the region changes."""
    open_spans: list[tuple[int, Region]] = []
    for start, end, region in spans:
        yield from _closed(open_spans, start)
        open_spans.append((min(end, open_spans[-1][0]) if open_spans else end, region))
        yield start, region
    yield from _closed(open_spans, None)


def _closed(open_spans: list[tuple[int, Region]], until: int | None) -> Iterator[tuple[int, Region]]:
    while open_spans and (until is None or open_spans[-1][0] <= until):
        end, _ = open_spans.pop()
        yield end, open_spans[-1][1] if open_spans else "else"


def without_out(text: str, regions: Sequence[tuple[int, Region]]) -> str:
    """Return the text with what counts for nothing blanked out; a line end keeps the subject from crossing it."""
    pieces: list[str] = []
    done = 0
    ends = [start for start, _ in regions[1:]]
    for (start, region), end in zip(regions, [*ends, len(text)], strict=False):
        first, last = max(start, done), min(end, len(text))
        if region == "out" and last > first:
            pieces.append(text[done:first])
            pieces.append("\n" + BLANK * (last - first - 1))
            done = last
    pieces.append(text[done:])
    return "".join(pieces)
