"""Kind `citation-nested`: 《》 inside 《》."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.once import once_if_unknown
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.quotation import shortened
from report_lint.lazy import lazy_pattern
from report_lint.text import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from report_lint.document import Document

_MARK = lazy_pattern("[《》〈〉<>＜＞]")
_OPENING = "《〈<＜"
_PARAGRAPH_END = "\n"
# “《甲办法、《乙规定》》”: the mark that closes 甲 was lost, and nothing is nested.
_LOST_MARK = lazy_pattern("[、，,；;：:》][ \t\u3000]*$")


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report the inner marks of every title that holds another one in 《》; once where the copy's kind is unknown."""
    yield from once_if_unknown(_nested(document), document, "several")


def _nested(document: Document) -> Iterator[Problem]:
    text = document.text
    paragraph, paired = Span(0, 0), True
    for citation in document.titles:
        start, end = citation.span.start + 1, citation.span.end - 1
        opening = text.find("《", start, end)
        if opening < 0 or _LOST_MARK.search(text, start, opening):
            continue
        if end > paragraph.end:
            paragraph = _paragraph(text, citation.span)
            # A lost mark nests what stands side by side.
            paired = text.count("《", *paragraph) == text.count("》", *paragraph)
        if not paired:
            continue
        changes = _changes(list(_MARK.finditer(text, start, end)))
        if changes:
            inner = Span(changes[0].span.start, changes[-1].span.end)
            yield Problem(inner, {"inner": shortened(inner.of(text))}, changes=changes, safety="safe")


def _paragraph(text: str, span: Span) -> Span:
    end = text.find(_PARAGRAPH_END, span.end)
    return Span(text.rfind(_PARAGRAPH_END, 0, span.start) + 1, len(text) if end < 0 else end)


def _changes(marks: list[re.Match[str]]) -> tuple[Change, ...]:
    """Return the changes to the marks inside a title, none where they do not close or are right.

    Marks alternate with the depth: 〈〉 in 《》, and 《》 again in 〈〉; <> of a copy that lost 〈〉 are left alone.
    """
    depth, changes = 1, []
    for mark in marks:
        opens = mark[0] in _OPENING
        depth += opens
        right = ("《〈" if opens else "》〉")[depth % 2 == 0]
        depth -= not opens
        if depth < 1:
            return ()
        if right != mark[0] and mark[0] in "《》〈〉":
            changes.append(Change(Span(*mark.span()), right))
    return tuple(changes) if depth == 1 and any(change.text == "〈" for change in changes) else ()


KIND = CheckKind("citation-nested", Params, check)
