"""Kind `person-missing`: the part about the head never says what the head did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report_lint.checks.head_blocks import head_blocks
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.parsing.persons import Subjects, mentions, person_lexicon
from report_lint.parsing.sentences import sentence_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.checks.head_blocks import HeadBlock
    from report_lint.document import Document
    from report_lint.parsing.persons import Mention
    from report_lint.vocabulary import Persons

# “一是…二是…”, “（一）…（二）…”: items whose subject is the head that the heading names.
_ITEM = re.compile(
    "(?:^|[，。；：\n])(?:[一二三四五六七八九十]+是|（[一二三四五六七八九十]+）|[0-9]+[.、．])", re.MULTILINE
)
_LIST = 2


class PersonMissingParams(Params):
    """It has none: the words that name a head stand in `[persons]`."""


def check(_params: PersonMissingParams, document: Document) -> Iterator[Problem]:
    """Report the heading of the part when none of its blocks names the head or tells an act of theirs."""
    blocks = head_blocks(document)
    persons = document.vocabulary.persons
    if blocks and not any(_speaks_of_head(block, document, persons) for block in blocks):
        yield Problem(blocks[0].heading, {"heading": blocks[0].heading.of(document.text)})


def _speaks_of_head(block: HeadBlock, document: Document, persons: Persons) -> bool:
    hits = person_lexicon(persons).by_key(block.text)
    found = mentions(block.text, hits, persons)
    if any(mention.role in ("head", "member") for mention in found):
        return True
    ends = sentence_ends(block.text, 0, len(block.text))
    subjects = Subjects(found, ends, [0, *(match.end() for match in re.finditer("\n", block.text))])
    if any(subjects.at(start) == "nobody" for start, _ in hits.get("acts", ())):
        return True
    return _is_list_about_head(block, document, persons, found)


def _is_list_about_head(block: HeadBlock, document: Document, persons: Persons, found: list[Mention]) -> bool:
    """Tell whether the heading names the head and items without another subject follow."""
    if any(mention.role in ("unit", "deputy") for mention in found) or len(_ITEM.findall(block.text)) < _LIST:
        return False
    folded = document.folded
    heading = folded.text[folded.folded(block.heading.start) : folded.folded(block.heading.end)]
    return persons.heads.search(persons.not_heads.masked(heading)) is not None


KIND = CheckKind("person-missing", PersonMissingParams, check)
