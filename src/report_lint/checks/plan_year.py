"""Kind `plan-year`: the plan for the next year names a year that is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.report_years import around, headings_of
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import YEAR, parse_year
from report_lint.parsing.sentences import sentence_spans
from report_lint.parsing.year import year_places
from report_lint.text import Span, fold
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Block, Document

_FIRST = 120
_MONTH = lazy_pattern(f"{YEAR}年[0-9一二三四五六七八九十]")
_NEAR = 30  # “6月底前，力争完成……”: what is to be done stands near the day
_NUMBER = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
# “2024年6月底前”, “到2024年底”; “截至2024年底” looks back. 年 stands first because that makes the search fast.
_DEADLINE = lazy_pattern(f"年(?<=({YEAR})年)(?:{_NUMBER}月)?(?:{_NUMBER}日|年?([底末]))?(?:([之以]?前)|(?(2)|(?!)))")
_UP_TO = lazy_pattern("(?<![截止])到$")


class PlanYearParams(Params):
    """`other` headings speak of something else (整改); a sentence looks `ahead` (将, 计划) or `back` (虽, 回顾).

    What is to be done by a day is told by words of an `act` (6月底前完成); `done` ones tell of the past.
    """

    other: WordingList = EMPTY
    ahead: WordingList = EMPTY
    back: WordingList = EMPTY
    act: WordingList = EMPTY
    done: WordingList = EMPTY


def check(params: PlanYearParams, document: Document) -> Iterator[Problem]:
    """Report a heading whose own year is not the next one, and days of the plan that are over."""
    year = document.cover.year
    if year.value is None or year.confidence != "sure":
        return
    for block in headings_of(document, ("plan",)):
        following = _names(document, block, year.value + 1)
        found = _of_heading(params, document, block)
        if found is not None and found.is_wrong(year.value, following=following):
            variant = found.variant or ("mixed" if following else None)
            yield _problem(found.span, found.year, year.value, variant)
        elif found is not None or _is_over(document, year.value):
            yield from _deadlines(params, document, block, year.value)


class _Found(NamedTuple):
    """The year that a plan names, in its heading or in its first `sentence`."""

    year: int
    span: Span
    variant: str | None = None

    def is_wrong(self, year: int, *, following: bool) -> bool:
        """Tell whether it is not the year after the report's; a sentence may be one of several, a heading speaks."""
        return self.year != year + 1 if self.variant is None else self.year <= year and not following


def _is_over(document: Document, year: int) -> bool:
    signed = document.cover.signed_on
    return signed is not None and signed.value.year > year


def _problem(span: Span, given: int, year: int, variant: str | None) -> Problem:
    right = str(year + 1)
    fields = {"found": given, "right": right}
    return Problem(span, fields, variant=variant, title=f"改为“{right}”", changes=(Change(span, right),))


def _names(document: Document, block: Block, year: int) -> bool:
    """Tell whether the text under the heading of a plan names a year."""
    body = document.folded.text[document.folded.folded(block.span.start) : document.folded.folded(block.span.end)]
    return str(year) in body or _chinese(year) in body.replace("○", "〇").replace("零", "〇")


def _deadlines(params: PlanYearParams, document: Document, block: Block, year: int) -> Iterator[Problem]:
    """Yield the days by which the plan will have something done and that are over when the report is signed."""
    text, signed = document.folded.text, document.cover.signed_on
    first, last = document.folded.folded(block.span.start), document.folded.folded(block.span.end)
    for match in _DEADLINE.finditer(text, first, last):
        given, start = parse_year(match[1]), match.start(1)
        if given is None or given > year or (signed is not None and signed.value.year <= given):
            continue
        if match[3] is None and _UP_TO.search(text, max(first, start - 2), start) is None:
            continue
        before, behind = around(text, *match.span())
        if params.act.search(behind[:_NEAR]) and not params.done.search(before + match[0] + behind):
            yield _problem(document.folded.span(*match.span(1)), given, year, "deadline")


def _of_heading(params: PlanYearParams, document: Document, block: Block) -> _Found | None:
    section = document.sections[block.section or 0]
    heading = fold(document.text, *section.heading)
    if params.other.search(heading.text):
        return None
    if places := year_places(heading):
        return _Found(*places[0]) if len(places) == 1 else None
    if any(str(digit) in heading.text.partition("、")[2] for digit in range(10)):
        return None  # a period, or a plan named in 《》
    return _of_sentence(params, document, section.body)


def _of_sentence(params: PlanYearParams, document: Document, body: Span) -> _Found | None:
    first = next(sentence_spans(document.text, body.start, min(body.end, body.start + _FIRST)), None)
    sentence = fold(document.text, *first) if first is not None else None
    if sentence is None or params.back.search(sentence.text) or not params.ahead.search(sentence.text):
        return None
    places = year_places(sentence)
    at_start = len(places) == 1 and first is not None and places[0][1].start == first.start
    at_start = at_start and not _MONTH.match(sentence.text)  # a day is not the year of the plan
    return _Found(*places[0], "sentence") if at_start else None


def _chinese(year: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))


KIND = CheckKind("plan-year", PlanYearParams, check)
