"""The example of a province's pack does what its files say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from report_lint import lint_text, load_ruleset
from report_lint.cli import main

FOLDER = Path(__file__).parents[1] / "examples" / "packs" / "lanchuan"
TEXT = """\
岚川省云岭县司法局关于2024年度法治政府建设情况的报告
县委、县政府：
现将2024年度情况报告如下。
一、2024年度推进法治政府建设的主要举措和成效
落实《岚川省物业管理条例》，办理行政复议案件12件。
二、2024年度推进法治政府建设存在的不足和原因
执法力量不足，原因是培训安排不够。
三、2024年度主要负责人履行推进法治建设第一责任人职责情况
局长主持召开党组会4次研究法治政府建设，到3个执法中队调研行政执法工作2次，牵头化解行政争议1件。
四、2025年度推进法治政府建设的主要安排
举办执法培训4期。
岚川省云岭县司法局
2025年2月10日
"""


def test_the_pack_passes_its_own_check() -> None:
    """Every example in it is what it says."""
    assert 0 == main(["pack", "check", str(FOLDER)])


def test_it_has_an_earlier_deadline_in_place_of_the_national_one() -> None:
    """Ten days late by the province's rule, in time by the state's."""
    codes = {one.code for one in lint_text(TEXT, ruleset=load_ruleset([FOLDER])).findings}

    assert "LCS001" in codes
    assert "TIM005" not in codes
    assert "LCS001" not in {one.code for one in lint_text(TEXT).findings}


def test_it_regrades_the_rule_on_the_fifth_part() -> None:
    """A hint of the national pack is a warning here."""
    national = {one.code: one.severity for one in lint_text(TEXT).findings}
    province = {one.code: one.severity for one in lint_text(TEXT, ruleset=load_ruleset([FOLDER])).findings}

    assert ("info", "warning") == (national["STR005"], province["STR005"])


def test_it_knows_three_acts_of_its_own() -> None:
    """What the national register does not know is judged by the province's."""
    ruleset = load_ruleset([FOLDER])
    (cited,) = lint_text(TEXT, ruleset=ruleset, as_of=date(2024, 12, 31)).citations

    assert cited.instrument is not None
    assert ("岚川省物业管理条例", "地方性法规", "in_force") == (
        cited.instrument.title,
        cited.instrument.level,
        cited.instrument.status_on_date,
    )
    assert None is lint_text(TEXT).citations[0].instrument


def test_it_asks_for_two_more_duties() -> None:
    """They stand in the checklist beside the duties of the state."""
    items = {item.id: item.status for item in lint_text(TEXT, ruleset=load_ruleset([FOLDER])).checklist}

    assert ("met", "met") == (items["duty.LC1"], items["duty.LC2"])
    assert "duty.LC1" not in {item.id for item in lint_text(TEXT).checklist}


def test_it_has_a_title_of_its_own() -> None:
    """The wording of the title is the province's, and the sound one is silent."""
    ruleset = load_ruleset([FOLDER])
    other = TEXT.replace("关于2024年度法治政府建设情况的报告", "2024年法治政府建设工作报告")

    assert "LCS002" in {one.code for one in lint_text(other, ruleset=ruleset).findings}
    assert "LCS002" not in {one.code for one in lint_text(TEXT, ruleset=ruleset).findings}
