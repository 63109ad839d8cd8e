"""Offsets of a text and positions of the protocol: lines from 0, columns from 0 in the units the client counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import Position, PositionEncodingKind, Range

from report_lint.text import LineIndex
from report_lint.text import Position as Place

if TYPE_CHECKING:
    from collections.abc import Callable

_UTF16, _UTF8 = PositionEncodingKind.Utf16.value, PositionEncodingKind.Utf8.value


class Positions:
    """Turns offsets of one text into positions and back; an encoding that is not known counts as UTF-16."""

    __slots__ = ("_lines", "_text", "_units")

    def __init__(self, text: str, encoding: str = _UTF16) -> None:
        """Find the lines of the text, which end as the protocol says: CRLF, LF or CR."""
        self._text = text
        self._lines = LineIndex(text)
        self._units = _COUNTERS.get(encoding, _utf16)

    def at(self, offset: int) -> Position:
        """Return the position of an offset."""
        line, column = self._lines.position(offset)
        return Position(line - 1, self._units(self._text[offset - column + 1 : offset]))

    def range(self, start: int, end: int) -> Range:
        """Return the range of a half-open span."""
        return Range(self.at(start), self.at(end))

    def offset(self, position: Position) -> int:
        """Return the offset of a position; one that is beyond its line or the text is moved to the end of that."""
        if position.line >= self._lines.line_count:
            return len(self._text)
        span = self._lines.line_span(position.line + 1)
        start = self._lines.offset(Place(position.line + 1, 1))
        units = 0
        for offset in range(start, span.end):
            units += self._units(self._text[offset])
            if units > position.character:
                return offset
        return span.end

    def span(self, where: Range) -> tuple[int, int]:
        """Return the offsets of a range, in the order of the text."""
        start, end = self.offset(where.start), self.offset(where.end)
        return min(start, end), max(start, end)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


_COUNTERS: dict[str, Callable[[str], int]] = {
    _UTF16: _utf16,
    _UTF8: _utf8,
    PositionEncodingKind.Utf32.value: len,
}
