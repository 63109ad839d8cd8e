"""Kind `citation-not-adopted`: an act that did not exist yet, or a revision that had not been made."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from report_lint.checks.citation_context import context_of, written_day
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.register.keys import PREFIX, folded_title
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation, Instrument

_NEAR = 12
_REVISED, _LIST = "修", 200  # 新修订, 最新修正, in front of a list that is not too long
_LATEST_SIGNING = timedelta(days=180)  # after the year; where no signing day is known
_NEW = timedelta(days=548)  # a revision older than a year and a half is not the one called new,
_SOON = timedelta(days=730)  # nor is one that came more than two years later


class NotAdoptedParams(Params):
    """`drafts` near the title speak of an act still to be made; `revised` in front of it call it newly revised."""

    drafts: WordingList = EMPTY
    revised: WordingList = EMPTY


class _Late(NamedTuple):
    """The day an act was made, and the variant of the rule; "" is the rule itself."""

    made: date
    variant: Literal["", "after-year", "unsigned", "revision"]


def check(params: NotAdoptedParams, document: Document) -> Iterator[Problem]:
    """Report acts adopted after the report was signed, and those adopted after its year among its achievements."""
    signing, known = _signing(document)
    if signing is None:
        return
    for citation in document.titles:
        instrument = citation.instrument
        if instrument is None or not instrument.versions or _may_be_local(citation, instrument):
            continue
        late = _adopted(citation, instrument, document) if known else _adopted_unsigned(citation, instrument, document)
        late = late or _revised(instrument, signing if known else signing + _LATEST_SIGNING)
        if late is not None and _says_so(params, citation, late, document):
            doubtful = late.variant == "" and instrument.kind != "law"
            fields = {"title": citation.title, "date": written_day(late.made), "year": _year(document, signing)}
            yield Problem(citation.span, fields, variant="doubtful" if doubtful else late.variant or None)


def _signing(document: Document) -> tuple[date | None, bool]:
    """Return the signing day, and whether it is known or only the end of the year."""
    day, year, signed = document.day, document.cover.year.value, document.cover.signed_on
    if day is None or year is None or signed is None:
        return day, day is not None and (signed is not None or year is None or day != date(year, 12, 31))
    # “2025年1月10日” under a report of 2025 is a slip for 2026; a day given from outside is meant.
    return (date(year, 12, 31), False) if day == signed.value and day < date(year, 7, 1) else (day, True)


def _year(document: Document, signing: date) -> int:
    return document.cover.year.value or signing.year - 1


def _may_be_local(citation: Citation, instrument: Instrument) -> bool:
    """Tell whether provinces had an act of this name before the state: 《行政执法监督条例》 in 2023."""
    return "namesake" in instrument.flags and not folded_title(citation.title).startswith(PREFIX)


def _adopted(citation: Citation, instrument: Instrument, document: Document) -> _Late | None:
    first, days = instrument.versions[0], document.days
    if not first.first or first.promulgated is None or days.signing is None or days.acts is None:
        return None
    if first.promulgated > days.signing:
        return _Late(first.promulgated, "")
    blocks = (block for part in document.parts if part.id == "achievements" for block in part.blocks)
    achieved = any(citation.span.overlaps(block.span) for block in blocks)
    return _Late(first.promulgated, "after-year") if achieved and first.promulgated > days.acts else None


def _adopted_unsigned(citation: Citation, instrument: Instrument, document: Document) -> _Late | None:
    first, year = instrument.versions[0], document.cover.year.value
    if not first.first or first.promulgated is None or year is None or first.promulgated.year <= year:
        return None
    planned = any(citation.span.start in span for span in document.days.ahead)
    return None if planned and first.promulgated.year == year + 1 else _Late(first.promulgated, "unsigned")


def _revised(instrument: Instrument, signing: date) -> _Late | None:
    """Return the revision that “新修订” may have been taken from, where nothing else was new at the signing."""
    versions = instrument.versions
    at = next((at for at, one in enumerate(versions) if one.promulgated and one.promulgated > signing), 0)
    made, before = versions[at].promulgated, versions[at - 1]
    if at == 0 or made is None or before.effective is None or before.superseded != versions[at].effective:
        return None
    return _Late(made, "revision") if before.effective + _NEW < signing and made - signing <= _SOON else None


def _says_so(params: NotAdoptedParams, citation: Citation, late: _Late, document: Document) -> bool:
    """Tell whether the sentence speaks of the act as made, and where a revision is late, of a new revision."""
    at = document.folded.folded(citation.span.start)
    if late.variant == "revision" and _REVISED not in document.folded.text[max(0, at - _LIST) : at]:
        return False
    context = context_of(citation, document)
    places = (context.before[-_NEAR:], context.before_list[-_NEAR:], context.after[:_NEAR], context.after_list[:_NEAR])
    if any(params.drafts.search(place) for place in places):
        return False
    return late.variant != "revision" or params.revised.search(context.before_list) is not None


KIND = CheckKind("citation-not-adopted", NotAdoptedParams, check)
