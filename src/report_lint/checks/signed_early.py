"""Kind `signed-early`: the report speaks of the whole year and was signed before the year was over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from report_lint.checks.event_table import EventFile
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import around, furniture_of, within
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import YEAR, parse_number, parse_year
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_HAN = "一二三四五六七八九十"
# “2025年12月26日”, “12月26日”, “2025年12月”; the year stands at the front, or it is the report's
_MONTH = lazy_pattern(
    f"(?:({YEAR})年|(?<![0-9.{_HAN}年、至—－~-]))([0-9]{{1,2}}|[{_HAN}]{{1,2}})月(?:([0-9]{{1,2}}|[{_HAN}]{{1,3}})日)?"
)
_YEARS = lazy_pattern(YEAR)
_NEAR = 12
_LATEST = 10  # a report signed in November or December tells of its year with some weeks to come


class SignedEarlyParams(Params):
    """`whole` words count over the whole year (全年开展#次); `until` says up to when the numbers go.

    Later than the signing day are days that the report tells of and events of the `table`, except where words `ahead`
    stand in the sentence (将, 起施行).
    """

    whole: WordingList
    until: WordingList = EMPTY
    table: EventFile | None = None
    ahead: WordingList = EMPTY


def check(params: SignedEarlyParams, document: Document) -> Iterator[Problem]:
    """Report the signing day; one in the first half of the report year is a slip for the next year."""
    year, signed = document.cover.year.value, document.cover.signed_on
    if year is None or signed is None or signed.value.year != year or signed.value >= date(year, 12, 31):
        return
    later = _later(params, document, signed.value) if signed.value.month <= _LATEST else None
    if later is not None:
        yield Problem(signed.span, {"year": year, "later": later}, variant="contradicted")
    elif signed.value < date(year, 7, 1):
        yield Problem(signed.span, {"year": year}, variant="slip")
    elif _tells_whole_year(params, document) and not params.until.search(document.folded.text):
        yield Problem(signed.span, {"year": year})


def _tells_whole_year(params: SignedEarlyParams, document: Document) -> bool:
    """Tell whether the report counts over the whole year; what it plans for all of the next one is no count."""
    folded = document.folded
    return any(
        not within(document, folded.span(*match.span()), ("plan",)) for match in params.whole.finditer(folded.text)
    )


def _later(params: SignedEarlyParams, document: Document, signed: date) -> str | None:
    """Return what the report tells as done and that came after its signing day."""
    text, furniture = document.folded.text, furniture_of(document)
    body = document.cover.body
    for match in _MONTH.finditer(text, document.folded.folded(body.start), document.folded.folded(body.end)):
        if not _is_later(match[1], match[2], match[3], signed):
            continue
        span = document.folded.span(*match.span())
        before, behind = around(text, *match.span())
        told = match[1] or (document.cover.year.confidence == "sure" and not _YEARS.search(before))
        work = within(document, span, ("achievements", "first-responsible"))
        if not told or not work or within(document, span, ("plan", "shortcomings")) or furniture.overlaps(*span):
            continue
        if document.title_at(span) is None and not params.ahead.search(before + behind):
            return f"“{match[0]}”"
    return _event(params, document, signed) if signed < date(signed.year, 7, 1) else None


def _is_later(year: str | None, month: str, day: str | None, signed: date) -> bool:
    if year is not None and parse_year(year) != signed.year:
        return False
    numbers = (parse_number(month) or 0, parse_number(day) or 0 if day else 0)
    return 1 <= numbers[0] <= 12 and numbers > (signed.month, signed.day if day else 99)  # noqa: PLR2004  months, days


def _event(params: SignedEarlyParams, document: Document, signed: date) -> str | None:
    """Return the first event that was not yet; later in the year TIM007 tells of it at its own place."""
    text, until = document.folded.text, document.vocabulary.facts_until
    for event, start, end in params.table.in_document(document) if params.table is not None else ():
        if not signed < event.first <= min(until or event.first, date(signed.year, 12, 31)):
            continue
        before, behind = around(text, start, end)
        past = within(document, document.folded.span(start, end), ("achievements", "first-responsible"))
        if past and not params.ahead.search(before[-_NEAR:] + behind[:_NEAR]):
            return f"“{event.name}”"
    return None


KIND = CheckKind("signed-early", SignedEarlyParams, check)
