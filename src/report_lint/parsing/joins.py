"""Line ends that cut a paragraph in two: a page break, or the hard line ends of a copied page."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import BLANKS, BREAKS
from report_lint.parsing.numbering import number_at
from report_lint.text import Span

if TYPE_CHECKING:
    from report_lint.document import Cover, Section
    from report_lint.text import SourceText

_GAP = lazy_pattern(f"[{BREAKS}][{BLANKS}{BREAKS}]*")
_ONE_BREAK = lazy_pattern(f"[{BLANKS}]*(?:\r\n|[{BREAKS}])")
_INK = lazy_pattern(f"[^{BLANKS}{BREAKS}]")
_OPEN = frozenset("，、,（《“‘")  # a line that ends so goes on, whatever stands between
_CLOSED = frozenset("。！？；：.!?;:…*|")
_FULL_LINE = 20  # characters; a shorter line may be a heading
# “一是…”, “第一，…”, “首先…”, a list, a table, a quote: a new paragraph whatever stands before it
_BEGINS = lazy_pattern(
    "[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,3}[，、,：:]|首先|其次|[-#*>|•●◆■★☆·【<]"
)
_MARKS = f"{BLANKS}#*"


def broken_lines(source: SourceText, cover: Cover, sections: tuple[Section, ...]) -> tuple[Span, ...]:
    """Return the line ends inside paragraphs, with the blanks and the page number around them, in order."""
    text, region = source.text, cover.body
    furniture = {span.start: span.end for span in cover.furniture}
    begins = _Begins(source, sections, region.end)
    gaps: list[Span] = []
    line = region.start
    for match in _GAP.finditer(text, region.start, region.end):
        if match.start() < line:
            continue
        end = line + len(text[line : match.start()].rstrip(BLANKS))
        after = _past_furniture(text, match.end(), furniture)
        gap = Span(end, after)
        if line < end and after < region.end and _goes_on(source, line, gap) and not begins.at(after):
            gaps.append(gap)
        line = after
    return tuple(gaps)


def _past_furniture(text: str, at: int, furniture: dict[int, int]) -> int:
    """Return where the text goes on behind a page number that may stand at an offset."""
    while (end := furniture.get(at)) is not None:
        gap = _GAP.match(text, end)
        at = gap.end() if gap else end
    return at


def _goes_on(source: SourceText, line: int, gap: Span) -> bool:
    """Tell whether the line from `line` to a gap shows that its sentence is not at its end.

    “对不适应的文件，⏎及时予以修改”; without a comma the line must be a full one, and the next one must
    follow at once or behind a page number, without the blanks of a new paragraph. The paragraphs
    of a Word file are whole, unless a comma says otherwise.
    """
    text = source.text
    last = text[gap.start - 1]
    if last in _CLOSED or _BEGINS.match(text, gap.end):
        return False
    if last in _OPEN or source.pieces:
        return last in _OPEN
    full = gap.start - line >= _FULL_LINE and text[gap.end - 1] not in BLANKS
    return full and (_ONE_BREAK.fullmatch(text, *gap) is not None or _INK.search(text, *gap) is not None)


class _Begins:
    """Where something surely begins: a heading, the text under one, a number, a cell of a table."""

    def __init__(self, source: SourceText, sections: tuple[Section, ...], end: int) -> None:
        self._text = source.text
        self._end = end
        self._headings = [section.heading.start for section in sections]
        self._bodies = {section.body.start for section in sections if not section.run_in}
        self._cells = {piece.span.start for piece in source.pieces if piece.in_table}

    def at(self, offset: int) -> bool:
        """Tell whether something begins at an offset; hashes and stars may stand before it."""
        if offset in self._bodies or offset in self._cells:
            return True
        place = bisect_left(self._headings, offset)
        following = self._headings[place] if place < len(self._headings) else self._end
        if following - offset < _FULL_LINE and not self._text[offset:following].strip(_MARKS):
            return True
        return number_at(self._text, offset, self._end) is not None
