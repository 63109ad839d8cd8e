"""The short names that a report has declared so far, and where those declared without marks stand again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.name_edges import goes_on, is_label, stands_apart
from report_lint.text import Intervals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.parsing.meanings import Meaning

# “按照规定”, “提出意见” and the like say nothing of the paper that was given this name.
_COMMON_WORDS = lazy_pattern(
    "规定|办法|意见|通知|决定|方案|计划|制度|措施|标准|要求|报告|目标|规划|规则|法律|要点|清单|指南|指引|安排|任务|决议"
)
_QUOTES = ("“”", "‘’", '""')
_MOST = 20  # names that are looked for in the text; a report declares one or two


class _Declaration(NamedTuple):
    offset: int
    meaning: Meaning


class Aliases:
    """Short names and what they stand for, from where they are declared on."""

    def __init__(self) -> None:
        """Start with none."""
        self._meanings: dict[str, Meaning] = {}
        self._unmarked: dict[str, list[_Declaration]] = {}

    def add(self, name: str, meaning: Meaning, offset: int, *, marked: bool) -> None:
        """Declare a name at an offset of the folded text; one declared in 《》 is used in 《》."""
        self._meanings[name] = meaning
        if not marked and (name in self._unmarked or len(self._unmarked) < _MOST):
            self._unmarked.setdefault(name, []).append(_Declaration(offset, meaning))

    def get(self, name: str) -> Meaning | None:
        """Return what a name stands for here."""
        return self._meanings.get(name)

    def mentions(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Meaning]]:
        """Yield where the names that were declared without marks stand again: 落实“纲要”, 落实纲要要求."""
        busy = Intervals(taken)
        found: list[tuple[int, int]] = []
        for name in sorted(self._unmarked, key=len, reverse=True):
            own = Intervals(sorted(found))
            declarations = self._unmarked[name]
            ends = [*(one.offset for one in declarations[1:]), len(text)]
            for one, end in zip(declarations, ends, strict=True):
                for place in _places(text, name, one.offset, end):
                    if not (busy.overlaps(*place) or own.overlaps(*place)):
                        found.append(place)
                        yield *place, one.meaning


def _places(text: str, name: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = text.find(name, start, end)
    while at >= 0:
        after = at + len(name)
        if _is_mention(text, name, at, after):
            yield at, after
        at = text.find(name, after, end)


def _is_mention(text: str, name: str, start: int, end: int) -> bool:
    if text[start - 1 : start] + text[end : end + 1] in _QUOTES:
        return True
    if len(name) < 2 or _COMMON_WORDS.fullmatch(name):  # noqa: PLR2004
        return False
    return stands_apart(text, start) and not (goes_on(text, end) or is_label(text, end))
