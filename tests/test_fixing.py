"""`check --fix` and `--diff`: what can be corrected is, and every other byte stays."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from report_lint.cli import main
from report_lint.readers import read_bytes, read_path
from test_annotate import parts, with_body, word

WRONG = "柳溪县水利局2025年法治政府建设年度报告\r\n\r\n一、成效\r\n依据《中华人民共和国地名管理条例》办理登记３件。\r\n"
RIGHT = WRONG.replace("中华人民共和国地名", "地名")
ONLY = ("--select", "CIT002", "--no-config")
ENCODED = {
    "utf-8": ("utf-8", b""),
    "utf-8 with mark": ("utf-8", b"\xef\xbb\xbf"),
    "utf-16-le": ("utf-16-le", b"\xff\xfe"),
    "utf-16-be": ("utf-16-be", b"\xfe\xff"),
    "gb18030": ("gb18030", b""),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("encoding", "mark"), ENCODED.values(), ids=ENCODED.keys())
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_keeps_encoding_mark_and_line_ends(name: str, encoding: str, mark: bytes) -> None:
    """All bytes but those of the correction stay; a second run writes nothing."""
    Path(name).write_bytes(mark + WRONG.encode(encoding))

    assert 0 == main(["check", "--fix", name, *ONLY])
    assert mark + RIGHT.encode(encoding) == Path(name).read_bytes()
    before = Path(name).stat().st_ino
    assert 0 == main(["check", "--fix", name, *ONLY])
    assert before == Path(name).stat().st_ino


def test_diff_only_shows(capsys: pytest.CaptureFixture[str]) -> None:
    """--diff prints the changed lines, exits with 1 and leaves the file; without anything to change it exits with 0."""
    Path("a.txt").write_bytes(WRONG.encode())

    assert 1 == main(["check", "--diff", "a.txt", *ONLY])
    shown = capsys.readouterr().out.splitlines()
    assert "-依据《中华人民共和国地名管理条例》办理登记３件。" in shown
    assert "+依据《地名管理条例》办理登记３件。" in shown
    assert WRONG.encode() == Path("a.txt").read_bytes()
    Path("a.txt").write_bytes(RIGHT.encode())
    assert 0 == main(["check", "--diff", "a.txt", *ONLY])


def test_standard_input_comes_back_corrected(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The corrected bytes go to standard output, the findings to standard error."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(WRONG.encode("gb18030"))))

    assert 0 == main(["check", "--fix", "-", *ONLY])
    out, err = capfdbinary.readouterr()
    assert RIGHT.encode("gb18030") == out
    assert "已改 1 处".encode() in err


def test_damaged_bytes_are_never_rewritten(capsys: pytest.CaptureFixture[str]) -> None:
    """A file with bytes that mean nothing is left: writing it back would lose them."""
    data = WRONG.encode() + b"\xff\r\n"
    Path("a.txt").write_bytes(data)

    assert 2 == main(["check", "--fix", "a.txt", *ONLY])
    assert "没有改动" in capsys.readouterr().err
    assert data == Path("a.txt").read_bytes()


def test_an_interrupted_write_leaves_the_old_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk in the middle of writing leaves the report whole and no draft beside it."""
    Path("a.txt").write_bytes(WRONG.encode())

    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert 2 == main(["check", "--fix", "a.txt", *ONLY])
    assert "磁盘已满" in capsys.readouterr().err
    assert [Path("a.txt")] == list(Path().iterdir())
    assert WRONG.encode() == Path("a.txt").read_bytes()


def test_permissions_and_links_stay() -> None:
    """The file that a link leads to is corrected and keeps its permissions; the link stays one."""
    Path("a.txt").write_bytes(WRONG.encode())
    Path("a.txt").chmod(0o640)
    Path("b.txt").symlink_to("a.txt")

    assert 0 == main(["check", "--fix", "b.txt", *ONLY])
    assert Path("b.txt").is_symlink()
    assert RIGHT.encode() == Path("a.txt").read_bytes()
    assert 0o640 == Path("a.txt").stat().st_mode & 0o777


HEAD = "<w:p><w:r><w:t>柳溪县水利局2025年法治政府建设年度报告</w:t></w:r></w:p>"
SPLIT = (
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>依据《中华人民</w:t></w:r><w:r><w:t>共和国地名</w:t></w:r>"
    '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">管理条例》办理 </w:t></w:r></w:p>'
)
FIELD = SPLIT.replace("<w:p>", '<w:p><w:fldSimple w:instr="REF x">').replace("</w:p>", "</w:fldSimple></w:p>")


def test_runs_of_a_word_file_keep_their_formatting() -> None:
    """A correction over three runs leaves three runs with their properties, and all other parts as they are."""
    data = with_body(word(["x"]), HEAD + SPLIT)
    Path("a.docx").write_bytes(data)
    assert 0 == main(["check", "--fix", "a.docx", *ONLY])
    after = Path("a.docx").read_bytes()
    body = parts(after)["word/document.xml"].decode()

    assert read_bytes(data).text.replace("中华人民共和国地名", "地名") == read_path(Path("a.docx")).text
    assert 4 == body.count("<w:r>")
    assert 1 == body.count("<w:b/>") == body.count("<w:i/>")
    assert {"word/document.xml"} == {name for name, part in parts(data).items() if parts(after)[name] != part}


def test_what_word_works_out_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    """Words in a field would come back with the next update: they are left, and the sentence says so."""
    data = with_body(word(["x"]), HEAD + FIELD)
    Path("a.docx").write_bytes(data)

    assert 0 == main(["check", "--fix", "a.docx", "--fail-on", "never", *ONLY])
    assert "没有改" in capsys.readouterr().err
    assert data == Path("a.docx").read_bytes()


def test_a_word_file_that_is_open_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    """With Word's lock file beside it a report is not written."""
    Path("报告年度.docx").write_bytes(with_body(word(["x"]), HEAD + SPLIT))
    Path("~$年度.docx").write_bytes(b"x")

    assert 2 == main(["check", "--fix", "报告年度.docx", *ONLY])
    assert "正在 Word 或 WPS 中打开" in capsys.readouterr().err


EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.*"))


def test_what_was_changed_is_counted_by_places(capsys: pytest.CaptureFixture[str]) -> None:
    """One finding may speak of many places; all of them were changed."""
    Path("a.txt").write_text(
        "柳溪县水利局2025年法治政府建设年度报告\n\n一、成效\n**登记**3件，**培训**5场。\n", "utf-8"
    )

    main(["check", "--fix", "a.txt", "--no-config"])

    assert "\n登记3件，培训5场。\n" in Path("a.txt").read_text("utf-8")
    assert "a.txt：已改 4 处（1 个问题）\n" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_not_called_unchecked(capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence says why; the closing says what did not happen."""
    Path("a.txt").write_bytes(b"\xff" + WRONG.encode())

    assert 2 == main(["check", "--fix", "a.txt", *ONLY])
    assert "没有改正任何报告\n" == capsys.readouterr().out
