"""Columns in the unit of the program that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from built import REPORT, TEXT, between, output, place, single
from hypothesis import given
from hypothesis import strategies as st

from report_lint.render.columns import recounted
from report_lint.report import Edit, Fix, LintOutput
from report_lint.text import LineIndex, SourceText

if TYPE_CHECKING:
    from report_lint.render.columns import Columns

LINE = "甲𠮷乙a𠮷丙"
TEXTS = f"第一行𠮷\r\n{LINE}\n第三行"


@pytest.mark.parametrize(
    ("columns", "kind", "start", "end"),
    [
        ("characters", "unicodeCodePoints", 4, 6),
        ("utf16", "utf16CodeUnits", 5, 8),
        ("utf8", "utf8Bytes", 11, 16),
    ],
)
def test_characters_outside_the_bmp_are_counted_as_the_unit_says(
    columns: Columns, kind: str, start: int, end: int
) -> None:
    """𠮷 is one code point, two UTF-16 units, four bytes; line and offset do not change."""
    run, sources = single(TEXTS, place(TEXTS, "a𠮷"))

    counted = recounted(run, sources, columns)

    where = counted.reports[0].findings[0].range
    assert (kind, 2, start, 2, end) == (
        counted.column_kind,
        where.start.line,
        where.start.column,
        where.end.line,
        where.end.column,
    )
    assert run.reports[0].findings[0].range.start.offset == where.start.offset


def test_every_place_of_a_report_is_counted() -> None:
    """Evidence, citations and the edits of a fix have columns as well."""
    where = place(TEXT, "《中华人民共和国收养法》")
    fix = Fix(title="", safety="safe", edits=(Edit(range=where, text=""),))
    report = REPORT.model_copy(update={"findings": (REPORT.findings[0].model_copy(update={"fix": fix}),)})
    sources = {REPORT.path or "": SourceText(text=TEXT)}

    counted = recounted(output(report), sources, "utf8").reports[0]

    column = 1 + 3 * (where.start.column - 1)
    edits = counted.findings[0].fix.edits if counted.findings[0].fix else ()
    assert column == counted.citations[0].range.start.column
    assert [column] == [edit.range.start.column for edit in edits]
    assert [19] == [
        item.evidence[0].range.end.column - 9 for item in counted.checklist if item.id == "part.achievements"
    ]


def test_a_report_without_its_text_is_left_alone() -> None:
    """What cannot be counted is not guessed."""
    run = output(REPORT)

    assert run.reports == recounted(run, {}, "utf16").reports


@given(st.text("甲𠮷a\n\r\ud800é", max_size=60), st.data())
def test_columns_count_the_encoded_line(text: str, data: st.DataObject) -> None:
    """A column is one more than the length of what stands before it in the line."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    run, sources = single(text, between(text, start, end))

    where = recounted(run, sources, "utf16").reports[0].findings[0].range
    bytes_ = recounted(run, sources, "utf8").reports[0].findings[0].range

    lines = LineIndex(text)
    for offset, units, octets in ((start, where.start, bytes_.start), (end, where.end, bytes_.end)):
        before = text[lines.offset(lines.position(offset)._replace(column=1)) : offset]
        assert lines.utf16_column(offset) == units.column
        assert len(before.encode("utf-8", "surrogatepass")) + 1 == octets.column


def test_the_output_stays_valid() -> None:
    """The kind of column is one of the schema's."""
    run, sources = single(TEXTS, place(TEXTS, "a𠮷"))
    counted = recounted(run, sources, "utf8")

    assert counted == LintOutput.model_validate_json(counted.model_dump_json(by_alias=True))
