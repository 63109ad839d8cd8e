"""`check --fix` beside other things: what is accepted, files that others write, runs that are cut off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from limited import AS_A_USER, needs_permissions, run
from report_lint import fixing
from report_lint.cli import main

HEAD = "柳溪县水利局2025年法治政府建设年度报告\n\n一、主要举措和成效\n"
WRONG = f"{HEAD}依据《中华人民共和国地名管理条例》办理登记。\n"
RIGHT = WRONG.replace("中华人民共和国地名", "地名")
FIX = ("check", "--fix", "--select", "CIT002", "--fail-on", "never")


@pytest.fixture(autouse=True)
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one report."""
    monkeypatch.chdir(tmp_path)
    path = Path("a.txt")
    path.write_text(WRONG, encoding="utf-8")
    return path


class TestAccepted:
    """What was accepted is not corrected."""

    def test_in_the_config(self, report: Path) -> None:
        """A suppression with a reason keeps the words of its finding, not those of another one."""
        report.write_text(f"{WRONG}依据《中华人民共和国殡葬管理条例》办理。\n", encoding="utf-8")
        block = '[[suppress]]\ncode = "CIT002"\nquote = "…地名…"\nreason = "引用原文"\n'
        Path("report-lint.toml").write_text(block, encoding="utf-8")

        assert 0 == main([*FIX, "a.txt"])
        assert f"{WRONG}依据《殡葬管理条例》办理。\n" == report.read_text(encoding="utf-8")

    def test_in_a_comment(self) -> None:
        """So does a comment in a Markdown report."""
        text = WRONG.replace("登记。", "登记。 <!-- report-lint: ignore CIT002 引用原文 -->")
        Path("a.md").write_text(text, encoding="utf-8")

        assert 0 == main([*FIX, "a.md"])
        assert text == Path("a.md").read_text(encoding="utf-8")

    @pytest.mark.parametrize("name", ["a.txt", "定稿.txt"])
    def test_in_a_baseline(self, report: Path, name: str) -> None:
        """What a baseline knows stays in every round, of a report with a new name too; what is new is corrected."""
        assert 0 == main(["baseline", "a.txt", "-o", "base.json", "--select", "CIT002"])
        new = "二、其他\n依据《中华人民共和国殡葬管理条例》办理。\n"
        report.write_text(WRONG + new, encoding="utf-8")
        report.rename(name)

        assert 0 == main([*FIX, "--baseline", "base.json", name])
        assert WRONG + new.replace("中华人民共和国", "") == Path(name).read_text(encoding="utf-8")

    def test_a_baseline_that_is_wrong_stops_before_anything_is_written(self, report: Path) -> None:
        """Without it what is accepted could not be told from what is to be corrected."""
        Path("base.json").write_bytes(b"{")

        assert 2 == main([*FIX, "--baseline", "base.json", "a.txt"])
        assert WRONG == report.read_text(encoding="utf-8")


