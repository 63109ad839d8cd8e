"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from report_lint import __version__
from report_lint.cli import main
from report_lint.commands.arguments import parse_check
from report_lint.commands.output import screen_for
from report_lint.config import OutputFormat

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "临溪县民政局2023年法治政府建设年度报告\n\n一、主要举措和成效\n全年办理登记120件。\n"
GAPS = "二、存在的不足和原因\n执法人员少，原因是编制紧张、培训不足。\n"
TAIL = """\
三、主要负责人履行推进法治建设第一责任人职责情况
局长主持召开局党组会3次研究法治工作。
四、2024年工作安排
修订裁量基准，开展培训2期。
五、其他需要报告的情况
无。
"""
GOOD = HEAD + GAPS + TAIL
BAD = HEAD + TAIL
ONLY = ("--select", "STR002")
FORMATS = "、".join(get_args(OutputFormat))
COLUMNS = "应为 characters、utf16、utf8 之一"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder with one good and one bad report."""
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    Path("bad.txt").write_text(BAD, encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> int:
    """Run `check` and return the exit code."""
    return main(["check", *arguments])


class TestExitCodes:
    """0 clean, 1 findings that count, 2 it could not do its job."""

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (["good.txt"], 0),
            (["bad.txt"], 1),
            (["good.txt", "bad.txt"], 1),
            (["bad.txt", "--fail-on", "never"], 0),
            (["bad.txt", "--severity", "STR002=warning"], 0),
            (["bad.txt", "--severity", "STR002=warning", "--fail-on", "warning"], 1),
            (["bad.txt", "--severity", "STR002=info", "--fail-on", "warning"], 0),
            (["bad.txt", "--severity", "str=info", "--fail-on", "info"], 1),
            (["bad.txt", "--ignore", "STR002"], 0),
            (["bad.txt", "none.txt"], 2),
            (["good.txt", "none.txt"], 2),
        ],
        ids=str,
    )
    def test_of_check(self, arguments: list[str], code: int) -> None:
        """The worst of all inputs decides."""
        assert code == check(*arguments, *ONLY)

    def test_without_a_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The help goes to stderr, because nothing was done."""
        assert main([]) == 2
        assert capsys.readouterr().err.startswith("用法：report-lint 命令")


