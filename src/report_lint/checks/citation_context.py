"""What a citation is judged by: the year, and the sentence around it with every title masked."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.sentences import sentence_spans

if TYPE_CHECKING:
    import re
    from datetime import date

    from report_lint.document import Document
    from report_lint.instruments import Citation

_OTHER, _THIS = "《□》", "《■》"
_LIST_BEFORE = lazy_pattern("(?:《□》(?:[、，]|和|及|与|或|以及)*)+$")
_LIST_AFTER = lazy_pattern("^(?:(?:[、，]|和|及|与|或|以及)*《□》)+")
_CLAUSE_END = lazy_pattern("[，；：]")
_PARAGRAPH_ENDS = "\n\r\u2028\u2029\x0b\x0c\x85"
_REACH = 600


@dataclass(frozen=True, slots=True)
class Context:
    """What is written around a citation, folded and without titles.

    `clause` is the part of the sentence between two commas that holds it (its mark included), `following` the
    one after that. `before` and `after` are the rest of the sentence on either side; `before_list` and
    `after_list` leave out the other titles of a list 《甲》《乙》和《丙》.
    """

    sentence: str
    clause: str
    following: str
    before: str
    after: str
    before_list: str
    after_list: str


def context_of(citation: Citation, document: Document) -> Context:
    """Return the context of a citation."""
    masked = _masked_sentence(citation, document)
    before, _, after = masked.partition(_THIS)
    starts = [match.end() for match in _CLAUSE_END.finditer(_LIST_BEFORE.sub(_blanked, before))]
    begin = starts[-1] if starts else 0
    ends = [match.start() for match in _CLAUSE_END.finditer(_LIST_AFTER.sub(_blanked, after))]
    end = ends[0] if ends else len(after)
    following = after[end + 1 : ends[1] if len(ends) > 1 else len(after)]
    return Context(
        sentence=masked,
        clause=before[begin:] + _THIS + after[:end],
        following=following,
        before=before,
        after=after,
        before_list=_LIST_BEFORE.sub("", before),
        after_list=_LIST_AFTER.sub("", after),
    )


def judged_year(document: Document) -> int | None:
    """Return the year of the report; of a report with a day only, the year before, which is the milder one."""
    if document.cover.year.value is not None:
        return document.cover.year.value
    return document.day.year - 1 if document.day is not None else None


def written_day(day: date) -> str:
    """Return a day as reports write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def _blanked(match: re.Match[str]) -> str:
    return "□" * len(match[0])


def _masked_sentence(citation: Citation, document: Document) -> str:
    """Return the folded sentence with □ for the other titles and ■ for this one."""
    folded, span = document.folded, citation.span
    text, at, after = folded.text, folded.folded(span.start), folded.folded(span.end)
    start = max((text.rfind(end, max(0, at - _REACH), at) for end in _PARAGRAPH_ENDS), default=-1) + 1
    start = max(start, at - _REACH)
    stops = [stop for end in _PARAGRAPH_ENDS if (stop := text.find(end, after, after + _REACH)) >= 0]
    end = min(stops, default=min(len(text), after + _REACH))
    pieces, at = [], start
    first = bisect_left(document.citations, start, key=lambda one: folded.folded(one.span.end))
    last = bisect_left(document.citations, end, key=lambda one: folded.folded(one.span.start))
    for other in document.citations[first:last]:
        if other.form == "reference" and other.span != span:  # 该法 and 上述条例 are words of the sentence
            continue
        mark = _THIS if other.span == span else _OTHER
        pieces += [text[at : folded.folded(other.span.start)], mark]
        at = folded.folded(other.span.end)
    masked = "".join((*pieces, text[at:end]))
    this = masked.index(_THIS)
    for sentence in sentence_spans(masked, 0, len(masked)):
        if sentence.start <= this < sentence.end:
            return sentence.of(masked)
    return masked
