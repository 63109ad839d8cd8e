"""Kind `citation-nested`: 《》 inside 《》."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report_lint.checks.once import once_if_unknown
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_MARK = re.compile("[《》]")
_PARAGRAPH_END = "\n"
# “《甲办法、《乙规定》》”: the mark that closes 甲 was lost, and nothing is nested.
_LOST_MARK = re.compile("[、，,；;：:》][ \t\u3000]*$")
_MARKS = {"《": ("《", "〈"), "》": ("》", "〉")}


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report the inner marks of every title that holds another one in 《》; once where the copy's kind is unknown."""
    yield from once_if_unknown(_nested(document), document, "several")


def _nested(document: Document) -> Iterator[Problem]:
    text = document.text
    for citation in document.titles:
        start, end = citation.span.start + 1, citation.span.end - 1
        opening = text.find("《", start, end)
        if opening < 0 or _LOST_MARK.search(text, start, opening) or not _paired(text, citation.span):
            continue
        marks = list(_MARK.finditer(text, opening, end))
        inner = Span(opening, marks[-1].end())
        yield Problem(inner, {"inner": inner.of(text)}, changes=tuple(_changes(marks)), safety="safe")


def _paired(text: str, span: Span) -> bool:
    """Tell whether the paragraph has as many closing marks as opening ones; a lost one would nest what is not."""
    start = text.rfind(_PARAGRAPH_END, 0, span.start) + 1
    end = text.find(_PARAGRAPH_END, span.end)
    end = len(text) if end < 0 else end
    return text.count("《", start, end) == text.count("》", start, end)


def _changes(marks: list[re.Match[str]]) -> Iterator[Change]:
    """Yield the changes; marks alternate with the depth, so the third level is 《》 again."""
    depth = 0
    for mark in marks:
        depth += mark[0] == "《"
        right = _MARKS[mark[0]][depth % 2]
        depth -= mark[0] == "》"
        if right != mark[0]:
            yield Change(Span(*mark.span()), right)


KIND = CheckKind("citation-nested", Params, check)
