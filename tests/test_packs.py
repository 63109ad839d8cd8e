"""Packs: what loads, and what a broken one says: file, line, what is wrong, what is allowed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from report_lint import PackError, lint_text, load_ruleset
from report_lint.packs import rules_folder

if TYPE_CHECKING:
    from pathlib import Path

PACK = """id = "yunhu"
title = "云湖市规则"
version = "1"
prefixes = ["YHS"]
extends = "national"
"""

RULE = """[[rule]]
code     = "YHS001"
name     = "missing-city-part"
title    = "缺少本市要求的部分"
severity = "warning"
message  = "未找到其他需要报告的情况"
help     = "补写"
why      = "市里的模板要求写。"
basis    = ["例:云湖市报告模板"]
check    = { kind = "part-missing", part = "other" }
"""


def write(folder: Path, rule: str = RULE, pack: str = PACK) -> Path:
    """Write a pack of one module into a folder."""
    (folder / "pack.toml").write_text(pack, encoding="utf-8")
    (folder / "rules.toml").write_text(rule, encoding="utf-8")
    return folder


def test_the_national_pack_knows_its_day_and_its_rules() -> None:
    """The built-in pack has the structure, citation, duty and internal rules, each code once."""
    ruleset = load_ruleset()
    codes = [rule.code for rule in ruleset.rules]

    assert date(2026, 9, 23) == ruleset.facts_until
    assert {f"STR{number:03}" for number in range(1, 14)} <= set(codes)
    assert {"CIT001", "CIT002", "CIT006", "FRP001", "FRP002", "FRP003", "FRP005"} <= set(codes)
    assert {"INT001", "INT002", "INT003"} <= set(codes)
    assert len(codes) == len(set(codes))


def test_codes_and_names_are_well_formed_and_errors_rest_on_a_norm() -> None:
    """A code is three letters and three digits; a practice-only rule is never an error."""
    for rule in load_ruleset().rules:
        assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.table.name)
        assert rule.basis
        if rule.table.severity == "error":
            assert any(basis.grade in "规法标实" for basis in rule.basis), rule.code
        assert len(rule.table.message) <= 60, rule.code
        assert not re.search("[。！]|请", rule.table.message), rule.code


def test_a_pack_extends_the_national_one_with_its_own_rule(tmp_path: Path) -> None:
    """Rules of the extended pack and of the pack itself run together."""
    ruleset = load_ruleset([write(tmp_path)])

    report = lint_text("青岚县水务局2024年法治政府建设情况的报告\n一、主要成效\n巡查。\n", ruleset=ruleset)

    assert {"YHS001", "STR002"} <= {finding.code for finding in report.findings}
    assert ["national", "yunhu"] == [pack.id for pack in ruleset.packs]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('severity = "warning"', 'severity = "fatal"', 5, "应为 error、warning、info 之一"),
        ('severity = "warning"', 'sevrity = "warning"', 5, "是否想写“severity”"),
        ('code     = "YHS001"', 'code     = "YHS1"', 2, "YHS1"),
        ('code     = "YHS001"', 'code     = "STR001"', 2, "已在"),
        ('code     = "YHS001"', 'code     = "ABC001"', 2, "前缀"),
        ('"例:云湖市报告模板"', '"云湖规定:第一条"', 9, "没有在 pack.toml"),
        ('kind = "part-missing"', 'kind = "part-mising"', 10, "是否想写“part-missing”？"),
        ('kind = "part-missing"', 'kind = "缺少"', 10, "应为 part-missing、"),
        ('title    = "', 'since = 99999\ntitle    = "', 4, "应不大于 2099"),
        ('title    = "', 'since = "2019年"\ntitle    = "', 4, "应为整数"),
        ('part = "other" }', 'part = "other", least = 3 }', 10, "least"),
        (', part = "other"', "", 10, "part"),
        ('message  = "', "message  = “", 6, "半角"),
        ("title    =", "titel    =", 4, "是否想写“title”"),
    ],
)
def test_a_broken_rule_names_file_line_and_way_out(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    """Every mistake in a rule file is told with its place and what would be right."""
    assert old in RULE

    with pytest.raises(PackError) as raised:
        load_ruleset([write(tmp_path, RULE.replace(old, new))])

    assert f"rules.toml:{line}: " in str(raised.value)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("wording", "said"),
    [("", "没有可查找的字"), ("…", "没有可查找的字"), ("[甲|]", "可有可无"), ("听取[汇报", "方括号不成对")],
)
def test_a_wording_that_matches_everything_is_refused(tmp_path: Path, wording: str, said: str) -> None:
    """A wording without a word to look for would match anywhere."""
    part = f'[[part]]\nid = "plan"\ntitle = "安排"\nbasis = ["例"]\nheadings = ["打算", "{wording}"]\n'

    with pytest.raises(PackError, match=said):
        load_ruleset([write(tmp_path, part)])


def test_a_pack_adds_wordings_to_an_inherited_part(tmp_path: Path) -> None:
    """A part of its own with the same id adds: the inherited wordings still count."""
    part = '[[part]]\nid = "plan"\ntitle = "愿景"\nbasis = ["例:云湖市报告模板"]\nheadings = ["来年愿景"]\n'
    ruleset = load_ruleset([write(tmp_path, part)])
    text = "青岚县水务局2024年法治政府建设情况的报告\n一、主要成效\n巡查。\n二、{}\n培训4期。\n"

    found = [
        lint_text(text.format(heading), ruleset=ruleset).checklist[3] for heading in ("来年愿景", "2025年工作打算")
    ]

    assert [("part.plan", "met"), ("part.plan", "met")] == [(item.id, item.status) for item in found]
    assert "下一年度主要安排" == found[0].title
    assert ["规", "例"] == [basis.grade for basis in found[0].basis]


def test_an_unknown_name_in_terms_is_told(tmp_path: Path) -> None:
    """A reference to a list that is not there is an error, not an empty list."""
    part = '[[part]]\nid = "plan"\ntitle = "安排"\nbasis = ["例"]\nheadings = ["@nowhere"]\n'

    with pytest.raises(PackError, match=r"rules\.toml:5: .*nowhere"):
        load_ruleset([write(tmp_path, part)])


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ('{ kind = "deadline", deadlines = [{ by = "02-30" }] }', "“02-30”不是日期，应写成月-日"),
        ('{ kind = "deadline", deadlines = [{ by = "2月1日" }] }', "应写成月-日，例如 03-01"),
        ('{ kind = "deadline", deadlines = [{ by = "02-01" }], publish_by = "13-45" }', "“13-45”不是日期"),
        (
            '{ kind = "cycle", cycles = [{ name = "八五", first = 2025, last = 2021 }] }',
            "止年 last = 2021 早于起年 first = 2025",
        ),
        ('{ kind = "ordinal-day", days = [{ name = "国家宪法日", first = 99999 }] }', "应不大于 2099"),
        ('{ kind = "part-thin", minimum = { plan = -5 }, nothing = ["无"] }', "应不小于 0"),
        ('{ kind = "part-thin", minimum = { plan = 1e400 }, nothing = ["无"] }', "应为数字"),
        ('{ kind = "events", table = "没有.tsv" }', "找不到事件表"),
    ],
)
def test_days_and_years_that_cannot_be_are_refused(tmp_path: Path, check: str, said: str) -> None:
    """A day that no calendar has and a period that ends before it starts are told with the file."""
    rule = re.sub(r"check    = .*", f"check    = {check}", RULE)

    with pytest.raises(PackError, match=re.escape(said)) as raised:
        load_ruleset([write(tmp_path, rule)])

    assert "rules.toml:10: " in str(raised.value) or "没有.tsv" in str(raised.value)


@pytest.mark.parametrize(("day", "said"), [('"去年"', "应为日期，例如 2026-01-09"), ("2026-02-30", "日期不存在")])
def test_a_pack_known_until_no_day_is_refused(tmp_path: Path, day: str, said: str) -> None:
    """The day up to which a pack knows the facts is a day."""
    folder = write(tmp_path)
    pack = folder / "pack.toml"
    pack.write_text(f"facts_until = {day}\n{pack.read_text('utf-8')}", "utf-8")

    with pytest.raises(PackError, match=f"pack\\.toml:1: .*{said}"):
        load_ruleset([folder])


def test_a_missing_pack_is_told_with_the_ones_there_are(tmp_path: Path) -> None:
    """The error names the folder that was looked in and the built-in packs."""
    with pytest.raises(PackError, match="national"):
        load_ruleset([f"{tmp_path}/nowhere"])
    with pytest.raises(PackError, match="national"):
        load_ruleset(["guangdong"])


def test_the_rules_folder_holds_the_national_pack() -> None:
    """In the checkout and in an installed package alike."""
    assert (rules_folder() / "national" / "pack.toml").is_file()


def test_packs_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    """A pack cannot inherit from itself, directly or through another."""
    for name, other in (("one", "two"), ("two", "one")):
        folder = tmp_path / name
        folder.mkdir()
        write(folder, pack=PACK.replace('"yunhu"', f'"{name}"').replace('"national"', f'"../{other}"'))

    with pytest.raises(PackError, match="互相继承"):
        load_ruleset([tmp_path / "one"])


def test_two_packs_of_one_name_are_refused(tmp_path: Path) -> None:
    """Findings name their pack by its id."""
    with pytest.raises(PackError, match="已被"):
        load_ruleset([write(tmp_path, pack=PACK.replace('"yunhu"', '"national"'))])


def test_a_part_that_does_not_exist_is_told_at_load(tmp_path: Path) -> None:
    """With the names there are."""
    with pytest.raises(PackError, match="achievements"):
        load_ruleset([write(tmp_path, RULE.replace('part = "other"', 'part = "others"'))])


ADJUST = """
[[adjust]]
code     = "{code}"
severity = "{severity}"
reason   = "本市的模板不要求"
"""


def test_a_pack_regrades_and_switches_off_what_it_inherits(tmp_path: Path) -> None:
    """The severity is the pack's; a rule that is off runs only when it is selected by its code."""
    text = "青岚县水务局2024年法治政府建设情况的报告\n一、主要成效\n巡查40次。\n"
    pack = PACK + ADJUST.format(code="STR002", severity="info") + ADJUST.format(code="STR004", severity="off")
    ruleset = load_ruleset([write(tmp_path, pack=pack)])

    found = {finding.code: finding.severity for finding in lint_text(text, ruleset=ruleset).findings}

    assert "info" == found["STR002"]
    assert "STR004" not in found
    assert {"STR004"} == {one.code for one in lint_text(text, ruleset=ruleset, select=["STR004"]).findings}
    assert load_ruleset().rule("STR002") != ruleset.rule("STR002")


