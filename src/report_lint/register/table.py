"""Look up instruments in the text of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.errors import PackError
from report_lint.files import read_limited
from report_lint.register.columns import ALIAS_MARK, HEADER, Row, instrument, names_in, row_of
from report_lint.register.key_list import KeyList
from report_lint.register.keys import key
from report_lint.register.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from report_lint.instruments import Instrument

# The ranks whose bare names a running text may name: 依据行政处罚法、信访工作条例.
_BARE = frozenset({"宪法", "法律", "行政法规", "监察法规", "党内法规"})


def load_register(path: Path, known_until: date | None = None) -> TableRegister:
    """Return the register of a file; nothing but its text is read.

    Raises:
        PackError: the file cannot be read or is no register.
    """
    try:
        text = read_limited(path).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise PackError(f"找不到法规登记表 {path}") from error
    except UnicodeDecodeError as error:
        raise PackError(f"{path}:1: 不是 UTF-8 编码，请另存为 UTF-8") from error
    except OSError as error:
        raise PackError(f"无法读取 {path}：{error.strerror or '读取失败'}") from error
    return register_of(text, str(path), known_until)


def register_of(text: str, name: str, known_until: date | None = None) -> TableRegister:
    """Return the register of a text; `name` is what errors call it.

    Raises:
        PackError: the text is no register.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.rstrip("\n") + "\n"
    if not text.startswith("\t".join(HEADER) + "\n"):
        raise PackError(f"{name}:1: 表头应为 {'、'.join(HEADER)}，用制表符分隔")
    if text.count("\t") != text.count("\n") * (len(HEADER) - 1):
        for number, line in enumerate(text.split("\n"), 1):
            if (columns := line.count("\t") + 1) != len(HEADER):
                raise PackError(f"{name}:{number}: 有 {columns} 列，应有 {len(HEADER)} 列")
    return TableRegister(text, name, known_until)


class TableRegister(Lookup):
    """The register of one file; `known_until` is the day up to which its pack knows facts."""

    __slots__ = ("_aliases", "_begin", "_keys", "_text", "known_until", "name")

    def __init__(self, text: str, name: str, known_until: date | None = None) -> None:
        """Keep the text, which begins with the header line and ends with a line end, and the file's name."""
        super().__init__()
        self.known_until = known_until
        self._text = text
        self.name = name
        self._begin = text.index("\n") + 1
        self._aliases: dict[str, str] | None = None
        self._keys: KeyList | None = None

    def lines(self) -> Iterator[tuple[int, Row]]:
        """Yield every row with the number of its line."""
        for number, line in enumerate(self._rows(), 2):
            yield number, row_of(line)

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield the names under which a running text may name an instrument without marks, each with its key.

        These are the title, the title without 中华人民共和国 and the accepted short names of acts and Party
        regulations; decisions, interpretations, rules of departments and documents are not named bare.
        """
        known: dict[tuple[str, str], None] = {}
        for line in self._rows():
            name, title, level, _ = line.split("\t", 3)
            if level in _BARE:
                known[title, name] = known[name, name] = None
        for alias, line in self._aliased():
            name, _, level, _ = line.split("\t", 3)
            if level in _BARE:
                known[alias, name] = None
        yield from known

    def keys(self) -> Iterator[str]:
        """Yield every key, sorted."""
        yield from self._key_list().keys

    def __contains__(self, wanted: str) -> bool:
        """Tell whether a key is in the register."""
        return bool(wanted) and self._text.startswith(wanted + "\t", self._lower_bound(wanted))

    def keys_with(self, piece: str) -> Iterator[str]:
        """Yield the keys that hold a piece of text; a line end at its beginning or end is the key's own."""
        return self._key_list().having(piece)

    def keys_numbered(self, number: str) -> Iterator[str]:
        """Yield the keys of the instruments a version of which has a number."""
        cell, text = f"\t{number}\t", self._text
        at = text.find(cell)
        while at >= 0:
            start = text.rfind("\n", 0, at) + 1
            if row_of(text[start : text.index("\n", at)])["number"] == number:
                yield text[start : text.index("\t", start)]
            at = text.find(cell, at + 1)

    def _rows(self) -> list[str]:
        return self._text[self._begin : -1].split("\n") if self._begin < len(self._text) else []

    def rows(self, wanted: str) -> Iterator[Row]:
        """Yield the rows of a key, oldest first."""
        start = self._lower_bound(wanted)
        while wanted and self._text.startswith(wanted + "\t", start):
            end = self._text.index("\n", start)
            yield row_of(self._text[start:end])
            start = end + 1

    def official(self, wanted: str) -> str | None:
        """Return the key that the key of an accepted short name stands for; they are read at the first miss."""
        if self._aliases is None:
            self._aliases = {key(name): line.partition("\t")[0] for name, line in self._aliased()}
        return self._aliases.get(wanted)

    def _read(self, wanted: str) -> Instrument | None:
        try:
            rows = list(self.rows(wanted))
            return instrument(rows, self.known_until) if rows else None
        except (KeyError, ValueError) as error:
            line = self._text.count("\n", 0, self._lower_bound(wanted)) + 1
            raise PackError(f"{self.name}:{line}: 《{wanted}》的级别、日期或条数有误（{error}）") from error

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

    def _key_list(self) -> KeyList:
        """Return every key; made at the first proposal, a twelfth of the text to search."""
        if self._keys is None:
            self._keys = KeyList(line.partition("\t")[0] for line in self._rows())
        return self._keys

    def _aliased(self) -> Iterator[tuple[str, str]]:
        """Yield every accepted short name with its line."""
        text, mark = self._text, "\t" + ALIAS_MARK
        at = text.find(mark)
        while at >= 0:
            line = text[text.rfind("\n", 0, at) + 1 : text.index("\n", at)]
            for name in names_in(text[at + 1 : text.index("\t", at + 1)]):
                yield name, line
            at = text.find(mark, at + 1)
