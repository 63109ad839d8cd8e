"""Kind `partial-year`: counts that end before the year does, and 今年 in a report signed the year after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from report_lint.checks.once import together, together_if_many
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import around, furniture_of, within
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import YEAR, parse_year
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.text import Span

_PARTS = ("achievements", "first-responsible")
# 上半年, 前三季度, 1—9月, 1至11月, 截至2024年9月底; a month of two digits is 10 or 11
_PERIODS = ("上半年", "前三季度", "前三个季度")
_MONTHS = lazy_pattern(
    "(?:[-—–－~～至到]|截[至止]到?)(?P<year>" + YEAR + "年)?(?P<month>[1-9]|1[01])月(?:底|末|份|[0-9]{1,2}日)?"
)
_FROM_JANUARY = lazy_pattern("(?<![0-9])1月?$")


class PartialYearParams(Params):
    """`counts` behind a period make it one of counting; words `beside` compare or divide; `relative` words say 今年."""

    counts: WordingList
    beside: WordingList = EMPTY
    relative: tuple[str, ...] = ()


def check(params: PartialYearParams, document: Document) -> Iterator[Problem]:
    """Report counts that end early in a report signed the year after, and the first 今年."""
    yield from together_if_many(_found(params, document), "many")


def _found(params: PartialYearParams, document: Document) -> Iterator[Problem]:
    year, signed = document.cover.year.value, document.cover.signed_on
    if year is None or signed is None or signed.value < date(year + 1, 1, 1):
        return
    furniture = furniture_of(document)
    found = (*_counts(params, document, year), *together(_relative(params, document)))
    for problem in found:
        if not furniture.overlaps(*problem.span):
            yield problem


def _counts(params: PartialYearParams, document: Document, year: int) -> Iterator[Problem]:
    text = document.folded.text
    for start, end in sorted({*_named(text), *_to_month(text, year)}):
        span = document.folded.span(start, end)
        before, behind = around(text, start, end)
        counting = params.counts.search(behind) and not params.beside.search(before + behind)
        if counting and _told(document, span):
            yield Problem(span, {"until": text[start:end]})


def _named(text: str) -> Iterator[tuple[int, int]]:
    for word in _PERIODS:
        at = text.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = text.find(word, at + 1)


def _to_month(text: str, year: int) -> Iterator[tuple[int, int]]:
    for match in _MONTHS.finditer(text):
        start = match.start()
        if text[start] != "截":
            first = _FROM_JANUARY.search(text, max(0, start - 3), start)
            if first is None:
                continue
            start = first.start()
        if match["year"] is None or parse_year(match["year"]) == year:
            yield start, match.end()


def _relative(params: PartialYearParams, document: Document) -> Iterator[Problem]:
    text = document.folded.text
    for word in params.relative:
        at = text.find(word)
        while at >= 0:
            span = document.folded.span(at, at + len(word))
            if document.title_at(span) is None and _told(document, span):
                yield Problem(span, {"word": word, "until": word}, variant="relative")
            at = text.find(word, at + len(word))


def _told(document: Document, span: Span) -> bool:
    """Tell whether a place stands in what the report tells as done."""
    return within(document, span, _PARTS) and not within(document, span, ("plan", "shortcomings"))


KIND = CheckKind("partial-year", PartialYearParams, check)
