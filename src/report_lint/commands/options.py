"""Options that several commands share, and the groups of those of `check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

from report_lint.commands.values import codes, day, one_of, output_file, severity
from report_lint.config import FailOn, OutputFormat
from report_lint.render.columns import Columns

if TYPE_CHECKING:
    from argparse import _ArgumentGroup

_COLOURS = ("auto", "always", "never")


def rule_options(group: _ArgumentGroup) -> None:
    """Add the options on what is checked."""
    group.add_argument(
        "--profile",
        metavar="BODY/LEVEL",
        help="报告的类型：party、government、joint 或 department，可再加 /province、/city、/county 或 /township；"
        "不写则自动识别",
    )
    group.add_argument("--as-of", metavar="DATE", type=day, help="按这一天判断法规是否有效，例如 2026-01-09")
    group.add_argument(
        "--severity",
        metavar="CODE=LEVEL",
        type=severity,
        action="append",
        default=[],
        help="改变规则的级别，例如 CIT006=info；可写多次",
    )
    code_option(group, "--select", "只看这些规则，例如 STR,CIT006；可写前缀")
    code_option(group, "--ignore", "不运行这些规则")


def pack_options(group: _ArgumentGroup) -> None:
    """Add the options on packs and configs."""
    group.add_argument(
        "--pack", metavar="DIR", action="append", default=[], help="使用这个规则包，代替配置中的 packs；可写多次"
    )
    group.add_argument("--config", metavar="FILE", type=Path, help="使用这个配置文件，不再查找 report-lint.toml")
    group.add_argument("--no-config", action="store_true", help="不使用任何配置文件")


def code_option(group: _ArgumentGroup, name: str, text: str) -> None:
    """Add an option that takes rule codes, several times if need be."""
    group.add_argument(name, metavar="CODES", type=codes, action="extend", default=[], help=text)


def colour_option(group: _ArgumentGroup) -> None:
    """Add --color."""
    group.add_argument(
        "--color", metavar="WHEN", type=one_of("--color", _COLOURS), help="auto（默认）、always 或 never"
    )


def output_options(group: _ArgumentGroup) -> None:
    """Add the options of `check` on the form and the place of the result."""
    formats = get_args(OutputFormat)
    group.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("--format", formats),
        help="full（默认，逐条带原文）、concise（一条一行）、checklist（清单）、html（网页，供审阅和打印）、"
        "json、jsonl（一条一行的 JSON），"
        "或者其他程序的格式：sarif、github、rdjson、junit、checkstyle",
    )
    group.add_argument(
        "--columns",
        metavar="UNIT",
        type=one_of("--columns", get_args(Columns)),
        help="列号怎样数：characters（默认，一个字一列）、utf16（VS Code 等）或 utf8（字节，Vim 等）",
    )
    group.add_argument(
        "-o", "--output", metavar="FILE", type=output_file, help="写入文件，不显示在屏幕上；- 是标准输出"
    )
    colour_option(group)
    group.add_argument(
        "--fail-on",
        metavar="LEVEL",
        type=one_of("--fail-on", get_args(FailOn)),
        help="有这一级以上的问题时退出码为 1：error（默认）、warning、info 或 never",
    )


def other_results(group: _ArgumentGroup) -> None:
    """Add the options of `check` that give something other than the findings."""
    group.add_argument(
        "--statistics", action="store_true", help="只列出每条规则有几处、在几份报告里；可和 --format json 同用"
    )
    group.add_argument("--show-config", action="store_true", help="不检查，列出各项设置和它们写在哪里")
    group.add_argument("--watch", action="store_true", help="报告或配置一改动就重新检查，按 Ctrl+C 结束")


def fix_options(group: _ArgumentGroup) -> None:
    """Add the options of `check` on accepting and on correcting findings."""
    option = group.add_argument
    option("--baseline", metavar="FILE", type=Path, help="不再报这个基线文件里已有的问题，见 report-lint baseline")
    option("--fix", action="store_true", help="把只有一种改法的地方改好写回原文件，再列出剩下的问题")
    option("--unsafe-fixes", action="store_true", help="与 --fix 或 --diff 同用：改法要由人确认的地方也改")
    option("--diff", action="store_true", help="只显示会怎样改，不写文件；有可改的退出码为 1")
