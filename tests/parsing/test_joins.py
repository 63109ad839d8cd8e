"""Line ends inside paragraphs: which are left out of the folded view, and which stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_lint.document import Cover
from report_lint.parsing.joins import broken_lines
from report_lint.parsing.outline import find_sections
from report_lint.text import Piece, SourceText, Span, fold, fold_without

LINE = "落实行政执法公示和全过程记录，办理货车超限运输案件212件"


def joined(text: str, *, furniture: str | None = None, word: bool = False) -> str:
    """Return a text without the line ends that cut its paragraphs."""
    at = text.index(furniture) if furniture else 0
    spans = (Span(at, at + len(furniture)),) if furniture else ()
    pieces = (Piece(Span(0, len(text)), 0),) if word else ()
    source = SourceText(text, pieces=pieces)
    cover = Cover(body=Span(0, len(text)), furniture=spans)
    gaps = broken_lines(source, cover, find_sections(source, cover))
    return fold_without(text, gaps).text


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\r", "\u2028", "\n\n", " \n  ", "\n　　"])
@pytest.mark.parametrize("mark", ["，", "、", "（", "《"])
def test_a_line_that_ends_in_an_open_mark_goes_on(mark: str, gap: str) -> None:
    """After a comma no paragraph ends, whatever blanks and line ends follow."""
    assert f"对规定{mark}及时修改。" == joined(f"对规定{mark}{gap}及时修改。")


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\r", "\u2028"])
def test_a_full_line_without_a_stop_goes_on_in_the_next(gap: str) -> None:
    """Hard line ends cut a sentence anywhere."""
    assert f"{LINE}，均已办结。" == joined(f"{LINE}{gap}，均已办结。")


def test_a_page_number_between_the_halves_is_left_out() -> None:
    """The number belongs to the page, not to the sentence."""
    assert f"{LINE}其中处罚9件。" == joined(f"{LINE}\n\n— 3 —\n\n其中处罚9件。", furniture="— 3 —")


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}。\n其中处罚9件。",
        f"{LINE}：\n其中处罚9件。",
        f"{LINE}\n\n其中处罚9件。",
        f"{LINE}\n　　其中处罚9件。",
        "规范执法行为\n其中处罚9件。",
        f"{LINE}\n一是处罚9件。",
        f"{LINE}，\n（一）处罚\n共9件。",
        f"{LINE}，\n二、存在的不足\n人员偏少。",
        f"（一）{LINE[:18]}\n其中处罚9件。",
        f"## {LINE[:18]}落实到位\n其中处罚9件。",
        f"{LINE}\n- 处罚9件。",
        f"{LINE}\n|处罚|9件|",
        "",
        "\n\n",
        f"{LINE}，\n",
    ],
)
def test_a_line_end_between_paragraphs_stays(text: str) -> None:
    """A stop, a blank line, the blanks of a new paragraph, a short line, a number or a heading part paragraphs."""
    assert fold(text).text == joined(text)


def test_the_paragraphs_of_a_word_file_are_whole() -> None:
    """In a Word file only an open mark at the end of a paragraph shows that it was cut."""
    assert f"{LINE}\n其中处罚9件。" == joined(f"{LINE}\n其中处罚9件。", word=True)
    assert f"{LINE}，其中处罚9件。" == joined(f"{LINE}，\n其中处罚9件。", word=True)


@given(st.text("字１,\n　 *，", max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_the_view_without_gaps_maps_back(text: str, bounds: list[int]) -> None:
    """Every character of the view stands at its source offset, none of a gap is there, and offsets map both ways."""
    ends = sorted({min(bound, len(text)) for bound in bounds})
    gaps = [Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False)]
    view = fold_without(text, gaps)
    kept = [at for at in range(len(text)) if not any(at in gap for gap in gaps)]
    sources = [view.source(at) for at in range(len(view.text))]

    assert sources == sorted(set(sources))
    assert set(sources) <= set(kept)
    assert [fold(text[at]).text for at in sources] == list(view.text)
    assert list(range(len(view.text))) == [view.folded(at) for at in sources]
