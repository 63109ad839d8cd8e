"""Kind `outside-causes`: every cause of the shortcomings lies outside the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.parsing.causes import cause_spans
from report_lint.wording import WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class OutsideCausesParams(Params):
    """What opens a cause (`markers`), what its outcome (`results`), and the words of causes of both sorts.

    `outside` are causes that the office did not make (staff, money, others), `own` those that it did.
    """

    markers: WordingList
    results: tuple[str, ...] = ()
    outside: WordingList
    own: WordingList


def check(params: OutsideCausesParams, document: Document) -> Iterator[Problem]:
    """Report the first cause where each one is of the outside sort and none names the office's own doing."""
    folded = document.folded
    first = None
    for block in document.part("shortcomings").own:
        if block.heading is None:
            continue
        start = folded.folded(block.heading.end)
        text = folded.text[start : folded.folded(block.span.end)]
        for cause in cause_spans(text, params.markers, params.results):
            words = cause.of(text)
            if params.own.search(words) is not None or params.outside.search(words) is None:
                return
            kept = len(words.rstrip("；，、 \n"))
            first = first or folded.span(start + cause.start, start + cause.start + kept)
    if first is not None:
        yield Problem(first, {"part_id": "shortcomings"})


KIND = CheckKind("outside-causes", OutsideCausesParams, check)
