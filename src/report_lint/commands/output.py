"""Where output goes: the terminal or a file, and whether it has colours."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TextIO

from report_lint.errors import UsageError
from report_lint.render.layout import WIDTH, Screen, visible

_NARROWEST, _WIDEST = 60, 100
_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EROFS: "磁盘是只读的",
    errno.EFBIG: "文件太大，超过了系统的限制",
    errno.EIO: "磁盘或网络出错",
    errno.ELOOP: "链接绕成了圈",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EMFILE: "打开的文件太多",
}


def use_utf8() -> None:
    """Make both streams UTF-8 whatever the locale says, and unable to fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def screen_for(output: Path | None, color: str, stream: TextIO | None = None) -> Screen:
    """Return how wide the output may be and whether it has colours; a file and a pipe have 80 cells and none."""
    stream = stream or sys.stdout
    terminal = output is None and stream is not None and stream.isatty()
    width = min(max(shutil.get_terminal_size((WIDTH, 24)).columns, _NARROWEST), _WIDEST) if terminal else WIDTH
    wanted = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    coloured = color == "always" or (color == "auto" and wanted)
    if coloured and sys.platform == "win32":
        os.system("")  # noqa: S605, S607  switches the old Windows console to understanding colours
    return Screen(width, color=coloured)


def say(text: str, output: Path | None = None) -> None:
    """Print a text, or write it to a file.

    Raises:
        BrokenPipeError: the reader of the pipe has gone.
        UsageError: it cannot be written.
    """
    if output is not None:
        write_file(output, text)
        return
    if sys.stdout is None:  # closed by `>&-`
        raise UsageError("无法写入标准输出：已经关闭")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up(sys.stdout)
        raise
    except OSError as error:
        _give_up(sys.stdout)
        raise UsageError(f"无法写入标准输出：{reason(error)}") from error


def complain(sentence: str) -> None:
    """Print a sentence about what could not be done."""
    remark(f"error: {sentence}")


def remark(sentence: str) -> None:
    """Print a sentence that the result is to be read with."""
    if sys.stderr is None:  # closed by `2>&-`
        return
    try:
        sys.stderr.write(f"{visible(sentence)}\n")
        sys.stderr.flush()
    except OSError:  # there is nowhere left to say it
        _give_up(sys.stderr)


def reason(error: OSError) -> str:
    """Return why the system refused, in words where it is a usual reason."""
    if isinstance(error, PermissionError):
        return "没有权限，或文件正被其他程序打开"
    return _REASONS.get(error.errno or 0) or error.strerror or "原因不明"


def _give_up(stream: TextIO) -> None:
    """Keep Python from failing once more at exit, when it writes out what it still holds."""
    with suppress(OSError, ValueError):  # what stands for a stream in tests has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_file(path: Path, text: str) -> None:
    """Write a file whole or not at all; what stood there before stays until the new text is complete.

    Raises:
        UsageError: it cannot be written there.
    """
    write_bytes(path, text.encode("utf-8", "backslashreplace"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file as `replace_file` does.

    Raises:
        UsageError: it cannot be written there.
    """
    try:
        replace_file(path, data)
    except OSError as error:
        raise UsageError(f"无法写入 {path}：{reason_at(error, path)}") from error


def replace_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: a draft beside it, safe on the disk, takes its place and its permissions.

    Raises:
        OSError: it cannot be written there; `reason_at` says why.
    """
    if path.exists() and not path.is_file():  # the target of /dev/stdout may be a pipe, which no path names
        _write_through(path, data)
        return
    target = Path(os.path.realpath(path))
    if target.is_symlink():  # it leads to itself, or it would have been followed
        target.stat()
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        _write_through(draft, data)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _write_through(target: Path, data: bytes) -> None:
    """Write and see to it that a file is on the disk; /dev/stdout cannot promise that."""
    with target.open("wb") as stream:
        stream.write(data)
        stream.flush()
        with suppress(OSError) if not target.is_file() else nullcontext():
            os.fsync(stream.fileno())


def lock_of(path: Path) -> Path | None:
    """Return the file by which Word, WPS or LibreOffice says that it has a document open, None where there is none."""
    name = path.name
    owners = [f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"]
    return next((lock for owner in owners if (lock := path.with_name(owner)).is_file()), None)


def is_open(lock: Path) -> str:
    """Return what a lock file says, and what to do where the program that left it has crashed."""
    return f"正在 Word 或 WPS 中打开，请先关闭；如果没有打开，请删去锁文件 {lock.name} 再试"


def reason_at(error: OSError, path: Path) -> str:
    """Return why the system refused to write to a path."""
    if isinstance(error, IsADirectoryError):
        return "这是文件夹，请写明文件名"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        folder = Path(os.path.realpath(path)).parent if path.is_symlink() else path.parent
        above = next((one for one in (folder, *folder.parents) if one.exists()), folder)
        return f"{above} 不是文件夹" if above.is_file() else f"文件夹 {folder} 不存在"
    return reason(error)
