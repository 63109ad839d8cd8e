"""Plain strings searched in one go: the cost is that of one pass over the text, whatever their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ahocorasick_rs

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_SURROGATE = lazy_pattern("[\ud800-\udfff]")


class Strings:
    """Plain strings, found wherever they stand, overlapping ones too; the matcher is built at first use."""

    __slots__ = ("_matcher", "strings")

    def __init__(self, strings: Iterable[str]) -> None:
        """Keep the strings, none of which may be empty."""
        self.strings = tuple(strings)
        self._matcher: ahocorasick_rs.AhoCorasick | None = None

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Return number, start and end of every string, in the order of the ends."""
        if self._matcher is None:
            self._matcher = ahocorasick_rs.AhoCorasick(self.strings)
        try:
            return self._matcher.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:  # the matcher works on UTF-8, which has no lone surrogates
            return self._matcher.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text), overlapping=True)