@pytest.mark.parametrize(
    ("code", "severity", "said"),
    [
        ("STR099", "off", "没有编号为“STR099”的规则可调整，是否想写“STR009”"),
        ("STR002", "none", "应为"),
        ("STR", "off", "STR"),
    ],
)
def test_a_wrong_adjustment_names_file_and_line(tmp_path: Path, code: str, severity: str, said: str) -> None:
    """A code that no pack has, a severity there is not."""
    with pytest.raises(PackError, match=said) as raised:
        load_ruleset([write(tmp_path, pack=PACK + ADJUST.format(code=code, severity=severity))])

    assert re.search(r"pack\.toml:[789]: ", str(raised.value))


def test_practice_cannot_be_made_an_error(tmp_path: Path) -> None:
    """A rule that rests on drafting practice alone stays below `error` in every pack; a warning it may become."""
    pack = PACK + ADJUST.format(code="STR010", severity="error")

    with pytest.raises(PackError, match=r"pack\.toml:\d+: STR010 只依据惯例，不能调整为 error，最高为 warning"):
        load_ruleset([write(tmp_path, pack=pack)])
    assert load_ruleset([write(tmp_path, pack=pack.replace('"error"', '"warning"'))]).rule("STR010") is not None


NORM = '[[norm]]\nid = "{}"\ntitle = "云湖市法治政府建设年度报告办法"\ngrade = "例"\n'


