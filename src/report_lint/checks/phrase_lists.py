"""Phrases with a fixed list of members, and what is wrong with such a list as a report writes it."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from report_lint.checks.plain import PlainList  # noqa: TC001  pydantic reads it
from report_lint.checks.years import Years
from report_lint.lazy import lazy_pattern
from report_lint.wording import EMPTY, WordingList

_JOINS = lazy_pattern("[、，；]|》[和及与]?《|以及|》[和及与]")
_LAST_JOIN = lazy_pattern("以及|[和及与]")
_LONGEST_PIECE = 40


class Phrase(Years):
    """A phrase, what its members are called (`names`) and the wordings that each may have.

    `also` may stand in such a list and is no member; `near` must stand in front of the phrase, where given.
    With `more` a list that has all members may have others too. `variant` is the variant of the rule.
    """

    phrase: PlainList
    names: tuple[str, ...] = Field(min_length=2)
    members: tuple[WordingList, ...]
    also: WordingList = EMPTY
    near: WordingList = EMPTY
    more: bool = False
    variant: str | None = None

    @model_validator(mode="after")
    def _named(self) -> Self:
        if len(self.names) != len(self.members):
            raise ValueError(f"names 有 {len(self.names)} 项，members 有 {len(self.members)} 项，应一一对应")
        if wrong := [name for at, name in enumerate(self.names) if at not in self.standing_in(name)]:
            raise ValueError(f"组成项“{wrong[0]}”不符合它自己的用语")
        return self

    def standing_in(self, piece: str) -> list[int]:
        """Return which members a piece of a list names."""
        return [at for at, member in enumerate(self.members) if member.search(piece)]


def reason_against(phrase: Phrase, written: str) -> str:
    """Return what is wrong with a list, or nothing; “等” says that it is not the whole list."""
    found: list[int] = []
    foreign: list[str] = []
    beside: list[str] = []
    for piece in () if "等" in written else _pieces(phrase, written):
        members = phrase.standing_in(piece)
        found += members
        if not members:
            (beside if phrase.also.search(piece) else foreign).append(piece)
    known, count = set(found), len(phrase.names)
    if len(found) + len(foreign) + len(beside) < count or len(known) < max(1, count - 2) or any(map(_is_long, foreign)):
        return ""
    wanting = [at for at in range(count) if at not in known]
    if not wanting and (phrase.more or not foreign):
        return ""
    if len(wanting) == 1 and foreign and (meant := _meant(phrase, foreign[0], wanting[0])):
        return f"“{foreign[0]}”应为“{meant}”"
    missing = "、".join(f"“{phrase.names[at]}”" for at in wanting)
    return "，".join([*([f"多出“{foreign[0]}”"] if foreign else []), *([f"缺少{missing}"] if missing else [])])


def _meant(phrase: Phrase, piece: str, at: int) -> str:
    """Return a member, no longer than need be, where a piece is that member with one character wrong; else nothing."""
    name = phrase.names[at]
    if len(set(piece) - set(name)) > 1:
        return ""
    short = name[: len(piece)]
    return short if phrase.members[at].search(short) else name


def _is_long(piece: str) -> bool:
    return len(piece) > _LONGEST_PIECE


def _pieces(phrase: Phrase, written: str) -> list[str]:
    """Return the items of a list; 和 in front of the last one joins only where an item is wanting."""
    pieces = [piece.strip("《》“”") for piece in _JOINS.split(written)]
    if len(pieces) < len(phrase.names):
        pieces[-1:] = _LAST_JOIN.split(pieces[-1])
    return [piece for piece in pieces if piece]
