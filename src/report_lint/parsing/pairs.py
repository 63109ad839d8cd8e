"""Brackets and quotation marks: which of them have no partner in their paragraph."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STOPS = "。！？；：…”）》"  # a line that ends so is a whole paragraph; a title or a heading may go on in the next line
# “1）”, “a）”, “一）”: the bracket of a number
_NUMBER = lazy_pattern("(?:^|[\n。；：，、])(?:[0-9]{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$")
_LONGEST_NUMBER = 4
_BRACKETS = ("（）", "〔〕")


class Mark(NamedTuple):
    """A mark without a partner: where it stands and the pair that it belongs to."""

    at: int
    mark: str
    pair: str

    @property
    def opens(self) -> bool:
        """Tell whether it is the opening mark of its pair."""
        return self.mark == self.pair[0]


def balanced(text: str, pairs: tuple[str, ...]) -> bool:
    """Tell whether all marks have partners on their line, as in most texts; cheaper than to look where each stands."""
    marks = "".join(_tokens(pairs).findall(text))
    before = -1
    while len(marks) != before:
        before = len(marks)
        for pair in pairs:
            marks = marks.replace(pair, "")
    return not marks.strip("\n")


def unpaired(text: str, pairs: tuple[str, ...]) -> Iterator[tuple[list[Mark], bool]]:
    """Yield the marks without a partner of each paragraph that has any, and whether it is the last one."""
    scan = _Scan(pairs)
    for match in _tokens(pairs).finditer(text):
        at = match.start()
        if match[0] != "\n":
            scan.add(text, at)
        elif at and text[at - 1] in STOPS and (alone := scan.finish(text[at : at + 4].lstrip("\n")[:1])):
            yield alone, False
    if alone := scan.finish(""):
        yield alone, True


@lru_cache(maxsize=8)
def _tokens(pairs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"[\n{''.join(pairs)}]")


class _Scan:
    """The marks of a paragraph as far as it was read."""

    def __init__(self, pairs: Sequence[str]) -> None:
        self._pair_of = {mark: pair for pair in pairs for mark in pair}
        self._open: list[Mark] = []
        self._waiting: Counter[str] = Counter()  # how many of each pair are open
        self._alone: list[Mark] = []

    def add(self, text: str, at: int) -> None:
        """Take the mark at `at`; a closing one ends what was opened inside and not closed."""
        mark = Mark(at, text[at], self._pair_of[text[at]])
        if mark.opens:
            self._open.append(mark)
            self._waiting[mark.pair] += 1
        elif self._waiting[mark.pair]:
            while (last := self._close()).pair != mark.pair:
                self._alone.append(last)
        elif mark.mark != "）" or not _NUMBER.search(text[max(0, at - _LONGEST_NUMBER) : at]):
            self._alone.append(mark)
            if self._open and self._open[-1].pair in _BRACKETS and mark.pair in _BRACKETS:
                self._close()  # “〔2024）” is one slip

    def _close(self) -> Mark:
        last = self._open.pop()
        self._waiting[last.pair] -= 1
        return last

    def finish(self, following: str) -> list[Mark]:
        """Return the marks without a partner and begin anew; a quotation may open again with the next paragraph."""
        going_on = following == "“"
        alone = sorted([*self._alone, *(one for one in self._open if not (going_on and one.mark == "“"))])
        self._open, self._alone = [], []
        self._waiting.clear()
        return alone
