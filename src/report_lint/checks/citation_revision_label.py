"""Kind `citation-revision-label`: 新修订 in front of an act whose last change is long ago."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from report_lint.checks.citation_context import context_of, judged_year, written_day
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.register.status import begun_by
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation

_LONGEST = 10
_YEAR = lazy_pattern("(?:19|20)[0-9]{2}(?=年)")
_MONTHS = 12


class LabelParams(Params):
    """`labels` stand directly in front of the title; more than `months` after the last change they are stale.

    `past` tells that the sentence is about earlier years.
    """

    labels: WordingList
    past: WordingList = EMPTY
    months: int


def check(params: LabelParams, document: Document) -> Iterator[Problem]:
    """Report a label where the act behind it, and every other one of its list, took effect long before."""
    year, folded = judged_year(document), document.folded
    for citation in document.titles:
        if year is None or citation.status_on_date != "in_force":
            continue
        at = folded.folded(citation.span.start)
        label = params.labels.search(folded.text[max(0, at - _LONGEST) : at])
        since = [_since(one, document) for one in _governed(citation, document)] if label else []
        days = [day for day in since if day is not None and _months(day, year) > params.months]
        if label is None or len(days) < len(since) or _in_time(params, citation, days[0], document):
            continue
        known = citation.instrument.known_until if citation.instrument else None
        fields = {
            "title": citation.title,
            "label": label[0],
            "date": written_day(days[0]),
            "year": year,
            "known": written_day(known) if known else "",
        }
        unlabelled = (Change(folded.span(at - len(label[0]), at), ""),)
        recent = "recent" if known is not None and known.year <= year + 1 else None
        yield Problem(citation.span, fields, changes=unlabelled, variant=recent)


def _governed(citation: Citation, document: Document) -> list[Citation]:
    """Return the acts that a label governs: 新修订的《甲法》《乙法》和《丙法》."""
    titles = document.titles
    following = titles[titles.index(citation) + 1 :] if citation.run >= 0 else ()
    return [citation, *(one for one in following if one.run == citation.run)]


def _written_by(document: Document, day: date) -> date:
    """Return the last day on which the text may have been written: a report unsigned is of the half year after."""
    signed = document.cover.signed_on
    return max(day, signed.value if signed is not None and signed.value else date(day.year + 1, 6, 30))


def _since(citation: Citation, document: Document) -> date | None:
    """Return the day of the last change in force; None where it is not sure, or where a newer one is adopted."""
    instrument, day = citation.instrument, citation.judged_on
    if instrument is None or day is None or citation.status_on_date != "in_force":
        return None
    current = begun_by(instrument, day)[-1]
    later = instrument.versions[instrument.versions.index(current) + 1 :]
    newer = any(one.promulgated is not None and one.promulgated <= _written_by(document, day) for one in later)
    return current.effective if current.effective_certain and not newer else None


def _months(since: date, year: int) -> int:
    return (year - since.year) * _MONTHS + _MONTHS - since.month


def _in_time(params: LabelParams, citation: Citation, since: date, document: Document) -> bool:
    """Tell whether the sentence tells of the time when the act was new: 2021年学习新修订的…."""
    sentence = context_of(citation, document).sentence
    years = [int(one) for one in _YEAR.findall(sentence)]
    return params.past.search(sentence) is not None or any(_months(since, one) <= params.months for one in years)


KIND = CheckKind("citation-revision-label", LabelParams, check)
