"""Look up instruments in the text of the register."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from report_lint.errors import PackError
from report_lint.instruments import CitationKind, Instrument, Version
from report_lint.register.keys import key
from report_lint.register.near import one_slip, two_slips

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = (
    "key", "title", "level", "issuer", "number", "promulgated", "effective", "certainty", "superseded", "articles",
    "repealed", "successor", "aliases", "flags",
)  # fmt: skip

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
}
CERTAIN = frozenset({"certain", "derived"})
FIRST = "first"

# A cell of accepted short names: "=代表法；人大代表法". The mark makes the column findable in the text.
ALIAS_MARK = "="
ALIAS_SEPARATOR = "；"


def load_register(path: Path) -> TableRegister:
    """Return the register of a file; nothing but its text is read.

    Raises:
        PackError: the file cannot be read or is no register.
    """
    try:
        text = path.read_text("utf-8-sig").rstrip("\n") + "\n"
    except FileNotFoundError as error:
        raise PackError(f"找不到法规登记表 {path}") from error
    except UnicodeDecodeError as error:
        raise PackError(f"{path}:1: 不是 UTF-8 编码，请另存为 UTF-8") from error
    except OSError as error:
        raise PackError(f"无法读取 {path}：{error.strerror or '读取失败'}") from error
    if not text.startswith("\t".join(HEADER) + "\n"):
        raise PackError(f"{path}:1: 表头应为 {'、'.join(HEADER)}，用制表符分隔")
    if text.count("\t") != text.count("\n") * (len(HEADER) - 1):
        for number, line in enumerate(text.splitlines(), 1):
            if (columns := line.count("\t") + 1) != len(HEADER):
                raise PackError(f"{path}:{number}: 有 {columns} 列，应有 {len(HEADER)} 列")
    return TableRegister(text, str(path))


class TableRegister:
    """The register of one file; implements `vocabulary.Register`."""

    __slots__ = ("_aliases", "_begin", "_found", "_keys", "_name", "_text")

    def __init__(self, text: str, name: str) -> None:
        """Keep the text, which begins with the header line and ends with a line end, and the file's name."""
        self._text = text
        self._name = name
        self._begin = text.index("\n") + 1
        self._found: dict[str, Instrument] = {}
        self._aliases: dict[str, str] | None = None
        self._keys: str | None = None

    def find(self, title: str) -> Instrument | None:
        """Return the instrument with this title, with or without 中华人民共和国, or an accepted short name of it."""
        wanted = key(title)
        found = self._by_key(wanted)
        if found is None and (official := self._alias_table().get(wanted)) is not None:
            found = self._by_key(official)
        return found

    def near(self, title: str, *, slips: int = 1) -> tuple[Instrument, ...]:
        """Return the instruments at most one slip (or two) away from a title, the likeliest first."""
        wanted = key(title)
        keys = one_slip(wanted, self) if slips == 1 else (*one_slip(wanted, self), *two_slips(wanted, self))
        found = (self._by_key(near) for near in dict.fromkeys(keys))
        return tuple(instrument for instrument in found if instrument is not None)

    def titles(self) -> Iterator[str]:
        """Yield every official title, the newest one of an instrument."""
        for line_key in self._key_lines().split():
            found = self._by_key(line_key)
            if found is not None:
                yield found.title

    def __contains__(self, wanted: str) -> bool:
        """Tell whether a key is in the register."""
        return bool(wanted) and self._text.startswith(wanted + "\t", self._lower_bound(wanted))

    def keys_with(self, piece: str) -> Iterator[str]:
        """Yield the keys that hold a piece of text; a line end at its beginning or end is the key's own."""
        keys = self._key_lines()
        at = keys.find(piece)
        while at >= 0:
            start = keys.rfind("\n", 0, at + 1) + 1
            end = keys.index("\n", start)
            yield keys[start:end]
            at = keys.find(piece, end)

    def _by_key(self, wanted: str) -> Instrument | None:
        found = self._found.get(wanted)
        if found is None:
            start = self._lower_bound(wanted)
            if not wanted or not self._text.startswith(wanted + "\t", start):
                return None
            try:
                found = self._found[wanted] = instrument(self._lines_of(wanted, start))
            except (KeyError, ValueError) as error:
                line = self._text.count("\n", 0, start) + 1
                raise PackError(f"{self._name}:{line}: 《{wanted}》的级别、日期或条数有误（{error}）") from error
        return found

    def _lower_bound(self, wanted: str) -> int:
        """Return where the first line begins whose key is not smaller."""
        text = self._text
        low, high = self._begin, len(text)
        while low < high:
            start = text.rfind("\n", 0, (low + high) // 2) + 1
            end = text.index("\t", start)
            if text[start:end] < wanted:
                low = text.index("\n", end) + 1
            else:
                high = start
        return low

    def _key_lines(self) -> str:
        """Return every key on a line of its own; made at the first proposal, a twelfth of the text to search."""
        if self._keys is None:
            text, start, keys = self._text, self._begin, [""]
            while start < len(text):
                end = text.index("\t", start)
                if text[start:end] != keys[-1]:
                    keys.append(text[start:end])
                start = text.index("\n", end) + 1
            self._keys = "\n".join((*keys, ""))
        return self._keys

    def _lines_of(self, wanted: str, start: int) -> list[list[str]]:
        lines = []
        while self._text.startswith(wanted + "\t", start):
            end = self._text.index("\n", start)
            lines.append(self._text[start:end].split("\t"))
            start = end + 1
        return lines

    def _alias_table(self) -> dict[str, str]:
        """Return the key of every accepted short name and the key it stands for; read at the first miss."""
        if self._aliases is None:
            table: dict[str, str] = {}
            text, mark = self._text, "\t" + ALIAS_MARK
            at = text.find(mark)
            while at >= 0:
                start = text.rfind("\n", 0, at) + 1
                official = text[start : text.index("\t", start)]
                names = _names(text[at + 1 : text.index("\t", at + 1)])
                table.update(dict.fromkeys(map(key, names), official))
                at = text.find(mark, at + 1)
            self._aliases = table
        return self._aliases


def instrument(lines: list[list[str]]) -> Instrument:
    """Return the instrument of its lines, one a version, oldest first."""
    rows = [dict(zip(HEADER, line, strict=True)) for line in lines]
    last = rows[-1]
    others = tuple(dict.fromkeys(row["title"] for row in rows if row["title"] != last["title"]))
    named = tuple(name for row in rows for name in _names(row["aliases"]))
    flags = dict.fromkeys(flag for row in rows for flag in row["flags"].split(",") if flag and flag != FIRST)
    return Instrument(
        title=last["title"],
        level=last["level"],
        kind=KINDS[last["level"]],
        versions=tuple(map(_version, rows)),
        repealed_on=_day(last["repealed"]),
        successor=last["successor"] or None,
        aliases=(*others, *named),
        number=last["number"] or None,
        flags=tuple(flags),
    )


def _names(cell: str) -> list[str]:
    return [name for name in cell.removeprefix(ALIAS_MARK).split(ALIAS_SEPARATOR) if name]


def _version(row: dict[str, str]) -> Version:
    return Version(
        promulgated=_day(row["promulgated"]),
        effective=_day(row["effective"]),
        effective_certain=row["certainty"] in CERTAIN,
        superseded=_day(row["superseded"]),
        articles=int(row["articles"]) if row["articles"] else None,
        first=FIRST in row["flags"].split(","),
    )


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
