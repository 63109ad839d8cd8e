"""What parsing needs to know from the packs: the parts, the duties and the register of instruments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from report_lint.wording import EMPTY, Wordings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.document import Instrument
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


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of the first responsible person.

    `binds` names the kinds of report (party, government, department, township) it is asked of;
    `group` is what coverage counts by; `office_counts` says that an office sentence is accepted as
    `mentioned`; `enforcement_only` that only offices with enforcement power have it.
    """

    id: str
    group: str
    title: str
    binds: frozenset[str]
    basis: tuple[Basis, ...]
    evidence: Wordings
    mentions: Wordings = EMPTY
    lookalikes: Wordings = EMPTY
    office_counts: bool = False
    enforcement_only: bool = False
    counted: bool = True
    notes: str = ""


class Register(Protocol):
    """The register of legal instruments, asked by title."""

    def find(self, title: str) -> Instrument | None:
        """Return the instrument with this title, a version title or an accepted short form of it."""

    def near(self, title: str) -> tuple[Instrument, ...]:
        """Return the instruments one slip away from a title, the likeliest first."""

    def titles(self) -> Iterable[str]:
        """Yield every official title."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words a report is parsed with."""

    parts: tuple[PartDefinition, ...]
    duties: tuple[Duty, ...] = ()
    register: Register | None = None

    def part(self, part_id: str) -> PartDefinition:
        """Return the definition of a part."""
        return next(part for part in self.parts if part.id == part_id)
