"""Where something stands, in the words of the reader: line and column, in a Word file the paragraph."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from report_lint.render.layout import STDIN, visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report_lint.report import LintOutput, Range
    from report_lint.text import SourceText


def shown_path(path: str | None) -> str:
    """Return the path of a report as text formats show it."""
    return STDIN if path is None else visible(path)


def location(path: str | None, where: Range, source: SourceText | None) -> str:
    """Return `path:line:column`, of a Word file the path and the paragraph."""
    paragraph = paragraph_at(where.start.offset, source)
    if paragraph is not None:
        return f"{shown_path(path)} 第{paragraph}段"
    return f"{shown_path(path)}:{where.start.line}:{where.start.column}"


def spoken(where: Range, source: SourceText | None) -> str:
    """Return the line or the paragraph alone, as one says it."""
    paragraph = paragraph_at(where.start.offset, source)
    return f"第{where.start.line}行" if paragraph is None else f"第{paragraph}段"


def with_paragraphs(output: LintOutput, sources: Mapping[str, SourceText]) -> LintOutput:
    """Return the output with messages that begin with the paragraph: who opens a Word file sees no lines."""
    reports = []
    for report in output.reports:
        source = sources.get(report.path or "")
        if source is not None and source.pieces:
            found = (
                one.model_copy(update={"message": f"{spoken(one.range, source)}：{one.message}"})
                for one in report.findings
            )
            reports.append(report.model_copy(update={"findings": tuple(found)}))
        else:
            reports.append(report)
    return output.model_copy(update={"reports": tuple(reports)})


def paragraph_at(offset: int, source: SourceText | None) -> int | None:
    """Return the number of the paragraph of a Word file, None of a text that has none."""
    if source is None or not source.pieces:
        return None
    at = bisect_right(source.pieces, offset, key=lambda piece: piece.span.start) - 1
    return source.pieces[max(at, 0)].paragraph
