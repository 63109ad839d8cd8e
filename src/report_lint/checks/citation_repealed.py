"""Kind `citation-repealed`: studying, spreading or applying an act that was repealed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from report_lint.checks.citation_context import context_of, judged_year, written_day
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.register.keys import PREFIX, folded_title
from report_lint.register.status import successor_on
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.checks.citation_context import Context
    from report_lint.document import Document
    from report_lint.instruments import Citation, Instrument

_YEAR = lazy_pattern("(?:19|20)[0-9]{2}(?=年|[-—－~～至])")


class RepealedParams(Params):
    """The words around a citation; titles are masked, and ■ stands for the one in question.

    `study` makes a repealed act a plain error, `apply` and `follow` a likely one (older conduct may be judged
    by the older act); `spared_…` are what makes the mention right, read in the whole sentence, in the clause, in
    the clause after it, directly before or behind the title; `past` tells of earlier years. `unnamed` stands
    in for a successor that is not known.
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
    for citation in document.titles:
        instrument = citation.instrument
        repealed = instrument.repealed_on if instrument else None
        if instrument is None or repealed is None or (document.day is not None and document.day < repealed):
            continue
        context = context_of(citation, document)
        doubt = _doubt(citation, instrument)
        if doubt == "namesake" or _spared(params, context):
            continue
        variant = _variant(params, context, document, repealed)
        if variant is not None:
            successor = successor_on(instrument, document.vocabulary.register, document.day)
            fields = {
                "title": citation.title,
                "date": written_day(repealed),
                "successor": f"《{successor.title}》" if successor else params.unnamed,
            }
            yield Problem(citation.span, fields, variant=variant or doubt)


def _doubt(citation: Citation, instrument: Instrument) -> Literal["namesake", "doubtful"] | None:
    """Return `namesake` where 《消防条例》 may be the province's: the national one was 中华人民共和国消防条例."""
    prefixed = instrument.title.startswith(PREFIX) and not folded_title(citation.title).startswith(PREFIX)
    short = prefixed and instrument.kind != "law"
    if short and "namesake" in instrument.flags:
        return "namesake"
    return "doubtful" if short or not {"namesake", "repeal-unsure"}.isdisjoint(instrument.flags) else None


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


def _variant(params: RepealedParams, context: Context, document: Document, repealed: date) -> str | None:
    """Return the variant of the rule, "" for the rule itself, None for no problem."""
    use, year = _use(params, context), judged_year(document)
    if use is None or (year is not None and repealed.year > year):
        return None
    if year is None:
        return "undated"
    if repealed > date(year, 1, 1):
        return "within-year"
    still_law = repealed.year if (repealed.month, repealed.day) == (1, 1) else repealed.year + 1
    if params.past.search(context.sentence) or any(int(one) < still_law for one in _YEAR.findall(context.sentence)):
        return "past"
    if use == "applied":
        return use
    # A year that only one place tells may be one off.
    sure = document.cover.year.confidence == "sure" or repealed <= date(year - 1, 1, 1)
    return "" if use == "studied" and sure else "doubtful"


def _use(params: RepealedParams, context: Context) -> Literal["applied", "studied", "near"] | None:
    """Return what the sentence does with the act; `near` where another clause of it says so, or 落实 alone."""
    if params.apply.search(context.clause):
        return "applied"
    if params.study.search(context.clause):
        return "studied"
    words = (params.follow, params.study, params.apply)
    return "near" if any(wordings.search(context.sentence) for wordings in words) else None


KIND = CheckKind("citation-repealed", RepealedParams, check)
