"""Bytes to SourceText: one module a format; what Word files need is imported only for them.

`read_path` reads a file, `read_whole` one that is to be changed, `read_bytes` standard input;
`find_reports` finds the files under folders.
"""

from __future__ import annotations

import errno
import io
import os
import stat
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.errors import ReadError
from report_lint.readers.foreign import HEAD_BYTES, is_foreign_document, refuse_foreign
from report_lint.readers.plain import EMPTY, TEXT_LIMIT, read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from report_lint.text import Format, SourceText

__all__ = ["COPIES", "TEXT_LIMIT", "expand", "find_reports", "read_bytes", "read_path", "read_whole", "shown"]

_TEXT_FORMATS: dict[str, Format] = {".txt": "text", ".md": "markdown", ".markdown": "markdown"}
_WORD_ENDINGS = frozenset({".docx", ".docm"})
_REPORT_ENDINGS = frozenset({*_TEXT_FORMATS, ".docx"})
_MISSING = "找不到这个文件或文件夹，请检查路径"
_NOT_ALLOWED = "没有权限打开，或正被其他程序占用，请关闭占用它的程序后再试"
_NO_PLACE = {errno.ELOOP: "这个链接绕成了圈，请检查路径", errno.ENAMETOOLONG: "文件名太长，请检查路径"}
_FAILED = "读取时出错，请检查磁盘或网络，或复制到本机后再试"
COPIES = "审阅"
COPY_ENDINGS = (f".{COPIES}.docx", f".{COPIES}.docm")  # of the copies that `annotate` writes beside the report
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def read_path(path: str | Path) -> SourceText:
    """Return the text of a .txt, .md or .docx file, decoded; offsets in findings count its code points.

    Raises:
        ReadError: it cannot be read; the sentence does not name the path.
    """
    path = Path(path)
    with _opened(path) as stream:
        if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return _read(stream, path.suffix.lower(), shown(path))
        return _read(io.BytesIO(stream.read(TEXT_LIMIT + 1)), path.suffix.lower(), shown(path))


def read_whole(path: Path) -> tuple[SourceText, bytes]:
    """Return the text of a file and its bytes, for a changed copy of it.

    Raises:
        ReadError: as by `read_path`; or it is a pipe or a device, which has no bytes to change.
    """
    if not stat.S_ISREG(mode := _mode(path)) and not stat.S_ISDIR(mode):
        raise ReadError("这是管道或设备，请先存成文件")
    with _opened(path) as stream:
        source = _read(stream, path.suffix.lower(), shown(path))
        stream.seek(0)
        return source, stream.read()


def read_bytes(data: bytes, *, name: str | None = None) -> SourceText:
    """Return the text of some bytes; the ending of `name` tells the format, else the bytes do.

    Raises:
        ReadError: they cannot be read.
    """
    return _read(io.BytesIO(data), Path(name).suffix.lower() if name else "", name)


def expand(path: Path, passed_over: Counter[str] | None = None) -> Iterator[Path]:
    """Yield a file as it is given, or the reports under a folder in order of name.

    Hidden files, Word's lock files and links to folders are passed over. Documents in formats that
    are not read are counted by their endings in `passed_over`, unless the error speaks of them; the copies
    that `annotate` writes are counted there as COPIES.

    Raises:
        ReadError: the path leads nowhere, or the folder holds no report (raised at the end of the walk).
    """
    if not stat.S_ISDIR(_mode(path)):
        yield path
        return
    found = False
    unreadable: list[OSError] = []
    foreign: Counter[str] = Counter()
    copies = 0
    for folder, folders, files in os.walk(path, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith((".", "~$"))):
            ending = os.path.splitext(name)[1].lower()  # noqa: PTH122  a Path for each of 100,000 names is slow
            if name.endswith(COPY_ENDINGS):
                copies += 1
            elif ending in _REPORT_ENDINGS:
                found = True
                yield Path(folder, name)
            foreign[ending] += is_foreign_document(ending)
    yield from (Path(error.filename) for error in unreadable)
    if not found and not unreadable:
        raise ReadError(_no_report(foreign.total()), kind="folder")
    if passed_over is not None:
        passed_over.update(+foreign + Counter({COPIES: copies}))


def find_reports(paths: Iterable[Path], passed_over: dict[Path, Counter[str]] | None = None) -> Iterator[Path]:
    """Yield the reports of several files and folders, each once.

    A path that `expand` refuses is yielded itself, so that `read_path` gives its error and the others go on.
    What `expand` counts goes to `passed_over` under the path it was counted for.
    """
    seen: set[str] = set()
    for path in paths:
        foreign: Counter[str] = Counter()
        for report in _expand_or_keep(path, foreign):
            key = os.path.abspath(report)  # noqa: PTH100  many times faster than Path.resolve
            if key not in seen:
                seen.add(key)
                yield report
        if foreign and passed_over is not None:
            passed_over[path] = foreign


def shown(path: Path) -> str:
    """Return a path as text that any output can hold.

    Archives packed on Chinese Windows leave file names in GBK on other systems.
    """
    name = str(path)
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file; whatever the system refuses while it is open becomes a sentence."""
    try:
        if stat.S_ISDIR(_mode(path)):
            _refuse_folder(path)
        with path.open("rb") as stream:
            yield stream
    except PermissionError as error:
        raise ReadError(_NOT_ALLOWED) from error
    except OSError as error:
        raise ReadError(_NO_PLACE.get(error.errno or 0, _FAILED)) from error


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a NUL in the path
        raise ReadError(_MISSING, kind="missing") from error
    except PermissionError as error:
        raise ReadError(_NOT_ALLOWED) from error
    except OSError as error:
        raise ReadError(_NO_PLACE.get(error.errno or 0, _FAILED)) from error


def _expand_or_keep(path: Path, passed_over: Counter[str]) -> Iterator[Path]:
    try:
        yield from expand(path, passed_over)
    except ReadError:
        yield path


def _refuse_folder(path: Path) -> None:
    os.scandir(path).close()  # a folder that cannot be opened says so
    for _ in expand(path):
        raise ReadError("这是文件夹，请指明其中的文件", kind="folder")


def _no_report(foreign: int) -> str:
    if foreign:
        return f"文件夹里没有 .docx、.txt 或 .md 报告，有{foreign}个其他格式的文档，请先另存为 .docx"
    return "文件夹里没有 .docx、.txt 或 .md 报告，请检查是否选错了文件夹"


def _read(stream: BinaryIO, ending: str, path: str | None) -> SourceText:
    """Read a stream that can seek; a zip is Word whatever its name, else the ending decides."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    if not head:
        raise ReadError(EMPTY, kind="empty")
    if head.startswith(_ZIP):
        from report_lint.readers.docx import read_docx  # noqa: PLC0415  zipfile and XML, not for plain text

        return read_docx(stream, size, path)
    refuse_foreign(head, ending, stream)
    if ending in _WORD_ENDINGS:
        raise ReadError("内容不是 Word 文档，请用 Word 或 WPS 打开原文件，另存为 .docx", kind="damaged")
    if size > TEXT_LIMIT:
        raise ReadError("文本超过 20 MB，不像是一份报告，请检查是否选错了文件", kind="too-large")
    return read_plain(stream.read(), path, _TEXT_FORMATS.get(ending, "text"))
