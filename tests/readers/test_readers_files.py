"""Which files are read, in what order, and what is said about those that are not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from word_files import p, word

from report_lint.errors import ReadError
from report_lint.readers import TEXT_LIMIT, expand, find_reports, read_bytes, read_path, shown

if TYPE_CHECKING:
    from typing import Any

TEXT = "石溪镇2024年法治政府建设年度报告\n"


def put(folder: Path, *names: str) -> None:
    """Write a small report under each name."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("报告.txt", "text"),
        ("报告.md", "markdown"),
        ("报告.MARKDOWN", "markdown"),
        ("报告", "text"),
        ("2024.12", "text"),
    ],
)
def test_the_ending_tells_the_format(tmp_path: Path, name: str, form: str) -> None:
    """Text and Markdown differ by their names only."""
    put(tmp_path, name)

    source = read_path(tmp_path / name)

    assert (TEXT, form, str(tmp_path / name), "utf-8") == (source.text, source.format, source.path, source.encoding)


@pytest.mark.parametrize("name", ["报告.docx", "报告.DOCX", "报告.docm", "报告.doc", "报告.txt", None])
def test_a_word_file_is_read_whatever_its_name(name: str | None) -> None:
    """Files get renamed; the bytes of a Word file cannot be mistaken for anything else."""
    source = read_bytes(word(p(TEXT.strip())), name=name)

    assert (TEXT.strip(), "docx", None, name) == (source.text, source.format, source.encoding, source.path)


def test_standard_input_takes_its_format_from_the_name() -> None:
    """An editor passes the name of its buffer."""
    assert read_bytes(TEXT.encode(), name="报告.md").format == "markdown"
    assert read_bytes(TEXT.encode()).format == "text"


def test_line_ends_are_kept(tmp_path: Path) -> None:
    """Reading a file translates no line end."""
    path = tmp_path / "报告.txt"
    path.write_bytes("一\r\n二\r三\n四\u2028五".encode())

    assert read_path(path).text == "一\r\n二\r三\n四\u2028五"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff　\u200b\n".encode()], ids=["nothing", "blanks", "unseen"])
def test_a_file_without_text_is_empty(data: bytes) -> None:
    """Blanks and characters without a shape are no text."""
    with pytest.raises(ReadError, match="没有文字") as caught:
        read_bytes(data)

    assert caught.value.kind == "empty"


def test_a_huge_text_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size on the disk decides; a sparse file of a terabyte costs nothing."""
    path = tmp_path / "报告.txt"
    with path.open("wb") as stream:
        stream.write(TEXT.encode())
        stream.truncate(1 << 40)
    monkeypatch.setattr("report_lint.readers.read_plain", lambda *_: pytest.fail("it was read"))

    with pytest.raises(ReadError, match="20 MB") as caught:
        read_path(path)

    assert caught.value.kind == "too-large"


def test_a_text_of_just_the_limit_is_read() -> None:
    """The limit itself is allowed."""
    assert len(read_bytes(b"a" * TEXT_LIMIT).text) == TEXT_LIMIT


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    """The shell's <(command) gives a path that cannot seek."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    if os.fork() == 0:  # pragma: no cover  the writing end
        path.write_bytes(word(p(TEXT.strip())))
        os._exit(0)

    source = read_path(path)
    os.wait()

    assert source.text == TEXT.strip()


@pytest.mark.parametrize("name", ["没有.txt", "没有/报告.txt", "报\0告.txt"])
def test_a_missing_path_is_said_to_be_missing(tmp_path: Path, name: str) -> None:
    """A wrong path is one sentence, without the path, which the caller knows."""
    with pytest.raises(ReadError, match=r"^找不到这个文件或文件夹，请检查路径$") as caught:
        read_path(tmp_path / name)

    assert caught.value.kind == "missing"


