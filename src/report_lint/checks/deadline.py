"""Kind `deadline`: the report was signed, or put on the web, after the day by which it was due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import Body, Level
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document, SignedDate

_COMMON_YEAR = 2001
_LATEST = 2  # a day two years after the report year is a slip or another report


def _in_the_calendar(day: str) -> str:
    try:
        date.fromisoformat(f"{_COMMON_YEAR}-{day}")
    except ValueError:
        raise ValueError(f"“{day}”不是日期，应写成月-日，例如 03-01") from None
    return day


Day = Annotated[str, Field(pattern="^[0-9]{2}-[0-9]{2}$"), AfterValidator(_in_the_calendar)]


class Deadline(Params):
    """Who is to report by which day of the next year; empty lists mean all, `named` reads the issuer's name."""

    bodies: tuple[Body, ...] = ()
    levels: tuple[Level, ...] = ()
    named: WordingList = EMPTY
    by: Day

    def of(self, document: Document) -> bool:
        """Tell whether the issuer is one of those meant."""
        profile = document.cover.profile
        meant = not self.bodies or profile.body in self.bodies
        return meant and (not self.levels or profile.level in self.levels) and (not self.named or self._names(document))

    def _names(self, document: Document) -> bool:
        organs = (*document.cover.issuers, *document.cover.signed_by)
        return any(self.named.search("".join(organ.value.split())) for organ in organs)


class DeadlineParams(Params):
    """The deadlines, of which the first that fits counts; `local` issuers report by local rule."""

    deadlines: tuple[Deadline, ...] = Field(min_length=1)
    publish_by: Day | None = None
    local: WordingList = EMPTY


def check(params: DeadlineParams, document: Document) -> Iterator[Problem]:
    """Report a signing day after the deadline, or on it; else a web page's day after that of publication."""
    year, body = document.cover.year, document.cover.profile.body
    if year.value is None or year.confidence != "sure" or body == "unknown":
        return
    signed = document.cover.signed_on
    deadline = next((one for one in params.deadlines if one.of(document)), None)
    if signed is not None and deadline is not None:
        found = _late(signed, deadline.by, year.value)
        if found is not None:
            local = Deadline(named=params.local, by=deadline.by) if params.local else None
            variant = "local" if local is not None and local.of(document) else None
            on_the_day = signed.value == _day(year.value, deadline.by)
            yield Problem(signed.span, found, variant="same-day" if on_the_day else variant)
            return
    published = document.cover.published_on
    if published is not None and params.publish_by is not None and body != "party":
        found = _late(published, params.publish_by, year.value)
        if found is not None and published.value != _day(year.value, params.publish_by):
            yield Problem(published.span, found, variant="published")


def _day(year: int, by: str) -> date:
    return date.fromisoformat(f"{year + 1}-{by}")


def _late(day: SignedDate, by: str, year: int) -> dict[str, object] | None:
    due = _day(year, by)
    if day.value < due or day.value.year >= year + _LATEST:
        return None
    return {"deadline": _written(due), "date": _written(day.value)}


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


KIND = CheckKind("deadline", DeadlineParams, check)
