"""Sentences end where a reader of Chinese ends them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_lint.parsing.sentences import sentence_ends, sentence_spans


def cut(text: str) -> list[str]:
    """Return the sentences of a whole text."""
    return [span.of(text) for span in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("召开会议。听取汇报！是否属实？", ["召开会议。", "听取汇报！", "是否属实？"]),
        ("召开会议3次；听取汇报2次。", ["召开会议3次；", "听取汇报2次。"]),
        ("召开会议3次;听取汇报2次", ["召开会议3次;", "听取汇报2次"]),
        ("会上强调：“坚持依法行政。”随后部署工作。", ["会上强调：“坚持依法行政。”", "随后部署工作。"]),
        ("（详见附件。）随后部署工作。", ["（详见附件。）", "随后部署工作。"]),
        ("真的吗？！随后", ["真的吗？！", "随后"]),
        ("一、主要成效\n召开会议", ["一、主要成效", "召开会议"]),
        ("一、主要成效\r\n\r\n　　召开会议。\n", ["一、主要成效", "召开会议。"]),
        ("主要表现在：一是力量不足，二是培训偏少。", ["主要表现在：", "一是力量不足，", "二是培训偏少。"]),
        ("主要表现在：**一是**力量不足。", ["主要表现在：**", "一是**力量不足。"]),
        ("主要做法:一是召开会议", ["主要做法:", "一是召开会议"]),
        ("原因之一是力量不足。", ["原因之一是力量不足。"]),
        ("统一思想，统一是前提。", ["统一思想，统一是前提。"]),
        ("版本为2.0，占4.5%。", ["版本为2.0，占4.5%。"]),
        ("", []),
        (" \n\n ", []),
        ("。", ["。"]),
    ],
)
def test_cuts_sentences(text: str, sentences: list[str]) -> None:
    """Stops, closing marks, paragraphs and items end a sentence; a decimal point and 之一是 do not."""
    assert sentences == cut(text)


def test_stays_inside_the_given_range() -> None:
    """Offsets count in the whole text."""
    text = "甲。乙丙。丁"

    assert [(3, 5), (5, 6)] == [tuple(span) for span in sentence_spans(text, 3, 6)]


def test_ends_include_their_marks() -> None:
    """The last sentence may lack a mark and then has no end of its own."""
    assert [2, 5] == sentence_ends("甲。乙丙。丁", 0, 6)


@given(st.text(alphabet="甲乙一二是，：。；！”）\n *", max_size=80))
def test_no_character_but_blanks_is_lost(text: str) -> None:
    """Sentences lie one behind the other, are never empty and hold every character."""
    spans = list(sentence_spans(text, 0, len(text)))

    assert all(span.start < span.end for span in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert "".join(text.split()) == "".join("".join(span.of(text).split()) for span in spans)
