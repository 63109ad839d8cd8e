"""Many wordings searched in one go, at a cost that hardly grows with their number.

A wording is a chain of runs of plain characters with gaps between. One pass of a multi-pattern
matcher finds every string of every run; a wording stands where its runs follow each other within
their gaps. No pattern is compiled, and no wording is tried whose runs are not all there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain as joined
from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs

from report_lint.wording import GAP_LENGTHS, NUMBER, STOPS, choices, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from report_lint.wording import Wordings

Place = tuple[int, int]
Run = tuple[str, ...]

_DIGIT = re.compile(NUMBER)
_STOP = re.compile(f"[{STOPS}]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DIGITS: Run = ("#",)  # the run of a number, found by a pattern of its own
_DIGITS_NUMBER, _DIGITS_LENGTH = 0, 16
_MOST_STRINGS = 64  # more choices than these are kept apart as runs that touch


class Hit(NamedTuple):
    """A place where a wording stands: where and whose it is."""

    start: int
    end: int
    key: str


class _Chain(NamedTuple):
    """A wording: the numbers of its runs, the widest gap in front of each but the first, and whose it is.

    `reaches` says how far after the end of each run the last one may end.
    """

    runs: tuple[int, ...]
    gaps: tuple[int, ...]
    reaches: tuple[int, ...]
    keys: list[str]


def _chain(runs: Sequence[Run], gaps: tuple[int, ...], keys: list[str], numbers: dict[Run, int]) -> _Chain:
    lengths = [max(map(len, run)) if run != _DIGITS else _DIGITS_LENGTH for run in runs]
    reaches = tuple(sum(gaps[at:]) + sum(lengths[at + 1 :]) for at in range(len(runs)))
    return _Chain(tuple(numbers.setdefault(run, len(numbers)) for run in runs), gaps, reaches, keys)


class _Places(dict[int, Sequence[Place]]):
    """End and start of every place of a run, in order; put together when first asked for."""

    def __init__(self, strings: Mapping[int, Sequence[Sequence[Place]]]) -> None:
        super().__init__()
        self._strings = strings
        self.standing = strings.keys()
        self.numbers = {run: sum(map(len, lists)) for run, lists in strings.items()}

    def __missing__(self, run: int) -> Sequence[Place]:
        strings = self._strings[run]
        self[run] = found = strings[0] if len(strings) == 1 else sorted(joined.from_iterable(strings))
        return found


class Lexicon:
    """Wordings by key, ready to be found in any folded text; ^ and $ have no use here."""

    def __init__(self, wordings: Mapping[str, Wordings]) -> None:
        """Build the matcher over the strings of all runs."""
        keys: dict[str, list[str]] = defaultdict(list)
        for key, group in wordings.items():
            for source in group.sources:
                keys[source].append(key)
        numbers: dict[Run, int] = {_DIGITS: _DIGITS_NUMBER}
        plain: dict[str, list[str]] = defaultdict(list)  # the keys of wordings that are a single run, by string
        self._by_run: dict[int, list[_Chain]] = defaultdict(list)
        for source, owners in keys.items():
            runs, gaps = _parts(source)
            if len(runs) == 1 and runs[0] != _DIGITS:
                for string in runs[0]:
                    plain[string] += owners
            else:
                chain = _chain(runs, gaps, owners, numbers)
                longest = max(runs, key=lambda run: min(map(len, run)))
                self._by_run[numbers[longest]].append(chain)  # tried only where its longest run stands
        linked: dict[str, list[int]] = defaultdict(list)
        for run, number in numbers.items():
            for string in run if run != _DIGITS else ():
                linked[string].append(number)
        strings = list(dict.fromkeys([*plain, *linked]))
        self._plain = [plain.get(string, []) for string in strings]
        self._linked = [linked.get(string, []) for string in strings]
        self._matcher = ahocorasick_rs.AhoCorasick(strings)

    def find(self, text: str) -> list[Hit]:
        """Return every place of every wording, in the order of the text."""
        return sorted(Hit(start, end, key) for key, spans in self.by_key(text).items() for start, end in spans)

    def by_key(self, text: str) -> dict[str, list[Place]]:
        """Return start and end of every place of every wording by the key it stands under, in order."""
        found: dict[str, list[Place]] = defaultdict(list)
        strings: dict[int, list[Place]] = defaultdict(list)
        for string, start, end in self._strings(text):
            strings[string].append((end, start))
        for string, places in strings.items():
            if keys := self._plain[string]:
                spans = [(start, end) for end, start in places]
                for key in keys:
                    found[key] += spans
        for chain, spans in self._chained(text, strings):
            for key in chain.keys:
                found[key] += spans
        return {key: sorted(set(spans)) for key, spans in found.items()}

    def _chained(self, text: str, strings: Mapping[int, list[Place]]) -> Iterator[tuple[_Chain, list[Place]]]:
        """Yield the wordings of several runs that stand in the text, and where."""
        runs: dict[int, list[list[Place]]] = defaultdict(list)
        for string, spans in strings.items():
            for run in self._linked[string]:
                runs[run].append(spans)
        if digits := [match.span()[::-1] for match in _DIGIT.finditer(text)]:
            runs[_DIGITS_NUMBER].append(digits)
        places = _Places(runs)
        stops = [match.start() for match in _STOP.finditer(text)]
        for run in places.standing & self._by_run.keys():
            for chain in self._by_run[run]:
                if all(map(places.standing.__contains__, chain.runs)):
                    yield chain, list(_standing(chain, places, stops))

    def _strings(self, text: str) -> list[tuple[int, int, int]]:
        """Return number, start and end of every string, in the order of the ends."""
        try:
            return self._matcher.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:  # the matcher works on UTF-8, which has no lone surrogates
            return self._matcher.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text), overlapping=True)


def _standing(chain: _Chain, places: _Places, stops: Sequence[int]) -> Iterator[Place]:
    """Yield where a chain stands; of several beginnings the nearest to the end, and none inside the hit before."""
    done = 0
    for end, at in _candidates(chain, places):
        start = _beginning(chain, len(chain.runs) - 1, at, places, stops)
        if start is not None and start >= done:
            yield start, end
            done = end


def _candidates(chain: _Chain, places: _Places) -> Sequence[Place]:
    """Return the places of the last run that are near enough to one of the run that is rarest here."""
    last = places[chain.runs[-1]]
    rarest = min(range(len(chain.runs)), key=lambda at: places.numbers[chain.runs[at]])
    if rarest == len(chain.runs) - 1:
        return last
    near: list[Place] = []
    done, reach = 0, chain.reaches[rarest]
    for end, _ in places[chain.runs[rarest]]:
        first = max(bisect_left(last, (end, 0)), done)
        done = max(bisect_left(last, (end + reach + 1, 0)), first)
        near.extend(last[first:done])
    return near


def _beginning(chain: _Chain, which: int, at: int, places: _Places, stops: Sequence[int]) -> int | None:
    """Return the nearest beginning of a chain whose run number `which` stands at `at`."""
    if which == 0:
        return at
    before, gap = places[chain.runs[which - 1]], chain.gaps[which - 1]
    for index in range(bisect_right(before, (at, at)) - 1, -1, -1):
        end, start = before[index]
        if at - end > gap or _stopped(stops, end, at):
            return None
        beginning = _beginning(chain, which - 1, start, places, stops)
        if beginning is not None:
            return beginning
    return None


def _stopped(stops: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(stops, start)
    return at < len(stops) and stops[at] < end


def _parts(source: str) -> tuple[list[Run], tuple[int, ...]]:
    """Return the runs and gaps of a wording; a run that may be empty only widens the gaps around it."""
    runs: list[Run] = []
    gaps: list[int] = []
    gap = 0
    for run, before in _links(source):
        gap += before
        if "" in run:
            gap += max(map(len, run))
            continue
        if runs:
            gaps.append(gap)
        runs.append(run)
        gap = 0
    return runs, tuple(gaps)


def _links(source: str) -> Iterator[tuple[Run, int]]:
    """Yield the runs of a wording, each with the gap in front of it."""
    gap = 0
    text: list[str] = []
    for piece in (*pieces_of(source), "$"):
        if piece not in GAP_LENGTHS and piece not in "#^$":
            text.append(piece)
            continue
        for run in _runs(text):
            yield run, gap
            gap = 0
        text = []
        if piece == "#":
            yield _DIGITS, gap
            gap = 0
        gap += GAP_LENGTHS.get(piece, 0)


def _runs(pieces: Sequence[str]) -> Iterator[Run]:
    """Yield all that touching pieces can stand for as one run, or as several where that is too much."""
    if not pieces:
        return
    if len(pieces) > 1 and prod(len(choices(piece)) for piece in pieces) > _MOST_STRINGS:
        cut = _cut(pieces)
        if cut:
            yield from _runs(pieces[:cut])
            yield from _runs(pieces[cut:])
            return
    yield tuple(dict.fromkeys(map("".join, product(*map(choices, pieces)))))


def _cut(pieces: Sequence[str]) -> int:
    """Return where touching pieces can be cut so that no half may be empty; 0 for nowhere."""
    certain = ["" not in choices(piece) for piece in pieces]
    return next((at for at in range(len(pieces) - 1, 0, -1) if any(certain[:at]) and any(certain[at:])), 0)
