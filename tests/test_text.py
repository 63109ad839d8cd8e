"""Positions: spans, lines and columns, UTF-16, and the folded view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_lint.text import Intervals, LineIndex, Position, Span, fold, paragraph_spans

# What reports hold that spoils naive counting: every line end, blanks of all widths, markdown stars,
# full-width forms, and a rare character outside the BMP.
TEXTS = st.text(alphabet=st.sampled_from("一、（）()*　\u00a0\u200bＡ１ab,:；\r\n\u2028\x0c𠮷《》"))


@given(TEXTS)
def test_offset_and_position_round_trip(text: str) -> None:
    """Every offset has a line and a column that lead back to it."""
    lines = LineIndex(text)

    assert list(range(len(text) + 1)) == [lines.offset(lines.position(at)) for at in range(len(text) + 1)]


@given(TEXTS)
def test_utf16_column_counts_code_units(text: str) -> None:
    """The UTF-16 column is the number of code units since the line start, and leads back to the offset."""
    lines = LineIndex(text)

    for at in range(len(text) + 1):
        line = lines.position(at).line
        units = len(text[lines.line_span(line).start : at].encode("utf-16-le")) // 2
        assert units + 1 == lines.utf16_column(at)
        assert at == lines.offset_of_utf16(line, units + 1)


@given(TEXTS)
def test_folded_characters_map_back_to_the_character_they_came_from(text: str) -> None:
    """Folding one source character alone gives the folded character that maps to it."""
    folded = fold(text)

    for at, character in enumerate(folded.text):
        start, end = folded.span(at, at + 1)
        assert start + 1 == end
        assert at == folded.folded(start)
        assert character == fold(text[start]).text


@given(TEXTS, st.data())
def test_folding_a_part_gives_spans_of_the_whole(text: str, data: st.DataObject) -> None:
    """The folded view of a stretch maps to offsets of the whole text."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    part = fold(text, start, end)

    assert fold(text[start:end]).text == part.text
    assert all(start <= part.source(at) < end for at in range(len(part.text)))


@given(TEXTS)
def test_paragraphs_cover_the_text_but_its_line_ends(text: str) -> None:
    """Joining the paragraphs gives the text without the characters that end one."""
    ends = "\r\n\u2028\u2029\x0b\x0c\x85"

    assert "".join(c for c in text if c not in ends) == "".join(span.of(text) for span in paragraph_spans(text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("甲", 1),
        ("甲\n", 2),
        ("甲\r\n乙", 2),
        ("甲\r乙", 2),
        ("甲\n\r乙", 3),
        ("甲\u2028乙", 1),
        ("甲\x0c乙", 1),
    ],
)
def test_lines_are_those_that_editors_count(text: str, lines: int) -> None:
    """CRLF, LF and a lone CR end a line; U+2028 and form feed do not."""
    assert lines == LineIndex(text).line_count


def test_column_counts_code_points_and_utf16_column_counts_units() -> None:
    """A character outside the BMP is one column and two units."""
    lines = LineIndex("甲\n𠮷林县《民法典》")

    assert Position(2, 4) == lines.position(5)
    assert 5 == lines.utf16_column(5)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("2023 年度", "2023年度"),
        ("２０２３年度", "2023年度"),
        ("(一)加强", "（一）加强"),
        ("**一、主要举措**", "一、主要举措"),
        ("　　一、 主要\u00a0举措", "一、主要举措"),
        ("如下:", "如下："),
        ("第1．条", "第1.条"),
        ("甲\n乙", "甲\n乙"),
    ],
)
def test_folding_ignores_width_blanks_and_stars(written: str, folded: str) -> None:
    """Two ways to write the same words fold to the same text; line ends stay."""
    assert folded == fold(written).text


def test_span_contains_offsets_and_spans() -> None:
    """A span contains its offsets and the spans inside it, and overlaps what it shares a character with."""
    span = Span(2, 5)

    assert 2 in span
    assert 5 not in span
    assert Span(3, 5) in span
    assert Span(3, 6) not in span
    assert span.overlaps(Span(4, 9))
    assert not span.overlaps(Span(5, 9))


def test_intervals_know_what_overlaps() -> None:
    """Touching is not overlapping; overlapping spans are merged."""
    spans = Intervals([(2, 4), (3, 6), (8, 9)])

    assert [False, True, True, False, False, True] == [
        spans.overlaps(*span) for span in [(0, 2), (1, 3), (5, 8), (6, 8), (9, 12), (0, 20)]
    ]
    assert not Intervals([]).overlaps(0, 9)
