"""The rules about how citations are written: what is proposed, how bad it is, in which copy, and how often."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from report_lint import SourceText, lint, lint_file, lint_text
from report_lint.checks.citation_article_style import numeral
from report_lint.parsing.numerals import parse_number

if TYPE_CHECKING:
    from report_lint import LintReport
    from report_lint.report import Finding

FORM_RULES = ("CIT003", "CIT004", "CIT005", "CIT010", "CIT012", "CIT013", "CIT015", "CIT016", "CIT017")
ROOT = Path(__file__).parent.parent
WEB_PAGE = "首页 > 政务公开\n来源：县司法局 发布时间：2025-02-11 浏览次数：36\n{}\n打印本页 关闭窗口\n"
SUBMITTED = (
    "云岭县司法局关于2024年度法治政府建设情况的报告\n\n县委、县政府：\n\n"
    "一、主要成效\n\n{}\n\n云岭县司法局\n2025年1月10日\n"
)


def _findings(text: str, *codes: str, ignore: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    return lint_text(text, select=codes, ignore=ignore).findings


def _fixed(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    for edit in sorted(finding.fix.edits, key=lambda one: one.range.start.offset, reverse=True):
        text = text[: edit.range.start.offset] + edit.text + text[edit.range.end.offset :]
    return text


def _codes(report: LintReport) -> list[str]:
    return [finding.code for finding in report.findings]


# ── fixes ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("code", "text", "fixed", "safety"),
    [
        (
            "CIT003",
            "学习《行政处罚法》。对照《中华人民共和国行政处罚法》自查。",
            "学习《中华人民共和国行政处罚法》。对照《中华人民共和国行政处罚法》自查。",
            "manual",
        ),
        (
            "CIT003",
            "学习《民法典》。宣传《中华人民共和国民法典》，《民法典》宣讲3场。",
            "学习《中华人民共和国民法典》（以下简称《民法典》）。宣传《中华人民共和国民法典》，《民法典》宣讲3场。",
            "manual",
        ),
        ("CIT005", "学习中华人民共和国民法典。", "学习《中华人民共和国民法典》。", "manual"),
        (
            "CIT005",
            "依据中华人民共和国种子法办案3件，依据中华人民共和国渔业法办案4件，依据中华人民共和国畜牧法办案5件。",
            "依据《中华人民共和国种子法》办案3件，依据《中华人民共和国渔业法》办案4件，依据《中华人民共和国畜牧法》办案5件。",
            "manual",
        ),
        ("CIT010", "依据《行政诉讼法》第3条第3款应诉。", "依据《行政诉讼法》第三条第三款应诉。", "safe"),
        ("CIT010", "依据《民法典》第 1010 条、第1020条。", "依据《民法典》第一千零一十条、第一千零二十条。", "safe"),
        ("CIT010", "依据《刑法》第133条之1立案。", "依据《刑法》第一百三十三条之一立案。", "safe"),
        ("CIT010", "依据《行政许可法》第69条第1款第(2)项。", "依据《行政许可法》第六十九条第一款第(二)项。", "safe"),
        ("CIT010", "依据《行政许可法》第６９条和第７０条。", "依据《行政许可法》第六十九条和第七十条。", "safe"),
        ("CIT010", "依据《行政许可法》第12、13条。", "依据《行政许可法》第十二、十三条。", "safe"),
        ("CIT010", "依据《企业所得税法》第2条第（3）项第1目。", "依据《企业所得税法》第二条第（三）项第1目。", "safe"),
        ("CIT012", "深入学习《习近平法治思想》。", "深入学习习近平法治思想。", "manual"),
        (
            "CIT012",
            "学习《宪法》《习近平法治思想》《民法典》。",
            "学习《宪法》、习近平法治思想、《民法典》。",
            "manual",
        ),
        ("CIT013", "转发《关于印发《甲办法》的通知》。", "转发《关于印发〈甲办法〉的通知》。", "safe"),
        (
            "CIT013",
            "转发《关于转发《关于印发《甲办法》的通知》的函》。",
            "转发《关于转发〈关于印发《甲办法》的通知〉的函》。",
            "safe",
        ),
        (
            "CIT013",
            "《关于学习《民法典》《宪法》的通知》和《关于印发《甲办法》的函》。",
            "《关于学习〈民法典〉〈宪法〉的通知》和《关于印发〈甲办法〉的函》。",
            "safe",
        ),
        ("CIT015", "《甲办法》（云政办[2024]第03号）。", "《甲办法》（云政办〔2024〕3号）。", "safe"),
        ("CIT015", "《甲办法》（云政办（2024） 第 3 号）。", "《甲办法》（云政办〔2024〕 3 号）。", "safe"),
        (
            "CIT015",
            "《甲办法》（云政办【2024】3号）、《乙办法》（云政办〔2024〕004号）。",
            "《甲办法》（云政办〔2024〕3号）、《乙办法》（云政办〔2024〕4号）。",
            "safe",
        ),
    ],
)
def test_a_fix_leaves_the_right_text_and_nothing_to_find(code: str, text: str, fixed: str, safety: str) -> None:
    """Applying the edits gives the text that an editor would write, without the finding and without a new one."""
    (finding,) = _findings(text, code)
    remaining = _fixed(text, finding)

    assert finding.fix is not None
    assert (fixed, safety) == (remaining, finding.fix.safety)
    assert not _findings(remaining, "CIT", *FORM_RULES)


@pytest.mark.parametrize("text", ["依据《立法法》第80-85条。", "依据《立法法》第3款第80条。", "依据《民法典》第0条。"])
def test_an_article_that_can_be_written_in_two_ways_is_left_to_the_author(text: str) -> None:
    """A dash may be 至 or 、, and what is out of order may be another article."""
    (finding,) = _findings(text, "CIT010")

    assert finding.fix is None


def test_every_number_of_an_article_reads_back() -> None:
    """Chinese numerals from 1 to 2000 are the ones that acts print."""
    wrong = [number for number in range(1, 2001) if parse_number(numeral(number)) != number]

    assert wrong == []
    assert ["十", "十二", "二十", "一百零一", "一百一十", "一百一十九", "一千零五", "一千二百六十", "二千"] == [
        numeral(number) for number in (10, 12, 20, 101, 110, 119, 1005, 1260, 2000)
    ]


# ── severity ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("code", "text", "severity"),
    [
        ("CIT012", "学习《习近平法治思想》。", "warning"),
        ("CIT012", "作《习近平法治思想》专题讲座。", "info"),
        ("CIT012", "邀请专家讲授《习近平法治思想》2次。", "info"),
        ("CIT012", "参加专题讲座，学习《习近平法治思想》。", "warning"),
        ("CIT016", "学习《民法典》《宪法》《民法典》。", "warning"),
        ("CIT017", "学习《民法典》《中国共产党章程》等法律法规。", "info"),
        ("CIT010", "依据《民法典》第3条。", "info"),
    ],
)
def test_severity(code: str, text: str, severity: str) -> None:
    """What is certainly no title is a warning, the title of a lecture only a hint; form is a hint."""
    (finding,) = _findings(text, code)

    assert severity == finding.severity


def test_no_rule_of_form_is_an_error() -> None:
    """An error would need a written norm that binds reports."""
    text = WORST + "依据中华人民共和国种子法办案。转发《关于印发《甲办法》的通知》（云政办[2024]3号）。"

    severities = {finding.code: finding.severity for finding in _findings(SUBMITTED.format(text), *FORM_RULES)}

    assert set(severities) == set(FORM_RULES) - {"CIT003"}
    assert "error" not in severities.values()


WORST = (
    "学习《民法典》《习近平法治思想》《中华人民共和国民法典》《中国共产党章程》等法律法规，"
    "依据《行政处罚法》第33条第1款不予处罚。学习《消防法》。宣传《中华人民共和国消防法》。"
)


# ── kinds of copies ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("code", "text", "message"),
    [
        ("CIT013", "《关于《甲》的通知》、《关于《乙》的通知》。", "2处书名号里又用书名号，如《甲》"),
        ("CIT015", "《甲》（云发[2024]3号）、《乙》（云发[2024]4号）。", "2处文号写法不规范，如“云发[2024]3号”"),
    ],
)
def test_marks_are_judged_by_the_kind_of_copy(code: str, text: str, message: str) -> None:
    """Each place of a submitted copy, one finding for a copy of unknown kind, nothing on a web page."""
    submitted, unknown = lint_text(SUBMITTED.format(text), select=[code]), lint_text(text, select=[code])
    published = lint_text(WEB_PAGE.format(text), select=[code])

    assert ("submitted", "unknown", "published") == (submitted.copy_kind, unknown.copy_kind, published.copy_kind)
    assert (2, 1, 0) == (len(submitted.findings), len(unknown.findings), len(published.findings))
    assert message == unknown.findings[0].message


# ── once a document ───────────────────────────────────────────────────────────────


def test_mixed_forms_are_counted() -> None:
    """One finding names the first laws and says how many there are."""
    laws = ("宪法", "民法典", "消防法", "行政处罚法", "行政许可法", "行政复议法")
    text = "".join(f"学习《{law}》。" for law in laws) + "".join(f"宣传《中华人民共和国{law}》。" for law in laws)

    (finding,) = _findings(text, "CIT004")

    assert "《宪法》《民法典》《消防法》《行政处罚法》等6部法律全称、简称混用" == finding.message
    assert "《中华人民共和国宪法》" == finding.quote


def test_names_without_marks_are_counted() -> None:
    """One finding names the first two and says how many there are."""
    text = "依据中华人民共和国种子法办案3件。依据中华人民共和国渔业法办案4件。依据中华人民共和国畜牧法办案5件。"

    (finding,) = _findings(text, "CIT005")

    assert "“中华人民共和国种子法”“中华人民共和国渔业法”等3处未加书名号" == finding.message
    assert "中华人民共和国种子法" == finding.quote


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("CIT010", "依据《民法典》" + "、".join(f"第{number}条" for number in range(1, 200)) + "。"),
        ("CIT013", "学习《关于" + "《行政处罚法》" * 12 + "的通知》。"),
        ("CIT005", "".join(f"依据中华人民共和国{one}法。" for one in ("农村土地承包", "家庭教育促进", "噪声污染防治"))),
    ],
)
def test_a_message_stays_a_line(code: str, text: str) -> None:
    """However long the place is, the message quotes its beginning and end, and the range holds all of it."""
    (finding,) = _findings(text, code)

    assert len(finding.message) <= 48


def test_a_repetition_is_not_also_a_mixture() -> None:
    """A law that stands in full and in short in one list stands there once too often, and that is all."""
    found = _findings("学习《民法典》《宪法》《中华人民共和国民法典》。", *FORM_RULES)

    assert ["CIT016"] == [finding.code for finding in found]


# ── CIT003 and CIT004 ─────────────────────────────────────────────────────────────

SHORT_FIRST = "学习《行政处罚法》。对照《中华人民共和国行政处罚法》自查。"


def test_short_names_are_looked_at_on_request_only() -> None:
    """CIT003 runs when it is selected by its own code."""
    assert ["CIT004"] == _codes(lint_text(SHORT_FIRST, select=["CIT"]))


@pytest.mark.parametrize("select", [["CIT003", "CIT004"], ["CIT", "CIT003"], ["ALL"]])
def test_a_law_in_two_forms_is_told_once(select: list[str]) -> None:
    """Where CIT004 is shown it says all; CIT003 would say the same again."""
    codes = _codes(lint_text(SHORT_FIRST, select=select))

    assert ("CIT004" in codes, "CIT003" in codes) == (True, False)


@pytest.mark.parametrize(("select", "ignore"), [(["CIT003"], []), (["CIT", "CIT003"], ["CIT004"])])
def test_a_rule_that_nobody_sees_does_not_silence_the_selected_one(select: list[str], ignore: list[str]) -> None:
    """Who asks for CIT003 alone, or ignores CIT004, is told."""
    found = lint(SourceText(SHORT_FIRST), select=select, ignore=ignore)

    assert ["CIT003"] == _codes(found)


# ── sound reports ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.txt")), ids=lambda path: path.stem)
def test_the_examples_are_written_as_they_should(path: Path) -> None:
    """The defects that the examples hold are of other kinds."""
    report = lint_file(path, select=FORM_RULES)

    assert _codes(report) == []
