"""Whether an instrument is in force on a day, and what took its place, as far as the register knows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from report_lint.instruments import DateStatus, Instrument, Version
    from report_lint.vocabulary import Register

# An effective day that was only assumed (often the day of promulgation) is right after a year.
_SETTLED = timedelta(days=365)

# Why a status is unknown: nothing but the title is known; the facts end before the day; versions older than the
# first one known may have been in force; the effective day is not certain; the last version known ended.
Doubt = Literal["title-only", "after-facts", "before-first", "uncertain-day", "ended"]


class Verdict(NamedTuple):
    """The status of an instrument on a day, and why it is unknown."""

    status: DateStatus
    doubt: Doubt | None = None


def status_on(instrument: Instrument | None, day: date | None) -> DateStatus:
    """Return the status of an instrument on a day; `unknown` wherever a version may be missing.

    So it is after the day up to which the register knows the instrument: it may have been changed since.
    """
    return "unknown" if instrument is None or day is None else verdict_on(instrument, day).status


def verdict_on(instrument: Instrument, day: date) -> Verdict:
    """Return the status of an instrument on a day with the reason where it is unknown."""
    if instrument.repealed_on is not None and day >= instrument.repealed_on:
        return Verdict("repealed")
    if all(version.effective is None for version in instrument.versions):
        return Verdict("unknown", "title-only")
    if instrument.known_until is not None and day > instrument.known_until:
        return Verdict("unknown", "after-facts")
    begun = begun_by(instrument, day)
    return _of_last(begun[-1], day, several=len(begun) > 1) if begun else _awaited(instrument.versions[0])


def begun_by(instrument: Instrument, day: date) -> list[Version]:
    """Return the versions that took effect on or before a day, oldest first."""
    return [version for version in instrument.versions if version.effective is not None and version.effective <= day]


def _awaited(first: Version) -> Verdict:
    """Return the status before the first version known: the act is awaited only where that is its adoption."""
    if not first.first:
        return Verdict("unknown", "before-first")
    known = first.effective is not None and first.effective_certain
    return Verdict("not_yet_in_force") if known else Verdict("unknown", "uncertain-day")


def _of_last(current: Version, day: date, *, several: bool) -> Verdict:
    if current.superseded is not None and day >= current.superseded:
        return Verdict("unknown", "ended")
    since = current.effective
    settled = several or current.effective_certain or (since is not None and day - since >= _SETTLED)
    return Verdict("in_force") if settled else Verdict("unknown", "uncertain-day")


def successor_on(instrument: Instrument, register: Register | None, day: date | None) -> Instrument | None:
    """Return what took the place of an instrument, or of that what took its place in turn by the day."""
    passed: set[str] = set()
    current = instrument
    while register is not None and current.successor is not None and current.successor not in passed:
        passed.add(current.successor)
        following = register.find(current.successor)
        if following is None or following.repealed_on is None or (day is not None and day < following.repealed_on):
            return following
        current = following
    return None
