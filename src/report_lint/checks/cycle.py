"""Kind `cycle`: a numbered period (the five-year plans of law popularisation) that is not the report year's."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.report_years import around, within
from report_lint.parsing.numerals import YEAR, parse_year
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_YEAR = re.compile(YEAR)
_LATE = 2  # honours of the last period are given up to two years later


class Cycle(Params):
    """A period: its name (八五), its first and its last year."""

    name: str = Field(min_length=1)
    first: int = Field(ge=1900, le=2099)
    last: int = Field(ge=1900, le=2099)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(f"“{self.name}”的止年 last = {self.last} 早于起年 first = {self.first}")
        return self


class CycleParams(Params):
    """The `cycles` in order and the words behind a name (`of`); `closing` and `opening` words allow the neighbours."""

    cycles: tuple[Cycle, ...] = Field(min_length=2)
    of: tuple[str, ...] = Field(min_length=1)
    closing: WordingList = EMPTY
    opening: WordingList = EMPTY

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern of names with their words: “八五”普法, 普法“八五”规划."""
        names = "|".join(re.escape(cycle.name) for cycle in self.cycles)
        words = "|".join(map(re.escape, self.of))
        return re.compile(f'(?:(?<=[“‘"]))?({names})[”’"]?(?:{words})|(?:{words})[“‘"]({names})[”’"]')

    def of_year(self, year: int) -> Cycle | None:
        """Return the period of a year."""
        return next((cycle for cycle in self.cycles if cycle.first <= year <= cycle.last), None)


def check(params: CycleParams, document: Document) -> Iterator[Problem]:
    """Report periods that are not those of the report year; the plan part may speak of the next year's."""
    text, year = document.folded.text, document.cover.year.value
    right = params.of_year(year) if year is not None else None
    if right is None or year is None or not any(word in text for word in params.of):
        return
    for match in params.pattern.finditer(text):
        group = 1 if match[1] else 2
        span = document.folded.span(*match.span(group))
        found = next(cycle for cycle in params.cycles if cycle.name == match[group])
        years = (year, year + 1) if within(document, span, ("plan",)) else (year,)
        if any(found.first <= one <= found.last for one in years) or document.title_at(span) is not None:
            continue
        if not _allowed(params, text, match, found, year):
            fields = {"year": year, "right": right.name, "range": f"{right.first}—{right.last}年", "found": found.name}
            change = Change(span, right.name)
            yield Problem(span, fields, title=f"改为“{right.name}”", changes=(change,))


def _allowed(params: CycleParams, text: str, match: re.Match[str], found: Cycle, year: int) -> bool:
    """Tell whether the sentence closes the last period, prepares the next one, or looks over several."""
    before, behind = around(text, *match.span())
    sentence = before + match[0] + behind
    if any(one[1] or one[2] for one in params.pattern.finditer(sentence) if (one[1] or one[2]) != found.name):
        return True  # “从‘七五’普法到‘八五’普法”
    named = (parse_year(one[0]) for one in _YEAR.finditer(sentence))
    if any(one is not None and found.first <= one <= found.last for one in named):
        return True
    if found.last < year:
        return year <= found.last + _LATE and params.closing.search(sentence) is not None
    return year == found.first - 1 and params.opening.search(sentence) is not None


KIND = CheckKind("cycle", CycleParams, check)
