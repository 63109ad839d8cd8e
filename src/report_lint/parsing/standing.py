"""How high each heading stands: the style of its number, or its neighbours where style misleads.

`1.主要成效 … 二、存在的不足`: the first is a level-1 heading whose number slipped into another style.
A heading without a number is placed by the sequences that it interrupts or begins.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.unnumbered import is_part_wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.parsing.headings import Heading

_TOP = 1.0
_HALF = 0.5
_BELOW_TOP = 1.5
_ITEMS = 3.0  # the style 1., whose numbers may run on across headings
_SLIPPED_FROM = frozenset({2.0, 3.0})
_CIRCLED = lazy_pattern("[①-⑳]")
_PART_WORD = lazy_pattern("不足|问题|原因|打算|安排|计划|举措|成效|下一步|职责")


def standings(headings: Sequence[Heading]) -> list[float]:
    """Return a number for each heading; the lower it is, the higher the heading stands."""
    keys = [_of_style(heading) for heading in headings]
    for index in _slipped(headings, keys):
        keys[index] = _TOP
    if None not in keys:
        return [key for key in keys if key is not None]
    row = _Row.of(headings, keys)
    return [row.place(index) if key is None else key for index, key in enumerate(keys)]


def _of_style(heading: Heading) -> float | None:
    if heading.rank is None:
        return None
    # （1）①②（2）: one of the two styles of rank 4 stands below the other.
    return heading.rank + (_HALF if _CIRCLED.match(heading.number) else 0.0)


def _slipped(headings: Sequence[Heading], keys: Sequence[float | None]) -> Iterator[int]:
    """Yield the headings of a lower style that fill a gap between level-1 headings."""
    tops = [index for index, key in enumerate(keys) if key == _TOP]
    if not tops:
        return
    need, start = 1, 0
    for top in [*tops, None]:
        stop = len(headings) if top is None else top
        last = need if top is None else (headings[top].ordinal or 0) - 1
        if start < stop and need <= last:
            yield from _slips(headings, keys, range(start, stop), range(need, last + 1), is_tail=top is None)
        if top is not None:
            need, start = (headings[top].ordinal or 0) + 1, top + 1


def _slips(
    headings: Sequence[Heading], keys: Sequence[float | None], within: range, missing: range, *, is_tail: bool
) -> Iterator[int]:
    """Yield, for each missing ordinal, the heading that has it and is worded like a part or is alone in its style."""
    counts = Counter(keys[index] for index in within)
    latest: dict[float | None, int | None] = {}
    fits: dict[int, list[int]] = {}
    fresh: set[int] = set()  # those that do not go on a sequence of their own style
    for index in within:
        key, ordinal = keys[index], headings[index].ordinal or 0
        if key in _SLIPPED_FROM and ordinal in missing:
            if is_part_wording(headings[index].title) or (counts[key] == 1 and not is_tail):
                fits.setdefault(ordinal, []).append(index)
            if latest.get(key) != ordinal - 1:
                fresh.add(index)
        latest[key] = ordinal
    after = -1
    for ordinal in missing:
        chosen = [index for index in fits.get(ordinal, ()) if index > after]
        best = [index for index in chosen if index in fresh] or ([] if is_tail else chosen)
        if best:
            after = best[-1]
            yield after


@dataclass(frozen=True, slots=True)
class _Row:
    """The headings in a row, and for each the numbered neighbours that place one without a number."""

    headings: Sequence[Heading]
    keys: Sequence[float | None]
    top: float | None  # the highest style of the report, where that is a level-1 style
    top_before: Sequence[int | None]
    top_after: Sequence[int | None]
    number_after: Sequence[int | None]
    by_hint: dict[int, float]
    outranks: bool  # headings without a number stand above 一、

    @classmethod
    def of(cls, headings: Sequence[Heading], keys: Sequence[float | None]) -> _Row:
        """Look at every heading once in each direction."""
        top = min((key for key in keys if key is not None and key <= _TOP), default=None)
        tops = [index for index, key in enumerate(keys) if key is not None and key == top]
        numbers = [index for index, key in enumerate(keys) if key is not None]
        by_hint: dict[int, float] = {}
        for heading, key in zip(headings, keys, strict=True):
            if heading.hint is not None and key is not None:
                by_hint[heading.hint] = min(key, by_hint.get(heading.hint, key))
        before = _neighbours(tops, len(keys), -1)
        outranks = _outranks(headings, keys, tops)
        after, number_after = _neighbours(tops, len(keys), 1), _neighbours(numbers, len(keys), 1)
        return cls(headings, keys, top, before, after, number_after, by_hint, outranks)

    def place(self, index: int) -> float:
        """Return the standing of a heading without a number."""
        hint = self.headings[index].hint
        if hint is not None and self.by_hint:
            return self._by_style(hint)
        return self._by_sequence(index) + (hint or 0) / 100

    def _by_style(self, hint: int) -> float:
        """Place a heading by the numbered headings of its Word style or number of hashes, or the nearest."""
        if hint in self.by_hint:
            return self.by_hint[hint]
        above = [key for level, key in self.by_hint.items() if level < hint]
        return max(above) + _HALF if above else min(self.by_hint.values()) - _HALF

    def _by_sequence(self, index: int) -> float:
        following = self.number_after[index]
        begins = following is None or self.headings[following].ordinal == 1
        below = (self.keys[following] or 0) + (-_HALF if begins else _HALF) if following is not None else _BELOW_TOP
        if self.top is None:
            return _HALF if begins or below > _ITEMS else below
        if self.outranks:
            return self.top - _HALF
        return self.top if self._is_top(index, begins=begins) else max(below, self.top + _HALF)

    def _is_top(self, index: int, *, begins: bool) -> bool:
        """Tell whether the heading is a level-1 heading that lost its number."""
        before, after = self.top_before[index], self.top_after[index]
        if before is None:
            return True
        if after is not None:
            return (self.headings[after].ordinal or 0) > (self.headings[before].ordinal or 0) + 1
        title = self.headings[index].title
        announced = set(_PART_WORD.findall(self.headings[before].title))
        return begins and is_part_wording(title) and not announced & set(_PART_WORD.findall(title))


def _neighbours(places: Sequence[int], count: int, step: int) -> list[int | None]:
    """Return, for each index, the nearest of the places before it (step -1) or after it (step 1)."""
    found: list[int | None] = [None] * count
    standing = set(places)
    nearest: int | None = None
    for index in range(count) if step < 0 else range(count - 1, -1, -1):
        found[index] = nearest
        if index in standing:
            nearest = index
    return found


def _outranks(headings: Sequence[Heading], keys: Sequence[float | None], tops: Sequence[int]) -> bool:
    """Tell whether 一、 begins anew under headings without a number: 主要举措 > 一、二、三、, 存在的不足 > 一、二、."""
    begun = 0
    start = 0
    for top in tops:
        begun += headings[top].ordinal == 1 and any(key is None for key in keys[start:top])
        start = top + 1
    leads = bool(tops) and headings[tops[0]].ordinal == 1 and None in keys[: tops[0]]
    return begun > 1 or (leads and list(keys).count(None) > 1)
