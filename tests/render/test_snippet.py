"""The line of a finding with the place underlined, as wide as it is on a terminal."""

from __future__ import annotations

import pytest
from built import between, place
from hypothesis import given
from hypothesis import strategies as st

from report_lint.render.layout import cell_len, cut
from report_lint.render.snippet import snippet

CELLS = 40


@pytest.mark.parametrize(
    ("text", "quote", "line", "marks"),
    [
        ("根据《收养法》办理", "《收养法》", "根据《收养法》办理", "    ━━━━━━━━━━"),
        ("No.12号", "12", "No.12号", "   ━━"),
        ("ａｂｃ字母", "字母", "ａｂｃ字母", "      ━━━━"),
        ("\t甲\t乙", "乙", " 甲 乙", "    ━━"),
        ("　　一、成效", "成效", "　　一、成效", "        ━━━━"),
        ("　　成效", "成效", "成效", "━━━━"),
        ("零\u200b宽\u200b度字", "度", "零宽度字", "    ━━"),
        ("零\u200b宽", "\u200b", "零宽", "  ━"),
        ("e\u0301值", "值", "e\u0301值", " ━━"),
        ("𠮷县长", "县长", "𠮷县长", "  ━━━━"),
        ("前行\n此行要找\n后行", "要找", "此行要找", "    ━━━━"),
        ("前行\r\n此行\r\n", "此行", "此行", "━━━━"),
        ("前行\r此行", "此行", "此行", "━━━━"),
        ("甲乙\n丙丁", "乙\n丙", "甲乙", "  ━━"),
        ("甲\n\n乙", "\n\n乙", "乙", "━━"),
        ("甲\n乙", "\n", "甲", "  ━"),
        ("甲\x1b[2J乙", "乙", "甲␛[2J乙", "      ━━"),
        ("成效   ", "成效", "成效", "━━━━"),
    ],
)
def test_the_marks_stand_under_the_place(text: str, quote: str, line: str, marks: str) -> None:
    """Full-width characters take two cells, marks that combine and zero-width characters none."""
    assert (line, marks) == snippet(text, place(text, quote), CELLS)


def test_a_long_line_is_cut_around_the_place() -> None:
    """What stands on both sides stays, with … where something was left out."""
    text = "甲" * 100 + "目标" + "乙" * 100

    line, marks = snippet(text, place(text, "目标"), CELLS)

    assert line == "…" + "甲" * 8 + "目标" + "乙" * 9 + "…"
    assert marks == " " * 17 + "━━━━"


def test_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    """A place at the end of a long line shows what comes before it."""
    text = "甲" * 100 + "目标。"

    line, marks = snippet(text, place(text, "目标"), CELLS)

    assert line == "…" + "甲" * 16 + "目标。"
    assert marks == " " * 33 + "━━━━"


def test_a_place_that_is_too_long_is_cut_at_its_end() -> None:
    """Its beginning is shown and marked."""
    text = "甲乙" * 100

    line, marks = snippet(text, between(text, 0, 200), CELLS)

    assert line == "甲乙" * 9 + "甲…"
    assert marks == "━" * 38


LINES = st.text(st.sampled_from("县局法 ab，。\t\u3000\u200be\u0301𠮷\n\r\x1b"), min_size=1, max_size=120)


@given(LINES, st.data())
def test_any_place_is_marked_where_it_stands(text: str, data: st.DataObject) -> None:
    """The line fits, and the characters above the marks begin with the place."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    line, marks = snippet(text, between(text, start, end), CELLS)

    indent = len(marks) - len(marks.lstrip())
    assert cell_len(line) <= CELLS
    assert marks.strip("━").strip() == ""
    assert len(marks) <= max(cell_len(line), indent + 1) or line == line.rstrip()
    assert cell_len(cut(line, indent)) == min(indent, cell_len(line))


def test_a_line_of_a_million_characters_takes_no_longer() -> None:
    """Only what can be shown is looked at."""
    text = "甲" * 1_000_000

    line, _ = snippet(text, between(text, 500_000, 500_001), CELLS)

    assert cell_len(line) == CELLS
