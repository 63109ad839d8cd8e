"""`--format full`: each finding with its line, the place underlined, the remedy and the authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.render.closing import report_closing, run_closing
from report_lint.render.layout import Screen, cell_len, hanging, in_one_line
from report_lint.render.place import location
from report_lint.render.snippet import snippet
from report_lint.render.words import remedy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report_lint.report import Finding, LintOutput, LintReport, Range
    from report_lint.text import SourceText

_BAR = "   │"
_MARGIN = "   │ "
_INDENT = "   "


def render(output: LintOutput, sources: Mapping[str, SourceText], screen: Screen | None = None) -> str:
    """Return the findings of all reports; `sources` are the texts by path, which the lines come from."""
    screen = screen or Screen()
    blocks: list[str] = []
    for report in output.reports:
        source = sources.get(report.path or "")
        blocks += ["\n".join(_finding(finding, report, source, screen)) for finding in report.findings]
        if len(output.reports) > 1 or output.errors:
            blocks.append("\n".join(report_closing(report, screen)))
    blocks.append("\n".join(run_closing(output, screen)))
    return "\n\n".join(blocks) + "\n"


def _finding(finding: Finding, report: LintReport, source: SourceText | None, screen: Screen) -> list[str]:
    return [
        *_header(finding, location(report.path, finding.range, source), screen),
        _BAR,
        *_line(finding, source, screen),
        *_notes(finding, screen),
    ]


def _header(finding: Finding, where: str, screen: Screen) -> list[str]:
    level = f"{finding.severity} {finding.code}"
    message = in_one_line(finding.message)
    head = f"{screen.paint(where, 'strong')}  {screen.paint(level, finding.severity)}"
    if cell_len(f"{where}  {level}  {message}") <= screen.width:
        return [f"{head}  {message}"]
    return [head, *hanging(message, _INDENT, _INDENT, screen.width)]


def _line(finding: Finding, source: SourceText | None, screen: Screen) -> list[str]:
    """Return the line and the marks under it; without the text, the finding's quote."""
    cells = screen.width - len(_MARGIN)
    if source is None:
        text, where = finding.quote, _whole(finding)
    else:
        text, where = source.text, finding.range
    line, marks = snippet(text, where, cells)
    indent = len(marks) - len(marks.lstrip())
    return [f"{_MARGIN}{line}".rstrip(), _MARGIN + " " * indent + screen.paint(marks[indent:], finding.severity)]


def _whole(finding: Finding) -> Range:
    """Return the range of the quote inside itself."""
    start = finding.range.start.model_copy(update={"offset": 0})
    return finding.range.model_copy(
        update={"start": start, "end": start.model_copy(update={"offset": len(finding.quote)})}
    )


def _notes(finding: Finding, screen: Screen) -> list[str]:
    notes = [remedy(finding.help)] if finding.help else []
    if finding.basis:
        notes.append("依据：" + "；".join(f"（{basis.grade}）{basis.text}" for basis in finding.basis))
    lines: list[str] = []
    for at, note in enumerate(notes, start=1):
        branch, rest = ("   └ ", "     ") if at == len(notes) else ("   ├ ", _MARGIN)
        lines += hanging(in_one_line(note), branch, rest + " " * cell_len("依据："), screen.width)
    return lines
