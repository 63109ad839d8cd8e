"""`-o FILE` where it cannot be written: one sentence, exit code 2, and the old file as it was."""

from __future__ import annotations

import json
import shutil
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


def test_standard_output_by_its_names(capsys: pytest.CaptureFixture[str]) -> None:
    """“-” is standard output, as it is standard input among the paths; /dev/stdout may be a pipe."""
    main(["check", str(REPORT)])
    printed = capsys.readouterr().out

    for name in ("-", "/dev/stdout"):
        assert printed == run("check", str(REPORT), "-o", name).stdout.decode()
    assert not Path("-").exists()


def test_a_link_to_nowhere_and_a_file_in_the_place_of_a_folder() -> None:
    """What is named is what is wrong: the folder the link leads to, the file that is no folder."""
    Path("link").symlink_to("none/a")
    nowhere = Path.cwd().resolve() / "none"

    assert (2, f"error: 无法写入 link：文件夹 {nowhere} 不存在\n") == check("json", "link")
    assert (2, "error: 无法写入 out/result/a：out/result 不是文件夹\n") == check("json", "out/result/a")


def test_a_standard_output_that_is_closed() -> None:
    """One sentence, whatever the command; with a file to write to nothing is missing."""
    closed = ("sh", "-c", 'exec "$@" >&-', "sh")
    finished = run("rules", before=closed)

    assert (2, "error: 无法写入标准输出：已经关闭\n") == (finished.returncode, finished.stderr.decode())
    assert 1 == run("check", str(REPORT), "-o", "out/result", before=closed).returncode


@pytest.mark.parametrize("option", ["--config", "--baseline"])
def test_a_device_without_end_is_not_read_to_its_end(option: str) -> None:
    """What is longer than any file that people write is refused."""
    finished = run("check", str(REPORT), option, "/dev/zero")

    assert 2 == finished.returncode
    assert "/dev/zero" in finished.stderr.decode()


def test_reviewed_copies_are_no_reports_of_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """The copies of `annotate` stand beside the reports; named explicitly one of them is read."""
    folder = Path("reports")
    folder.mkdir()
    copy = folder / "报告.审阅.docx"
    shutil.copy(REPORT.parent / "county-bureau-2025.typed.docx", folder / "报告.docx")
    assert 0 == main(["annotate", str(folder / "报告.docx")])
    capsys.readouterr()

    main(["check", str(folder), "--format", "json"])
    both = capsys.readouterr()
    main(["check", str(copy), "--format", "json"])
    alone = capsys.readouterr().out

    assert ["报告.docx"] == [Path(one["path"]).name for one in json.loads(both.out)["reports"]]
    assert "reports：带批注的 .审阅.docx 副本1个没有检查，要检查就写明文件名\n" in both.err
    assert [str(copy)] == [one["path"] for one in json.loads(alone)["reports"]]
    assert 0 == main(["baseline", str(folder), "-o", "base.json"])
    assert "：1 份报告，" in capsys.readouterr().out
