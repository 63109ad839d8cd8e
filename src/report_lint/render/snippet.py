"""The line that a finding stands in, with the place underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.render.layout import cell_len, cut, visible

if TYPE_CHECKING:
    from report_lint.report import Range

_ELLIPSIS = "…"
_BREAKS = "\r\n"


def line_of(text: str, where: Range) -> tuple[str, str, str]:
    """Return the line of a place in three pieces: before it, the place itself, after it.

    Of a place over several lines the first line is shown; blanks at either end of it are not.
    """
    start, end = where.start.offset, where.end.offset
    after_break = start + len(text[start:end]) - len(text[start:end].lstrip(_BREAKS))
    if after_break < end:
        start = after_break
    line_start = max(text.rfind(mark, 0, start) for mark in _BREAKS) + 1
    breaks = [at for mark in _BREAKS if (at := text.find(mark, start)) >= 0]
    line_end = min(breaks, default=len(text))
    return text[line_start:start], text[start : min(end, line_end)], text[min(end, line_end) : line_end]


def snippet(text: str, where: Range, cells: int) -> tuple[str, str]:
    """Return a line that fits into so many cells, and the marks to print under it.

    Of a line that is too long, the place and what stands around it is kept.
    """
    before, marked, after = line_of(text, where)
    before, marked, after = _near(before, cells, last=True), _near(marked, cells), _near(after, cells)
    before, after = before.lstrip() if not before.strip() else before, after.rstrip()
    if cell_len(before + marked + after) > cells:
        before, marked, after = _cut_around(before, marked, after, cells)
    return (before + marked + after).rstrip(), " " * cell_len(before) + "━" * max(cell_len(marked), 1)


def _near(text: str, cells: int, *, last: bool = False) -> str:
    """Return no more of a text than could be shown; a line may have millions of characters."""
    limit = 2 * cells  # characters that take no cell are dropped below
    return visible(text[-limit:] if last else text[:limit])


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
