"""`-o FILE` where it cannot be written: one sentence, exit code 2, and the old file as it was."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from limited import AS_A_USER, needs_permissions, run
from report_lint.cli import main
from report_lint.config import OutputFormat

FORMATS = get_args(OutputFormat)
REPORT = Path(__file__).parents[1] / "examples" / "county-bureau-2023-defects.txt"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with an output file of an earlier run."""
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    Path("out/result").write_text("old", encoding="utf-8")
    return tmp_path


def check(chosen: str, output: str, *before: str, size: int | None = None) -> tuple[int, str]:
    """Run a check as a process and return its exit code and what it complains of."""
    finished = run("check", str(REPORT), "--format", chosen, "-o", output, before=before, size=size)
    assert finished.stdout == b""
    return finished.returncode, finished.stderr.decode()


def left() -> list[str]:
    """Return what stands in the folder: a draft must not stay behind."""
    return [f"{path.name}: {path.read_text(encoding='utf-8')}" for path in sorted(Path("out").iterdir())]


@pytest.mark.parametrize("chosen", FORMATS)
def test_a_disk_that_fills_up_leaves_the_old_file(chosen: str) -> None:
    """Some bytes are written before the system refuses more."""
    code, sentence = check(chosen, "out/result", size=50)

    assert (2, "error: 无法写入 out/result：文件太大，超过了系统的限制\n") == (code, sentence)
    assert ["result: old"] == left()


def test_a_full_disk() -> None:
    """The device that is always full."""
    assert (2, "error: 无法写入 /dev/full：磁盘已满\n") == check("sarif", "/dev/full")


@needs_permissions
def test_a_folder_that_is_read_only() -> None:
    """Neither the old file nor the folder changes."""
    Path("out").chmod(0o555)

    code, sentence = check("junit", "out/result", *AS_A_USER)

    assert (2, "error: 无法写入 out/result：没有权限，或文件正被其他程序打开\n") == (code, sentence)
    assert ["result: old"] == left()


def test_a_folder_that_is_not_there() -> None:
    """It is named, and not made."""
    assert (2, "error: 无法写入 none/a.xml：文件夹 none 不存在\n") == check("checkstyle", "none/a.xml")
    assert not Path("none").exists()


@pytest.mark.parametrize("chosen", FORMATS)
def test_an_existing_file_is_replaced_whole(chosen: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands there afterwards is what the screen would have shown, byte for byte."""
    Path("out/result").write_text("old" * 100_000, encoding="utf-8")

    main(["check", str(REPORT), "--format", chosen])
    printed = capsys.readouterr().out
    code = main(["check", str(REPORT), "--format", chosen, "-o", "out/result"])

    assert 1 == code
    assert [f"result: {printed}"] == left()


@pytest.mark.parametrize("chosen", FORMATS)
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--fail-on", "never"], 0), (["--select", "CIT006"], 1), (["--select", "WRD010"], 0), (["none.txt"], 2)],
    ids=["never", "an error", "a warning", "an input that is missing"],
)
def test_the_exit_code_is_the_same_for_every_format(
    chosen: str, arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 nothing that counts, 1 findings, 2 something could not be checked."""
    assert code == main(["check", str(REPORT), "--format", chosen, *arguments])
    assert capsys.readouterr().out
