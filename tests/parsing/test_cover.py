"""The cover facts: every shape of title, issuer, year, number, recipient and signature that real reports have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_lint.document import Cover, Section
from report_lint.parsing.cover import find_cover, settle_year
from report_lint.parsing.year import years_of_clause, years_of_title
from report_lint.text import Piece, SourceText, Span

SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "xinjiang-minzheng-2023.txt"

TITLE = "云岭县水务局2024年度法治政府建设情况的报告"
TEXT = """今年，全体干部学习水法规，办理许可120件。现将有关情况报告如下。
一、主要举措和成效
（一）坚持依法行政。开展执法检查36次。
二、存在的不足和原因
执法人员少，原因是编制不足。
三、下一步安排
完善依法行政制度。"""


def _cover(text: str) -> Cover:
    return find_cover(SourceText(text))


def _names(cover: Cover) -> list[str]:
    return [organ.value for organ in cover.issuers]


@dataclass(frozen=True)
class Head:
    """The lines above a text, and what they say."""

    lines: str
    title: str
    issuers: str
    profile: str
    year: int | None = 2024


HEADS = [
    Head(TITLE, TITLE, "云岭县水务局", "department/county"),
    Head(
        "云岭县水务局关于2024年度法治政府建设工作情况的报告",
        "云岭县水务局关于2024年度法治政府建设工作情况的报告",
        "云岭县水务局",
        "department/county",
    ),
    Head(
        "2024年云岭县水务局法治政府建设工作总结",
        "2024年云岭县水务局法治政府建设工作总结",
        "云岭县水务局",
        "department/county",
    ),
    Head(
        "关于云岭县青石镇2024年法治政府建设情况的报告",
        "关于云岭县青石镇2024年法治政府建设情况的报告",
        "云岭县青石镇",
        "government/township",
    ),
    Head(
        "云岭县人民政府2024年法治政府建设年度报告",
        "云岭县人民政府2024年法治政府建设年度报告",
        "云岭县人民政府",
        "government/county",
    ),
    Head("云岭县2024年法治政府建设年度报告", "云岭县2024年法治政府建设年度报告", "云岭县", "government/county"),
    Head("红旗街2024年法治政府建设工作报告", "红旗街2024年法治政府建设工作报告", "红旗街", "government/township"),
    Head("青石镇2024年度法治政府建设情况报告", "青石镇2024年度法治政府建设情况报告", "青石镇", "government/township"),
    Head("南湖区2024年法治政府建设情况", "南湖区2024年法治政府建设情况", "南湖区", "government/county"),
    Head("红旗街道2024年法治政府建设工作总结", "红旗街道2024年法治政府建设工作总结", "红旗街道", "government/township"),
    Head(
        "中共云岭县委　云岭县人民政府关于2024年度法治政府建设情况的报告",
        "中共云岭县委云岭县人民政府关于2024年度法治政府建设情况的报告",
        "中共云岭县委 云岭县人民政府",
        "joint/county",
    ),
    Head(
        "中共云岭县委、云岭县人民政府\n关于2024年法治政府建设情况的报告",
        "中共云岭县委、云岭县人民政府关于2024年法治政府建设情况的报告",
        "中共云岭县委 云岭县人民政府",
        "joint/county",
    ),
    Head(
        "中共云岭县青石镇委员会\n云岭县青石镇人民政府\n关于2024年法治政府建设情况的报告",
        "中共云岭县青石镇委员会云岭县青石镇人民政府关于2024年法治政府建设情况的报告",
        "中共云岭县青石镇委员会 云岭县青石镇人民政府",
        "joint/township",
    ),
    Head(
        "中共云岭县青石镇委员会\n云岭县青石镇人民政府\n2024年法治政府建设年度\n工作报告",
        "中共云岭县青石镇委员会云岭县青石镇人民政府2024年法治政府建设年度工作报告",
        "中共云岭县青石镇委员会 云岭县青石镇人民政府",
        "joint/township",
    ),
    Head(
        "中共红旗街道工作委员会\n红旗街道办事处关于2024年法治政府建设情况的报告",
        "中共红旗街道工作委员会红旗街道办事处关于2024年法治政府建设情况的报告",
        "中共红旗街道工作委员会 红旗街道办事处",
        "joint/township",
    ),
    Head(
        "青石镇党委政府2024年度法治政府建设情况报告",
        "青石镇党委政府2024年度法治政府建设情况报告",
        "青石镇党委 政府",
        "joint/township",
    ),
    Head(
        "云岭县教育局\n2024年度法治政府建设年度报告",
        "云岭县教育局2024年度法治政府建设年度报告",
        "云岭县教育局",
        "department/county",
    ),
    Head(
        "云岭县教育局\n\n2024年度\n\n法治政府建设\n\n工作报告",
        "云岭县教育局2024年度法治政府建设工作报告",
        "云岭县教育局",
        "department/county",
    ),
    Head(
        "云岭县财政局2024年度法治政府建设\n情况报告",
        "云岭县财政局2024年度法治政府建设情况报告",
        "云岭县财政局",
        "department/county",
    ),
    Head(
        "云岭县财政局关于\n2024年度法治政府建设情况\n的报告",
        "云岭县财政局关于2024年度法治政府建设情况的报告",
        "云岭县财政局",
        "department/county",
    ),
    Head(
        "云岭县财政局2024年法治\n政府建设情况报告",
        "云岭县财政局2024年法治政府建设情况报告",
        "云岭县财政局",
        "department/county",
    ),
    Head("云岭县\n2024年法治政府建设情况报告", "云岭县2024年法治政府建设情况报告", "云岭县", "government/county"),
    Head(
        "2024年法治政府建设年度报告\n海棠省水利厅", "2024年法治政府建设年度报告", "海棠省水利厅", "department/province"
    ),
    Head(
        "海棠省农业农村厅2024年度推进法治政府建设情况报告",
        "海棠省农业农村厅2024年度推进法治政府建设情况报告",
        "海棠省农业农村厅",
        "department/province",
    ),
    Head(
        "农业农村部2024年法治政府建设年度报告",
        "农业农村部2024年法治政府建设年度报告",
        "农业农村部",
        "department/province",
    ),
    Head(
        "北京市人民政府2024年法治政府建设年度情况报告",
        "北京市人民政府2024年法治政府建设年度情况报告",
        "北京市人民政府",
        "government/province",
    ),
    Head(
        "北桥市南湖区红旗街道办事处2024年法治政府建设情况报告",
        "北桥市南湖区红旗街道办事处2024年法治政府建设情况报告",
        "北桥市南湖区红旗街道办事处",
        "government/township",
    ),
    Head(
        "南湖区政务服务数据管理局（区营商办）2024年法治政府建设工作报告",
        "南湖区政务服务数据管理局（区营商办）2024年法治政府建设工作报告",
        "南湖区政务服务数据管理局（区营商办）",
        "department/county",
    ),
    Head(
        "云岭县卫生健康委员会二〇二四年法治政府建设工作报告",
        "云岭县卫生健康委员会二〇二四年法治政府建设工作报告",
        "云岭县卫生健康委员会",
        "department/county",
    ),
    Head(
        "云岭县公安局２０２４年法治政府建设工作总结",
        "云岭县公安局２０２４年法治政府建设工作总结",
        "云岭县公安局",
        "department/county",
    ),
    Head("云岭县卫健委2024法治政府建设报告", "云岭县卫健委2024法治政府建设报告", "云岭县卫健委", "department/county"),
    Head("法治政府建设情况报告", "法治政府建设情况报告", "", "unknown/unknown", None),
    Head(
        "云岭县司法局法治政府建设年度报告\n（2024年度）",
        "云岭县司法局法治政府建设年度报告（2024年度）",
        "云岭县司法局",
        "department/county",
    ),
    Head(
        "《云岭县司法局2024年度法治政府建设情况报告》",
        "《云岭县司法局2024年度法治政府建设情况报告》",
        "云岭县司法局",
        "department/county",
    ),
    Head(
        "# **云岭县司法局** 2024年度法治政府建设情况报告 #",
        "云岭县司法局2024年度法治政府建设情况报告",
        "云岭县司法局",
        "department/county",
    ),
    Head(
        "云岭县司法局2024年度法治政府建设情况报告。",
        "云岭县司法局2024年度法治政府建设情况报告。",
        "云岭县司法局",
        "department/county",
    ),
    Head(
        "云岭县人民政府\n云岭县司法局2024年度法治政府建设情况报告",
        "云岭县司法局2024年度法治政府建设情况报告",
        "云岭县司法局",
        "department/county",
    ),
    Head(
        "云岭县司法局文件\n云司发〔2025〕1号\n关于2024年度法治政府建设情况的报告",
        "关于2024年度法治政府建设情况的报告",
        "云岭县司法局",
        "department/county",
    ),
    Head(
        "坚持依法行政，服务乡村振兴——青石镇2024年法治政府建设年度报告",
        "坚持依法行政，服务乡村振兴——青石镇2024年法治政府建设年度报告",
        "青石镇",
        "government/township",
    ),
    Head(
        "云岭县委全面依法治县委员会办公室2024年法治建设工作总结",
        "云岭县委全面依法治县委员会办公室2024年法治建设工作总结",
        "云岭县委全面依法治县委员会办公室",
        "department/county",
    ),
    Head(
        "北桥经济技术开发区管理委员会2024年法治政府建设情况报告",
        "北桥经济技术开发区管理委员会2024年法治政府建设情况报告",
        "北桥经济技术开发区管理委员会",
        "government/unknown",
    ),
    Head(
        "【政务公开】云岭县2024年法治政府建设情况报告",
        "【政务公开】云岭县2024年法治政府建设情况报告",
        "云岭县",
        "government/county",
    ),
    Head("全县2024年法治政府建设情况报告", "全县2024年法治政府建设情况报告", "", "government/county"),
    Head(
        "2019—2021年云岭县法治政府建设情况报告",
        "2019—2021年云岭县法治政府建设情况报告",
        "云岭县",
        "government/county",
        None,
    ),
    Head(
        "云岭县2024年法治政府建设情况暨2025年工作计划的报告",
        "云岭县2024年法治政府建设情况暨2025年工作计划的报告",
        "云岭县",
        "government/county",
    ),
    Head(
        "云岭县财政局贯彻《法治政府建设实施纲要（2021—2025年）》2024年度情况报告",
        "云岭县财政局贯彻《法治政府建设实施纲要（2021—2025年）》2024年度情况报告",
        "云岭县财政局",
        "department/county",
    ),
    Head(
        "云岭县人力资源和社会保障局2024年法治政府建设（依法行政）工作情况报告",
        "云岭县人力资源和社会保障局2024年法治政府建设（依法行政）工作情况报告",
        "云岭县人力资源和社会保障局",
        "department/county",
    ),
    Head(
        "附件1\n云岭县司法局2024年度法治政府建设情况报告",
        "云岭县司法局2024年度法治政府建设情况报告",
        "云岭县司法局",
        "department/county",
    ),
    Head(
        "附件：云岭县司法局2024年度法治政府建设情况报告",
        "云岭县司法局2024年度法治政府建设情况报告",
        "云岭县司法局",
        "department/county",
    ),
    Head(
        "云岭县市场监督管理局2016年度推进依法行政工作情况报告",
        "云岭县市场监督管理局2016年度推进依法行政工作情况报告",
        "云岭县市场监督管理局",
        "department/county",
        2016,
    ),
    Head(
        "门户网站\n政务公开\n法治政府建设\n云岭县司法局2024年法治政府建设年度报告\n日期：2025-03-02　字体：[大] [中]",
        "云岭县司法局2024年法治政府建设年度报告",
        "云岭县司法局",
        "department/county",
    ),
    Head(
        "云岭县综合行政执法局(城市管理局)2024年法治政府建设情况报告",
        "云岭县综合行政执法局(城市管理局)2024年法治政府建设情况报告",
        "云岭县综合行政执法局(城市管理局)",
        "department/county",
    ),
    Head(
        "2024年度法治政府建设情况报告\n（青石镇人民政府）",
        "2024年度法治政府建设情况报告",
        "青石镇人民政府",
        "government/township",
    ),
    Head(
        "2024年度法治政府建设情况报告\n云岭县大数据局（县营商办）\n2025年2月1日",
        "2024年度法治政府建设情况报告",
        "云岭县大数据局（县营商办）",
        "department/county",
    ),
    Head(
        "2024年度\n云岭县司法局法治政府建设情况报告",
        "2024年度云岭县司法局法治政府建设情况报告",
        "云岭县司法局",
        "department/county",
    ),
    Head(
        "中国共产党云岭县青石镇委员会　　云岭县青石镇人民政府\n关于2024年法治政府建设工作的报告",
        "中国共产党云岭县青石镇委员会云岭县青石镇人民政府关于2024年法治政府建设工作的报告",
        "中国共产党云岭县青石镇委员会 云岭县青石镇人民政府",
        "joint/township",
    ),
    Head(
        "北桥市南湖区人民政府红旗街道办事处2024年度法治政府建设情况报告",
        "北桥市南湖区人民政府红旗街道办事处2024年度法治政府建设情况报告",
        "北桥市南湖区人民政府红旗街道办事处",
        "government/township",
    ),
    Head(
        "青石镇2024年法治政府建设工作总结和2025年工作打算",
        "青石镇2024年法治政府建设工作总结和2025年工作打算",
        "青石镇",
        "government/township",
    ),
    Head(
        "云岭县司法局2024年法治政府建设",
        "云岭县司法局2024年法治政府建设",
        "云岭县司法局",
        "department/county",
    ),
]


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.lines.replace("\n", "/"))
def test_title_issuers_profile_and_year(head: Head) -> None:
    """However the title is broken, numbered, shortened or decorated."""
    cover = _cover(f"{head.lines}\n\n{TEXT}")

    assert cover.title is not None
    assert head.title == cover.title.value
    assert head.issuers == " ".join(_names(cover))
    assert head.profile == str(cover.profile)
    assert head.year == cover.year.value
    assert cover.genre is None


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.lines.replace("\n", "/"))
def test_spans_hold_what_they_locate(head: Head) -> None:
    """The title's span runs from its first to its last character, an issuer's over its name; the body follows."""
    text = f"{head.lines}\n\n{TEXT}"

    cover = _cover(text)

    assert cover.title is not None
    for located in (cover.title, *cover.issuers):
        assert located.value == "".join(located.span.of(text).replace("*", "").split())
    assert cover.body == Span(text.index(TEXT), len(text))


def test_a_title_on_three_lines_with_its_issuers_above() -> None:
    """Trap: three headings. One joint title; the line with a colon below is the recipient."""
    text = f"中共云岭县白水乡委员会\n云岭县白水乡人民政府\n关于2025年法治政府建设情况的报告\n县委、县政府：\n{TEXT}"

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.span.of(text) == text[: text.index("\n县委")]
    assert cover.recipient is not None
    assert cover.recipient.value == "县委、县政府"
    assert cover.body.start == text.index("今年")


def test_the_wrapped_tail_of_a_title_is_no_heading() -> None:
    """Trap: “情况报告” on a line of its own. It ends the title, and the body begins behind it."""
    text = f"云岭县财政局2023年度法治政府建设\n情况报告\n{TEXT}"

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.value == "云岭县财政局2023年度法治政府建设情况报告"
    assert cover.body.start == text.index("今年")


def test_issuer_and_day_under_the_title_are_issuer_and_signature() -> None:
    """Trap: neither is missing."""
    text = f"2023年法治政府建设年度报告\n海棠省农业农村厅\n（2024年1月31日）\n{TEXT}"

    cover = _cover(text)

    assert _names(cover) == ["海棠省农业农村厅"]
    assert [organ.value for organ in cover.signed_by] == ["海棠省农业农村厅"]
    assert cover.signed_on is not None
    assert (date(2024, 1, 31), "2024年1月31日") == (cover.signed_on.value, cover.signed_on.span.of(text))
    assert (2023, "sure") == (cover.year.value, cover.year.confidence)
    assert cover.body.start == text.index("今年")


@pytest.mark.parametrize("lines", ["（2025年1月9日）", "（云岭县水务局　2025年1月9日）", "云岭县水务局\n2025年1月9日"])
def test_a_day_under_a_title_is_signed_by_the_issuer(lines: str) -> None:
    """The organ stands beside it or in the title."""
    cover = _cover(f"{TITLE}\n{lines}\n{TEXT}")

    assert [organ.value for organ in cover.signed_by] == ["云岭县水务局"]
    assert cover.signed_on is not None
    assert cover.signed_on.value == date(2025, 1, 9)


def test_a_day_in_digits_under_a_title_is_the_pages() -> None:
    """It is neither the signing day nor part of the text."""
    text = f"{TITLE}\n2025-03-02\n{TEXT}"

    cover = _cover(text)

    assert cover.signed_on is None
    assert cover.body.of(text) == TEXT


def test_a_government_under_a_title_without_day_is_the_issuer_in_full() -> None:
    """云岭县人民政府 under 云岭县2024年… is no recipient."""
    cover = _cover(f"云岭县2024年度法治政府建设工作报告\n云岭县人民政府\n2025年2月1日\n{TEXT}")

    assert cover.recipient is None
    assert [organ.value for organ in cover.signed_by] == ["云岭县人民政府"]


def test_the_page_title_above_the_report_title_is_furniture() -> None:
    """Trap: a duplicate title. With a page's lines between, the second is the report's."""
    page = "南湖区2023年度法治政府建设情况报告"
    text = f"{page}\n来源：区政府办　发布时间：2024-03-28\n{page}\n{TEXT}"

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.span == Span(text.rindex(page), text.rindex(page) + len(page))
    assert Span(0, len(page)) in cover.furniture
    assert cover.published_on is not None
    assert cover.published_on.value == date(2024, 3, 28)
    assert cover.signed_on is None


def test_a_short_page_title_gives_way_to_the_full_title() -> None:
    """The name of the page's column is no title of the report."""
    text = f"法治政府建设年度报告\n{TITLE}\n{TEXT}"

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.value == TITLE


