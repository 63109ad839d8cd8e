"""Who the text speaks of: the head of the office, a deputy, the unit, or nobody.

A head who is spoken of does not always act: a committee presses (压实党政主要负责人…职责), a group
has a chair (局长任组长), a speech is studied (学习贯彻县委书记讲话精神). In Chinese the subject is said
once and carried over from clause to clause until another one opens a clause.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from report_lint.parsing.lexicon import Hit, Lexicon
from report_lint.text import Intervals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from report_lint.vocabulary import Persons
    from report_lint.wording import Wordings

Role = Literal["head", "member", "pressed", "deputy", "unit"]
Subject = Literal["stated", "carried", "deputy", "unit", "nobody"]

_CLAUSE_MARKS = "，。；：！？\n"
_LONGEST_CLAUSE = 40
_LONGEST_LEAD = 12
_MEMBERSHIP = 14
# 党组书记、局长; 局主要负责人和班子成员; 镇党委的书记
_JOINTS = frozenset(("", "、", "和", "及", "与", "的", "以及", "暨", "兼"))
_LONGEST_JOINT = 2


class Mention(NamedTuple):
    """A place that names somebody, and whether they act: `member` and `pressed` name the head without an act."""

    start: int
    end: int
    role: Role


def person_words(persons: Persons) -> dict[str, Wordings]:
    """Return the wordings that `mentions` needs to have been searched, by key."""
    keys = ("heads", "not_heads", "deputies", "units", "not_units", "appeals", "acts")
    return {key: getattr(persons, key) for key in keys}


@lru_cache(maxsize=8)
def person_lexicon(persons: Persons) -> Lexicon:
    """Return the person words ready to be searched."""
    return Lexicon(person_words(persons))


def mentions(text: str, hits: Mapping[str, Sequence[tuple[int, int]]], persons: Persons) -> list[Mention]:
    """Return who is named where in a folded text, in its order; `hits` are the places of `person_words` by key."""
    masks = {key: Intervals(hits.get(f"not_{key}", ())) for key in ("heads", "units")}
    kept = sorted(
        Hit(start, end, key)
        for key in _NAMING
        for start, end in hits.get(key, ())
        if key not in masks or not masks[key].overlaps(start, end)
    )
    return [mention for run in _runs(text, kept) if (mention := _mention(text, run, persons)) is not None]


_NAMING = ("heads", "deputies", "units", "appeals")


def _runs(text: str, hits: Sequence[Hit]) -> Iterator[list[Hit]]:
    """Join what names one actor: 县委、县政府主要负责人 is a run of two units and a head; 要求各… opens another."""
    run: list[Hit] = []
    end = 0
    for hit in hits:
        apart = hit.key == "appeals" or hit.start - end > _LONGEST_JOINT or text[end : hit.start] not in _JOINTS
        if run and apart:
            yield run
            run = []
        run.append(hit)
        end = max(end, hit.end)
    if run:
        yield run


def _mention(text: str, run: Sequence[Hit], persons: Persons) -> Mention | None:
    start, end = run[0].start, max(hit.end for hit in run)
    keys = {hit.key for hit in run}
    before = _clause_before(text, start)
    if "heads" in keys:
        return None if _in_title(text, start) else Mention(start, end, _head_role(text, end, before, persons))
    if "appeals" in keys:
        return Mention(start, end, "unit")
    if len(before) > _LONGEST_LEAD or (before and persons.leads.masked(before).strip()):
        return None
    return Mention(start, end, "deputy" if "deputies" in keys else "unit")


def _head_role(text: str, end: int, before: str, persons: Persons) -> Role:
    if persons.members.search(text[end : end + _MEMBERSHIP]):
        return "member"
    return "pressed" if persons.presses.search(before) else "head"


def _clause_before(text: str, start: int) -> str:
    window = text[max(0, start - _LONGEST_CLAUSE) : start]
    return window[max(window.rfind(mark) for mark in _CLAUSE_MARKS) + 1 :]


def _in_title(text: str, start: int) -> bool:
    window = text[max(0, start - _LONGEST_CLAUSE) : start]
    return window.rfind("《") > window.rfind("》")


class Subjects:
    """Who acts at any place of a text."""

    __slots__ = ("_acting", "_breaks", "_sentences", "_starts")

    def __init__(self, found: Iterable[Mention], sentences: Sequence[int], breaks: Sequence[int]) -> None:
        """Take the mentions, where sentences begin, and where no subject is carried over (paragraphs, headings)."""
        self._acting = [mention for mention in found if mention.role in ("head", "deputy", "unit")]
        self._starts = [mention.start for mention in self._acting]
        self._sentences = sentences
        self._breaks = breaks

    def at(self, offset: int) -> Subject:
        """Return who acts: the head `stated` in the sentence or `carried` over in the paragraph, or somebody else."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or self._starts[at] < _last(self._breaks, offset):
            return "nobody"
        role = self._acting[at].role
        if role == "head":
            return "stated" if self._starts[at] >= _last(self._sentences, offset) else "carried"
        return "deputy" if role == "deputy" else "unit"


def _last(starts: Sequence[int], offset: int) -> int:
    at = bisect_right(starts, offset)
    return starts[at - 1] if at else 0
