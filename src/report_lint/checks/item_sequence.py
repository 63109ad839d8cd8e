"""Kind `item-sequence`: 二是 without 一是, 三是 without 二是."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.parsing.items import Item, find_items
from report_lint.text import Intervals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document, Section

_FORMS = {"一是": "{}是", "第一": "第{}"}
_HAN = "零一二三四五六七八九十"
_MOST = 10
_DEEPEST = 8  # lists inside one another


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report each item whose predecessor stands nowhere before it in its section."""
    furniture = Intervals(document.cover.furniture)
    place: int | None = -1
    tails: list[int] = []  # the last ordinal of each list that is still open; lists may stand inside an item
    slipped: set[int] = set()  # 二是, 四是, 四是: the first 四是 stands for 三是, the second is right
    for item in find_items(document.text, document.cover.body):
        if furniture.overlaps(*item.mark) or document.title_at(item.mark) is not None:
            continue
        section = _section(document, item)
        if section != place:
            place, tails, slipped = section, [], set()
        del tails[:-_DEEPEST]
        if item.ordinal == 1 or not 0 < item.ordinal <= _MOST:
            tails.append(item.ordinal)
            continue
        while tails and tails[-1] != item.ordinal - 1 and (item.ordinal - 1) in tails:
            tails.pop()
        if tails and tails[-1] == item.ordinal - 1:
            tails[-1] = item.ordinal
            continue
        tails.append(item.ordinal)
        if item.ordinal in slipped:
            slipped.discard(item.ordinal)
        elif item.style in _FORMS:  # 其次 may follow what says no 首先
            slipped.add(item.ordinal)
            form = _FORMS[item.style]
            names = (form.format(_HAN[number]) for number in (item.ordinal, item.ordinal - 1))
            yield Problem(item.mark, dict(zip(("written", "missing"), names, strict=True)))


def _section(document: Document, item: Item) -> int | None:
    """Return the numbered section that an item stands in; a line without a number may belong to its list."""
    section: Section | None = document.section_at(item.mark.start)
    while section is not None and section.rank is None:
        section = document.parent_of(section)
    return None if section is None else section.index


KIND = CheckKind("item-sequence", Params, check)
