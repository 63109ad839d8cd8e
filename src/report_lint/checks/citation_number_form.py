"""Kind `citation-number-form`: the number of a cited document with wrong brackets, 第, zeros, or in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.once import once_if_unknown
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import HAN
from report_lint.text import Span
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation

_BLANK = "[ \t\u3000]*"
_OPEN, _CLOSE = "〔\\[［【﹝（(", "〕\\]］】﹞）)"
# “（见云政办〔2024〕3号）”, “（文号：云政办〔2024〕3号）”, “（2024年5月1日印发，云政办〔2024〕3号）”
_LEAD = f"(?:[^{_OPEN}{_CLOSE}\n]{{0,30}}[，,；;：:])?{_BLANK}(?:详见|参见|见|即|文号为?|依据|按照)?"
# “《…》（试行）（云政办[2024]第03号，以下简称《办法》）”. Orders (国务院令第713号) have no year in brackets, and in
# case numbers (（2024）云01行初2号) the year stands in front.
_BEHIND = lazy_pattern(
    f"(?:{_BLANK}[（(][^{_OPEN}{_CLOSE}\n]{{0,20}}[）)])?{_BLANK}[（(]{_LEAD}{_BLANK}(?P<word>{HAN}{{2,16}}){_BLANK}"
    f"(?P<open>[{_OPEN}]){_BLANK}(?P<year>(?:19|20)[0-9]{{2}}){_BLANK}(?P<close>[{_CLOSE}]){_BLANK}"
    f"(?P<order>第?{_BLANK}0*)(?P<serial>[1-9][0-9]{{0,4}}){_BLANK}号"
)


class NumberFormParams(Params):
    """`other_words`, `other_titles`: letters and titles of papers with a numbering of their own (判决书, 合同)."""

    other_words: WordingList = EMPTY
    other_titles: WordingList = EMPTY


def check(params: NumberFormParams, document: Document) -> Iterator[Problem]:
    """Report numbers beside titles that are not written as official numbers are; once on a copy of unknown kind."""
    yield from once_if_unknown(_problems(params, document), document, "several")


def _problems(params: NumberFormParams, document: Document) -> Iterator[Problem]:
    for citation in document.titles:
        behind = _BEHIND.match(document.text, citation.span.end)
        found = _in_front(citation, document) if behind is None else _malformed(behind)
        if found is not None and not _numbered_otherwise(params, citation, found):
            yield found


def _numbered_otherwise(params: NumberFormParams, citation: Citation, found: Problem) -> bool:
    return bool(params.other_words.search(str(found.fields["written"])) or params.other_titles.search(citation.title))


def _malformed(number: re.Match[str]) -> Problem | None:
    right = {"open": "〔", "close": "〕", "order": ""}
    changes = tuple(
        Change(Span(*number.span(part)), text) for part, text in right.items() if number[part].strip() != text
    )
    if not changes:
        return None
    span = Span(number.start("word"), number.end())
    regular = f"{number['word']}〔{number['year']}〕{number['serial']}号"
    fields = {"written": "".join(span.of(number.string).split()), "right": regular}
    return Problem(span, fields, changes=changes, safety="safe")


def _in_front(citation: Citation, document: Document) -> Problem | None:
    """Return the problem of 根据云政办〔2024〕3号《某办法》; 云政办〔2024〕3号文件印发的《某办法》 is a sentence."""
    number = citation.number
    if number is None or not number.before or "〔" not in number.value:
        return None
    between = Span(number.span.end, citation.span.start).of(document.text)
    if between.strip() not in ("", "文", "文件"):
        return None
    fields = {"written": "".join(number.span.of(document.text).split()), "title": citation.title}
    return Problem(number.span, fields, variant="in-front")


KIND = CheckKind("citation-number-form", NumberFormParams, check)
