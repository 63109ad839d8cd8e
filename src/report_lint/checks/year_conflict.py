"""Kind `year-conflict`: the title names one year and the report another, or its opening alone does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import headed_years
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import YEAR, parse_year
from report_lint.parsing.year import outvoting, year_of_signing, year_places, years_of_title
from report_lint.text import Span, fold
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_NAMES: Final = {
    "clause": "“现将……报告如下”",
    "opening": "开头第一句",
    "headings": "各部分的标题",
    "plan": "下一年度安排的标题",
    "signing": "成文日期",
}
_PARTS = ("achievements", "shortcomings", "first-responsible")
_CERTAIN, _LIKELY = 3, 2  # places that tell another year than the title
_FIRST = lazy_pattern(f"\\s*({YEAR})[ \u00a0\u3000]*年")
_OPENING = 800  # a longer stretch before the first heading is no opening


class YearConflictParams(Params):
    """`several` are the words of a clause that looks back over several years: 五年来, 2023年以来."""

    several: WordingList = EMPTY


def check(params: YearConflictParams, document: Document) -> Iterator[Problem]:
    """Report the title where most of the report tells another year, else the clause or the first sentence that does."""
    for found in (_title(document), _clause(params, document), _sentence(document)):
        if found is not None:
            yield found
            return


def _title(document: Document) -> Problem | None:
    """Return the year of a title that is outvoted; the headings alone tell it only where several do."""
    title, other = document.cover.title, outvoting(document.cover)
    if title is None or other is None:
        return None
    places = document.cover.year.places(other)
    [(titled, span), *_] = year_places(fold(document.text, *title.span)) or [(0, title.span)]
    against = document.cover.year.places(titled)
    if len(places) >= _LIKELY:
        variant = "title" if len(places) >= _CERTAIN and not against else "title-likely"
    elif places == ("headings",) and len(set(headed_years(document, _PARTS))) >= _LIKELY and not against:
        variant = "title-headings"
    else:
        return None
    names = "、".join(_NAMES[place] for place in places)
    return Problem(span, {"a": titled or years_of_title(title.value)[0], "b": other, "told": names}, variant=variant)


def _clause(params: YearConflictParams, document: Document) -> Problem | None:
    """Return the year of the opening clause where it is not that of the title; a third signal makes it certain."""
    cover = document.cover
    if cover.title is None or cover.opening is None:
        return None
    titled = set(years_of_title(cover.title.value))
    clause = fold(document.text, *cover.opening)
    opened = year_places(clause)
    if len(titled) != 1 or len({year for year, _ in opened}) != 1 or params.several.search(clause.text):
        return None
    year, span = opened[0]
    if year in titled:
        return None
    signals = {one for one, _ in headed_years(document, ("achievements",))}
    if cover.signed_on is not None:
        signals.add(year_of_signing(cover.signed_on.value))
    certain = len(signals & {year, *titled}) == 1  # it agrees with one side
    return Problem(span, {"a": titled.pop(), "b": year}, variant=None if certain else "unsure")


def _sentence(document: Document) -> Problem | None:
    """Return the year that the first sentence alone tells (2023年，我局…); the opening may go on to the right one."""
    year, body = document.cover.year, document.cover.body
    said = next((signal.year for signal in year.told if signal.place == "opening"), None)
    first = _FIRST.match(document.text, body.start, body.end)
    if year.value is None or year.confidence != "sure" or said in (None, year.value) or first is None:
        return None
    if len(year.places(said or 0)) > 1 or _goes_on(document, year.value):
        return None
    places = year.places(year.value)
    names = ["标题"] if document.cover.title is not None else []
    names += [_NAMES[place] for place in places]
    certain = len(places) >= _LIKELY
    fields = {"a": year.value, "b": parse_year(first[1]), "told": "、".join(names)}
    return Problem(Span(*first.span(1)), fields, variant="opening" if certain else "opening-unsure")


def _goes_on(document: Document, year: int) -> bool:
    """Tell whether the year stands in the opening: “2023年，我局获评先进。2024年，我局…”."""
    body, opening = document.cover.body, document.cover.opening
    headings = [section.heading.start for section in document.sections]
    end = min([*headings, body.end, body.start + _OPENING])
    clause = opening if opening is not None and opening.start < end else Span(end, end)
    return any(one == year for one, _ in year_places(fold(document.text, body.start, clause.start)))


KIND = CheckKind("year-conflict", YearConflictParams, check)
