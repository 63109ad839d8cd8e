"""Kind `campaign`: a campaign of an earlier year told as this year's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.event_table import EventFile
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import around, furniture_of, within
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from report_lint.document import Document

_NEAR = 16


class CampaignParams(Params):
    """The `table` of events; words of `doing` in front of a name; words of its sentence that tell it as `done`."""

    table: EventFile
    doing: WordingList
    done: WordingList = EMPTY


def check(params: CampaignParams, document: Document) -> Iterator[Problem]:
    """Report each campaign once that had ended before the report year, where the report tells it as going on."""
    text, year = document.folded.text, document.cover.year.value
    furniture, told = furniture_of(document), set()
    if year is None:
        return
    for event, start, end in params.table.in_document(document):
        if event.kind != "campaign" or event.last is None or event.last.year >= year or event.id in told:
            continue
        span = document.folded.span(start, end)
        before, behind = around(text, start, end)
        doing = params.doing.search(before[-_NEAR:]) is not None and not params.done.search(before + behind)
        named = any(str(one) in before for one in range(event.first.year, event.last.year + 1))
        if doing and not named and not furniture.overlaps(*span) and not within(document, span, ("plan",)):
            told.add(event.id)
            window = f"{_month(event.first)}至{_month(event.last)}"
            fields = {"campaign": event.name, "window": window, "year": year}
            yield Problem(span, fields, variant=None if event.certainty != "C" else "unsure")


def _month(day: date) -> str:
    return f"{day.year}年{day.month}月"


KIND = CheckKind("campaign", CampaignParams, check)
