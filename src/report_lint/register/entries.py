"""The rows of a CSV or JSONL file that an office keeps, in the columns of the register."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from report_lint.register.cells import HEADINGS, cell_of, column_of
from report_lint.register.columns import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from report_lint.register.columns import Row

_SEPARATORS = ",\t;"
_DAMAGED = "\ufffd"
_SHOWN = 20


class Mistake(NamedTuple):
    """A line that cannot be taken over (file, colon, number), and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a file: where it stands (file, colon, number) and the cells of the columns that it has."""

    where: str
    cells: Row


def entries(text: str, name: str) -> tuple[list[Entry], list[Mistake]]:
    """Return the rows of a CSV or JSONL text, and the lines that are wrong; `name` is what its file is called.

    The first line of a CSV text names the columns; blank rows are passed over.
    """
    plain = text.removeprefix("\ufeff")
    found = _from_jsonl(plain) if plain.lstrip().startswith("{") else _from_csv(plain)
    good: list[Entry] = []
    wrong: list[Mistake] = []
    for number, one in found:
        if isinstance(one, str):
            wrong.append(Mistake(f"{name}:{number}", one))
        else:
            good.append(Entry(f"{name}:{number}", one))
    return good, wrong


# A row of a file by its number: its cells, or what is wrong with it.
_Numbered = tuple[int, "Row | str"]


def _from_csv(text: str) -> Iterator[_Numbered]:
    lines = _csv_lines(text)
    number, headings = next(lines, (1, "文件是空的"))
    if isinstance(headings, str):
        yield number, headings
        return
    columns = [column_of(heading) if heading.strip() else "" for heading in headings]
    if wrong := _wrong_head(headings, columns):
        yield number, wrong
        return
    for at, row in lines:
        if isinstance(row, str) or len(row) > len(columns):
            yield at, row if isinstance(row, str) else _surplus(len(row) - len(columns))
        else:
            yield at, _cells((column, cell) for column, cell in zip(columns, row, strict=False) if column)


def _surplus(count: int) -> str:
    return f"比表头多出 {count} 格；单元格里有逗号的，要用英文双引号括起来"


def _csv_lines(text: str) -> Iterator[tuple[int, list[str] | str]]:
    """Yield the rows that are not blank with the number of their first line."""
    first = text.lstrip("\r\n").partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=first.count))
    while True:
        start = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield start, f"这一行不是 CSV（{error}）"
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield start, row


def _wrong_head(headings: Sequence[str], columns: Sequence[str | None]) -> str | None:
    """Return what is wrong with the line of headings."""
    known = [names[0] for names in HEADINGS.values()]
    for heading, column in zip(headings, columns, strict=True):
        if column is None:
            near = get_close_matches(heading, [*known, *HEADINGS], n=1, cutoff=0.5)
            hint = f"，是否想写“{near[0]}”？" if near else f"，可用的列：{'、'.join(known)}"
            return f"表头里有不认识的列“{heading.strip()}”{hint}"
    given = [column for column in columns if column]
    if twice := next((column for column in given if given.count(column) > 1), None):
        return f"表头里有两列都是“{NAMES[twice]}”"
    return None if "title" in given else f"表头里没有“题名”；第一行应是列名，可用的有：{'、'.join(known)}"


def _from_jsonl(text: str) -> Iterator[_Numbered]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, _cells(_json_cells(line))
            except ValueError as error:
                yield number, str(error)


def _json_cells(line: str) -> list[tuple[str, str]]:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("这一行不是 JSON 对象") from error
    if not isinstance(values, dict):
        raise ValueError("这一行不是 JSON 对象")  # noqa: TRY004  the error of a line, whatever is wrong with it
    cells = []
    for name, value in values.items():
        column = column_of(name)
        if column is None:
            raise ValueError(f"不认识的键“{name}”，可用的：{'、'.join(names[0] for names in HEADINGS.values())}")
        if column:
            cells.append((column, _json_cell(name, value)))
    return cells


def _json_cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "；".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"“{name}”应为文字")  # noqa: TRY004
    return str(value)


def _cells(written: Iterable[tuple[str, str]]) -> Row | str:
    """Return the cells of a row in their regular form, or what is wrong with one of them."""
    row: Row = {}
    for column, cell in written:
        if _DAMAGED in cell:
            return f"{NAMES[column]}里有乱码，请把文件另存为 UTF-8"
        if cell.lstrip().startswith("="):  # =VLOOKUP(A2,…): saved as text, the formula stands where its value was meant
            return f"{NAMES[column]}是公式“{cell.strip()[:_SHOWN]}”，不是文字；请在表格里粘贴为值，再另存"
        try:
            row[column] = cell_of(column, cell)
        except ValueError as error:
            return str(error)
    return row if row.get("title") else "没有写题名"
