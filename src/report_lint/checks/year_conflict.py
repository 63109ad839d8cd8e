"""Kind `year-conflict`: the title names one year and “现将…报告如下” another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import headed_years
from report_lint.parsing.year import year_of_signing, year_places, years_of_title
from report_lint.text import fold
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class YearConflictParams(Params):
    """`several` are the words of a clause that looks back over several years: 五年来, 2023年以来."""

    several: WordingList = EMPTY


def check(params: YearConflictParams, document: Document) -> Iterator[Problem]:
    """Report the year of the opening clause where it is not that of the title; a third signal makes it certain."""
    cover = document.cover
    if cover.title is None or cover.opening is None:
        return
    titled = set(years_of_title(cover.title.value))
    clause = fold(document.text, *cover.opening)
    opened = year_places(clause)
    if len(titled) != 1 or len({year for year, _ in opened}) != 1 or params.several.search(clause.text):
        return
    year, span = opened[0]
    if year in titled:
        return
    signals = {one for one, _ in headed_years(document, ("achievements",))}
    if cover.signed_on is not None:
        signals.add(year_of_signing(cover.signed_on.value))
    certain = len(signals & {year, *titled}) == 1  # it agrees with one side
    yield Problem(span, {"a": titled.pop(), "b": year}, variant=None if certain else "unsure")


KIND = CheckKind("year-conflict", YearConflictParams, check)
