"""Widths, wrapping and what must not reach a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_lint.render.layout import Screen, cell_len, cut, hanging, in_one_line, padded, shortened, visible, wrap

TEXTS = st.text(st.sampled_from("县局法治 报告，。）（《》“”abc12-…\u3000\u200be\u0301𠮷"), max_size=60)


@given(TEXTS, st.integers(10, 40))
def test_no_wrapped_line_is_too_wide(text: str, width: int) -> None:
    """Whatever stands in it, blanks, marks that combine, long words."""
    assert all(cell_len(line) <= width for line in wrap(text, width))


@given(TEXTS)
def test_wrapping_loses_nothing_but_blanks(text: str) -> None:
    """The lines together are the text."""
    assert "".join(text.split()) == "".join("".join(wrap(text, 12)).split())


@given(TEXTS)
def test_no_line_ends_with_a_blank(text: str) -> None:
    """Trailing blanks look like differences in stored output."""
    assert all(line == line.rstrip() for line in wrap(text, 12))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("市民政局办理登记，并公开。", ["市民政局", "办理登", "记，并公", "开。"]),
        ("见《法治政府》一文", ["见《法治", "政府》一", "文"]),
        ("依照report-lint检查", ["依照", "report-l", "int检查"]),
        ("abc def ghi", ["abc def", "ghi"]),
        ("", [""]),
    ],
)
def test_punctuation_stays_with_its_word(text: str, lines: list[str]) -> None:
    """No line begins with what closes nor ends with what opens."""
    assert lines == wrap(text, 8)


def test_hanging_lines_stand_below_the_text() -> None:
    """The label takes its room on the first line only."""
    assert hanging("一二三四五", "依据：", "      ", 10) == ["依据：一二", "      三四", "      五"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31m红\x1b[0m", "␛[31m红␛[0m"),
        ("a\tb", "a b"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b31m", "\ufffd31m"),
        ("甲\u202e乙\u2066丙", "甲\ufffd乙\ufffd丙"),
        ("零\u200b宽\ufeff", "零宽"),
        ("分\u2028段", "分␤段"),
        ("半\ud800个", "半\ufffd个"),
        ("县局𠮷“”…", "县局𠮷“”…"),
    ],
)
def test_what_could_steer_a_terminal_becomes_a_symbol(text: str, expected: str) -> None:
    """Escapes, bidirectional marks and half characters are shown, invisible marks go."""
    assert expected == visible(text)


@given(st.text(max_size=40))
def test_what_is_shown_is_one_printable_line(text: str) -> None:
    """Whatever the report holds, it stays on its line and can be encoded."""
    shown = in_one_line(text)

    assert shown.splitlines() in ([shown], [])
    assert not any(character < " " or "\x7f" <= character < "\xa0" for character in shown)
    assert shown.encode().decode() == shown


@given(TEXTS, st.integers(4, 30))
def test_cut_and_shortened_texts_fit(text: str, cells: int) -> None:
    """A text that fits stays whole."""
    assert cell_len(cut(text, cells)) <= cells
    assert cell_len(shortened(text, cells)) <= cells
    assert cell_len(text) > cells or shortened(text, cells) == text


def test_a_shortened_text_keeps_both_ends() -> None:
    """Where a quote begins and where it ends tells most."""
    assert shortened("一二三四五六七八九十", 13) == "一二三四…九十"


def test_padding_counts_cells() -> None:
    """Two full-width characters fill four cells."""
    assert padded("规则", 6) == "规则  "


def test_colours_are_only_added_where_wanted() -> None:
    """Without colours a text is left alone."""
    assert Screen().paint("错误", "error") == "错误"
    assert Screen(color=True).paint("错误", "error") == "\x1b[1;31m错误\x1b[0m"
