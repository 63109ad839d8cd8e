"""The wording family: fixes that can be applied unseen, tables that contradict themselves, hostile texts."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from cases import Case, load_cases
from report_lint import LintReport, PackError, lint_text, load_ruleset

if TYPE_CHECKING:
    from pathlib import Path

FIRING = [case for case in load_cases() if case.code.startswith("WRD") and case.marked]
FAMILY = [rule.code for rule in load_ruleset().rules if rule.code.startswith("WRD")]
UNTIDY = """云民〔2025〕3号
云岭县民政局2024年度法治政府建设情况报告
县政府：
2024年，我局深入学习贯彻总书记法治思想，坚持依法行政,强化监督。。现将情况报告如下。
一、主要成效
**一是**落实“谁执法谁普法”普法责任制制度，开展“双随机、一公布”抽查16余次。
第一、加强学习；一是，规范执法(含委托执法)，布署任务22项，发放资料5000份&nbsp;。
二、2024 年度存在的不足和原因
为加强社会工作人才队伍建设、促进事业发展。
云岭县民政局
2025年1月20日
"""

PACK = """id = "yunhu"
title = "云湖市规则"
version = "1"
prefixes = ["YHS"]
extends = "national"
"""
RULE = """[[rule]]
code     = "YHS001"
name     = "city-wording"
title    = "本市用语"
severity = "warning"
message  = "“{written}”应为“{right}”"
help     = "改为“{right}”"
why      = "本市的写法。"
basis    = ["例:云湖市报告模板"]
"""


def fixed(text: str, report: LintReport) -> str:
    """Return a text with all safe fixes of a report applied."""
    edits = [edit for found in report.findings if found.fix and found.fix.safety == "safe" for edit in found.fix.edits]
    for edit in sorted(edits, key=lambda one: one.range.start.offset, reverse=True):
        text = text[: edit.range.start.offset] + edit.text + text[edit.range.end.offset :]
    return text


def safe(report: LintReport) -> list[str]:
    """Return the codes of the findings with a safe fix."""
    return [found.code for found in report.findings if found.fix and found.fix.safety == "safe"]


def codes(report: LintReport) -> Counter[str]:
    """Return how many findings each rule has."""
    return Counter(found.code for found in report.findings)


@pytest.mark.parametrize("case", FIRING, ids=str)
def test_a_safe_fix_leaves_nothing_to_fix_and_adds_nothing(case: Case) -> None:
    """Whatever a safe fix was offered for is gone once it is applied, and no other finding comes of it."""
    before = lint_text(case.text, select=["WRD"])
    after = lint_text(fixed(case.text, before), select=["WRD"])

    assert [] == safe(after)
    assert codes(after) <= codes(before) - Counter(safe(before))


def test_all_safe_fixes_of_an_untidy_report_together() -> None:
    """Fixes of several rules do not get in each other's way, and what has no single right text stays reported."""
    before = lint_text(UNTIDY, select=["WRD"])
    after = lint_text(fixed(UNTIDY, before), select=["WRD"])

    assert ["WRD002", "WRD003", "WRD003", "WRD005", "WRD006", "WRD009", "WRD009", "WRD010", "WRD015"] == sorted(
        safe(before)
    )
    assert {"WRD006": 1, "WRD012": 1, "WRD013": 1, "WRD014": 1} == codes(after)


def test_every_rule_of_the_family_is_there() -> None:
    """The seventeen codes are in use, in order, and only two of them are ever errors."""
    errors = [rule.code for rule in load_ruleset().rules if rule.code in FAMILY and rule.table.severity == "error"]

    assert [f"WRD{number:03}" for number in range(1, 18)] == FAMILY
    assert ["WRD001", "WRD002"] == errors


def test_many_places_of_one_cause_are_one_finding() -> None:
    """A mistake made fifty times is one finding that says so and mends all places."""
    report = lint_text("云岭县民政局2024年度法治政府建设情况报告\n" + "**一是**布署任务，" * 50, select=["WRD"])

    assert ["WRD003", "WRD015"] == [found.code for found in report.findings]
    assert [100, 50] == [len(found.fix.edits) for found in report.findings if found.fix]
    assert ["（共50处）" in found.message for found in report.findings] == [True, True]


