"""Many wordings searched in one go, at a cost that hardly grows with their number.

Every match of a wording holds a string of each of its runs of plain characters. One pass over the
text notes where the pairs of neighbouring characters stand that any string is known by; only
wordings all of whose runs may be there are looked at, and only around the places of the rarest run.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import compress, count, groupby, product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from report_lint.wording import choices, pieces_of, to_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, KeysView, Mapping

    from report_lint.wording import Wordings

_GAP_LENGTH = {"…": 12, "……": 30}
_NUMBER_LENGTH = 16
_MOST_STRINGS = 512
_PAIR = 2
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Hit(NamedTuple):
    """A place where a wording stands: where and whose it is."""

    start: int
    end: int
    key: str


class _Run:
    """The strings one of which stands in every match, sorted by the pair of characters each is known by."""

    __slots__ = ("_by_pair", "made_of", "rarity")

    def __init__(self, strings: tuple[str, ...]) -> None:
        self.made_of = {string: _pairs(string) for string in strings}
        self.rarity = 0
        self._by_pair: dict[int, list[tuple[str, int]]] = {}

    def settle(self, common: Mapping[int, int]) -> None:
        """Let every string be known by its rarest pair."""
        for string, pairs in self.made_of.items():
            frequencies = [common[pair] for pair in pairs]
            offset = frequencies.index(min(frequencies))
            self._by_pair.setdefault(pairs[offset], []).append((string, offset))
        self.rarity = max(common[pair] for pair in self._by_pair)

    @property
    def pairs(self) -> KeysView[int]:
        """Return the pairs the strings are known by."""
        return self._by_pair.keys()

    def places(self, text: str, pairs: Iterable[int], where: Mapping[int, list[int]]) -> Iterator[tuple[int, str]]:
        """Yield where the strings that are known by some pairs stand."""
        for pair in pairs:
            for string, offset in self._by_pair[pair]:
                for at in where[pair]:
                    if text.startswith(string, at - offset):
                        yield at - offset, string


class _Entry:
    """One wording: its runs of strings, the rarest first, how far it reaches around them, and whose it is."""

    __slots__ = ("_compiled", "_reach", "_source", "keys", "loose", "plain", "runs")

    def __init__(self, source: str) -> None:
        pieces = pieces_of(source)
        runs = [tuple(run) for is_text, run in groupby(pieces, _is_text) if is_text]
        strings = [_strings(run) for run in runs]
        self._source = source
        self._compiled: re.Pattern[str] | None = None
        self._reach = sum(map(_length, pieces))
        self.keys: list[str] = []
        self.runs = [_Run(run) for run in strings if min(map(len, run)) >= _PAIR]
        self.loose = () if self.runs else max(strings, key=lambda run: min(map(len, run)))
        self.plain = all(map(_is_text, pieces)) and prod(len(set(choices(one))) for one in runs[0]) == len(strings[0])

    def settle(self, common: Mapping[int, int]) -> None:
        """Put the rarest run first."""
        for run in self.runs:
            run.settle(common)
        self.runs.sort(key=lambda run: run.rarity)

    def spans(self, text: str, where: Mapping[int, list[int]]) -> Iterator[tuple[int, int]]:
        """Yield where the wording stands, given where the pairs stand."""
        if self.loose:
            return self._around(text, sorted(at for one in self.loose for at in _find_all(text, one)))
        standing = [run.pairs & where.keys() for run in self.runs]
        if not all(standing):
            return iter(())
        numbers = [sum(len(where[pair]) for pair in pairs) for pairs in standing]
        rarest = numbers.index(min(numbers))
        places = self.runs[rarest].places(text, standing[rarest], where)
        return self._around(text, sorted(at for at, _ in places))

    def _around(self, text: str, places: list[int]) -> Iterator[tuple[int, int]]:
        if self._compiled is None:
            self._compiled = re.compile(to_pattern(self._source))
        done, reach, search = 0, self._reach, self._compiled.search
        for at in places:
            while at >= done and (found := search(text, max(at - reach, done), at + reach)):
                start, done = found.span()
                while closer := search(text, start + 1, done):  # the last of several beginnings is the nearest
                    start = closer.start()
                yield start, done


class Lexicon:
    """Wordings by key, ready to be found in any folded text; ^ and $ have no use here."""

    def __init__(self, wordings: Mapping[str, Wordings]) -> None:
        """Sort the wordings by the pairs that the strings of their rarest run are known by."""
        entries: dict[str, _Entry] = {}
        for key, group in wordings.items():
            for source in group.sources:
                if source not in entries:
                    entries[source] = _Entry(source)
                entries[source].keys.append(key)
        runs = [run for entry in entries.values() for run in entry.runs]
        common = Counter(pair for run in runs for pairs in run.made_of.values() for pair in pairs)
        self._always = [entry for entry in entries.values() if entry.loose]
        self._plain: dict[int, list[tuple[_Run, list[str]]]] = defaultdict(list)
        self._by_pair: dict[int, list[_Entry]] = defaultdict(list)
        known: set[int] = set()
        for entry in entries.values():
            entry.settle(common)
            known.update(pair for run in entry.runs for pair in run.pairs)
            for pair in entry.runs[0].pairs if entry.runs else ():
                if entry.plain:
                    self._plain[pair].append((entry.runs[0], entry.keys))
                else:
                    self._by_pair[pair].append(entry)
        self._known = frozenset(known)

    def find(self, text: str) -> list[Hit]:
        """Return every place of every wording, in the order of the text."""
        where = self._places(text)
        found = {
            Hit(at, at + len(string), key)
            for pair in where.keys() & self._plain.keys()
            for run, keys in self._plain[pair]
            for at, string in run.places(text, (pair,), where)
            for key in keys
        }
        entries = {entry for pair in where.keys() & self._by_pair.keys() for entry in self._by_pair[pair]}
        found.update(
            Hit(start, end, key)
            for entry in (*self._always, *entries)
            for start, end in entry.spans(text, where)
            for key in entry.keys
        )
        return sorted(found)

    def _places(self, text: str) -> dict[int, list[int]]:
        """Return where every known pair stands; the pass over all pairs runs inside compress and map."""
        pairs = _pairs(text)
        places: dict[int, list[int]] = defaultdict(list)
        for at in compress(count(), map(self._known.__contains__, pairs)):
            places[pairs[at]].append(at)
        return places


def _pairs(text: str) -> list[int]:
    """Return the pairs of neighbouring characters as numbers, in order."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) != _PAIR * len(text):
        units = _ASTRAL.sub("\ufffd", text).encode("utf-16-le", "surrogatepass")
    pairs = [0] * max(len(text) - 1, 0)
    for shift in (0, 1):
        rest = memoryview(units)[_PAIR * shift :]
        pairs[shift::2] = rest[: len(rest) // 4 * 4].cast("I").tolist()
    return pairs


def _find_all(text: str, string: str) -> Iterator[int]:
    at = text.find(string)
    while at >= 0:
        yield at
        at = text.find(string, at + len(string))


def _length(piece: str) -> int:
    if piece == "#":
        return _NUMBER_LENGTH
    return _GAP_LENGTH.get(piece) or max(map(len, choices(piece)))


def _is_text(piece: str) -> bool:
    return piece not in _GAP_LENGTH and piece not in "#^$"


def _strings(run: tuple[str, ...]) -> tuple[str, ...]:
    """Return strings one of which stands wherever the run does: all it can stand for, unless they are too many."""
    if prod(len(choices(piece)) for piece in run) > _MOST_STRINGS:
        return choices(max(run, key=lambda piece: min(map(len, choices(piece)))))
    return tuple(dict.fromkeys(map("".join, product(*map(choices, run)))))
