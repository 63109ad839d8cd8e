"""The last lines of every text format: how many findings, and what was checked.

A report without findings is never simply called clean: what was looked at stands beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.render.layout import Screen, in_one_line, wrap
from report_lint.render.place import shown_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report_lint.report import InputError, LintOutput, LintReport, RunSummary, Summary

_NUMERALS = {5: "五部分"}
NOTHING_FOUND = "没有发现问题"


def counts(summary: Summary | RunSummary, screen: Screen) -> str:
    """Return the counts by severity; those that are not zero in their colour."""
    error = screen.paint(f"错误 {summary.error}", "error") if summary.error else "错误 0"
    warning = screen.paint(f"警告 {summary.warning}", "warning") if summary.warning else "警告 0"
    info = screen.paint(f"提示 {summary.info}", "info") if summary.info else "提示 0"
    return f"{error}，{warning}，{info}"


def report_closing(report: LintReport, screen: Screen) -> list[str]:
    """Return the lines that end one report."""
    return [f"{shown_path(report.path)}：{verdict(report, screen)}", *wrap(checked(report), screen.width)]


def run_closing(output: LintOutput, screen: Screen) -> list[str]:
    """Return the lines that end a run: for one report its own, for several the total."""
    if len(output.reports) == 1 and not output.errors:
        return report_closing(output.reports[0], screen)
    if not output.reports:
        return [_nothing_checked(output.errors)]
    failed = "；另有" + "，".join(_failed(output.errors)) if output.errors else ""
    clean = sum(not report.findings for report in output.reports)
    without = f"；{clean} 份{NOTHING_FOUND}" if clean else ""
    total = f"共检查 {len(output.reports)} 份报告：{counts(output.summary, screen)}{without}{failed}"
    return [total, *wrap(_checked_in_all(output.reports), screen.width)]


def _nothing_checked(errors: Sequence[InputError]) -> str:
    """Return what is said of a run without a report; one that could not be corrected was checked all the same."""
    if errors and all(error.kind == "unwritable" for error in errors):
        return "没有改正任何报告"
    return "没有检查任何报告" + (f"；{'，'.join(_failed(errors)).strip()}" if errors else "")


def _failed(errors: Sequence[InputError]) -> list[str]:
    unwritable = sum(error.kind == "unwritable" for error in errors)
    counted = {"检查": len(errors) - unwritable, "改正": unwritable}
    return [f" {count} 份无法{what}" for what, count in counted.items() if count]


def verdict(report: LintReport, screen: Screen) -> str:
    """Return the counts of a report, else what the absence of findings means."""
    accepted = f"（另有豁免 {len(report.suppressed)} 处）" if report.suppressed else ""
    if report.findings:
        return counts(report.summary, screen) + accepted
    if not report.checked.rules:
        return "没有运行任何规则，不能说明有没有问题"
    if parts_found(report)[0] == 0:
        return f"{NOTHING_FOUND}{accepted}，但各部分一个也没有找到，请确认是法治政府建设年度报告"
    return screen.paint(NOTHING_FOUND, "good") + accepted


def checked(report: LintReport) -> str:
    """Return what was looked at in one report."""
    found, required = parts_found(report)
    words = [f"规则 {len(report.checked.rules)} 条"]
    if required:
        words.append(f"找到{parts_in_words(required)}中的 {found} 部分")
    words.append(f"引用 {len(report.citations)} 处")
    if report.checked.previous is not None:
        words.append(f"对照上年报告 {in_one_line(report.checked.previous)}".rstrip())
    if report.checked.facts_until:
        words.append(f"法规资料截至 {report.checked.facts_until}")
    return f"已检查：{'，'.join(words)}"


def parts_found(report: LintReport) -> tuple[int, int]:
    """Return how many required parts were found, whole or partly, and how many there are."""
    parts = [item for item in report.checklist if item.group == "structure" and item.status != "not_applicable"]
    return sum(item.status != "missing" for item in parts), len(parts)


def parts_in_words(count: int) -> str:
    """Return so many parts, the usual number in words."""
    return _NUMERALS.get(count, f" {count} 部分")


def _checked_in_all(reports: Sequence[LintReport]) -> str:
    rules = {code for report in reports for code in report.checked.rules}
    tallies = [parts_found(report) for report in reports]
    whole = sum(found == required > 0 for found, required in tallies)
    cited = sum(len(report.citations) for report in reports)
    words = [f"规则 {len(rules)} 条", f"各部分齐全的 {whole} 份", f"引用 {cited} 处"]
    days = [report.checked.facts_until for report in reports if report.checked.facts_until]
    if days:
        words.append(f"法规资料截至 {min(days)}")
    return f"已检查：{'，'.join(words)}"
