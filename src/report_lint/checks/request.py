"""Kind `request`: a report that asks for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.text import Intervals
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_STOPS = "。！；\n"
_LAST_PARAGRAPHS = 3
_NEAR = 4  # characters in front of a wording that may turn it into another word


class RequestParams(Params):
    """`closing` ends a request, `asks` are requests in the text; neither counts behind one of `unless_before`."""

    closing: WordingList
    asks: WordingList
    unless_before: WordingList = EMPTY


def check(params: RequestParams, document: Document) -> Iterator[Problem]:
    """Report the formula that closes a request, in the last paragraphs as what it is, and requests in the text."""
    folded = document.folded
    text = folded.text
    start, end = (folded.folded(offset) for offset in document.cover.body)
    last = _last(text, start, end)
    furniture = Intervals(document.cover.furniture)
    done = start
    matches = [(True, match) for match in params.closing.finditer(text)]
    matches += [(False, match) for match in params.asks.finditer(text)]
    for closes, match in sorted(matches, key=lambda one: (one[1].start(), not one[0])):
        span = folded.span(*match.span())
        at, after = match.span()
        if not done <= at < end or furniture.overlaps(*span) or document.title_at(span) is not None:
            continue
        if params.unless_before.search(text[max(0, at - _NEAR) : at]) or (
            closes and text[after : after + 1] not in _STOPS
        ):
            continue
        done = after
        yield Problem(span, {"written": match[0]}, None if closes and at >= last else "inside")


def _last(text: str, start: int, end: int) -> int:
    """Return where the last paragraphs of the body begin."""
    at = len(text[:end].rstrip())
    for _ in range(_LAST_PARAGRAPHS):
        at = len(text[: max(start, text.rfind("\n", start, at))].rstrip())
    return max(start, at)


KIND = CheckKind("request", RequestParams, check)
