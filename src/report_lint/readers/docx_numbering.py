"""Automatic list numbers: the lists of numbering.xml, counted through the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.readers.docx_counting import to_words
from report_lint.readers.docx_names import is_on, number, to_number, value, w

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

LEVELS = 9
_LONGEST = 64  # a label is a few characters; a file may claim a megabyte for each paragraph
_PLACEHOLDER = lazy_pattern("%([1-9])")
_BLANKS = lazy_pattern("[\t\n\r]")
_SILENT = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restarts_after` is the highest-numbered level that starts it anew."""

    start: int
    form: str
    template: str
    restarts_after: int
    style: str | None
    is_legal: bool
    has_gap: bool


@dataclass(frozen=True, slots=True)
class _Abstract:
    """An abstract list: its levels, and the numbering style that it may name instead."""

    levels: dict[int, Level]
    link: str | None


@dataclass(slots=True)
class _List:
    """A list as one `w:num` shows it; lists of one abstract list count on together."""

    levels: dict[int, Level]
    starts: dict[int, int]
    counts: list[int | None]
    begun: set[int] = field(default_factory=set)

    def advance(self, level: int) -> None:
        """Count one more at a level; where this list sets its own start, its first paragraph begins there."""
        count = self.counts[level]
        if level in self.starts and level not in self.begun:
            count = None
        self.counts[level] = self._first(level) if count is None else count + 1
        self.begun.add(level)

    def _first(self, level: int) -> int:
        start = self.levels[level].start if level in self.levels else 1
        return self.starts.get(level, start)


@dataclass(frozen=True, slots=True)
class Label:
    """The visible number of a paragraph, and whether a tab or blank sets it off from the text."""

    text: str
    has_gap: bool


class Numbering:
    """Gives each paragraph of a list its number; must be asked in the order of the document."""

    def __init__(self, root: Element | None, list_of_style: Callable[[str], int | None]) -> None:
        """Index the lists; `list_of_style` finds the list that a numbering style names."""
        self._list_of_style = list_of_style
        self._nums: dict[str, Element] = {}
        self._elements: dict[str, Element] = {}
        for element in root if root is not None else ():
            if element.tag == w("num"):
                self._nums[element.get(w("numId"), "")] = element
            elif element.tag == w("abstractNum"):
                self._elements[element.get(w("abstractNumId"), "")] = element
        self._abstracts: dict[str, _Abstract] = {}  # each is read once, however many lists show it
        self._counts: dict[str, list[int | None]] = {}
        self._lists: dict[int, _List | None] = {}

    def level_of_style(self, list_id: int, list_levels: tuple[tuple[str, int | None], ...]) -> int:
        """Return the level that the nearest style has, by the list's link to it or by its own word."""
        found = self._list(list_id)
        linked = {level.style: index for index, level in found.levels.items()} if found is not None else {}
        levels = (linked.get(style, level) for style, level in list_levels)
        return next((level for level in levels if level is not None), 0)

    def count(self, list_id: int, level: int) -> Label | None:
        """Count a paragraph of a list and return its number; a bullet is none."""
        found = self._list(list_id)
        if found is None or level not in found.levels:
            return None
        for above in range(level):  # a parent that never appeared counts as if it had: （一） first, then 二、
            if found.counts[above] is None:
                found.advance(above)
        found.advance(level)
        for below in range(level + 1, LEVELS):
            if below not in found.levels or level < found.levels[below].restarts_after:
                found.counts[below] = None
        return _label(found, level)

    def _list(self, list_id: int) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._make(list_id)
        return self._lists[list_id]

    def _make(self, list_id: int) -> _List | None:
        num = self._nums.get(str(list_id))
        abstract_id, abstract = self._abstract(num)
        if num is None or abstract is None:
            return None
        levels = dict(abstract.levels)
        starts: dict[int, int] = {}
        for override in num.findall(w("lvlOverride")):
            index = to_number(override.get(w("ilvl")))
            start = number(override, w("startOverride"))
            if index is not None and start is not None:
                starts[index] = start
            levels.update(_levels(override))
        counts = self._counts.setdefault(abstract_id, [None] * LEVELS)
        return _List(levels, starts, counts)

    def _abstract(self, num: Element | None) -> tuple[str, _Abstract | None]:
        """Return the abstract list of a list, through the numbering style that it may name instead of levels."""
        abstract_id, abstract = "", None
        for _ in range(2):
            abstract_id = value(num, w("abstractNumId")) or ""
            abstract = self._read(abstract_id)
            if abstract is None or abstract.link is None:
                break
            num = self._nums.get(str(self._list_of_style(abstract.link)))
        return abstract_id, abstract

    def _read(self, abstract_id: str) -> _Abstract | None:
        element = self._elements.get(abstract_id)
        if element is None:
            return None
        if abstract_id not in self._abstracts:
            self._abstracts[abstract_id] = _Abstract(dict(_levels(element)), value(element, w("numStyleLink")))
        return self._abstracts[abstract_id]


def _levels(parent: Element) -> list[tuple[int, Level]]:
    found = ((to_number(element.get(w("ilvl"))), element) for element in parent.findall(w("lvl")))
    return [(index, _level(index, element)) for index, element in found if index is not None and 0 <= index < LEVELS]


def _level(index: int, element: Element) -> Level:
    start, restart = number(element, w("start")), number(element, w("lvlRestart"))
    form = value(element, w("numFmt")) or "decimal"
    is_silent = form == "bullet" or is_on(element.find(w("rPr")), w("vanish"))
    return Level(
        start=0 if start is None else start,
        form=form,
        template="" if is_silent else _BLANKS.sub(" ", value(element, w("lvlText")) or "")[:_LONGEST],
        restarts_after=index if restart is None else min(restart, index),
        style=value(element, w("pStyle")),
        is_legal=bool(is_on(element, w("isLgl"))),
        has_gap=value(element, w("suff")) != "nothing",
    )


def _label(found: _List, level: int) -> Label | None:
    """Return the number of the paragraph just counted: "%1.%2" filled with the counts of both levels."""
    shown = found.levels[level]

    def fill(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        part = found.levels.get(index)
        count = found.counts[index]
        if part is None or count is None or index > level or part.form in _SILENT:
            return ""
        return to_words(count, "decimal" if shown.is_legal else part.form)

    text = _PLACEHOLDER.sub(fill, shown.template)
    label = text.strip()
    return Label(label[:_LONGEST], shown.has_gap or label != text) if label else None
