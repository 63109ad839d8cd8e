"""Kind `part-heading`: a heading leaves out half of what the norm asks for, though the text has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.place import heading_of
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import PartId
from report_lint.wording import WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class PartHeadingParams(Params):
    """The part, the words its heading should have one of, the words that show the content in its body.

    `beside_headings` are the norm's wordings: the rule speaks only where half of the other parts' headings use one.
    """

    part: PartId
    words: WordingList
    content: WordingList
    beside_headings: WordingList


def check(params: PartHeadingParams, document: Document) -> Iterator[Problem]:
    """Report the heading of a part's own section that has none of the words."""
    if not _beside(params, document):
        return
    folded = document.folded
    for block in document.part(params.part).blocks:
        title = heading_of(document, block)
        if block.kind != "section" or block.heading is None or params.words.search(title):
            continue
        body = folded.text[folded.folded(block.heading.end) : folded.folded(block.span.end)]
        if params.content.search(body):
            yield Problem(block.heading, {"heading": title})


def _beside(params: PartHeadingParams, document: Document) -> bool:
    others = [part.own for part in document.parts if part.id != params.part and part.own]
    normed = [own for own in others if any(params.beside_headings.search(heading_of(document, block)) for block in own)]
    return bool(normed) and 2 * len(normed) >= len(others)


KIND = CheckKind("part-heading", PartHeadingParams, check)
