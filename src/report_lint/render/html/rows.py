"""The full text as rows, one a line, cut into pieces wherever a finding begins or ends."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from report_lint.text import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that the same findings cover; `ends` are those of them that end with it."""

    text: str
    findings: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its end mark; `starts` are the findings that begin in it."""

    span: Span
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]


def rows(text: str, spans: Sequence[Span]) -> Iterator[Row]:
    """Yield the lines of a text; findings are known by their place in `spans` and may overlap and nest."""
    lines = LineIndex(text)
    starts = [lines.line_span(line).start for line in range(1, lines.line_count + 1)]
    pieces: defaultdict[int, list[Piece]] = defaultdict(list)
    for at, piece in _pieces(text, spans, starts):
        pieces[lines.position(at).line].append(piece)
    begun: defaultdict[int, list[int]] = defaultdict(list)
    for number in sorted(range(len(spans)), key=lambda number: (spans[number].start, number)):
        begun[lines.position(spans[number].start).line].append(number)
    for line, (start, end) in enumerate(pairwise([*starts, len(text)]), start=1):
        yield Row(Span(start, end), tuple(pieces[line]), tuple(begun[line]))


def _pieces(text: str, spans: Sequence[Span], line_starts: Sequence[int]) -> Iterator[tuple[int, Piece]]:
    opening, closing = defaultdict(list), defaultdict(list)
    for number, span in enumerate(spans):
        opening[span.start].append(number)
        closing[span.end].append(number)
    covering: dict[int, None] = {}
    for start, end in pairwise(sorted({*opening, *closing, *line_starts, len(text)})):
        for number in closing[start]:
            del covering[number]
        covering.update(dict.fromkeys(opening[start]))
        yield start, Piece(text[start:end], tuple(covering), tuple(closing[end]))
