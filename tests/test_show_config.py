"""`check --show-config`: what governs a report, and where it was written."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from report_lint.cli import main
from report_lint.config import ConfigTable, load_config

TODAY = date(2026, 1, 9)
CONFIG = """\
extend = "base/report-lint.toml"
ignore = ["STR005", 'CIT001']
as-of = 2026-01-09
baseline = "基线.json"
[severity]
CIT006 = "info"
[[suppress]]
code = "CIT002"
quote = '"引号"与…'
reason = "看过"
until = 2020-01-01
"""
BASE = """\
fail-on = "never"
profile = "department/county"
severity = { STR = "info" }
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with a report and a config that inherits from another."""
    monkeypatch.chdir(tmp_path)
    Path("base").mkdir()
    Path("base/report-lint.toml").write_text(BASE, encoding="utf-8")
    Path("report-lint.toml").write_text(CONFIG, encoding="utf-8")
    Path("a.txt").write_text("not read", encoding="utf-8")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what the program prints; nothing is checked, so nothing can be found."""
    assert main(["check", "--show-config", *arguments]) == 0
    return capsys.readouterr().out


def test_each_value_says_where_it_was_written(capsys: pytest.CaptureFixture[str]) -> None:
    """The file and the line, the command line, or nowhere."""
    text = printed(capsys, "a.txt", "--severity", "WRD=error", "--select", "STR")

    origins = {line.split(" =")[0]: line.rpartition("# ")[2] for line in text.splitlines() if " = " in line}
    assert "# 适用于：a.txt\n# 配置文件：report-lint.toml\n" in text
    assert {
        "packs": "默认",
        "select": "命令行",
        "ignore": "report-lint.toml:2",
        "profile": "base/report-lint.toml:2",
        "as-of": "report-lint.toml:3",
        "fail-on": "base/report-lint.toml:1",
        "format": "默认",
        "severity.STR": "base/report-lint.toml:3",
        "severity.CIT006": "report-lint.toml:6",
        "severity.WRD": "命令行",
    }.items() <= origins.items()
    assert "# report-lint.toml:7，已过期" in text


def test_no_key_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a config may say, except that it extends another."""
    text = printed(capsys, "a.txt", "--severity", "WRD=error")

    keys = {field.alias or name for name, field in ConfigTable.model_fields.items()} - {"extend"}
    assert [] == [
        key for key in keys if f"\n{key} = " not in text and f"\n{key}." not in text and f"[[{key}]]" not in text
    ]


def test_what_is_printed_governs_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """The output is a config file without `extend`, quotes and days included."""
    text = printed(capsys, "a.txt")
    Path("printed.toml").write_text(text, encoding="utf-8")

    assert tomllib.loads(text)["suppress"][0]["until"] == date(2020, 1, 1)
    before, after = (load_config(Path(name), TODAY) for name in ("report-lint.toml", "printed.toml"))
    assert replace(before, places={}) == replace(after, places={})


def test_reports_under_one_config_are_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with a config of its own stands apart; many names are counted."""
    for number in range(5):
        Path(f"b{number}.txt").write_text("x", encoding="utf-8")
    Path("own").mkdir()
    Path("own/c.txt").write_text("x", encoding="utf-8")
    Path("own/report-lint.toml").write_text("", encoding="utf-8")

    text = printed(capsys, ".")

    heads = [line for line in text.splitlines() if line.startswith("# 适用于")]
    assert ["# 适用于：a.txt、b0.txt、b1.txt 等 6 份", "# 适用于：own/c.txt"] == sorted(heads)


def test_what_is_not_set_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """The profile is recognised, the day is the report's own."""
    text = printed(capsys, "a.txt", "--no-config")

    assert "# 配置文件：没有\n" in text
    assert "# profile：自动识别" in text
    assert "# as-of：按报告的成文日期" in text


def test_a_wrong_config_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    """As in a check."""
    Path("report-lint.toml").write_text('ignore = ["XYZ"]\n', encoding="utf-8")

    assert main(["check", "--show-config", "a.txt"]) == 2
    assert capsys.readouterr().err == "error: report-lint.toml:1: 没有编号为“XYZ”的规则\n"
