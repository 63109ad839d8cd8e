"""Columns in another unit: what an editor, a review bot or a byte-counting program counts in a line.

The columns of a LintReport count code points. Programs written in JavaScript, Java or .NET count
UTF-16 units, Vim and reviewdog count UTF-8 bytes; offsets stay code points whatever the columns count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from report_lint.report import Model, Point
from report_lint.text import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from report_lint.report import ColumnKind, LintOutput, LintReport
    from report_lint.text import SourceText

Columns = Literal["characters", "utf16", "utf8"]

_UNITS: Final = {"utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}
_KINDS: Final[Mapping[Columns, ColumnKind]] = {
    "characters": "unicodeCodePoints",
    "utf16": "utf16CodeUnits",
    "utf8": "utf8Bytes",
}


def recounted(output: LintOutput, sources: Mapping[str, SourceText], columns: Columns) -> LintOutput:
    """Return the output with its columns counted in another unit; a report without its text keeps its columns."""
    if columns == "characters":
        return output
    reports = tuple(_report(report, sources.get(report.path or ""), columns) for report in output.reports)
    return output.model_copy(update={"reports": reports, "column_kind": _KINDS[columns]})


def _report(report: LintReport, source: SourceText | None, columns: Literal["utf16", "utf8"]) -> LintReport:
    if source is None:
        return report
    table = _table(source.text, {point.offset for point in _points(report)}, *_UNITS[columns])
    moved = _moved(report, table)
    return moved if isinstance(moved, type(report)) else report


def _table(text: str, offsets: Iterable[int], codec: str, size: int) -> dict[int, int]:
    """Return the column of each offset; a line is encoded once, however many places it has."""
    lines = LineIndex(text)
    table: dict[int, int] = {}
    line, done, column = 0, 0, 1
    for offset in sorted(offsets):
        position = lines.position(offset)
        if position.line != line:
            line, done, column = position.line, offset - position.column + 1, 1
        column += len(text[done:offset].encode(codec, "surrogatepass")) // size
        done = offset
        table[offset] = column
    return table


def _points(value: object) -> Iterator[Point]:
    """Yield every point of a model."""
    if isinstance(value, Point):
        yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _points(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _points(one)


def _moved(value: object, table: Mapping[int, int]) -> object:
    """Return a value with the columns of the table."""
    if isinstance(value, Point):
        return value.model_copy(update={"column": table[value.offset]})
    if isinstance(value, Model):
        update = {name: _moved(getattr(value, name), table) for name in type(value).model_fields}
        return value.model_copy(update=update)
    if isinstance(value, tuple):
        return tuple(_moved(one, table) for one in value)
    return value
