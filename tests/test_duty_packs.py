"""Duties in packs: what a province may add and re-word, and what a broken duty says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from report_lint import PackError, lint_text, load_ruleset
from report_lint.render.duties import as_text
from report_lint.render.layout import Screen

if TYPE_CHECKING:
    from pathlib import Path

    from report_lint.ruleset import Ruleset

PACK = """id = "yunling"
title = "云岭省规则"
version = "1"
prefixes = ["YLS"]
extends = "national"
"""
DUTY = """[[duty]]
id         = "Y1"
group      = "Y"
title      = "每年到公共法律服务站值守"
binds      = ["township"]
basis      = ["例:云岭省第一责任人年度清单"]
certainty  = "high"
evidence   = ["公共法律服务站…值守"]
lookalikes = ["律师…值守"]
good       = ["镇长到公共法律服务站值守2次。"]
bad        = ["律师到公共法律服务站值守2次。"]
"""
TITLE = "云岭县青溪镇人民政府2024年法治政府建设情况的报告\n一、镇长履行推进法治建设第一责任人职责情况\n"


def ruleset_of(folder: Path, duty: str) -> Ruleset:
    """Load a pack of one module on top of the national one."""
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    (folder / "duties.toml").write_text(duty, encoding="utf-8")
    return load_ruleset([folder])


def status(ruleset: Ruleset, duty: str, body: str) -> str:
    """Return the status of a duty in a township's report whose part about the head has this body."""
    report = lint_text(f"{TITLE}{body}\n", ruleset=ruleset)
    return next(item.status for item in report.checklist if item.id == f"duty.{duty}")


def test_a_province_adds_a_duty(tmp_path: Path) -> None:
    """It stands in the checklist beside the national ones, under a heading where the pack gives one."""
    ruleset = ruleset_of(tmp_path, f'[duty_groups]\nY = "云岭省增加的"\n\n{DUTY}')

    report = lint_text(f"{TITLE}镇长到公共法律服务站值守2次。\n", ruleset=ruleset)
    item = next(item for item in report.checklist if item.id == "duty.Y1")
    assert ("met", "云岭省增加的") == (item.status, item.heading)
    assert "missing" == status(ruleset, "Y1", "律师到公共法律服务站值守2次，镇长主持会议3次。")
    assert "met" == status(ruleset, "V6a", "镇长会前学法6次。")


def test_a_province_words_a_national_duty_anew(tmp_path: Path) -> None:
    """The same id in a later pack takes the place of the one before, in its place of the list."""
    ruleset = ruleset_of(tmp_path, DUTY.replace('"Y1"', '"V6a"').replace('"Y"', '"V6"'))

    titles = [duty.title for duty in ruleset.vocabulary.duties if duty.id == "V6a"]
    assert ["每年到公共法律服务站值守"] == titles
    assert "missing" == status(ruleset, "V6a", "镇长会前学法6次。")
    assert [duty.id for duty in load_ruleset().vocabulary.duties] == [duty.id for duty in ruleset.vocabulary.duties]


def test_alternatives_are_named_once_and_used_by_name(tmp_path: Path) -> None:
    """<值守> stands for the words of that list in [terms]; what is no name of a list stays as written."""
    terms = '[terms]\n"值守" = ["值守", "坐班"]\n\n'
    duty = terms + DUTY.replace("公共法律服务站…值守", "公共法律服务站…<值守>")

    ruleset = ruleset_of(tmp_path, duty)
    wording = next(duty.evidence.sources for duty in ruleset.vocabulary.duties if duty.id == "Y1")
    assert ("公共法律服务站…[值守|坐班]",) == wording
    assert "met" == status(ruleset, "Y1", "镇长到公共法律服务站坐班2次。")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('basis      = ["例:云岭省第一责任人年度清单"]\n', "", 1, "缺少 duty 第 1 项的 basis"),
        ('basis      = ["例:云岭省第一责任人年度清单"]', "basis = []", 6, "basis 不能为空"),
        ('"例:云岭省第一责任人年度清单"', '"省清单:第一条"', 6, "没有在 pack.toml"),
        ('binds      = ["township"]', 'binds = ["village"]', 5, "应为 party、government、department、township 之一"),
        ('binds      = ["township"]', "binds = []", 5, "不能为空"),
        ('evidence   = ["公共法律服务站…值守"]', "evidence = []", 8, "没有一条用语"),
        ('"公共法律服务站…值守"]', '"公共法律服务站…值守", ""]', 8, "没有可查找的字"),
        ('"公共法律服务站…值守"]', '"公共法律服务站…值守", "…"]', 8, "没有可查找的字"),
        ('"公共法律服务站…值守"]', '"公共法律服务站…值守", "[值守|]"]', 8, "可有可无"),
        ('"公共法律服务站…值守"]', '"公共法律服务站…值守", "#次"]', 8, "只有一个字"),
        ('"公共法律服务站…值守"]', '"公共法律服务站…值守", "法"]', 8, "只有一个字"),
        ('"公共法律服务站…值守"]', '"公共法律服务站…值守", "^值守"]', 8, "没有用处"),
        ('"公共法律服务站…值守"]', '"值守[#次|多次]"]', 8, "写在方括号外面"),
        ('lookalikes = ["律师…值守"]', 'lookalikes = ["服务站"]', 9, "遮住"),
        ('lookalikes = ["律师…值守"]', 'lookalikes = ["值守", "站"]', 9, "遮住"),
        ('certainty  = "high"', 'certainty = "sure"', 7, "应为 high、medium、low 之一"),
        ('id         = "Y1"', 'id = "y-1"', 2, "y-1"),
        ("title      =", "titel =", 4, "是否想写“title”"),
    ],
)
def test_a_broken_duty_names_file_line_and_way_out(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    """Every mistake in a duty is told with its place, in one sentence."""
    assert old in DUTY

    with pytest.raises(PackError) as raised:
        ruleset_of(tmp_path, DUTY.replace(old, new))

    assert f"duties.toml:{line}: " in str(raised.value)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("lookalike", ["律师…值守", "公共法律服务站值守", "服务站…坐班"])
def test_look_alikes_that_leave_something_are_accepted(tmp_path: Path, lookalike: str) -> None:
    """One that covers only some of what the evidence can match does its work."""
    ruleset_of(tmp_path, DUTY.replace("律师…值守", lookalike))


def test_a_duty_without_a_named_group_stands_under_the_title_of_its_pack(tmp_path: Path) -> None:
    """The checklist does not put it below the group in front of it, and the list of duties prints no bare id."""
    ruleset = ruleset_of(tmp_path, DUTY)

    report = lint_text(f"{TITLE}镇长到公共法律服务站值守2次。\n", ruleset=ruleset)
    listed = as_text(ruleset.vocabulary, None, Screen()).splitlines()

    assert ["云岭省规则"] == [item.heading for item in report.checklist if item.id == "duty.Y1"]
    assert ["云岭省规则", "", "Y1  每年到公共法律服务站值守"] == listed[listed.index("云岭省规则") :][:3]


def test_a_duty_told_twice_in_one_pack_is_refused(tmp_path: Path) -> None:
    """The first would be hidden by the second."""
    with pytest.raises(PackError, match=r"duties\.toml:14: 职责编号 Y1 已在 .*duties\.toml:2 用过"):
        ruleset_of(tmp_path, f"{DUTY}\n{DUTY}")