def test_a_title_printed_twice_on_adjacent_lines_keeps_its_first_line() -> None:
    """The second stays where a rule can point at it, outside title and body."""
    text = f"{TITLE}\n{TITLE}\n{TEXT}"

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.span == Span(0, len(TITLE))
    assert cover.furniture == ()
    assert cover.body.start == text.index("今年")


LETTER = """关于报送《云岭县水务局2023年度法治政府建设情况报告》的报告
县法治政府建设工作领导小组办公室：
现将我局有关材料报送给你们，请审阅。
特此报告。
附件：云岭县水务局2023年度法治政府建设情况报告
云岭县水务局
2024年1月28日
"""


def test_a_cover_letter_has_recipient_and_signature_the_second_title_the_report() -> None:
    """Trap: the first signature ends the text. The letter is signed, the report begins below it."""
    title = "云岭县水务局2023年度法治政府建设情况报告"
    text = f"{LETTER}{title}\n云岭县地处山区，水利设施多。\n{TEXT}"

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.span == Span(len(LETTER), len(LETTER) + len(title))
    assert cover.letter == Span(0, len(LETTER))
    assert cover.recipient is not None
    assert cover.recipient.value == "县法治政府建设工作领导小组办公室"
    assert cover.signed_on is not None
    assert cover.signed_on.value == date(2024, 1, 28)
    assert cover.body == Span(text.index("云岭县地处"), len(text))
    assert (2023, "sure") == (cover.year.value, cover.year.confidence)


