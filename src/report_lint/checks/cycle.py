"""Kind `cycle`: a numbered period (the five-year plans of law popularisation) that is not the report year's."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator

from report_lint.checks.once import together_if_many
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.report_years import around, within
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import YEAR, parse_year
from report_lint.parsing.strings import Strings
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_YEAR = lazy_pattern(YEAR)
_OPENING, _CLOSING = '“‘"', '”’"'
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
    def _strings(self) -> tuple[Strings, tuple[tuple[Cycle, int], ...]]:
        """Return the ways of writing each name beside its words, and where the name begins: “八五”普法, 普法“八五”."""
        written: dict[str, tuple[Cycle, int]] = {}
        for cycle in self.cycles:
            for word in self.of:
                written |= {f"{cycle.name}{mark}{word}": (cycle, 0) for mark in ("", *_CLOSING)}
                written |= {f"{word}{mark}{cycle.name}": (cycle, len(word) + 1) for mark in _OPENING}
        return Strings(written), tuple(written.values())

    def find(self, text: str) -> Iterator[tuple[Cycle, int]]:
        """Yield the cycles that a folded text names, and where the name begins."""
        strings, owners = self._strings
        for which, start, _ in strings.find(text):
            cycle, shift = owners[which]
            yield cycle, start + shift

    def of_year(self, year: int) -> Cycle | None:
        """Return the period of a year."""
        return next((cycle for cycle in self.cycles if cycle.first <= year <= cycle.last), None)


def check(params: CycleParams, document: Document) -> Iterator[Problem]:
    """Report periods that are not those of the report year; the plan part may speak of the next year's."""
    yield from together_if_many(_found(params, document), "many")


def _found(params: CycleParams, document: Document) -> Iterator[Problem]:
    text, year = document.folded.text, document.cover.year.value
    right = params.of_year(year) if year is not None else None
    if right is None or year is None or not any(word in text for word in params.of):
        return
    for found, at in params.find(text):
        end = at + len(found.name)
        span = document.folded.span(at, end)
        years = (year, year + 1) if within(document, span, ("plan",)) else (year,)
        if any(found.first <= one <= found.last for one in years) or document.title_at(span) is not None:
            continue
        if not _allowed(params, around(text, at, end), found, years):
            fields = {"year": year, "right": right.name, "range": f"{right.first}—{right.last}年", "found": found.name}
            change = Change(span, right.name)
            yield Problem(span, fields, title=f"改为“{right.name}”", changes=(change,))


def _allowed(params: CycleParams, beside: tuple[str, str], found: Cycle, years: tuple[int, ...]) -> bool:
    """Tell whether the sentence closes the last period, prepares the next one, or looks over several."""
    sentence = f"{beside[0]}{found.name}{beside[1]}"
    if any(cycle is not found for cycle, _ in params.find(sentence)):
        return True  # “从‘七五’普法到‘八五’普法”
    named = (parse_year(one[0]) for one in _YEAR.finditer(sentence))
    if any(one is not None and found.first <= one <= found.last for one in named):
        return True
    if found.last < years[0]:
        return years[0] <= found.last + _LATE and params.closing.search(sentence) is not None
    return found.first - 1 in years and params.opening.search(sentence) is not None


KIND = CheckKind("cycle", CycleParams, check)
