"""Where the clause before a place of a folded text begins."""

from __future__ import annotations

from report_lint.lazy import lazy_pattern

_TO_MARK = lazy_pattern("[^，。；：！？\n]*")


def clause_start(text: str, end: int, reach: int) -> int:
    """Return where the clause that goes on at an offset begins, at most so many characters before it."""
    window = text[max(0, end - reach) : end]
    before = _TO_MARK.match(window[::-1])
    return end - (before.end() if before is not None else 0)
