"""From headings in a row to a tree: the depth of each, its parent, and how far its body reaches.

The style of the number gives the depth, except where the report itself shows that it slipped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from report_lint.document import Section
from report_lint.parsing.standing import standings
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report_lint.parsing.headings import Heading

_TOP = 1.0  # what 一、 stands at; it is never found below a lower style
_LOOK_AHEAD = 60  # headings


def nest(headings: Sequence[Heading], region: Span) -> tuple[Section, ...]:
    """Return the sections of headings that stand in a row inside `region`."""
    parents = _parents(headings, standings(headings))
    levels: list[int] = []
    for parent in parents:
        levels.append(1 if parent is None else levels[parent] + 1)
    ends = _ends(headings, levels, region.end)
    return tuple(
        Section(
            index=index,
            level=levels[index],
            rank=heading.rank,
            ordinal=heading.ordinal,
            number=heading.number,
            title=heading.title,
            heading=heading.span,
            body=Span(min(heading.body, ends[index]), ends[index]),
            parent=parents[index],
            run_in=heading.run_in,
        )
        for index, heading in enumerate(headings)
    )


def _ends(headings: Sequence[Heading], levels: Sequence[int], last: int) -> list[int]:
    """Return where each body ends: before the next heading that is not below it."""
    ends = [last] * len(headings)
    open_: list[int] = []
    for index, heading in enumerate(headings):
        while open_ and levels[open_[-1]] >= levels[index]:
            ends[open_.pop()] = heading.outer
        open_.append(index)
    return ends


def _parents(headings: Sequence[Heading], keys: Sequence[float]) -> list[int | None]:
    """Return the index of each heading's parent."""
    tree = _Tree(headings, keys)
    for index in range(len(headings)):
        tree.add(index)
    return tree.parents


@dataclass(slots=True)
class _Tree:
    """The tree as far as it has grown; `open` are the headings whose bodies are not closed, from the top down."""

    headings: Sequence[Heading]
    keys: Sequence[float]
    parents: list[int | None] = field(default_factory=list)
    depths: list[float] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    inverted: set[tuple[int | None, float, float]] = field(default_factory=set)

    def add(self, index: int) -> None:
        """Hang the next heading below the nearest open one that stands higher."""
        depth = self._depth(index)
        while self.open and self.depths[self.open[-1]] >= depth:
            self.open.pop()
        self.parents.append(self.open[-1] if self.open else None)
        self.depths.append(depth)
        self.open.append(index)

    def _depth(self, index: int) -> float:
        key = self.keys[index]
        for at in reversed(self.open):
            if self.keys[at] == key:
                return self.depths[at]
        if self.open and self._is_inverted(index, self.open[-1]):
            above = self.open[-1]
            self.inverted.add((self.parents[above], self.keys[above], key))
            return self.depths[above] + 0.5
        return key

    def _is_inverted(self, index: int, above: int) -> bool:
        """Tell whether a heading is used below one of a lower style: `1.` that contains `（一）`.

        It is, where the `（一）` stands under the first `1.` and the next one is `2.`, not another `1.`.
        """
        key, outer = self.keys[index], self.keys[above]
        if self.headings[index].ordinal != 1 or not _TOP < key < outer or self.headings[above].ordinal is None:
            return False
        if self.headings[above].ordinal != 1 and (self.parents[above], outer, key) not in self.inverted:
            return False
        for later in range(index + 1, min(index + _LOOK_AHEAD, len(self.keys))):
            if self.keys[later] == outer:
                return self.headings[later].ordinal != 1
            if self.keys[later] < key:
                break
        return True
