"""Headings in a text that lost its line breaks: `…报告如下。 一、主要举措 （一）加强领导。…`.

They are looked for only where the starts of lines cannot give them, and taken only in sequence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from report_lint.parsing.breaks import BLANKS, line_end
from report_lint.parsing.numbering import STRONG, TOP, Token, to_token
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SKIP = 2  # a number may be lost with its heading
_LONG = 600  # characters of a line that may hold several headings


@cache
def _top() -> re.Pattern[str]:
    return re.compile(f"(?<=[。：！？”:!?{BLANKS}*]){TOP}")


@cache
def _any() -> re.Pattern[str]:
    return re.compile(f"(?<=[。；：！？”;:!?{BLANKS}*])(?:{STRONG})")


def lines_of(text: str, region: Span) -> Iterator[Span]:
    """Yield the lines of a region that hold anything."""
    at = region.start
    while at < region.end:
        end = line_end(text, at, region.end)
        if end > at:
            yield Span(at, end)
        at = end + 1


def long_lines(text: str, region: Span) -> Iterator[Span]:
    """Yield the lines that are too long to be one paragraph; the lines between them are leapt over."""
    at = region.start
    while region.end - at > _LONG:
        leap = text.rfind("\n", at, at + _LONG + 1)
        end = leap if leap >= 0 else line_end(text, at, region.end)
        if end - at > _LONG:
            yield Span(at, end)
        at = end + 1


def torn_lines(text: str, region: Span, tops: Sequence[Token]) -> Iterator[Span]:
    """Yield the lines that may hold several headings: overlong ones, and all between tops that leave a number out."""
    at = region.start
    for top, following in pairwise(tops):
        if (following.ordinal or 0) - (top.ordinal or 0) > 1:
            yield from long_lines(text, Span(at, top.start))
            yield from lines_of(text, Span(top.start, following.start))
            at = following.start
    yield from long_lines(text, Span(at, region.end))


def lost_tops(text: str, lines: Sequence[Span], tops: Sequence[Token]) -> list[Token]:
    """Return the level-1 numbers inside `lines` that go on the sequence of those at line starts, `tops`."""
    starts = [top.start for top in tops]
    found: list[Token] = []
    for line in lines:
        for match in _top().finditer(text, line.start, line.end):
            token = to_token(match, match.start())
            place = bisect_right(starts, token.start)
            before = max([*tops[max(place - 1, 0) : place], *found[-1:]], key=_start, default=None)
            expected = (before.ordinal or 0) + 1 if before else 1
            following = tops[place].ordinal if place < len(tops) else None
            if token.ordinal == expected and (following is None or following > expected):
                found.append(token)
    return found if tops or len(found) > 1 else []


def lost_numbers(text: str, line: Span, known: Sequence[Token]) -> list[Token]:
    """Return all heading numbers of a line that lost its breaks: the known ones and those below level 1.

    Below level 1 a number is taken where it begins a sequence or goes on with one, a number lost or
    written twice allowed.
    """
    found = {token.start: token for token in known}
    last = {token.rank or 0: token.ordinal or 0 for token in known[:1]}
    for match in _any().finditer(text, line.start, line.end):
        token = to_token(match, match.start())
        rank, ordinal = token.rank or 0, token.ordinal or 0
        if token.start not in found:
            if rank <= 1 or not (ordinal == 1 or (ordinal and 0 <= ordinal - last.get(rank, 0) <= _SKIP)):
                continue
            found[token.start] = token
        if rank <= 1:
            last = {3: last.get(3, 0)}
        last[rank] = ordinal
    return sorted(found.values(), key=_start)


def _start(token: Token) -> int:
    return token.start
