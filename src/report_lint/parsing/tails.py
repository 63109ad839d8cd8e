"""What is written behind a title: （2021年修订）, （国办发〔2018〕118号）, （以下简称《纲要》）, 第三条第一款."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.aliases import declared_in
from report_lint.parsing.cited_numbers import number_in
from report_lint.parsing.numerals import YEAR, parse_year
from report_lint.parsing.provisions import read_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.parsing.aliases import Declared
    from report_lint.parsing.cited_numbers import NumberPlace
    from report_lint.parsing.provisions import Articles

_GROUP = lazy_pattern("（([^（）\n]{0,160}(?:（[^（）\n]{0,24}）[^（）\n]{0,80}){0,3})(）?)")
_MOST_GROUPS = 4
_CLAUSES = ("，以下", "，下称", "，下文", "，简称")
_REACH = 100
# “2021年修订”, “2018年修正文本”, “2021年1月22日第十三届…会议修订”, “2021年版”, “2021年”; not 修订草案, 修订稿
_YEAR_NOTE = lazy_pattern(
    f"(?P<year>(?:19[0-9]{{2}}|{YEAR}))(?:年?(?:第[一二三四五六]次)?(?P<word>修订|修正|修改|)(?P<copy>版|文本|本|)"
    "|年[0-9]{1,2}月(?:[0-9]{1,2}日)?[^，。；（）]{0,40}?(?P<act>修订|修正|修改)(?:通过|公布)?)"
)


class Noted(NamedTuple):
    """A year written for the version of an act, in a folded text."""

    start: int
    end: int
    year: int
    word: str


class Tail(NamedTuple):
    """What stands behind a title, and where it ends."""

    end: int
    note: Noted | None = None
    number: NumberPlace | None = None
    declared: Declared | None = None
    articles: tuple[Articles, ...] = ()


def read_tail(text: str, at: int) -> Tail:
    """Return what is written directly behind a title that ends at an offset of a folded text."""
    note: Noted | None = None
    number: NumberPlace | None = None
    declared: Declared | None = None
    for start, end, after in _groups(text, at):
        note = note or year_note(text, start, end)
        number = number or number_in(text, start, end)
        declared = declared or declared_in(text, start, end)
        at = after
    if declared is None and text.startswith(_CLAUSES, at):
        declared = declared_in(text, at, _clause_end(text, at))
    articles, at = read_articles(text, at)
    return Tail(at, note, number, declared, tuple(articles))


def _groups(text: str, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield start and end of what stands in the brackets behind a title, and where they end; an open one ends soon."""
    for _ in range(_MOST_GROUPS):
        group = _GROUP.match(text, at)
        if group is None:
            return
        if not group[2]:
            yield group.start(1), min(group.end(1), group.start(1) + _REACH), at
            return
        at = group.end()
        yield group.start(1), group.end(1), at


def _clause_end(text: str, at: int) -> int:
    stops = [stop for mark in "。；\n" if (stop := text.find(mark, at, at + _REACH)) >= 0]
    return min(stops, default=min(len(text), at + _REACH))


def year_note(text: str, start: int, end: int) -> Noted | None:
    """Return the year of a version that is all that a stretch of a folded text says."""
    note = _YEAR_NOTE.fullmatch(text, start, end)
    year = parse_year(note["year"]) if note else None
    return Noted(start, end, year, note["word"] or note["act"] or note["copy"] or "") if note and year else None
