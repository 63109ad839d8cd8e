"""Kind `unfinished`: paragraphs cut by a line end, and sentences that stop before they say anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report_lint.checks.once import together
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.text import Intervals, Span
from report_lint.wording import STOPS, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_SHOWN = 8  # characters before the line end that a finding marks
_MOST_EACH = 5
_NARROW = 4  # of so many lines one is cut: the lines of a narrow layout, and nobody's slip
_LONGEST = 100
# 为…, 为了…, 通过…, 随着…, 根据…, 按照…, 结合…, 围绕…
_OPENS = re.compile("[为通随根按结围](?:(?<=为)|(?<=通)过|(?<=随)着|(?<=根)据|(?<=按)照|(?<=结)合|(?<=围)绕)")
_STOP = re.compile(f"[{STOPS}]")
# “突出抓好以《宪法》《民法典》的宣传学习、…”: 为重点 is missing
_TITLES = re.compile(
    "以(?P<titles>(?:《[^《》\n]{1,60}》[、和及与]?){1,12})等?的(?P<act>[\u4e00-\u9fff]{2,4}?)(?=[，。；、])"
)


class UnfinishedParams(Params):
    """`openers` are what a sentence may begin with that has yet to say who does what; each clause of it must.

    `main` are the verbs of a main clause: a sentence with one of them is whole. `acts` follow 以《…》的.
    """

    openers: WordingList
    main: WordingList
    acts: WordingList


def check(params: UnfinishedParams, document: Document) -> Iterator[Problem]:
    """Report cut paragraphs one by one as long as they are few, and fragments as hints."""
    yield from _cut(document)
    yield from _fragments(params, document)
    yield from _titles(params, document)


def _cut(document: Document) -> Iterator[Problem]:
    furniture = Intervals(document.cover.furniture)
    gaps = [gap for gap in document.breaks if not furniture.overlaps(*gap)]
    if len(gaps) > _MOST_EACH and len(gaps) * _NARROW > document.lines.line_count:
        return
    problems = (_cut_at(gap, document) for gap in gaps)
    yield from problems if len(gaps) <= _MOST_EACH else together(problems, "cuts")


def _cut_at(gap: Span, document: Document) -> Problem:
    text = document.text
    first = max(gap.start - _SHOWN, text.rfind("\n", 0, gap.start) + 1)
    span = Span(first, gap.start)
    return Problem(span, {"written": span.of(text).strip()}, changes=(Change(gap, ""),))


def _fragments(params: UnfinishedParams, document: Document) -> Iterator[Problem]:
    text = document.folded.text
    body = document.cover.body
    first, last = document.folded.folded(body.start), document.folded.folded(body.end)
    for match in _OPENS.finditer(text, first, last):
        start = match.start()
        if start > first and text[start - 1] not in STOPS:
            continue
        stop = _STOP.search(text, start, start + _LONGEST)
        if stop is None or stop[0] != "。":
            continue
        clauses = text[start : stop.start()].split("，")
        if all(params.openers.search(clause) for clause in clauses) and not params.main.search(
            text[start : stop.end()]
        ):
            span = document.folded.span(start, stop.end())
            if document.section_at(span.start) is None or not _in_heading(span, document):
                yield Problem(span, {"opener": match[0]}, variant="fragment")


def _in_heading(span: Span, document: Document) -> bool:
    section = document.section_at(span.start)
    return section is not None and section.heading.overlaps(span)


def _titles(params: UnfinishedParams, document: Document) -> Iterator[Problem]:
    text = document.folded.text
    if "以《" not in text:
        return
    for match in _TITLES.finditer(text):
        if params.acts.search(match["act"]):
            span = document.folded.span(*match.span())
            yield Problem(span, {"act": match["act"]}, variant="titles")


KIND = CheckKind("unfinished", UnfinishedParams, check)
