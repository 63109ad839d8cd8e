"""What a pack may say (the models of its TOML files) and the rules that come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from report_lint.document import PartId
from report_lint.report import Basis, Grade, PackInfo, RuleCode, Severity
from report_lint.vocabulary import Duty, PartDefinition, Persons, Vocabulary
from report_lint.wording import EMPTY, WordingList, Wordings, shadowed, shortest

if TYPE_CHECKING:
    from report_lint.checks.problem import CheckKind, Params
    from report_lint.document import Document, Profile

Applies = Literal["party", "government", "joint", "department", "township"]
SeverityOrOff = Literal["error", "warning", "info", "off"]
Prefix = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Selector = Annotated[str, Field(pattern=r"^[A-Z]{3}(\d{3})?$")]


_SHORTEST = 2  # characters of a wording that shows a duty


class Table(BaseModel):
    """A TOML table: frozen, and unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True)


class NormTable(Table):
    """An instrument that rules rest on."""

    id: str
    title: str
    grade: Grade
    number: str | None = None


class PrecedenceTable(Table):
    """Which rule silences which, so that one defect gives one finding.

    `silences` takes codes and prefixes; `order` lists codes of which an earlier one silences the later.
    Problems of `except_variants` silence nothing. With `only_shown` a rule silences only where its own findings
    are shown: who selects the silenced one alone is told nothing else of the defect.
    """

    when: RuleCode | None = None
    silences: tuple[Selector, ...] = ()
    order: tuple[RuleCode, ...] = ()
    scope: Literal["document", "part", "span"] = "document"
    except_variants: tuple[str, ...] = ()
    only_shown: bool = False


class AdjustTable(Table):
    """`[[adjust]]`: an inherited rule gets another severity or is switched off, and why."""

    code: RuleCode
    severity: SeverityOrOff
    reason: Annotated[str, Field(min_length=1)]


