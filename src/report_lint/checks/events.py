"""Kind `events`: a meeting or a campaign that had not begun when the report was signed.

Of what is announced for a day beyond the packs' facts only one thing is known: that it had not begun by their day.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from report_lint.checks.event_table import EventFile
from report_lint.checks.once import together
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import around, furniture_of, within
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.checks.event_table import Event
    from report_lint.document import Document

_NEAR = 12
_PLANNED = ("campaign", "plan")  # what is known of before it begins, unlike what a meeting decides


class EventsParams(Params):
    """The `table` of events; words `ahead` of a name speak of what is to come (迎接, 即将召开).

    Words `following` it do so too: 为党的二十大胜利召开营造良好环境. A campaign may stand in the plan before it begins.
    """

    table: EventFile
    ahead: WordingList = EMPTY
    following: WordingList = EMPTY


def check(params: EventsParams, document: Document) -> Iterator[Problem]:
    """Report each event that came too late once, at its first place."""
    text, furniture = document.folded.text, furniture_of(document)
    signed = _signing(document)
    late: dict[str, list[Problem]] = defaultdict(list)
    for event, start, end in params.table.in_document(document):
        if not _may_be_late(event, document, signed):
            continue
        span = document.folded.span(start, end)
        variant = _late(event, document, signed, achieved=within(document, span, ("achievements",)))
        planned = event.kind in _PLANNED and within(document, span, ("plan",))
        if variant is None or planned or furniture.overlaps(*span) or _is_coming(params, *around(text, start, end)):
            continue
        fields = {
            "event": event.name,
            "date": _written(event.first, exact=event.exact),
            "ref": _reference(document, signed, variant),
            "until": _written(document.vocabulary.facts_until or event.first),
        }
        late[event.id].append(Problem(span, fields, variant=variant or None))
    for problems in late.values():
        yield from together(problems)


def _is_coming(params: EventsParams, before: str, behind: str) -> bool:
    """Tell whether the words around the name of an event speak of what is to come."""
    near = params.ahead.search(before[-_NEAR:]) or params.ahead.search(behind[:_NEAR])
    return bool(near or params.following.search(behind[:_NEAR]))


def _signing(document: Document) -> date | None:
    """Return the signing day, or a day given from outside; None where neither is known."""
    day, year, signed = document.day, document.cover.year.value, document.cover.signed_on
    if day is None or (signed is None and year is not None and day == date(year, 12, 31)):
        return None
    # “2025年1月10日” under a report of 2025 is a slip for 2026; a day given from outside is meant.
    slip = signed is not None and day == signed.value and year is not None and day < date(year, 7, 1)
    return None if slip else day


def _may_be_late(event: Event, document: Document, signed: date | None) -> bool:
    year = document.cover.year.value
    return (signed is not None and event.first > signed) or (year is not None and event.first.year > year)


def _late(event: Event, document: Document, signed: date | None, *, achieved: bool) -> str | None:
    """Return the variant of the rule, "" for the rule itself, None where the event is not late."""
    year, known = document.cover.year.value, document.vocabulary.facts_until
    if known is not None and event.first > known:
        by = signed or (date(year + 1, 3, 31) if year is not None else None)
        return "announced" if by is not None and by <= known else None
    if signed is None:
        return "unsigned" if year is not None and event.first > date(year + 1, 3, 31) else None
    if event.first > signed:
        return "" if event.certain else "unsure"
    return "after-year" if achieved and year is not None and event.first > date(year, 12, 31) else None


def _written(day: date, *, exact: bool = True) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if exact else f"{day.year}年{day.month}月"


def _reference(document: Document, signed: date | None, variant: str) -> str:
    if signed is None or variant == "after-year":
        return f"{document.cover.year.value}年度"
    return f"成文日期{_written(signed)}"


KIND = CheckKind("events", EventsParams, check)
