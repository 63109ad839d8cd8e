"""What a text states as a fact: something counted, dated or named."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.wording import NUMBER, choices, pieces_of, to_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from report_lint.vocabulary import Persons

_NUMBER = lazy_pattern(NUMBER)
_NUMERALS = "〇零一二三四五六七八九十百千万两"
_BEFORE, _BEHIND = 16, 32  # characters around a fact that a look-alike can reach


class Facts:
    """The wordings of facts, ready to be looked for; 四个意识 is a name and no count."""

    __slots__ = ("_alike", "_counters", "_named")

    def __init__(self, persons: Persons) -> None:
        """Take the wordings apart into those that begin with a number and the others."""
        counted = [source[1:] for source in persons.facts.sources if source.startswith("#")]
        self._counters = _pattern(counted)
        self._named = _pattern(source for source in persons.facts.sources if not source.startswith("#"))
        self._alike = _pattern(persons.not_facts.sources)

    def stand_in(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether something counted or named stands in a stretch of a folded text."""
        stop = len(text) if end is None else end
        for number in _NUMBER.finditer(text, start, stop):
            counter = self._counters.match(text, number.end(), stop)
            if counter is not None and not self._is_alike(text, number.start(), counter.end()):
                return True
        return any(not self._is_alike(text, *named.span()) for named in self._named.finditer(text, start, stop))

    def _is_alike(self, text: str, start: int, end: int) -> bool:
        near = self._alike.finditer(text, max(start - _BEFORE, 0), end + _BEHIND)
        return any(
            alike.start() < end and start < alike.end() and not _counts_on(text, alike.start()) for alike in near
        )


@lru_cache(maxsize=8)
def facts_of(persons: Persons) -> Facts:
    """Return the facts of a pack."""
    return Facts(persons)


def _counts_on(text: str, at: int) -> bool:
    """Tell whether a numeral goes on from the letter before: 三十一人次 is no 一人."""
    return at > 0 and text[at] in _NUMERALS and text[at - 1] in _NUMERALS


def _pattern(sources: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern of some wordings; it looks only where a letter stands that one of them begins with."""
    found = list(sources)
    if not found:
        return re.compile("(?!)")
    firsts = "".join(sorted({letter for source in found for letter in _first_letters(source)}))
    return re.compile(f"(?=[{re.escape(firsts)}])(?:{'|'.join(map(to_pattern, found))})")


def _first_letters(source: str) -> Iterator[str]:
    for piece in pieces_of(source):
        if piece == "#":
            yield from f"{_NUMERALS}0123456789"
            return
        yield from (choice[0] for choice in choices(piece) if choice)
        if "" not in choices(piece):
            return
