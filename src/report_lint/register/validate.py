"""Check the register line by line; the hot path never does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from report_lint.errors import PackError
from report_lint.lazy import lazy_pattern
from report_lint.register.columns import (
    ALIAS_MARK,
    CERTAINTIES,
    FLAGS,
    KINDS,
    LIST_SEPARATOR,
    NAMES,
    names_in,
)
from report_lint.register.joined import begins
from report_lint.register.keys import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.register.columns import Row
    from report_lint.register.table import TableRegister
    from report_lint.vocabulary import Register

_ARTICLES = lazy_pattern("[1-9][0-9]{0,3}")
_INSERTED = lazy_pattern("[1-9][0-9]{0,3}-[1-9][0-9]?")
_DATES = ("promulgated", "effective", "superseded", "repealed", "as_of")


def validate(register: TableRegister, earlier: Register | None = None) -> None:
    """Check every line of a register; `earlier` are the registers of the packs that its pack extends.

    Raises:
        PackError: the first line that is wrong, with file, line and reason.
    """
    for number, reason in mistakes(register, earlier):
        raise PackError(f"{register.name}:{number}: {reason}")


def mistakes(register: TableRegister, earlier: Register | None = None) -> Iterator[tuple[int, str]]:
    """Yield the number of every line that is wrong, and why."""
    seen = _Seen(earlier)
    for number, row in register.lines():
        for reason in (*_of_line(row), *seen.reasons(row, number)):
            yield number, reason
    yield from seen.at_end()


def _of_line(row: Row) -> Iterator[str]:
    """Yield what is wrong with a line by itself."""
    if row["key"] != key(row["title"]) or not row["key"]:
        yield f"{_is('key', row['key'])}，按题名应为“{key(row['title'])}”"
    if row["level"] not in KINDS:
        yield f"{_is('level', row['level'])}，应为 {'、'.join(KINDS)} 之一"
    if unknown := [flag for flag in row["flags"].split(",") if flag and flag not in FLAGS]:
        yield f"{_is('flags', unknown[0])}，应为 {'、'.join(FLAGS)} 之一"
    if row["aliases"] and not row["aliases"].startswith(ALIAS_MARK):
        yield f"{_is('aliases', row['aliases'])}，应以“{ALIAS_MARK}”开头，例如 {ALIAS_MARK}代表法"
    yield from _of_dates(row)


def _is(name: str, cell: str) -> str:
    return f"{name}（{NAMES[name]}）是“{cell}”"


def _of_dates(row: Row) -> Iterator[str]:
    for name in _DATES:
        if row[name] and not _is_day(row[name]):
            yield f"{_is(name, row[name])}，应为日期，例如 2021-01-01"
    if row["articles"] and not _ARTICLES.fullmatch(row["articles"]):
        yield f"{_is('articles', row['articles'])}，应为正整数"
    yield from _of_inserted(row)
    if row["effective"] and row["certainty"] not in CERTAINTIES:
        yield f"{_is('certainty', row['certainty'])}，应为 {'、'.join(CERTAINTIES)} 之一"
    if row["certainty"] and not row["effective"]:
        yield "没有 effective（施行日期），却写了 certainty（施行日期的把握）"
    for early, late, words in _ORDERED:
        if row[early] and row[late] and row[early] > row[late]:
            yield f"{words}：{NAMES[early]} {row[early]}，{NAMES[late]} {row[late]}"


def _of_inserted(row: Row) -> Iterator[str]:
    for cell in filter(None, row["inserted"].split(LIST_SEPARATOR)):
        if not _INSERTED.fullmatch(cell):
            yield f"{_is('inserted', cell)}，应为插入的条文，例如 133-1（第一百三十三条之一），几条之间用英文逗号"
        elif _ARTICLES.fullmatch(row["articles"]) and int(cell.partition("-")[0]) > int(row["articles"]):
            yield f"{_is('inserted', cell)}，第{cell.partition('-')[0]}条不在 {row['articles']} 条之内"


_ORDERED = (
    ("promulgated", "effective", "施行日早于公布日"),
    ("effective", "superseded", "被修改之日早于施行日"),
    ("effective", "repealed", "废止日早于施行日"),
)


def _is_day(cell: str) -> bool:
    try:
        return date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


class _Seen:
    """What the lines before said: order, versions, short names, and what can only be looked up at the end."""

    def __init__(self, earlier: Register | None) -> None:
        self._earlier = earlier
        self._last: Row = dict.fromkeys(("key", "effective", "promulgated", "repealed"), "")
        self._keys: dict[str, int] = {}
        self._aliases: dict[str, tuple[int, str]] = {}
        self._successors: list[tuple[int, str]] = []

    def reasons(self, row: Row, number: int) -> Iterator[str]:
        yield from self._order(row)
        self._last = row
        self._keys.setdefault(row["key"], number)
        for name in names_in(row["aliases"]):
            if key(name) in self._aliases:
                yield f"简称“{name}”在第 {self._aliases[key(name)][0]} 行已用过"
            self._aliases[key(name)] = (number, row["key"])
        if row["successor"]:
            self._successors.append((number, row["successor"]))

    def _order(self, row: Row) -> Iterator[str]:
        last = self._last
        day, before = begins(row), begins(last)
        if row["key"] < last["key"]:
            yield f"没有按 key 排序：“{row['key']}”应在“{last['key']}”之前"
        if row["key"] != last["key"]:
            return
        if day == before or (row["promulgated"] and row["promulgated"] == last["promulgated"]):
            yield f"《{row['title']}》的同一版本出现了两次"
        elif day and day < before:
            yield f"《{row['title']}》的版本没有按时间排列"
        if last["repealed"]:
            yield f"《{row['title']}》上一行已写废止日，废止日应写在最后一个版本上"

    def at_end(self) -> Iterator[tuple[int, str]]:
        for number, title in self._successors:
            if key(title) not in self._keys and (self._earlier is None or self._earlier.find(title) is None):
                yield number, f"successor（{NAMES['successor']}）《{title}》不在登记表中"
        for alias, (number, official) in self._aliases.items():
            yield from ((number, reason) for reason in self._taken(alias, official))

    def _taken(self, alias: str, official: str) -> Iterator[str]:
        """Yield what else a short name means."""
        if alias in self._keys:
            yield f"简称“{alias}”是另一部文件的题名（第 {self._keys[alias]} 行）"
        elif self._earlier is not None:
            found = self._earlier.find(alias)
            if found is not None and key(found.title) != official:
                yield f"简称“{alias}”在所继承的登记表中指《{found.title}》"
