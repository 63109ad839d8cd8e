"""Kind `citation-no-document`: 《》 around the name of what is no document, book or other work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.register.keys import folded_title
from report_lint.text import Span
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation

_BEFORE, _AFTER = 24, 12
_MARKS = 4  # blanks and quotation marks that may stand in a name
_CLAUSE_START = lazy_pattern("[。；！？，：\n]")


class NoDocumentParams(Params):
    """`names`: the exact names that are no titles.

    `talk_before` and `talk_after` show a lecture, a course or a film of that title; `work_after` is the rest
    of a real title that stands behind the mark (《习近平法治思想》学习纲要).
    """

    names: tuple[str, ...]
    talk_before: WordingList = EMPTY
    talk_after: WordingList = EMPTY
    work_after: WordingList = EMPTY


def check(params: NoDocumentParams, document: Document) -> Iterator[Problem]:
    """Report each of the names in 《》; where a lecture has it for its title, as a hint."""
    names = frozenset(params.names)
    longest = max(map(len, names), default=0) + _MARKS
    for citation in document.titles:
        if len(citation.title) > longest or folded_title(citation.title) not in names or citation.form != "title":
            continue
        before, after = _around(citation, document)
        if params.work_after.search(after):
            continue
        talk = params.talk_before.search(before) or params.talk_after.search(after)
        changes = () if talk else tuple(_without_marks(citation, document.text))
        yield Problem(citation.span, {"name": citation.title}, variant="talk" if talk else None, changes=changes)


def _around(citation: Citation, document: Document) -> tuple[str, str]:
    folded = document.folded
    start, end = folded.folded(citation.span.start), folded.folded(citation.span.end)
    before = _CLAUSE_START.split(folded.text[max(0, start - _BEFORE) : start])[-1]
    return before, folded.text[end : end + _AFTER]


def _without_marks(citation: Citation, text: str) -> Iterator[Change]:
    """Yield the changes that take the marks away, with 、 where a mark was all that parted two names."""
    start, end = citation.span
    yield Change(Span(start, start + 1), "、" if text[max(0, start - 1) : start] == "》" else "")
    yield Change(Span(end - 1, end), "、" if text[end : end + 1] == "《" else "")


KIND = CheckKind("citation-no-document", NoDocumentParams, check)