@pytest.mark.parametrize(
    "letter",
    [
        "关于呈报2024年法治政府建设年度报告的函\n县委依法治县办：\n现将本局年度报告呈报贵办，请审阅。\n云岭县水务局\n2025年1月20日\n",
        "县委依法治县办：\n现将我局2024年度法治政府建设情况报告报送如下，请审阅。\n云岭县水务局\n2025年1月20日\n",
        "按照要求，现将云岭县水务局2024年度法治政府建设年度报告予以公布。\n",
        "关于报送法治政府建设年度报告的报告\n县政府：\n请审阅。特此报告。\n附件：\n1.云岭县水务局2024年度法治政府建设情况报告\n",
    ],
)
def test_letters_of_several_kinds(letter: str) -> None:
    """With a title or without one, signed or not."""
    text = f"{letter}{TITLE}\n{TEXT}"

    cover = _cover(text)

    assert cover.letter is not None
    assert cover.letter.end == len(letter)
    assert cover.title is not None
    assert cover.title.value == TITLE


def test_the_report_under_a_letter_may_be_signed_again() -> None:
    """The letter's day is the signing day, and the body ends before the second signature."""
    text = f"{LETTER}{TITLE}\n{TEXT}\n云岭县水务局\n2024年1月27日"

    cover = _cover(text)

    assert cover.signed_on is not None
    assert cover.signed_on.value == date(2024, 1, 28)
    assert cover.body.of(text) == TEXT


