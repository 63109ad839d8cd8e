"""`report-lint duties`: the catalogue as a writing aid."""

from __future__ import annotations

import json

import pytest

from report_lint.cli import main
from report_lint.render.layout import cell_len


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what the command prints."""
    assert main(["duties", *arguments]) == 0
    return capsys.readouterr().out


def test_lists_every_duty_with_its_authority_and_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    """By the groups of the norm; no line is wider than the screen."""
    lines = printed(capsys).splitlines()

    assert "主要负责人的职责：38 项" == lines[0]
    assert lines.index("领导法治建设") < lines.index("组织领导和保障") < lines.index("述职、督察、考核和问责")
    assert "V5a  依法出庭应诉" in lines
    assert "     算写明：县长出庭应诉1次。" in lines
    assert "     不算：局长旁听行政案件庭审2次。" in lines
    assert "     约束：政府、部门、乡镇（街道）" in lines
    assert [line for line in lines if cell_len(line) > 80] == []


@pytest.mark.parametrize(
    ("profile", "asked", "not_asked"),
    [
        ("party/county", "P1a", "V1a"),
        ("government/county", "V5b", "P5"),
        ("department/county", "X7", "G2"),
        ("government/township", "V3b", "V2c"),
        ("joint/county", "P6", "X1"),
    ],
)
def test_lists_what_one_kind_of_report_is_asked_for(
    capsys: pytest.CaptureFixture[str], profile: str, asked: str, not_asked: str
) -> None:
    """A department is not told what a Party committee owes."""
    text = printed(capsys, "--profile", profile)

    assert f"\n{asked}  " in text
    assert f"\n{not_asked}  " not in text


def test_says_what_is_only_for_information(capsys: pytest.CaptureFixture[str]) -> None:
    """The Party duties in a joint report of a township."""
    duties = json.loads(printed(capsys, "--profile", "joint/township", "--format", "json"))

    asked = {duty["id"]: duty["asked"] for duty in duties}
    assert {"P1a": "information", "V1a": "counted"} == {key: asked[key] for key in ("P1a", "V1a")}
    assert "仅供参考，不计入职责覆盖面" in printed(capsys, "--profile", "joint/township")


def test_gives_programs_all_it_knows(capsys: pytest.CaptureFixture[str]) -> None:
    """Wordings included."""
    duties = json.loads(printed(capsys, "--format", "json"))
    first = duties[0]

    assert 38 == len(duties)
    assert {"id", "group", "heading", "title", "binds", "basis", "certainty", "good", "bad", "wordings"} <= set(first)
    assert {"evidence", "mentions", "anywhere", "office", "lookalikes"} == set(first["wordings"])
    assert "asked" not in first


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--profile", "village"], "报告类型“village”写法不对"),
        (["--profile", "township"], "是级别"),
        (["--profile", "department/village"], "级别应为"),
        (["--format", "xml"], "应为 text、json 之一"),
        (["--profil", "party"], "是否想写“--profile”"),
        (["V5a"], "多出了“V5a”"),
    ],
)
def test_a_wrong_call_is_one_sentence(capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    """And exit code 2."""
    assert 2 == main(["duties", *arguments])
    error = capsys.readouterr().err

    assert error.startswith("error: ")
    assert said in error
    assert 1 == error.count("\n")


def test_the_rule_on_coverage_names_the_groups(capsys: pytest.CaptureFixture[str]) -> None:
    """`explain FRP003` says which duties stand in which group and where to read on; other rules do not."""
    assert main(["explain", "FRP003"]) == 0
    text = capsys.readouterr().out
    assert main(["explain", "FRP001"]) == 0

    assert "report-lint duties" in text
    assert "  学法普法：V6a 推动工作人员学法用法；V6b" in text
    assert "学法普法" not in capsys.readouterr().out


def test_the_help_names_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """In the list of commands, and with its own options."""
    main(["--help"])
    assert "\n  duties " in capsys.readouterr().out
    assert main(["duties", "--help"]) == 0
    assert "--profile" in capsys.readouterr().out
