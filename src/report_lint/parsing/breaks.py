"""What counts as blank and where a line ends, for what reads the text where it stands."""

from __future__ import annotations

from report_lint.lazy import lazy_pattern

# For character classes and for strip(). They are those of the folded view and of `text.paragraph_spans`.
BLANKS = (
    " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
    "\u202f\u205f\u2060\u3000\ufeff"
)
BREAKS = "\n\r\u2028\u2029\x0b\x0c\x85"

# A Chinese character, or a letter that is not ASCII: a range of twenty thousand takes 2 ms to compile, this 0.1.
HAN = "[^\\W0-9A-Za-z_]"

_BREAK = lazy_pattern(f"[{BREAKS}]")
_INK = lazy_pattern(f"[^{BLANKS}{BREAKS}]")


def line_end(text: str, at: int, end: int) -> int:
    """Return where the line that holds `at` ends, its end mark not counted."""
    found = _BREAK.search(text, at, end)
    return found.start() if found else end


def next_ink(text: str, at: int, end: int) -> int:
    """Return the offset of the first character from `at` that is neither blank nor line end, or `end`."""
    found = _INK.search(text, at, end)
    return found.start() if found else end
