"""The lines of a text as the cover sees them: trimmed, numbered, with a folded key for matching."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import find_date
from report_lint.text import Folded, Span, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE = lazy_pattern("[^\n\r\u2028\u2029\x0b\x0c\x85]+")
# Blanks, markdown's marks of headings, stars and quotes, and what a list of a red-headed file puts around a line.
_EDGE = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u3000\ufeff*#>\\"
_BLANKS = lazy_pattern("[\\s\u200b\ufeff]+(?:#{1,6}[\\s\u200b\ufeff]+)?|\\*\\*")
_RULER = lazy_pattern("[-=_—－─━＊★☆~～|:+]*|<!--.*-->")
_FRONT_MATTER = lazy_pattern("---[ \t]*\r?\n(?:[^\n]{0,300}\n){0,40}?---[ \t]*(?:\r?\n|$)")  # of a Markdown file
# A line longer than this is a paragraph: only its beginning is looked at.
LONG = 120
# “…情况报告 2024年，…如下。 一、…” arrives as one line: this much of its beginning is looked at.
_RUN_ON, _RUN_ON_HEAD, _RUN_ON_TAIL = 60, 400, 120
_TITLE_PIECE = lazy_pattern("法治[^。]{0,40}(?:报告|总结|情况)$")


class Line(NamedTuple):
    """A line that is not blank; `key` is its folded text, of a long line only the beginning."""

    at: int
    start: int
    end: int
    key: str

    @property
    def span(self) -> Span:
        """Return where the line stands, without the blanks around it."""
        return Span(self.start, self.end)

    @property
    def long(self) -> bool:
        """Tell whether this is a paragraph rather than a line of a cover."""
        return self.end - self.start > LONG


class Lines:
    """The lines of a text that hold anything; each is folded once, when it is first asked for."""

    __slots__ = ("_folded", "spans", "text")

    def __init__(self, text: str, spans: Iterable[tuple[int, int]], folded: dict[int, Folded] | None = None) -> None:
        """Keep the spans of the lines; `folded` are views known already, by where their line starts."""
        self.text = text
        self.spans = tuple(spans)
        self._folded: dict[int, Folded] = {} if folded is None else folded

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self.spans)

    def __getitem__(self, at: int) -> Line:
        """Return a line with its key."""
        start, end = self.spans[at]
        return Line(at, start, end, self.folded(at).text)

    def folded(self, at: int) -> Folded:
        """Return the folded view of a line, of a long one only of its beginning."""
        start, end = self.spans[at]
        known = self._folded.get(start)
        if known is None:
            known = self._folded[start] = fold(self.text, start, min(end, start + LONG))
        return known

    def short(self, at: int, length: int) -> bool:
        """Tell whether a line has no more characters than this."""
        start, end = self.spans[at]
        return end - start <= length

    def without(self, dropped: Iterable[int]) -> Lines:
        """Return these lines without some of them."""
        gone = frozenset(dropped)
        return Lines(self.text, (span for at, span in enumerate(self.spans) if at not in gone), self._folded)


def squeezed(written: str) -> str:
    """Return a text without blanks, line ends, markdown stars and hashes, its characters as they were written."""
    return _BLANKS.sub("", written)


def read_lines(text: str) -> Lines:
    """Return the lines of a text that hold more than blanks, rulers and comments."""
    spans: list[tuple[int, int]] = []
    front = _FRONT_MATTER.match(text) if text.startswith("---") else None
    for match in _LINE.finditer(text, front.end() if front is not None else 0):
        start, end = match.span()
        written = match[0]
        start += len(written) - len(written.lstrip(_EDGE))
        end -= len(written) - len(written.rstrip(_EDGE))
        if start < end and not (text[start] in "-=_—－─━＊★☆~～|:+<" and _RULER.fullmatch(text, start, end)):
            spans.append((start, end))
    return Lines(text, spans)


def unfolded_run_on(lines: Lines) -> Lines:
    """Return the lines with the title and the signature of a text that lost its line ends set apart."""
    spans = list(lines.spans)
    if spans and spans[-1][1] - spans[-1][0] > _RUN_ON:
        spans[-1:] = _tail_pieces(lines.text, *spans[-1])
    for at in range(min(3, len(spans))):
        start, end = spans[at]
        if end - start > _RUN_ON:
            spans[at : at + 1] = _head_pieces(lines.text, start, end)
            break
    return Lines(lines.text, spans) if len(spans) != len(lines) else lines


def _head_pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the short pieces before the body of a run-on text, where one of them is a title."""
    pieces: list[tuple[int, int]] = []
    titled = False
    for match in re.finditer(r"\S+", text[start : min(end, start + _RUN_ON_HEAD)]):
        if len(match[0]) > LONG // 2 or "。" in match[0]:
            break
        pieces.append((start + match.start(), start + match.end()))
        titled = titled or _TITLE_PIECE.search(match[0]) is not None
    if not titled or not pieces:
        return [(start, end)]
    rest = pieces[-1][1] + len(text[pieces[-1][1] : end]) - len(text[pieces[-1][1] : end].lstrip())
    return [*pieces, (rest, end)] if rest < end else pieces


def _tail_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a run-on text up to its last full stop, then the pieces behind it.

    A sentence may stand behind the signature: “…。 甲县民政局 2025年1月9日 抄送：县委办公室。”
    """
    first = max(start, end - _RUN_ON_TAIL)
    stop = text.rfind("。", first, end) + 1
    if stop == end:
        stop = text.rfind("。", first, end - 1) + 1
        day = find_date(text, stop, end)
        stop = stop if day is not None and text[day.span.end : day.span.end + 1].isspace() else 0
    if not stop:
        yield start, end
        return
    yield start, stop
    for match in re.finditer(r"\S+", text[stop:end]):
        yield stop + match.start(), stop + match.end()
