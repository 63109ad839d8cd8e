"""Kind `ordinal-day`: the number of a yearly day does not belong to the year (2024年第十个国家宪法日)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.report_years import around, within
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import YEAR, parse_number, parse_year
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from report_lint.document import Document

_ORDINAL = lazy_pattern("第([0-9]{1,3}|[〇零一二三四五六七八九十百]{1,4})[个届次]")
_YEAR = lazy_pattern(f"({YEAR})年")
# “第十一个“12·4”国家宪法日”, “第十一个全国宪法宣传周”
_BETWEEN = lazy_pattern('[“”"‘’（）]|全国|全民|12[·.．•・]4|4[·.．•・]15')
_BETWEEN_LENGTH = 14
_NEAR = 16  # “2024年12月4日是全国第十一个…”: the year that governs the number


class Day(Params):
    """A yearly day and the year of the first one; `certain` facts may carry an error."""

    name: str = Field(min_length=2)
    first: int = Field(ge=1949, le=2099)
    certain: bool = False


class OrdinalDayParams(Params):
    """The days; a number in a sentence that quotes the `past` is not compared with the report year."""

    days: tuple[Day, ...] = Field(min_length=1)
    past: WordingList = EMPTY

    @cached_property
    def by_length(self) -> tuple[Day, ...]:
        """Return the days, the longest names first."""
        return tuple(sorted(self.days, key=lambda day: -len(day.name)))


def check(params: OrdinalDayParams, document: Document) -> Iterator[Problem]:
    """Report numbers that are not those of the year in the same clause, or else of the report's year."""
    text = document.folded.text
    if not any(day.name in text for day in params.days):
        return
    for match in _ORDINAL.finditer(text):
        behind = _BETWEEN.sub("", text[match.end() : match.end() + _BETWEEN_LENGTH])
        day = next((one for one in params.by_length if behind.startswith(one.name.removeprefix("全民"))), None)
        number = parse_number(match[1])
        if day is not None and number:
            yield from _problem(params, document, day, match, number)


def _problem(
    params: OrdinalDayParams, document: Document, day: Day, match: re.Match[str], number: int
) -> Iterator[Problem]:
    text, year = document.folded.text, document.cover.year.value
    span, digits = document.folded.span(*match.span()), document.folded.span(*match.span(1))
    before, behind = around(text, *match.span())
    named = [(parse_year(one[1]), len(before) - one.end()) for one in _YEAR.finditer(before)]
    variant: str | None
    if named:
        expected, away = named[-1]
        clause, _ = around(text, *match.span(), clause=True)
        near = away <= min(_NEAR, len(clause))
        variant = None if day.certain and near else "by-report-year"
        if any(one is not None and number == one - day.first + 1 for one, _ in named):
            return
        if not near and params.past.search(before + behind):
            return
    else:
        expected, variant = year, "by-report-year"
        planned = year is not None and within(document, span, ("plan",)) and number == year + 1 - day.first + 1
        if planned or document.cover.year.confidence == "unknown" or params.past.search(before + behind):
            return
    if expected is None or expected < day.first or number == expected - day.first + 1:
        return
    right = _as_written(expected - day.first + 1, match[1])
    fields = {"day": day.name, "year": expected, "right": right, "found": match[1]}
    yield Problem(span, fields, variant=variant, title=f"改为“{right}”", changes=(Change(digits, right),))


def _as_written(number: int, like: str) -> str:
    if like.isascii():
        return str(number)
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")


KIND = CheckKind("ordinal-day", OrdinalDayParams, check)
