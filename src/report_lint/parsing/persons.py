"""Who the text speaks of: the head of the office, a deputy, the unit, or nobody.

A head who is spoken of does not always act: a committee presses (压实党政主要负责人…职责), a group
has a chair (局长任组长), a speech is studied (学习贯彻县委书记讲话精神). In Chinese the subject is said
once and carried over from clause to clause until another one opens a clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.clauses import clause_start
from report_lint.parsing.lexicon import Hit, Lexicon
from report_lint.parsing.title_spans import title_spans
from report_lint.text import Intervals
from report_lint.wording import to_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from report_lint.parsing.posts import Posts
    from report_lint.vocabulary import Persons
    from report_lint.wording import Wordings

Role = Literal["chair", "head", "member", "pressed", "deputy", "unit", "told", "other", "committee"]
Subject = Literal["stated", "carried", "deputy", "unit", "nobody"]
Side = Literal["party", "government"]

# Letters that the name of a place before an office has not: “协调增配乡镇执法人员”.
_SAYS = lazy_pattern(
    "[为对向给在与和到由把将从以的了长记增配协督推赴查派听调]|支持|尊重|邀请|联合|走访|争取|服从|参[与加]|[出列]席|[报提商]请|落实|办理|整改"
)
_HANDED = lazy_pattern("[由经请陪同会向]")  # “由市局局长宣读”, “陪同县长调研” are not about that head alone
_PERSON_WORDS = (
    *("heads", "not_heads", "other_heads", "deputies", "units", "not_units", "committees"),
    *("appeals", "acts", "drives"),
)
_GOVERNED = 12
_URGED = 20  # “提醒行政机关负责人出庭应诉、主要负责人每年出庭”
_LONGEST_CLAUSE = 40
_LONGEST_LEAD = 16
# “厅法治建设领导小组办公室”: what a group is for, between the office and its name
_MATTER = lazy_pattern("(?:全面)?(?:推进)?(?:依法治.|依法行政|法治(?:政府)?建设|法治|普法|行政执法)(?:工作)?$")
_GROUPS = ("领导小组", "委员会", "专班", "办公室")
_BODIES = ("", "局", "厅", "委", "办", "院")
_PLACES = tuple("省市州盟县区旗镇乡")  # “云岭县司法局”: a place before the name of a unit
_MEMBERSHIP = 14
# 党组书记、局长; 局主要负责人和班子成员; 镇党委的书记
_JOINTS = frozenset(("", "、", "和", "及", "与", "的", "以及", "暨", "兼"))
_LONGEST_JOINT = 2


class Mention(NamedTuple):
    """A place that names somebody, and whether they act.

    `member` and `pressed` name the head without an act, and `chair` is a head who acts in the rest of the
    sentence (县长任组长，5次调度…); `told` are people whom somebody asks to act, and
    `other` is the head of another office. A `committee` acts where nobody else has been named.
    """

    start: int
    end: int
    role: Role
    words: str = ""

    @property
    def acts(self) -> bool:
        """Tell whether it names who acts from here on."""
        return self.role not in ("member", "chair", "pressed", "committee")


def person_words(persons: Persons) -> dict[str, Wordings]:
    """Return the wordings that `mentions` needs to have been searched, by key."""
    return {key: getattr(persons, key) for key in _PERSON_WORDS}


@lru_cache(maxsize=8)
def person_lexicon(persons: Persons) -> Lexicon:
    """Return the person words ready to be searched."""
    return Lexicon(person_words(persons))


def mentions(
    text: str,
    hits: Mapping[str, Sequence[tuple[int, int]]],
    persons: Persons,
    titles: Sequence[tuple[int, int]] | None = None,
    posts: Posts | None = None,
) -> list[Mention]:
    """Return who is named where in a folded text, in its order.

    `hits` are the places of `person_words` by key, `titles` those of 《…》 where they are known; `posts` tells
    the own head from those of others.
    """
    no_heads = sorted([*hits.get("not_heads", ()), *hits.get("other_heads", ())])
    masks = {"heads": Intervals(no_heads), "units": Intervals(hits.get("not_units", ()))}
    kept = sorted(
        Hit(start, end, key)
        for key in _NAMING
        for start, end in hits.get(key, ())
        if key not in masks or not masks[key].overlaps(start, end)
    )
    quoted = Intervals(title_spans(text) if titles is None else titles)
    if posts is not None and posts.level == "township":
        kept = [hit._replace(key="heads") if _of_township(text, hit) else hit for hit in kept]
    reader = _Reader(text, persons, quoted, posts)
    return [mention for run in _runs(text, kept) if (mention := reader.mention(run)) is not None]


_NAMING = ("heads", "other_heads", "deputies", "units", "appeals", "committees")


def _of_township(text: str, hit: Hit) -> bool:
    """Tell whether a name is the heads' of townships, which in a township's own report are the own ones."""
    return hit.key == "other_heads" and text.startswith(("乡镇", "镇街", "镇（街道）", "乡镇（街道）"), hit.start)


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


@dataclass(frozen=True, slots=True)
class _Reader:
    """Tells what a run of names stands for."""

    text: str
    persons: Persons
    quoted: Intervals
    posts: Posts | None

    def mention(self, run: Sequence[Hit]) -> Mention | None:
        start, end = run[0].start, max(hit.end for hit in run)
        if self.quoted.overlaps(start, end):
            return None
        keys = {hit.key for hit in run}
        before = _clause_before(self.text, start)
        if "heads" in keys and self._own(run):
            return Mention(start, end, self._head_role(end, before), self.text[start:end])
        if "appeals" in keys:
            return Mention(start, end, "told")
        if keys & {"heads", "other_heads"}:
            return self._other(start, end, before)
        if before and not self._opens_clause(before) and not self._named_apart(keys, before, start):
            return None
        role: Role = "committee" if "committees" in keys else "unit"
        return Mention(start, end, "deputy" if "deputies" in keys else role)

    def _own(self, run: Sequence[Hit]) -> bool:
        """Tell whether the posts of a run are the own head's: what stands before the first says whose all are."""
        if self.posts is None:
            return True
        first = next(hit for hit in run if hit.key == "heads")
        return self.posts.own(_clause_before(self.text, first.start), self.text[first.start : first.end])

    def _other(self, start: int, end: int, before: str) -> Mention | None:
        """Return the head of another office where they act, or are asked to."""
        if self._near(self.persons.urges, before):
            return Mention(start, end, "told")
        opens = len(before) <= _LONGEST_LEAD and not self._presses(before)
        return Mention(start, end, "other") if opens and not _HANDED.search(before) else None

    def _opens_clause(self, before: str) -> bool:
        """Tell whether nothing but a lead or the name of a place stands before the name of an actor in its clause."""
        if len(before) > _LONGEST_LEAD:
            return False
        left = _pattern(self.persons.leads).sub("", before).strip()
        return not left or (left.endswith(_PLACES) and _SAYS.search(left) is None and not self._presses(left))

    def _named_apart(self, keys: set[str], before: str, start: int) -> bool:
        """Tell whether somebody acts though words stand before: 由司法局…, 王副局长…, 厅法治建设领导小组办公室…."""
        if before.endswith("由") or ("deputies" in keys and self._names_deputy(before)):
            return True
        return self.text.startswith(_GROUPS, start) and _MATTER.sub("", before).strip() in _BODIES

    def _names_deputy(self, before: str) -> bool:
        """Tell whether no more than a body or a surname stands before a deputy's office: 局分管领导, 今年王副局长."""
        left = _pattern(self.persons.leads).sub("", before).strip()
        return left in _BODIES or _pattern(self.persons.surnames).fullmatch(left) is not None

    def _presses(self, before: str) -> bool:
        return _pattern(self.persons.presses).search(before) is not None

    def _head_role(self, end: int, before: str) -> Role:
        if _pattern(self.persons.members).search(self.text[end : end + _MEMBERSHIP]):
            return "member" if before and not self._opens_clause(before) else "chair"
        if self._near(self.persons.urges, before, _URGED):
            return "told"
        return "pressed" if self._near(self.persons.presses, before) else "head"

    @staticmethod
    def _near(verbs: Wordings, before: str, reach: int = _GOVERNED) -> bool:
        """Tell whether a verb stands close enough before a name to govern it."""
        return bool(before) and _pattern(verbs).search(before[-reach:]) is not None


