"""`--format checkstyle`: the XML of Checkstyle, which build servers and editors read; it knows no end of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from report_lint.render.layout import STDIN
from report_lint.render.words import remedy
from report_lint.render.xml import add, document

if TYPE_CHECKING:
    from report_lint.report import Finding, LintOutput

_VERSION = "4.3"  # of the format: files, and errors in them


def render(output: LintOutput) -> str:
    """Return a file element for each report, and one for each input that could not be read."""
    root = Element("checkstyle", version=_VERSION)
    for report in output.reports:
        file = add(root, "file", name=report.path or STDIN)
        for found in report.findings:
            _add_finding(file, found)
    for error in output.errors:
        file = add(root, "file", name=error.path)
        add(file, "error", line=1, severity="error", message=error.message, source=f"report-lint.{error.kind}")
    return document(root)


def _add_finding(file: Element, found: Finding) -> None:
    add(
        file,
        "error",
        line=found.range.start.line,
        column=found.range.start.column,
        severity=found.severity,
        message=f"{found.message}（{remedy(found.help)}）" if found.help else found.message,
        source=f"report-lint.{found.code}",
    )