def test_a_title_behind_a_whole_report_belongs_to_an_attachment() -> None:
    """The report above it is no letter."""
    text = f"{TITLE}\n{TEXT}\n云岭县水务局\n2025年1月9日\n附件\n云岭县水务局2024年法治建设工作报告\n执法36次。"

    cover = _cover(text)

    assert cover.letter is None
    assert cover.title is not None
    assert cover.title.value == TITLE
    assert cover.body.of(text) == TEXT


def test_a_heading_without_a_number_is_no_second_title() -> None:
    """“2024年法治政府建设情况” under a title is the first heading of the text."""
    text = f"{TITLE}\n2024年法治政府建设情况\n{TEXT}"

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.value == TITLE
    assert cover.body.start == len(TITLE) + 1


def test_an_interpretation_is_another_genre() -> None:
    """Trap: a report with missing parts."""
    text = "【文字解读】《云岭县人民政府关于2024年法治政府建设情况的报告》文件解读\n一、起草背景\n按照要求起草。"

    cover = _cover(text)

    assert cover.genre is not None
    assert (cover.genre.value, cover.genre.span) == ("解读", Span(0, text.index("\n")))
    assert cover.issuers == ()
    assert cover.year.value is None


def test_a_first_sentence_is_no_title() -> None:
    """Trap: issuer and year read from it as from a title; the year comes from the clause, the body from 我街道."""
    text = (
        "2025年，我街道在区委领导下推进法治政府建设。现将我街道2024年工作情况报告如下：\n一、主要成效\n我街道培训3次。"
    )

    cover = _cover(text)

    assert cover.title is None
    assert cover.issuers == ()
    assert (2024, "likely") == (cover.year.value, cover.year.confidence)
    assert str(cover.profile) == "government/township"
    assert cover.body == Span(0, len(text))


def test_years_of_plans_are_no_report_years() -> None:
    """Trap: the first number is the plan's. Title marks and periods are left out."""
    assert _cover("2025年是《法治政府建设实施纲要（2021—2025年）》收官之年，全镇完成任务。").year.value == 2025
    assert years_of_title("云岭县落实《法治政府建设实施纲要（2021—2025年）》2023年度情况报告") == (2023,)
    assert years_of_clause("现将2021—2025年规划中2024年任务完成情况报告如下") == (2024,)
    assert years_of_clause("现将2024年12月至2025年11月情况报告如下") == ()


def test_a_lost_or_glued_year() -> None:
    """Trap: “一、年度…” has no year, “2023以来” and “2023市教育局” have one without 年, “2023项” none."""
    assert years_of_title("年度法治政府建设的主要举措") == ()
    assert years_of_title("2023市教育局法治政府建设情况报告") == (2023,)
    assert years_of_clause("现将2023以来情况报告如下") == (2023,)
    assert years_of_clause("现将2023项任务完成情况报告如下") == ()


def test_of_two_years_in_the_opening_clause_the_first_is_the_reports() -> None:
    """Trap: a conflict. The second is the plan's."""
    text = "全镇推进依法行政。现将2024年法治政府建设情况及2025年工作计划报告如下：\n一、主要成效\n培训3次。"

    cover = _cover(text)

    assert cover.year.value == 2024
    assert cover.opening is not None
    assert cover.opening.of(text) == "现将2024年法治政府建设情况及2025年工作计划报告如下"


def test_the_year_of_a_notice_is_not_the_reports() -> None:
    """Trap: the notice before 现将 and the number in brackets hold other years."""
    notice = "根据《关于做好2023年度报告的通知》（云法办〔2026〕1号），"
    text = f"{notice}现将我乡（含2022年挂账任务）2024年情况报告如下：\n一、成效"

    cover = _cover(text)

    assert cover.year.value == 2024
    assert str(cover.profile) == "government/township"


