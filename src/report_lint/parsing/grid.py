"""How a folded text is divided: paragraphs, sentences, clauses, headings, titles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.regions import BLANK
from report_lint.parsing.sentences import sentence_ends
from report_lint.parsing.title_spans import title_spans
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARAGRAPH_END = lazy_pattern("[\n\r\u2028\u2029\x0b\x0c\x85]")
_CLAUSE_END = lazy_pattern(f"[，。；：！？\n\r\u2028{BLANK}]")
_LONGEST = 60  # characters of a clause shown before and after what was found
_BLANKS = f" \n{BLANK}"


class Grid:
    """The divisions of a text; `headings` are the places of its headings, in order."""

    def __init__(self, text: str, headings: Sequence[tuple[int, int]]) -> None:
        """Find where paragraphs and sentences begin; a heading begins one of each."""
        self._text = text
        self._headings = headings
        starts = [start for start, _ in headings]
        self.paragraphs = [0, *(match.end() for match in _PARAGRAPH_END.finditer(text))]
        self.breaks = sorted({*starts, *self.paragraphs})  # no subject is carried over these
        self.sentences = sorted({0, *starts, *sentence_ends(text, 0, len(text))})
        self.titles = list(title_spans(text))

    def sentence(self, offset: int) -> Span:
        """Return the sentence that an offset stands in."""
        return self._sentence_spans[bisect_right(self.sentences, offset) - 1]

    def paragraph(self, offset: int) -> Span:
        """Return the paragraph that an offset stands in."""
        return self._paragraph_spans[bisect_right(self.paragraphs, offset) - 1]

    @cached_property
    def _sentence_spans(self) -> Sequence[Span]:
        return [Span(*bounds) for bounds in pairwise([*self.sentences, len(self._text)])]

    @cached_property
    def _paragraph_spans(self) -> Sequence[Span]:
        return [Span(*bounds) for bounds in pairwise([*self.paragraphs, len(self._text)])]

    def sentences_in(self, span: Span) -> list[str]:
        """Return the sentences that begin in a span, blanked ones included."""
        first, last = bisect_left(self.sentences, span.start), bisect_left(self.sentences, span.end)
        bounds = [span.start, *self.sentences[first:last], span.end]
        return [self._text[start:end].strip(_BLANKS) for start, end in pairwise(bounds)]

    @cached_property
    def clause_ends(self) -> Sequence[int]:
        """Return the places of the marks that end clauses."""
        return [match.start() for match in _CLAUSE_END.finditer(self._text)]

    def clause(self, span: Span) -> Span:
        """Return a span widened to the clauses it stands in, so that a reader sees what is said."""
        ends = self.clause_ends
        before, after = bisect_right(ends, span.start - 1) - 1, bisect_left(ends, span.end)
        start = ends[before] + 1 if before >= 0 else 0
        end = ends[after] if after < len(ends) else len(self._text)
        return Span(max(start, span.start - _LONGEST), min(end, span.end + _LONGEST))

    def in_heading(self, offset: int) -> bool:
        """Tell whether an offset stands in a heading."""
        at = bisect_right(self._headings, (offset + 1,)) - 1
        return at >= 0 and offset < self._headings[at][1]

    def title(self, offset: int) -> tuple[int, int] | None:
        """Return the title 《…》 that an offset stands in."""
        at = bisect_right(self.titles, (offset + 1,)) - 1
        return self.titles[at] if at >= 0 and offset < self.titles[at][1] else None

    @cached_property
    def titled(self) -> Intervals:
        """Return where titles stand."""
        return Intervals(self.titles)


def last_clause(text: str) -> str:
    """Return what stands behind the last mark of a text."""
    return _CLAUSE_END.split(text)[-1]


def first_clause(text: str) -> str:
    """Return what stands in front of the first mark of a text."""
    return _CLAUSE_END.split(text)[0]
