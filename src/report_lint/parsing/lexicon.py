"""Many wordings searched in one go, at a cost that hardly grows with their number.

A wording is a chain of runs of plain characters with gaps between. One pass of a multi-pattern
matcher finds every string of every run; a wording stands where its runs follow each other within
their gaps. No pattern is compiled, and no wording is tried where its runs are not all in a sentence.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from report_lint.parsing.runs import DIGITS, runs_of
from report_lint.parsing.scan import DIGITS_NUMBER, Chain, Scan
from report_lint.parsing.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from report_lint.parsing.runs import Run
    from report_lint.wording import Wordings

Place = tuple[int, int]


class Hit(NamedTuple):
    """A place where a wording stands: where and whose it is."""

    start: int
    end: int
    key: str


class Lexicon:
    """Wordings by key, ready to be found in any folded text; ^ and $ have no use here."""

    def __init__(self, wordings: Mapping[str, Wordings]) -> None:
        """Build the matcher over the strings of all runs."""
        numbers: dict[Run, int] = {DIGITS: DIGITS_NUMBER}
        plain: dict[str, list[str]] = {key: [] for key in wordings}  # the strings of wordings that are a single run
        self.chains: dict[str, list[int]] = {key: [] for key in wordings}
        chains: dict[Chain, int] = {}  # a wording of several keys is one chain
        parted: dict[str, tuple[list[Run], tuple[int, ...]]] = {}
        for key, group in wordings.items():
            for source in dict.fromkeys(group.sources):
                runs, gaps = parted.setdefault(source, runs_of(source))
                if len(runs) == 1 and runs[0] != DIGITS:
                    plain[key] += runs[0]
                else:
                    linkage = Chain(tuple(numbers.setdefault(run, len(numbers)) for run in runs), gaps)
                    self.chains[key].append(chains.setdefault(linkage, len(chains)))
        self.all_chains = list(chains)
        # the chains by their first run and their second: most firsts stand somewhere, few with the second
        self.bundles: dict[int, dict[int, list[tuple[int, tuple[int, ...]]]]] = defaultdict(lambda: defaultdict(list))
        for at, linkage in enumerate(self.all_chains):
            first, *others = linkage.runs
            second = others.pop(0) if others else first
            self.bundles[first][second].append((at, tuple(others)))
        linked: dict[str, list[int]] = defaultdict(list)
        for run, number in numbers.items():
            for string in run if run != DIGITS else ():
                linked[string].append(number)
        strings = list(dict.fromkeys([*chain.from_iterable(plain.values()), *linked]))
        known = {string: number for number, string in enumerate(strings)}
        self.plain = {key: {known[string] for string in of} for key, of in plain.items()}
        self.alone = set(chain.from_iterable(self.plain.values()))
        self.linked = [tuple(linked.get(string, ())) for string in strings]
        self.members: dict[int, set[int]] = defaultdict(set)  # the strings of each run
        for number, of in enumerate(self.linked):
            for run_number in of:
                self.members[run_number].add(number)
        self._strings = Strings(strings)

    def find(self, text: str) -> list[Hit]:
        """Return every place of every wording, in the order of the text."""
        return sorted(Hit(start, end, key) for key, spans in self.by_key(text).items() for start, end in spans)

    def by_key(self, text: str) -> dict[str, Sequence[Place]]:
        """Return start and end of every place of every wording by the key it stands under, in order."""
        scan = self.scan(text)
        return {key: places for key in self.chains if (places := scan.places(key))}

    def scan(self, text: str) -> Scan:
        """Return what stands in a text, to be asked key by key."""
        return Scan(self, text, self._strings.find(text))
