"""Kind `expired-plan`: a plan whose years are over, or the words of an older one, written as in force."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from report_lint.checks.once import together
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import around, furniture_of, within
from report_lint.checks.years import Years
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_ISSUER = "《(?:中共中央、?国务院|中共中央|国务院办公厅|国务院)?(?:关于)?(?:印发)?"
_NEAR = 24
_AT_ONCE = 4  # “将《…》贯彻落实情况列入督察计划”


class Stale(Years):
    """Wordings of an older plan and the report years in which they are out of date."""

    wordings: WordingList
    title: str = Field(min_length=1)


class ExpiredPlanParams(Params):
    """The titles of national `plans`; `using` words in front tell one as in force, `closing` words as over."""

    plans: tuple[str, ...] = Field(min_length=1)
    using: WordingList
    closing: WordingList = EMPTY
    stale: tuple[Stale, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern of a title with its years."""
        names = "|".join(map(re.escape, self.plans))
        return re.compile(f"{_ISSUER}(?:{names})（[12][0-9]{{3}}年?[^0-9（）]{{1,2}}([12][0-9]{{3}})年?）》")


def check(params: ExpiredPlanParams, document: Document) -> Iterator[Problem]:
    """Report plans that ended before the report year, each once, and wordings out of date."""
    year = document.cover.year.value
    if year is None:
        return
    found: dict[tuple[str, str | None], list[Problem]] = {}
    for problem in (*_plans(params, document, year), *_stale(params, document, year)):
        found.setdefault((str(problem.fields["plan"]), problem.variant), []).append(problem)
    furniture = furniture_of(document)
    for problems in found.values():
        yield from together(one for one in problems if not furniture.overlaps(*one.span))


def _plans(params: ExpiredPlanParams, document: Document, year: int) -> Iterator[Problem]:
    text = document.folded.text
    if not any(plan in text for plan in params.plans):
        return
    for match in params.pattern.finditer(text):
        end = int(match[1])
        before, behind = around(text, *match.span())
        using = params.using.search(before[-_NEAR:]) or params.using.search(behind[:_AT_ONCE])
        if not using or params.closing.search(before + behind):
            continue
        span = document.folded.span(*match.span())
        planned = within(document, span, ("plan",))
        variant = None if end < year - 1 else "just-ended" if end < year else "planned" if planned else "in-force"
        if variant != "in-force" and (end < year or year + 1 > end):
            yield Problem(span, {"plan": match[0].strip("《》"), "end": end}, variant=variant)


def _stale(params: ExpiredPlanParams, document: Document, year: int) -> Iterator[Problem]:
    for row in params.stale:
        for match in row.wordings.finditer(document.folded.text) if row.hold(year) else ():
            yield Problem(document.folded.span(*match.span()), {"plan": row.title, "end": ""}, variant="stale")


KIND = CheckKind("expired-plan", ExpiredPlanParams, check)
