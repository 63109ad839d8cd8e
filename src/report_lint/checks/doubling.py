"""Words of two characters that stand twice in a row: 活动活动."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from report_lint.checks.plain import Plain, PlainList
from report_lint.checks.problem import Params
from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import HAN
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = lazy_pattern(f"{HAN}{{4}}")
_REACH = 6


class Twice(Params):
    """Which doubled words are no slip: those of `spared`, and where the second begins another word.

    A word with a character of `unless_with`, or with one of `unless_first` in front (一件一件), is no noun or verb
    that somebody wrote twice; what follows in `unless_after` makes a compound (政府信息公开工作 behind 县政府).
    """

    variant: str | None = None
    spared: PlainList = Plain(())
    unless_first: str = ""
    unless_with: str = ""
    unless_after: WordingList = EMPTY

    @cached_property
    def _spared(self) -> frozenset[str]:
        return frozenset(self.spared.strings)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where doubled words begin and end in a text."""
        for at in _repeats(text):
            written = text[at : at + 4]
            if (
                written[0] == written[1]
                or written in self._spared
                or not (written.isalpha() and _HAN.fullmatch(written))
            ):
                continue
            if written[0] in self.unless_first or set(written) & set(self.unless_with):
                continue
            if not self.unless_after.search(text[at + 4 : at + 4 + _REACH]):
                yield at, at + 4


def _repeats(text: str) -> Iterator[int]:
    """Yield where two characters are followed by the same two.

    A text laid over itself, two characters on, leaves nothing there: one operation on the whole text instead of a
    comparison at each place.
    """
    data = text.encode("utf-16-le", "surrogatepass")
    width = 2
    if len(data) != width * len(text):
        data, width = text.encode("utf-32-le", "surrogatepass"), 4
    laid = int.from_bytes(data, "little") ^ int.from_bytes(data[2 * width :], "little")
    rest = laid.to_bytes(len(data), "little")
    same, last = bytes(2 * width), len(data) - 4 * width
    at = rest.find(same)
    while 0 <= at <= last:
        if at % width == 0:
            yield at // width
            at += 3 * width
        at = rest.find(same, at + 1)
