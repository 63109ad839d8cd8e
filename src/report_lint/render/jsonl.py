"""`--format jsonl`: one finding a line, with the path of its report; an input that cannot be read has a line too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.render.json import written

if TYPE_CHECKING:
    from report_lint.report import LintOutput


def render(output: LintOutput) -> str:
    """Return a line for each finding of all reports, then one for each error."""
    lines: list[dict[str, object]] = [
        {"path": report.path, **finding.model_dump()} for report in output.reports for finding in report.findings
    ]
    lines += [{"path": error.path, "error": error.model_dump(exclude={"path"})} for error in output.errors]
    return "".join(f"{written(line)}\n" for line in lines)
