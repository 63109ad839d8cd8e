"""Comments of a Markdown report, which are notes to a tool or a colleague and no part of the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from report_lint.text import SourceText

_OPENS, _CLOSES = "<!--", "-->"
_INK = lazy_pattern(r"[^\r\n]")


def without_comments(source: SourceText) -> SourceText:
    """Return a Markdown source with blanks in the place of its comments, so that every offset stays."""
    text = source.text
    if source.format != "markdown" or _OPENS not in text:
        return source
    pieces, done = [], 0
    start = text.find(_OPENS)
    while start >= 0 and (close := text.find(_CLOSES, start + len(_OPENS))) >= 0:
        end = close + len(_CLOSES)
        pieces += [text[done:start], _INK.sub(" ", text[start:end])]
        done = end
        start = text.find(_OPENS, done)
    return replace(source, text="".join([*pieces, text[done:]]))
