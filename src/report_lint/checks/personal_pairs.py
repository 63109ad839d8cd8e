"""Pairs of an object and a verb with 亲自 (重大问题亲自过问), and the runs they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.checks.problem import Params
from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import HAN
from report_lint.wording import EMPTY, Wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


WORD = "亲自"
# “亲自部署重点任务” puts the object behind the verb and is no pair of this kind.
_VERB = lazy_pattern(f"{WORD}({HAN}{{2}})(?=[、，；。：！”’）\n]|以及|和|及|并|$)")
_HALF = 2
_LONGEST = 40  # what stands farther before a verb is no bare opening of its clause
_CLAUSE_MARKS = "，。；：！？、“\n"


class Pair(Params):
    """A pair of the norm: 重要 + 工作 + 部署."""

    degree: str
    noun: str
    verb: str

    def __str__(self) -> str:
        """Return the words of the norm."""
        return f"{self.degree}{self.noun}{WORD}{self.verb}"


@dataclass(frozen=True, slots=True)
class Item:
    """A verb with 亲自 as written: `degree` and `noun` are empty where the object is another one or `bare` none."""

    start: int
    end: int
    degree: str
    noun: str
    verb: str
    bare: bool

    def is_(self, pair: Pair) -> bool:
        """Tell whether it is a pair of the norm word by word."""
        return (self.degree, self.noun, self.verb) == (pair.degree, pair.noun, pair.verb)


@dataclass(frozen=True, slots=True)
class PairReader:
    """What a pair is made of: the norm's words, what may join two pairs, what may open a clause before a verb.

    Behind one of `anew` (对法治建设做到…) each verb needs its own object again.
    """

    pairs: tuple[Pair, ...]
    joints: Wordings
    openers: tuple[Wordings, ...]
    anew: Wordings = EMPTY

    def runs(self, text: str) -> Iterator[list[Item]]:
        """Yield the pairs that follow one another: 重要工作亲自部署、重大问题亲自过问."""
        run: list[Item] = []
        for item in self._items(text):
            if run and _left(text[run[-1].end : item.start], (self.joints,)).strip(" 、，；"):
                yield run
                run = []
            run.append(item)
        if run:
            yield run

    def _items(self, text: str) -> Iterator[Item]:
        degrees = {pair.degree for pair in self.pairs}
        nouns = {pair.noun for pair in self.pairs}
        for match in _VERB.finditer(text):
            at = match.start()
            degree, noun = text[max(at - 2 * _HALF, 0) : max(at - _HALF, 0)], text[max(at - _HALF, 0) : at]
            if degree in degrees and noun in nouns:
                yield Item(at - 2 * _HALF, match.end(), degree, noun, match[1], bare=False)
            else:
                yield Item(
                    at, match.end(), "", "", match[1], bare=self._nothing_before(text[max(at - _LONGEST, 0) : at])
                )

    def _nothing_before(self, before: str) -> bool:
        """Tell whether a verb has no object before it: 局长亲自部署, 做到亲自部署; not 法治工作亲自部署."""
        clause = before[max(before.rfind(mark) for mark in _CLAUSE_MARKS) + 1 :]
        for match in self.anew.finditer(clause):
            clause = " " * match.end() + clause[match.end() :]
        return not _left(clause, self.openers).strip()


def _left(text: str, groups: Iterable[Wordings]) -> str:
    for words in groups:
        text = words.masked(text)
    return text
