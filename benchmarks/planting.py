"""Reads `accuracy_plants/FAMILY.toml` and plants what it says into sound reports."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from report_lint import SourceText
from report_lint.text import Format

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent / "accuracy_plants"
REPORTS = (Path(__file__).parents[1] / "examples", Path(__file__).parent / "accuracy_reports")
_KEYS = {
    "in",
    "swap",
    "add",
    "cut",
    "place",
    "also",
    "gone",
    "as",
    "revisions",
    "comments",
    "note",
    "alone",
    "previous",
}


class PlantError(Exception):
    """A plant cannot be planted: an anchor is absent or stands twice, or a key is unknown."""


@dataclass(frozen=True)
class Plant:
    """One defect in one report, the place where it is to be found, and what else it changes, with reasons."""

    code: str
    name: str
    report: str
    text: str
    place: str
    also: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)
    format: Format = "text"
    marks: Mapping[str, int] = field(default_factory=dict)
    alone: bool = False
    previous: str | None = None

    def planted(self) -> SourceText:
        """Return the report with the defect."""
        return SourceText(self.text, format=self.format, **self.marks)


def read_plants(folder: Path = FOLDER) -> list[Plant]:
    """Return the plants of every family.

    Raises:
        PlantError: an anchor is absent or stands twice, a place is absent, or a key is unknown.
    """
    return [
        _plant(code, number, table)
        for path in sorted(folder.glob("*.toml"))
        for code, tables in tomllib.loads(path.read_text(encoding="utf-8")).items()
        for number, table in enumerate(tables, 1)
    ]


@cache
def report_text(name: str) -> str:
    """Return the text of a sound report by the name of its file."""
    path = next((folder / f"{name}.txt" for folder in REPORTS if (folder / f"{name}.txt").exists()), None)
    if path is None:
        raise PlantError(f"no report {name}")
    return path.read_text(encoding="utf-8")


def _plant(code: str, number: int, table: dict[str, Any]) -> Plant:
    name = f"{code}-{number} {table.get('in', '')}"
    if unknown := table.keys() - _KEYS:
        raise PlantError(f"{name}: unknown keys {sorted(unknown)}")
    if (format_ := table.get("as", "text")) not in get_args(Format):
        raise PlantError(f"{name}: unknown format {format_}")
    text = _planted(name, report_text(table["in"]), table)
    if table["place"] not in text:
        raise PlantError(f"{name}: the place {table['place']!r} is not in the planted text")
    marks = {key: table[key] for key in ("revisions", "comments") if key in table}
    also, gone = table.get("also", {}), table.get("gone", {})
    return Plant(
        code,
        name,
        table["in"],
        text,
        table["place"],
        also,
        gone,
        format_,
        marks,
        table.get("alone", False),
        table.get("previous"),
    )


def _planted(name: str, text: str, table: dict[str, Any]) -> str:
    for first, last in table.get("cut", ()):
        start, end = _only(name, text, first), _only(name, text, last) if last else len(text)
        text = text[:start] + text[end:]
    for anchor, new in table.get("add", ()):
        end = _only(name, text, anchor) + len(anchor)
        text = text[:end] + new + text[end:]
    for old, new in table.get("swap", ()):
        start = _only(name, text, old)
        text = text[:start] + new + text[start + len(old) :]
    return text


def _only(name: str, text: str, anchor: str) -> int:
    if text.count(anchor) != 1:
        raise PlantError(f"{name}: the anchor {anchor!r} occurs {text.count(anchor)} times")
    return text.index(anchor)
