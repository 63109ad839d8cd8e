"""Web pages and printers: which lines are no part of a report, and what they say about it."""

from __future__ import annotations

from datetime import date

import pytest

from report_lint.document import SignedDate
from report_lint.parsing.cover import find_cover
from report_lint.parsing.furniture import find_furniture
from report_lint.text import Piece, SourceText, Span

TITLE = "云岭县水务局2024年度法治政府建设情况报告"
BODY = "2024年，云岭县水务局办理行政许可120件。\n一、主要举措和成效\n组织培训六期。"


def _found(text: str) -> list[str]:
    return [span.of(text) for span in find_furniture(SourceText(text)).spans]


@pytest.mark.parametrize(
    "line",
    [
        "索引号：YL012/2025-00031",
        "索 引 号：YL012　　发布机构：云岭县水务局",
        "文 号：无",
        "标 题：云岭县水务局2024年度法治政府建设情况报告",
        "成文日期：2025-02-14",
        "效力状态：有效",
        "有效性： 有效",
        "发布日期　2025-03-02",
        "【发布机构】：云岭县水务局",
        "来源：县水务局　发布时间：2025-03-02 09:30　浏览次数：37",
        "来源:县水务局 作者:办公室",
        "发布时间：2025年3月2日 来源：县水务局",
        "2025-03-02 09:30　来源：县水务局",
        "县水务局 2025-03-02 09:30:15",
        "浏览次数：120次",
        "阅读量 33",
        "【字体：大 中 小】【打印】",
        "字号： 大 中 小",
        "[打印本页] [关闭窗口]",
        "今天是：2025年3月5日 星期三 农历二月初六",
        "云岭县人民政府　2025年3月5日星期三",
        "当前位置：首页 > 政务公开 > 法治政府建设",
        "您现在的位置：首页>法治",
        "首页 > 法定主动公开内容 > 年度报告",
        "政务公开>法治政府建设>年度报告",
        "上一篇：没有了",
        "下一条：云岭县水务局2023年度法治政府建设情况报告",
        "扫一扫在手机打开当前页",
        "分享到：微信 微博",
        "责任编辑：林某",
        "无障碍浏览 | 长者模式",
        "版权所有：云岭县人民政府",
        "主办：云岭县人民政府办公室　承办：云岭县大数据中心",
        "某ICP备20001234号-1 某公网安备 11223344号",
    ],
)
def test_a_line_of_a_web_page_is_furniture(line: str) -> None:
    """Above the title and below the text alike."""
    assert _found(f"{line}\n{TITLE}\n{BODY}") == [line]
    assert _found(f"{TITLE}\n{BODY}\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        "来源于群众的意见得到办理。",
        "分享法治故事，传播法治声音",
        "推行自助打印",
        "标题新颖、形式多样",
        "打印机配备到村",
        "（一）浏览量最高的普法短片",
        "首页公开权责清单",
        "县委、县政府：",
        "云岭县水务局",
        "2025年1月9日",
        "（2025年1月9日）",
        "云水发〔2025〕3号",
        "附件：1.规范性文件清单",
        "2.8万人次参加",
        "大",
        "：",
    ],
)
def test_a_line_of_a_report_is_no_furniture(line: str) -> None:
    """Words of web pages inside headings and sentences stay."""
    assert _found(f"{TITLE}\n{line}\n{BODY}") == []


@pytest.mark.parametrize("line", ["3", "１２", "— 3 —", "-3-", "－ 3 －", "第3页", "第 3 页 共 10 页", "3/10", "　7　"])
def test_a_page_number_is_furniture_wherever_it_stands(line: str) -> None:
    """Also far from both ends of the text."""
    middle = "\n".join(["云岭县水务局开展执法检查。"] * 30)

    assert _found(f"{middle}\n{line}\n{middle}") == [line.strip()]


def test_a_column_of_numbers_is_a_table() -> None:
    """Bare numbers one under the other are cells; so is one in a table of a Word file."""
    column = "件数\n12\n7\n30\n合计"
    cell = "件数\n12\n合计"
    pieces = (Piece(Span(3, 5), 1, in_table=True),)

    assert _found(column) == []
    assert _found(cell) == ["12"]
    assert find_furniture(SourceText(cell, pieces=pieces)).spans == ()


def test_words_of_a_page_count_only_near_the_ends() -> None:
    """A line “来源：…” in the middle of a long text may be the author's."""
    middle = "\n".join(["云岭县水务局开展执法检查。"] * 30)

    assert _found(f"{middle}\n来源：巡察反馈\n{middle}") == []


def test_a_long_metadata_table_is_furniture_to_its_end() -> None:
    """Its cells may stand on lines of their own; a title on a line of its own is the report's."""
    table = "索引号\nYL012\n信息分类\n法治政府\n发布机构\n云岭县水务局\n成文日期\n2025-02-14\n发布日期\n2025-03-02"
    table = f"{table}\n有效性\n有效\n文号\n无\n主题分类\n水利\n体裁分类\n报告\n公开方式\n主动公开\n名称："

    found = find_furniture(SourceText(f"{table}\n{TITLE}\n{BODY}"))

    assert [span.of(table) for span in found.spans] == table.split("\n")
    assert found.published is not None
    assert found.published.value == date(2025, 3, 2)


def test_the_day_of_publication_and_the_title_of_the_table_are_kept_apart() -> None:
    """成文日期 and 更新时间 are no days of publication."""
    text = f"标 题：{TITLE}\n成文日期：2025-02-14\n更新时间：2025-03-09\n公开日期：2025-03-02\n{BODY}"

    found = find_furniture(SourceText(text))

    assert found.published == SignedDate(
        date(2025, 3, 2), Span(text.index("2025-03-02"), text.index("2025-03-02") + 10)
    )
    assert found.title is not None
    assert (TITLE, TITLE) == (found.title.value, found.title.span.of(text))


def test_the_form_of_a_draft_does_not_count_as_a_web_page() -> None:
    """公开方式 and 主题词 stand on official papers, page numbers on every print."""
    text = f"{TITLE}\n{BODY}\n主题词：法治 报告\n公开方式：主动公开\n校对：陈某\n— 4 —"

    assert find_furniture(SourceText(text)).chrome == 0
    assert len(_found(text)) == 4


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("时间：2024-02-28 15:36 浏览量：1", "published"),
        ("来源：云岭县司法局 发布日期：2024-02-28 15:36", "published"),
        ("来源：云岭县司法局", "unknown"),
    ],
)
def test_one_line_with_the_day_and_another_label_of_a_page_tells_a_published_copy(line: str, kind: str) -> None:
    """Nobody types both; a single label may have come along with a pasted sentence."""
    text = f"云岭县司法局2023年度法治政府建设情况报告\n{line}\n2023年，我局依法行政。\n一、主要成效\n开展检查3次。\n"

    assert kind == find_cover(SourceText(text)).copy_kind
