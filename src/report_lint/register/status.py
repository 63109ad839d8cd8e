"""Whether an instrument is in force on a day, and what took its place, as far as the register knows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from report_lint.instruments import DateStatus, Instrument
    from report_lint.vocabulary import Register

# An effective day that was only assumed (often the day of promulgation) is right after a year.
_SETTLED = timedelta(days=365)


def status_on(instrument: Instrument | None, day: date | None) -> DateStatus:
    """Return the status of an instrument on a day; `unknown` wherever a version may be missing.

    So it is after the day up to which the register knows the instrument: it may have been changed since.
    """
    if instrument is None or day is None:
        return "unknown"
    if instrument.repealed_on is not None and day >= instrument.repealed_on:
        return "repealed"
    if instrument.known_until is not None and day > instrument.known_until:
        return "unknown"
    begun = [version for version in instrument.versions if version.effective is not None and version.effective <= day]
    if not begun:
        first = instrument.versions[0] if instrument.versions else None
        awaited = first is not None and first.first and first.effective is not None and first.effective_certain
        return "not_yet_in_force" if awaited else "unknown"
    current = begun[-1]
    if current.superseded is not None and day >= current.superseded:
        return "unknown"
    since = current.effective
    settled = current.effective_certain or (since is not None and day - since >= _SETTLED)
    return "in_force" if settled or len(begun) > 1 else "unknown"


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
