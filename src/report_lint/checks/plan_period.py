"""Kind `plan-period`: a year called the first or the last one of a five-year plan that it is not (十四五…开局之年)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from report_lint.checks.cycle import Cycle
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import YEAR, parse_year
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_END = "之年"
_YEARS = lazy_pattern(YEAR)
_BACK = 60  # “2025年是全面贯彻……精神的重要一年，”: what a year is said to be stands near it


class PlanPeriodParams(Params):
    """The `periods` by name (十四五); the words for their `first` and their `last` year.

    A year that is on the way to one of them (迎接“十四五”规划收官之年) is not said to be it.
    """

    periods: tuple[Cycle, ...] = Field(min_length=1)
    first: tuple[str, ...] = Field(min_length=1)
    last: tuple[str, ...] = Field(min_length=1)
    ahead: WordingList = EMPTY

    @cached_property
    def called(self) -> re.Pattern[str]:
        """Return the pattern of a year that is called so: “2025年是“十四五”规划收官之年”."""
        names = "|".join(re.escape(one.name) for one in self.periods)
        words = "|".join(map(re.escape, (*self.first, *self.last)))
        link = "年度?(?:，?(?:既|也|又|正|恰)?(?:是|为|作为|逢|值|迎来)|这一年，?是?)?"
        plan = f'[“‘"]?(?:{names})[”’"]?'
        return re.compile(
            f"({YEAR}){link}([^，。；！？\\n]{{0,20}}?)({plan}(?:发展|规划|时期|计划|的|圆满|全面)*({words})[^，。；、\\n]{{0,4}}{_END})$"
        )


def check(params: PlanPeriodParams, document: Document) -> Iterator[Problem]:
    """Report each year that is called what another one is."""
    text, at = document.folded.text, -1
    while (at := text.find(_END, at + 1)) >= 0:
        end = at + len(_END)
        called = params.called.search(text, max(0, at - _BACK), end)
        year = parse_year(called[1]) if called is not None else None
        if called is None or year is None or text[end : end + 1] == "的" or _YEARS.search(called[2]):
            continue
        period = next(one for one in params.periods if one.name in called[3])
        word = called[4]
        if year != (period.first if word in params.first else period.last) and not params.ahead.search(called[2]):
            fields = {"plan": period.name, "year": year, "word": word, "first": period.first, "last": period.last}
            yield Problem(document.folded.span(*called.span(3)), fields)


KIND = CheckKind("plan-period", PlanPeriodParams, check)
