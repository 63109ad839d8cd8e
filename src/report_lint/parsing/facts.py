"""What a text states as a fact: something counted, dated or named."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from report_lint.wording import to_pattern

if TYPE_CHECKING:
    from report_lint.vocabulary import Persons

_NUMERALS = "〇零一二三四五六七八九十百千万两"
_BLANK = "\0"


def facts_in(text: str, persons: Persons) -> list[tuple[int, int]]:
    """Return where a folded text states something counted or named; 四个意识 is a name, no count."""
    facts, not_facts = _fact_patterns(persons)
    if facts.search(text) is None:
        return []
    masked = not_facts.sub(lambda match: match[0] if _counted(text, match.start()) else _BLANK * len(match[0]), text)
    return [match.span() for match in facts.finditer(masked)]


def _counted(text: str, at: int) -> bool:
    """Tell whether a numeral goes on from the letter before: 三十一人次 is no 一人."""
    return at > 0 and text[at] in _NUMERALS and text[at - 1] in _NUMERALS


def states_fact(text: str, persons: Persons) -> bool:
    """Tell whether a folded text states something counted or named."""
    return bool(facts_in(text, persons))


@lru_cache(maxsize=8)
def _fact_patterns(persons: Persons) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of facts and their look-alikes."""
    patterns = ["|".join(map(to_pattern, words.sources)) or "(?!)" for words in (persons.facts, persons.not_facts)]
    return re.compile(patterns[0]), re.compile(patterns[1])
