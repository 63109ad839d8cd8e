"""A copy of a Word file with the findings as comments at their characters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from report_lint.errors import ReadError
from report_lint.parsing.cover import find_cover
from report_lint.readers import read_bytes
from report_lint.readers.docx_origins import trace
from report_lint.render.closing import checked, verdict
from report_lint.render.layout import Screen, in_one_line
from report_lint.render.words import SEVERITIES, remedy
from report_lint.text import Span
from report_lint.word.anchors import Anchors
from report_lint.word.comments import Comment, add
from report_lint.word.markup import Markup
from report_lint.word.package import with_parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from report_lint.report import Finding, LintReport
    from report_lint.text import SourceText

_STATUS = {"met": "有", "partly": "部分", "missing": "缺", "not_applicable": "不适用"}
_CHANGED = "加批注后正文与原文不一致，没有写出，请把这份文件反馈给维护者"


def annotate(data: bytes, lint: Callable[[SourceText], LintReport], written: datetime) -> tuple[bytes, LintReport]:
    """Return a Word file with a comment for each finding of its report, and the report.

    Comments of ours that it already has are no finding. The text of the copy is the same; all but the body, the
    comments and their registration are the same bytes.

    Raises:
        ReadError: the file cannot be read, or not be written without changing its text.
    """
    traced = trace(data)
    source = traced.word.source
    report = lint(replace(source, comments=source.comments - source.own_comments, own_comments=0))
    markup = Markup(traced.package.data(traced.word.name) or b"", traced.word.document)
    anchors = Anchors(traced, markup)
    comments = [Comment(anchors.of(_title(source)), _summary(report))]
    comments += [
        Comment(anchors.of(Span(one.range.start.offset, one.range.end.offset)), _lines(one)) for one in report.findings
    ]
    day = written.strftime("%Y-%m-%dT%H:%M:%SZ")
    copy = with_parts(data, add(traced.package, traced.word.name, markup, comments, day))
    again = read_bytes(copy)
    if (again.text, again.comments) != (source.text, source.comments + len(comments)):
        raise ReadError(_CHANGED)
    return copy, report


def _title(source: SourceText) -> Span:
    """Return the title, else the first line with a character to see."""
    title = find_cover(source).title
    if title is not None:
        return title.span
    start = len(source.text) - len(source.text.lstrip())
    return Span(start, start + 1)


def _summary(report: LintReport) -> list[str]:
    parts = [item for item in report.checklist if item.group == "structure"]
    statuses = "；".join(f"{item.title}：{_STATUS[item.status]}" for item in parts)
    lines = [f"检查结果：{verdict(report, Screen())}", *([statuses] if statuses else []), checked(report)]
    return [in_one_line(line) for line in lines]


def _lines(finding: Finding) -> list[str]:
    lines = [f"【{SEVERITIES[finding.severity]}】{finding.message}（{finding.code}）"]
    if finding.help:
        lines.append(remedy(finding.help))
    if finding.basis:
        lines.append("依据：" + "；".join(f"（{basis.grade}）{basis.text}" for basis in finding.basis))
    return [in_one_line(line) for line in lines]
