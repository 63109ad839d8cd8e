"""Kind `ordinal-mark`: the wrong mark behind 第一, 首先 or 一是."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.once import together
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.text import Intervals

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from report_lint.document import Document

_HAN = "一二三四五六七八九十"
_BLANKS = " \t\u3000\u00a0*"
# “第一、加强学习”; not “第一、第二产业”, “第一、二批”, “第一、三季度”
_ORDINAL = lazy_pattern(
    f"、(?:(?<=第[{_HAN}]、)|(?<=第十[{_HAN}]、)|(?<=[首其再最][先次后]、))(?![第{_HAN}0-9季批期产届])"
)
# “一是，加强执法”, “二是、…”, “三是：…”; what follows a line end is a list
_ITEM = lazy_pattern(f"[，、：](?<=[{_HAN}]是.)(?![{_BLANKS}]*\n)")
_WORD = lazy_pattern(f"(?:第[{_HAN}]{{1,3}}|首先|其次|再次|最后|[{_HAN}]{{1,3}}是)$")
_LONGEST = 5
_STARTS_AFTER = "\n。；：！？"


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report each of the two forms once, at its first place."""
    folded = document.folded
    for pattern, mark, variant in ((_ORDINAL, "，", None), (_ITEM, "", "item")):
        yield from together(
            Problem(
                folded.span(start, end),
                {"written": folded.text[start:end], "right": folded.text[start : end - 1] + mark},
                variant,
                changes=(Change(folded.span(end - 1, end), mark),),
                safety="safe",
            )
            for start, end in _places(pattern, document)
        )


def _places(pattern: re.Pattern[str], document: Document) -> Iterator[tuple[int, int]]:
    """Yield where the ordinals with the wrong mark stand in the folded text: at the start of a clause only."""
    text = document.folded.text
    furniture = Intervals(document.cover.furniture)
    for match in pattern.finditer(text):
        first = max(0, match.start() - _LONGEST)
        word = _WORD.search(text[first : match.start()])
        if word is None:
            continue
        start = first + word.start()
        span = document.folded.span(start, match.end())
        begins = start == 0 or text[start - 1] in _STARTS_AFTER
        if begins and not furniture.overlaps(*span) and document.title_at(span) is None:
            yield start, match.end()


KIND = CheckKind("ordinal-mark", Params, check)