def test_years_with_circles() -> None:
    """Trap: ○ is a placeholder. It is the zero of a Chinese year."""
    assert years_of_title("云岭县二○二四年法治政府建设情况报告") == (2024,)
    assert years_of_title("云岭县落实二○二四—二○二五年行动方案情况报告") == ()


def test_an_opening_clause_is_no_recipient() -> None:
    """Trap: it holds 局 and ends in a colon."""
    text = f"{TITLE}\n现将我局2024年法治政府建设工作情况报告如下：\n一、主要举措和成效\n坚持依法行政。"

    cover = _cover(text)

    assert cover.recipient is None
    assert cover.opening is not None
    assert cover.body.start == len(TITLE) + 1
    assert (2024, "sure") == (cover.year.value, cover.year.confidence)


def test_an_organ_in_the_recipient_line_is_not_the_issuer() -> None:
    """Trap: a town's report is taken for the county's."""
    cover = _cover(f"2024年法治政府建设情况报告\n中共云岭县县委、云岭县人民政府：\n现将我镇情况报告如下。\n{TEXT}")

    assert cover.issuers == ()
    assert str(cover.profile) == "government/township"
    assert cover.recipient is not None
    assert cover.recipient.value == "中共云岭县县委、云岭县人民政府"


def test_text_may_follow_the_recipient_on_its_line() -> None:
    """Trap: the addressee is read as part of the sentence."""
    text = "北桥市2024年法治政府建设情况报告\n市人大常委会:　2024年，我市完成改革任务12项。\n一、主要成效\n依法行政。"

    cover = _cover(text)

    assert cover.recipient is not None
    assert (cover.recipient.value, cover.recipient.span.of(text)) == ("市人大常委会", "市人大常委会")
    assert cover.body.start == text.index("2024年，我市")


@pytest.mark.parametrize(
    ("line", "recipient"),
    [
        ("县委、县政府：", "县委、县政府"),
        ("县委,县政府:", "县委,县政府"),
        ("县 委、县 政 府：", "县委、县政府"),
        ("市委全面依法治市委员会：", "市委全面依法治市委员会"),
        ("县人民政府，县委依法治县办：", "县人民政府，县委依法治县办"),
        ("县委、县人民政府，\n县委全面依法治县委员会办公室：", "县委、县人民政府，县委全面依法治县委员会办公室"),
        ("县委、县政府", "县委、县政府"),
        ("云岭县人民政府", "云岭县人民政府"),
        ("尊敬的王书记：", "尊敬的王书记"),
        ("张县长:", "张县长"),
        ("领导小组办公室：", "领导小组办公室"),
    ],
)
def test_recipients(line: str, recipient: str) -> None:
    """Organs in any number and form, collectors, and persons, to whom a report must not be sent."""
    text = f"{TITLE}\n{line}\n{TEXT}"

    cover = _cover(text)

    assert cover.recipient is not None
    assert recipient == cover.recipient.value
    assert cover.body.of(text) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "主要工作：",
        "加强组织领导：",
        "按照县委办要求，县水务局：开展自查。",
        "现将我局情况汇报如下：",
        "各位领导、同志们，大家好：",
    ],
)
def test_lines_that_are_no_recipient(line: str) -> None:
    """A colon alone addresses nobody."""
    cover = _cover(f"{TITLE}\n{line}\n{TEXT}")

    assert cover.recipient is None


def test_a_day_in_the_page_header_is_not_the_signing_day() -> None:
    """Trap: “今天是…” and the day of the week in a header."""
    text = f"云岭县人民政府　2019年12月3日星期二\n今天是：2019年12月3日 农历十一月初八\n{TITLE}\n{TEXT}"

    cover = _cover(text)

    assert cover.signed_on is None
    assert cover.copy_kind == "published"


def test_a_metadata_table_is_no_part_of_the_report() -> None:
    """Trap: own number, padded day and second title. None of it is the report's."""
    title = "青石镇2025年度法治政府建设情况报告"
    text = f"成文日期：2026-02-14\n文　号：青政发〔2026〕7号\n标　题：{title}\n效力状态：有效\n{title}\n{TEXT}"

    cover = _cover(text)

    assert cover.document_number is None
    assert cover.signed_on is None
    assert cover.title is not None
    assert cover.title.span.start == text.rindex(title)
    assert len(cover.furniture) == 4


def test_the_title_of_the_table_serves_where_the_report_prints_none() -> None:
    """Some pages show the title in the table only."""
    text = f"标题：青石镇2025年度法治政府建设情况报告\n发布机构：云岭县青石镇\n发布日期：2026-01-14\n{TEXT}"

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.value == "青石镇2025年度法治政府建设情况报告"
    assert str(cover.profile) == "government/township"
    assert (cover.year.value, cover.copy_kind) == (2025, "published")


def test_a_page_number_glued_to_the_day_is_left_out() -> None:
    """Trap: the ninety-first of January."""
    text = f"{TITLE}\n{TEXT}\n云岭县水务局\n2025年1月9日1"

    cover = _cover(text)

    assert cover.signed_on is not None
    assert (date(2025, 1, 9), "2025年1月9日") == (cover.signed_on.value, cover.signed_on.span.of(text))


def test_a_report_signed_before_its_year_ended() -> None:
    """Trap: next year's report. Signed in December, it is about the year of signing."""
    cover = _cover(f"青石镇2025年度法治政府建设情况报告\n{TEXT}\n青石镇人民政府\n2025年12月22日")

    assert (2025, "sure") == (cover.year.value, cover.year.confidence)


def test_the_years_of_a_page_do_not_count() -> None:
    """Trap: a report of 2021 on a page of 2024."""
    cover = _cover(
        f"发布时间：2024-03-01\n更新日期：2024-05-06\n青石镇2021年度法治政府建设情况报告\n{TEXT}\n下一篇：2023年报告"
    )

    assert cover.year.value == 2021


@pytest.mark.parametrize("close", ["请审阅。", "请审议。", "特此报告。", "如有不当，请批评指正。"])
def test_closing_words_stay_in_the_body(close: str) -> None:
    """Trap: a request. They end the text before the signature."""
    text = f"{TITLE}\n{TEXT}\n{close}\n云岭县水务局\n2025年1月9日"

    cover = _cover(text)

    assert cover.body.of(text) == f"{TEXT}\n{close}"
    assert cover.letter is None


