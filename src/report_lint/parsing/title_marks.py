"""Find what stands between 《 and 》: nested, damaged, broken over a line or a page, or never closed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The longest title of the register that is cited in practice has 79 characters; beyond this the marks
# of two titles with something between them were taken for one.
_LONGEST = 120
_MOST_BREAKS = 5

_LINE_ENDS = "\n\r\u2028\u2029\x0b\x0c\x85"
_TOKEN = lazy_pattern(f"[《》{_LINE_ENDS}]")
_BREAKS = lazy_pattern(f"[ \t\u00a0\u3000]*[{_LINE_ENDS}][{_LINE_ENDS} \t\u00a0\u3000]*")
# “…纲要（2021—⏎⏎— 3 —⏎⏎2025年）》”: a page number between the halves of a title
_PAGE_NUMBER = lazy_pattern(
    f"[{_LINE_ENDS}][ \t\u3000]*[-—–－]*[ \t\u3000]*[0-9]{{1,4}}[ \t\u3000]*[-—–－]*[ \t\u3000]*(?=[{_LINE_ENDS}])"
)
_NEW_PARAGRAPH = lazy_pattern(
    "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.．、]|[#*>-]"
    "|第[一二三四五六七八九十]+[章节部]"
)
_SENTENCE_ENDS = "。；！？：，、"


@dataclass(frozen=True, slots=True)
class MarkedTitle:
    """A title in its marks, and its text as it would stand on one line."""

    span: Span
    text: str


def find_marked_titles(text: str, furniture: Sequence[Span] = ()) -> Iterator[MarkedTitle]:
    """Yield every outermost 《…》, in the order of the text; lines of a page's furniture hold none.

    An opening mark that finds no partner ends with its paragraph, and what it swallowed counts again.
    """
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        mark, at = token[0], token.start()
        if mark == "《":
            opened.append(at)
        elif mark == "》":
            if opened:
                pairs.append((opened.pop(), at + 1))
        elif pairs or opened:
            if opened and _goes_on(text, opened[-1], at):
                continue
            yield from _outermost(text, pairs, furniture)
            opened, pairs = [], []
    yield from _outermost(text, pairs, furniture)


def _goes_on(text: str, start: int, line_end: int) -> bool:
    """Tell whether a title that is open at the end of a line is closed after it: a broken line, not a lost mark."""
    close = _closing(text, line_end, start + _LONGEST)
    if close < 0:
        return False
    head, tail = text[start:line_end].rstrip(), text[line_end:close]
    rest = _BREAKS.sub("", _PAGE_NUMBER.sub("", tail), count=1)
    breaks = sum(tail.count(end) for end in _LINE_ENDS)
    return (
        breaks <= _MOST_BREAKS
        and "。" not in head + tail
        and head[-1] not in _SENTENCE_ENDS
        and _NEW_PARAGRAPH.match(rest) is None
    )


def _closing(text: str, at: int, limit: int) -> int:
    """Return where the title that is open at an offset is closed, behind titles inside it; -1 for nowhere near."""
    close = text.find("》", at, limit)
    inner = text.find("《", at, limit)
    while 0 <= inner < close:
        inner, close = text.find("《", inner + 1, limit), text.find("》", close + 1, limit)
    return close


def _outermost(text: str, pairs: list[tuple[int, int]], furniture: Sequence[Span]) -> Iterator[MarkedTitle]:
    done = 0
    for start, end in sorted(pairs):
        if start < done or end - start > _LONGEST:
            continue
        written = text[start + 1 : end - 1]
        if "。" in written or not written.strip():
            continue
        done = end
        if not _inside(start, furniture):
            yield MarkedTitle(Span(start, end), one_line(written))


def _inside(offset: int, spans: Sequence[Span]) -> bool:
    """Tell whether an offset lies in one of the spans, which are in the order of the text."""
    at = bisect_right(spans, (offset, len(spans) and spans[-1].end)) - 1
    return at >= 0 and offset < spans[at].end


def one_line(written: str) -> str:
    """Return a title without markdown stars and line ends, and without a page number that stood between them."""
    if _BREAKS.search(written) is not None:
        written = _BREAKS.sub("", _PAGE_NUMBER.sub("", written))
    return written.replace("**", "").strip()