class PackTable(Table):
    """`pack.toml`."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: str
    version: str
    prefixes: tuple[Prefix, ...]
    facts_until: date | None = None
    register_file: str | None = Field(default=None, alias="register")
    extends: str | None = None
    norm: tuple[NormTable, ...] = ()
    precedence: tuple[PrecedenceTable, ...] = ()
    adjust: tuple[AdjustTable, ...] = ()


class PartTable(Table):
    """A required part."""

    id: PartId
    title: str
    basis: tuple[str, ...]
    headings: WordingList
    not_headings: WordingList = EMPTY
    strong: WordingList = EMPTY
    passages: WordingList = EMPTY
    sentences: WordingList = EMPTY
    not_sentences: WordingList = EMPTY
    needs: WordingList = EMPTY

    def definition(self, basis: tuple[Basis, ...]) -> PartDefinition:
        """Return what parsing needs of it."""
        return PartDefinition(**{**dict(self), "basis": basis})


class DutyTable(Table):
    """A duty of the first responsible person."""

    id: Annotated[str, Field(pattern=r"^[A-Z]+\d+[a-z]?$")]
    group: str
    title: str
    binds: Annotated[tuple[Literal["party", "government", "department", "township"], ...], Field(min_length=1)]
    basis: Annotated[tuple[str, ...], Field(min_length=1)]
    certainty: Literal["high", "medium", "low"]
    evidence: WordingList
    mentions: WordingList = EMPTY
    anywhere: WordingList = EMPTY
    lookalikes: WordingList = EMPTY
    reads: bool = False
    plain: bool = False
    facts: WordingList = EMPTY
    needs: WordingList = EMPTY
    excused: WordingList = EMPTY
    office: WordingList = EMPTY
    office_counts: bool = False
    enforcement_only: bool = False
    counted: bool = True
    notes: str = ""
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()

    @field_validator("evidence", "mentions", "anywhere", "office")
    @classmethod
    def _refuse_vague(cls, value: Wordings, info: ValidationInfo) -> Wordings:
        """Refuse a list without evidence, and wordings that say too little to show anything."""
        if info.field_name == "evidence" and not value:
            raise ValueError("没有一条用语，这项职责永远查不到")
        for source in value.sources:
            if shortest(source) < _SHORTEST:
                raise ValueError(f"用语“{source}”只有一个字，几乎什么都匹配")
            if set(source) & set("^$"):
                raise ValueError(f"用语“{source}”里的 ^ 和 $ 在职责里没有用处")
        return value

    @field_validator("lookalikes")
    @classmethod
    def _refuse_shadows(cls, value: Wordings, info: ValidationInfo) -> Wordings:
        """Refuse look-alikes that leave nothing of the evidence."""
        evidence = info.data.get("evidence")
        if isinstance(evidence, Wordings) and value and shadowed(evidence, value):
            raise ValueError("把 evidence 的每一种写法都遮住了，这项职责永远查不到")
        return value

    def duty(self, basis: tuple[Basis, ...]) -> Duty:
        """Return what parsing needs of it."""
        return Duty(**{**dict(self), "binds": frozenset(self.binds), "basis": basis})


class PersonsTable(Table):
    """The words that tell who a sentence is about and whether it states a fact."""

    heads: WordingList = EMPTY
    not_heads: WordingList = EMPTY
    deputies: WordingList = EMPTY
    units: WordingList = EMPTY
    not_units: WordingList = EMPTY
    leads: WordingList = EMPTY
    presses: WordingList = EMPTY
    members: WordingList = EMPTY
    appeals: WordingList = EMPTY
    acts: WordingList = EMPTY
    facts: WordingList = EMPTY
    not_facts: WordingList = EMPTY
    enforcement: WordingList = EMPTY
    committees: WordingList = EMPTY
    makes: WordingList = EMPTY
    other_heads: WordingList = EMPTY
    urges: WordingList = EMPTY
    drives: WordingList = EMPTY
    undone: WordingList = EMPTY
    unreal: WordingList = EMPTY
    other_fields: WordingList = EMPTY
    party_heads: WordingList = EMPTY
    government_heads: WordingList = EMPTY
    surnames: WordingList = EMPTY

    def persons(self) -> Persons:
        """Return what parsing needs of it."""
        return Persons(**dict(self))


class VariantTable(Table):
    """Another wording and severity of the same rule, and which of its `basis` it rests on, if not all."""

    severity: Severity | None = None
    message: str | None = None
    help: str | None = None
    partly: bool | None = None
    basis: tuple[str, ...] = ()


class RuleTable(Table):
    """`[[rule]]`: which rule, how bad, what is said, what to do, on what authority, how it is checked, examples.

    `published` and `province` lower the severity on a published web copy and for a province's own report.
    A rule that `needs` other reports is silent without; what is `partly` leaves its part partly met in the checklist.
    """

    code: RuleCode
    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: str
    severity: Severity
    published: SeverityOrOff | None = None
    province: SeverityOrOff | None = None
    since: int | None = Field(default=None, ge=1900, le=2099)
    applies: tuple[Applies, ...] = ()
    default: bool = True
    partly: bool = False
    message: str
    help: str
    why: str
    basis: Annotated[tuple[str, ...], Field(min_length=1)]
    check: Mapping[str, object]
    needs: Literal["previous", "batch"] | None = None
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    previous: str | None = None
    variants: Mapping[str, VariantTable] = {}


class ModuleTable(Table):
    """A TOML file of a pack besides `pack.toml`; `terms` are lists that others write as "@name"."""

    terms: Mapping[str, object] = {}
    persons: PersonsTable | None = None
    duty_groups: Mapping[str, str] = {}
    part: tuple[PartTable, ...] = ()
    duty: tuple[DutyTable, ...] = ()
    rule: tuple[RuleTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to run: its table, its authorities in full, its check and the validated parameters."""

    table: RuleTable
    basis: tuple[Basis, ...]
    kind: CheckKind
    params: Params

    @property
    def code(self) -> str:
        """Return the code."""
        return self.table.code

    def binds(self, profile: Profile, year: int | None) -> bool:
        """Tell whether the rule speaks of a report of this profile and year; an unknown year is a recent one."""
        if self.table.since is not None and year is not None and year < self.table.since:
            return False
        return not self.table.applies or bool(set(self.table.applies) & profile.kinds)

    def leaves_partly(self, variant: str | None) -> bool:
        """Tell whether a finding of this wording says that half of a required part is wanting."""
        told = self.table.variants.get(variant or "")
        return self.table.partly if told is None or told.partly is None else told.partly

    def severity(self, document: Document, variant: str | None) -> SeverityOrOff:
        """Return how bad a problem is in this document: lower on a published or a damaged copy."""
        table = self.table
        named = table.variants.get(variant or "")
        level: SeverityOrOff = (named.severity if named else None) or table.severity
        if table.published is not None and document.cover.copy_kind == "published":
            level = lower(level, table.published)
        if table.province is not None and document.cover.profile.level == "province":
            level = lower(level, table.province)
        return lower(level, "warning") if document.source.damage else level


_ORDER: tuple[SeverityOrOff, ...] = ("error", "warning", "info", "off")


def lower(one: SeverityOrOff, other: SeverityOrOff) -> SeverityOrOff:
    """Return the milder of two severities."""
    return max(one, other, key=_ORDER.index)


@dataclass(frozen=True, slots=True)
class Ruleset:
    """All rules of the chosen packs and the vocabulary to parse with."""

    packs: tuple[PackInfo, ...]
    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    precedence: tuple[PrecedenceTable, ...] = ()
    facts_until: date | None = None

    def rule(self, code: str) -> Rule | None:
        """Return the rule with this code, or None."""
        return next((rule for rule in self.rules if rule.code == code), None)

    def matching(self, selector: str) -> tuple[Rule, ...]:
        """Return the rules that a code or a prefix of three letters names; "ALL" names all."""
        return tuple(rule for rule in self.rules if selector == "ALL" or rule.code.startswith(selector))
