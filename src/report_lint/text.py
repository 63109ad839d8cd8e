"""Text with positions: spans, lines and columns, the folded view, and what a reader hands on.

Every offset in report-lint counts code points of the decoded text, from 0, half-open.
The text itself is never normalised; what must ignore width, blanks or markdown stars
searches the folded view, which maps back exactly.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Format = Literal["text", "markdown", "docx"]


class Span(NamedTuple):
    """A half-open range of code points: `text[span.start:span.end]`."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """Tell whether another span, or an offset, lies inside this one."""
        if isinstance(other, int):
            return self.start <= other < self.end
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the characters of `text` inside this span."""
        return text[self.start : self.end]


class Intervals:
    """Spans that can be asked whether they overlap another one, in logarithmic time."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Merge overlapping spans; they come sorted by their start."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether one of the spans shares a character with this one."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end


class Position(NamedTuple):
    """A place as editors show it: line and column from 1, the column in code points."""

    line: int
    column: int


# What editors count as the end of a line (LSP names these three). U+2028, U+2029, form feed,
# vertical tab and U+0085 end a paragraph for parsing, but no editor starts a new line there.
_LINE_END = lazy_pattern(r"\r\n|\n|\r")
_PARAGRAPH_END = lazy_pattern("\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_ASTRAL = lazy_pattern("[\U00010000-\U0010ffff]")


class LineIndex:
    """Turns offsets into lines and columns and back; built once for a text."""

    __slots__ = ("_astral", "_starts", "_text")

    def __init__(self, text: str) -> None:
        """Find the line starts and the characters that UTF-16 counts twice."""
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]

    @property
    def line_count(self) -> int:
        """Return how many lines the text has; an empty text has one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return line and column of an offset, `0 <= offset <= len(text)`."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Return the offset of a line and column that `position()` gave."""
        return self._starts[position.line - 1] + position.column - 1

    def line_span(self, line: int) -> Span:
        """Return the span of a line (from 1) without its line end."""
        start = self._starts[line - 1]
        if line == len(self._starts):
            return Span(start, len(self._text))
        end = self._starts[line]
        return Span(start, start + len(self._text[start:end].rstrip("\r\n")))

    def utf16_column(self, offset: int) -> int:
        """Return the column from 1 of an offset in UTF-16 code units, as LSP counts by default."""
        line, column = self.position(offset)
        start = self._starts[line - 1]
        return column + bisect_right(self._astral, offset - 1) - bisect_right(self._astral, start - 1)

    def offset_of_utf16(self, line: int, column: int) -> int:
        """Return the offset of a line and a UTF-16 column, both from 1."""
        start = self._starts[line - 1]
        offset = start + column - 1
        first = bisect_right(self._astral, start - 1)
        for at in self._astral[first:]:
            if at + 1 > offset:
                break
            offset -= 1
        return offset


def paragraph_spans(text: str) -> Iterator[Span]:
    """Yield the span of every paragraph without its end mark, empty ones included."""
    start = 0
    for match in _PARAGRAPH_END.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


# Blanks of any width, zero-width characters and markdown stars are dropped. Full-width letters and
# digits become ASCII, and half-width brackets, colon, comma, semicolon and question mark become
# full-width, because a heading or a title is the same with either. Line ends are kept.
_FOLDABLE = lazy_pattern("(?P<drop>[ \t\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]+|\\*\\*)|[！-～(),:;?!．]")
_TO_FULL = {ord(half): full for half, full in zip("(),:;?!", "（），：；？！", strict=True)}
_KEEP_FULL = set("（），：；？！")
_TO_HALF = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEEP_FULL}
_FOLD = {**_TO_HALF, **_TO_FULL}


@dataclass(frozen=True, slots=True)
class Folded:
    """A view of a text without what matching must ignore, that maps back exactly.

    `span(start, end)` of the folded text is the span of the source that those characters came from.
    """

    text: str
    _starts: tuple[int, ...] = field(repr=False)  # where each unbroken run begins in the folded text
    _sources: tuple[int, ...] = field(repr=False)  # and where it begins in the source

    def source(self, offset: int) -> int:
        """Return the source offset of the folded character at `offset`."""
        at = bisect_right(self._starts, offset) - 1
        return offset - self._starts[at] + self._sources[at]

    def span(self, start: int, end: int) -> Span:
        """Return the source span of a folded range; an empty range gives an empty span."""
        first = self.source(start)
        return Span(first, self.source(end - 1) + 1 if end > start else first)

    def folded(self, offset: int) -> int:
        """Return the folded offset of the first kept character at or after a source offset."""
        at = max(bisect_right(self._sources, offset) - 1, 0)
        nominal = self._starts[at] + max(offset - self._sources[at], 0)
        following = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return min(nominal, following)


def fold(text: str, start: int = 0, end: int | None = None) -> Folded:
    """Return the folded view of `text[start:end]`; its spans are offsets into the whole text."""
    stop = len(text) if end is None else end
    parts: list[str] = []
    starts, sources = [0], [start]
    done = start
    length = 0
    for match in _FOLDABLE.finditer(text, start, stop):
        at, after = match.span()
        if at > done:
            parts.append(text[done:at])
            length += at - done
        if match["drop"] is None:
            parts.append(_FOLD.get(ord(text[at]), text[at]))
            length += 1
        elif starts[-1] == length:
            sources[-1] = after
        else:
            starts.append(length)
            sources.append(after)
        done = after
    parts.append(text[done:stop])
    return Folded("".join(parts), tuple(starts), tuple(sources))


def fold_without(text: str, gaps: Iterable[Span]) -> Folded:
    """Return the folded view of a text that also leaves out `gaps`, which are in order and apart."""
    parts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    at = length = 0
    for gap in (*gaps, Span(len(text), len(text))):
        piece = fold(text, at, gap.start)
        parts.append(piece.text)
        starts.extend(length + start for start in piece._starts)  # noqa: SLF001  a Folded of this module's making
        sources.extend(piece._sources)  # noqa: SLF001
        length += len(piece.text)
        at = gap.end
    return Folded("".join(parts), tuple(starts), tuple(sources))


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of a source that has paragraphs of its own (a Word file).

    `number` is the span of the automatic list number that the reader wrote into the text;
    `heading_level` is the outline level of the paragraph's style (1 to 9), a hint and no more.
    """

    span: Span
    paragraph: int
    heading_level: int | None = None
    number: Span | None = None
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded report and where its pieces came from.

    `damage` holds Chinese clauses that say what could not be read whole; the tool reports each as INT003.
    `encoding` is the name of the byte encoding, None where there were no bytes. Of the `comments` of a Word
    file `own_comments` are by report-lint; `hidden` are the places where it holds words that are not shown.
    """

    text: str
    path: str | None = None
    format: Format = "text"
    encoding: str | None = None
    pieces: tuple[Piece, ...] = ()
    damage: tuple[str, ...] = ()
    revisions: int = 0
    comments: int = 0
    own_comments: int = 0
    hidden: int = 0
