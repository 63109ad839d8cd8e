"""Kind `citation-not-in-force`: an act applied before its first version took effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.citation_context import context_of, written_day
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from report_lint.document import Document
    from report_lint.instruments import Citation


class NotInForceParams(Params):
    """The words around a citation, other titles masked: `apply` treat it as law, `spared` do not."""

    apply: WordingList
    spared: WordingList = EMPTY


def check(params: NotInForceParams, document: Document) -> Iterator[Problem]:
    """Report acts that the sentence applies, adopted by the end of the year and in force later only."""
    for citation in document.titles:
        if citation.status_on_date != "not_yet_in_force" or (day := _awaited(citation, document)) is None:
            continue
        context = context_of(citation, document)
        clauses = f"{context.clause}，{context.following}"
        if params.apply.search(clauses) and not params.spared.search(context.sentence):
            yield Problem(citation.span, {"title": citation.title, "date": written_day(day)})


def _awaited(citation: Citation, document: Document) -> date | None:
    """Return the day an adopted act takes effect; None for one to be adopted, and in what the report plans."""
    if citation.instrument is None or any(citation.span.start in span for span in document.days.ahead):
        return None
    first = citation.instrument.versions[0]
    made = first.promulgated is not None and citation.judged_on is not None and first.promulgated <= citation.judged_on
    return first.effective if made else None


KIND = CheckKind("citation-not-in-force", NotInForceParams, check)
