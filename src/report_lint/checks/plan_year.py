"""Kind `plan-year`: the plan for the next year names a year that is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.report_years import headings_of
from report_lint.parsing.sentences import sentence_spans
from report_lint.parsing.year import year_places
from report_lint.text import Span, fold
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Block, Document

_FIRST = 120


class PlanYearParams(Params):
    """`other` headings speak of something else (整改); a sentence looks `ahead` (将, 计划) or `back` (虽, 回顾)."""

    other: WordingList = EMPTY
    ahead: WordingList = EMPTY
    back: WordingList = EMPTY


def check(params: PlanYearParams, document: Document) -> Iterator[Problem]:
    """Report the year of a plan that is not later than the report's, where the next year is nowhere in the part."""
    year = document.cover.year
    if year.value is None or year.confidence != "sure":
        return
    for block in headings_of(document, ("plan",)):
        body = document.folded.text[document.folded.folded(block.span.start) : document.folded.folded(block.span.end)]
        if str(year.value + 1) in body or _chinese(year.value + 1) in body.replace("○", "〇").replace("零", "〇"):
            continue
        found = _of_heading(params, document, block)
        if found is not None and found[0] <= year.value:
            given, span, variant = found
            right = str(year.value + 1)
            change = Change(span, right)
            yield Problem(
                span, {"found": given, "right": right}, variant=variant, title=f"改为“{right}”", changes=(change,)
            )


def _of_heading(params: PlanYearParams, document: Document, block: Block) -> tuple[int, Span, str | None] | None:
    section = document.sections[block.section or 0]
    heading = fold(document.text, *section.heading)
    if params.other.search(heading.text):
        return None
    if places := year_places(heading):
        return (*places[0], None) if len(places) == 1 else None
    if any(str(digit) in heading.text.partition("、")[2] for digit in range(10)):
        return None  # a period, or a plan named in 《》
    return _of_sentence(params, document, section.body)


def _of_sentence(params: PlanYearParams, document: Document, body: Span) -> tuple[int, Span, str | None] | None:
    first = next(sentence_spans(document.text, body.start, min(body.end, body.start + _FIRST)), None)
    sentence = fold(document.text, *first) if first is not None else None
    if sentence is None or params.back.search(sentence.text) or not params.ahead.search(sentence.text):
        return None
    places = year_places(sentence)
    at_start = len(places) == 1 and first is not None and places[0][1].start == first.start
    return (*places[0], "sentence") if at_start else None


def _chinese(year: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))


KIND = CheckKind("plan-year", PlanYearParams, check)
