"""Kind `slogans`: the part about the head declares attitudes and states no fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.head_blocks import head_blocks
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.parsing.duties import reading_of
from report_lint.parsing.facts import facts_of
from report_lint.wording import WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class SlogansParams(Params):
    """The verbs of declarations."""

    slogans: WordingList


def check(params: SlogansParams, document: Document) -> Iterator[Problem]:
    """Report the heading of the part when it holds slogans only and no fact about the head stands elsewhere."""
    blocks = head_blocks(document)
    if not blocks or any(facts_of(document.vocabulary.persons).stand_in(block.text) for block in blocks):
        return
    words = [match[0] for block in blocks for match in params.slogans.finditer(block.text)]
    if words and not _facts_elsewhere(document):
        yield Problem(blocks[0].heading, {"words": "、".join(f"“{word}”" for word in list(dict.fromkeys(words))[:3])})


def _facts_elsewhere(document: Document) -> bool:
    """Tell whether another part states something counted or named about the head."""
    reading = reading_of(document)
    return any(
        not reading.own(start)
        and reading.subjects.at(start) == "stated"
        and reading.factual(start, end, reading.subjects.acting(start))
        for start, end in reading.places("heads")
    )


KIND = CheckKind("slogans", SlogansParams, check)
