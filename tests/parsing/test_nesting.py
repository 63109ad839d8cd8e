"""The levels of headings: by the style of their numbers, and where a report shows that the style misleads."""

from __future__ import annotations

from pathlib import Path

import pytest
from outlines import find, tree

SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "xinjiang-minzheng-2023.txt"


def test_five_parts_with_sub_headings_nest_by_their_numbers() -> None:
    """The usual order 一、 > （一） > 1. > （1） gives levels one to four; （二） closes all below （一）."""
    text = (
        "现将有关情况报告如下。\n一、主要举措和成效\n（一）依法行政\n1.执法培训\n（1）线上培训。全年四期。\n"
        "（2）现场培训。全年两期。\n2.案卷评查\n抽查30卷。\n（二）普法宣传\n进校园8次。\n二、存在的不足\n力量薄弱。"
    )

    assert tree(text) == [
        "一、主要举措和成效",
        "  （一）依法行政",
        "    1.执法培训",
        "      （1）线上培训",
        "      （2）现场培训",
        "    2.案卷评查",
        "  （二）普法宣传",
        "二、存在的不足",
    ]
    assert [section.parent for section in find(text)] == [None, 0, 1, 2, 2, 1, 0, None]


def test_arabic_items_that_run_on_keep_their_own_parents() -> None:
    """Numbers that run through the part (1. 2. | 3.) hang below the sub-heading they stand under."""
    text = "一、成效\n（一）甲项工作\n1.建立制度\n2.开展培训\n（二）乙项工作\n3.评查案卷\n二、不足\n人手少。"
    found = find(text)

    assert [section.parent for section in found] == [None, 0, 1, 1, 0, 4, None]
    assert [section.ordinal for section in found] == [1, 1, 1, 2, 2, 3, 2]


def test_lost_level_one_headings_leave_their_children_at_the_top() -> None:
    """A report that only has （一）… counts it as level 1, also where it starts anew."""
    text = "\n".join(
        f"（{number}）{topic}工作\n已完成。" for number, topic in zip("一二三一二", "甲乙丙丁戊", strict=True)
    )
    found = find(text)

    assert [section.ordinal for section in found] == [1, 2, 3, 1, 2]
    assert {section.level for section in found} == {1}


@pytest.mark.parametrize("style", ["{}、", "{}．", "{}."])
@pytest.mark.parametrize("child", ["（{}）", "({})", "{}）", "（{}、"])
def test_damaged_numbers_nest_as_whole_ones_do(style: str, child: str) -> None:
    """A half-width or lost bracket and another mark behind the number change nothing."""
    text = f"{style.format('一')}工作成效\n{child.format('一')}领导有力\n正文。\n{child.format('二')}执法规范\n正文。\n"
    text += f"{style.format('二')}存在问题\n正文。"

    assert [section.level for section in find(text)] == [1, 2, 2, 1]
    assert [section.rank for section in find(text)] == [1, 2, 2, 1]


def test_word_list_that_lost_its_first_number_style() -> None:
    """1.主要成效 before 二、 is a level-1 heading, and its own （一） stand below it."""
    text = "1.主要成效\n（一）组织领导\n正文。\n（二）规范执法\n正文。\n二、存在的不足\n正文。\n三、工作打算\n正文。"

    assert tree(text) == ["1.主要成效", "  （一）组织领导", "  （二）规范执法", "二、存在的不足", "三、工作打算"]


def test_several_numbers_that_slipped_in_a_row() -> None:
    """Two parts that a word processor renumbered stand beside those it did not."""
    text = "1.主要举措和成效\n正文。\n2.存在的不足\n正文。\n三、下一步打算\n正文。\n四、其他事项\n正文。"

    assert [section.level for section in find(text)] == [1, 1, 1, 1]


def test_slip_in_the_middle_needs_wording_where_others_have_the_number() -> None:
    """Of two headings 2. in the gap between 一、 and 三、, the one worded like a part is level 1."""
    text = "一、主要成效\n1.建章立制\n正文。\n2.规范执法\n正文。\n2.存在的不足\n正文。\n三、工作打算\n正文。"

    assert tree(text) == ["一、主要成效", "  1.建章立制", "  2.规范执法", "2.存在的不足", "三、工作打算"]


def test_slip_alone_of_its_style_needs_no_wording() -> None:
    """In a thematic report the only 2. between 一、 and 三、 is the second theme."""
    text = "一、强化领导\n正文。\n2.优化服务\n正文。\n三、严格执法\n正文。"

    assert [section.level for section in find(text)] == [1, 1, 1]


def test_slip_at_the_end() -> None:
    """3.下一步打算 after 一、 and 二、 is the third part, but not where it is the third item."""
    slipped = "一、主要成效\n正文。\n二、存在问题\n正文。\n3.下一步打算\n正文。"
    item = "一、主要成效\n正文。\n二、存在问题及打算\n1.问题\n正文。\n2.原因\n正文。\n3.下一步打算\n正文。"

    assert [section.level for section in find(slipped)] == [1, 1, 1]
    assert [section.level for section in find(item)] == [1, 1, 2, 2, 2]


def test_no_slip_where_no_number_is_missing() -> None:
    """Items worded like a part stay items when the level-1 numbers are complete."""
    text = "一、主要成效\n1.工作成效\n正文。\n2.存在问题\n正文。\n二、下一步打算\n正文。"

    assert [section.level for section in find(text)] == [1, 2, 2, 1]


