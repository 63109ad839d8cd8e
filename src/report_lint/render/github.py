"""`--format github`: workflow commands, which GitHub Actions shows as annotations beside the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from report_lint.render.layout import in_one_line
from report_lint.render.place import shown_path
from report_lint.render.words import remedy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report_lint.report import Finding, LintOutput, Range, Severity

_COMMANDS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}
# GitHub's own rules: the per cent sign first; colon and comma only inside a property.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(output: LintOutput) -> str:
    """Return a command for each finding and for each input that could not be read."""
    lines = [_finding(report.path, found) for report in output.reports for found in report.findings]
    lines += [_command("error", error.path, {"title": "report-lint"}, [error.message]) for error in output.errors]
    return "".join(f"{line}\n" for line in lines)


def _finding(path: str | None, found: Finding) -> str:
    properties = {**_place(found.range), "title": f"report-lint {found.code}"}
    message = [found.message, remedy(found.help)] if found.help else [found.message]
    return _command(_COMMANDS[found.severity], path, properties, message)


def _place(where: Range) -> dict[str, int]:
    """Return the lines, and the columns where both are of one line: GitHub refuses them otherwise."""
    start, end = where.start, where.end
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    return {"line": start.line, "endLine": end.line, "col": start.column, "endColumn": end.column}


def _command(name: str, path: str | None, properties: Mapping[str, object], message: list[str]) -> str:
    values = {"file": shown_path(path), **properties}
    written = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in values.items())
    return f"::{name} {written}::" + "\n".join(in_one_line(line) for line in message).translate(_DATA)
