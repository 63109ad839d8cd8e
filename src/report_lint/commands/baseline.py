"""`report-lint baseline` and `check --baseline`: accept what is known today, report what is new."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.baseline import load_baseline, relative, written
from report_lint.commands.flags import Flags
from report_lint.commands.options import pack_options, rule_options
from report_lint.commands.output import complain, remark, say, write_file
from report_lint.commands.parser import ChineseParser
from report_lint.commands.settings import SettingsFinder
from report_lint.errors import ReadError, UsageError
from report_lint.linter import lint
from report_lint.readers import COPIES, find_reports, read_path, shown
from report_lint.render.layout import in_one_line

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Sequence

    from report_lint.baseline import Known
    from report_lint.report import LintReport
    from report_lint.text import SourceText

_FAILED = 2
_SHOWN = 5


def parse_baseline(arguments: Sequence[str]) -> Flags:
    """Return the flags of `baseline`."""
    parser = ChineseParser(
        "baseline",
        "[选项] PATH [PATH …] -o FILE",
        "把这些报告现有的全部问题记入基线文件，以后 report-lint check --baseline FILE 只报新的问题。\n"
        "问题按内容认，不按行号：改动别处、调整序号、给报告改名都不影响。\n"
        "退出码：0 已写好；2 有报告、配置或参数无法处理，什么也没有写。",
    )
    parser.arguments.add_argument("paths", metavar="PATH", nargs="+", help="文件或文件夹")
    parser.options.add_argument("-o", "--output", metavar="FILE", type=Path, help="写入这个文件，已有的会被替换")
    rule_options(parser.options)
    pack_options(parser.options)
    flags = parser.parse_args(arguments, Flags())
    if flags.output is None:
        raise UsageError("没有写明基线文件，例如：report-lint baseline 报告/ -o 基线.json")
    return flags


def write(flags: Flags) -> int:
    """Write the baseline of some reports; where one cannot be read nothing is written."""
    output = flags.output or Path()
    finder = SettingsFinder(flags, datetime.now().astimezone().date())
    reports: list[tuple[str, LintReport]] = []
    failed = False
    passed_over: dict[Path, Counter[str]] = {}
    for path in find_reports(map(Path, flags.paths), passed_over):
        if output.exists() and path.exists() and path.samefile(output):
            raise UsageError(f"-o 所写的 {output} 正是要检查的报告，请换一个文件名")
        try:
            settings = finder.of(path.parent)
            report = lint(read_path(path), **settings.options(settings.config.suppressions(path)))
        except ReadError as error:
            complain(f"无法读取 {in_one_line(shown(path))}：{error}")
            failed = True
            continue
        reports.append((relative(path, output.absolute().parent), report))
    if failed:
        complain("没有写基线文件")
        return _FAILED
    write_file(output, written(reports))
    if copies := sum(counted[COPIES] for counted in passed_over.values()):
        remark(f"带批注的 .{COPIES}.docx 副本{copies}个没有记入")
    say(f"已写入 {output}：{len(reports)} 份报告，{sum(len(report.findings) for _, report in reports)} 处问题\n")
    return 0


def without_known(
    path: Path, lint: Callable[[SourceText], LintReport], place: Path | None
) -> Callable[[SourceText], LintReport]:
    """Return a way to check one report that leaves out what a baseline knows of it."""
    baseline = load_baseline(path)
    # Each check is the first: a renamed report that was recognised once would not be again.
    return lambda source: replace(baseline, seen={}).accept(lint(source), place)[0]


def accept(path: Path, reports: Iterable[tuple[LintReport, Callable[[LintReport], None]]]) -> None:
    """Take what a baseline knows out of the findings, and say what it knows in vain."""
    baseline = load_baseline(path)
    # Reports under their own path first, so that none of them is taken for a renamed one.
    names = {one.path for one in baseline.files}
    every = [(report, put, Path(report.path) if report.path else None) for report, put in reports]
    every.sort(key=lambda one: one[2] is None or relative(one[2], baseline.folder) not in names)
    for report, put, place in every:
        accepted, stale = baseline.accept(report, place)
        put(accepted)
        if stale:
            _say_stale(path, in_one_line(report.path or "-"), stale)
    for name in baseline.missing():
        remark(f"基线 {path}：{in_one_line(name)} 已不存在，可重新生成基线")


def _say_stale(path: Path, name: str, stale: Sequence[Known]) -> None:
    named = "、".join(f"{one.code}“{in_one_line(one.quote)[:20]}”" for one in stale[:_SHOWN])
    more = f"等 {len(stale)} 处" if len(stale) > _SHOWN else ""
    remark(f"基线 {path}：{name} 中 {named}{more}已经没有了，可重新生成基线")
