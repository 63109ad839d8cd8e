"""Who the text speaks of: the head of the office, a deputy, the unit, or nobody.

A head who is spoken of does not always act: a committee presses (压实党政主要负责人…职责), a group
has a chair (局长任组长), a speech is studied (学习贯彻县委书记讲话精神). In Chinese the subject is said
once and carried over from clause to clause until another one opens a clause.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from report_lint.parsing.lexicon import Hit, Lexicon
from report_lint.parsing.title_spans import title_spans
from report_lint.text import Intervals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from report_lint.vocabulary import Persons
    from report_lint.wording import Wordings

Role = Literal["head", "member", "pressed", "deputy", "unit", "told"]
Subject = Literal["stated", "carried", "deputy", "unit", "nobody"]
Side = Literal["party", "government"]

_CLAUSE_MARKS = "，。；：！？\n"
_LONGEST_CLAUSE = 40
_LONGEST_LEAD = 16
_PLACES = tuple("省市州盟县区旗镇乡")  # “云岭县司法局”: a place before the name of a unit
_MEMBERSHIP = 14
# 党组书记、局长; 局主要负责人和班子成员; 镇党委的书记
_JOINTS = frozenset(("", "、", "和", "及", "与", "的", "以及", "暨", "兼"))
_LONGEST_JOINT = 2


class Mention(NamedTuple):
    """A place that names somebody, and whether they act.

    `member` and `pressed` name the head without an act; `told` are units that somebody appeals to.
    """

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


def mentions(
    text: str,
    hits: Mapping[str, Sequence[tuple[int, int]]],
    persons: Persons,
    titles: Sequence[tuple[int, int]] | None = None,
) -> list[Mention]:
    """Return who is named where in a folded text, in its order.

    `hits` are the places of `person_words` by key, `titles` those of 《…》 where they are known.
    """
    masks = {key: Intervals(hits.get(f"not_{key}", ())) for key in ("heads", "units")}
    kept = sorted(
        Hit(start, end, key)
        for key in _NAMING
        for start, end in hits.get(key, ())
        if key not in masks or not masks[key].overlaps(start, end)
    )
    quoted = Intervals(title_spans(text) if titles is None else titles)
    return [mention for run in _runs(text, kept) if (mention := _mention(text, run, persons, quoted)) is not None]


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


def _mention(text: str, run: Sequence[Hit], persons: Persons, quoted: Intervals) -> Mention | None:
    start, end = run[0].start, max(hit.end for hit in run)
    keys = {hit.key for hit in run}
    if quoted.overlaps(start, end):
        return None
    before = _clause_before(text, start)
    if "heads" in keys:
        return Mention(start, end, _head_role(text, end, before, persons))
    if "appeals" in keys:
        return Mention(start, end, "told")
    if before and not _opens_clause(before, persons):
        return None
    return Mention(start, end, "deputy" if "deputies" in keys else "unit")


def _opens_clause(before: str, persons: Persons) -> bool:
    """Tell whether nothing but a lead or the name of a place stands before the name of an actor in its clause."""
    if len(before) > _LONGEST_LEAD:
        return False
    left = persons.leads.masked(before).strip()
    return not left or (left.endswith(_PLACES) and persons.presses.search(left) is None)


def _head_role(text: str, end: int, before: str, persons: Persons) -> Role:
    if persons.members.search(text[end : end + _MEMBERSHIP]):
        return "member"
    return "pressed" if persons.presses.search(before) else "head"


def _clause_before(text: str, start: int) -> str:
    window = text[max(0, start - _LONGEST_CLAUSE) : start]
    return window[max(window.rfind(mark) for mark in _CLAUSE_MARKS) + 1 :]


def side(words: str, persons: Persons) -> Side | None:
    """Return which of two heads the words of a mention name: 镇党委书记, 镇长; None for both or either.

    “县委副书记、县长” is the head of the government.
    """
    named = words.rpartition("副书记")[2]
    party, government = (group.search(named) is not None for group in (persons.party_heads, persons.government_heads))
    if party == government:
        return None
    return "party" if party else "government"


class Subjects:
    """Who acts at any place of a text."""

    __slots__ = ("_acting", "_before", "_breaks", "_sentences", "_starts")

    def __init__(self, found: Iterable[Mention], sentences: Sequence[int], breaks: Sequence[int]) -> None:
        """Take the mentions, where sentences begin, and where no subject is carried over (paragraphs, headings)."""
        self._acting = [mention for mention in found if mention.role not in ("member", "pressed")]
        self._starts = [mention.start for mention in self._acting]
        # An appeal hands its own sentence over, no more: the number of the last actor that is none, for each.
        self._before = list(
            accumulate((at if one.role != "told" else -1 for at, one in enumerate(self._acting)), max, initial=-1)
        )[1:]
        self._sentences = sentences
        self._breaks = breaks

    def acting(self, offset: int) -> Mention | None:
        """Return the mention of who acts, or None where the paragraph has named nobody yet."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and self._acting[at].role == "told" and self._starts[at] < _last(self._sentences, offset):
            at = self._before[at]
        return None if at < 0 or self._starts[at] < _last(self._breaks, offset) else self._acting[at]

    def at(self, offset: int) -> Subject:
        """Return who acts: the head `stated` in the sentence or `carried` over in the paragraph, or somebody else."""
        mention = self.acting(offset)
        if mention is None:
            return "nobody"
        if mention.role == "head":
            return "stated" if mention.start >= _last(self._sentences, offset) else "carried"
        return "deputy" if mention.role == "deputy" else "unit"


def _last(starts: Sequence[int], offset: int) -> int:
    at = bisect_right(starts, offset)
    return starts[at - 1] if at else 0
