"""Kind `citation-twice`: one law twice in one enumeration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.register.keys import folded_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report the later of two titles of one enumeration that are the same act, in whatever form."""
    seen: dict[tuple[int, str], Citation] = {}
    for citation in document.titles:
        name = _name(citation)
        if citation.run < 0 or name is None:
            continue
        first = seen.setdefault((citation.run, name), citation)
        if first is not citation:
            fields = {"title": citation.title, "first": first.title}
            same = folded_title(first.title) == folded_title(citation.title)
            yield Problem(citation.span, fields, variant=None if same else "forms")


def _name(citation: Citation) -> str | None:
    """Return what makes two places the same: the act, or the local act's title; None for a place with a detail.

    《民法典》第一百条、《民法典》第二百条 are no repetition, 《行政复议法》（2017年）《行政复议法》（2023年） neither.
    """
    detailed = citation.provisions or citation.article or citation.year_note or citation.number
    if detailed or citation.form != "title":
        return None
    if citation.instrument is not None:
        return citation.instrument.title
    return folded_title(citation.title) if citation.kind == "local" else None


KIND = CheckKind("citation-twice", Params, check)
