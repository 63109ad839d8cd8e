"""Where the titles 《…》 of a text stand, closed or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TITLE = lazy_pattern("《[^《》\n\r\u2028\u2029\x0b\x0c\x85]*》")
_TITLE_MARK = lazy_pattern("[《》\n\r\u2028\u2029\x0b\x0c\x85]")


def title_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the outermost titles 《…》; one that is never closed ends where another begins or the paragraph ends."""
    plain = [match.span() for match in _TITLE.finditer(text)]
    if len(plain) == text.count("《") == text.count("》"):  # none inside another, and none left open
        yield from plain
        return
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    for match in _TITLE_MARK.finditer(text):
        if match[0] == "《":
            opened.append(match.start())
        elif match[0] != "》":
            yield from _outermost(closed, opened, match.start())
            opened, closed = [], []
        elif opened:
            closed.append((opened.pop(), match.end()))
    yield from _outermost(closed, opened, len(text))


def _outermost(closed: Sequence[tuple[int, int]], opened: Sequence[int], paragraph: int) -> Iterator[tuple[int, int]]:
    """Yield the outermost titles of a paragraph; those never closed give way to what follows."""
    starts = sorted([*opened, *(start for start, _ in closed)])
    nexts = dict(zip(starts, [*starts[1:], paragraph], strict=False))
    done = 0
    for start, end in sorted([*closed, *((start, nexts[start]) for start in opened)]):
        if start >= done:
            yield start, end
            done = end
