"""`--format concise`: one finding a line, as editors and grep read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.render.closing import run_closing
from report_lint.render.layout import Screen, in_one_line
from report_lint.render.place import shown_path

if TYPE_CHECKING:
    from report_lint.report import Finding, LintOutput, LintReport


def render(output: LintOutput, screen: Screen | None = None) -> str:
    """Return a line for each finding of all reports, then what was checked."""
    screen = screen or Screen()
    lines = [_line(finding, report, screen) for report in output.reports for finding in report.findings]
    return "\n".join([*lines, *run_closing(output, screen)]) + "\n"


def _line(finding: Finding, report: LintReport, screen: Screen) -> str:
    start = finding.range.start
    level = screen.paint(f"{finding.severity} {finding.code}", finding.severity)
    return f"{shown_path(report.path)}:{start.line}:{start.column}: {level} {in_one_line(finding.message)}"
