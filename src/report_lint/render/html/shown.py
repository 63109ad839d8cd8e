"""Text of a report as HTML: escaped, and every character that misleads or may not stand in a page is spelled out."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

# Controls, bidirectional and invisible marks, halves of characters, code points that are no characters.
_SPELLED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e0fff"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_SILENT: Final = "\r"  # a line end needs no label


def shown(value: object) -> object:
    """Return a text as markup, every other value as it is; Jinja passes all that it prints through this.

    What is spelled out is an element `data-u` with its code point, so that the text can be read back exactly.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(_SPELLED.sub(_spelled, str(escape(value))))  # noqa: S704  it is escaped


def one_line(text: str) -> str:
    """Return a text of several lines as one, with single blanks."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """Return a text for a place that holds no elements; what would be spelled out there becomes U+FFFD."""
    return _SPELLED.sub("\ufffd", text)


def _spelled(match: re.Match[str]) -> str:
    code = f"{ord(match[0]):04x}"
    label = "" if match[0] in _SILENT else f"U+{code.upper()}"
    return f'<span class="ch" data-u="{code}">{label}</span>'
