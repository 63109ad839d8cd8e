"""`check --fix` and `--diff`: correct what can be corrected without a person, or show what would be."""

from __future__ import annotations

import sys
from difflib import unified_diff
from typing import TYPE_CHECKING

from report_lint.commands.output import is_open, lock_of, reason_at, remark, replace_file
from report_lint.errors import ReadError
from report_lint.fixing import fix
from report_lint.readers import read_bytes, read_whole, shown
from report_lint.render.layout import STDIN, in_one_line, visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from report_lint.commands.flags import Flags
    from report_lint.report import LintReport
    from report_lint.text import SourceText

_SAVED_MEANWHILE = "检查期间文件被改动过，没有写回，请再运行一次"


def corrected(path: Path | None, flags: Flags, lint: Callable[[SourceText], LintReport]) -> tuple[SourceText, str]:
    """Correct one report and return its new text; with --diff nothing is written, and the difference comes back.

    Raises:
        ReadError: the report cannot be read, or not be written.
    """
    before, data = read_whole(path) if path is not None else _standard_input(flags.stdin_filename)
    if path is not None and (lock := lock_of(path)) is not None and not flags.diff:
        raise ReadError(is_open(lock), kind="unwritable")
    result = fix(data, before, lint, unsafe=flags.unsafe_fixes)
    shown_name = in_one_line(shown(path) if path is not None else flags.stdin_filename or STDIN)
    if flags.diff:
        return before, _difference(before.text, result.source.text, shown_name)
    if path is None:
        sys.stdout.buffer.write(result.data)
        sys.stdout.flush()
    elif result.data != data:
        _replace(path, data, result.data)
    if result.applied:
        findings = "" if result.edits == result.applied else f"（{result.applied} 个问题）"
        remark(f"{shown_name}：已改 {result.edits} 处{findings}")
    if result.left:
        remark(f"{shown_name}：{len(result.left)} 处有改法，但文字在自动编号、域或无法改写的地方，没有改，请自行修改")
    return result.source, ""


def _standard_input(name: str | None) -> tuple[SourceText, bytes]:
    data = sys.stdin.buffer.read()
    return read_bytes(data, name=name), data


def _replace(path: Path, old: bytes, new: bytes) -> None:
    """Write a corrected report, unless the old one has been saved anew meanwhile."""
    try:
        if path.read_bytes() != old:
            raise ReadError(_SAVED_MEANWHILE, kind="unwritable")
        replace_file(path, new)
    except OSError as error:
        raise ReadError(reason_at(error, path), kind="unwritable") from error


def _difference(before: str, after: str, name: str) -> str:
    lines = unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="")
    return "".join(f"{visible(line)}\n" for line in lines)
