"""`report-lint annotate`: a copy of a Word file with the findings as comments; the original is never written."""

from __future__ import annotations

import os
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.commands.flags import Flags
from report_lint.commands.options import pack_options, rule_options
from report_lint.commands.output import is_open, lock_of, reason, remark, say, write_bytes
from report_lint.commands.parser import ChineseParser
from report_lint.commands.settings import SettingsFinder
from report_lint.errors import ReadError, UsageError
from report_lint.linter import lint
from report_lint.readers import read_whole
from report_lint.render.closing import verdict
from report_lint.render.layout import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from report_lint.report import LintReport
    from report_lint.text import SourceText

_ENDINGS = frozenset({".docx", ".docm"})


def parse_annotate(arguments: Sequence[str]) -> Flags:
    """Return the flags of `annotate`."""
    parser = ChineseParser(
        "annotate",
        "[选项] FILE.docx [-o COPY.docx]",
        "另存一份带批注的 Word 文件：每个问题一条批注，标题上有一条总的批注。正文一字不改，原文件不动。\n"
        "退出码：0 已写好；2 文件、配置或参数无法处理，什么也没有写。",
    )
    parser.arguments.add_argument("paths", metavar="FILE.docx", nargs=1, help="要检查的 Word 文件")
    parser.options.add_argument(
        "-o",
        "--output",
        metavar="COPY.docx",
        type=Path,
        help="写到这里，已有的文件会被替换；不写则是原文件旁边的“原名.审阅.docx”，已有时不覆盖",
    )
    rule_options(parser.options)
    pack_options(parser.options)
    return parser.parse_args(arguments, Flags())


def annotate(flags: Flags) -> int:
    """Write the copy and say what is in it."""
    path = Path(flags.paths[0])
    try:
        source, data = read_whole(path)
        target = _target(path, flags.output)
        if source.format != "docx":
            raise UsageError(f"无法批注 {path}：只有 Word 文件（.docx）能加批注；其他格式可用 check --format html")
        copy, report = _annotated(data, _linting(path, flags))
    except ReadError as error:
        raise UsageError(f"无法批注 {path}：{error}") from error
    except OSError as error:
        raise UsageError(f"无法读取 {path}：{reason(error)}") from error
    if (lock := lock_of(target)) is not None:
        raise UsageError(f"无法写入 {target}：{is_open(lock)}")
    write_bytes(target, copy)
    say(f"已写入 {target}：批注 {len(report.findings) + 1} 条（{verdict(report, Screen())}）\n")
    if source.own_comments:
        remark(f"{path} 里原有 report-lint 的批注 {source.own_comments} 条，没有删去，新的批注加在一起")
    if source.revisions:
        remark(f"{path} 有修订痕迹，检查的是接受全部修订之后的文字")
    return 0


def _annotated(data: bytes, linting: Callable[[SourceText], LintReport]) -> tuple[bytes, LintReport]:
    from report_lint.word.annotate import annotate as annotated  # noqa: PLC0415  a wrong -o is told without it

    return annotated(data, linting, datetime.now().astimezone())


def _target(path: Path, output: Path | None) -> Path:
    """Return where the copy goes; never the original, and by default no file that is there."""
    if output is None:
        target = path.with_name(f"{path.stem}.审阅{path.suffix}")
        if os.path.lexists(target):
            raise UsageError(f"{target} 已经存在，没有覆盖；用 -o 写明另一个文件名，要替换它就写 -o {target}")
        return target
    if output.exists() and path.exists() and path.samefile(output):
        raise UsageError(f"-o 所写的 {output} 正是原文件，原文件不能改，请换一个文件名")
    if output.suffix.lower() not in _ENDINGS:
        raise UsageError(f"-o 所写的 {output} 不是 Word 文件名，请以 .docx 结尾")
    return output


def _linting(path: Path, flags: Flags) -> Callable[[SourceText], LintReport]:
    settings = SettingsFinder(flags, datetime.now().astimezone().date()).of(path.parent)
    linting = partial(lint, **settings.options(settings.config.suppressions(path)))
    if settings.baseline is None:
        return linting
    from report_lint.commands.baseline import without_known  # noqa: PLC0415  few have one

    return without_known(settings.baseline, linting, path)
