"""Kind `heading-marks`: the marks behind heading numbers, and those at the end of headings on lines of their own."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from report_lint.checks.heading_numbers import number_span
from report_lint.checks.once import together
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import next_ink
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from report_lint.document import Document, Section

# By rank, a number with the wrong mark: “一.”, “（一）、”, “1、”, “（1）、”; and the right mark.
_WRONG = {
    1: (lazy_pattern("[一二三四五六七八九十]+([.．，,])"), "、"),
    2: (lazy_pattern("[（(]?[一二三四五六七八九十]+[）)]([、.．，,])"), ""),
    3: (lazy_pattern("[0-9０-９]{1,2}(、)"), "."),
    4: (lazy_pattern("[（(]?[0-9０-９]{1,2}[）)]([、.．，,])"), ""),
}
_FULL = str.maketrans("()", "（）")
_LONGEST = 60


class HeadingMarksParams(Params):
    """What is reported: the mark behind the `number`, or the mark at the `end`."""

    report: Literal["number", "end"]


def check(params: HeadingMarksParams, document: Document) -> Iterator[Problem]:
    """Report the wrong marks behind numbers in a copy that is submitted, one finding for each style; or mixed ends."""
    if params.report == "end":
        yield from _ends(document)
    elif document.cover.copy_kind != "published":
        variant = "unsure" if document.cover.copy_kind == "unknown" else None
        styles: dict[int, list[Problem]] = defaultdict(list)
        for rank, problem in _numbers(document, variant):
            styles[rank].append(problem)
        for problems in styles.values():
            yield from together(problems)


def _numbers(document: Document, variant: str | None) -> Iterator[tuple[int, Problem]]:
    counted = Intervals(piece.span for piece in document.source.pieces if piece.in_table)
    for section in document.sections:
        pattern, right = _WRONG.get(section.rank or 0, (None, ""))
        span = number_span(document, section)
        match = pattern.match(document.text, *span) if pattern is not None else None
        if match is None or counted.overlaps(*span):
            continue
        written = match[0]
        kept = written[: match.start(1) - match.start()]
        fields = {"written": written, "right": kept.translate(_FULL) + right}
        yield (
            section.rank or 0,
            Problem(Span(*match.span()), fields, variant, changes=_changes(match, right), safety="safe"),
        )


def _changes(match: re.Match[str], right: str) -> tuple[Change, ...]:
    """Return the changes of a number: its mark, and half-width brackets, which would be the next finding."""
    halves = [at for at, character in enumerate(match[0], match.start()) if character in "()"]
    brackets = (Change(Span(at, at + 1), match.string[at].translate(_FULL)) for at in halves)
    return (*brackets, Change(Span(*match.span(1)), right))


def _ends(document: Document) -> Iterator[Problem]:
    """Report each level once whose headings on lines of their own end now with 。, now without."""
    levels: dict[int | None, tuple[list[Section], list[Section]]] = defaultdict(lambda: ([], []))
    text = document.text
    for section in document.sections:
        end = section.heading.end
        alone = not section.run_in and section.rank is not None and end - section.heading.start <= _LONGEST
        following = next_ink(text, end, section.span.end)
        with_stop = text.startswith("。", following) and "\n" not in text[end:following]
        if with_stop:
            following = next_ink(text, following + 1, section.span.end)
        # a line that nothing stands under is an item of a list, whose 。 ends a sentence
        if alone and following < section.span.end and "\n" in text[end:following]:
            levels[section.rank][0 if with_stop else 1].append(section)
    for with_stops, without in levels.values():
        if with_stops and without:
            fields = {"stops": len(with_stops), "bare": len(without), "level": with_stops[0].number}
            stops = [text.index("。", section.heading.end) for section in with_stops]
            changes = tuple(Change(Span(stop, stop + 1), "") for stop in stops)
            yield Problem(Span(with_stops[0].heading.start, stops[0] + 1), fields, changes=changes)


KIND = CheckKind("heading-marks", HeadingMarksParams, check)
