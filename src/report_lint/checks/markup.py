"""Kind `markup`: marks of Markdown and HTML that stayed in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report_lint.checks.once import together
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.stars import BOLD
from report_lint.parsing.breaks import HAN
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from report_lint.document import Document

# Patterns as text: `re` compiles each when it first searches, and few reports have any of these marks.
# “**二是规范执法”, whose other stars were deleted
_LONE_STARS = r"\*\*(?<=[\n。；：]..)(?![*\s次件人份场期个项家万])"
_HASHES = "(?m)^[ \u3000\u00a0]*(?P<marks>#{1,6}(?: +|(?=[一二三四五六七八九十（(])))"
_ENTITY = "&(?:[a-zA-Z]{2,8}|#[0-9]{2,5}|#x[0-9a-fA-F]{2,5});"
_TAG_NAMES = "p|br|b|i|u|em|div|span|strong|font|center|table|tbody|tr|td|th|img|a|h[1-6]|ul|ol|li"
_TAG = f"(?i)</?(?:{_TAG_NAMES})(?: [^<>\n]{{0,200}})?/?>"
_FENCE = "(?m)^(?P<marks>[ \t]*```[a-z]{0,12}[ \t]*(?:\n|\\Z))"
_ESCAPE = r"\\(?<![A-Za-z0-9:\\]\\)(?:[tnr](?![A-Za-z])|u3000|u200b)"
_INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff"
_TAB = f"\t(?<=(?:{HAN}|[，。；：、）”])\t)(?={HAN}|[“（《])"


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report each kind of mark once, with all its places in the fix; in a Markdown file they are no residue."""
    text = document.text
    if document.source.format != "markdown":
        if "**" in text:
            yield from _once(text, _stars(text))
        for literal, pattern in (("#", _HASHES), ("```", _FENCE)):
            if literal in text:
                yield from _once(text, _plainly(pattern, text))
    if "&" in text:
        yield from _entities(text)
    for literal, pattern in (("<", _TAG), ("\\", _ESCAPE)):
        if literal in text:
            yield from together(Problem(Span(*one.span()), {"mark": one[0]}) for one in re.finditer(pattern, text))
    yield from _unseen(document)


def _plainly(pattern: str, text: str) -> Iterator[tuple[Span, list[Span]]]:
    for match in re.finditer(pattern, text):
        span = Span(*match.span("marks"))
        yield span, [span]


def _stars(text: str) -> Iterator[tuple[Span, list[Span]]]:
    """Yield the place and the marks of all bold words, and of stars that nothing closes."""
    bold = [Span(*one.span()) for one in BOLD.finditer(text)]
    closed = Intervals(bold)
    lone = [Span(*one.span()) for one in re.finditer(_LONE_STARS, text) if not closed.overlaps(*one.span())]
    for place in sorted([*bold, *lone]):
        ends = [Span(place.start, place.start + 2), Span(place.end - 2, place.end)]
        yield place, list(dict.fromkeys(ends))


def _once(text: str, places: Iterable[tuple[Span, list[Span]]]) -> Iterator[Problem]:
    """Yield one problem for all places, whose fix deletes the marks."""
    return together(
        Problem(
            place, {"mark": marks[0].of(text).strip()}, changes=tuple(Change(mark, "") for mark in marks), safety="safe"
        )
        for place, marks in places
    )


def _entities(text: str) -> Iterator[Problem]:
    """Yield one problem for the names of characters, and one for those that would be marks again."""
    from html import unescape  # noqa: PLC0415  its table of names, only where there is one

    found: dict[bool, list[Problem]] = {True: [], False: []}
    for match in re.finditer(_ENTITY, text):
        span, meant = Span(*match.span()), unescape(match[0]).strip()
        if meant != match[0]:
            safe = not any(mark in meant for mark in "<>&")  # may be marks again
            changes = (Change(span, meant),) if safe else ()
            found[safe].append(Problem(span, {"mark": match[0]}, changes=changes, safety="safe" if safe else "manual"))
    for problems in found.values():
        yield from together(problems)


def _unseen(document: Document) -> Iterator[Problem]:
    """Yield characters that no reader sees, and tabs inside sentences; those of tables separate cells."""
    text = document.text
    if any(character in text for character in _INVISIBLE):
        hidden = [Span(*one.span()) for one in re.finditer(f"[{_INVISIBLE}]", text) if one.start()]
        changes = [
            Problem(one, {"mark": "零宽字符"}, "unseen", changes=(Change(one, ""),), safety="safe") for one in hidden
        ]
        yield from together(changes)
    if "\t" in text:
        yield from together(
            Problem(tab, {"mark": "制表符"}, "unseen", changes=(Change(tab, ""),)) for tab in _tabs(document)
        )


def _tabs(document: Document) -> Iterator[Span]:
    """Yield the tabs between the words of a sentence; a line with several is a row of a table."""
    text = document.text
    cells = Intervals(piece.span for piece in document.source.pieces if piece.in_table)
    done = 0
    for match in re.finditer(_TAB, text):
        if match.start() < done:
            continue
        line = document.lines.line_span(document.lines.position(match.start()).line)
        done = line.end
        inside = text.count("\t", *line) - text.startswith("\t", line.start)
        if inside == 1 and "。" in line.of(text) and not cells.overlaps(*match.span()):
            yield Span(*match.span())


KIND = CheckKind("markup", Params, check)
