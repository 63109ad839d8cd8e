"""Offsets and positions of the protocol."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range

from report_lint.server.positions import Positions

TEXT = "甲𠮷乙\r\n丙\u2028丁\rA\x0cB\n"
ENCODINGS = ("utf-8", "utf-16", "utf-32")


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 10), ("utf-16", 4), ("utf-32", 3), ("utf-7", 4)])
def test_counts_in_the_units_of_the_encoding(encoding: str, character: int) -> None:
    """𠮷 is four bytes, two units of UTF-16 and one character; what is not known counts as UTF-16."""
    assert Position(0, character) == Positions(TEXT, encoding).at(TEXT.index("\r"))


def test_only_line_ends_of_the_protocol_end_lines() -> None:
    """CRLF, CR and LF do; U+2028 and the form feed do not."""
    positions = Positions(TEXT)

    assert [1, 1, 2, 2, 3] == [positions.at(TEXT.index(mark)).line for mark in "丙丁AB"] + [
        positions.at(len(TEXT)).line
    ]


@pytest.mark.parametrize(
    ("position", "offset"),
    [
        (Position(0, 2), 1),  # in the middle of 𠮷
        (Position(0, 99), 3),
        (Position(1, 99), 8),
        (Position(9, 0), len(TEXT)),
    ],
)
def test_what_is_beyond_is_moved_to_the_end(position: Position, offset: int) -> None:
    """A position beyond its line is the line's end, one beyond the text the text's; none splits a character."""
    assert offset == Positions(TEXT).offset(position)


def test_a_range_that_ends_before_it_begins() -> None:
    """Its ends are put in the order of the text."""
    assert (0, 1) == Positions("甲乙").span(Range(Position(0, 1), Position(0, 0)))


@given(st.text(alphabet="甲𠮷a\u0301\n\r\u2028\x0b\ud800", max_size=40), st.sampled_from(ENCODINGS), st.data())
def test_every_offset_has_a_position_that_leads_back(text: str, encoding: str, data: st.DataObject) -> None:
    """Offset to position to offset is the identity, lone surrogates included, but for the middle of a CRLF."""
    offset = data.draw(st.integers(0, len(text)))
    positions = Positions(text, encoding)
    inside = text[offset - 1 : offset + 1] == "\r\n" and offset > 0

    assert inside or offset == positions.offset(positions.at(offset))
