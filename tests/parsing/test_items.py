"""Items within a paragraph: where 一是, 第一， and 首先 begin one, and where they are words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_lint.parsing.items import find_items
from report_lint.text import Span


def _items(text: str) -> list[tuple[int, str]]:
    return [(item.ordinal, item.span.of(text)) for item in find_items(text, Span(0, len(text)))]


def test_items_run_to_the_next_item_or_the_end_of_the_paragraph() -> None:
    """Each item holds all its sentences; the next paragraph belongs to none."""
    text = "主要做法：一是加强学习。全年六次。二是规范执法；三是抓好普法。\n以上做法效果较好。"

    assert _items(text) == [(1, "一是加强学习。全年六次。"), (2, "二是规范执法；"), (3, "三是抓好普法。")]


def test_stars_around_an_enumerator_are_read_over() -> None:
    """Markdown's bold neither hides an item nor belongs to the one before."""
    text = "重点抓好：**一是**加强培训。**二是**规范案卷。\n**三是强化考核。**"

    assert _items(text) == [(1, "一是**加强培训。"), (2, "二是**规范案卷。"), (3, "三是强化考核。")]


def test_half_of_an_item_after_a_page_break_is_left_out() -> None:
    """An item ends with its paragraph, and the number that follows in the next one is found."""
    text = "一是清理文件，对不适应的文件，\n及时予以修改。二是规范程序。"

    assert [ordinal for ordinal, _ in _items(text)] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "原因之一是：编制较少。",
        "思想统一是前提，队伍是关键。",
        "唯一是从的标准。",
        "坚持一是一、二是二的原则。",
        "对待数字一是一，二是二。",
        "办案一是一，二是二",
        "第一责任人职责落实到位。",
        "第一议题学习九次。",
        "第一书记驻村普法。",
        "第一时间处置舆情。",
        "第一、第二产业执法检查。",
        "第一、二季度完成评查。",
        "第一批清单已公布。",
        "位居全市第一，群众满意。",
        "首先发言的是局长。",
        "把学习放在首先，位置突出。",
        "最后，感谢各位代表。",
        "该文件，再次，强调纪律。",
        "，一是否需要听证。",
    ],
)
def test_words_that_only_look_like_enumerators(text: str) -> None:
    """Enumerators count at the start of a clause, and names and pairs of ordinals are none."""
    assert _items(text) == []


@pytest.mark.parametrize(
    ("text", "ordinals"),
    [
        ("一是一体推进。二是二次评查。", [1, 2]),
        ("二是规范程序。三是公开结果。", [2, 3]),
        ("主要是，一是人少，二是钱少。", [1, 2]),
        ("十一是加强复议。十二是加强应诉。", [11, 12]),
        ("第一，抓学习。第二，抓执法。第三，抓普法。", [1, 2, 3]),
        ("第一、抓学习。第二、抓执法。", [1, 2]),
        ("第一是人员不足。第二是经费不足。", [1, 2]),
        ("首先，抓学习。其次，抓执法。再次，抓普法。最后，抓考核。", [1, 2, 3, 4]),
        ("首先要抓学习；其次要抓执法。", [1, 2]),
        ("其次，抓执法。", [2]),
        ("首先，抓学习。最后，抓考核。", [1, 2]),
        ("首先，抓学习。\n最后，抓考核。", [1]),
        ("我局 一是人少。", [1]),
        ("三是非法广告整治。", [3]),
        ("（一是人少，二是钱少）", [1, 2]),
        ("主要问题:一是人少;二是钱少.", [1, 2]),
    ],
)
def test_ordinals(text: str, ordinals: list[int]) -> None:
    """Numbers as counted; 再次 and 最后 go on from 首先 in the same paragraph."""
    assert [ordinal for ordinal, _ in _items(text)] == ordinals


def test_the_three_styles_are_told_apart() -> None:
    """A rule can ask whether a run of one style is complete."""
    text = "一是学习。第二，执法。首先，普法。"

    assert [item.style for item in find_items(text, Span(0, len(text)))] == ["一是", "第一", "首先"]


def test_only_the_span_is_searched_and_its_start_begins_a_clause() -> None:
    """A body that begins behind a heading without any mark begins with its first item."""
    text = "二、存在的不足及原因一是人少。二是钱少。三是车少。"
    found = list(find_items(text, Span(10, 20)))

    assert [(item.ordinal, item.span) for item in found] == [(1, Span(10, 15)), (2, Span(15, 20))]
    assert found[0].mark.of(text) == "一是"


@given(
    st.lists(st.sampled_from(["一是学", "**二是**做", "第三，评", "首先，", "最后，", "之一是", "。", "\n", " ", "𠮷"]))
)
def test_items_are_ordered_and_do_not_overlap(pieces: list[str]) -> None:
    """Whatever the text: each item begins with its mark, ends before the next and within its paragraph."""
    text = "".join(pieces)
    end = 0
    for item in find_items(text, Span(0, len(text))):
        assert end <= item.span.start == item.mark.start < item.mark.end <= item.span.end <= len(text)
        assert item.ordinal > 0
        assert "\n" not in item.span.of(text)
        end = item.span.end
