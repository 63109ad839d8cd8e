"""A cover letter in front of the report: “关于报送…的报告”, “请审阅”, a signature, then the report's own title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.lines import LONG
from report_lint.parsing.numerals import find_date
from report_lint.parsing.titles import Title, is_title, names_issuer, title_at
from report_lint.text import Span

if TYPE_CHECKING:
    import re

    from report_lint.parsing.lines import Lines

_MOST_LINES, _MOST_CHARACTERS = 60, 1500
# What only a letter says before another title: its close, its attachment, what it sends.
_MARK = lazy_pattern(
    "附件|特此报告|请审阅|请审议|请查收|请予审|随文|现(?:将|予|把).{0,80}(?:报送|呈送|呈报|上报|报上|公布|公开|印发)|(?:予以|现予)(?:公布|公开)"
)
_LEVEL_ONE = lazy_pattern("[一二三]、")


def find_letter(lines: Lines, title: Title | None) -> tuple[Span, Title] | None:
    """Return the span of a cover letter and the title of the report below it; None where there is no letter.

    A title that follows a whole report belongs to its attachment.
    """
    start = title.last + 1 if title is not None else 0
    begin = title.span.start if title is not None else lines.spans[0][0] if lines.spans else 0
    mark: re.Match[str] | None = None
    dated = False
    found: Title | None = None
    for at in range(start, min(len(lines), start + _MOST_LINES)):
        span = lines.spans[at]
        if span[0] - begin > _MOST_CHARACTERS or _LEVEL_ONE.match(lines.text, span[0]):
            break
        short = lines.short(at, LONG)
        if short and (mark or dated) and is_title(lines[at]) and (found is None or at > found.last):
            candidate = title_at(lines, at, start)
            if candidate and not _listed(lines, candidate) and _plausible(candidate, closed=dated or _closed(mark)):
                found = candidate
        mark = mark if _closed(mark) else _MARK.search(lines.text, *span) or mark
        dated = dated or (short and _dated(lines[at].key))
    if found is None:
        return None
    return Span(begin, found.span.start), found


def _closed(mark: re.Match[str] | None) -> bool:
    """Tell whether a letter has come to its end: it was closed, or it has named its attachment."""
    return mark is not None and not mark[0].startswith("现")


def _plausible(title: Title, *, closed: bool) -> bool:
    """Tell whether a title is one of a report rather than a heading without a number."""
    value = title.located.value
    return names_issuer(value) or (closed and value.rstrip("。").endswith(("报告", "总结")))


def _dated(key: str) -> bool:
    found = find_date(key) if len(key) <= 40 else None  # noqa: PLR2004  a line with a day, not a paragraph
    return found is not None and found.span.end >= len(key) - 3


def _listed(lines: Lines, title: Title) -> bool:
    """Tell whether a title is an item of the list of attachments: no text follows before the letter is signed."""
    for at in range(title.last + 1, min(len(lines), title.last + 4)):
        line = lines[at]
        if line.long or is_title(line):
            return False
        if _dated(line.key):
            return True
    return False
