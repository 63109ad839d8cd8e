"""Wordings: how a pack writes down what to look for, readable without knowing patterns.

    听取…工作汇报          … is a gap of up to twelve characters inside one sentence
    听取……工作汇报         …… is a gap of up to thirty
    [县|市|区]长           one of several; an empty choice makes it optional: 党政[主要|]负责人
    召开会议#次            # is a number, Arabic or Chinese
    ^下一步                ^ is the start of what is searched (a heading, a sentence)
    情况$                  $ is its end

Wordings search folded text (no blanks, full-width brackets and commas).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

import regex
from pydantic import PlainSerializer, PlainValidator

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A search may take so many seconds, and as many again for every so many characters of a long text: what grows
# with the text alone never comes near it.
TIMEOUT_SECONDS, _TIMEOUT_EACH = 2.0, 100_000

STOPS = "。；！？\n"  # no gap crosses the end of a sentence
GAP_LENGTHS = {"…": 12, "……": 30}
NUMBER = "(?:[0-9][0-9.]{0,15}|[〇○零一二三四五六七八九十百千万两]{1,16})"
_MOST_GAPS = 3
_TOKEN = lazy_pattern(r"……|…|#|\^|\$|\[[^\[\]]*\]|[^…#^$\[\]]+|.", re.DOTALL)


class WordingError(ValueError):
    """A wording cannot be used; the message says why, in Chinese."""


def pieces_of(wording: str) -> tuple[str, ...]:
    """Return the pieces of a wording: plain characters, [choices], gaps, #, ^ and $."""
    return tuple(_TOKEN.findall(wording.strip()))


def choices(piece: str) -> tuple[str, ...]:
    """Return what a piece of plain characters or a [choice] can stand for."""
    return tuple(piece[1:-1].split("|")) if piece[0] == "[" else (piece,)


def to_pattern(wording: str) -> str:
    """Return the pattern of one wording.

    Raises:
        WordingError: it is empty, has an unmatched bracket or too many gaps, or no character of it must be there.
    """
    pieces = pieces_of(wording)
    _refuse_useless(wording, pieces)
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: str) -> str:
    if piece in GAP_LENGTHS:
        return f"[^{STOPS}]{{0,{GAP_LENGTHS[piece]}}}?"
    if piece == "#":
        return NUMBER
    if piece in "^$":
        return piece
    if piece[0] == "[":
        return "(?:" + "|".join(map(re.escape, choices(piece))) + ")"
    return re.escape(piece)


def _refuse_useless(wording: str, pieces: tuple[str, ...]) -> None:
    if any(piece in "[]" for piece in pieces):
        msg = f"用语“{wording}”的方括号不成对"
        raise WordingError(msg)
    written = [choices(piece) for piece in pieces if piece not in GAP_LENGTHS and piece not in "#^$"]
    if not any(choice for options in written for choice in options):
        msg = f"用语“{wording}”没有可查找的字"
        raise WordingError(msg)
    if all("" in options for options in written):
        msg = f"用语“{wording}”里的字都可有可无，等于什么都匹配"
        raise WordingError(msg)
    if odd := next((piece for piece in pieces if piece[0] == "[" and set(piece) & set("#…^$")), None):
        msg = f"用语“{wording}”的“{odd}”里只能写字，… # ^ $ 要写在方括号外面"
        raise WordingError(msg)
    if sum(piece in GAP_LENGTHS for piece in pieces) > _MOST_GAPS:
        msg = f"用语“{wording}”的间隔太多，最多 {_MOST_GAPS} 处"
        raise WordingError(msg)


def longest_literal(wording: str) -> str:
    """Return the longest run of plain characters that every match must contain."""
    return max((piece for piece in pieces_of(wording) if piece[0] not in "…#^$[]"), key=len, default="")


def shortest(wording: str) -> int:
    """Return how many characters of a wording must be there at least, gaps and numbers apart."""
    return sum(min(map(len, choices(piece))) for piece in pieces_of(wording) if piece[0] not in "…#^$")


