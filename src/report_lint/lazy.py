"""Patterns that are compiled when they are first used.

A report has the words of half of our patterns at most, and compiling one with a class of Chinese characters
takes longer than searching a whole report with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable


class _LazyPattern:
    """Stands for a compiled pattern: a method asked for is taken from the real one and kept."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._given = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name.startswith("__"):  # copying and pickling ask for what no pattern has
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._given)
        self.__dict__[name] = method = getattr(self._compiled, name)
        return cast("Callable[..., object]", method)

    def __repr__(self) -> str:
        return f"lazy_pattern({self.pattern!r})"


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as `re.compile(source, flags)`; a wrong source raises `re.error` at first use only."""
    return cast("re.Pattern[str]", _LazyPattern(source, flags))