SIGNATURES = [
    ("云岭县水务局\n2025年1月9日", "云岭县水务局", date(2025, 1, 9)),
    ("\n\n　　　　云岭县水务局\n\n　　　　2025年1月9日\n\n", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局　　2025年1月9日", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局（盖章）\n2025年1月9日", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局\n（印章）\n2025年1月9日", "云岭县水务局", date(2025, 1, 9)),
    ("报告单位：云岭县水务局\n报告日期：2025年1月9日", "云岭县水务局", date(2025, 1, 9)),
    ("中共青石镇委员会\n青石镇人民政府\n2025年1月9日", "中共青石镇委员会 青石镇人民政府", date(2025, 1, 9)),
    ("中共青石镇委员会　青石镇人民政府\n2025年1月9日", "中共青石镇委员会 青石镇人民政府", date(2025, 1, 9)),
    ("2025年1月9日\n云岭县水务局", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局\n二〇二五年一月九日", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局\n二○二五年一月九日", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局\n2025年01月09日", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局\n2025.1.9", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局\n2025-01-09", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局\n25年1月9日", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局\n2025年2月30日", "云岭县水务局", None),
    ("云岭县水务局\n2025年1月", "云岭县水务局", None),
    ("云岭县水务局\n2025年　月　日", "云岭县水务局", None),
    ("云岭县水务局", "云岭县水务局", None),
    ("2025年1月9日", "", date(2025, 1, 9)),
    ("附件：1.规范性文件清单\n2.培训统计表\n\n云岭县水务局\n2025年1月9日", "云岭县水务局", date(2025, 1, 9)),
    ("附件：\n1.规范性文件清单\n\n云岭县水务局\n2025年1月9日", "云岭县水务局", date(2025, 1, 9)),
    (
        "云岭县水务局\n2025年1月9日\n附件\n统计表\n序号 名称\n云岭县财政局\n2025年3月2日",
        "云岭县水务局",
        date(2025, 1, 9),
    ),
    (
        "云岭县水务局\n2025年1月9日\n（联系人：林某）\n抄送：县司法局。\n云岭县水务局办公室　2025年1月10日印发",
        "云岭县水务局",
        date(2025, 1, 9),
    ),
    ("云岭县水务局\n2025年1月9日\n— 8 —", "云岭县水务局", date(2025, 1, 9)),
    ("云岭县水务局\n2025年1月9日\n上一篇：没有了\n打印 关闭", "云岭县水务局", date(2025, 1, 9)),
    ("附件1\n统计表\n执法36次", "", None),
    ("", "", None),
]


@pytest.mark.parametrize(("end", "organs", "day"), SIGNATURES, ids=lambda value: str(value).replace("\n", "/"))
def test_signatures(end: str, organs: str, day: date | None) -> None:
    """Organs and day in every form; body, attachments and the foot of the paper lie outside each other."""
    text = f"{TITLE}\n{TEXT}\n{end}"

    cover = _cover(text)

    assert organs == " ".join(organ.value for organ in cover.signed_by)
    assert day == (cover.signed_on.value if cover.signed_on is not None else None)
    assert cover.body.of(text) == TEXT


def test_a_day_inside_the_text_is_no_signature() -> None:
    """Neither in a sentence nor on a line that a list of events has."""
    text = (
        f"{TITLE}\n一、大事记\n2024年3月1日\n召开依法行政会议。\n2024年5月6日，开展执法检查。\n二、存在的不足\n人员少。"
    )

    cover = _cover(text)

    assert (cover.signed_on, cover.signed_by) == (None, ())
    assert cover.body.end == len(text)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("云水字〔2025〕2号", "云水字〔2025〕2号"),
        ("云水字 〔2025〕 2 号", "云水字〔2025〕2号"),
        ("云水字[2025]2号", "云水字[2025]2号"),
        ("云水字(2025)2号", "云水字(2025)2号"),
        ("云水字（2025）2号", "云水字（2025）2号"),
        ("云水字【2025】2号", "云水字【2025】2号"),
        ("云水字﹝2025﹞2号", "云水字﹝2025﹞2号"),
        ("云水字〔2025〕第2号", "云水字〔2025〕第2号"),
        ("云水字〔2025〕02号", "云水字〔2025〕02号"),
        ("云水字〔25〕2号", "云水字〔25〕2号"),
        ("云水字〔2025〕2", "云水字〔2025〕2"),
        ("云水字２０２５年2号", "云水字２０２５年2号"),
        ("云水字〔2025〕2号　　　签发人：林某", "云水字〔2025〕2号"),
        ("（云水字〔2025〕2号）", "云水字〔2025〕2号"),
    ],
)
def test_the_own_document_number_is_found_whatever_its_form(line: str, number: str) -> None:
    """Rules judge the form later; the span holds the characters as they stand."""
    text = f"云岭县水务局文件\n{line}\n{TITLE}\n{TEXT}"

    found = _cover(text).document_number

    assert found is not None
    assert number == found.value
    assert number == "".join(found.span.of(text).split())


@pytest.mark.parametrize(
    "line",
    [
        "根据云法发〔2024〕5号文件，我局开展自查。",
        "（2024）云01行初12号",
        "云（2024）不动产权第0001号",
        "国务院令第825号",
        "文号：云水字〔2025〕2号",
        "2024年3月1日",
    ],
)
def test_other_numbers_are_not_the_reports_own(line: str) -> None:
    """Cited papers, cases, registers, orders and the page's table."""
    assert _cover(f"{line}\n{TITLE}\n{line}\n{TEXT}\n{line}").document_number is None


