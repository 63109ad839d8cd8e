"""The line that a finding stands in, with the place underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.render.layout import cell_len, cut, visible

if TYPE_CHECKING:
    from report_lint.report import Range

_ELLIPSIS = "…"
_BREAKS = "\r\n"
_BREAK = lazy_pattern(f"[{_BREAKS}]")


def line_of(text: str, where: Range, most: int) -> tuple[str, str, str]:
    """Return the line of a place in three pieces: the place itself, and at most so many characters around it.

    Of a place over several lines the first line is shown; blanks at either end of it are not.
    """
    start, end = where.start.offset, where.end.offset
    after_break = start + len(text[start:end]) - len(text[start:end].lstrip(_BREAKS))
    if after_break < end:
        start = after_break
    first = max(start - most, 0)
    line_start = max(first, *(text.rfind(mark, first, start) + 1 for mark in _BREAKS))
    found = _BREAK.search(text, start, end + most)
    line_end = found.start() if found else end + most
    return text[line_start:start], text[start : min(end, line_end)], text[min(end, line_end) : line_end]


def snippet(text: str, where: Range, cells: int) -> tuple[str, str]:
    """Return a line that fits into so many cells, and the marks to print under it.

    Of a line that is too long, the place and what stands around it is kept.
    """
    most = 2 * cells  # characters that take no cell are dropped below; a line may have millions of characters
    before, marked, after = line_of(text, where, most)
    before, marked, after = visible(before), visible(marked[:most]), visible(after)
    before, after = before.lstrip() if not before.strip() else before, after.rstrip()
    if cell_len(before + marked + after) > cells:
        before, marked, after = _cut_around(before, marked, after, cells)
    return (before + marked + after).rstrip(), " " * cell_len(before) + "━" * max(cell_len(marked), 1)


def _cut_around(before: str, marked: str, after: str, cells: int) -> tuple[str, str, str]:
    """Return the pieces with … where something was left out; the place itself goes first."""
    room = cells - 2 * cell_len(_ELLIPSIS)
    shown = cut(marked, room)
    after = marked[len(shown) :] + after
    free = room - cell_len(shown)
    left = cut(before[::-1], free - min(cell_len(after), free // 2))[::-1]
    right = cut(after, free - cell_len(left))
    return (
        left if left == before else _ELLIPSIS + left,
        shown,
        right if right == after else right + _ELLIPSIS,
    )
