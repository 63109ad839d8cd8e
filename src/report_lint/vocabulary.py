"""What parsing needs to know from the packs: the parts, the duties and the register of instruments."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from report_lint.wording import EMPTY, Wordings, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from report_lint.instruments import Instrument
    from report_lint.report import Basis


@dataclass(frozen=True, slots=True)
class PartDefinition:
    """A required part: how headings word it and how sentences speak of it.

    `headings` label a heading; `not_headings` are look-alikes, masked before. `passages` open a
    paragraph that belongs to the part; `sentences` are the last resort. `needs` must stand in the
    same sentence as a match of `sentences`, where given. `strong` are the heading words that show
    the part even where the heading names another one too.
    """

    id: str
    title: str
    basis: tuple[Basis, ...] = ()
    headings: Wordings = EMPTY
    not_headings: Wordings = EMPTY
    strong: Wordings = EMPTY
    passages: Wordings = EMPTY
    sentences: Wordings = EMPTY
    not_sentences: Wordings = EMPTY
    needs: Wordings = EMPTY

    def joined(self, other: PartDefinition) -> PartDefinition:
        """Return this part with the wordings and the basis that a pack adds to it."""

        def both(one: Wordings, more: Wordings) -> Wordings:
            return wordings((*one.sources, *more.sources))

        return replace(
            self,
            basis=(*self.basis, *other.basis),
            headings=both(self.headings, other.headings),
            not_headings=both(self.not_headings, other.not_headings),
            strong=both(self.strong, other.strong),
            passages=both(self.passages, other.passages),
            sentences=both(self.sentences, other.sentences),
            not_sentences=both(self.not_sentences, other.not_sentences),
            needs=both(self.needs, other.needs),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """A duty of the first responsible person.

    `binds` names the kinds of report (party, government, department, township) it is asked of; `group`
    is what coverage counts by. `evidence` shows the duty in a sentence about the head that states a
    fact, `mentions` only name it, `anywhere` settles it whoever the sentence is about (从未干预司法);
    `lookalikes` are masked before, and one of `needs` must stand in the sentence or the one before,
    where given. `excused` says that there was no occasion (全年未发生行政诉讼案件). With `plain` the
    act itself is the fact (述法), and `facts` are facts for this duty only. `reads` says that studying
    a document by its title shows it. `office_counts` says that an office sentence is accepted as
    `mentioned`, and `office` is accepted whoever it is told of; `enforcement_only` that only offices
    with enforcement power have the duty; `certainty` how sure we are of the norm's wording. `good` and
    `bad` are sentences about the head that show the duty and that do not.
    """

    id: str
    group: str
    title: str
    binds: frozenset[str]
    basis: tuple[Basis, ...]
    evidence: Wordings
    mentions: Wordings = EMPTY
    anywhere: Wordings = EMPTY
    lookalikes: Wordings = EMPTY
    reads: bool = False
    plain: bool = False
    facts: Wordings = EMPTY
    needs: Wordings = EMPTY
    excused: Wordings = EMPTY
    office: Wordings = EMPTY
    office_counts: bool = False
    enforcement_only: bool = False
    counted: bool = True
    certainty: str = "high"
    notes: str = ""
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Persons:
    """The words that tell who a sentence is about and whether it states a fact.

    `heads` name the head of the office, `not_heads` are look-alikes (总书记, 副局长, 办公室主任),
    `other_heads` the heads of other offices (各部门主要负责人); `party_heads` and `government_heads`
    tell the two heads of one place apart. `deputies` and `units` are other actors where they open a
    clause, after at most some `leads` (今年以来) or a deputy's name, one of `surnames` (王副局长);
    `not_units` are look-alikes (县政府常务会议), and `committees` act where nobody else is named.
    A head after one of `presses` in the same clause
    (压实党政主要负责人…) is spoken of and does not act, nor does one before `members` (局长任组长).
    After one of `urges` (督促) the head named is asked to act. `appeals` hand a sentence over to others
    (要求各部门…). `acts` are what a head does in person (主持, 带队, 批示), `drives` what also is the
    head's in the part about the head (推动, 督促). What stands in a clause with one of `undone`
    (未召开) or after one of `unreal` in its sentence (明年将, 应当) has not been done, and a sentence
    with one of `other_fields` (安全生产第一责任人) is about other matters. Whoever `makes` a document
    (审定《法治工作要点》) did what its title says. `facts` are counted or named things, `not_facts`
    their look-alikes (四个意识); `enforcement` shows that an office has enforcement power.
    """

    heads: Wordings = EMPTY
    not_heads: Wordings = EMPTY
    deputies: Wordings = EMPTY
    units: Wordings = EMPTY
    not_units: Wordings = EMPTY
    leads: Wordings = EMPTY
    presses: Wordings = EMPTY
    members: Wordings = EMPTY
    appeals: Wordings = EMPTY
    acts: Wordings = EMPTY
    facts: Wordings = EMPTY
    not_facts: Wordings = EMPTY
    enforcement: Wordings = EMPTY
    committees: Wordings = EMPTY
    makes: Wordings = EMPTY
    other_heads: Wordings = EMPTY
    urges: Wordings = EMPTY
    drives: Wordings = EMPTY
    undone: Wordings = EMPTY
    unreal: Wordings = EMPTY
    other_fields: Wordings = EMPTY
    party_heads: Wordings = EMPTY
    government_heads: Wordings = EMPTY
    surnames: Wordings = EMPTY


class Register(Protocol):
    """The register of legal instruments, asked by title."""

    def find(self, title: str) -> Instrument | None:
        """Return the instrument with this title, a version title or an accepted short form of it."""

    def near(self, title: str, *, slips: int = 1) -> tuple[Instrument, ...]:
        """Return the instruments at most one slip (or `slips`, 1 or 2) away from a title, the likeliest first."""

    def holding(self, words: str) -> Iterable[str]:
        """Yield the titles that hold some characters, the shortest first."""

    def numbered(self, number: str) -> Iterable[Instrument]:
        """Return the instruments a version of which has the number of a document or an order."""

    def titles(self) -> Iterable[str]:
        """Yield every official title."""

    def names(self) -> Iterable[tuple[str, str]]:
        """Yield the names that may stand bare in a running text, each with the key that `find` answers to."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words a report is parsed with; `duty_groups` titles the groups of duties, in the order of the norm.

    `facts_until` is the day up to which the packs know facts.
    """

    parts: tuple[PartDefinition, ...]
    duties: tuple[Duty, ...] = ()
    duty_groups: Mapping[str, str] = field(default_factory=dict)
    register: Register | None = None
    persons: Persons = Persons()
    facts_until: date | None = None

    def part(self, part_id: str) -> PartDefinition:
        """Return the definition of a part."""
        return next(part for part in self.parts if part.id == part_id)
