"""The config file: which one governs, what it may say, and the sentences for what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from report_lint.config import Config, OutputFormat, find_config, load_config
from report_lint.errors import ConfigError
from report_lint.suppress import Suppression

TODAY = date(2026, 1, 9)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(path: str, text: str = "") -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_closest_file_upwards_governs() -> None:
    """A config further up is not looked at."""
    outer = _write("report-lint.toml")
    inner = _write("2024/report-lint.toml")
    Path("2024/县/乡").mkdir(parents=True)

    assert find_config(Path("2024/县/乡")) == inner
    assert find_config(Path("2024")) == inner
    assert find_config(Path()) == outer


def test_a_pyproject_governs_only_with_a_section_for_it() -> None:
    """Another tool's pyproject.toml is passed over; beside it the own file wins."""
    outer = _write("pyproject.toml", "[tool.report-lint]\nfail-on = 'never'\n")
    _write("a/pyproject.toml", "[tool.other]\n")
    own = _write("b/report-lint.toml")
    _write("b/pyproject.toml", "[tool.report-lint]\n")

    assert find_config(Path("a")) == outer
    assert find_config(Path("b")) == own
    assert load_config(outer, TODAY).fail_on == "never"


def test_reads_every_key() -> None:
    """The names of the keys are those of the flags."""
    file = _write(
        "conf/report-lint.toml",
        """
        packs = ["national", "./packs/粤"]
        select = ["STR", "CIT006"]
        ignore = ["STR007"]
        severity = { CIT006 = "info" }
        profile = "department/county"
        as-of = 2026-01-09
        fail-on = "warning"
        format = "concise"

        [[suppress]]
        code = "CIT006"
        file = "民政局.docx"
        quote = "《收养法》"
        reason = "引用历史情况"
        until = 2026-01-09
        """,
    )

    config = load_config(file, TODAY)

    assert config == Config(
        packs=("national", (Path.cwd() / "conf/packs/粤").as_posix()),
        select=("STR", "CIT006"),
        ignore=("STR007",),
        severity={"CIT006": "info"},
        profile="department/county",
        as_of=date(2026, 1, 9),
        fail_on="warning",
        format="concise",
        suppress=(Suppression("CIT006", "引用历史情况", quote="《收养法》", file="民政局.docx"),),
        places=config.places,
    )


def test_an_empty_file_gives_the_defaults() -> None:
    """Without a key a value is the built-in one."""
    assert load_config(_write("report-lint.toml"), TODAY) == Config()


def test_extend_takes_the_other_file_and_replaces_what_is_written() -> None:
    """Severities and suppressions add up, folders stay relative to the file that names them."""
    _write(
        "shared/base.toml",
        """
        packs = ["./packs/粤"]
        ignore = ["STR007"]
        fail-on = "never"
        severity = { CIT006 = "info", CIT002 = "info" }
        [[suppress]]
        code = "STR001"
        reason = "一"
        """,
    )
    file = _write(
        "a/report-lint.toml",
        """
        extend = "../shared/base.toml"
        ignore = []
        severity = { CIT006 = "error" }
        [[suppress]]
        code = "STR002"
        reason = "二"
        """,
    )

    config = load_config(file, TODAY)

    assert Path(config.packs[0]).resolve() == Path("shared/packs/粤").resolve()
    assert config.ignore == ()
    assert config.fail_on == "never"
    assert config.severity == {"CIT006": "error", "CIT002": "info"}
    assert [one.code for one in config.suppress] == ["STR001", "STR002"]


def test_an_error_found_later_still_names_its_file_and_line() -> None:
    """An unknown rule code is known only once the packs are loaded."""
    _write("base.toml", "\nignore = ['STR999']\n\n[[suppress]]\ncode = 'STR999'\nreason = '一'\n")
    file = _write("report-lint.toml", "extend = 'base.toml'\nselect = [\n 'STR',\n 'X']\nseverity.STR999 = 'info'\n")

    config = load_config(file, TODAY)

    assert str(config.error(("select", 1), "…")) == "report-lint.toml:4: …"
    assert str(config.error(("ignore", 0), "…")) == "base.toml:2: …"
    assert str(config.error(("severity", "STR999"), "…")) == "report-lint.toml:5: …"
    assert str(config.error(("suppress", 0, "code"), "…")) == "base.toml:5: …"
    assert config.error(("profile",), "…") is None


