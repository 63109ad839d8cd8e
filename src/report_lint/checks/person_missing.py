"""Kind `person-missing`: the part about the head never says what the head did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.voices import voices
from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.checks.voices import Voice
    from report_lint.document import Document

# “一是…二是…”, “（一）…（二）…”: items whose subject is the head that the heading names.
_ITEM = lazy_pattern(
    "(?:^|[，。；：\n])(?:[一二三四五六七八九十]+是|（[一二三四五六七八九十]+）|[0-9]+[.、．])", re.MULTILINE
)
_LIST = 2


class PersonMissingParams(Params):
    """It has none: the words that name a head stand in `[persons]`."""


def check(_params: PersonMissingParams, document: Document) -> Iterator[Problem]:
    """Report the heading of the part when none of its blocks names the head or tells an act of theirs."""
    found = list(voices(document))
    if found and not any(_speaks_of_head(voice, document) for voice in found):
        heading = found[0].block.heading
        yield Problem(heading, {"heading": heading.of(document.text)})


def _speaks_of_head(voice: Voice, document: Document) -> bool:
    if voice.acts() or any(mention.role == "member" for mention in voice.mentions):
        return True
    return _is_list_about_head(voice, document)


def _is_list_about_head(voice: Voice, document: Document) -> bool:
    """Tell whether the heading names the head and items without another subject follow."""
    if any(mention.role in ("unit", "told", "deputy") for mention in voice.mentions):
        return False
    if len(_ITEM.findall(voice.block.text)) < _LIST:
        return False
    persons, folded, heading = document.vocabulary.persons, document.folded, voice.block.heading
    words = folded.text[folded.folded(heading.start) : folded.folded(heading.end)]
    return persons.heads.search(persons.not_heads.masked(words)) is not None


KIND = CheckKind("person-missing", PersonMissingParams, check)
