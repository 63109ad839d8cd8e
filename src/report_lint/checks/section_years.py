"""Kind `section-years`: the headings of the parts that look back name different years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import headed_years
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_PARTS = ("achievements", "shortcomings", "first-responsible")


class SectionYearsParams(Params):
    """`other` headings may name another year: 2023年督察反馈问题整改情况, 存在的问题及2025年打算."""

    other: WordingList = EMPTY


def check(params: SectionYearsParams, document: Document) -> Iterator[Problem]:
    """Report the first heading whose year is not the report's, with the years of all; one year may differ too."""
    found = []
    for year, span in sorted(set(headed_years(document, _PARTS)), key=lambda one: one[1]):
        section = document.section_at(span.start)
        if section is not None and not params.other.search(section.title):
            found.append((year, span))
    right = document.cover.year
    if len({year for year, _ in found}) < 2:  # noqa: PLR2004  two years that differ
        if found and right.confidence == "sure" and found[0][0] != right.value:
            yield Problem(found[0][1], {"list": f"{found[0][0]}年", "year": right.value}, variant="all")
        return
    usual = right.value if right.value in {year for year, _ in found} else found[0][0]
    span = next(span for year, span in found if year != usual)
    listed = "、".join(f"{year}年" for year, _ in found)
    yield Problem(span, {"list": listed}, variant=None if right.confidence == "sure" else "unsure")


KIND = CheckKind("section-years", SectionYearsParams, check)