class TestBadInput:
    """One sentence, exit code 2, and the other files are still checked."""

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["--formt", "json", "good.txt"], "没有选项“--formt”，是否想写“--format”？"),
            (["--format=pdf", "good.txt"], f"--format 的值是“pdf”，应为 {FORMATS} 之一"),
            (["--format", "jsn", "good.txt"], f"--format 的值是“jsn”，应为 {FORMATS} 之一，是否想写“json”？"),
            (["--columns", "utf-16", "good.txt"], f"--columns 的值是“utf-16”，{COLUMNS}，是否想写“utf16”？"),
            (["good.txt", "--format"], "--format 后面缺少值"),
            (
                ["good.txt", "--statistics", "--format", "sarif"],
                "--statistics 不能和 --format sarif 同时使用，可用 full 或 json",
            ),
            (["good.txt", "--no-config=x"], "--no-config 不带值，多出了“x”"),
            (["good.txt", "--fail-on", "fatal"], "--fail-on 的值是“fatal”，应为 error、warning、info、never 之一"),
            (["good.txt", "--color", "red"], "--color 的值是“red”，应为 auto、always、never 之一"),
            ([], "没有写明要检查的文件，例如：report-lint check 报告.docx"),
            (["good.txt", "--select", "STR999"], "没有编号为“STR999”的规则，是否想写“STR009”？"),
            (["good.txt", "--ignore", "XYZ"], "没有编号为“XYZ”的规则"),
            (["good.txt", "--severity", "STR999=info"], "没有编号为“STR999”的规则，是否想写“STR009”？"),
            (
                ["good.txt", "--severity", "STR002"],
                "--severity 的值是“STR002”，应写成 编号=级别，例如 CIT006=info，级别为 error、warning、info 之一",
            ),
            (
                ["good.txt", "--severity", "STR002=off"],
                "--severity 的值是“STR002=off”，应写成 编号=级别，例如 CIT006=info，级别为 error、warning、info 之一",
            ),
            (["good.txt", "--as-of", "2026-02-30"], "--as-of 的值是“2026-02-30”，应为日期，例如 2026-01-09"),
            (["good.txt", "--as-of", "去年"], "--as-of 的值是“去年”，应为日期，例如 2026-01-09"),
            (["good.txt", "--config", "c.toml", "--no-config"], "--config 不能和 --no-config 同时使用"),
            (["good.txt", "--select", ","], "--select 和 --ignore 后面应有规则编号，例如 STR,CIT006"),
            (
                ["good.txt", "--stdin-filename", "a.txt"],
                "--stdin-filename 是标准输入的文件名，要检查标准输入请再写上“-”",
            ),
            (["-", "--watch"], "--watch 不能检查标准输入，请写明文件或文件夹"),
            (["good.txt", "-o", "none/out.txt"], "无法写入 none/out.txt：文件夹 none 不存在"),
            (["good.txt", "-o", "."], "无法写入 .：这是文件夹，请写明文件名"),
            (["good.txt", "-o", "./good.txt"], "-o 所写的 good.txt 正是要检查的报告，请换一个文件名"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_of_the_flags(self, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
        """What was written, and what should be."""
        code = check(*arguments)

        assert capsys.readouterr().err == f"error: {sentence}\n"
        assert code == 2

    def test_of_a_link_to_itself(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The system refuses to follow it; the other files are checked."""
        Path("loop").symlink_to("loop")

        code = check("loop", "bad.txt", "--format", "concise", *ONLY)

        printed = capsys.readouterr()
        assert printed.err == "error: 无法读取 loop：这个链接绕成了圈，请检查路径\n"
        assert "bad.txt:3:1: error STR002" in printed.out
        assert code == 2

    def test_of_an_output_that_is_a_link_to_itself(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It is one sentence too."""
        Path("loop").symlink_to("loop")

        code = check("good.txt", "-o", "loop", *ONLY)

        assert capsys.readouterr().err == "error: 无法写入 loop：链接绕成了圈\n"
        assert code == 2

    def test_of_a_name_that_is_too_long(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A list of files that was pasted as one."""
        assert check("很长" * 200) == 2
        assert capsys.readouterr().err.endswith("：文件名太长，请检查路径\n")

    def test_of_the_system_while_a_report_is_checked(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It concerns that report and is no defect of ours."""

        def fail(folder: Path) -> None:
            raise OSError(errno.EIO, "Input/output error", str(folder))

        monkeypatch.setattr("report_lint.commands.settings.find_config", fail)

        code = check("good.txt", *ONLY)

        assert capsys.readouterr().err == "error: 无法读取 good.txt：磁盘或网络出错\n"
        assert code == 2

    def test_of_the_system_outside_a_report(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The sentence names the file, where the system does."""

        def fail() -> str:
            raise OSError(errno.EIO, "Input/output error", "schema.json")

        monkeypatch.setattr("report_lint.render.schema.render", fail)

        assert main(["schema"]) == 2
        assert capsys.readouterr().err == "error: 无法读写 schema.json：磁盘或网络出错\n"

    def test_of_the_profile(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The sentence names what was written."""
        assert check("good.txt", "--profile", "department/village") == 2
        assert capsys.readouterr().err.startswith("error: 报告类型“department/village”写法不对，级别应为 ")
        assert check("good.txt", "--profile", "bureau") == 2
        assert capsys.readouterr().err.startswith("error: 报告类型“bureau”写法不对，机关种类应为 ")

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["chekc"], "没有命令“chekc”，是否想写“check”？"),
            (["bad.txt"], "没有命令“bad.txt”；检查报告请写 report-lint check bad.txt"),
            (["frobnicate"], "没有命令“frobnicate”；用法见 report-lint --help"),
            (["\0"], "没有命令“␀”；用法见 report-lint --help"),
            (["--frob"], "没有选项“--frob”；用法见 report-lint --help"),
            (["schema", "x"], "多出了“x”"),
            (["explain"], "缺少 CODE"),
            (["explain", "STR999"], "没有编号为“STR999”的规则，是否想写“STR009”？"),
            (["explain", "县"], "没有编号为“县”的规则；全部规则见 report-lint rules"),
            (["rules", "--select", "STR999"], "没有编号为“STR999”的规则，是否想写“STR009”？"),
            (["rules", "--format", "xml"], "--format 的值是“xml”，应为 text、json 之一"),
        ],
        ids=str,
    )
    def test_of_the_command(self, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A report without `check` in front is a likely slip."""
        code = main(arguments)

        assert capsys.readouterr().err == f"error: {sentence}\n"
        assert code == 2

    @pytest.mark.parametrize(
        ("make", "sentence"),
        [
            (lambda: "none.txt", "无法读取 none.txt：找不到这个文件或文件夹，请检查路径"),
            (
                lambda: str(Path("空").mkdir() or "空"),
                "无法读取 空：文件夹里没有 .docx、.txt 或 .md 报告，请检查是否选错了文件夹",
            ),
        ],
    )
    def test_of_the_paths(self, make: Callable[[], str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A path that gives nothing is an error, and the others are checked."""
        code = check(make(), "bad.txt", "--format", "concise", *ONLY)

        printed = capsys.readouterr()
        assert printed.err == f"error: {sentence}\n"
        assert "bad.txt:3:1: error STR002" in printed.out
        assert code == 2

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("ignore = [", "a/report-lint.toml:1: 值没有写完"),
            ("ignore = [\n“STR”]", "a/report-lint.toml:2: 有全角符号 “ ，引号、逗号、等号和括号应为半角"),
            ("\nsevrity = {}", "a/report-lint.toml:2: 未知的键“sevrity”，是否想写“severity”？"),
            ("fail-on = 'fatal'", "a/report-lint.toml:1: fail-on 是“fatal”，应为 error、warning、info、never 之一"),
            ("select = [\n'STR',\n'STR999']", "a/report-lint.toml:3: 没有编号为“STR999”的规则，是否想写“STR009”？"),
            ("severity.STR999 = 'info'", "a/report-lint.toml:1: 没有编号为“STR999”的规则，是否想写“STR009”？"),
            (
                "[[suppress]]\nreason = '…'\ncode = 'STR999'",
                "a/report-lint.toml:3: 没有编号为“STR999”的规则，是否想写“STR009”？",
            ),
        ],
    )
    def test_of_a_config(self, text: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
        """What it governs is not checked; the sentence says how many that are, and the others are."""
        Path("a").mkdir()
        Path("a/report-lint.toml").write_text(text, encoding="utf-8")
        for name in ("1.txt", "2.txt"):
            Path("a", name).write_text(GOOD, encoding="utf-8")

        code = check("a", "bad.txt", "--format", "json", *ONLY)

        printed = capsys.readouterr()
        assert printed.err == f"error: {sentence}（2 份报告因此没有检查）\n"
        output = json.loads(printed.out)
        assert [report["path"] for report in output["reports"]] == ["bad.txt"]
        assert output["errors"] == [
            {"path": f"a/{name}", "kind": "config", "message": sentence} for name in ("1.txt", "2.txt")
        ]
        assert code == 2

    def test_of_a_profile_in_a_config(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The line is that of the key."""
        Path("report-lint.toml").write_text("\nprofile = 'village'", encoding="utf-8")

        assert check("good.txt") == 2
        assert capsys.readouterr().err.startswith("error: report-lint.toml:2: ")

    def test_of_a_missing_config(self, capsys: pytest.CaptureFixture[str]) -> None:
        """--config is not looked for elsewhere."""
        assert check("good.txt", "--config", "none.toml") == 2
        assert capsys.readouterr().err == "error: 找不到文件 none.toml（1 份报告因此没有检查）\n"

    def test_of_a_pack_in_a_config(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The line is that of the pack."""
        Path("report-lint.toml").write_text("packs = [\n'national',\n'./none']", encoding="utf-8")

        assert check("good.txt") == 2
        assert capsys.readouterr().err.startswith("error: report-lint.toml:3: 找不到规则包“")

    def test_of_a_missing_pack(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The sentence names the folder."""
        assert check("good.txt", "--pack", "./none") == 2
        assert "找不到规则包“./none”" in capsys.readouterr().err

    def test_a_defect_of_ours_is_a_sentence(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It concerns one report; the others are checked."""
        from report_lint.commands import check as command  # noqa: PLC0415

        genuine = command.lint

        def crash(source: object, **options: object) -> object:
            if getattr(source, "path", None) == "good.txt":
                raise KeyError("x")
            return genuine(source, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(command, "lint", crash)

        code = check("good.txt", "bad.txt", "--format", "concise", *ONLY)

        printed = capsys.readouterr()
        assert printed.err == (
            "error: 无法检查 good.txt：程序内部出错（KeyError: 'x'），请把这句话和这份报告反馈给维护者\n"
        )
        assert "bad.txt:3:1: error STR002" in printed.out
        assert code == 2

    def test_a_defect_outside_a_report_is_a_sentence(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """With REPORT_LINT_DEBUG=1 it is raised."""
        monkeypatch.setattr("report_lint.render.schema.render", lambda: 1 / 0)

        assert main(["schema"]) == 2
        assert capsys.readouterr().err.startswith("error: 程序内部出错（ZeroDivisionError: division by zero）")
        monkeypatch.setenv("REPORT_LINT_DEBUG", "1")
        with pytest.raises(ZeroDivisionError):
            main(["schema"])


class TestCheck:
    """What `check` reads and prints."""

    def test_prints_the_full_format(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The default is for people."""
        check("bad.txt", *ONLY)

        lines = capsys.readouterr().out.splitlines()
        assert lines[0].startswith("bad.txt:3:1  error STR002  ")
        assert lines[1:4] == ["   │", "   │ 一、主要举措和成效", "   │ ━━━━━━━━━━━━━━━━━━"]
        assert lines[-2] == "bad.txt：错误 1，警告 0，提示 0"
        assert lines[-1].startswith("已检查：规则 1 条，找到五部分中的 4 部分，引用 0 处，法规资料截至 ")

    def test_prints_the_checklist(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The five parts come first."""
        check("bad.txt", "--format", "checklist")

        text = capsys.readouterr().out
        assert "标题：临溪县民政局2023年法治政府建设年度报告" in text
        assert "规定的五部分（✓ 4，✗ 1）" in text

    def test_a_clean_report_says_what_was_checked(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The last line is never just silence."""
        check("good.txt", *ONLY)

        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "good.txt：没有发现问题"
        assert lines[1].startswith("已检查：规则 1 条，找到五部分中的 5 部分，")

    def test_files_and_options_may_be_mixed(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Folders are searched, no file is checked twice, codes may be prefixes in any letters."""
        Path("县").mkdir()
        Path("县/乡.md").write_text(BAD, encoding="utf-8")

        check("--format", "json", "bad.txt", "--select", "str002，STR003", "县", "--no-config", "./bad.txt")

        output = json.loads(capsys.readouterr().out)
        assert [report["path"] for report in output["reports"]] == ["bad.txt", "县/乡.md"]
        assert output["summary"] == {"files": 2, "error": 2, "warning": 0, "info": 0}
        assert output["reports"][0]["checked"]["rules"] == ["STR002", "STR003"]

    def test_a_folder_tells_what_was_left_out(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Documents in formats we do not read are counted once a folder; pictures are no documents."""
        Path("局/旧").mkdir(parents=True)
        for name in ("a.txt", "旧/b.doc", "旧/c.DOC", "d.pdf", "e.wps", "f.png"):
            Path("局", name).write_text(GOOD, encoding="utf-8")

        code = check("局", "局", "good.txt", *ONLY)

        printed = capsys.readouterr()
        assert printed.err == "局：另有4个文件没有检查（.doc 2、.pdf 1、.wps 1），请另存为 .docx\n"
        assert "共检查 2 份报告：" in printed.out
        assert code == 0

    def test_a_folder_of_other_formats_alone_is_said_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The error speaks of them already."""
        Path("局").mkdir()
        Path("局/b.doc").write_text(GOOD, encoding="utf-8")

        assert check("局", "good.txt", *ONLY) == 2
        assert capsys.readouterr().err.count("\n") == 1

    @pytest.mark.parametrize("day", ["2026-1-9", "2026-01-09", "20260109"])
    def test_a_day_may_be_written_without_zeros(self, day: str, capsys: pytest.CaptureFixture[str]) -> None:
        """Digits of a month below ten are as people write them."""
        assert parse_check(["a.txt", "--as-of", day]).as_of == date(2026, 1, 9)
        assert check("good.txt", "--as-of", day, *ONLY) == 0
        assert capsys.readouterr().err == ""

    def test_a_day_that_the_pack_knows_nothing_of_is_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Once for a run, on stderr, on a flag's day and a config's."""
        check("good.txt", "--format", "json", *ONLY)
        until = json.loads(capsys.readouterr().out)["reports"][0]["checked"]["facts_until"]
        warning = f"法规资料截至 {until}，之后的变化未计入\n"

        assert check("good.txt", "bad.txt", "--as-of", "2999-1-1", *ONLY) == 1
        assert capsys.readouterr().err == warning
        assert check("good.txt", "--as-of", until, *ONLY) == 0
        assert capsys.readouterr().err == ""
        Path("report-lint.toml").write_text("as-of = 2999-01-01", encoding="utf-8")
        assert check("good.txt", *ONLY) == 0
        assert capsys.readouterr().err == warning

    def test_a_report_signed_after_what_the_pack_knows_says_so(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The signing day judges where no day is given, and rules of time are silent about what came later."""
        Path("late.txt").write_text(
            "云岭县民政局2026年度法治政府建设情况报告\n县政府：\n一、主要成效\n检查30次。\n云岭县民政局\n2027年1月20日\n",
            encoding="utf-8",
        )

        check("late.txt", *ONLY)
        said = capsys.readouterr()

        assert re.search(r"法规资料截至 \d{4}-\d\d-\d\d，之后的变化未计入\n", said.err)

    def test_a_name_that_begins_with_a_dash(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What stands behind -- is a file."""
        Path("-x.txt").write_text(BAD, encoding="utf-8")

        assert check("--format", "concise", *ONLY, "--", "-x.txt") == 1
        assert capsys.readouterr().out.startswith("-x.txt:3:1: error STR002")

    def test_reads_standard_input(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """The name given for it tells the config."""
        Path("县").mkdir()
        Path("县/report-lint.toml").write_text("severity.STR002 = 'info'", encoding="utf-8")
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))

        code = check("-", "--stdin-filename", "县/报告.txt", "--format", "concise", *ONLY)

        assert capsys.readouterr().out.startswith("县/报告.txt:3:1: info STR002")
        assert code == 0

    def test_standard_input_needs_no_name(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It is shown as - then."""
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BAD.encode("gb18030"))))

        code = check("-", "--format", "full", *ONLY)

        assert capsys.readouterr().out.startswith("-:3:1  error STR002")
        assert code == 1

    def test_the_config_of_each_report_governs_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Severity, failure and suppressions; flags win over it."""
        Path("a").mkdir()
        Path("a/report-lint.toml").write_text(
            "fail-on = 'never'\nselect = ['STR002']\nformat = 'concise'\nseverity.STR002 = 'warning'", encoding="utf-8"
        )
        Path("a/bad.txt").write_text(BAD, encoding="utf-8")

        assert check("a/bad.txt") == 0
        assert capsys.readouterr().out.startswith("a/bad.txt:3:1: warning STR002")
        assert check("a/bad.txt", "--fail-on", "warning") == 1
        assert check("a/bad.txt", "--no-config", *ONLY) == 1
        assert check("a/bad.txt", "bad.txt", *ONLY) == 1

    def test_a_config_may_be_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Then no other is looked for."""
        Path("report-lint.toml").write_text("nonsense", encoding="utf-8")
        Path("other.toml").write_text("ignore = ['STR002']\nselect = ['STR002']", encoding="utf-8")

        assert check("bad.txt", "--config", "other.toml") == 0
        assert "没有运行任何规则，不能说明有没有问题" in capsys.readouterr().out

    def test_a_document_of_another_kind_is_not_called_clean(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A contract has none of the parts."""
        Path("合同.txt").write_text("采购合同\n\n甲方向乙方购买电脑10台。\n", encoding="utf-8")

        check("合同.txt")

        text = capsys.readouterr().out
        assert "合同.txt：没有发现问题\n" not in text
        assert "找到五部分中的 0 部分" in text


class TestSuppression:
    """`[[suppress]]` in the config."""

    CONFIG = "select = ['STR002', 'INT002']\n[[suppress]]\ncode = 'STR002'\nreason = '另行报送'\n"

    def _run(self, config: str, *paths: str, capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
        Path("report-lint.toml").write_text(config, encoding="utf-8")
        check(*paths, "--format", "json")
        reports = json.loads(capsys.readouterr().out)["reports"]
        return [[finding["code"] for finding in report["findings"]] for report in reports]

    def test_accepts_a_finding(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The finding is counted as accepted, not as found."""
        assert self._run(self.CONFIG, "bad.txt", capsys=capsys) == [[]]
        assert check("bad.txt", "--format", "full") == 0
        assert "没有发现问题（另有豁免 1 处）" in capsys.readouterr().out

    def test_one_without_a_finding_is_reported(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The text was corrected, the suppression stayed."""
        assert self._run(self.CONFIG + "file = 'good.txt'", "good.txt", capsys=capsys) == [["INT002"]]

    def test_one_that_may_be_meant_for_another_report_is_not_judged_by_one(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Who checks a single report hears nothing of what was accepted in others; the whole folder settles it."""
        assert self._run(self.CONFIG, "good.txt", capsys=capsys) == [[]]
        Path("bad.txt").unlink()
        assert self._run(self.CONFIG, ".", capsys=capsys) == [["INT002"]]

    def test_one_for_many_files_is_reported_once_and_only_if_none_has_use_for_it(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Two hundred good reports do not give two hundred hints."""
        Path("good2.txt").write_text(GOOD, encoding="utf-8")

        assert self._run(self.CONFIG, "good.txt", "bad.txt", capsys=capsys) == [[], []]
        assert self._run(self.CONFIG, "good.txt", "good2.txt", capsys=capsys) == [["INT002"], []]

    def test_one_for_a_single_file_is_reported_for_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It does not speak of the others."""
        config = self.CONFIG + "file = 'good.txt'"

        assert self._run(config, "good.txt", "bad.txt", capsys=capsys) == [["INT002"], ["STR002"]]

    def test_an_expired_one_accepts_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The finding comes back, with a hint at the line to delete."""
        config = self.CONFIG + "until = 2020-01-01"

        assert sorted(self._run(config, "bad.txt", capsys=capsys)[0]) == ["INT002", "STR002"]
        check("bad.txt", "--format", "concise")
        assert "info INT002 豁免 STR002 已过期限" in capsys.readouterr().out

    def test_a_part_of_the_marked_text_is_not_enough(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The hint says what a quote must hold, and doing so works."""
        config = self.CONFIG + "quote = '{}'\n"

        assert sorted(self._run(config.format("一、"), "bad.txt", capsys=capsys)[0]) == ["INT002", "STR002"]
        check("bad.txt", "--format", "json")
        findings = json.loads(capsys.readouterr().out)["reports"][0]["findings"]
        (hint,) = (finding["help"] for finding in findings if finding["code"] == "INT002")
        assert "quote 要写提示里标出的全部文字，或用 … 代替其余部分" in hint
        assert self._run(config.format("一、…"), "bad.txt", capsys=capsys) == [[]]

    def test_unused_ones_can_be_ignored(self, capsys: pytest.CaptureFixture[str]) -> None:
        """INT002 is a rule like the others."""
        assert self._run(self.CONFIG + "file = 'good.txt'\n", "good.txt", capsys=capsys) == [["INT002"]]
        assert check("good.txt", "--ignore", "INT002", "--fail-on", "info") == 0

    def test_one_for_a_rule_that_was_not_selected_is_not_judged(self, capsys: pytest.CaptureFixture[str]) -> None:
        """--select STR001 says nothing about STR002."""
        Path("report-lint.toml").write_text(self.CONFIG, encoding="utf-8")

        check("good.txt", "--select", "STR001,INT002", "--format", "json")

        assert json.loads(capsys.readouterr().out)["reports"][0]["findings"] == []


class TestOutputFile:
    """`-o FILE`."""

    def test_is_written_in_place_of_the_screen(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing is printed, no draft is left behind."""
        assert check("bad.txt", "-o", "out.json", "--format", "json", *ONLY) == 1

        assert capsys.readouterr() == ("", "")
        assert json.loads(Path("out.json").read_text(encoding="utf-8"))["summary"]["error"] == 1
        assert sorted(path.name for path in Path().iterdir()) == ["bad.txt", "good.txt", "out.json"]

    def test_replaces_what_stood_there(self) -> None:
        """The permissions of the file stay, a link keeps pointing at it."""
        Path("real.txt").write_text("old", encoding="utf-8")
        Path("real.txt").chmod(0o640)
        Path("link.txt").symlink_to("real.txt")

        check("good.txt", "-o", "link.txt", *ONLY)

        assert Path("link.txt").is_symlink()
        assert Path("real.txt").stat().st_mode & 0o777 == 0o640
        assert Path("real.txt").read_text(encoding="utf-8").startswith("good.txt：没有发现问题")

    def test_a_failed_write_leaves_the_old_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Half a file is worse than an old one."""
        Path("out.txt").write_text("old", encoding="utf-8")

        def fail(number: int) -> None:
            os.ftruncate(number, 3)
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", fail)

        assert check("good.txt", "-o", "out.txt", *ONLY) == 2
        assert Path("out.txt").read_text(encoding="utf-8") == "old"
        assert sorted(path.name for path in Path().iterdir()) == ["bad.txt", "good.txt", "out.txt"]

    def test_has_no_colours_unless_asked(self) -> None:
        """A file is no terminal."""
        check("bad.txt", "-o", "plain.txt", *ONLY)
        check("bad.txt", "-o", "colour.txt", "--color", "always", *ONLY)

        assert "\x1b" not in Path("plain.txt").read_text(encoding="utf-8")
        assert "\x1b[1;31m" in Path("colour.txt").read_text(encoding="utf-8")


class TestScreen:
    """Width and colours."""

    class Terminal(io.StringIO):
        """A stream that says it is a terminal."""

        def isatty(self) -> bool:
            """Say so."""
            return True

    @pytest.mark.parametrize(
        ("columns", "width"), [("72", 72), ("20", 60), ("400", 100)], ids=["as it is", "narrow", "wide"]
    )
    def test_a_terminal_is_filled_within_limits(
        self, columns: str, width: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Lines of Chinese that are too long are hard to read."""
        monkeypatch.setenv("COLUMNS", columns)

        assert screen_for(None, "auto", self.Terminal()).width == width
        assert screen_for(None, "auto", io.StringIO()).width == 80
        assert screen_for(Path("out.txt"), "auto", self.Terminal()).width == 80

    @pytest.mark.parametrize(
        ("color", "environment", "terminal", "expected"),
        [
            ("auto", {"TERM": "xterm"}, True, True),
            ("auto", {"TERM": "xterm"}, False, False),
            ("auto", {"TERM": "dumb"}, True, False),
            ("auto", {"TERM": "xterm", "NO_COLOR": ""}, True, False),
            ("always", {"NO_COLOR": "1"}, False, True),
            ("never", {"TERM": "xterm"}, True, False),
        ],
    )
    def test_colours_are_for_terminals(
        self,
        color: str,
        environment: dict[str, str],
        monkeypatch: pytest.MonkeyPatch,
        *,
        terminal: bool,
        expected: bool,
    ) -> None:
        """What is asked for on the command line wins."""
        monkeypatch.delenv("NO_COLOR", raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)

        stream = self.Terminal() if terminal else io.StringIO()

        assert expected == screen_for(None, color, stream).color


class TestRules:
    """`rules` and `explain`."""

    def test_lists_every_rule(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A line each, with the count."""
        assert main(["rules"]) == 0

        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "编号    级别     默认  名称"
        assert any(line.startswith("STR001  error    开    ") for line in lines)
        assert lines[-1].startswith("共 ")

    def test_lists_some_rules_as_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The authorities are written out."""
        assert main(["rules", "--select", "str001,STR002", "--format", "json"]) == 0

        rules = json.loads(capsys.readouterr().out)
        assert [rule["code"] for rule in rules] == ["STR001", "STR002"]
        assert rules[0]["severity"] == "error"
        assert rules[0]["basis"][0]["grade"] == "规"
        assert rules[0]["basis"][0]["text"].startswith("《")

    def test_explains_every_rule(self, capsys: pytest.CaptureFixture[str]) -> None:
        """None of them makes it fail, all say how to switch them off."""
        main(["rules", "--format", "json"])
        codes = [rule["code"] for rule in json.loads(capsys.readouterr().out)]

        for code in codes:
            assert main(["explain", code]) == 0
            text = capsys.readouterr().out
            assert text.startswith(f"{code}  ")
            assert f"--ignore {code}" in text

    @pytest.mark.parametrize("written", ["STR002", "str002"])
    def test_explains_a_rule(self, written: str, capsys: pytest.CaptureFixture[str]) -> None:
        """Capitals do not matter."""
        assert main(["explain", written]) == 0

        text = capsys.readouterr().out
        assert text.startswith("STR002  ")
        for label in (
            "级别：error",
            "默认：开启",
            "适用：",
            "提示：",
            "建议：",
            "依据：（规）《",
            "⟦",
            "不会提示，例如：",
        ):
            assert label in text

    def test_explains_a_rule_by_its_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The name in a JSON output leads back to the rule."""
        main(["rules", "--select", "STR002", "--format", "json"])
        name = json.loads(capsys.readouterr().out)[0]["name"]

        assert main(["explain", name]) == 0
        assert capsys.readouterr().out.startswith("STR002  ")


class TestHelp:
    """Help and version."""

    @pytest.mark.parametrize("command", [[], ["check"], ["rules"], ["explain"], ["schema"]], ids=str)
    def test_help_is_chinese_and_fits(self, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        """No heading of argparse's is left over."""
        assert main([*command, "--help"]) == 0

        text = capsys.readouterr().out
        assert text.startswith("用法：")
        for english in ("usage", "options:", "positional", "show this", "optional"):
            assert english not in text

    @pytest.mark.parametrize("command", ["check", "rules", "explain", "schema"])
    def test_help_has_no_blanks_at_line_ends(self, command: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A command without arguments too."""
        main([command, "--help"])

        lines = capsys.readouterr().out.splitlines()
        assert [line for line in lines if line != line.rstrip()] == []

    def test_the_rule_options_stand_together(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Standard input comes last."""
        main(["check", "--help"])

        text = capsys.readouterr().out
        options = re.findall("^  (?:-o, )?(--[a-z-]+)", text, re.MULTILINE)
        assert options[options.index("--select") + 1] == "--ignore"
        assert options[-1] == "--stdin-filename"

    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        """One line."""
        assert main(["--version"]) == 0
        assert capsys.readouterr().out == f"report-lint {__version__}\n"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    source = str(Path(main.__code__.co_filename).parents[1])
    return subprocess.run(
        [sys.executable, "-m", "report_lint", *arguments],
        env={**inherited, "PYTHONPATH": source, **environment},
        capture_output=True,
        check=False,
    )


class TestProcess:
    """The program from outside."""

    @pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "gbk"}], ids=str)
    def test_writes_utf8_whatever_the_locale(self, environment: dict[str, str]) -> None:
        """A pipe on an old system is no reason for question marks."""
        finished = run("check", "bad.txt", "none.txt", *ONLY, **environment)

        assert "✗" not in finished.stdout.decode()
        assert "一、主要举措和成效" in finished.stdout.decode()
        assert finished.stderr.decode() == "error: 无法读取 none.txt：找不到这个文件或文件夹，请检查路径\n"
        assert finished.returncode == 2

    def test_a_pipe_that_is_closed_is_no_noise(self) -> None:
        """`report-lint … | head -1` ends quietly."""
        command = f"{sys.executable} -m report_lint rules | true"
        source = str(Path(main.__code__.co_filename).parents[1])

        finished = subprocess.run(
            ["sh", "-c", command], env={**os.environ, "PYTHONPATH": source}, capture_output=True, check=False
        )

        assert finished.stderr == b""

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
    @pytest.mark.parametrize("command", ["check bad.txt", "rules", "schema", "check --help", "--version"])
    def test_a_full_disk_is_a_sentence(self, command: str) -> None:
        """Python does not complain once more at exit."""
        source = str(Path(main.__code__.co_filename).parents[1])

        finished = subprocess.run(
            ["sh", "-c", f"{sys.executable} -m report_lint {command} > /dev/full"],
            env={**os.environ, "PYTHONPATH": source},
            capture_output=True,
            check=False,
        )

        assert finished.stderr.decode() == "error: 无法写入标准输出：磁盘已满\n"
        assert finished.returncode == 2

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
    def test_a_full_disk_under_the_errors_changes_no_exit_code(self) -> None:
        """There is nowhere left to say it."""
        source = str(Path(main.__code__.co_filename).parents[1])

        finished = subprocess.run(
            ["sh", "-c", f"{sys.executable} -m report_lint check none.txt 2> /dev/full"],
            env={**os.environ, "PYTHONPATH": source},
            capture_output=True,
            check=False,
        )

        assert finished.stdout.decode() == "没有检查任何报告；1 份无法检查\n"
        assert finished.returncode == 2

    def test_json_imports_only_what_it_needs(self) -> None:
        """Rich would cost a tenth of a second, and so would all the other formats together."""
        code = (
            "import sys; from report_lint.cli import main; main(['check', 'bad.txt', '--format', 'json']); "
            "formats = 'full checklist sarif github rdjson junit checkstyle xml jsonl statistics'.split(); "
            "unwanted = {'rich', 'xml.etree', *('report_lint.render.' + one for one in formats)}; "
            "sys.exit(str(unwanted & set(sys.modules)) if unwanted & set(sys.modules) else 0)"
        )
        source = str(Path(main.__code__.co_filename).parents[1])

        finished = subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": source}, capture_output=True, check=False
        )

        assert finished.returncode == 0, finished.stderr.decode()
