"""The columns of the register, and what a line of them says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from report_lint.instruments import CitationKind, Instrument, Version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADER = (
    "key", "title", "level", "issuer", "number", "promulgated", "effective", "certainty", "superseded", "articles",
    "inserted", "repealed", "successor", "as_of", "aliases", "flags",
)  # fmt: skip

# What a column is called where people read of it.
NAMES = {
    "key": "检索键", "title": "题名", "level": "级别", "issuer": "制定机关", "number": "文号",
    "promulgated": "公布日期", "effective": "施行日期", "certainty": "施行日期的把握", "superseded": "被修改日期",
    "articles": "条数", "inserted": "插入条文", "repealed": "废止日期", "successor": "替代文件",
    "as_of": "来源日期", "aliases": "简称", "flags": "标记",
}  # fmt: skip

# The rank of an instrument that is known by its title and its repeal only.
RANKLESS = "法规规章"

KINDS: dict[str, CitationKind] = {
    "宪法": "law",
    "法律": "law",
    "有关法律问题的决定": "law",
    "行政法规": "regulation",
    "监察法规": "regulation",
    "部门规章": "regulation",
    RANKLESS: "regulation",
    "司法解释": "regulation",
    "党内法规": "party",
    "规范性文件": "document",
    "地方性法规": "local",
    "地方政府规章": "local",
}
CERTAINTIES = ("certain", "derived", "assumed", "secondary", "unknown")
FIRST = "first"
FLAGS = (FIRST, "namesake", "repeal-unsure", "title-unsure")

# A cell of accepted short names: "=代表法；人大代表法". The mark makes the column findable in the text.
ALIAS_MARK = "="
ALIAS_SEPARATOR = "；"
LIST_SEPARATOR = ","

_CERTAIN = frozenset({"certain", "derived"})

Row = dict[str, str]


def row_of(line: str) -> Row:
    """Return the cells of a line by the name of their column."""
    return dict(zip(HEADER, line.split("\t"), strict=True))


def instrument(rows: Sequence[Row], facts_until: date | None = None) -> Instrument:
    """Return the instrument of its rows, one a version, oldest first.

    It is known up to the day that the facts of its pack reach, or the later day of the source of one of its rows.

    Raises:
        KeyError, ValueError: a level, a day or a number is none.
    """
    last = rows[-1]
    others = tuple(dict.fromkeys(row["title"] for row in rows if row["title"] != last["title"]))
    named = tuple(dict.fromkeys(name for row in rows for name in names_in(row["aliases"])))
    flags = dict.fromkeys(flag for row in rows for flag in _listed(row["flags"]) if flag != FIRST)
    versions = tuple(_version(row, rows[at + 1] if at + 1 < len(rows) else None) for at, row in enumerate(rows))
    days = [version.as_of for version in versions if version.as_of is not None]
    return Instrument(
        title=last["title"],
        level=last["level"],
        kind=KINDS[last["level"]],
        versions=versions,
        repealed_on=_day(last["repealed"]),
        successor=last["successor"] or None,
        aliases=(*others, *named),
        number=last["number"] or None,
        flags=tuple(flags),
        issuer=next((row["issuer"] for row in reversed(rows) if row["issuer"]), None),
        known_until=max(facts_until, *days) if facts_until and days else facts_until,
    )


def names_in(cell: str) -> list[str]:
    """Return the accepted short names of a cell."""
    return [name for name in cell.removeprefix(ALIAS_MARK).split(ALIAS_SEPARATOR) if name]


def _version(row: Row, following: Row | None) -> Version:
    """Return a version, which ends where the next one begins unless its row says so."""
    return Version(
        promulgated=_day(row["promulgated"]),
        effective=_day(row["effective"]),
        effective_certain=row["certainty"] in _CERTAIN,
        superseded=_day(row["superseded"] or (following["effective"] if following and row["effective"] else "")),
        articles=int(row["articles"]) if row["articles"] else None,
        first=FIRST in _listed(row["flags"]),
        number=row["number"] or None,
        inserted=tuple(_listed(row["inserted"])),
        as_of=_day(row["as_of"]),
    )


def _listed(cell: str) -> Iterator[str]:
    return filter(None, cell.split(LIST_SEPARATOR))


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
