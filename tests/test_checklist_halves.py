"""The checklist of a report whose shortcomings have no causes."""

from __future__ import annotations

import pytest

from report_lint import LintReport, lint_text
from report_lint.suppress import Suppression

TEXT = """云岭县水利局2024年度法治政府建设情况报告

一、主要举措和成效

全年开展执法检查36次，培训6期。

{heading}

{gap}

三、2025年工作安排

评查案卷2次。
"""
HEADING = "二、存在的不足和原因"
WITHOUT = "一是案卷制作不够规范；二是普法方式单一，针对性不强。"


def status(report: LintReport) -> str:
    """Return how the part on shortcomings stands in the checklist."""
    return next(item.status for item in report.checklist if item.id == "part.shortcomings")


@pytest.mark.parametrize(
    ("expected", "gap"),
    [
        ("partly", WITHOUT),
        ("met", "案卷制作不够规范，原因是培训没有覆盖基层所队。"),
        ("met", "案卷制作不够规范，执法人员较少，经费有限。"),
    ],
    ids=["none", "given", "perhaps given"],
)
def test_shortcomings_without_any_cause_are_half_of_the_part(expected: str, gap: str) -> None:
    """The norm asks for shortcomings and causes; where a plain state may be meant as the cause nothing is wanting."""
    assert expected == status(lint_text(TEXT.format(heading=HEADING, gap=gap)))


def test_it_is_said_whatever_is_selected() -> None:
    """What the checklist says of the report does not depend on which findings are shown."""
    report = lint_text(TEXT.format(heading=HEADING, gap=WITHOUT), select=["CIT"])

    assert "partly" == status(report)


def test_a_part_that_is_written_elsewhere_stays_partly_met() -> None:
    """Without a heading of its own the part was half met before."""
    report = lint_text(TEXT.format(heading="二、加强队伍建设", gap="但仍存在执法不够规范的问题，普法方式单一。"))

    assert "partly" == status(report)


def test_what_was_accepted_with_a_reason_wants_nothing() -> None:
    """Who looked at the finding and accepted it has the part as met."""
    accepted = Suppression("CON001", "原因写在附件里", quote=HEADING)
    report = lint_text(TEXT.format(heading=HEADING, gap=WITHOUT), suppressions=[accepted])

    assert "met" == status(report)
