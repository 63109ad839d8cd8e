"""Kind `claims`: the same figure of the year told twice with two values, or as none and as some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import Field

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.quotation import shortened
from report_lint.checks.report_years import around, furniture_of, within
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import parse_number
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.text import Span

_VALUE = lazy_pattern("([0-9]{1,9}(?:\\.[0-9]{1,4})?|[〇零一二三四五六七八九十百千两]{1,9})[^0-9]{1,2}$")


class Figure(Params):
    """A figure of the whole year: its name, the wordings that count it (each ends in # and a unit) and deny it."""

    name: str = Field(min_length=2)
    counted: WordingList
    none: WordingList = EMPTY


class ClaimsParams(Params):
    """The figures; a sentence with words of `other` speaks of another scope, year or part and is left out."""

    figures: tuple[Figure, ...] = Field(min_length=1)
    compare: Literal["values", "none"]
    other: WordingList = EMPTY


class _Claim(NamedTuple):
    span: Span
    value: float
    words: str


def check(params: ClaimsParams, document: Document) -> Iterator[Problem]:
    """Report the later of two claims that contradict each other, once a figure."""
    for figure in params.figures:
        none = list(_claims(params, figure.none, document, zero=True)) if params.compare == "none" else []
        if params.compare == "none" and not none:
            continue
        some = list(_claims(params, figure.counted, document))
        if params.compare == "none":
            pair = next(((a, b) for a in none for b in some if b.value > 0), None)
        else:
            pair = next(((some[0], b) for b in some[1:] if b.value != some[0].value), None)
        if pair is not None:
            first, second = sorted(pair)
            fields = {"key": figure.name, "a": shortened(first.words), "b": shortened(second.words)}
            yield Problem(second.span, fields)


def _claims(params: ClaimsParams, wordings: WordingList, document: Document, *, zero: bool = False) -> Iterator[_Claim]:
    text, furniture = document.folded.text, furniture_of(document)
    for match in wordings.finditer(text):
        span = document.folded.span(*match.span())
        before, behind = around(text, *match.span())
        told = within(document, span, ("achievements", "first-responsible"))
        if not told or within(document, span, ("plan",)) or furniture.overlaps(*span):
            continue
        value = 0.0 if zero else _value(match[0])
        if value is not None and not params.other.search(before + match[0] + behind):
            yield _Claim(span, value, match[0])


def _value(words: str) -> float | None:
    match = _VALUE.search(words)
    if match is None:
        return None
    return float(match[1]) if match[1][0].isascii() else parse_number(match[1])


KIND = CheckKind("claims", ClaimsParams, check)
