"""Titles that differ by a slip: a letter lost, added, wrong or swapped with the next, or 暂行/试行 dropped or added.

No index is kept: a title one slip away still begins with the first half, or ends with the second and holds one of
the first two quarters; a title two slips away holds one third unchanged. So searching the list of keys as a text
finds them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TENTATIVE = lazy_pattern("暂行|（试行）|试行")
# “条例”, and “组织条例”, “管理办法”, “实施办法”: 暂行 stands before either, 暂行规定 behind 的.
_KIND = lazy_pattern("(?:条例|办法|规定|细则|规则)$")
_KIND_OF = lazy_pattern("(?:组织|管理|实施|处理|登记|工作)(?:条例|办法|规定|细则|规则)$")
_SHORTEST, _SHORTEST_OF_STATE = 4, 2
_TELLS_NOTHING = 2  # every other law ends like 林法


class Keys(Protocol):
    """The keys of a register."""

    def __contains__(self, wanted: str) -> bool:
        """Tell whether a key is there."""

    def keys_with(self, piece: str) -> Iterator[str]:
        """Yield the keys that hold a piece, where a line end at its beginning or end is the key's own."""


def one_slip(wanted: str, keys: Keys, *, of_state: bool = False) -> Iterator[str]:
    """Yield the keys one slip away from `wanted`, a word of 暂行/试行 first.

    A short name is near many others, unless 中华人民共和国 stands before it (`of_state`): 中华人民共和国林法.
    """
    if len(wanted) < (_SHORTEST_OF_STATE if of_state else _SHORTEST):
        return
    yield from (near for near in _tentative(wanted) if near != wanted and near in keys)
    half = len(wanted) // 2
    quarter = half // 2
    for at in {half, quarter} - {0}:
        swapped = wanted[: at - 1] + wanted[at] + wanted[at - 1] + wanted[at + 1 :]
        if swapped != wanted and swapped in keys:
            yield swapped
    yield from _within(1, wanted, keys.keys_with(f"\n{wanted[:half]}"))
    # Hundreds of titles end in 管理条例: the quarter before the second half, or the first one, stands there too.
    intact = quarter or (half if len(wanted) > _TELLS_NOTHING else 0)
    yield from _within(1, wanted, keys.keys_with(f"{wanted[intact:]}\n"))
    if quarter:
        alike = (one for one in keys.keys_with(f"\n{wanted[:quarter]}") if one.endswith(wanted[half:]))
        yield from _within(1, wanted, alike)


def two_slips(wanted: str, keys: Keys) -> Iterator[str]:
    """Yield the keys exactly two slips away from `wanted`."""
    third = len(wanted) // 3
    if third < 2:  # noqa: PLR2004  a third of one character is in every other title
        return
    yield from _within(2, wanted, keys.keys_with(f"\n{wanted[:third]}"))
    yield from _within(2, wanted, keys.keys_with(wanted[third:-third]))
    yield from _within(2, wanted, keys.keys_with(f"{wanted[-third:]}\n"))


def _tentative(wanted: str) -> Iterator[str]:
    """Yield the title without 暂行 or （试行）, and with it where it would stand."""
    # 《重大行政决策程序条例》, officially 重大行政决策程序暂行条例.
    if _TENTATIVE.search(wanted):
        yield _TENTATIVE.sub("", wanted)
        return
    for kind in filter(None, (_KIND.search(wanted), _KIND_OF.search(wanted))):
        for word in ("暂行", "试行"):
            yield wanted[: kind.start()] + word + kind[0]
    yield wanted + "（试行）"


def _within(slips: int, wanted: str, candidates: Iterable[str]) -> Iterator[str]:
    letters = set(wanted)
    for candidate in candidates:
        # Hundreds of titles end in 管理条例; most differ by whole words, which the letters tell at once.
        alike = abs(len(candidate) - len(wanted)) <= slips and len(letters.difference(candidate)) <= slips
        if alike and distance(wanted, candidate, slips) == slips:
            yield candidate


def distance(one: str, other: str, limit: int) -> int:
    """Return how many slips lie between two titles, or `limit + 1` if more than that.

    A slip is a letter lost, added, replaced, or swapped with its neighbour.

    >>> distance("行政处分法", "行政处罚法", 2)
    1
    """
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if max(len(one), len(other)) > 2 * limit + 1 and min(len(one), len(other)) == 0:
        return limit + 1
    return min(_table(one, other), limit + 1)


def _table(one: str, other: str) -> int:
    """Return the optimal string alignment distance of two short strings."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        new = [at]
        for to, target in enumerate(other, 1):
            best = min(row[to] + 1, new[-1] + 1, row[to - 1] + (letter != target))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == target:
                best = min(best, before[to - 2] + 1)
            new.append(best)
        before, row = row, new
    return row[-1]
