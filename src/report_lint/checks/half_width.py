"""Kind `half-width`: half-width punctuation between Chinese characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report_lint.checks.once import together
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import HAN
from report_lint.parsing.damage import characters_damaged
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_BLANK = "[ \u3000]?"
# “县委,县政府: 现将…”; not 10:30, 1,800 and http://
_STOP = lazy_pattern(f"[,;?!:](?<=(?:{HAN}|[》”）〕%％]).)(?={_BLANK}(?:{HAN}|[《“（〔]))")
# “通过率达100%.” ends a paragraph; “一.” and “附件.” do not, and “买买提.某某” stands within one
_PERIOD = lazy_pattern(f"(?m)[.](?<=(?:{HAN}|[》”）%％]).)(?<![一二三四五六七八九十件].)(?=[ \t\u3000\r]*$)")
# “(一)”, “(以下简称《办法》)”, “（试行)”; not (2024), (PPP)
_BRACKETS = lazy_pattern("[(（][^()（）\n]{1,120}[)）]")
# “(云办发(2024)6号)”: brackets around brackets
_NESTED = lazy_pattern("[(（][^()（）\n]{0,60}(?:[(（][^()（）\n]{1,60}[)）][^()（）\n]{0,60}){1,3}[)）]")
_NOTE = lazy_pattern("(?m)^[ \t\u3000]*附件[ \u3000]*:")
_HAS_HAN = lazy_pattern(HAN)
_NUMBER = lazy_pattern(f"(?m)^{_BLANK * 2}[(（][0-9]{{1,2}}[)）](?={_BLANK}{HAN})")
_NUMBER_AND_MARK = lazy_pattern(r"[(（][0-9一二三四五六七八九十]{1,3}[)）][、.．,，]")  # a matter of the number's form
_QUOTED = f'"[^"\n]{{0,80}}?{HAN}[^"\n]{{0,80}}"'  # compiled at first use, and seldom
_FULL = dict(zip("(),;:?!.", "（），；：？！。", strict=True))
_SHOWN = 5
_FEW = 4  # marks of a text too short to tell what most of its marks are


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report all marks as one problem, straight quotes as another: which of them open, only a reader can tell.

    Where most marks are half-width the copy was converted, and its marks are not the author's.
    """
    text = document.text
    if characters_damaged(document.source):
        return
    found = [*_stops(text), *_bracketed(text)]
    owned = Intervals(sorted([*document.cover.furniture, *_of_other_rules(document)]))
    found = sorted((one for one in found if not owned.overlaps(*one.span)), key=lambda one: one.span)
    if sum(len(one.changes) for one in found) > max(_FEW, sum(map(text.count, "，；：？！（）"))):
        return
    unsure = document.cover.copy_kind != "submitted"
    yield from _together(found, document, "unsure" if unsure else None)
    quoted = [Problem(Span(*one.span())) for one in re.finditer(_QUOTED, text)] if '"' in text else []
    yield from _together(quoted, document, "quotes-unsure" if unsure else "quotes")


def _of_other_rules(document: Document) -> Iterator[Span]:
    """Yield the recipient with its colon and the colon of “附件:”: rules of form own their marks where they run."""
    cover = document.cover
    if cover.copy_kind != "submitted":
        return
    if cover.recipient is not None:
        yield Span(cover.recipient.span.start, cover.recipient.span.end + 1)
    yield from (Span(*match.span()) for match in _NOTE.finditer(document.text, cover.body.end))


def _together(found: list[Problem], document: Document, variant: str | None) -> Iterator[Problem]:
    places = "”“".join(dict.fromkeys(_shown(one.span, document.text) for one in found[:_SHOWN]))
    count = sum(len(one.changes) or 1 for one in found)
    for problem in together(found):
        yield Problem(
            problem.span,
            {"written": places, "count": count},
            variant=variant,
            changes=problem.changes,
            safety=problem.safety,
        )


def _shown(span: Span, text: str) -> str:
    """Return a mark with the characters beside it, a pair of brackets without most of what is in it."""
    if span.end - span.start == 1:
        return text[span.start - 1 : span.end + 1].strip()
    written = span.of(text)
    return written if len(written) <= len("（第二十条）") else f"{written[:3]}…{written[-2:]}"


def _stops(text: str) -> Iterator[Problem]:
    for match in (*_STOP.finditer(text), *_PERIOD.finditer(text)):
        yield _problem(Span(*match.span()), [match.start()], text)


def _bracketed(text: str) -> Iterator[Problem]:
    if "(" not in text and ")" not in text:
        return
    for match in (*_BRACKETS.finditer(text), *_NESTED.finditer(text), *_NUMBER.finditer(text)):
        start, end = match.end() - len(match[0].lstrip(" \u3000")), match.end()
        halves = [at for at in (start, end - 1) if text[at] in "()"]
        han = _HAS_HAN.search(match[0]) is not None or match.re.pattern == _NUMBER.pattern
        if halves and han and not _NUMBER_AND_MARK.match(text, start):
            yield _problem(Span(start, end), halves, text)


def _problem(span: Span, marks: list[int], text: str) -> Problem:
    changes = tuple(Change(Span(at, at + 1), _FULL[text[at]]) for at in marks)
    return Problem(span, changes=changes, safety="safe")


KIND = CheckKind("half-width", Params, check)