def test_suppressions_are_those_of_the_file() -> None:
    """A pattern or no file at all speaks of several reports, a name of one."""
    file = _write(
        "report-lint.toml",
        "\n".join(
            f"[[suppress]]\ncode = '{code}'\nreason = '…'\n{line}"
            for code, line in [("STR001", ""), ("STR002", "file = '2024/*'"), ("STR003", "file = '2024/a.txt'")]
        ),
    )

    config = load_config(file, TODAY)

    assert [(one.code, one.shared) for one in config.suppressions(Path("2024/a.txt"))] == [
        ("STR001", True),
        ("STR002", True),
        ("STR003", False),
    ]
    assert [one.code for one in config.suppressions(Path("2023/a.txt"))] == ["STR001"]
    assert [one.code for one in config.suppressions(None)] == ["STR001"]


@pytest.mark.parametrize(("day", "expired"), [("2026-01-08", True), ("2026-01-09", False)])
def test_a_suppression_holds_to_the_end_of_its_last_day(day: str, *, expired: bool) -> None:
    """`until` is the last day it holds."""
    file = _write("report-lint.toml", f"[[suppress]]\ncode = 'STR001'\nreason = '…'\nuntil = {day}")

    assert expired == load_config(file, TODAY).suppress[0].expired


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ignore = [\n", "report-lint.toml:1: 值没有写完"),
        ("\nfail_on = 'error'", "report-lint.toml:2: 未知的键“fail_on”，是否想写“fail-on”？"),
        ("\n\nsevrity = {}", "report-lint.toml:3: 未知的键“sevrity”，是否想写“severity”？"),
        ("fail-on = 'fatal'", "report-lint.toml:1: fail-on 是“fatal”，应为 error、warning、info、never 之一"),
        ("[severity]\nCIT006 = 'off'", "report-lint.toml:2: severity.CIT006 是“off”，应为 error、warning、info 之一"),
        ("packs = 'national'", 'report-lint.toml:1: packs 是“national”，应为一列值，例如 ["…"]'),
        ("packs = []", "report-lint.toml:1: packs 不能为空"),
        ("as-of = '去年'", "report-lint.toml:1: as-of 是“去年”，应为日期，例如 2026-01-09"),
        ("[[suppress]]\ncode = 'STR001'", "report-lint.toml:1: 缺少 suppress 第 1 项的 reason"),
        (
            "[[suppress]]\ncode = 'STR001'\nreason = ' '",
            "report-lint.toml:3: suppress 第 1 项的 reason 不能为空",
        ),
        (
            "[[suppress]]\ncode = 'STR1'\nreason = '…'",
            "report-lint.toml:2: suppress 第 1 项的 code 是“STR1”，应为规则编号，例如 CIT006",
        ),
        (
            "[[suppress]]\ncode = 'STR001'\nreason = '…'\nquotes = 'x'",
            "report-lint.toml:4: 未知的键“quotes”，是否想写“quote”？",
        ),
        ("\nextend = 'none.toml'", "report-lint.toml:2: extend 所指的文件不存在：none.toml"),
        ("extend = 'report-lint.toml'", "report-lint.toml:1: extend 绕成了圈：report-lint.toml 又引回了本文件"),
    ],
)
def test_what_is_wrong_is_one_sentence(text: str, expected: str) -> None:
    """File and line, the value that was written, and the way out."""
    file = _write("report-lint.toml", text)

    with pytest.raises(ConfigError) as caught:
        load_config(Path(file.name), TODAY)

    assert expected == str(caught.value)


def test_what_is_wrong_in_a_pyproject_has_its_line() -> None:
    """The section's own lines are those of the whole file."""
    _write("pyproject.toml", "[project]\nname = 'x'\n[tool.report-lint]\nformat = 'pdf'\n")

    with pytest.raises(ConfigError) as caught:
        load_config(Path("pyproject.toml"), TODAY)

    formats = "、".join(get_args(OutputFormat))
    assert str(caught.value) == f"pyproject.toml:4: format 是“pdf”，应为 {formats} 之一"


def test_an_error_in_an_extended_file_names_that_file() -> None:
    """Two files that extend each other are an error of the second."""
    _write("base.toml", "extend = 'report-lint.toml'")
    _write("report-lint.toml", "extend = 'base.toml'")

    with pytest.raises(ConfigError) as caught:
        load_config(Path("report-lint.toml"), TODAY)

    assert str(caught.value) == "base.toml:1: extend 绕成了圈：report-lint.toml 又引回了本文件"


def test_a_pyproject_without_a_section_is_no_config() -> None:
    """Only reached when it is named by --config."""
    _write("pyproject.toml", "[project]\nname = 'x'\n")

    with pytest.raises(ConfigError) as caught:
        load_config(Path("pyproject.toml"), TODAY)

    assert str(caught.value) == "pyproject.toml:1: 没有 [tool.report-lint]"
