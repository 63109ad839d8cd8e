"""Where Chinese sentences begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A sentence ends at 。！？； (half-width in damaged copies), closing marks included: “坚持依法行政。”
# “主要表现在：一是…，二是…”: each item is a sentence of its own; not so “思想统一是前提”, “原因之一是”.
_STOPS = "。！？；｡!?;\n\r\u2028\u2029\x0b\x0c\x85"
_END = lazy_pattern(
    f"[{_STOPS}，：,:](?:(?<=[{_STOPS}])[。！？；｡!?;]*[”’」』）)】》〉]*|(?:\\*\\*)?(?=[一二三四五六七八九十]{{1,2}}是))"
)
_BLANK = " \t\r\n\u3000\u00a0\u2028\u2029\x0b\x0c\x85"


def sentence_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span of every sentence of `text[start:end]`, without the blanks around it; never an empty one."""
    at = start
    for after in (*sentence_ends(text, start, end), end):
        yield from _trimmed(text, at, after)
        at = after


def sentence_ends(text: str, start: int, end: int) -> list[int]:
    """Return where the sentences of `text[start:end]` end, their end marks included; the last one may lack."""
    return [match.end() for match in _END.finditer(text, start, end)]


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    kept = piece.strip(_BLANK)
    if kept:
        first = start + len(piece) - len(piece.lstrip(_BLANK))
        yield Span(first, first + len(kept))