def instances(wording: str) -> Iterator[str]:
    """Yield short texts that a wording matches: each choice with the first of the others, the gaps narrow and wide."""
    pieces = pieces_of(wording)
    firsts = [_instance(piece) for piece in pieces]
    for gap in ("", "甲"):
        filled = [gap if piece in GAP_LENGTHS else first for piece, first in zip(pieces, firsts, strict=True)]
        for at, piece in enumerate(pieces):
            for choice in choices(piece) if piece[0] == "[" else firsts[at : at + 1]:
                yield "".join([*filled[:at], gap if piece in GAP_LENGTHS else choice, *filled[at + 1 :]])


def _instance(piece: str) -> str:
    return "3" if piece == "#" else choices(piece)[0]


def shadowed(evidence: Wordings, lookalikes: Wordings) -> bool:
    """Tell whether look-alikes overlap everything that the wordings of some evidence can match."""
    return all(
        _may_stand(lookalikes, text) and lookalikes.search(text) is not None
        for wording in evidence.sources
        for text in instances(wording)
    )


def _may_stand(wordings_: Wordings, text: str) -> bool:
    """Tell whether all the words of one of some wordings stand in a text; no pattern is compiled to know."""
    return any(
        all(any(choice in text for choice in choices(piece)) for piece in pieces_of(source) if piece[0] not in "…#^$")
        for source in wordings_.sources
    )


def _timeout(text: str) -> float:
    return TIMEOUT_SECONDS * (1 + len(text) / _TIMEOUT_EACH)


class Wordings:
    """Several wordings searched as one; compiled at first use, and only when a literal of theirs is there."""

    __slots__ = ("_compiled", "_literals", "sources")

    def __init__(self, sources: Sequence[str]) -> None:
        """Check the wordings; raises WordingError."""
        self.sources = tuple(sources)
        for source in self.sources:
            _refuse_useless(source, pieces_of(source))
        self._literals = tuple(longest_literal(source) for source in self.sources)
        self._compiled: regex.Pattern[str] | None = None

    def __bool__(self) -> bool:
        """Tell whether there is any wording."""
        return bool(self.sources)

    def __repr__(self) -> str:
        """Show the wordings."""
        return f"Wordings({list(self.sources)!r})"

    def _pattern(self) -> regex.Pattern[str]:
        if self._compiled is None:
            self._compiled = regex.compile("|".join(map(to_pattern, self.sources)))
        return self._compiled

    def _possible(self, text: str) -> bool:
        return any(not literal or literal in text for literal in self._literals)

    def search(self, text: str) -> regex.Match[str] | None:
        """Return the first match in a folded text, or None."""
        if not self.sources or not self._possible(text):
            return None
        return self._pattern().search(text, timeout=_timeout(text))

    def finditer(self, text: str) -> Iterator[regex.Match[str]]:
        """Yield the matches in a folded text, left to right."""
        if self.sources and self._possible(text):
            yield from self._pattern().finditer(text, timeout=_timeout(text))

    def masked(self, text: str) -> str:
        """Return the text with every match overwritten by spaces, so that nothing matches there again."""
        if not self.sources or not self._possible(text):
            return text
        masked: str = self._pattern().sub(lambda match: " " * len(match[0]), text, timeout=_timeout(text))
        return masked


@lru_cache(maxsize=512)
def wordings(sources: tuple[str, ...]) -> Wordings:
    """Return the wordings object of these sources."""
    return Wordings(sources)


def _validate(value: object) -> Wordings:
    if isinstance(value, Wordings):
        return value
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        msg = '应为一列用语，例如 ["听取…工作汇报"]'
        raise ValueError(msg)
    return wordings(tuple(value))


WordingList = Annotated[Wordings, PlainValidator(_validate), PlainSerializer(lambda value: list(value.sources))]
EMPTY = Wordings(())
