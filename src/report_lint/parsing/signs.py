"""The words that show a duty in a reading: how far they show it, and whose act they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from report_lint.document import Actor, DutyStatus
    from report_lint.parsing.persons import Mention
    from report_lint.parsing.reading import Reading
    from report_lint.vocabulary import Duty

Kind = Literal["evidence", "mentions", "anywhere", "office"]
Place = tuple[int, int]


class Sign(NamedTuple):
    """Words that show a duty: how far, where, and whose act they tell; `vague` ones say least.

    A heading names what is told below it, and a word such as 普法 names the duty and no act. What others
    did is `absent` for the head, and shown as theirs.
    """

    status: DutyStatus
    span: Span
    actor: Actor
    vague: int


class Signs:
    """The signs of one duty in a reading, looked for kind by kind."""

    __slots__ = ("_duty", "_lookalikes", "_reading")

    def __init__(self, duty: Duty, reading: Reading) -> None:
        """Find the look-alikes of the duty."""
        self._duty = duty
        self._reading = reading
        self._lookalikes: Intervals | None = None

    def of_the_head(self) -> Iterator[Sign]:
        """Yield what stands where the head is spoken of, and what settles the duty wherever it stands."""
        yield from self._weighed("evidence", self._places("evidence", about_head=True))
        yield from self._weighed("anywhere", self._places("anywhere"))

    def hints(self) -> Iterator[Sign]:
        """Yield what only names the duty, and work of the office where that counts."""
        if self._duty.office_counts:
            yield from self.elsewhere()
        yield from self._weighed("mentions", self._places("mentions"))
        yield from self._weighed("office", self._places("office"))

    def elsewhere(self) -> Iterator[Sign]:
        """Yield the evidence that stands where nothing is said of the head."""
        yield from self._weighed("evidence", self._places("evidence", about_head=False))

    def excuses(self) -> Iterable[Span]:
        """Return what says that there was no occasion."""
        return [Span(*place) for place in self._places("excused") if not self._alike(*place)]

    def _places(self, kind: str, *, about_head: bool | None = None) -> Iterable[Place]:
        return self._reading.places(f"{self._duty.id}.{kind}", about_head=about_head)

    def _weighed(self, kind: Kind, places: Iterable[Place]) -> Iterator[Sign]:
        reading = self._reading
        for start, end in places:
            if not self._possible(start, end):
                continue
            mention = reading.subjects.acting(start)
            status, actor = self._weight(kind, mention, start, end)
            heading = reading.grid.in_heading(start)
            if status is None or (heading and actor == "office"):
                continue
            if heading and status == "evidenced" and not self._told(mention, start, end):
                status = "mentioned"
            vague = kind == "mentions" or (status == "absent" and not reading.factual(start, end, mention))
            yield Sign(status, Span(start, end), actor, 2 * heading + vague)

    def _told(self, mention: Mention | None, start: int, end: int) -> bool:
        """Tell whether a heading tells an act: “（五）抓学法述法” only says what follows."""
        named = mention is not None and self._reading.in_sentence(mention, start)
        return named or self._reading.factual(start, end, mention)

    def _possible(self, start: int, end: int) -> bool:
        """Tell whether words can be an act at all: it was done, is no title, and is about the matter of the duty."""
        duty, reading = self._duty, self._reading
        if self._alike(start, end) or reading.void.overlaps(start, end):
            return False
        if reading.named(start, end, reads=duty.reads):
            return False
        return not duty.needs or reading.has(f"{duty.id}.needs", start, before=True) or reading.bare(start, end)

    def _alike(self, start: int, end: int) -> bool:
        """Tell whether words only look like the duty: 未发生行政诉讼败诉案件 does not say that nobody sued."""
        if self._lookalikes is None:
            self._lookalikes = Intervals(self._places("lookalikes"))
        return self._lookalikes.overlaps(start, end)

    def _weight(self, kind: Kind, mention: Mention | None, start: int, end: int) -> tuple[DutyStatus | None, Actor]:
        """Return how far words show the duty, and whose act they tell; None where they show nothing."""
        if kind == "anywhere":
            return "evidenced", self._reading.actor(mention, start)
        status = None if kind == "office" else self._of_head(kind, mention, start, end)
        if status is not None:
            return status, self._reading.actor(mention, start)
        if mention is not None and mention.role in ("told", "other"):
            # “全省共有312名行政机关主要负责人出庭应诉” is a figure of the office.
            counted = kind == "office" and self._reading.text.endswith("行政机关", 0, mention.start)
            return ("mentioned" if counted else None), "office"
        if (mention is None or mention.role != "deputy") and self._counts_of_the_office(kind, mention, start, end):
            return "mentioned", "office"
        return ("absent" if kind == "evidence" else None), "office"

    def _of_head(self, kind: Kind, mention: Mention | None, start: int, end: int) -> DutyStatus | None:
        """Return how far words show the duty as the head's, None where they are not told of the head."""
        reading, own = self._reading, self._reading.own(start)
        if mention is None:
            if not own:
                return None
            # “组织培训15次” under the head's heading is the office's work, “完善决策程序” a formula about the head.
            if reading.factual(start, end, mention) and not reading.personal(start):
                return None
        elif mention.role not in ("head", "chair") or (
            not own and not reading.in_sentence(mention, start) and (kind == "mentions" or not reading.personal(start))
        ):
            return None
        if kind == "mentions":
            return "mentioned"
        return "evidenced" if self._states_fact(mention, start, end) else "mentioned"

    def _states_fact(self, mention: Mention | None, start: int, end: int) -> bool:
        """Tell whether something is counted or named, or named what is a fact for this duty: 就水价调整举行听证."""
        duty, reading = self._duty, self._reading
        if duty.plain or reading.factual(start, end, mention):
            return True
        return bool(duty.facts) and reading.has(f"{duty.id}.facts", start)

    def _counts_of_the_office(self, kind: Kind, mention: Mention | None, start: int, end: int) -> bool:
        """Tell whether words count though they are not told of the head."""
        if kind == "office":
            return not self._reading.urged(start)
        return self._duty.office_counts and (kind == "evidence" or self._reading.factual(start, end, mention))
