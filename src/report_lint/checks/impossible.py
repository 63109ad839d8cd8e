"""Kind `impossible`: days that no calendar has, and shares above the whole."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from pydantic import Field

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import around, furniture_of
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import YEAR, parse_number, parse_year
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_CHINESE = "〇零一二三四五六七八九十"
# The pattern begins with the character that must be there; what stands before it is read backwards.
_DAY = lazy_pattern(f"月([0-9]{{1,3}}|[{_CHINESE}]{{1,3}})[日号]")
_MONTH = lazy_pattern(f"(?:({YEAR})年)?(?:(?<![0-9.．·/-])([0-9]{{1,2}})|(?<![{_CHINESE}百])([{_CHINESE}]{{1,3}}))$")
_BACK = 12
_RATE = lazy_pattern(
    "率(?:[均也已都]|分别|一直)?(?:为|达到|达|是|至|保持在|保持|稳定在)?([0-9]{1,4}(?:\\.[0-9]{1,4})?)%"
)
_WHOLE = 100.0
_MONTHS, _FEBRUARY, _LONGEST = 12, 2, 29


class ImpossibleParams(Params):
    """`rates` cannot be above 100 %; a rate of all cases (`of_none`) says nothing where there was `none`."""

    rates: tuple[str, ...] = Field(min_length=1)
    of_none: tuple[str, ...] = ()
    none: WordingList = EMPTY


def check(params: ImpossibleParams, document: Document) -> Iterator[Problem]:
    """Report impossible days and shares."""
    furniture = furniture_of(document)
    for problem in (*_days(document), *_rates(params, document)):
        if not furniture.overlaps(*problem.span):
            yield problem


def _days(document: Document) -> Iterator[Problem]:
    text = document.folded.text
    for match in _DAY.finditer(text):
        before = _MONTH.search(text, max(0, match.start() - _BACK), match.start())
        if before is None:
            continue
        month, day = parse_number(before[2] or before[3]), parse_number(match[1])
        year = parse_year(before[1]) if before[1] else None
        if month and day and (reason := _wrong(year, month, day)):
            span = document.folded.span(before.start(), match.end())
            yield Problem(span, {"reason": reason})


def _wrong(year: int | None, month: int, day: int) -> str | None:
    if month > _MONTHS:
        return "一年只有12个月"
    if month == _FEBRUARY and day == _LONGEST and year is not None:
        return None if monthrange(year, month)[1] == _LONGEST else f"{year}年2月只有28天"
    last = _LONGEST if month == _FEBRUARY else monthrange(2001, month)[1]
    return None if day <= last else f"{month}月没有{day}日"


def _rates(params: ImpossibleParams, document: Document) -> Iterator[Problem]:
    text = document.folded.text
    for match in _RATE.finditer(text):
        head = text[max(0, match.start() - _BACK) : match.start() + 1]
        rate = next((one for one in params.rates if head.endswith(one)), None)
        span = document.folded.span(match.start(1), match.end())
        if rate is not None and float(match[1]) > _WHOLE:
            yield Problem(span, {"reason": f"{rate}不会超过100%"})
        elif head.endswith(params.of_none) and params.of_none and float(match[1]) == _WHOLE:
            before, _ = around(text, *match.span())
            if params.none.search(before):
                yield Problem(span, {"reason": "前面写没有案件，比率没有意义"}, variant="empty")


KIND = CheckKind("impossible", ImpossibleParams, check)
