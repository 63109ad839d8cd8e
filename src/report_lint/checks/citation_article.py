"""Kind `citation-article`: an article beyond the last one of the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.citation_context import context_of
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.register.keys import PREFIX, folded_title
from report_lint.register.status import begun_by
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation, Instrument, Provision, Version


class ArticleParams(Params):
    """The words around a citation: `applies` in the clause treats the act as law of the day.

    `other` in the sentence means another version of it, `spared` a draft or an act that was law at the time.
    """

    applies: WordingList
    other: WordingList = EMPTY
    spared: WordingList = EMPTY


def check(params: ArticleParams, document: Document) -> Iterator[Problem]:
    """Report the first article behind a title that the act did not have on the day."""
    for citation in document.citations:
        instrument = citation.instrument
        if instrument is None or not citation.provisions:
            continue
        version = _version(citation, instrument)
        if version is None or version.articles is None:
            continue
        for provision in citation.provisions:
            variant = _variant(citation, instrument, version, provision)
            if variant is not None and not _spared(params, citation, variant, document):
                name = folded_title(instrument.title).removeprefix(PREFIX)
                article = "".join(provision.span.of(document.text).split())
                fields = {"title": name, "articles": version.articles, "article": article}
                yield Problem(provision.span, fields, variant=variant or None)
                break


def _version(citation: Citation, instrument: Instrument) -> Version | None:
    """Return the version of the day, or of the year in （2021年修订）; without a day the newest one."""
    if citation.year_note is not None:
        year = citation.year_note.year
        noted = [one for one in instrument.versions if one.promulgated is not None and one.promulgated.year == year]
        return noted[0] if len(noted) == 1 else None
    if citation.judged_on is None:
        return instrument.versions[-1] if instrument.repealed_on is None else None
    if citation.status_on_date != "in_force":
        return None
    current = begun_by(instrument, citation.judged_on)[-1]
    return current if current.effective_certain else None


def _variant(citation: Citation, instrument: Instrument, version: Version, provision: Provision) -> str | None:
    """Return the variant of the rule, "" for the rule itself, None for an article that is or may be there."""
    number, last = provision.last or provision.article, version.articles or 0
    if provision.inserted is not None:
        known = not version.inserted or f"{provision.article}-{provision.inserted}" in version.inserted
        return None if known or citation.judged_on is None else "inserted"
    if number <= last:
        return None
    if "namesake" in instrument.flags and not folded_title(citation.title).startswith(PREFIX):
        return "namesake"  # provinces, too, have an 优化营商环境条例
    counts = [one.articles for one in instrument.versions]
    if any(count is not None and number <= count for count in counts):
        return "other-version" if citation.judged_on is not None else None
    if citation.judged_on is None or None in counts:
        return "doubtful"
    state = instrument.kind in ("law", "party") or folded_title(citation.title).startswith(PREFIX)
    return "" if state else "doubtful"


def _spared(params: ArticleParams, citation: Citation, variant: str, document: Document) -> bool:
    context = context_of(citation, document)
    if params.spared.search(context.sentence):
        return True
    if variant != "other-version":
        return False
    return params.other.search(context.sentence) is not None or params.applies.search(context.clause) is None


KIND = CheckKind("citation-article", ArticleParams, check)