@pytest.mark.parametrize(("error", "words"), [(PermissionError, "没有权限"), (OSError, "读取时出错")])
def test_a_file_that_cannot_be_opened_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError], words: str
) -> None:
    """Word keeps an open file locked on Windows; a share may fail in the middle."""
    put(tmp_path, "报告.txt")

    def fail(*_: Any, **__: Any) -> None:  # noqa: ANN401  stands in for Path.open
        raise error

    monkeypatch.setattr(Path, "open", fail)

    with pytest.raises(ReadError, match=words) as caught:
        read_path(tmp_path / "报告.txt")

    assert caught.value.kind == "unreadable"


def test_walks_a_folder_in_order_and_leaves_out_what_is_no_report(tmp_path: Path) -> None:
    """Hidden files, lock files of Word and LibreOffice, and other formats are passed over."""
    put(tmp_path, "b.txt", "a.docx", "乡镇/c.MD", "乡镇/d.markdown", "图.png", "旧.doc", "README")
    put(tmp_path, "~$a.docx", ".~lock.a.docx#", ".隐藏.txt", ".git/x.txt", "乡镇/._c.md")

    found = [path.relative_to(tmp_path).as_posix() for path in expand(tmp_path)]

    assert found == ["a.docx", "b.txt", "乡镇/c.MD", "乡镇/d.markdown"]


def test_a_folder_without_a_report_is_an_error(tmp_path: Path) -> None:
    """Nothing to check must not look like nothing found; files that can be converted are counted."""
    (tmp_path / "空").mkdir()
    put(tmp_path, "旧/甲.doc", "旧/乙.wps", "旧/丙.jpg")
    errors = {}
    for name in ("空", "旧"):
        with pytest.raises(ReadError) as caught:
            list(expand(tmp_path / name))
        errors[name] = (caught.value.kind, str(caught.value))

    assert errors == {
        "空": ("folder", "文件夹里没有 .docx、.txt 或 .md 报告，请检查是否选错了文件夹"),
        "旧": ("folder", "文件夹里没有 .docx、.txt 或 .md 报告，有2个其他格式的文档，请先另存为 .docx"),
    }


def test_one_bad_path_does_not_stop_the_others(tmp_path: Path) -> None:
    """A path that is wrong comes through, so that reading it gives the error in its turn."""
    put(tmp_path, "甲.txt", "乙/丙.md")
    (tmp_path / "空").mkdir()
    paths = [tmp_path / name for name in ("没有.txt", "空", "甲.txt", "乙")]

    outcomes: list[str] = []
    for path in find_reports(paths):
        try:
            outcomes.append(read_path(path).format)
        except ReadError as error:
            outcomes.append(error.kind)

    assert outcomes == ["missing", "folder", "text", "markdown"]


def test_gives_files_as_they_are_and_each_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file named by the user is read even with an unknown ending; naming it twice changes nothing."""
    put(tmp_path, "甲.txt", "乙.log")
    monkeypatch.chdir(tmp_path)

    found = list(find_reports([Path("乙.log"), Path(), Path("甲.txt"), tmp_path / "甲.txt"]))

    assert found == [Path("乙.log"), Path("甲.txt")]


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    """A folder that does hold reports is still no report."""
    put(tmp_path, "甲.txt")

    with pytest.raises(ReadError, match="这是文件夹") as caught:
        read_path(tmp_path)

    assert caught.value.kind == "folder"


def test_a_subfolder_that_cannot_be_opened_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports behind a closed door must not count as checked."""
    put(tmp_path, "甲.txt", "乙/丙.txt")
    scan = os.scandir

    def scandir(path: str | os.PathLike[str]) -> Any:  # noqa: ANN401  what os.scandir returns has no public name
        if os.fspath(path).endswith("乙"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)

    found = list(find_reports([tmp_path]))

    assert found == [tmp_path / "甲.txt", tmp_path / "乙"]
    with pytest.raises(ReadError, match="没有权限"):
        read_path(tmp_path / "乙")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file names outside Unicode")
def test_shows_a_file_name_left_in_gbk() -> None:
    """An archive packed on Windows leaves names that no output could print."""
    assert shown(Path(os.fsdecode("报告.txt".encode("gbk")))) == "报告.txt"
    assert shown(Path("报告.txt")) == "报告.txt"
