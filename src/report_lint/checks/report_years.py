"""The years that the headings of the parts name, and what stands around a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.parsing.year import year_places
from report_lint.text import Intervals, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from report_lint.document import Block, Document
    from report_lint.text import Span

_STOPS = "。；！？\n"
_CLAUSE_STOPS = _STOPS + "，："
_REACH = 120
_HEADING_START = 8  # “一、我局2024年度…”: the year of a heading stands at its beginning


def headings_of(document: Document, parts: Iterable[str]) -> Iterator[Block]:
    """Yield the blocks that are sections of the highest level and belong to one of these parts alone."""
    for part in parts:
        for block in document.part(part).blocks:
            section = document.sections[block.section] if block.section is not None else None
            if block.kind == "section" and section is not None and section.parent is None:
                yield block


def headed_years(document: Document, parts: Iterable[str]) -> Iterator[tuple[int, Span]]:
    """Yield the year of each heading of these parts that names exactly one, and its place."""
    for block in headings_of(document, parts):
        section = document.sections[block.section or 0]
        folded = fold(document.text, *section.heading)
        found = year_places(folded)
        if len(found) == 1:
            year, span = found[0]
            if folded.folded(span.start) <= len(section.number) + _HEADING_START:
                yield year, span


def around(text: str, start: int, end: int, *, clause: bool = False) -> tuple[str, str]:
    """Return what stands before and behind a place of a folded text in its sentence, or in its clause."""
    stops = _CLAUSE_STOPS if clause else _STOPS
    before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    first = max(before.rfind(stop) for stop in stops) + 1
    last = min((at for at in map(behind.find, stops) if at >= 0), default=len(behind))
    return before[first:], behind[:last]


def within(document: Document, span: Span, parts: Iterable[str]) -> bool:
    """Tell whether a place stands in one of these parts."""
    return any(span.overlaps(block.span) for part in parts for block in document.part(part).blocks)


def furniture_of(document: Document) -> Intervals:
    """Return the lines of web pages and tables, which are no part of the report."""
    return Intervals(document.cover.furniture)
