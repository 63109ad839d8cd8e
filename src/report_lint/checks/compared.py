"""The paragraphs of a report as reports are compared by: without headings, opening, titles and set political words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import BREAKS
from report_lint.parsing.title_spans import title_spans
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from report_lint.document import Document
    from report_lint.wording import Wordings

SHINGLE = 8  # characters: shorter ones are shared by chance

_LINE = lazy_pattern(f"[^{BREAKS}]+")
# “2023年度” against “2024年度” makes no difference; marks do not either, since web copies lose them.
_YEAR = lazy_pattern("(?:20[0-9]{2}|二[〇○零][一二三四五六七八九〇○零]{2})年度?")
_MARKS = lazy_pattern(r"(?<![0-9])\.|\.(?![0-9])|[^\w.%]+")
_LEADING = lazy_pattern("[。：:；，、\\s]*")  # “（一）规范执法。开展检查…”: the mark goes with the heading
_OPENING = 600  # a longer stretch without headings is no opening


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: where it stands in the folded text, the words compared, whether it tells of shortcomings."""

    span: Span
    words: str
    shortcomings: bool = False

    @property
    def shingles(self) -> Iterator[str]:
        """Yield every stretch of `SHINGLE` characters."""
        return (self.words[at : at + SHINGLE] for at in range(len(self.words) - SHINGLE + 1))


def paragraphs(document: Document, formulas: Wordings, *, leave_out: Iterable[str] = ()) -> Iterator[Paragraph]:
    """Yield the paragraphs behind the opening, those of the parts to `leave_out` excepted."""
    text = document.folded.text
    furniture = [_folded(document, span) for span in document.cover.furniture]
    left_out = Intervals(sorted([*_spans(document, leave_out), *furniture]))
    gap = Intervals(sorted(_spans(document, ["shortcomings"])))
    for first, end in _pieces(document):
        leading = _LEADING.match(text, first, end)
        start = leading.end() if leading else first
        words = _words(text[start:end], formulas)
        if words and not left_out.overlaps(start, end):
            yield Paragraph(Span(start, end), words, gap.overlaps(start, end))


def _pieces(document: Document) -> Iterator[tuple[int, int]]:
    """Yield what is left of each line without the headings in it; a report without line ends is cut at them."""
    headings = sorted(_folded(document, section.heading) for section in document.sections)
    at = 0
    for line in _LINE.finditer(
        document.folded.text, _start(document, headings), document.folded.folded(document.cover.body.end)
    ):
        start, end = line.span()
        while at < len(headings) and headings[at].start < end:
            if headings[at].start > start:
                yield start, headings[at].start
            start = max(start, headings[at].end)
            at += 1
        if start < end:
            yield start, end


def _words(text: str, formulas: Wordings) -> str:
    pieces, done = [], 0
    for start, end in title_spans(text):
        pieces.append(text[done:start])
        done = end
    plain = formulas.masked("".join([*pieces, text[done:]]))
    return _MARKS.sub("", _YEAR.sub("", plain))


def _start(document: Document, headings: list[Span]) -> int:
    """Return where the body begins behind the opening: 现将…报告如下, else what stands before the first heading."""
    cover = document.cover
    start = document.folded.folded(cover.body.start)
    if cover.opening is not None:
        start = max(start, document.folded.folded(cover.opening.end))
        rest = _LINE.match(document.folded.text, start)
        following = [heading.start for heading in headings if heading.start >= start]
        return min([rest.end() if rest else start, *following])
    first = headings[0].start if headings else start
    return first if start <= first < start + _OPENING else start


def _spans(document: Document, parts: Iterable[str]) -> list[Span]:
    return [_folded(document, block.span) for part in parts for block in document.part(part).own]


def _folded(document: Document, span: Span) -> Span:
    return Span(document.folded.folded(span.start), document.folded.folded(span.end))