def test_with_last_years_report(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report is corrected, compared as well, and last year's stays as it is."""
    copied = (
        "规范河道采砂和取水许可执法，全年开展执法检查36次，查办案件12件，案件均经法制审核后作出决定，执法文书全部公示，"
        "没有发生复议和诉讼。\n"
    )
    report.write_text(WRONG + copied, encoding="utf-8")
    before = (WRONG + copied).replace("2025", "2024")
    Path("b.txt").write_text(before, encoding="utf-8")

    options = ["--select", "CIT002,CON012", "--fail-on", "never", "--no-config"]
    assert 0 == main(["check", "--fix", "a.txt", "--previous", "b.txt", *options])
    assert "CON012" in capsys.readouterr().out
    assert RIGHT + copied == report.read_text(encoding="utf-8")
    assert before == Path("b.txt").read_text(encoding="utf-8")


def test_a_report_that_was_saved_meanwhile_is_left(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What its author has written since it was read is never overwritten."""
    plain = fixing._TextEditor.written  # noqa: SLF001  the moment between reading and writing

    def saved(editor: fixing._TextEditor, edits: fixing.Edits) -> bytes:
        report.write_text("作者刚刚保存的新稿\n", encoding="utf-8")
        return plain(editor, edits)

    monkeypatch.setattr(fixing._TextEditor, "written", saved)  # noqa: SLF001

    assert 2 == main([*FIX, "a.txt"])
    assert "无法改正 a.txt：检查期间文件被改动过，没有写回，请再运行一次\n" in capsys.readouterr().err
    assert "作者刚刚保存的新稿\n" == report.read_text(encoding="utf-8")


@pytest.mark.parametrize("moment", ["pathlib.Path.replace", "os.fsync"])
def test_a_run_that_is_killed_leaves_the_old_file_whole(report: Path, moment: str) -> None:
    """Killed with the draft on the disk, before it takes the place of the report; the next run goes on as if new."""
    program = f"import os, pathlib, sys; {moment} = lambda *_: os.kill(os.getpid(), 9); "
    program += "from report_lint.cli import main; sys.exit(main(sys.argv[1:]))"
    killed = subprocess.run(
        [sys.executable, "-c", program, *FIX, "a.txt"], check=False, env={**os.environ, "PYTHONPATH": _source()}
    )

    assert -signal.SIGKILL == killed.returncode
    assert WRONG == report.read_text(encoding="utf-8")
    assert 0 == main([*FIX, "."])
    assert RIGHT == report.read_text(encoding="utf-8")


def _source() -> str:
    return str(Path(main.__code__.co_filename).parents[1])


class TestRefused:
    """What cannot be written is one sentence, the report stays, and the next one is corrected."""

    @needs_permissions
    def test_a_read_only_folder(self) -> None:
        """No draft can be put beside the report."""
        Path("locked").mkdir()
        Path("locked/b.txt").write_text(WRONG, encoding="utf-8")
        Path("locked").chmod(0o555)

        finished = run(*FIX, "locked/b.txt", "a.txt", before=AS_A_USER)

        assert 2 == finished.returncode
        sentence = "error: 无法改正 locked/b.txt：没有权限，或文件正被其他程序打开\n"
        assert sentence in finished.stderr.decode()
        assert [WRONG, RIGHT] == [Path(name).read_text(encoding="utf-8") for name in ("locked/b.txt", "a.txt")]

    def test_a_disk_that_fills_up(self, report: Path) -> None:
        """Some bytes of the draft are written before the system refuses more."""
        finished = run(*FIX, "a.txt", size=50)

        assert 2 == finished.returncode
        assert "error: 无法改正 a.txt：文件太大，超过了系统的限制\n" in finished.stderr.decode()
        assert [report] == list(Path().iterdir())
        assert WRONG == report.read_text(encoding="utf-8")

    def test_a_report_that_is_missing(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It is said as without --fix."""
        assert 2 == main([*FIX, "none.txt"])
        assert "无法读取 none.txt：找不到这个文件或文件夹，请检查路径\n" in capsys.readouterr().err

    def test_a_pipe(self) -> None:
        """What cannot be written back is not read either, so nothing waits for its end."""
        os.mkfifo("pipe.txt")

        finished = run(*FIX, "pipe.txt")

        assert 2 == finished.returncode
        assert "error: 无法读取 pipe.txt：这是管道或设备，请先存成文件\n" in finished.stderr.decode()


def test_a_correction_that_would_delete_the_whole_report_is_left(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text that looks like the words around a web page, all of it, is named to its author and stays."""
    report.write_text("健全制度<br>规范执法<br/>强化监督。\n", encoding="utf-8")

    assert 0 == main([*FIX, "--unsafe-fixes", "--select", "WRD004", "a.txt"])
    assert "a.txt：1 处有改法" in capsys.readouterr().err
    assert "健全制度<br>规范执法<br/>强化监督。\n" == report.read_text(encoding="utf-8")
