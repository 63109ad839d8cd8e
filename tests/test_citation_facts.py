"""CIT011, CIT014 and CIT018: articles, the names of central documents and their numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from report_lint import lint_text

if TYPE_CHECKING:
    from report_lint.report import Finding

AS_OF = date(2025, 12, 31)


def _findings(text: str, code: str, as_of: date | None = AS_OF) -> tuple[Finding, ...]:
    return lint_text(text, select=[code], as_of=as_of).findings


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("依据《行政许可法》第八十四条办理。", "error"),
        ("依据行政许可法第九十条办理。", "error"),
        ("依据《中华人民共和国市场主体登记管理条例》第六十条登记。", "error"),
        # Nobody counted the articles of the version of 2007.
        ("依据《中华人民共和国政府信息公开条例》第六十条答复。", "warning"),
        # A province may have an act of this name, the state has one.
        ("依据《婚姻登记条例》第三十条登记。", "warning"),
        # There is such an article from 2026 on.
        ("依据《治安管理处罚法》第一百四十条处罚。", "warning"),
        # Several provinces have longer ones.
        ("依据《优化营商环境条例》第七十五条处理。", "info"),
    ],
)
def test_an_article_beyond_the_last_is_as_bad_as_it_is_sure(sentence: str, severity: str) -> None:
    """Only an article that no version has is an error, and only of an act that can be no other."""
    (finding,) = _findings(sentence, "CIT011")

    assert severity == finding.severity


@pytest.mark.parametrize(
    "article", ["第八十三条", "第一条至第八十三条", "第八十三条第二款", "第九十条之一", "第八十、八十一条"]
)
def test_the_last_article_is_there(article: str) -> None:
    """行政许可法 has 83 articles; of those put in between nothing is known."""
    assert () == _findings(f"依据《行政许可法》{article}办理。", "CIT011")


def test_one_group_of_articles_gives_one_finding() -> None:
    """The first one that is not there is enough."""
    text = "依据《行政许可法》第十条、第八十五条、第九十条和《行政处罚法》第九十九条办理。"

    assert ["第八十五条", "第九十九条"] == [one.quote for one in _findings(text, "CIT011")]


def test_an_act_is_judged_by_the_year_written_for_its_version() -> None:
    """行政复议法 had 43 articles until 2023."""
    old, new = "依据《行政复议法》（2017年修正）第八十条受理。", "依据《行政复议法》（2023年修订）第八十条受理。"

    assert [1, 0] == [len(_findings(text, "CIT011")) for text in (old, new)]


def test_a_report_of_a_year_beyond_the_facts_is_not_judged_by_articles() -> None:
    """What was law in 2026 may have been changed; what was repealed before stays repealed."""
    sentence = "学习《合同法》，依据《行政许可法》第九十条办理。"
    text = f"云岭县2027年法治政府建设情况的报告\n{sentence}\n云岭县人民政府\n2028年1月9日\n"
    found = lint_text(text, select=["CIT006", "CIT011"]).findings

    assert ["CIT006"] == [one.code for one in found]


@pytest.mark.parametrize(
    ("title", "severity", "safety"),
    [
        ("法治政府建设与责任落实督查工作规定", "error", "safe"),
        ("法治政府建设实施刚要（2021—2025年）", "error", "safe"),
        ("法治政府建设实施纲要（2020—2025年）", "error", "manual"),
        ("法治政府建设纲要（2021—2025年）", "warning", "manual"),
        ("法治政府建设实施纲要（2021—2026年）", "info", "manual"),
        ("法治政府建设实施纲要（2021-2025）", "info", "safe"),
    ],
)
def test_years_are_not_changed_without_asking(title: str, severity: str, safety: str) -> None:
    """The older plan may be meant; a letter can only be the letter."""
    (finding,) = _findings(f"落实《{title}》。", "CIT014")

    assert finding.fix is not None
    assert (severity, safety) == (finding.severity, finding.fix.safety)


def test_a_wrong_name_is_told_by_one_rule() -> None:
    """CIT014 goes before CIT001 and CIT002 on one title."""
    text = "落实《法治政府建设与责任落实督查工作规定》《中华人民共和国法治中国建设规划（2021—2025年）》。"

    assert {"CIT014"} == {one.code for one in lint_text(text, select=["CIT"]).findings}


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("国务院令第714号", "《重大行政决策程序暂行条例》的文号不是国务院令第714号"),
        ("国务院令第722号", "国务院令第722号是另一份文件的文号"),
        ("国务院令第713号", None),
    ],
)
def test_a_number_is_judged_by_confirmed_ones(number: str, message: str | None) -> None:
    """A number that is another act's, or not the only one an act has, is wrong."""
    found = _findings(f"落实《重大行政决策程序暂行条例》（{number}）。", "CIT018")

    assert [message] * bool(message) == [one.message for one in found]


def test_the_number_is_the_place_and_the_registered_one_the_proposal() -> None:
    """The brackets around it stay."""
    (finding,) = _findings("落实《法治政府建设实施纲要（2021—2025年）》（中发〔2021〕38号）。", "CIT018")

    assert finding.quote == "中发〔2021〕38号"
    assert finding.fix is not None
    assert (finding.fix.safety, finding.fix.edits[0].text) == ("manual", "中发〔2021〕33号")
