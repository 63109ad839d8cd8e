"""Kind `unfinished`: paragraphs cut by a line end, and sentences that stop before they say anything."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from report_lint.checks.cuts import cuts
from report_lint.checks.once import together, together_if_many
from report_lint.checks.plain import PlainList
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import HAN
from report_lint.parsing.damage import characters_damaged
from report_lint.parsing.strings import Strings
from report_lint.text import Span
from report_lint.wording import STOPS, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_SHOWN = 8  # characters before the line end that a finding marks
_MOST_EACH = 5
_NARROW = 4  # of so many lines one is cut: the lines of a narrow layout, and nobody's slip
_LONGEST = 100
# 为…, 通过…, 随着…, 根据…, 按照…, 结合…, 围绕…: the first character makes the search fast
_OPENS = lazy_pattern("[为通随根按结围](?:(?<=为)|(?<=通)过|(?<=随)着|(?<=根)据|(?<=按)照|(?<=结)合|(?<=围)绕)")
_STOP = lazy_pattern(f"[{STOPS}]")
_DIGIT = lazy_pattern("[0-9]")
# “突出抓好以《宪法》《民法典》的宣传学习、…”: 为重点 is missing
_TITLES = f"以(?:《[^《》\n]{{1,60}}》[、和及与]?){{1,12}}等?的(?P<act>{HAN}{{2,4}})(?=[，。；、])"


class UnfinishedParams(Params):
    """`openers` are what a sentence may begin with that has yet to say who does what; each clause of it must.

    `main` are the verbs of a main clause: a sentence with one of them, or with a number, is whole. Only what ends with
    one of `ends` is no sentence. `acts` follow 以《…》的.
    """

    openers: WordingList
    main: PlainList
    ends: tuple[str, ...]
    acts: WordingList

    @cached_property
    def verbs(self) -> Strings:
        """Return the matcher of the verbs of a main clause."""
        return Strings(self.main.strings)


def check(params: UnfinishedParams, document: Document) -> Iterator[Problem]:
    """Report cut paragraphs one by one as long as they are few, and fragments as hints."""
    yield from _cut(document)
    fragments = (
        Problem(span, {"opener": opener, "places": ""}, "fragment") for span, opener in _fragments(params, document)
    )
    yield from together_if_many(fragments)
    text = document.folded.text
    for match in re.finditer(_TITLES, text) if "以《" in text else ():
        if params.acts.search(match["act"]):
            yield Problem(document.folded.span(*match.span()), {"act": match["act"]}, variant="titles")


def _cut(document: Document) -> Iterator[Problem]:
    narrow = len(document.breaks) > _MOST_EACH and len(document.breaks) * _NARROW > document.lines.line_count
    if narrow or characters_damaged(document.source):
        return
    gaps = cuts(document)
    problems = [_cut_at(gap, document) for gap in gaps]
    yield from problems if len(gaps) <= _MOST_EACH else together(problems, "cuts")


def _cut_at(gap: Span, document: Document) -> Problem:
    text = document.text
    span = Span(max(gap.start - _SHOWN, text.rfind("\n", 0, gap.start) + 1), gap.start)
    begins = text[span.start - 1 : span.start] in ("", "\n", *"，。；：、")
    return Problem(span, {"written": f"{'' if begins else '…'}{span.of(text).strip()}"}, changes=(Change(gap, ""),))


def _fragments(params: UnfinishedParams, document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the sentences of the body that are all opening and no statement, each with the word that opens it."""
    folded = document.folded
    text = folded.text
    first, last = map(folded.folded, document.cover.body)
    for match in _OPENS.finditer(text, first, last):
        start = match.start()
        if start > first and text[start - 1] not in STOPS:
            continue
        stop = _STOP.search(text, start, start + _LONGEST)
        if stop is None or stop[0] != "。":
            continue
        sentence = text[start : stop.start()]
        if not sentence.endswith(params.ends) or _DIGIT.search(sentence) or params.verbs.find(sentence):
            continue
        span = folded.span(start, stop.end())
        section = document.section_at(span.start)
        opening = all(params.openers.search(clause) for clause in sentence.split("，"))
        if opening and (section is None or not section.heading.overlaps(span)):
            yield span, match[0]


KIND = CheckKind("unfinished", UnfinishedParams, check)
