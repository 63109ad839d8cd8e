"""Whatever the text, every place that a report names is where it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report_lint import ReadError, lint_text
from report_lint.text import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint import LintReport
    from report_lint.report import Range

# Pieces that reports are made of, sound and damaged, with what spoils positions: every line end,
# blanks of all widths, stars, full-width forms, a rare character outside the BMP, lone marks.
PIECES = (
    "𠮷林县水务局关于2024年度法治政府建设情况的报告",
    "现将2024年度法治政府建设情况报告如下。",
    "县委、县政府：",
    "林水〔2025〕3号",
    "一、2024年度推进法治政府建设的主要举措和成效",
    "二、上一年度存在的不足和原因",
    "（一）强化党的领导",
    "（二）强化党的领导",
    "三、主要负责人履行推进法治建设第一责任人职责情况",
    "四、下一步打算",
    "学习《中华人民共和国地名管理条例》《中华人民共和国合同法》《民法典》第三条。",
    "宣传《中华人民共和国行政处分法》，𠮷某局长带队检查3次。",
    "局长主持召开党组会４次，重大任务亲自督导、重大问题亲自过问。",
    "仍存在不足，原因是人员少。",
    "高度重视，切实履行职责。",
    "《",
    "》",
    "**",
    "　",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x0c",
    "𠮷林县水务局",
    "2025年1月9日",
    "来源：本站 浏览次数：12",
    "附件：统计表",
)


def ranges(report: LintReport) -> Iterator[tuple[Range, str | None]]:
    """Yield every range of a report with the text it should hold, None where none is given."""
    for finding in report.findings:
        yield finding.range, finding.quote
        for edit in finding.fix.edits if finding.fix else ():
            yield edit.range, None
    for item in report.checklist:
        yield from ((evidence.range, evidence.quote) for evidence in item.evidence)
    yield from ((citation.range, citation.text) for citation in report.citations)


def assert_positions(text: str) -> None:
    """Every range is inside the text, not empty, holds its quote, and its lines and columns lead to its offsets."""
    lines = LineIndex(text)
    for place, quote in ranges(lint_text(text)):
        start, end = place.start, place.end
        assert 0 <= start.offset < end.offset <= len(text)
        assert quote is None or quote == text[start.offset : end.offset]
        assert (start.line, start.column) == lines.position(start.offset)
        assert (end.line, end.column) == lines.position(end.offset)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_every_place_holds_its_quote(pieces: list[str]) -> None:
    """For any text made of the pieces of reports."""
    text = "".join(pieces)
    if text.strip():
        assert_positions(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_text_at_all_breaks_it(text: str) -> None:
    """For any text whatsoever."""
    if text.strip():
        assert_positions(text)


@pytest.mark.parametrize("text", ["", " ", "\n", "\u3000\r\n"])
def test_nothing_to_check_is_an_error(text: str) -> None:
    """An empty text is never called clean."""
    with pytest.raises(ReadError, match="没有可检查的文字"):
        lint_text(text)


@pytest.mark.parametrize("text", ["《", "一、", "\ud800", "𠮷", "．", "**", "\x00"])
def test_the_shortest_texts(text: str) -> None:
    """A single character is a text too."""
    assert_positions(text)
