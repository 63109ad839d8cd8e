"""Many wordings searched in one go, at a cost that hardly grows with their number.

A wording is a chain of runs of plain characters with gaps between. One pass of a multi-pattern
matcher finds every string of every run; a wording stands where its runs follow each other within
their gaps. No pattern is compiled, and no wording is tried where its runs are not all in a sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs

from report_lint.lazy import lazy_pattern
from report_lint.wording import GAP_LENGTHS, NUMBER, STOPS, choices, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from report_lint.text import Intervals
    from report_lint.wording import Wordings

Place = tuple[int, int]
Run = tuple[str, ...]

_DIGIT = lazy_pattern(NUMBER)
_STOP = lazy_pattern(f"[{STOPS}]")
_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_DIGITS: Run = ("#",)  # the run of a number, found by a pattern of its own
_DIGITS_NUMBER = 0
_BLOCK = 512  # sentences
_MOST_STRINGS = 400  # more choices than these are kept apart as runs that touch


class Hit(NamedTuple):
    """A place where a wording stands: where and whose it is."""

    start: int
    end: int
    key: str


class _Chain(NamedTuple):
    """A wording: the numbers of its runs and the widest gap in front of each but the first."""

    runs: tuple[int, ...]
    gaps: tuple[int, ...]


class Lexicon:
    """Wordings by key, ready to be found in any folded text; ^ and $ have no use here."""

    def __init__(self, wordings: Mapping[str, Wordings]) -> None:
        """Build the matcher over the strings of all runs."""
        numbers: dict[Run, int] = {_DIGITS: _DIGITS_NUMBER}
        plain: dict[str, list[str]] = defaultdict(list)  # the keys of wordings that are a single run, by string
        self.chains: dict[str, list[int]] = {key: [] for key in wordings}
        chains: dict[_Chain, int] = {}  # a wording of several keys is one chain
        parted: dict[str, tuple[list[Run], tuple[int, ...]]] = {}
        for key, group in wordings.items():
            for source in dict.fromkeys(group.sources):
                runs, gaps = parted.setdefault(source, _parts(source))
                if len(runs) == 1 and runs[0] != _DIGITS:
                    for string in runs[0]:
                        plain[string].append(key)
                else:
                    chain = _Chain(tuple(numbers.setdefault(run, len(numbers)) for run in runs), gaps)
                    self.chains[key].append(chains.setdefault(chain, len(chains)))
        self.all_chains = list(chains)
        self.bundles: dict[int, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)  # chains by their first run
        for at, chain in enumerate(self.all_chains):
            self.bundles[chain.runs[0]].append((at, chain.runs[1:]))
        linked: dict[str, list[int]] = defaultdict(list)
        for run, number in numbers.items():
            for string in run if run != _DIGITS else ():
                linked[string].append(number)
        strings = list(dict.fromkeys([*plain, *linked]))
        self.plain = [tuple(plain.get(string, ())) for string in strings]
        self.alone = {number for number, keys in enumerate(self.plain) if keys}
        self.linked = [tuple(linked.get(string, ())) for string in strings]
        self.members: dict[int, set[int]] = defaultdict(set)  # the strings of each run
        for number, of in enumerate(self.linked):
            for run_number in of:
                self.members[run_number].add(number)
        self._matcher = ahocorasick_rs.AhoCorasick(strings)

    def find(self, text: str) -> list[Hit]:
        """Return every place of every wording, in the order of the text."""
        return sorted(Hit(start, end, key) for key, spans in self.by_key(text).items() for start, end in spans)

    def by_key(self, text: str) -> dict[str, Sequence[Place]]:
        """Return start and end of every place of every wording by the key it stands under, in order."""
        scan = self.scan(text)
        return {key: places for key in self.chains if (places := scan.places(key))}

    def scan(self, text: str) -> Scan:
        """Return what stands in a text, to be asked key by key."""
        return Scan(self, text, self._strings(text))

    def _strings(self, text: str) -> list[tuple[int, int, int]]:
        """Return number, start and end of every string, in the order of the ends."""
        try:
            return self._matcher.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:  # the matcher works on UTF-8, which has no lone surrogates
            return self._matcher.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text), overlapping=True)


class Scan:
    """The strings of a lexicon in one text; wordings are put together when a key is asked for.

    No gap crosses the end of a sentence, so that a wording can stand only in the sentences that hold all its
    runs. Each run has a number whose bits are the sentences that hold it; what the bits of the runs of a
    wording have in common tells where to compare places. Sentences come in blocks, so that no number grows
    with the text.
    """

    def __init__(self, lexicon: Lexicon, text: str, hits: Sequence[tuple[int, int, int]]) -> None:
        """Note which sentences hold which strings."""
        self._lexicon = lexicon
        self._text = text
        self._hits = hits
        self._stops = [match.start() for match in _STOP.finditer(text)]
        self._rows: list[int] = []  # where the hits of each sentence begin
        self._blocks: list[dict[int, int]] = []
        self._sort()
        self._keys: dict[tuple[str, bool | None], Sequence[Place]] = {}
        self._chains: dict[tuple[int, bool | None], Sequence[Place]] = {}
        self._strings: dict[int, dict[int, list[Place]]] = {}
        self._runs: dict[tuple[int, int], Sequence[Place]] = {}
        self._digits: dict[int, list[Place]] = {}
        self._inside: list[int] = []

    def _sort(self) -> None:
        """Go once through the hits, which come in the order of their ends."""
        hits, plain, linked = self._hits, self._lexicon.plain, self._lexicon.linked
        numbers = [number for number, _, _ in hits]
        ends = [end for _, _, end in hits]
        strings: dict[int, int] = {}
        first = 0
        for number, stop in enumerate([*self._stops, len(self._text)]):
            if number and not number % _BLOCK:
                self._blocks.append(_runs_of(strings, linked))
                strings = {}
            self._rows.append(first)
            last = bisect_right(ends, stop + 1, first)
            bit = 1 << number % _BLOCK
            if first < last:
                for string in set(numbers[first:last]):
                    strings[string] = strings.get(string, 0) | bit
                first = last
        self._rows.append(first)
        self._blocks.append(_runs_of(strings, linked))
        self._by_key: dict[str, list[Place]] = {}
        alone = self._lexicon.alone
        for string, start, end in [hit for hit in hits if hit[0] in alone]:
            for key in plain[string]:
                if key in self._by_key:
                    self._by_key[key].append((start, end))
                else:
                    self._by_key[key] = [(start, end)]

    def part(self, spans: Intervals) -> None:
        """Tell sentences that overlap some spans from the others, for `places`."""
        inside = [0] * len(self._blocks)
        start = 0
        for number, stop in enumerate([*self._stops, len(self._text)]):
            if spans.overlaps(start, stop + 1):
                inside[number // _BLOCK] |= 1 << number % _BLOCK
            start = stop + 1
        self._inside = inside

    def places(self, key: str, *, inside: bool | None = None) -> Sequence[Place]:
        """Return start and end of every place of the wordings of a key, in order.

        With `inside`, only in the sentences that `part` told from the others, or only in those others.
        """
        if (known := self._keys.get((key, inside))) is not None:
            return known
        found = list(self._by_key.get(key, ()))
        if inside is not None:
            found = [place for place in found if self._is_inside(place[1]) is inside]
        for number in self._lexicon.chains.get(key, ()):
            if number in self._together:
                found += self._standing(number, inside)
        self._keys[key, inside] = found = sorted(set(found)) if len(found) > 1 else found
        return found

    def _is_inside(self, end: int) -> bool:
        number = bisect_left(self._stops, end - 1)
        return bool(self._inside[number // _BLOCK] >> number % _BLOCK & 1)

    @cached_property
    def _together(self) -> dict[int, list[tuple[int, int]]]:
        """Return for each chain the blocks, and the bits of their sentences, that hold all its runs."""
        self._find_digits()
        found: dict[int, list[tuple[int, int]]] = {}
        for block, runs in enumerate(self._blocks):
            held = runs.get
            for first in runs.keys() & self._lexicon.bundles.keys():
                bits = runs[first]
                for number, others in self._lexicon.bundles[first]:
                    common = bits
                    for run in others:
                        common &= held(run, 0)
                    if common:
                        found.setdefault(number, []).append((block, common))
        return found

    def _standing(self, number: int, inside: bool | None) -> Sequence[Place]:  # noqa: FBT001  a memo key
        """Return where a wording of several runs stands."""
        if (known := self._chains.get((number, inside))) is not None:
            return known
        chain, found = self._lexicon.all_chains[number], list[Place]()
        for block, held in self._together[number]:
            bits = held
            if inside is not None:
                bits &= self._inside[block] if inside else ~self._inside[block]
            while bits:
                lowest = bits & -bits
                bits ^= lowest
                sentence = block * _BLOCK + lowest.bit_length() - 1
                found += _links(chain, [self._places_in(sentence, run) for run in chain.runs])
        self._chains[number, inside] = found
        return found

    def _find_digits(self) -> None:
        for match in _DIGIT.finditer(self._text):
            start, end = match.span()
            sentence = bisect_left(self._stops, end - 1)
            self._digits.setdefault(sentence, []).append((end, start))
            runs = self._blocks[sentence // _BLOCK]
            runs[_DIGITS_NUMBER] = runs.get(_DIGITS_NUMBER, 0) | 1 << sentence % _BLOCK

    def _places_in(self, sentence: int, run: int) -> Sequence[Place]:
        """Return end and start of every place of a run in a sentence, in order."""
        if run == _DIGITS_NUMBER:
            return self._digits[sentence]
        if (known := self._runs.get((sentence, run))) is not None:
            return known
        row = self._row(sentence)
        members = self._lexicon.members[run]
        if len(members) < len(row):
            strings = [row[string] for string in members if string in row]
        else:
            strings = [places for string, places in row.items() if string in members]
        found = strings[0] if len(strings) == 1 else sorted(place for places in strings for place in places)
        self._runs[sentence, run] = found
        return found

    def _row(self, sentence: int) -> dict[int, list[Place]]:
        """Return end and start of every place of each string of a sentence."""
        row = self._strings.get(sentence)
        if row is None:
            row = self._strings[sentence] = {}
            for string, start, end in self._hits[self._rows[sentence] : self._rows[sentence + 1]]:
                if string in row:
                    row[string].append((end, start))
                else:
                    row[string] = [(end, start)]
        return row


def _runs_of(strings: Mapping[int, int], linked: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return the bits of runs for the bits of their strings."""
    runs: dict[int, int] = {}
    for string, bits in strings.items():
        for run in linked[string]:
            runs[run] = runs.get(run, 0) | bits
    return runs