@pytest.mark.parametrize(
    ("check", "line", "reason"),
    [
        (
            'table.rows = [\n  { wrong = ["布署"], right = "部署" },\n  { wrong = ["部署"], right = "部署" },\n]',
            13,
            "也列在",
        ),
        ('table.rows = [\n  { wrong = ["帐户"], right = "账户", from = 2016, until = 2014 },\n]', 12, "早于"),
        ('table.rows = [{ wrong = ["制度"], right = "责任制度" }]', 11, "里含有错误写法“制度”"),
        ('table.rows = [{ wrong = ["布署"], right = "部署" }, { wrong = ["布[署|属]"], right = "布置" }]', 11, "两次"),
        ('table.rows = [{ wrong = ["布…署"], right = "部署" }]', 11, "不能有“…”"),
        ('table.rows = [{ wrong = ["[|布]"], right = "部署" }]', 11, "可有可无"),
        ('table.rows = [{ wrong = [], right = "部署" }]', 11, "应为一列用语"),
        ('table.spared = ["布署"]', 11, "不能都不写"),
        ('table.rows = [{ wrong = ["布署"], right = "部署", until = 99999 }]', 11, "应不大于"),
    ],
)
def test_a_table_that_contradicts_itself_is_an_error_with_its_line(
    tmp_path: Path, check: str, line: int, reason: str
) -> None:
    """A right form among the wrong ones, a period that ends before it starts, a gap that no fix could fill."""
    message = error_of(tmp_path, "wording", check)

    assert message.startswith(f"{tmp_path / 'rules.toml'}:{line}: 规则 YHS001：")
    assert reason in message


@pytest.mark.parametrize(
    ("kind", "check", "reason"),
    [
        ("members", 'phrases = [{ phrase = ["三项"], names = ["甲", "乙"], members = [["甲"]] }]', "应一一对应"),
        (
            "members",
            'phrases = [{ phrase = ["三项"], names = ["甲", "乙"], members = [["甲"], ["丙"]] }]',
            "“乙”不符合",
        ),
        (
            "members",
            'phrases = [{ phrase = ["三项"], names = ["甲", "乙"], members = [["甲"], ["乙"], ["丙"]] }]',
            "应一一对应",
        ),
        ("consistency", 'groups = [{ prefer = "甲", variants = ["乙", "丙"] }]', "不在 variants 里"),
        ("consistency", 'groups = [{ prefer = "甲", variants = ["甲"] }]', "至少写两种"),
        ("self-reference", 'rows = [{ names = ["我局"], offices = ["bureau"] }]', "之一"),
        ("pairing", "pairs = []", "不能为空"),
    ],
)
def test_parameters_of_the_other_kinds_are_checked(tmp_path: Path, kind: str, check: str, reason: str) -> None:
    """What cannot be meant is said with file and line."""
    message = error_of(tmp_path, kind, check)

    assert re.match(re.escape(str(tmp_path / "rules.toml")) + ":1[01]: 规则 YHS001：", message)
    assert reason in message


def error_of(folder: Path, kind: str, check: str) -> str:
    """Return the error of loading a pack with one rule whose check is so written."""
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    (folder / "rules.toml").write_text(f'{RULE}check.kind = "{kind}"\ncheck.{check}\n', encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_ruleset([folder])
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "第零次会议、13月32日、1e400余件、１２３余次、〇余、两万零三余件",
        "*" * 3000,
        "**" + "一" * 3000,
        "×" * 3000 + "次",
        "（" * 3000 + "”" * 3000,
        "“\n" * 2000,
        "，" * 3000,
        "为" * 3000 + "。",
        "以" + "《甲》" * 2000 + "的宣传，",
        "三项制度（" * 1000,
        "\ud800布署\udfff\x00。。",
        "𠮷布署，𠮷 2024 年",
        "&" * 2000 + ";&nbsp;&#99999999;",
        "\\" * 2000 + "n",
    ],
    ids=lambda text: ascii(text[:8]),
)
def test_no_rule_of_the_family_crashes(text: str) -> None:
    """Numbers that are none, marks without end and broken characters raise nothing."""
    report = lint_text(f"云岭县民政局2024年度法治政府建设情况报告\n一、主要成效\n{text}", select=["WRD"])

    assert [] == [found.message for found in report.findings if found.code == "INT001"]
