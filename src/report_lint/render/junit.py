"""`--format junit`: each finding a test case, as build servers show test results.

What counts as failed is what `--fail-on` says; the others are cases that were skipped, so that they are seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from report_lint.render.closing import NOTHING_FOUND, checked
from report_lint.render.layout import STDIN
from report_lint.render.words import remedy
from report_lint.render.xml import add, document, line
from report_lint.report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Collection

    from report_lint.config import FailOn
    from report_lint.report import Finding, InputError, LintOutput, LintReport

_KINDS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render(output: LintOutput, fail_on: FailOn) -> str:
    """Return a suite for each report, and one for each input that could not be read."""
    counted = () if fail_on == "never" else SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    root = Element("testsuites", name=output.tool.name)
    for report in output.reports:
        _add_report(root, report, counted)
    for error in output.errors:
        _add_error(root, error)
    for suite in (root, *root):
        suite.set("tests", str(len(list(suite.iter("testcase")))))
        for count, name in _KINDS.items():
            suite.set(count, str(len(list(suite.iter(name)))))
    return document(root)


def _add_report(root: Element, report: LintReport, counted: Collection[str]) -> None:
    path = report.path or STDIN
    suite = add(root, "testsuite", name=path)
    for found in report.findings:
        case = add(suite, "testcase", name=f"{found.code} {found.message}", classname=path)
        failed = found.severity in counted
        result = add(case, "failure" if failed else "skipped", type=found.severity, message=found.message)
        result.text = "\n".join(map(line, _details(path, found)))
    if not report.findings:
        add(suite, "testcase", name=NOTHING_FOUND, classname=path)
    add(suite, "system-out").text = line(checked(report))


def _details(path: str, found: Finding) -> list[str]:
    """Return where it is, what stands there, the remedy and the authority."""
    start, end = found.range.start, found.range.end
    details = [f"{path}:{start.line}:{start.column}-{end.line}:{end.column}", f"原文：{found.quote}"]
    if found.help:
        details.append(remedy(found.help))
    if found.basis:
        details.append("依据：" + "；".join(f"（{basis.grade}）{basis.text}" for basis in found.basis))
    return details


def _add_error(root: Element, error: InputError) -> None:
    suite = add(root, "testsuite", name=error.path)
    case = add(suite, "testcase", name="读取", classname=error.path)
    add(case, "error", type=error.kind, message=error.message)
