"""Kind `citation-article-style`: articles of a national act in Arabic digits, or 款 and 项 out of order."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.quotation import shortened
from report_lint.lazy import lazy_pattern
from report_lint.register.keys import PREFIX, folded_title
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation

_BLANK = "[ \t\u3000]*"
_NUMBER = "[0-9０-９〇○零一二三四五六七八九十百千]{1,9}"
_BEGINS = lazy_pattern(f"(?:{_BLANK}[（(][^（）()\n]{{0,60}}[）)])?{_BLANK}(?=第)")
# “第3条第1款第（2）项”, “第三十三条之一”, “第5、6条”, “第3条和第9条”, “第12条至第15条”; each match is one unit.
_UNIT = lazy_pattern(
    f"(?P<join>(?:{_BLANK}(?:、|和|及|与|以及|至|到)|[—－-]{{1,2}})?{_BLANK})第(?P<numbers>{_BLANK}[（(]?{_NUMBER}[）)]?"
    f"(?:{_BLANK}(?:、|至|到|和|[—－~～-]{{1,2}}){_BLANK}[（(]?{_NUMBER}[）)]?){{0,9}}{_BLANK})(?P<unit>[条款项目])"
    f"(?P<inserted>之{_NUMBER})?"
)
_ARABIC = lazy_pattern(f"{_BLANK}([0-9０-９]+){_BLANK}")
_DASH = lazy_pattern("[—－~～-]")
_RANKS = "条款项目"
_LAST = 2000  # no act has more articles
_DIGITS, _UNITS = "零一二三四五六七八九", ("", "十", "百", "千")


class ArticleStyleParams(Params):
    """`levels`: the ranks whose articles are numbered in Chinese numerals by law."""

    levels: tuple[str, ...]


def check(params: ArticleStyleParams, document: Document) -> Iterator[Problem]:
    """Report the article behind a national act that has digits where the act has Chinese numerals."""
    for citation in document.citations:
        units = list(_units(document.text, citation.span.end))
        if units and _national(params, citation):
            yield from _problem(units, document.text)


def _national(params: ArticleStyleParams, citation: Citation) -> bool:
    """Tell whether the act is one of the state; 《消防条例》 without the prefix may be the province's."""
    act = citation.instrument
    if act is None or act.level not in params.levels or citation.form == "reference":
        return False
    full = folded_title(citation.title).startswith(PREFIX)
    return full or act.kind == "law" or "namesake" not in act.flags


def _units(text: str, at: int) -> Iterator[re.Match[str]]:
    """Yield the units written one behind the other from an offset on."""
    begins = _BEGINS.match(text, at)
    found = _UNIT.match(text, begins.end()) if begins else None
    while found is not None:
        yield found
        found = _UNIT.match(text, found.end())


def _problem(units: list[re.Match[str]], text: str) -> Iterator[Problem]:
    span = Span(units[0].end("join"), units[-1].end())
    written = shortened(span.of(text))
    ranks = [(_RANKS.index(unit["unit"]), bool(unit["join"].strip())) for unit in units]
    if any(after < before and not joined for (before, _), (after, joined) in pairwise(ranks)):
        yield Problem(span, {"written": written}, variant="order")
        return
    digits = [digit for unit in units for digit in _digits(unit)]
    if not digits:
        return
    numbers = [int(digit[1]) for digit in digits]
    if any(_DASH.search(unit["numbers"] + unit["join"]) for unit in units) or not all(0 < n <= _LAST for n in numbers):
        yield Problem(span, {"written": written}, variant="range")
        return
    changes = tuple(Change(Span(*d.span()), numeral(n)) for d, n in zip(digits, numbers, strict=True))
    yield Problem(span, {"written": written, "right": _changed(span, text, changes)}, changes=changes, safety="safe")


def _digits(unit: re.Match[str]) -> list[re.Match[str]]:
    """Return the Arabic numbers of a unit; those of a 目 are right, which acts number 1., 2., 3."""
    if unit["unit"] == "目":
        return []
    return list(_ARABIC.finditer(unit.string, unit.start("numbers"), unit.end()))


def _changed(span: Span, text: str, changes: tuple[Change, ...]) -> str:
    pieces, at = [], span.start
    for change in changes:
        pieces += [text[at : change.span.start], change.text]
        at = change.span.end
    return shortened("".join((*pieces, text[at : span.end])))


def numeral(number: int) -> str:
    """Return a number from 1 to 9999 in Chinese numerals, as acts count their articles.

    >>> [numeral(number) for number in (10, 19, 101, 110, 1005, 1260)]
    ['十', '十九', '一百零一', '一百一十', '一千零五', '一千二百六十']
    """
    digits = [int(digit) for digit in str(number)]
    written = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        written += _DIGITS[digit] + _UNITS[place] if digit else "零"
    written = re.sub("零+", "零", written).rstrip("零")
    return written.removeprefix("一") if written.startswith("一十") else written


KIND = CheckKind("citation-article-style", ArticleStyleParams, check)
