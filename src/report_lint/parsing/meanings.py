"""What a title stands for: an alias that the report declared, an act of the register, or what its shape shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from report_lint.parsing.title_kinds import kind_by_context, kind_by_shape, mended
from report_lint.register.keys import PREFIX
from report_lint.register.status import status_on

if TYPE_CHECKING:
    from datetime import date

    from report_lint.instruments import CitationKind, DateStatus, Instrument, Version
    from report_lint.vocabulary import Register


class Meaning(NamedTuple):
    """What a title stands for."""

    kind: CitationKind
    instrument: Instrument | None = None


def meaning_of(title: str, register: Register | None, text: str, start: int) -> Meaning:
    """Return what a folded title stands for where it begins at `start` of a folded text."""
    meaning = _registered(title, register) or Meaning(kind_by_shape(title))
    if may_be_local(meaning.kind, title) and (claimed := kind_by_context(text, start, title)) is not None:
        return Meaning(claimed)
    return meaning


def _registered(title: str, register: Register | None) -> Meaning | None:
    if register is None:
        return None
    found = register.find(title)
    if found is None and (bare := mended(title)) is not None:
        found = register.find(bare)
    return Meaning(found.kind, found) if found is not None else None


def may_be_local(kind: CitationKind, title: str) -> bool:
    """Tell whether places give this title to acts of their own; no place makes laws or Party regulations."""
    return kind in ("regulation", "unknown") and not title.startswith(PREFIX)


def status_of(instrument: Instrument | None, day: date | None, year: int | None) -> DateStatus:
    """Return the status on a day of an act, or of its version of a year: （2017年修正） was superseded in 2021."""
    status = status_on(instrument, day)
    if instrument is None or day is None or year is None or status != "in_force":
        return status
    begun = [version for version in instrument.versions if version.effective is not None and version.effective <= day]
    if not begun or year in _years(begun[-1]):
        return status
    return "superseded" if any(year in _years(version) for version in begun) else "unknown"


def _years(version: Version) -> set[int]:
    return {day.year for day in (version.promulgated, version.effective) if day is not None}
