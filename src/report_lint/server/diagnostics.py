"""Findings as diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol.types import Diagnostic, DiagnosticSeverity

from report_lint.render.words import remedy

if TYPE_CHECKING:
    from report_lint.report import Finding, Severity
    from report_lint.server.positions import Positions
    from report_lint.server.session import Checked

SOURCE: Final = "report-lint"
_SEVERITIES: Final[dict[Severity, DiagnosticSeverity]] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked) -> list[Diagnostic]:
    """Return the findings of a check, in the order of the text."""
    return [diagnostic(finding, checked.positions) for finding in checked.report.findings]


def diagnostic(finding: Finding, positions: Positions) -> Diagnostic:
    """Return one finding; `data` holds its fingerprint, by which a later request finds it again."""
    return Diagnostic(
        range=positions.range(finding.range.start.offset, finding.range.end.offset),
        message="\n".join([finding.message, *([remedy(finding.help)] if finding.help else [])]),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        data=finding.fingerprint,
    )