@pytest.mark.parametrize(
    ("norms", "line", "said"),
    [
        (NORM.format("云湖办法") * 2, 11, "依据编号“云湖办法”本文件里已经登记过"),
        (NORM.format("督察规定"), 7, "规则包 national 已经用它登记《法治政府建设与责任落实督察工作规定》"),
    ],
)
def test_a_norm_keeps_the_title_it_was_given(tmp_path: Path, norms: str, line: int, said: str) -> None:
    """An id used once more would change the authority that other rules name."""
    with pytest.raises(PackError, match=re.escape(f"pack.toml:{line}: ") + ".*" + re.escape(said)):
        load_ruleset([write(tmp_path, pack=PACK + norms)])


@pytest.mark.parametrize(
    ("severity", "variant", "line"), [("error", "info", 5), ("warning", "error", 12), ("warning", "info", None)]
)
def test_practice_alone_makes_no_error(tmp_path: Path, severity: str, variant: str, line: int | None) -> None:
    """Neither in a rule nor in a variant of it; with another authority beside the practice it may."""
    rule = RULE.replace('"warning"', f'"{severity}"') + f'[rule.variants.none]\nseverity = "{variant}"\n'
    practice = rule.replace('"例:云湖市报告模板"', '"惯"')

    if line is not None:
        with pytest.raises(PackError, match=rf"rules\.toml:{line}: YHS001 只依据惯例，不能定为 error"):
            load_ruleset([write(tmp_path, practice)])
        practice = practice.replace('"惯"', '"惯", "例:云湖市报告模板"')

    assert load_ruleset([write(tmp_path, practice)]).rule("YHS001") is not None


def test_a_pack_that_extends_nothing_known_is_told_where(tmp_path: Path) -> None:
    """The line of `extends`, and the pack that was probably meant."""
    with pytest.raises(PackError, match=r"pack\.toml:5: 找不到规则包“nationel”：.*是否想写“national”？"):
        load_ruleset([write(tmp_path, pack=PACK.replace('"national"', '"nationel"'))])


def test_no_pack_at_all_is_an_error_of_packs() -> None:
    """An empty list has no rules to check by."""
    with pytest.raises(PackError, match="没有写明规则包"):
        load_ruleset([])


def test_a_sound_pack_is_not_scanned_for_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are looked up only for an error: the scan takes four times as long as loading."""
    (tmp_path / "pack.toml").write_text(PACK, encoding="utf-8")
    scanned: list[object] = []
    monkeypatch.setattr("report_lint.validation.line_of", lambda _text, loc: scanned.append(loc) or 1)

    load_ruleset([tmp_path])

    assert not scanned
