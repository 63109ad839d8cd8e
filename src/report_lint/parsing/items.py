"""Items inside a paragraph: 一是…二是…, 第一，…第二，…, 首先，…其次，….

They count only where a clause begins: “思想统一是前提”, “原因之一是”, “第一责任人” hold none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import BLANKS, BREAKS, line_end
from report_lint.parsing.numerals import parse_number
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

ItemStyle = Literal["一是", "第一", "首先"]

_HAN = "一二三四五六七八九十"
# “第一、第二产业”, “第一、二季度”: a pair of ordinals and no item.
_PAIR = f"第|[{_HAN}]{{1,2}}(?:、|和|及|季|产|[级类批期轮线月届次])"
# The first character stands in front of the choices because that is what makes the search fast.
_ITEM = lazy_pattern(
    f"[{_HAN}第首其再最](?:(?<=[{_HAN}])[{_HAN}]{{0,2}}是(?!否)"
    f"|(?<=第)[{_HAN}]{{1,3}}(?:(?=[，,：:是])|(?=、(?!{_PAIR})))"
    "|(?:(?<=首)先|(?<=其)次)(?=[，,、：:是要])"
    "|(?:(?<=再)[次者]|(?<=最)后)(?=[，,、：:]))"
)
# “一是一，二是二”: said of honesty, no item.
_SAYING = lazy_pattern(f"([一二三四五六七八九])是\\1(?:[，。；、”,;{BREAKS}]|\\Z)")
_CLAUSE_STARTS_AFTER = frozenset(f"。；，：！？…“”（;,:!?(*{BLANKS}{BREAKS}")
_WORDS = {"首先": 1, "其次": 2}


@dataclass(frozen=True, slots=True)
class Item:
    """An enumerated item: the span of its number, and of all of it up to the next item or the paragraph's end."""

    style: ItemStyle
    ordinal: int
    mark: Span
    span: Span


def find_items(text: str, span: Span) -> Iterator[Item]:
    """Yield the items of a stretch of text in order; the start of the stretch counts as the start of a clause."""
    marks = list(_marks(text, span))
    for place, (style, ordinal, mark) in enumerate(marks):
        following = marks[place + 1][2].start if place + 1 < len(marks) else span.end
        kept = text[mark.end : line_end(text, mark.end, following)].rstrip(f"{BLANKS}*")
        yield Item(style, ordinal, mark, Span(mark.start, mark.end + len(kept)))


def _marks(text: str, span: Span) -> Iterator[tuple[ItemStyle, int, Span]]:
    """Yield style, ordinal and place of each number of an item."""
    counted = 0  # by 首先, 其次, … up to `done`
    done = span.start
    for match in _ITEM.finditer(text, span.start, span.end):
        start, end = match.span()
        if start > span.start and text[start - 1] not in _CLAUSE_STARTS_AFTER:
            continue
        if match[0].endswith("是"):
            if _SAYING.match(text, start, span.end) is None:
                yield "一是", parse_number(match[0][:-1]) or 0, Span(start, end)
        elif match[0].startswith("第"):
            yield "第一", parse_number(match[0][1:]) or 0, Span(start, end)
        elif match[0] in _WORDS or (counted and line_end(text, done, start) == start):
            counted = _WORDS.get(match[0], counted + 1)
            done = end
            yield "首先", counted, Span(start, end)
