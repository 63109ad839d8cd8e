"""Kind `copied`: paragraphs that stood in last year's report, with the same figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from report_lint.checks.compared import SHINGLE, paragraphs
from report_lint.checks.place import heading_in
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import PartId
from report_lint.wording import WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.checks.compared import Paragraph
    from report_lint.document import Document

_NAMED, _OPENING = 3, 10  # paragraphs that one finding for all names, and characters of each


class CopiedParams(Params):
    """What is compared and from where on it is said; the limits are ours, no norm's.

    A paragraph counts from `at_least` characters on, marks apart; it is copied where a share of `near` of its
    characters stands in last year's report too, and every figure in the same surroundings. `leave_out` are parts in
    which the same words every year are no fault, `formulas` words that every report has. From `several` copied
    paragraphs on they are no accident; more than `most` make one finding. The shortcomings get a hint from a share
    `part` of common shingles on, a whole of `long` characters from `whole` on.
    """

    formulas: WordingList
    counters: tuple[str, ...] = ()
    leave_out: tuple[PartId, ...] = ()
    at_least: int = 50
    near: float = 0.9
    several: int = 3
    most: int = 5
    part: float = 0.6
    whole: float = 0.7
    long: int = 300

    @cached_property
    def figure(self) -> re.Pattern[str]:
        """Return the pattern of a figure: 12, 3.2, 96, 三场."""
        single = "".join(one for one in self.counters if len(one) == 1)
        return re.compile(
            f"[0-9][0-9.]*|[〇○零一二三四五六七八九十百千万两]+(?=[{single}])" if single else "[0-9][0-9.]*"
        )


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How a paragraph compares with last year's report."""

    paragraph: Paragraph
    share: float
    shared: int
    shingles: int
    updated: bool  # a figure is another one
    copied: bool


def check(params: CopiedParams, document: Document) -> Iterator[Problem]:
    """Report the copied paragraphs, else the shortcomings or the whole as alike; the wrong year first of all."""
    before = document.previous
    if before is None:
        return
    year, last_year = document.cover.year.value, before.cover.year.value
    if year is not None and last_year is not None and last_year >= year:
        yield Problem(document.anchor, {"year": year, "previous": last_year}, variant="year")
        return
    last = "上年报告" if last_year is None else f"{last_year}年度报告"
    compared = _compared(params, document, before)
    copied = [one for one in compared if one.copied]
    yield from _copied(params, document, copied, compared, last)
    yield from _alike(params, document, compared, last)


def _compared(params: CopiedParams, document: Document, before: Document) -> list[_Likeness]:
    known = {shingle for one in paragraphs(before, params.formulas) for shingle in one.shingles}
    now = paragraphs(document, params.formulas, leave_out=params.leave_out)
    return [_likeness(params, one, known) for one in now]


def _likeness(params: CopiedParams, paragraph: Paragraph, known: set[str]) -> _Likeness:
    hits = [shingle in known for shingle in paragraph.shingles]
    covered = done = 0
    for at, hit in enumerate(hits):
        if hit:
            covered += at + SHINGLE - max(at, done)
            done = at + SHINGLE
    share = covered / len(paragraph.words)
    updated = not all(_kept(hits, *match.span()) for match in params.figure.finditer(paragraph.words))
    copied = not updated and len(paragraph.words) >= params.at_least and share >= params.near
    return _Likeness(paragraph, share, sum(hits), len(hits), updated, copied)


def _kept(hits: Sequence[bool], start: int, end: int) -> bool:
    """Tell whether a figure stands in the other report with a neighbour on either side."""
    first, last = max(0, end + 1 - SHINGLE), max(0, start - 1)
    if first <= last:
        return any(hits[min(first, len(hits) - 1) : last + 1])
    return all(hits[last : first + 1])  # longer than a shingle


def _copied(
    params: CopiedParams, document: Document, copied: Sequence[_Likeness], compared: Sequence[_Likeness], last: str
) -> Iterator[Problem]:
    if len(copied) > params.most:
        same = sum(one.share * len(one.paragraph.words) for one in compared if not one.updated)
        pct = int(100 * same / sum(len(one.paragraph.words) for one in compared))
        openings = [_opening(document, one.paragraph) for one in copied[1 : 1 + _NAMED]]
        fields = {"last": last, "count": len(copied), "pct": pct, "others": "".join(openings)}
        yield Problem(document.folded.span(*copied[0].paragraph.span), fields, variant="whole")
        return
    for one in copied:
        alike = "逐字相同" if one.shared == one.shingles else f"有{min(99, int(100 * one.share))}%的字相同"
        span = document.folded.span(*one.paragraph.span)
        figures = "，数字也没有变" if params.figure.search(one.paragraph.words) else ""
        fields = {"last": last, "alike": alike, "figures": figures}
        yield Problem(span, fields, variant=None if len(copied) >= params.several else "few")


def _opening(document: Document, paragraph: Paragraph) -> str:
    text = paragraph.span.of(document.folded.text).strip()
    return f"“{text[:_OPENING]}…”"


def _alike(params: CopiedParams, document: Document, compared: Sequence[_Likeness], last: str) -> Iterator[Problem]:
    """Report shortcomings that are much alike though no paragraph of them is copied, else a whole of that sort."""
    gap = [one for one in compared if one.paragraph.shortcomings]
    share = _share(gap, params.at_least)
    if share > params.part and not any(one.copied for one in gap):
        fields = {"last": last, "pct": int(100 * share), "part_id": "shortcomings"}
        yield Problem(heading_in(document, "shortcomings"), fields, variant="part")
        return
    share = _share(compared, params.long)
    if share > params.whole and not any(one.copied for one in compared):
        yield Problem(document.anchor, {"last": last, "pct": int(100 * share)}, variant="alike")


def _share(compared: Sequence[_Likeness], at_least: int) -> float:
    """Return how much of some paragraphs, so many characters at least, last year's report has without new figures."""
    if sum(len(one.paragraph.words) for one in compared) < at_least:
        return 0.0
    return sum(one.shared for one in compared if not one.updated) / max(1, sum(one.shingles for one in compared))


KIND = CheckKind("copied", CopiedParams, check)
