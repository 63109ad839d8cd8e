"""Add rows to the register of an office's pack: nothing is written here, and nothing wrong comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from report_lint.register.columns import HEADER
from report_lint.register.entries import Mistake
from report_lint.register.joined import begins, place_of, same_version
from report_lint.register.keys import key
from report_lint.register.table import register_of
from report_lint.register.validate import mistakes

if TYPE_CHECKING:
    from datetime import date

    from report_lint.register.columns import Row
    from report_lint.register.entries import Entry
    from report_lint.register.table import TableRegister
    from report_lint.vocabulary import Register

_NAME = "instruments.tsv"
_NEVER_EMPTIED = frozenset({"level", "as_of", "certainty"})


@dataclass(frozen=True, slots=True)
class Result:
    """What adding rows comes to: the new text and what changes, or the mistakes that keep it from being written."""

    text: str
    added: int
    replaced: tuple[str, ...]
    unchanged: int
    mistakes: tuple[Mistake, ...]


class _Place(NamedTuple):
    """A row of the new register and where it comes from: a file that is added, or the register as it was."""

    row: Row
    where: str
    new: bool


class Additions:
    """The register of a pack, and the rows that are added to it one by one."""

    def __init__(self, present: TableRegister | None, earlier: Register | None, today: date) -> None:
        """Start with the rows that are there; `earlier` are the registers of the packs that the pack extends."""
        self._earlier = earlier
        self._today = today.isoformat()
        self._places: dict[str, list[_Place]] = {}
        self._mistakes: list[Mistake] = []
        self._replaced: list[str] = []
        self._added = self._unchanged = 0
        if present is not None:
            for number, row in present.lines():
                self._places.setdefault(row["key"], []).append(_Place(row, f"{present.name}:{number}", new=False))

    def add(self, entry: Entry) -> None:
        """Add a row, or put it in the place of the version that is there."""
        cells = self._titled(entry.cells)
        row = self._completed(cells)
        places = self._places.setdefault(row["key"], [])
        at = same_version([place.row for place in places], row)
        if at is None and (half := _half_dated(places, row)) is not None:
            reason = f"和 {half.where} 说的都是《{row['title']}》，一行有日期、一行没有，补上日期或者合成一行"
            self._mistakes.append(Mistake(entry.where, reason))
        elif at is None:
            self._insert(places, row, entry.where)
        elif places[at].new:
            reason = f"和 {places[at].where} 说的是《{row['title']}》的同一个版本，合成一行再导入"
            self._mistakes.append(Mistake(entry.where, reason))
        else:
            self._replace(places, at, cells, entry.where)

    def result(self) -> Result:
        """Return the new register, checked as a whole."""
        places = [place for name in sorted(self._places) for place in self._places[name]]
        text = "".join("\t".join(cells) + "\n" for cells in (HEADER, *(place.row.values() for place in places)))
        wrong = list(self._mistakes)
        if not wrong:
            found = mistakes(register_of(text, _NAME), self._earlier)
            wrong = [Mistake(places[number - 2].where, reason) for number, reason in found]
        return Result(text, self._added, tuple(self._replaced), self._unchanged, tuple(wrong))

    def _titled(self, cells: Row) -> Row:
        """Return the cells with the title as it is known, where it is: an office may write it short."""
        name, title = key(cells["title"]), cells["title"]
        if places := self._places.get(name):
            title = places[-1].row["title"]
        elif self._earlier is not None and (found := self._earlier.find(title)) is not None:
            title = found.title
        return cells | {"title": title, "key": key(title)}

    def _completed(self, cells: Row) -> Row:
        """Return a whole row: the level as it is known, today as the day of the source, certain unless it says less."""
        row = dict.fromkeys(HEADER, "") | {name: cell for name, cell in cells.items() if cell}
        row["certainty"] = (row["certainty"] or "certain") if row["effective"] else ""
        row["level"] = row["level"] or self._known_level(row)
        row["as_of"] = row["as_of"] or self._today
        return row

    def _known_level(self, row: Row) -> str:
        if places := self._places.get(row["key"]):
            return places[-1].row["level"]
        found = self._earlier.find(row["title"]) if self._earlier else None
        return found.level if found else ""

    def _insert(self, places: list[_Place], row: Row, where: str) -> None:
        if not row["level"]:
            self._mistakes.append(Mistake(where, f"没有写《{row['title']}》的级别"))
            return
        places.insert(place_of([place.row for place in places], row), _Place(row, where, new=True))
        self._added += 1

    def _replace(self, places: list[_Place], at: int, cells: Row, where: str) -> None:
        """Put the cells that are given in the place of those there; the columns that are not given stay."""
        old = places[at].row
        dated = begins(self._completed(cells))
        given = {name: cell for name, cell in cells.items() if cell or (dated and name not in _NEVER_EMPTIED)}
        if not given.get("effective", old["effective"]):
            given["certainty"] = ""
        if all(old[name] == cell for name, cell in given.items()):
            self._unchanged += 1
            return
        row = old | {"as_of": self._today} | given
        row["certainty"] = (row["certainty"] or "certain") if row["effective"] else ""
        places[at] = _Place(row, where, new=True)
        day = f"{row['promulgated']} 公布的" if row["promulgated"] else f"{row['effective']} 施行的"
        self._replaced.append(f"《{row['title']}》" + (f"{day}版本" if begins(row) else ""))


def _half_dated(places: list[_Place], row: Row) -> _Place | None:
    """Return a row added before that has days where this one has none, or the other way round.

    Without days a row speaks of the newest version, which the other row may be or may not be.
    """
    dated = bool(begins(row))
    return next((place for place in places if place.new and bool(begins(place.row)) != dated), None)
