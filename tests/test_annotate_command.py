"""`report-lint annotate` as a command: where the copy goes, the original untouched, one sentence for what fails."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from limited import AS_A_USER, needs_permissions, run
from report_lint.cli import main
from test_annotate import DEFECTS, texts, word


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a report that has defects."""
    monkeypatch.chdir(tmp_path)
    path = Path("报告.docx")
    path.write_bytes(word(DEFECTS.read_text(encoding="utf-8").splitlines()))
    return path


def test_writes_beside_the_original(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without -o the copy is 报告.审阅.docx; the original stays as it is, a copy that is there too."""
    before = report.read_bytes()

    assert 0 == main(["annotate", "报告.docx"])
    assert "已写入 报告.审阅.docx：批注" in capsys.readouterr().out
    assert before == report.read_bytes()
    assert 2 == main(["annotate", "报告.docx"])
    assert "已经存在，没有覆盖" in capsys.readouterr().err
    assert 0 == main(["annotate", "报告.docx", "-o", "报告.审阅.docx"])


@pytest.mark.parametrize("name", ["报告.docx", "./报告.docx", "链接.docx"])
def test_never_writes_the_original(report: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """-o that leads to the original by any name is refused."""
    Path("链接.docx").symlink_to("报告.docx")
    before = report.read_bytes()

    assert 2 == main(["annotate", "报告.docx", "-o", name])
    assert "正是原文件" in capsys.readouterr().err
    assert before == report.read_bytes()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", "柳溪县水利局2025年报告".encode(), "只有 Word 文件"),
        ("b.docx", b"PK\x03\x04broken", "已损坏"),
        ("c.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "密码"),
    ],
)
@pytest.mark.usefixtures("report")
def test_refuses_what_it_cannot_annotate(
    name: str, data: bytes, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text files, damaged and protected Word files: one sentence, exit code 2, nothing written."""
    Path(name).write_bytes(data)
    before = sorted(Path().iterdir())

    assert 2 == main(["annotate", name, "-o", "z.docx"])
    assert words in capsys.readouterr().err
    assert before == sorted(Path().iterdir())


@pytest.mark.usefixtures("report")
def test_a_folder_is_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    """One file at a time: the sentence asks which."""
    assert 2 == main(["annotate", "."])
    assert "无法批注 .：这是文件夹，请指明其中的文件\n" in capsys.readouterr().err


def test_a_full_disk_leaves_nothing(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A write that fails in the middle leaves the old copy and no draft."""
    Path("z.docx").write_bytes(b"old")

    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert 2 == main(["annotate", str(report), "-o", "z.docx"])
    assert "磁盘已满" in capsys.readouterr().err
    assert b"old" == Path("z.docx").read_bytes()
    assert {"报告.docx", "z.docx"} == {path.name for path in Path().iterdir()}


def test_a_copy_that_is_open_in_word_is_left(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Word's lock file beside the copy is named in the refusal."""
    Path("~$报告.审阅.docx").write_bytes(b"x")

    assert 2 == main(["annotate", str(report)])
    assert (
        "正在 Word 或 WPS 中打开，请先关闭；如果没有打开，请删去锁文件 ~$报告.审阅.docx 再试" in capsys.readouterr().err
    )


@needs_permissions
def test_a_read_only_folder(report: Path) -> None:
    """No copy is written, and the sentence says why."""
    Path("locked").mkdir(mode=0o555)

    finished = run("annotate", str(report), "-o", "locked/z.docx", before=AS_A_USER)

    sentence = "error: 无法写入 locked/z.docx：没有权限，或文件正被其他程序打开\n"
    assert (2, sentence) == (finished.returncode, finished.stderr.decode())
    assert [] == list(Path("locked").iterdir())


def test_a_disk_that_fills_up(report: Path) -> None:
    """Some bytes are written before the system refuses more; the old copy stays."""
    Path("z.docx").write_bytes(b"old")

    finished = run("annotate", str(report), "-o", "z.docx", size=500)

    sentence = "error: 无法写入 z.docx：文件太大，超过了系统的限制\n"
    assert (2, sentence) == (finished.returncode, finished.stderr.decode())
    assert b"old" == Path("z.docx").read_bytes()
    assert {"报告.docx", "z.docx"} == {path.name for path in Path().iterdir()}


def test_what_is_accepted_has_no_comment(report: Path) -> None:
    """Neither what a suppression accepts, nor what the baseline of the config knows; the summary says how many."""
    block = '[[suppress]]\ncode = "CIT002"\nreason = "引用原文"\n'
    Path("report-lint.toml").write_text(f'baseline = "基线.json"\n{block}', encoding="utf-8")
    assert 0 == main(["baseline", str(report), "-o", "基线.json"])

    assert 0 == main(["annotate", str(report)])
    (summary,) = texts(Path("报告.审阅.docx").read_bytes())
    assert "没有发现问题（另有豁免 12 处）" in summary
