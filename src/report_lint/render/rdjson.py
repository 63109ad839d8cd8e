"""`--format rdjson`: the Reviewdog Diagnostic Format, which review bots post as comments with suggestions.

Its columns are UTF-8 bytes by definition, and each suggestion stands for itself.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from report_lint.render.columns import recounted
from report_lint.render.json import written
from report_lint.render.layout import STDIN, in_one_line
from report_lint.render.words import remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from report_lint.report import Finding, Fix, InputError, LintOutput, LintReport, Point, Range, Severity
    from report_lint.text import SourceText

    Values = dict[str, Any]

_SEVERITIES: Final[Mapping[Severity, str]] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(output: LintOutput, sources: Mapping[str, SourceText]) -> str:
    """Return the findings as one DiagnosticResult; `sources` are the texts by path, whose bytes are counted."""
    diagnostics = [
        _diagnostic(report, found, sources.get(report.path or ""))
        for report in recounted(output, sources, "utf8").reports
        for found in report.findings
    ]
    diagnostics += [_error(error) for error in output.errors]
    return written({"source": {"name": output.tool.name}, "diagnostics": diagnostics}, indent=2) + "\n"


def _diagnostic(report: LintReport, found: Finding, source: SourceText | None) -> Values:
    lines = [found.message, remedy(found.help) if found.help else ""]
    values: Values = {
        "message": "\n".join(in_one_line(line) for line in lines if line),
        "location": {"path": report.path or STDIN, "range": _range(found.range, source)},
        "severity": _SEVERITIES[found.severity],
        "code": {"value": found.code},
    }
    if found.fix and source is not None and report.format != "docx":  # a bot cannot change a Word file by its lines
        values["suggestions"] = list(_suggestions(found.fix, source))
    return values


def _suggestions(fix: Fix, source: SourceText) -> Iterator[Values]:
    """Yield the one suggestion that makes all edits of a fix, with what stands between them."""
    edits = sorted(fix.edits, key=lambda edit: edit.range.start.offset)
    if not edits:
        return
    text = edits[0].text
    for before, edit in pairwise(edits):
        text += source.text[before.range.end.offset : edit.range.start.offset] + edit.text
    whole = edits[0].range.model_copy(update={"end": edits[-1].range.end})
    yield {"range": _range(whole, source), "text": text}


def _range(where: Range, source: SourceText | None) -> Values:
    return {"start": _position(where.start, source), "end": _position(where.end, source)}


def _position(point: Point, source: SourceText | None) -> Values:
    """Return line and byte; without the text there are no bytes to count, and the line alone is said."""
    return {"line": point.line} if source is None else {"line": point.line, "column": point.column}


def _error(error: InputError) -> Values:
    return {
        "message": in_one_line(error.message),
        "location": {"path": error.path},
        "severity": "ERROR",
        "code": {"value": error.kind},
    }
