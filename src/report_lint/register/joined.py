"""Several registers as one: what a later pack says of an instrument adds to what an earlier one says."""

from __future__ import annotations

from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING

from report_lint.register.columns import ALIAS_MARK, ALIAS_SEPARATOR, LIST_SEPARATOR, instrument, names_in
from report_lint.register.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from report_lint.instruments import Instrument
    from report_lint.register.columns import Row
    from report_lint.register.table import TableRegister


def join(tables: Sequence[TableRegister]) -> Lookup | None:
    """Return the registers of packs as one, the packs that others extend in front."""
    return JoinedRegister(tables) if len(tables) > 1 else next(iter(tables), None)


class JoinedRegister(Lookup):
    """The registers of several packs; what a later one says goes before what an earlier one says."""

    __slots__ = ("_tables",)

    def __init__(self, tables: Sequence[TableRegister]) -> None:
        """Join registers in the order of their packs."""
        super().__init__()
        self._tables = tuple(tables)

    def keys(self) -> Iterator[str]:
        """Yield every key, sorted, each once."""
        for name, _ in groupby(merge(*(table.keys() for table in self._tables))):
            yield name

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield the names that a running text may name without marks, each with its key."""
        for table in self._tables:
            yield from table.names()

    def keys_with(self, piece: str) -> Iterator[str]:
        """Yield the keys that hold a piece of text."""
        for table in self._tables:
            yield from table.keys_with(piece)

    def keys_numbered(self, number: str) -> Iterator[str]:
        """Yield the keys of the instruments a version of which has a number."""
        for table in self._tables:
            yield from table.keys_numbered(number)

    def official(self, wanted: str) -> str | None:
        """Return the key that the key of an accepted short name stands for."""
        found = (table.official(wanted) for table in reversed(self._tables))
        return next((name for name in found if name is not None), None)

    def __contains__(self, wanted: str) -> bool:
        """Tell whether a key is in one of the registers."""
        return any(wanted in table for table in self._tables)

    def _read(self, wanted: str) -> Instrument | None:
        tables = [table for table in self._tables if wanted in table]
        if len(tables) <= 1:
            return tables[0].by_key(wanted) if tables else None
        rows = list(tables[0].rows(wanted))
        for table in tables[1:]:
            rows = merged(rows, table.rows(wanted))
        days = [table.known_until for table in tables if table.known_until is not None]
        return instrument(rows, max(days, default=None))


def merged(earlier: Sequence[Row], later: Iterable[Row]) -> list[Row]:
    """Return the rows of an instrument with those of a later pack: new versions in their place, known ones amended.

    A row of a version that is there replaces its cells, and an empty cell leaves what is known. A row without
    a day speaks of the newest version. The title stays as it was: an office that writes 行政处罚法 does not say
    that the act lost its 中华人民共和国.
    """
    rows = list(earlier)
    for new in later:
        row = new | {"title": rows[-1]["title"]} if rows else new
        at = same_version(rows, row)
        if at is not None:
            rows[at] = amended(rows[at], row)
            continue
        rows.insert(place_of(rows, row), row)
    return rows


def amended(earlier: Row, later: Row) -> Row:
    """Return a row with the cells that a later one fills; short names add up."""
    filled = {name: cell for name, cell in later.items() if cell}
    if "effective" in filled:
        filled["certainty"] = later["certainty"]
    aliases = dict.fromkeys([*names_in(earlier["aliases"]), *names_in(later["aliases"])])
    flags = dict.fromkeys(filter(None, LIST_SEPARATOR.join((earlier["flags"], later["flags"])).split(LIST_SEPARATOR)))
    filled["aliases"] = ALIAS_MARK + ALIAS_SEPARATOR.join(aliases) if aliases else ""
    filled["flags"] = LIST_SEPARATOR.join(flags)
    return earlier | filled


def same_version(rows: Sequence[Row], row: Row) -> int | None:
    """Return the place of the version that a row speaks of: the newest where it names no day."""
    if not begins(row):
        return len(rows) - 1 if rows else None
    for at, other in enumerate(rows):
        if any(row[name] and row[name] == other[name] for name in ("promulgated", "effective")):
            return at
    return None


def place_of(rows: Sequence[Row], row: Row) -> int:
    """Return where a version that is not among the rows stands: in front of the first one that began later."""
    return next((at for at, other in enumerate(rows) if begins(other) > begins(row)), len(rows))


def begins(row: Row) -> str:
    """Return the day that versions are put in order by."""
    return row["effective"] or row["promulgated"]