def test_same_number_twice_gives_siblings() -> None:
    """Two 一、 in a row are two sections of level 1."""
    text = "一、主要成效\n正文。\n一、存在的不足\n正文。\n二、工作打算\n正文。"

    assert [section.ordinal for section in find(text)] == [1, 1, 2]
    assert {section.level for section in find(text)} == {1}


def test_skipped_level_is_the_next_level() -> None:
    """Items 1. directly under 一、 are of level 2, whatever they are elsewhere."""
    text = "一、成效\n1.培训\n正文。\n二、履职\n（一）领导\n1.会议\n正文。"

    assert [(section.rank, section.level) for section in find(text)] == [(1, 1), (3, 2), (1, 1), (2, 2), (3, 3)]


def test_inverted_levels_nest_as_they_are_used() -> None:
    """Where every 1. contains （一）（二）, those stand below it, and （1） may contain 1."""
    text = "一、成效\n1.培训\n（一）线上\n正文。\n（二）线下\n正文。\n2.评查\n（一）许可\n正文。\n二、不足\n正文。"
    reversed_items = "（1）培训\n1.线上\n正文。\n2.线下\n正文。\n（2）评查\n正文。"

    assert [section.level for section in find(text)] == [1, 2, 3, 3, 2, 3, 1]
    assert [section.level for section in find(reversed_items)] == [1, 2, 2, 1]


def test_items_before_the_first_sub_heading_do_not_swallow_it() -> None:
    """After 1. 2. 3. a （一） with items of its own is no child of 3."""
    text = "一、成效\n1.甲项\n正文。\n2.乙项\n正文。\n（一）丙项\n1.丁项\n正文。"

    assert [section.level for section in find(text)] == [1, 2, 2, 2, 3]


def test_circled_numbers_stand_below_bracketed_ones() -> None:
    """（1）①②（2）: the circled ones are children of （1）."""
    text = "1.培训\n（1）线上\n①课程\n正文。\n②考试\n正文。\n（2）线下\n正文。"

    assert [section.level for section in find(text)] == [1, 2, 3, 3, 2]


def test_headings_without_numbers_are_the_parts() -> None:
    """Short lines worded like parts, between paragraphs, hold the numbered headings that begin anew below them."""
    text = (
        "主要举措和成效\n一、加强领导\n全年研究法治工作四次。\n二、严格执法\n全年办结案件六件。\n"
        "存在的不足及原因\n法治力量较为薄弱，专业人员配备不足，培训不够。\n下一步工作打算\n一、培训\n正文。"
    )

    assert tree(text) == [
        "主要举措和成效",
        "  一、加强领导",
        "  二、严格执法",
        "存在的不足及原因",
        "下一步工作打算",
        "  一、培训",
    ]


def test_heading_without_number_inside_a_numbered_section_is_its_child() -> None:
    """原因分析 under 二、存在问题及原因 does not break the sequence 一、二、三、."""
    text = (
        "一、主要成效\n正文。\n二、存在问题及原因\n存在的问题\n法治力量较为薄弱，培训针对性还不够强，经费不足。\n"
        "主要原因\n编制较少，专业人员不足，思想认识还不够到位。\n三、下一步打算\n正文。"
    )

    assert tree(text) == ["一、主要成效", "二、存在问题及原因", "  存在的问题", "  主要原因", "三、下一步打算"]


def test_heading_that_lost_its_number_fills_the_gap() -> None:
    """Between 一、 and 三、 a line worded like a part is the missing level-1 heading, and so it is at the end."""
    gap = "一、主要成效\n正文。\n存在的不足\n法治力量较为薄弱，培训针对性还不够强，经费不足。\n三、下一步打算\n正文。"
    end = (
        "一、主要成效\n正文。\n二、存在的不足\n正文。\n下一步打算\n加强执法培训，配齐执法人员，完善考核办法，抓好落实。"
    )

    assert [section.level for section in find(gap)] == [1, 1, 1]
    assert [section.level for section in find(end)] == [1, 1, 1]


def test_short_line_before_nothing_is_no_heading() -> None:
    """A line worded like a part that nothing follows, or only another short line, heads nothing."""
    assert tree("正文。\n下一步打算") == []
    assert tree("正文。\n存在的问题\n整改措施\n责任单位") == []


def test_markdown_levels_place_headings_without_numbers() -> None:
    """Hashes of numbered headings say how high a heading with the same number of hashes stands."""
    text = "## 一、主要成效\n### 依法行政\n正文。\n### 普法宣传\n正文。\n## 总体评价\n正文。\n## 二、工作打算\n正文。"

    assert tree(text) == ["一、主要成效", "  依法行政", "  普法宣传", "总体评价", "二、工作打算"]


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample stands beside the repository, not in it")
def test_published_report_of_a_county_bureau() -> None:
    """Five parts with their exact titles; the lost （二） of the first is lost, the others are complete."""
    sections = find(SAMPLE.read_text(encoding="utf-8"))
    tops = [section for section in sections if section.level == 1]

    assert [top.number + top.title for top in tops] == [
        "一、2023年度推进法治政府建设的主要举措和成效",
        "二、2023年度推进法治政府建设存在的不足和原因",
        "三、2023年度党政主要负责人履行推进法治建设第一责任人职责，落实年度责任清单，加强法治政府建设的有关情况",
        "四、2024年度推进法治政府建设的主要安排",
        "五、对全县加强法治政府建设的意见、建议及其他需要报告的重要事项",
    ]
    assert [[child.ordinal for child in sections if child.parent == top.index] for top in tops] == [
        [1, 3],
        [],
        [1, 2, 3, 4],
        [],
        [1, 2],
    ]
    assert [section.run_in for section in sections if section.level == 2] == [True, True, *[False] * 4, True, True]
