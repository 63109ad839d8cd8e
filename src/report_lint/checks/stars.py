"""Markdown's double stars: which are marks around bold words, and which stand for something left out."""

from __future__ import annotations

from report_lint.lazy import lazy_pattern

# “**一是**加强学法”; in “召开会议**次，培训**人次，” the stars stand for numbers.
_OPEN_NUMBER = "[次件人份场期个项家起名万条户年月日%].?[，。；、）,;]"
BOLD = lazy_pattern(rf"\*\*(?=[^\s*])(?!{_OPEN_NUMBER})(?P<words>[^*\n]{{0,200}}?[^\s*])\*\*(?!\*)")
_LINE = 1000  # characters of a line that are looked at


def in_bold(text: str, start: int) -> bool:
    """Tell whether the double stars at an offset open or close bold words."""
    if BOLD.match(text, start):
        return True
    first = max(text.rfind("\n", max(0, start - _LINE), start) + 1, start - _LINE)
    return any(match.end() == start + 2 for match in BOLD.finditer(text, max(0, first), start + 2))
