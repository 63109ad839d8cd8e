"""Parts of a total that exclude each other by what they are called: 男、女; 优秀、合格、不合格; 采购类、工程类."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from pydantic import Field

from report_lint.checks.problem import Params
from report_lint.parsing.numerals import GROUPED, parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 150
_FAR = 1.3  # a slip in one of the parts hardly makes more of it
_MOST = 8  # of more parts nobody tells which of them stand for which


class Sum(NamedTuple):
    """A total and the sum of its parts, and where they stand in the folded text."""

    total: int
    added: int
    unit: str
    start: int
    end: int


class Family(Params):
    """Names that exclude each other; `all` says there are no others (男、女); no label may have an `other` word."""

    names: tuple[str, ...] = Field(min_length=2)
    other: tuple[str, ...] = ()
    all: bool = False

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self.names, key=len, reverse=True))))

    def names_apart(self, labels: list[str]) -> bool:
        """Tell whether each label holds one name of the family and no two the same."""
        found = [self._names.findall(label) for label in labels]
        plain = not any(word in label for word in self.other for label in labels)
        return plain and all(len(one) == 1 for one in found) and len({one[0] for one in found}) == len(found)


class Exclusive(Params):
    """The counters, the families, and the endings (采购类、工程类) that tell classes apart for counters of `things`."""

    units: tuple[str, ...] = Field(min_length=1)
    families: tuple[Family, ...] = ()
    things: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    not_parts: tuple[str, ...] = ()

    @cached_property
    def _list(self) -> re.Pattern[str]:
        """Return the pattern of “60份，其中优秀22份、合格37份、不合格2份”; all have one counter."""
        units = "|".join(map(re.escape, sorted(self.units, key=len, reverse=True)))
        label = "[^0-9，、。；：（）%\\n]{1,12}?"
        part = f"{label}(?:{GROUPED}|[0-9]{{1,7}})(?P=unit)(?![次余多])"
        aside = "(?:，(?:同比|较上年|比上年)[^，。；\\n]{1,16})?"
        return re.compile(
            f"(?<![0-9.约近超逾])(?<![0-9][,，])({GROUPED}|[0-9]{{1,7}})(?P<unit>{units})(?![次余多左以])[^0-9，。；%（]{{0,4}}{aside}[，（]?其中[，：]?"
            f"(?:为|有)?(?P<parts>{part}(?:(?:[、和及]{part})+|(?:，{part})+(?=[。；）\\n])))(?!等)"
        )

    def find(self, text: str, start: int, among: int) -> Sum | None:
        """Return the sum of the parts behind an 其中 at `among`, where they exclude each other and add up wrongly."""
        found = self._list.finditer(text, start, among + _REACH)
        match = next((one for one in found if one.start() <= among < one.end()), None)
        if match is None:
            return None
        total, unit = parse_number(match[1]) or 0, match["unit"]
        parts = [
            (label.strip("为有、，和及"), parse_number(number) or 0)
            for label, number in re.findall(f"([^0-9]+?)({GROUPED}|[0-9]+){re.escape(unit)}", match["parts"])
        ]
        labels, numbers = [label for label, _ in parts], [number for _, number in parts]
        complete = next((one.all for one in self.families if one.names_apart(labels)), None)
        if complete is None and not self._ends_apart(labels, unit):
            return None
        added = sum(numbers)
        if added == total or (added < total and not complete) or _some_add_up(numbers, total):
            return None
        sentence = max(text.rfind(stop, max(0, among - 2 * _REACH), match.start()) for stop in "。；！？\n") + 1
        earlier = re.findall(f"(?<![0-9.,，])([0-9]{{1,7}}){re.escape(unit)}", text[sentence : match.start(1)])
        if of_several([*map(int, earlier), total], added):
            return None
        return Sum(total, added, unit, match.start(1), match.end("parts"))

    def _ends_apart(self, labels: list[str], unit: str) -> bool:
        alike = any(all(label.endswith(ending) for label in labels) for ending in self.endings)
        steps = any(word in label for word in self.not_parts for label in labels)
        return unit in self.things and alike and not steps and len(set(labels)) == len(labels)


def of_several(totals: list[int], added: int) -> bool:
    """Tell whether parts may be those of several totals, the last of which is nearest: 投诉80起、举报20起，其中…."""
    if len(totals) == 1:
        return False
    return added > totals[-1] * _FAR or any(sum(totals[-last:]) == added for last in range(2, len(totals) + 1))


def _some_add_up(numbers: list[int], total: int) -> bool:
    """Tell whether some of the parts make the total, so that the others stand inside them (合格60份、优秀22份)."""
    if len(numbers) > _MOST:
        return True
    return any(sum(some) == total for size in range(1, len(numbers)) for some in combinations(numbers, size))


def sums(exclusive: Exclusive, text: str, reach: int = 60) -> Iterator[Sum]:
    """Yield the wrong sums of a folded text."""
    at = text.find("其中")
    while at >= 0:
        if (found := exclusive.find(text, max(0, at - reach), at)) is not None:
            yield found
        at = text.find("其中", at + 2)
