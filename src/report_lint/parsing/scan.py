"""Where the wordings of a lexicon stand in one text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.wording import NUMBER, STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from report_lint.parsing.lexicon import Lexicon
    from report_lint.text import Intervals

Place = tuple[int, int]

DIGITS_NUMBER = 0  # the number of the run that is a number
_DIGIT = lazy_pattern(NUMBER)
_STOP = lazy_pattern(f"[{STOPS}]")
_BLOCK = 512  # sentences


class Chain(NamedTuple):
    """A wording: the numbers of its runs and the widest gap in front of each but the first."""

    runs: tuple[int, ...]
    gaps: tuple[int, ...]


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
        self._alone: dict[int, list[Place]] = {}  # the places of strings that are wordings of their own
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
        linked, alone = self._lexicon.linked, self._lexicon.alone
        for string, start, end in self._hits:
            if string in alone:
                if string in self._alone:
                    self._alone[string].append((start, end))
                else:
                    self._alone[string] = [(start, end)]
        self._hits = hits = [hit for hit in self._hits if linked[hit[0]]]
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
        found = [place for string in self._alone.keys() & self._lexicon.plain[key] for place in self._alone[string]]
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
            for number, bits in self._shared(runs):
                found.setdefault(number, []).append((block, bits))
        return found

    def _shared(self, runs: Mapping[int, int]) -> Iterator[tuple[int, int]]:
        """Yield each chain whose runs all stand in some of the same sentences, and the bits of these."""
        bundles, present = self._lexicon.bundles, runs.keys()
        for first in present & bundles.keys():
            seconds = bundles[first]
            for second in present & seconds.keys():
                both = runs[first] & runs[second]
                for number, others in seconds[second] if both else ():
                    bits = both
                    for run in others:
                        bits &= runs.get(run, 0)
                    if bits:
                        yield number, bits

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
            runs[DIGITS_NUMBER] = runs.get(DIGITS_NUMBER, 0) | 1 << sentence % _BLOCK

    def _places_in(self, sentence: int, run: int) -> Sequence[Place]:
        """Return end and start of every place of a run in a sentence, in order."""
        if run == DIGITS_NUMBER:
            return self._digits[sentence]
        if (known := self._runs.get((sentence, run))) is not None:
            return known
        row = self._row(sentence)
        strings = [row[string] for string in row.keys() & self._lexicon.members[run]]
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


def _links(chain: Chain, lists: Sequence[Sequence[Place]]) -> list[Place]:
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


def _beginning(chain: Chain, which: int, at: int, lists: Sequence[Sequence[Place]]) -> int | None:
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