@lru_cache(maxsize=32)
def _pattern(words: Wordings) -> re.Pattern[str]:
    """Return one pattern of some wordings, for the few characters around a name."""
    return re.compile("|".join(map(to_pattern, words.sources)) or "(?!)")


def _clause_before(text: str, start: int) -> str:
    return text[clause_start(text, start, _LONGEST_CLAUSE) : start]


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

    __slots__ = (
        "_acting",
        "_before",
        "_breaks",
        "_chairs",
        "_committees",
        "_frame_starts",
        "_frames",
        "_sentences",
        "_starts",
    )

    def __init__(
        self,
        found: Iterable[Mention],
        sentences: Sequence[int],
        breaks: Sequence[int],
        frames: Sequence[tuple[int, Mention | None]] = (),
    ) -> None:
        """Take the mentions, where sentences begin, and where no subject is carried over (paragraphs, headings).

        From the start of each of `frames` to the next, its mention acts where nobody else is named.
        """
        named = list(found)
        self._committees = [mention for mention in named if mention.role == "committee"]
        self._chairs = [mention for mention in named if mention.role == "chair"]
        self._acting = [mention for mention in named if mention.acts]
        self._starts = [mention.start for mention in self._acting]
        # An appeal hands its own sentence over, no more: the number of the last actor that is none, for each.
        numbers = (at if one.role != "told" else -1 for at, one in enumerate(self._acting))
        self._before = list(accumulate(numbers, max, initial=-1))[1:]
        self._sentences = sentences
        self._frames = frames
        self._frame_starts = [start for start, _ in frames]
        self._breaks = sorted({*breaks, *self._frame_starts}) if frames else breaks

    def acting(self, offset: int) -> Mention | None:
        """Return the mention of who acts, or None where nobody has been named yet."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and self._acting[at].role == "told" and self._starts[at] < _last(self._sentences, offset):
            at = self._before[at]
        chair = self._in_sentence(self._chairs, offset)
        if at >= 0 and self._starts[at] >= _last(self._breaks, offset):
            return chair if chair is not None and chair.start > self._starts[at] else self._acting[at]
        frame = bisect_right(self._frame_starts, offset) - 1
        framed = self._frames[frame][1] if frame >= 0 else None
        return chair or framed or self._in_sentence(self._committees, offset)

    def _in_sentence(self, found: Sequence[Mention], offset: int) -> Mention | None:
        """Return the last of some mentions that the sentence has before an offset: 局党组会议研究…."""
        at = bisect_right(found, (offset + 1,)) - 1
        return found[at] if at >= 0 and found[at].start >= _last(self._sentences, offset) else None

    def at(self, offset: int) -> Subject:
        """Return who acts: the head `stated` in the sentence or `carried` over to it, or somebody else."""
        mention = self.acting(offset)
        if mention is None:
            return "nobody"
        if mention.role in ("head", "chair"):
            return "stated" if mention.start >= _last(self._sentences, offset) else "carried"
        return "deputy" if mention.role == "deputy" else "unit"


def _last(starts: Sequence[int], offset: int) -> int:
    at = bisect_right(starts, offset)
    return starts[at - 1] if at else 0
