"""The command line: choose the command, and turn every error into a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from report_lint import __version__
from report_lint.commands import catalogue, check
from report_lint.commands.arguments import (
    parse_check,
    parse_duties,
    parse_explain,
    parse_import,
    parse_laws,
    parse_rules,
    parse_schema,
    parse_server,
)
from report_lint.commands.output import complain, reason, say, use_utf8
from report_lint.commands.parser import suggestion
from report_lint.errors import ReportLintError, UsageError
from report_lint.render import schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FAILED = 2
_INTERRUPTED = 130

HELP = """\
用法：report-lint 命令 [选项]

在报送之前检查法治政府建设年度报告：规定的五部分、引用的法律法规、主要负责人的职责。

命令：
  check PATH…    检查报告（.docx、.txt、.md）或文件夹里的全部报告
  annotate FILE  另存一份带批注的 Word 文件，每个问题一条批注
  baseline PATH… 把现有问题记入基线文件，以后只报新的
  rules          列出全部规则
  explain CODE   说明一条规则：查什么、为什么、依据、例子、怎样关闭
  pack check DIR 检查自己的规则包，并运行其中的例子；pack new DIR 新建一个
  laws TITLE     查一部法律、法规或文件：版本、效力、简称；laws import 加进自己的登记表
  duties         列出主要负责人的职责：约束谁、依据、怎样的句子算写明
  schema         输出 JSON 结果的 JSON Schema
  server         语言服务器（LSP），供编辑器边写边检查

选项：
  -h, --help     显示帮助；report-lint check --help 显示一个命令的帮助
  --version      显示版本

例：
  report-lint check 报告.docx
  report-lint check 各单位报送/ --format checklist
  report-lint explain STR001
  report-lint laws 行政处罚法
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 clean, 1 findings, 2 it could not do its job."""
    use_utf8()
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except ReportLintError as error:
        complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        return FAILED
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        complain(f"无法读写{where}：{reason(error)}")
        return FAILED
    except Exception as error:
        if os.environ.get("REPORT_LINT_DEBUG") == "1":
            raise
        complain(
            f"程序内部出错（{type(error).__name__}: {error}），请把这句话反馈给维护者；"
            "设置环境变量 REPORT_LINT_DEBUG=1 再运行一次，可得到详细经过"
        )
        return FAILED


def _run(arguments: list[str]) -> int:
    if not arguments:
        sys.stderr.write(HELP)
        return FAILED
    first, rest = arguments[0], arguments[1:]
    if first in ("-h", "--help"):
        say(HELP)
    elif first == "--version":
        say(f"report-lint {__version__}\n")
    elif first in _COMMANDS:
        try:
            return _COMMANDS[first](rest)
        except SystemExit:  # argparse leaves this way after --help
            return 0
    else:
        raise UsageError(_unknown(first))
    return 0


def _unknown(first: str) -> str:
    if first.startswith("-"):
        return f"没有选项“{first}”；用法见 report-lint --help"
    if os.path.exists(first):  # noqa: PTH110  a name with a NUL in it is no path, and no error
        return f"没有命令“{first}”；检查报告请写 report-lint check {first}"
    return f"没有命令“{first}”{suggestion(first, _COMMANDS) or '；用法见 report-lint --help'}"


def _pack(arguments: Sequence[str]) -> int:
    from report_lint.commands.pack import pack  # noqa: PLC0415  checking a report does not pay for it

    return pack(arguments)


def _annotate(arguments: Sequence[str]) -> int:
    from report_lint.commands import annotate  # noqa: PLC0415  milliseconds that `check` does not pay

    return annotate.annotate(annotate.parse_annotate(arguments))


def _baseline(arguments: Sequence[str]) -> int:
    from report_lint.commands import baseline  # noqa: PLC0415  milliseconds that `check` does not pay

    return baseline.write(baseline.parse_baseline(arguments))


def _schema(arguments: Sequence[str]) -> int:
    parse_schema(arguments)
    say(schema.render())
    return 0


def _laws(arguments: Sequence[str]) -> int:
    from report_lint.commands import laws, laws_import  # noqa: PLC0415  milliseconds that `check` does not pay

    if arguments[:1] == ["import"]:
        return laws_import.add(parse_import(arguments[1:]))
    return laws.show(parse_laws(arguments))


def _duties(arguments: Sequence[str]) -> int:
    from report_lint.commands import duties  # noqa: PLC0415  milliseconds that `check` does not pay

    return duties.show(parse_duties(arguments))


def _check(arguments: Sequence[str]) -> int:
    flags = parse_check(arguments)
    if flags.watch:
        from report_lint.commands.watch import watch  # noqa: PLC0415  a single check does not pay for it

        watch(flags, lambda: check.check(flags, __version__))
    return check.check(flags, __version__)


def _server(arguments: Sequence[str]) -> int:
    from report_lint.server import command  # noqa: PLC0415  no other command pays for it

    return command.serve(parse_server(arguments))


_COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "check": _check,
    "annotate": _annotate,
    "baseline": _baseline,
    "rules": lambda arguments: catalogue.list_rules(parse_rules(arguments)),
    "explain": lambda arguments: catalogue.explain(parse_explain(arguments)),
    "pack": _pack,
    "laws": _laws,
    "duties": _duties,
    "schema": _schema,
    "server": _server,
}
