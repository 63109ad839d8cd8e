"""Line ends that cut a paragraph in two, those of the outline and those between paragraphs of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import BLANKS, BREAKS, HAN
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from report_lint.document import Document

# “…工作力量比较薄⏎⏎弱，执法监督…”: no mark before the line end, no blanks of a new paragraph behind it
_END = lazy_pattern(f"[{BREAKS}](?<=(?:{HAN}|[，、])[{BREAKS}])[{BREAKS}]*(?={HAN}|[《“])")
_GOES_ON = "，、（《“‘"
_SHORTEST, _LONG = 15, 40
# What may begin a paragraph whatever stands before it.
_BEGINS = lazy_pattern(
    "[一二三四五六七八九十]{1,3}[是、）]|第[一二三四五六七八九十]|首先|其次|再次|最后|同时|此外|另外|附件|附：|抄送|签发|联系人|特此|以上|现将"
    "|截至|今年|去年|近年|20[0-9]{2}年|其[一二三四五中]"
)
_PROSE = lazy_pattern("[。；;]")


def cuts(document: Document) -> list[Span]:
    """Return the gaps between the halves of cut paragraphs, in order; a page number between them cuts nothing."""
    text, furniture = document.text, Intervals(document.cover.furniture)
    known = Intervals(document.breaks)
    others = (Span(*match.span()) for match in _END.finditer(text, *document.cover.body))
    gaps = [*document.breaks, *(gap for gap in others if not known.overlaps(*gap))]
    skipped = _Skipped(document)
    return [gap for gap in sorted(gaps) if not furniture.overlaps(gap.start, gap.end + 1) and _cuts(text, gap, skipped)]


class _Skipped:
    """What is no paragraph of prose: headings and the cells of tables."""

    def __init__(self, document: Document) -> None:
        self._starts = {section.heading.start for section in document.sections}
        self._ends = {section.heading.end for section in document.sections}
        self._cells = Intervals(piece.span for piece in document.source.pieces if piece.in_table)

    def borders(self, gap: Span) -> bool:
        """Tell whether one of them stands beside a gap."""
        return gap.start in self._ends or gap.end in self._starts or self._cells.overlaps(gap.start - 1, gap.end + 1)


def _cuts(text: str, gap: Span, skipped: _Skipped) -> bool:
    """Tell whether a sentence stands on both sides of a gap; a heading without a number goes before a paragraph."""
    if skipped.borders(gap):
        return False
    if text[gap.start - 1] in _GOES_ON:
        listed = text[gap.start - 2 : gap.start] == "》、"  # each title on a line of its own
        return not listed and _BEGINS.match(text, gap.end) is None
    line = text[text.rfind("\n", 0, gap.start) + 1 : gap.start].strip(BLANKS)
    following = text[gap.end : end if (end := text.find("\n", gap.end)) >= 0 else len(text)]
    whole = (len(line) >= _SHORTEST and _PROSE.search(line)) or (len(line) >= _LONG and "，" in line)
    return bool(whole) and _PROSE.search(following) is not None and _BEGINS.match(following) is None