COPIES = [
    (f"云水字〔2025〕2号\n{TITLE}\n{TEXT}\n云岭县水务局\n2025年1月9日", "submitted"),
    (f"{TITLE}\n县委、县政府：\n{TEXT}\n云岭县水务局\n2025年1月9日", "submitted"),
    (f"{TITLE}\n县委、县政府：\n{TEXT}", "unknown"),
    (f"{TITLE}\n{TEXT}\n云岭县水务局\n2025年1月9日", "unknown"),
    (f"{TITLE}\n{TEXT}", "unknown"),
    (f"当前位置：首页>年报\n{TITLE}\n来源：县水务局\n{TEXT}\n云岭县水务局\n2025年1月9日", "published"),
    (f"来源：县水务局\n{TITLE}\n{TEXT}", "unknown"),
    (f"云水字〔2025〕2号\n{TITLE}\n{TEXT}\n云岭县水务局\n2025年1月9日\n1\n— 2 —\n— 3 —", "submitted"),
    (f"{TITLE}\n{TEXT.replace('，', ',')}\n一是加强学习,二是强化培训,三是规范执法,四是公开信息。", "published"),
    (f"{TITLE}\n落实《法治政府建设实施纲要(20212025年)》。\n{TEXT}", "published"),
    (f"{TITLE}\n落实纲要(20212025年)和规划（2020—2025年）。\n{TEXT}", "unknown"),
    (f"{TITLE}\n落实《关于做好工作的通知》(云法发20249号)。\n{TEXT}", "published"),
]


@pytest.mark.parametrize(("text", "kind"), COPIES)
def test_which_copy_it_is(text: str, kind: str) -> None:
    """Page lines, half-width marks and lost brackets tell a web copy; number or recipient and signature the other."""
    assert kind == _cover(text).copy_kind


def test_a_word_file_is_submitted_and_markdown_is_not_published() -> None:
    """The format of a file says how it was written, not where it was shown."""
    assert find_cover(SourceText(f"{TITLE}\n{TEXT}", format="docx")).copy_kind == "submitted"
    assert find_cover(SourceText(f"# {TITLE}\n{TEXT}", format="markdown")).copy_kind == "unknown"


FILLER = "各有关单位应当按照任务分工抓好实施，按时完成，确保质量，年底前报送完成数量和相关材料。\n" * 9


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("云岭县水务局局长2024年度述法报告\n组织学习依法行政。", "述法报告"),
        ("林某同志2024年述职述廉述法报告\n组织学习。", "述职述廉述法报告"),
        ("党政主要负责人履行推进法治建设第一责任人职责述职报告\n组织学习。", "述职报告"),
        ("云岭县2024年政府信息公开工作年度报告\n一、总体情况", "政府信息公开工作年度报告"),
        ("云岭县水务局2024年普法工作总结\n开展法治宣传。", "普法工作总结"),
        (f"政府工作报告\n——2025年1月8日在县人民代表大会上\n各位代表：\n{FILLER}推进法治政府建设。", "政府工作报告"),
        ("2025年工作要点\n一、加强学习", "工作要点"),
        (f"办公设备采购合同\n甲方：云岭县水务局\n{FILLER}", "合同"),
        (f"云岭县水务局2024年工作总结\n{FILLER}", "工作总结"),
        (f"关于印发防汛工作安排的通知\n各镇人民政府：\n{FILLER}", "通知"),
        (f"甲方（采购人）：云岭县水务局\n{FILLER}", "其他材料"),
        ("Examples\n" + "Reports on 法治政府建设 for the tests of this program.\n" * 9, "外文材料"),
    ],
)
def test_another_kind_of_paper_is_named(text: str, genre: str) -> None:
    """By its title, or by a text that speaks of nothing such a report speaks of."""
    found = _cover(text).genre

    assert found is not None
    assert genre == found.value
    assert found.span == Span(0, text.index("\n"))


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{FILLER}",
        f"云岭县2025年法治政府建设工作要点\n{FILLER}",
        f"云岭县法治建设工作情况报告\n{FILLER}",
        f"云岭县水务局2024年工作总结\n{TEXT}\n推进法治政府建设。",
        f"云岭县水务局2024年度情况报告\n一、主要举措和成效\n{FILLER}",
        f"一、主要举措\n{FILLER}二、存在的问题\n{FILLER}",
        "学习《民法典》，开展培训。",
        "一、强化组织领导\n二、优化营商环境\n三、规范执法",
        f"{TITLE}\n一、健全年终述法制度\n组织12人述法。\n二、加强普法工作\n附件：普法工作总结",
    ],
)
def test_a_report_of_this_kind_is_never_called_another(text: str) -> None:
    """However thin or thematic; pieces of reports neither."""
    assert _cover(text).genre is None


def test_a_report_on_one_line() -> None:
    """Trap: line ends lost. Title, body and signature are found by the blanks between them."""
    text = f"{TITLE} {TEXT.replace(chr(10), ' ')} 云岭县水务局 2025年1月9日"

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.value == TITLE
    assert cover.body.of(text) == TEXT.replace("\n", " ")
    assert [organ.value for organ in cover.signed_by] == ["云岭县水务局"]
    assert cover.signed_on is not None
    assert (2024, "sure") == (cover.year.value, cover.year.confidence)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_any_line_end_separates_lines(end: str) -> None:
    """The same facts as with a plain line feed."""
    text = f"云水字〔2025〕2号\n{TITLE}\n县委、县政府：\n{TEXT}\n云岭县水务局\n2025年1月9日"

    cover = _cover(text.replace("\n", end))

    assert cover.title is not None
    assert (cover.title.value, cover.copy_kind) == (TITLE, "submitted")
    assert cover.body.of(text.replace("\n", end)) == TEXT.replace("\n", end)


def test_front_matter_and_comments_of_markdown_are_passed_over() -> None:
    """The title is the first line of the report."""
    text = f"---\ntitle: 云岭县法治政府建设情况报告\n---\n\n<!-- 2023年报告 -->\n# {TITLE}\n\n{TEXT}"

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.span.start == text.index(TITLE)


def _headed(*titles: str) -> tuple[Section, ...]:
    return tuple(Section(at, 1, 1, at, "一、", title, Span(at, at), Span(at, at)) for at, title in enumerate(titles))


