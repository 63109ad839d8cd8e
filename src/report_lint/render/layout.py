"""Text for a terminal: how wide it is, where it wraps, what must not reach the terminal as it is.

Full-width characters take two cells, marks that combine take none. Nothing here knows of findings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 80
STDIN = "-"  # shown in place of the path of standard input

Colour = Literal["error", "warning", "info", "good", "strong", "faint"]

# Bidirectional controls can reorder what a reviewer sees, the others can steer the terminal.
_UNSAFE = lazy_pattern("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_INVISIBLE = lazy_pattern("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]")
_NAMED = {"\t": " ", "\x7f": "␡", "\x85": "␤", "\u2028": "␤", "\u2029": "␤"}
_PICTURES = 0x2400

_WORD = lazy_pattern(
    """
      \\s+
    | [（《〈“‘「『【〔]*
      (?: [!-~]+ | . )
      [，。、；：！？）》〉”’」』】〕…]*
    """,
    re.VERBOSE | re.DOTALL,
)
_ANSI: dict[Colour, str] = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[33m",
    "info": "\x1b[36m",
    "good": "\x1b[32m",
    "strong": "\x1b[1m",
    "faint": "\x1b[2m",
}


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide the output may be and whether it has colours."""

    width: int = WIDTH
    color: bool = False

    def paint(self, text: str, colour: Colour) -> str:
        """Return a text in a colour, as it is where there are none."""
        return f"{_ANSI[colour]}{text}\x1b[0m" if self.color and text else text


def cell_len(text: str) -> int:
    """Return how many cells a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len as measured  # noqa: PLC0415  JSON output does not pay for it

    return measured(text)


def visible(text: str) -> str:
    """Return a text that is safe to print on one line: controls become symbols, invisible marks go."""
    return _UNSAFE.sub(_symbol, _INVISIBLE.sub("", text))


def _symbol(match: re.Match[str]) -> str:
    character = match[0]
    if character in _NAMED:
        return _NAMED[character]
    return chr(_PICTURES + ord(character)) if character < " " else "\ufffd"


def in_one_line(text: str) -> str:
    """Return a text of several lines as one, with single blanks."""
    return visible(" ".join(text.split()))


def wrap(text: str, width: int, first: int | None = None) -> list[str]:
    """Return the lines of a text, each at most `width` cells wide, the first at most `first`.

    Closing punctuation stays with what it closes; a word wider than a line is cut.
    """
    lines, line, room = [], "", width if first is None else first
    for word in _words(text, width):
        if line and cell_len(line) + cell_len(word.rstrip()) > room:
            lines.append(line.rstrip())
            line, room = "", width
        line += word if line else word.lstrip()
    return [*lines, line.rstrip()]


def _words(text: str, width: int) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match[0]
        while cell_len(word) > width:
            piece = cut(word, width) or word[0]
            yield piece
            word = word[len(piece) :]
        if word:
            yield word


def hanging(text: str, lead: str, rest: str, width: int) -> list[str]:
    """Return a text wrapped behind `lead`, its further lines behind `rest`."""
    lines = wrap(text, width - cell_len(rest), width - cell_len(lead))
    return [f"{lead if at == 0 else rest}{line}".rstrip() for at, line in enumerate(lines)]


def cut(text: str, cells: int) -> str:
    """Return as much of the beginning of a text as fits."""
    if cell_len(text) <= cells:
        return text
    used = 0
    for at, character in enumerate(text):
        used += cell_len(character)
        if used > cells:
            return text[:at]
    return text


def shortened(text: str, cells: int) -> str:
    """Return a text that is too wide without its middle: where it begins and ends says most."""
    if cell_len(text) <= cells:
        return text
    tail = cut(text[::-1][:cells], cells // 3)[::-1]
    return cut(text[:cells], cells - cell_len(tail) - 1) + "…" + tail


def padded(text: str, cells: int) -> str:
    """Return a text filled with blanks to a width."""
    return text + " " * (cells - cell_len(text))
