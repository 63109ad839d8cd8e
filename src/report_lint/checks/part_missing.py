"""Kind `part-missing`: a required part is found nowhere, neither as a heading nor in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.place import heading_of, place_for
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import PartId
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class PartMissingParams(Params):
    """The part; with `beside_headings`, only where the headings of all other parts use one of these wordings."""

    part: PartId
    beside_headings: WordingList = EMPTY


def check(params: PartMissingParams, document: Document) -> Iterator[Problem]:
    """Report the part where nothing of it was found."""
    if document.part(params.part).status != "missing" or not _beside(params, document):
        return
    year = document.cover.year.value
    fields = {"next_year": f"{year + 1}年度" if year is not None else "下一年度"}
    yield Problem(place_for(document, params.part), fields)


def _beside(params: PartMissingParams, document: Document) -> bool:
    """Tell whether the writer follows the norm's list of headings, so that one of them is missing from it."""
    if not params.beside_headings:
        return True
    others = [part for part in document.parts if part.id != params.part]
    return all(
        any(
            block.kind == "section" and params.beside_headings.search(heading_of(document, block)) for block in part.own
        )
        for part in others
    )


KIND = CheckKind("part-missing", PartMissingParams, check)