@pytest.mark.parametrize(
    ("text", "headings", "year", "confidence"),
    [
        (TITLE, ("2024年主要成效", "2025年打算"), 2024, "sure"),
        (TITLE, ("主要成效", "下一步打算"), 2024, "likely"),
        (TITLE, ("2023年主要成效", "2023年不足"), 2024, "likely"),
        ("", ("2024年度主要举措", "2024年度不足", "2023年成绩"), 2024, "likely"),
        ("", ("存在的差距和不足及2022年工作安排",), None, "unknown"),
        ("", ("2023年主要成效", "2024年不足"), None, "unknown"),
        ("云岭县水务局\n2025年1月9日", (), 2024, "likely"),
        ("云岭县水务局\n2025年1月9日", ("2023年主要成效",), 2023, "likely"),
        ("云岭县水务局\n2025年1月9日", ("2024年主要成效",), 2024, "sure"),
        (f"{TITLE}\n现将2023年情况报告如下。\n云岭县水务局\n2025年1月9日", (), 2024, "sure"),
        (f"{TITLE}\n现将2023年情况报告如下。", (), 2024, "likely"),
        (f"{TITLE}\n现将2023年情况报告如下。", ("2023年主要成效", "2024年打算"), 2023, "likely"),
        (f"{TITLE}\n2023年，我局依法治水。\n云岭县水务局\n2024年1月9日", (), 2023, "likely"),
        (f"{TITLE}\n2021年以来，我局依法治水。\n云岭县水务局\n2022年1月9日", (), 2024, "likely"),
        (f"{TITLE}\n2023年，我局依法治水。\n云岭县水务局\n2024年7月9日", (), 2024, "likely"),
        (f"{TITLE}\n现将2024年情况报告如下。", ("2023年主要成效",), 2024, "sure"),
        ("现将2024年情况报告如下。", ("2023年主要成效",), 2024, "likely"),
    ],
)
def test_two_signals_make_the_report_year_sure(
    text: str, headings: tuple[str, ...], year: int | None, confidence: str
) -> None:
    """The title counts first, then the opening clause, then most headings but the plan's, then the signing day.

    Two of these that agree against the title outvote it.
    """
    cover = settle_year(_cover(text), _headed(*headings))

    assert (year, confidence) == (cover.year.value, cover.year.confidence)


def test_rank_below_the_first_level_tells_no_year() -> None:
    """Sub-headings speak of single events."""
    section = Section(0, 2, 2, 1, "（一）", "2023年遗留问题", Span(0, 0), Span(0, 0))

    assert settle_year(_cover(""), (section,)).year.value is None


@pytest.mark.skipif(not SAMPLE.exists(), reason="the published sample is not at hand")
def test_the_cover_of_a_real_report() -> None:
    """A county bureau's report, as published."""
    text = SAMPLE.read_text(encoding="utf-8")

    cover = _cover(text)

    assert cover.title is not None
    assert cover.title.value == "新绛县民政局2023年法治政府建设情况的报告"
    assert str(cover.profile) == "department/county"
    assert (cover.year.value, cover.year.confidence) == (2023, "sure")
    assert cover.document_number is not None
    assert cover.document_number.value == "新民字〔2024〕2号"
    assert [organ.value for organ in cover.signed_by] == ["新绛县民政局"]
    assert cover.signed_on is not None
    assert cover.signed_on.value == date(2024, 1, 9)
    assert (cover.recipient, cover.letter, cover.genre, cover.furniture) == (None, None, None, ())
    assert cover.copy_kind == "submitted"
    assert cover.body.of(text).startswith("2023年以来")
    assert cover.body.of(text).endswith("无。")


PIECES = st.sampled_from(
    [
        *"\n\n\n　 。：；，（）《》〔〕*#一二0129-",
        TITLE,
        "县委、县政府：",
        "云岭县水务局",
        "2025年1月9日",
        "现将",
        "如下",
        "附件：",
        "来源：",
        "法治",
        "报告",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_nothing_crashes_and_every_span_lies_in_the_text(text: str) -> None:
    """Whatever is put together; no located value is empty."""
    cover = _cover(text)

    located = [one for one in (cover.title, cover.document_number, cover.recipient, cover.genre) if one is not None]
    for one in (*located, *cover.issuers, *cover.signed_by):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.value
    assert 0 <= cover.body.start <= cover.body.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    ["现将", "（", "《", "一、法治政府建设情况\n", "关于", "中共委员会", "2024年1月9日\n", ">", "12\n", "来源：\n"],
)
def test_what_follows_a_title_does_not_drown_it(unit: str) -> None:
    """Forty thousand characters of what patterns begin with leave title, issuer and year as they are."""
    cover = _cover(f"{TITLE}\n{unit * (40_000 // len(unit))}如下")

    assert cover.title is not None
    assert (TITLE, ["云岭县水务局"], 2024) == (cover.title.value, _names(cover), cover.year.value)


def test_cells_of_a_word_table_are_not_page_numbers() -> None:
    """The reader says which lines stand in tables."""
    text = f"{TITLE}\n合计\n12\n{TEXT}"
    at = text.index("12\n")

    assert find_cover(SourceText(text, pieces=(Piece(Span(at, at + 2), 2, in_table=True),))).furniture == ()


@pytest.mark.parametrize(
    ("start", "body", "level"),
    [
        ("2024年，云岭县水务局在县委、县政府的正确领导下，推进依法治水。", "department", "county"),
        ("2024年，省卫生健康委坚持依法行政。", "department", "province"),
        ("2024年，市水务局扎实推进依法治水，我局办理许可30件。", "department", "city"),
        ("2024年，青溪街道认真落实要求。", "government", "township"),
        ("2024年，云岭县深入推进依法行政。", "government", "county"),
        ("2024年，云岭县深入推进依法行政，我局办理许可30件。", "department", "unknown"),
        ("2024年，县委坚持依法执政。", "unknown", "unknown"),
        ("2024年，全县扎实推进依法行政。", "unknown", "unknown"),
        ("2024年，执法人员认真履职。", "unknown", "unknown"),
    ],
)
def test_a_text_without_a_title_tells_whose_it_is_in_its_first_sentence(start: str, body: str, level: str) -> None:
    """The organ that begins it, unless the text calls itself something else; a committee may be anybody's leader."""
    profile = _cover(f"{start}\n{TEXT}").profile

    assert (body, level) == (profile.body, profile.level)


@pytest.mark.parametrize(
    ("start", "confidence"), [("2024年，我局依法治水。", "sure"), ("一年来，我局依法治水。", "likely")]
)
def test_the_year_of_a_title_is_sure_when_the_first_sentence_begins_with_it(start: str, confidence: str) -> None:
    """Two places say the same."""
    year = _cover(f"{TITLE}\n{start}\n{TEXT}").year

    assert (2024, confidence) == (year.value, year.confidence)
