"""Where a part on shortcomings gives their causes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.wording import Wordings

_STOPS = "。；！？\n"
_ITEM = re.compile(
    "(?<=[，。；：！？、 \n])(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]，|（[一二三四五六七八九十]+）)"
)
# “原因：”, “主要原因如下：”, “究其原因，主要有以下几方面”: what announces causes and says none
_ANNOUNCING = "：。，、是有为在于如下以主要几方面个点分析 "


def cause_spans(text: str, markers: Wordings, results: Sequence[str]) -> Iterator[Span]:
    """Yield where causes stand in a folded text, in order and apart.

    A cause reaches from one of `markers` (原因是, 由于) to the next item or the end of the paragraph; where the marker
    only announces a list, it reaches over the list. What one of `results` (导致) names is the outcome: a cause ends
    in front of it, and the words from the start of the sentence up to it are a cause.
    """
    result = re.compile("|".join(map(re.escape, results))) if results else None
    done = 0
    for match in markers.finditer(text):
        if match.start() < done:
            continue
        if result is not None:
            yield from _before_results(text, result, done, match.start())
        end = _end(text, match.end())
        yield Span(match.start(), _without_outcome(text, result, match.end(), end))
        done = end
    if result is not None:
        yield from _before_results(text, result, done, len(text))


def _end(text: str, start: int) -> int:
    """Return where the cause ends whose marker ends at `start`."""
    line = _line_end(text, start)
    item = _ITEM.search(text, start, line)
    if item is not None and text[start : item.start()].strip(_ANNOUNCING):
        return item.start()
    return line if text[start:line].strip(_ANNOUNCING) else len(text)


def _line_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found


def _without_outcome(text: str, result: re.Pattern[str] | None, start: int, end: int) -> int:
    found = result.search(text, start, end) if result is not None else None
    return end if found is None else found.start()


def _before_results(text: str, result: re.Pattern[str], start: int, end: int) -> Iterator[Span]:
    for match in result.finditer(text, start, end):
        first = max(start, *(text.rfind(stop, start, match.start()) + 1 for stop in _STOPS))
        items = [item.start() for item in _ITEM.finditer(text, first, match.start())]
        yield Span(max(items, default=first), match.start())
