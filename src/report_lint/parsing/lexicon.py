"""Many wordings searched in one go, at a cost that hardly grows with their number.

Every match of a wording holds one of its anchors, a run of plain characters. The text is cut into
pairs of neighbouring characters once; only wordings whose anchor begins with a pair that is there
are looked at, and only around the places where the anchor stands.
"""

from __future__ import annotations

import re
from itertools import groupby, product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from report_lint.wording import choices, pieces_of, to_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from report_lint.wording import Wordings

_GAP_LENGTH = {"…": 12, "……": 30}
_NUMBER_LENGTH = 16
_MOST_ANCHORS = 200
_PAIR = 2


class Hit(NamedTuple):
    """A place where a wording stands: whose it is and where."""

    start: int
    end: int
    key: str


class _Entry:
    """One wording: its anchors, how far it can reach around them, and whose it is."""

    __slots__ = ("_compiled", "_source", "anchors", "keys", "plain", "reach")

    def __init__(self, source: str) -> None:
        pieces = pieces_of(source)
        self._source = source
        self._compiled: re.Pattern[str] | None = None
        runs = _runs(pieces)
        self.anchors = _anchors(runs)
        self.plain = all(map(_is_text, pieces)) and _count(runs[0]) == len(self.anchors)
        self.reach = sum(_length(piece) for piece in pieces)
        self.keys: list[str] = []

    def spans(self, text: str, anchor: str) -> Iterator[tuple[int, int]]:
        """Yield where the wording stands around each place of an anchor of it, left to right."""
        at, done = text.find(anchor), 0
        while at >= 0:
            if self.plain:
                yield at, at + len(anchor)
            else:
                for found in self._pattern().finditer(text, max(at - self.reach, done), at + self.reach):
                    done = found.end()
                    yield found.span()
            at = text.find(anchor, max(at + len(anchor), done))

    def _pattern(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(to_pattern(self._source))
        return self._compiled


class Lexicon:
    """Wordings by key, ready to be found in any folded text; ^ and $ have no use here."""

    def __init__(self, wordings: Mapping[str, Wordings]) -> None:
        """Sort the wordings of every key by the first pair of characters of their anchors."""
        entries: dict[str, _Entry] = {}
        for key, group in wordings.items():
            for source in group.sources:
                entries.setdefault(source, _Entry(source)).keys.append(key)
        self._by_pair: dict[int, list[tuple[str, _Entry]]] = {}
        self._always: list[tuple[str, _Entry]] = []
        for entry in entries.values():
            for anchor in entry.anchors:
                pairs = _pairs(anchor[:_PAIR])
                group_of = self._by_pair.setdefault(min(pairs), []) if pairs else self._always
                group_of.append((anchor, entry))

    def find(self, text: str) -> list[Hit]:
        """Return every place of every wording, in the order of the text."""
        hits = {
            Hit(start, end, key)
            for anchor, entry in self._candidates(text)
            for start, end in entry.spans(text, anchor)
            for key in entry.keys
        }
        return sorted(hits)

    def _candidates(self, text: str) -> Iterator[tuple[str, _Entry]]:
        yield from self._always
        for pair in self._by_pair.keys() & _pairs(text):
            yield from self._by_pair[pair]


def _pairs(text: str) -> set[int]:
    """Return every pair of neighbouring UTF-16 units as a number: the cheapest set of them Python can build."""
    units = memoryview(text.encode("utf-16-le", "surrogatepass"))
    found: set[int] = set()
    for shift in (0, _PAIR):
        rest = units[shift:]
        found.update(rest[: len(rest) // 4 * 4].cast("I"))
    return found


def _length(piece: str) -> int:
    if piece == "#":
        return _NUMBER_LENGTH
    return _GAP_LENGTH.get(piece) or max(map(len, choices(piece)))


def _is_text(piece: str) -> bool:
    return piece not in _GAP_LENGTH and piece not in "#^$"


def _runs(pieces: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the unbroken runs of plain characters and choices between gaps and numbers."""
    return [tuple(run) for is_text, run in groupby(pieces, _is_text) if is_text]


def _count(run: tuple[str, ...]) -> int:
    return prod(len(set(choices(piece))) for piece in run)


def _anchors(runs: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the strings one of which stands in every match: those of the run that says most."""
    expanded = [_expanded(run) for run in runs]
    return max(expanded, key=lambda strings: (min(_PAIR, *map(len, strings)), -len(strings)))


def _expanded(run: tuple[str, ...]) -> tuple[str, ...]:
    if _count(run) > _MOST_ANCHORS:
        return choices(max(run, key=lambda piece: min(map(len, choices(piece)))))
    return tuple(dict.fromkeys(map("".join, product(*map(choices, run)))))
