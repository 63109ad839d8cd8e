"""The keys of a register, found by how they begin, how they end and what they hold."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LAST = "\U0010ffff"


class KeyList:
    """Sorted keys; what a search needs beside them is made at the first one that needs it."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Keep the keys, which come sorted."""
        self.keys = list(dict.fromkeys(keys))

    def having(self, piece: str) -> Iterator[str]:
        r"""Yield the keys that hold a piece; a line end at its beginning or end is the key's own.

        >>> keys = KeyList(["戒毒条例", "禁毒法", "节水条例"])
        >>> list(keys.having("毒")), list(keys.having("条例\n")), list(keys.having("\n禁"))
        (['戒毒条例', '禁毒法'], ['戒毒条例', '节水条例'], ['禁毒法'])
        """
        if piece.startswith("\n"):
            yield from _beginning(piece[1:], self.keys)
        elif piece.endswith("\n"):
            yield from (key[::-1] for key in _beginning(piece[-2::-1], self._backwards))
        else:
            yield from self._holding(piece)

    @cached_property
    def _backwards(self) -> list[str]:
        return sorted(key[::-1] for key in self.keys)

    @cached_property
    def _lines(self) -> str:
        return "\n".join(("", *self.keys, ""))

    def _holding(self, piece: str) -> Iterator[str]:
        keys = self._lines
        at = keys.find(piece)
        while at >= 0:
            start = keys.rfind("\n", 0, at + 1) + 1
            end = keys.index("\n", start)
            yield keys[start:end]
            at = keys.find(piece, end)


def _beginning(front: str, keys: list[str]) -> list[str]:
    return keys[bisect_left(keys, front) : bisect_left(keys, front + _LAST)]
