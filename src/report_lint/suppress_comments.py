"""Suppressions written into a Markdown report: <!-- report-lint: ignore CIT002 引用原文，保留 -->.

At the end of a line a comment speaks of that line, on a line of its own of the next line with words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.suppress import Suppression
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.text import SourceText

_MARK = "report-lint:"
_COMMENT = lazy_pattern(
    r"<!--[ \t]*report-lint:[ \t]*ignore[ \t]+(?P<code>[A-Za-z]{3}[0-9]{3})\b(?P<reason>[^\n\r]{0,500}?)-->"
)
_NEXT_LINE = lazy_pattern(r"[^\S\n\r]*[\n\r](?:[^\S\n\r]*(?:<!--[^\n\r]{0,600}?-->[^\S\n\r]*)?[\n\r])*")
_BLANKS = " \t\u3000：:，,—-"


def comment_suppressions(source: SourceText) -> tuple[Suppression, ...]:
    """Return the suppressions of the comments of a Markdown report; one without a reason accepts nothing."""
    if source.format != "markdown" or _MARK not in source.text:
        return ()
    return tuple(_found(source.text))


def _found(text: str) -> Iterator[Suppression]:
    for match in _COMMENT.finditer(text):
        reason = match["reason"].strip(_BLANKS)
        place = Span(*match.span())
        yield Suppression(match["code"].upper(), reason, lines=_line(text, place), place=place)


def _line(text: str, place: Span) -> Span:
    """Return the line that a comment speaks of."""
    start = max(text.rfind("\n", 0, place.start), text.rfind("\r", 0, place.start)) + 1
    if _without_comments(text[start : place.start]):
        return Span(start, place.start)
    following = _NEXT_LINE.match(text, place.end)
    begin = following.end() if following is not None else place.end
    end = min((at for at in (text.find("\n", begin), text.find("\r", begin)) if at >= 0), default=len(text))
    return Span(begin, max(begin, end))


def _without_comments(before: str) -> str:
    return _COMMENT.sub("", before).strip()
