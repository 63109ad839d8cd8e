"""What may be written on the command line: the parsers of the commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.commands.flags import Flags, refuse_both_configs
from report_lint.commands.options import (
    code_option,
    colour_option,
    fix_options,
    other_results,
    output_options,
    pack_options,
    rule_options,
)
from report_lint.commands.parser import ChineseParser
from report_lint.commands.values import day, one_of
from report_lint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence


def parse_check(arguments: Sequence[str]) -> Flags:
    """Return the flags of `check`."""
    parser = ChineseParser(
        "check",
        "[选项] PATH [PATH …]",
        "检查报告。PATH 是文件（.docx、.txt、.md）或文件夹，“-”是标准输入。\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 有文件、配置或参数无法处理。",
    )
    parser.arguments.add_argument("paths", metavar="PATH", nargs="*", help="文件、文件夹或“-”")
    output_options(parser.options)
    rule_options(parser.options)
    pack_options(parser.options)
    other_results(parser.options)
    fix_options(parser.options)
    parser.options.add_argument(
        "--previous",
        metavar="FILE",
        type=Path,
        help="本单位上一年度的报告，用来找出和上年相同的段落；一次只检查一份报告时可用",
    )
    parser.options.add_argument("--stdin-filename", metavar="NAME", help="标准输入的文件名，用来判断格式和查找配置")
    end = arguments.index("--") if "--" in arguments else len(arguments)
    flags = parser.parse_intermixed_args(arguments[:end], Flags())
    flags.paths = (*flags.paths, *arguments[end + 1 :])
    _settle_check(flags)
    return flags


def parse_rules(arguments: Sequence[str]) -> Flags:
    """Return the flags of `rules`."""
    parser = ChineseParser("rules", "[选项]", "列出全部规则：编号、级别、是否默认开启、名称。")
    option = parser.options.add_argument
    option("--format", metavar="FORMAT", type=one_of("--format", ("text", "json")), help="text（默认）或 json")
    code_option(parser.options, "--select", "只列这些规则")
    colour_option(parser.options)
    pack_options(parser.options)
    return parser.parse_args(arguments, Flags())


def parse_explain(arguments: Sequence[str]) -> Flags:
    """Return the flags of `explain`."""
    parser = ChineseParser("explain", "[选项] CODE", "说明一条规则：查什么、为什么、依据、例子、怎样关闭。")
    parser.arguments.add_argument("codes", metavar="CODE", nargs="+", help="规则编号，例如 STR001")
    colour_option(parser.options)
    pack_options(parser.options)
    return parser.parse_args(arguments, Flags())


def parse_duties(arguments: Sequence[str]) -> Flags:
    """Return the flags of `duties`."""
    parser = ChineseParser(
        "duties", "[选项]", "列出主要负责人履行推进法治建设第一责任人职责的各项内容：约束谁、依据、怎样的句子算写明。"
    )
    option = parser.options.add_argument
    option(
        "--profile",
        metavar="BODY/LEVEL",
        help="只列这一类报告的职责：party、government、joint 或 department，可再加 /county、/township 等",
    )
    option("--format", metavar="FORMAT", type=one_of("--format", ("text", "json")), help="text（默认）或 json")
    colour_option(parser.options)
    pack_options(parser.options)
    return parser.parse_args(arguments, Flags())


def parse_laws(arguments: Sequence[str]) -> Flags:
    """Return the flags of `laws`."""
    parser = ChineseParser(
        "laws",
        "[选项] TITLE [TITLE …]",
        "查一部法律、法规或文件：级别、制定机关、各个版本、效力、简称。"
        "书名号和“中华人民共和国”可写可不写。\n"
        "把自己查证的法规加进登记表：report-lint laws import --help\n"
        "退出码：0 都在登记表中；1 有的不在（不等于写错）；2 参数、配置或规则包有误。",
    )
    parser.arguments.add_argument("titles", metavar="TITLE", nargs="+", help="题名，例如 行政处罚法")
    option = parser.options.add_argument
    option("--as-of", metavar="DATE", type=day, help="按这一天判断效力，例如 2026-01-09；默认是今天")
    option("--format", metavar="FORMAT", type=one_of("--format", ("text", "json")), help="text（默认）或 json")
    colour_option(parser.options)
    pack_options(parser.options)
    return parser.parse_args(arguments, Flags())


def parse_import(arguments: Sequence[str]) -> Flags:
    """Return the flags of `laws import`."""
    from report_lint.register.cells import HEADINGS  # noqa: PLC0415  as in the command itself

    columns = "；".join(f"{names[0]}（{name}）" for name, names in HEADINGS.items())
    parser = ChineseParser(
        "laws import",
        "FILE [FILE …] (--pack DIR | -o FILE)",
        "把查证过的法律、法规、文件加进自己规则包的登记表，供以后检查时使用。\n"
        "FILE 是 CSV 或 JSONL：一行是一件法规的一个版本，CSV 的第一行是列名。"
        "Excel 里“另存为 CSV”的文件可以直接用（UTF-8、GB18030 都行），日期写 2024-1-5、2024/1/5、2024年1月5日都行。\n"
        f"可用的列，中文、英文都行：{columns}。只有题名是必须写的；登记表里没有的法规还要写级别。"
        "几个简称之间用分号隔开；施行日期没有核实的，在“施行日期的把握”里写 转述、推定 或 不明。"
        "不写来源日期的，记为今天。\n"
        "只写题名和废止日期、替代文件的，说的是最新的那个版本。同一个版本已经登记的，用新写的列替换，其余的列不变，并逐条说明。"
        "有一行不对就什么也不写。\n"
        "退出码：0 已写好；2 有不对的行，或者无法读写。",
    )
    parser.arguments.add_argument("paths", metavar="FILE", nargs="+", help="CSV 或 JSONL 文件")
    option = parser.options.add_argument
    option(
        "--pack", metavar="DIR", action="append", default=[], help="加进这个文件夹里的规则包；没有就新建，继承全国规则"
    )
    option("-o", "--output", metavar="FILE", type=Path, help="不用规则包，直接加进这个登记表文件")
    flags = parser.parse_args(arguments, Flags())
    if len(flags.pack) + (flags.output is not None) != 1:
        raise UsageError("写明加进哪里：--pack 文件夹，或者 -o 登记表文件，二者写一个")
    return flags


def parse_server(arguments: Sequence[str]) -> Flags:
    """Return the flags of `server`."""
    parser = ChineseParser(
        "server",
        "[选项]",
        "语言服务器（LSP）：编辑器打开 .txt、.md 报告时边写边检查，由编辑器启动，不必自己运行。\n"
        '需要另外安装：pip install "report-lint[lsp]"。各编辑器的设置见 docs/editors.md。',
    )
    option = parser.options.add_argument
    option("--stdio", action="store_true", help="用标准输入输出通信（默认）")
    option("--tcp", metavar="HOST:PORT", help="在这个地址等待编辑器连接，例如 127.0.0.1:2087")
    rule_options(parser.options)
    pack_options(parser.options)
    flags = parser.parse_args(arguments, Flags())
    refuse_both_configs(flags)
    return flags


def parse_schema(arguments: Sequence[str]) -> Flags:
    """Return the flags of `schema`."""
    parser = ChineseParser("schema", "", "输出 --format json 结果的 JSON Schema。")
    return parser.parse_args(arguments, Flags())


def _settle_check(flags: Flags) -> None:
    """Check what concerns several flags together."""
    if flags.statistics and flags.format not in (None, "full", "json"):
        raise UsageError(f"--statistics 不能和 --format {flags.format} 同时使用，可用 full 或 json")
    refuse_both_configs(flags)
    if flags.stdin_filename is not None and not flags.paths:
        flags.paths = ("-",)
    if flags.stdin_filename is not None and "-" not in flags.paths:
        raise UsageError("--stdin-filename 是标准输入的文件名，要检查标准输入请再写上“-”")
    if flags.unsafe_fixes and not (flags.fix or flags.diff):
        raise UsageError("--unsafe-fixes 要与 --fix 或 --diff 同时使用")
    if flags.watch and (flags.fix or flags.diff):
        raise UsageError("--watch 不能和 --fix、--diff 同时使用")
    if flags.watch and "-" in flags.paths:
        raise UsageError("--watch 不能检查标准输入，请写明文件或文件夹")
    if not flags.paths:
        raise UsageError("没有写明要检查的文件，例如：report-lint check 报告.docx")
