"""Kind `phrase-missing`: the report nowhere says what it should, always or where it says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.place import heading_in
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import PartId
from report_lint.parsing.duties import reading_of
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.text import Span


class PhraseMissingParams(Params):
    """The phrases of which one is expected, and their look-alikes.

    With `when`, only a report that says one of these of what was done, look-alikes in `not_when` apart,
    is expected to; the finding points there, else at the heading of `part`, else at the title.
    """

    phrases: WordingList
    not_phrases: WordingList = EMPTY
    when: WordingList = EMPTY
    not_when: WordingList = EMPTY
    part: PartId | None = None


def check(params: PhraseMissingParams, document: Document) -> Iterator[Problem]:
    """Report the place once when the phrase is expected and none is there."""
    place = _place(params, document)
    if place is None:
        return
    folded, body = document.folded, document.cover.body
    text = folded.text[folded.folded(body.start) : folded.folded(body.end)]
    if params.phrases.search(params.not_phrases.masked(text)) is None:
        yield Problem(place, {"text": place.of(document.text)})


def _place(params: PhraseMissingParams, document: Document) -> Span | None:
    """Return where to point, or None where nothing is expected."""
    if not params.when:
        return heading_in(document, params.part)
    reading = reading_of(document)
    match = params.when.search(params.not_when.masked(reading.text))
    return None if match is None else reading.source(*match.span())


KIND = CheckKind("phrase-missing", PhraseMissingParams, check)
