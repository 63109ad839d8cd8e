"""Kind `stale-year`: counts of an earlier year told as work of the report year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.once import together_if_many
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import around, furniture_of, within
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import YEAR, parse_year
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

# The year opens a clause: “2022年全年开展检查60次”.
_YEAR = lazy_pattern(f"年(?<=({YEAR})年)")
_YEAR_LENGTH = 5
_OPENS = "。；！？\n，：、"


class StaleYearParams(Params):
    """`counted` acts follow the year at once (^全年…开展…#次); words `beside` compare or tell of the past.

    Words of what came of it `since` (反馈问题12个，已整改) spare it too, not the count of a `whole` year (^全年).
    Cases `carried` over (2023年受理的3件) and what the report year did with them are work of the report year.
    """

    counted: WordingList
    beside: WordingList = EMPTY
    since: WordingList = EMPTY
    whole: WordingList = EMPTY
    carried: WordingList = EMPTY


def check(params: StaleYearParams, document: Document) -> Iterator[Problem]:
    """Report earlier years that govern a count among the achievements."""
    yield from together_if_many(_found(params, document), "many")


def _found(params: StaleYearParams, document: Document) -> Iterator[Problem]:
    text, year = document.folded.text, document.cover.year
    furniture = furniture_of(document)
    if year.value is None or year.confidence != "sure":
        return
    for match in _YEAR.finditer(text):
        given, start = parse_year(match[1]), match.end() - _YEAR_LENGTH
        if given is None or given >= year.value or (start > 0 and text[start - 1] not in _OPENS):
            continue
        before, behind = around(text, start, match.end())
        clause = behind.partition("，")[0]
        span = document.folded.span(start, match.end())
        if not params.counted.search(clause) or params.beside.search(before + behind):
            continue
        if params.carried.search(clause) or f"{year.value}年" in before + behind:
            continue
        told = clause if params.whole.search(clause) else behind
        if params.since.search(before + told):
            continue
        work = within(document, span, ("achievements", "first-responsible"))
        if work and not within(document, span, ("plan", "shortcomings")) and not furniture.overlaps(*span):
            yield Problem(span, {"year": year.value, "y": given})


KIND = CheckKind("stale-year", StaleYearParams, check)
