"""`check --fix` and `--diff`: correct what can be corrected without a person, or show what would be."""

from __future__ import annotations

import sys
from difflib import unified_diff
from typing import TYPE_CHECKING

from report_lint.commands.output import lock_of, remark, write_bytes
from report_lint.errors import ReadError, UsageError
from report_lint.fixing import fix
from report_lint.readers import read_bytes, read_path, shown
from report_lint.render.layout import STDIN, in_one_line, visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from report_lint.commands.flags import Flags
    from report_lint.report import LintReport
    from report_lint.text import SourceText


def corrected(path: Path | None, flags: Flags, lint: Callable[[SourceText], LintReport]) -> tuple[SourceText, str]:
    """Correct one report and return its new text; with --diff nothing is written, and the difference comes back.

    Raises:
        ReadError: the report cannot be read, or not be written.
    """
    name = flags.stdin_filename if path is None else None
    data = sys.stdin.buffer.read() if path is None else path.read_bytes()
    before = read_path(path) if path is not None else read_bytes(data, name=name)
    if path is not None and (lock := lock_of(path)) is not None and not flags.diff:
        raise ReadError(f"正在 Word 或 WPS 中打开（有锁文件 {lock.name}），没有改动，请先关闭再改")
    result = fix(data, before, lint, unsafe=flags.unsafe_fixes)
    shown_name = in_one_line(shown(path)) if path is not None else name or STDIN
    if flags.diff:
        return before, _difference(before.text, result.source.text, shown_name)
    if path is None:
        sys.stdout.buffer.write(result.data)
        sys.stdout.flush()
    elif result.data != data:
        _replace(path, result.data)
    if result.applied:
        remark(f"{shown_name}：已改 {result.applied} 处")
    if result.left:
        remark(f"{shown_name}：{len(result.left)} 处有改法，但文字在自动编号、域或无法改写的地方，没有改，请自行修改")
    return result.source, ""


def _replace(path: Path, data: bytes) -> None:
    try:
        write_bytes(path, data)
    except UsageError as error:  # one file that cannot be written does not stop the rest
        raise ReadError(str(error)) from error


def _difference(before: str, after: str, name: str) -> str:
    lines = unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="")
    return "".join(f"{visible(line)}\n" for line in lines)
