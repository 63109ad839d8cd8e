"""Kind `citation-mixed-list`: a Party regulation or a book in a list that ends in 等法律法规."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.register.keys import folded_title
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation

_AFTER = 48
_BEGINNINGS = "等（( \t\u3000\n\r*"  # what can stand in front of 等法律法规: a blank, （2023年修订）


class MixedListParams(Params):
    """`closings` end the list; `not_closings` go on to name what is no law (等法律、党内法规).

    `kinds` gives the word for what is no law to the wordings of its titles; `party` is the word for a Party
    regulation of the register. `spared` are those that every list names beside laws.
    """

    closings: WordingList
    not_closings: WordingList = EMPTY
    party: str
    kinds: Mapping[str, WordingList]
    spared: tuple[str, ...] = ()


def check(params: MixedListParams, document: Document) -> Iterator[Problem]:
    """Report the first title of a list of laws that is none."""
    for members in _lists(document):
        if not _closed_as_laws(params, members[-1], document):
            continue
        kinds = {one: kind for one in members if (kind := _kind(params, one)) is not None}
        if kinds:
            first = next(iter(kinds))
            fields = {"title": first.title, "kind": kinds[first], "count": len(kinds)}
            yield Problem(first.span, fields, variant="several" if len(kinds) > 1 else None)


def _lists(document: Document) -> Iterator[list[Citation]]:
    """Yield the enumerations of the text; a title that stands alone is one too."""
    for run, group in groupby(document.titles, key=lambda one: one.run):
        members = list(group)
        yield from [members] if run >= 0 else ([one] for one in members)


def _closed_as_laws(params: MixedListParams, last: Citation, document: Document) -> bool:
    if document.text[last.span.end : last.span.end + 1] not in _BEGINNINGS:
        return False
    folded = document.folded
    start = folded.folded(last.span.end)
    after = folded.text[start : start + _AFTER]
    return params.closings.search(after) is not None and params.not_closings.search(after) is None


def _kind(params: MixedListParams, citation: Citation) -> str | None:
    title = folded_title(citation.title)
    if title in params.spared:
        return None
    if citation.instrument is not None and citation.instrument.kind == "party":
        return params.party
    return next((kind for kind, wordings in params.kinds.items() if wordings.search(title)), None)


KIND = CheckKind("citation-mixed-list", MixedListParams, check)
