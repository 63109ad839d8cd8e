"""The runs of a wording: the plain strings it can show between its gaps."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING

from report_lint.wording import GAP_LENGTHS, choices, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Run = tuple[str, ...]

DIGITS: Run = ("#",)  # the run of a number, found by a pattern of its own
_MOST_STRINGS = 400  # more choices than these are kept apart as runs that touch


def runs_of(source: str) -> tuple[list[Run], tuple[int, ...]]:
    """Return the runs and gaps of a wording; a run that may be empty only widens the gaps around it."""
    runs: list[Run] = []
    gaps: list[int] = []
    gap = 0
    for run, before in _linked_runs(source):
        gap += before
        if "" in run:
            gap += max(map(len, run))
            continue
        if runs:
            gaps.append(gap)
        runs.append(run)
        gap = 0
    return runs, tuple(gaps)


def _linked_runs(source: str) -> Iterator[tuple[Run, int]]:
    """Yield the runs of a wording, each with the gap in front of it."""
    gap = 0
    text: list[str] = []
    for piece in (*pieces_of(source), "$"):
        if piece not in GAP_LENGTHS and piece not in "#^$":
            text.append(piece)
            continue
        for run in _touching(text):
            yield run, gap
            gap = 0
        text = []
        if piece == "#":
            yield DIGITS, gap
            gap = 0
        gap += GAP_LENGTHS.get(piece, 0)


def _touching(pieces: Sequence[str]) -> Iterator[Run]:
    """Yield all that touching pieces can stand for as one run, or as several where that is too much."""
    if not pieces:
        return
    if len(pieces) > 1 and prod(len(choices(piece)) for piece in pieces) > _MOST_STRINGS:
        cut = _cut(pieces)
        if cut:
            yield from _touching(pieces[:cut])
            yield from _touching(pieces[cut:])
            return
    yield tuple(dict.fromkeys(map("".join, product(*map(choices, pieces)))))


def _cut(pieces: Sequence[str]) -> int:
    """Return where touching pieces can be cut so that no half may be empty; 0 for nowhere."""
    certain = ["" not in choices(piece) for piece in pieces]
    return next((at for at in range(len(pieces) - 1, 0, -1) if any(certain[:at]) and any(certain[at:])), 0)