def _links(chain: _Chain, lists: Sequence[Sequence[Place]]) -> list[Place]:
    """Return start and end of a chain whose runs stand at these places: none inside the one before."""
    found: list[Place] = []
    done, last = 0, len(lists) - 1
    if last == 1:
        before, gap = lists[0], chain.gaps[0]
        for end, at in lists[1]:
            nearest = bisect_right(before, (at, at)) - 1
            if nearest >= 0 and before[nearest][1] >= done and at - before[nearest][0] <= gap:
                found.append((before[nearest][1], end))
                done = end
        return found
    for end, at in lists[last]:
        start = _beginning(chain, last, at, lists)
        if start is not None and start >= done:
            found.append((start, end))
            done = end
    return found


def _beginning(chain: _Chain, which: int, at: int, lists: Sequence[Sequence[Place]]) -> int | None:
    """Return the nearest beginning of a chain whose run number `which` stands at `at`."""
    if which == 0:
        return at
    before, gap = lists[which - 1], chain.gaps[which - 1]
    for index in range(bisect_right(before, (at, at)) - 1, -1, -1):
        end, start = before[index]
        if at - end > gap:
            return None
        beginning = _beginning(chain, which - 1, start, lists)
        if beginning is not None:
            return beginning
    return None


def _parts(source: str) -> tuple[list[Run], tuple[int, ...]]:
    """Return the runs and gaps of a wording; a run that may be empty only widens the gaps around it."""
    runs: list[Run] = []
    gaps: list[int] = []
    gap = 0
    for run, before in _linked_runs(source):
        gap += before
        if "" in run:
            gap += max(map(len, run))
            continue
        if runs:
            gaps.append(gap)
        runs.append(run)
        gap = 0
    return runs, tuple(gaps)


def _linked_runs(source: str) -> Iterator[tuple[Run, int]]:
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
