"""Kind `one-head`: a report of Party committee and government tells of one head only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.place import heading_in
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.parsing.duties import reading_of
from report_lint.parsing.persons import side
from report_lint.parsing.regions import PERSON_PART

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Block, Document
    from report_lint.parsing.persons import Mention, Side
    from report_lint.parsing.reading import Reading
    from report_lint.text import Span

_NAMES_A_HEAD = ("head", "member", "pressed")


class OneHeadParams(Params):
    """What the two heads are called where one is missing, and the word that says both: 党政主要负责人."""

    party: str
    government: str
    both: str


def check(params: OneHeadParams, document: Document) -> Iterator[Problem]:
    """Report the heading of the part when it names one head by post, and neither the other nor both together."""
    blocks = document.part(PERSON_PART).blocks
    if not blocks or document.cover.profile.body != "joint":
        return
    reading = reading_of(document)
    named = [
        mention
        for block in blocks
        for mention in _heads(reading, reading.within(block.span))
        # not those of others: 约谈单位主要负责人
        if mention.role != "pressed" or _side(mention, reading) or params.both in mention.words
    ]
    sides = {_side(mention, reading) for mention in named}
    if len(sides) != 1 or None in sides:
        return
    if any(_names_both(block, document) for block in blocks) or not sides.issuperset(_sides_elsewhere(reading)):
        return
    fields = {
        "one": reading.text[named[0].start : named[0].end],
        "other": params.government if sides == {"party"} else params.party,
    }
    yield Problem(heading_in(document, PERSON_PART), fields)


def _heads(reading: Reading, span: Span) -> list[Mention]:
    return [mention for mention in reading.naming(*span) if mention.role in _NAMES_A_HEAD]


def _side(mention: Mention, reading: Reading) -> Side | None:
    return side(mention.words, reading.persons)


def _names_both(block: Block, document: Document) -> bool:
    """Tell whether the heading names both posts: 镇党委书记、镇长履职情况."""
    persons, words = document.vocabulary.persons, block.heading.of(document.text) if block.heading else ""
    return persons.party_heads.search(words) is not None and persons.government_heads.search(words) is not None


def _sides_elsewhere(reading: Reading) -> set[Side | None]:
    """Return the heads who act anywhere in the report."""
    return {_side(mention, reading) for mention in reading.mentions if mention.role == "head"}


KIND = CheckKind("one-head", OneHeadParams, check)
