"""What is counted when the duty check is compared with the labels of duty_set/."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from report_lint import lint_text, load_ruleset
from report_lint.parsing import parse
from report_lint.parsing.duties import reading_of
from report_lint.parsing.profile import parse_profile
from report_lint.text import SourceText, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from duty_labels import Part, Sentence, Wanted

    from report_lint import ChecklistItem

SHOWN = {"met": "evidenced", "partly": "mentioned"}


@dataclass
class Score:
    """Counts of what was found rightly, found wrongly and not found."""

    right: int = 0
    wrong: int = 0
    lost: int = 0

    def add(self, *, right: int = 0, wrong: int = 0, lost: int = 0) -> None:
        """Count some more."""
        self.right += right
        self.wrong += wrong
        self.lost += lost

    @property
    def precision(self) -> float:
        """Return how much of what was found is right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Return how much of what is there was found."""
        return self.right / max(self.right + self.lost, 1)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of the two."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.lost, 1)

    def line(self) -> str:
        """Return the figures in one line."""
        counts = f"{self.right} right, {self.wrong} wrong, {self.lost} lost"
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({counts})"


@dataclass
class Result:
    """What the checklist says of a sentence."""

    sentence: Sentence
    cells: dict[str, str] = field(repr=False)
    heads: frozenset[str] = frozenset()
    acts: bool = False

    @cached_property
    def found(self) -> dict[str, str]:
        """Return the duties found, as evidenced or mentioned."""
        return {duty: SHOWN[status] for duty, status in self.cells.items() if status in SHOWN}

    @property
    def false(self) -> list[str]:
        """Return the duties found that no reviewer would read in the sentence."""
        return [duty for duty in self.found if duty not in self.sentence.accepted]

    @property
    def lost(self) -> list[Wanted]:
        """Return the labels that were not found."""
        return [one for one in self.sentence.shown if not any(duty in self.found for duty in one.ids)]

    @property
    def misjudged(self) -> list[Wanted]:
        """Return the labels found with another status."""
        seen = [(one, {self.found[duty] for duty in one.ids if duty in self.found}) for one in self.sentence.shown]
        return [one for one, statuses in seen if statuses and one.status != "either" and one.status not in statuses]

    @property
    def not_applied(self) -> list[str]:
        """Return the duties that should have been said not to apply."""
        wanted = (one.ids[0] for one in self.sentence.wanted if one.status == "not_applicable")
        return [duty for duty in wanted if self.cells.get(duty) != "not_applicable"]

    @property
    def asks_who(self) -> bool:
        """Tell whether the sentence counts for person or office."""
        return self.sentence.about != "person" or bool(self.sentence.shown)

    @property
    def who(self) -> bool:
        """Tell whether person and office are told apart rightly."""
        if self.sentence.about == "person":
            return any(duty in self.found for duty in self.sentence.accepted)
        return "evidenced" not in self.found.values()

    @property
    def subject(self) -> bool:
        """Tell whether the head is told as acting where he does, and not elsewhere, whatever the duty."""
        return self.acts == (self.sentence.about == "person")

    @property
    def whose(self) -> bool:
        """Tell whether the act is laid to the head where it is his, and to nobody's head where it is not."""
        if self.sentence.about == "person":
            return bool(self.heads & self.sentence.accepted)
        return not self.heads

    def scored(self, score: Score) -> None:
        """Count the duties of the sentence."""
        lost = len(self.lost)
        score.add(right=len(self.sentence.shown) - lost, wrong=len(self.false), lost=lost)

    def scored_with_status(self, score: Score) -> None:
        """Count the duties of the sentence, right only with the right status."""
        lost, other = len(self.lost), len(self.misjudged)
        right = len(self.sentence.shown) - lost - other
        score.add(right=right, wrong=len(self.false) + other, lost=lost + other)

    def scored_by_first(self, score: Score) -> None:
        """Count the duties of the sentence, right only where the first named of them is found."""
        lost = sum(one.ids[0] not in self.found for one in self.sentence.shown)
        score.add(right=len(self.sentence.shown) - lost, wrong=len(self.false), lost=lost)


def total(results: Iterable[Result], scored: Callable[[Result, Score], None] = Result.scored) -> Score:
    """Return the counts over some sentences."""
    score = Score()
    for result in results:
        scored(result, score)
    return score


def result_of(sentence: Sentence) -> Result:
    """Return what the checklist says of a sentence."""
    items = duties_of(sentence.report, sentence.profile)
    heads = {duty for duty, item in items.items() if any(found.by not in {None, "office"} for found in item.evidence)}
    cells = {duty: item.status for duty, item in items.items()}
    return Result(sentence, cells, frozenset(heads), _head_acts(sentence))


def _head_acts(sentence: Sentence) -> bool:
    """Tell whether the head is named as acting in a sentence, or does without a name what only a head does."""
    source, profile = SourceText(sentence.report), parse_profile(sentence.profile)
    reading = reading_of(parse(source, load_ruleset().vocabulary, profile=profile))
    start = source.text.index(sentence.text)
    span = reading.within(Span(start, start + len(sentence.text)))
    named = reading.naming(*span)
    if any(mention.role == "head" for mention in named):
        return True
    return not named and sentence.place == "part" and reading.persons.acts.search(sentence.text) is not None


def duties_of(text: str, profile: str) -> dict[str, ChecklistItem]:
    """Return the duties in the checklist of a report."""
    checklist = lint_text(text, profile=profile).checklist
    return {item.id.removeprefix("duty."): item for item in checklist if item.id.startswith("duty.")}


def cells_of(text: str, profile: str) -> dict[str, str]:
    """Return the status of each duty in the checklist of a report."""
    return {duty: item.status for duty, item in duties_of(text, profile).items()}


@dataclass
class Matrix:
    """What the checklist and the findings say of a whole part."""

    part: Part
    cells: dict[str, str] = field(repr=False)
    codes: frozenset[str]

    @property
    def wrong(self) -> dict[str, str]:
        """Return the cells that are filled otherwise than a reviewer fills them."""
        return {
            duty: self.cells.get(duty, "not_applicable")
            for duty, label in self.part.matrix.items()
            if self.cells.get(duty, "not_applicable") not in label
        }

    @property
    def lost(self) -> frozenset[str]:
        """Return the codes that a reviewer expects and that were not found."""
        return self.part.codes - self.codes

    @property
    def false(self) -> frozenset[str]:
        """Return the codes that a reviewer would not find."""
        return self.codes - self.part.codes - self.part.maybe


def matrix_of(part: Part) -> Matrix:
    """Return what is found in a whole part."""
    found = lint_text(part.text, profile=part.profile).findings
    codes = frozenset(one.code for one in found if one.code.startswith("FRP"))
    return Matrix(part, cells_of(part.text, part.profile), codes)
