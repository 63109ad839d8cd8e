"""Kind `citation-repealed`: studying, spreading or applying an act that was repealed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Literal

from report_lint.checks.citation_context import context_of
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.register.keys import PREFIX, folded_title
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.checks.citation_context import Context
    from report_lint.document import Citation, Document, Instrument
    from report_lint.vocabulary import Register

_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年|[-—－~～至])")


class RepealedParams(Params):
    """The words around a citation; titles are masked, and ■ stands for the one in question.

    `study` makes a repealed act a plain error, `apply` and `follow` a likely one (older conduct may be judged
    by the older act); `spared_…` are what makes the mention right, read in the whole sentence, in the clause, in the
    clause after it, directly before or behind the title; `past` tells of earlier years.
    """

    study: WordingList
    follow: WordingList
    apply: WordingList
    spared_sentence: WordingList = EMPTY
    spared_clause: WordingList = EMPTY
    spared_following: WordingList = EMPTY
    spared_before: WordingList = EMPTY
    spared_after: WordingList = EMPTY
    past: WordingList = EMPTY
    unnamed: str


def check(params: RepealedParams, document: Document) -> Iterator[Problem]:
    """Report citations of repealed acts that the sentence treats as law of the report's year."""
    for citation in document.citations:
        instrument = citation.instrument
        if instrument is None or instrument.repealed_on is None or _may_be_namesake(citation, instrument):
            continue
        if document.day is not None and document.day < instrument.repealed_on:
            continue
        context = context_of(citation, document)
        if not _spared(params, context) and (variant := _variant(params, citation, context, document)) is not None:
            yield Problem(citation.span, _fields(params, citation, instrument, document), variant=variant or None)


def _may_be_namesake(citation: Citation, instrument: Instrument) -> bool:
    """Tell whether 《消防条例》 may be the one of the province: the national one was called 中华人民共和国消防条例."""
    short = instrument.title.startswith(PREFIX) and not folded_title(citation.title).startswith(PREFIX)
    return short and "namesake" in instrument.flags


def _spared(params: RepealedParams, context: Context) -> bool:
    places = (
        (params.spared_sentence, context.sentence),
        (params.spared_clause, context.clause),
        (params.spared_following, context.following),
        (params.spared_before, context.before),
        (params.spared_before, context.before_list),
        (params.spared_after, context.after),
        (params.spared_after, context.after_list),
    )
    return any(wordings.search(text) for wordings, text in places)


def _variant(params: RepealedParams, citation: Citation, context: Context, document: Document) -> str | None:
    """Return the variant of the rule, "" for the rule itself, None for no problem."""
    use = _use(params, context)
    instrument = citation.instrument
    if use is None or instrument is None or instrument.repealed_on is None:
        return None
    repealed, year = instrument.repealed_on, _report_year(document)
    if year is None:
        return "undated"
    if repealed > date(year, 1, 1):
        return "within-year" if repealed.year == year else None
    if params.past.search(context.sentence) or _tells_of_earlier(context, repealed):
        return "past"
    if use == "applied":
        return use
    # A year that only one place tells may be one off.
    sure = document.cover.year.confidence == "sure" or repealed <= date(year - 1, 1, 1)
    return "" if use == "studied" and sure and not _doubtful(citation, instrument) else "doubtful"


def _use(params: RepealedParams, context: Context) -> Literal["applied", "studied", "near"] | None:
    """Return what the sentence does with the act; `near` where another clause of it says so, or 落实 alone."""
    if params.apply.search(context.clause):
        return "applied"
    if params.study.search(context.clause):
        return "studied"
    words = (params.follow, params.study, params.apply)
    return "near" if any(wordings.search(context.sentence) for wordings in words) else None


def _report_year(document: Document) -> int | None:
    """Return the year of the report; of a report with a day only, the year before, which is the milder one."""
    if document.cover.year.value is not None:
        return document.cover.year.value
    return document.day.year - 1 if document.day is not None else None


def _tells_of_earlier(context: Context, repealed: date) -> bool:
    still_law = repealed.year if (repealed.month, repealed.day) == (1, 1) else repealed.year + 1
    return any(int(year) < still_law for year in _YEAR.findall(context.sentence))


def _doubtful(citation: Citation, instrument: Instrument) -> bool:
    short = instrument.title.startswith(PREFIX) and not folded_title(citation.title).startswith(PREFIX)
    return (short and instrument.kind != "law") or not {"namesake", "repeal-unsure"}.isdisjoint(instrument.flags)


def _fields(
    params: RepealedParams, citation: Citation, instrument: Instrument, document: Document
) -> dict[str, object]:
    day = instrument.repealed_on
    successor = _successor(instrument, document.vocabulary.register, document.day)
    return {
        "title": citation.title,
        "date": f"{day.year}年{day.month}月{day.day}日" if day else "",
        "successor": f"《{successor}》" if successor else params.unnamed,
    }


def _successor(instrument: Instrument, register: Register | None, day: date | None) -> str | None:
    """Return what took the place of an act, or of that what took its place in turn by the day."""
    seen: set[str] = set()
    while instrument.successor is not None and register is not None and instrument.successor not in seen:
        seen.add(instrument.successor)
        following = register.find(instrument.successor)
        if following is None:
            return None
        if following.repealed_on is None or (day is not None and day < following.repealed_on):
            return following.title
        instrument = following
    return None


KIND = CheckKind("citation-repealed", RepealedParams, check)
