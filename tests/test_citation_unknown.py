"""CIT001 and CIT002: what a wrong name is taken for, and what is changed."""

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


def test_a_slip_is_a_warning_and_proposes_the_title_in_the_same_form() -> None:
    """A short form is answered with a short form; the change is left to the author."""
    (finding,) = _findings("学习《突发事件应急法》。", "CIT001")

    assert finding.severity == "warning"
    assert finding.message == "未查到《突发事件应急法》，疑为《突发事件应对法》"
    assert finding.fix is not None
    assert (finding.fix.safety, finding.fix.edits[0].text) == ("manual", "《突发事件应对法》")


def test_several_candidates_are_only_named() -> None:
    """Where nobody can tell which act is meant, nothing is changed."""
    (finding,) = _findings("学习《安全法》。", "CIT001")

    assert (finding.severity, finding.fix) == ("info", None)
    assert finding.message == "未查到《安全法》，相近的有《安全生产法》《国家安全法》"


def test_a_repealed_act_is_only_named() -> None:
    """The slip of an old name is not corrected into the old name."""
    (finding,) = _findings(_report("学习《退役士兵按置条例》。", 2025), "CIT001")

    assert (finding.severity, finding.fix) == ("info", None)
    assert finding.message == "未查到《退役士兵按置条例》，相近的《退役士兵安置条例》已废止"


def test_a_misspelt_prefix_is_mended_by_a_safe_fix() -> None:
    """Everything behind it is an exact title, so that nothing else can be meant."""
    (finding,) = _findings("学习《中国人民共和国民法典》。", "CIT001")

    assert finding.severity == "warning"
    assert finding.fix is not None
    assert (finding.fix.safety, finding.fix.edits[0].text) == ("safe", "《中华人民共和国民法典》")


def test_a_year_inside_the_marks_is_not_lost() -> None:
    """What stands behind the name belongs to the author; the change is theirs."""
    (finding,) = _findings("学习《中华人民共和国行政处分法（2021年修订）》。", "CIT001")

    assert finding.message.endswith("疑为《中华人民共和国行政处罚法》")
    assert finding.fix is None


def test_many_acts_as_near_are_named_up_to_three() -> None:
    """A short name with 中华人民共和国 is wrong for sure, and near to several laws."""
    (finding,) = _findings("学习《中华人民共和国会法》。", "CIT001")

    assert finding.severity == "info"
    assert 1 < finding.message.count("《") - 1 <= 3


@pytest.mark.parametrize(
    ("title", "written"),
    [("渔业管理条例", False), ("物页管理条例", True), ("城乡居民最低生活保障条例", False), ("地茗管理条例", True)],
)
def test_a_wrong_letter_is_a_slip_unless_it_makes_a_word(title: str, written: bool) -> None:  # noqa: FBT001
    """Provinces have acts one word away from national ones; no word is made by a slip."""
    findings = _findings(f"执行《{title}》。", "CIT001")

    assert written == bool(findings)


def test_the_wrong_prefix_is_removed_by_a_safe_fix() -> None:
    """Removing the seven characters leaves the official title and nothing else changes."""
    text = "学习《中华人民共和国社会救助暂行办法》《地名管理条例》。"

    (finding,) = _findings(text, "CIT002")

    assert finding.fix is not None
    (edit,) = finding.fix.edits
    fixed = text[: edit.range.start.offset] + edit.text + text[edit.range.end.offset :]
    assert finding.fix.safety == "safe"
    assert fixed == "学习《社会救助暂行办法》《地名管理条例》。"
    assert _findings(fixed, "CIT002") == ()


def test_one_title_gives_one_finding() -> None:
    """A repealed regulation with a prefix it never had is reported as repealed: its right name is no better advice."""
    found = lint_text(_report("学习《中华人民共和国信访条例》。"), select=["CIT"]).findings

    assert [one.code for one in found if one.quote == "《中华人民共和国信访条例》"] == ["CIT006"]
