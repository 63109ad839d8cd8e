"""Where output goes: the terminal or a file, and whether it has colours."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

from report_lint.errors import UsageError
from report_lint.render.layout import WIDTH, Screen, visible

if TYPE_CHECKING:
    from pathlib import Path

_NARROWEST, _WIDEST = 60, 100


def use_utf8() -> None:
    """Make both streams UTF-8 whatever the locale says, and unable to fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def screen_for(output: Path | None, color: str, stream: TextIO | None = None) -> Screen:
    """Return how wide the output may be and whether it has colours; a file and a pipe have 80 cells and none."""
    stream = stream or sys.stdout
    terminal = output is None and stream.isatty()
    width = min(max(shutil.get_terminal_size((WIDTH, 24)).columns, _NARROWEST), _WIDEST) if terminal else WIDTH
    wanted = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    coloured = color == "always" or (color == "auto" and wanted)
    if coloured and sys.platform == "win32":
        os.system("")  # noqa: S605, S607  switches the old Windows console to understanding colours
    return Screen(width, color=coloured)


def say(text: str, output: Path | None = None) -> None:
    """Print a text, or write it to a file."""
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        write_file(output, text)


def complain(sentence: str) -> None:
    """Print a sentence about what could not be done."""
    sys.stderr.write(f"error: {visible(sentence)}\n")
    sys.stderr.flush()


def write_file(path: Path, text: str) -> None:
    """Write a file whole or not at all; what stood there before stays until the new text is complete.

    Raises:
        UsageError: it cannot be written there.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            _write_through(target, data)
            return
        draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            draft.write_bytes(data)
            if target.exists():
                shutil.copymode(target, draft)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"无法写入 {path}：{_reason(error, path)}") from error


def _write_through(target: Path, data: bytes) -> None:
    """Write to what is no file, such as /dev/stdout."""
    with target.open("wb") as stream:
        stream.write(data)


def _reason(error: OSError, path: Path) -> str:
    if isinstance(error, PermissionError):
        return "没有权限，或文件正被其他程序打开"
    if isinstance(error, IsADirectoryError):
        return "这是文件夹，请写明文件名"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"文件夹 {path.parent} 不存在"
    return error.strerror or "写入失败"
