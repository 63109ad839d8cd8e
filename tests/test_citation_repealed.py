"""CIT006: how bad a repealed act is, and what took its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from report_lint import lint_text

if TYPE_CHECKING:
    from report_lint.report import Finding


def _findings(text: str, code: str) -> tuple[Finding, ...]:
    return lint_text(text, select=[code]).findings


def _report(sentence: str, year: int = 2024) -> str:
    return f"云岭县{year}年法治政府建设情况的报告\n一、主要成效\n{sentence}\n云岭县人民政府\n{year + 1}年1月20日\n"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (_report("全年宣传《中华人民共和国合同法》6场。"), "error"),
        (_report("学习《信访工作条例》《物权法》。"), "error"),
        (_report("学习贯彻落实《环境噪声污染防治法》。"), "error"),
        (_report("依据《中华人民共和国收养法》登记。"), "warning"),
        (_report("严格执行《个体工商户条例》。"), "warning"),
        (_report("落实《婚姻法》。"), "warning"),
        # A province may have one of the same name.
        (_report("学习《信访条例》。"), "warning"),
        # The repealing act was not identified.
        (_report("学习《网络交易管理办法》。"), "warning"),
        # The verb stands in another clause.
        (_report("组织学习，内容有《合同法》。"), "warning"),
        # Repealed in the report's own year, on 1 November.
        (_report("学习《法规规章备案条例》。"), "info"),
        # On 1 January of the report's year it was no law any more.
        (_report("学习《中华人民共和国合同法》。", 2021), "error"),
        (_report("2019年学习宣传《中华人民共和国合同法》。"), "info"),
        (_report("“七五”普法期间学习宣传《中华人民共和国合同法》。"), "info"),
        ("学习宣传《中华人民共和国合同法》。", "info"),
    ],
)
def test_a_repealed_act_is_as_bad_as_the_sentence_makes_it(text: str, severity: str) -> None:
    """Studying it as law is an error, applying it may be right, and the past is only noted."""
    (finding,) = _findings(text, "CIT006")

    assert severity == finding.severity


def test_a_year_told_by_one_place_only_makes_no_error_of_a_close_date() -> None:
    """噪声污染防治法 took over in June 2022: for a title that may be one year off, that is too close."""
    text = "云岭县2023年法治政府建设情况的报告\n一、主要成效\n学习《环境噪声污染防治法》。\n"

    (finding,) = _findings(text, "CIT006")

    assert lint_text(text).document.report_year == 2023
    assert finding.severity == "warning"


def test_names_what_applies_today() -> None:
    """What took the place of an act may have been replaced itself."""
    (first,) = _findings(_report("学习《中华人民共和国技术合同法》。"), "CIT006")
    (second,) = _findings(_report("学习《行政机关公务员处分条例》。", 2025), "CIT006")

    assert first.help == "改引《中华人民共和国民法典》；确需提到旧法的，写明“原”或“已废止”"
    assert "现行规定" in str(second.help)


def test_successor_is_the_one_of_the_day() -> None:
    """In 2024 noise was a matter of its own law, after August 2026 of the code."""
    (then,) = _findings(_report("学习《环境噪声污染防治法》。"), "CIT006")
    (later,) = _findings(_report("学习《环境噪声污染防治法》。", 2026), "CIT006")

    assert "《中华人民共和国噪声污染防治法》" in str(then.help)
    assert "《中华人民共和国生态环境法典》" in str(later.help)
