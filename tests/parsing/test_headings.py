"""One heading line: what is one, where its number and its title end, and what is none."""

from __future__ import annotations

import pytest

from report_lint.document import Cover
from report_lint.parsing.outline import find_sections
from report_lint.text import SourceText, Span, fold

BODY = "青禾县教育局全年组织执法培训四期，参训人员考核合格，执法案卷抽查全部达标。"

# line → number as written, folded title
HEADINGS = {
    "一、2024年度推进法治政府建设的主要举措和成效": ("一、", "2024年度推进法治政府建设的主要举措和成效"),
    "一．存在的不足和原因": ("一．", "存在的不足和原因"),
    "二. 存在的不足和原因": ("二.", "存在的不足和原因"),
    "三,下一步工作安排": ("三,", "下一步工作安排"),
    "四，其他需要报告的事项": ("四，", "其他需要报告的事项"),
    "十一、强化监督": ("十一、", "强化监督"),
    "二十、普法宣传": ("二十、", "普法宣传"),
    "　　一、 2023 年度主要举措": ("一、", "2023年度主要举措"),
    "第一部分 工作成效": ("第一部分", "工作成效"),
    "第二部分：存在问题": ("第二部分：", "存在问题"),
    "第三章　下年度计划": ("第三章", "下年度计划"),
    "（一）压实领导责任": ("（一）", "压实领导责任"),
    "(二) 规范执法行为": ("(二)", "规范执法行为"),
    "三）加强学习": ("三）", "加强学习"),
    "（四、化解矛盾": ("（四、", "化解矛盾"),
    "（五）、政务公开": ("（五）、", "政务公开"),
    "（ 六 ）推进复议改革": ("（ 六 ）", "推进复议改革"),
    "㈦队伍建设": ("㈦", "队伍建设"),
    "1.健全学法制度": ("1.", "健全学法制度"),
    "2．规范文件管理": ("2．", "规范文件管理"),
    "3、开展案卷评查": ("3、", "开展案卷评查"),
    "１．完善决策机制": ("１．", "完善决策机制"),
    "12. 推进政务公开": ("12.", "推进政务公开"),
    "1.2024年重点工作": ("1.", "2024年重点工作"),
    "⒈督促整改": ("⒈", "督促整改"),
    "（1）建立台账": ("（1）", "建立台账"),
    "(2)专人督办": ("(2)", "专人督办"),
    "3）定期通报": ("3）", "定期通报"),
    "⑴梳理权责清单": ("⑴", "梳理权责清单"),
    "②组织旁听庭审": ("②", "组织旁听庭审"),
    "**一、主要举措和成效**": ("一、", "主要举措和成效"),
    "**二、**存在的不足": ("二、", "存在的不足"),
    "## 三、下一步打算": ("三、", "下一步打算"),
    "### （一）强化保障 ###": ("（一）", "强化保障"),
    "## 2024年工作亮点": ("", "2024年工作亮点"),
    "一、“一规划两纲要”落实情况": ("一、", "“一规划两纲要”落实情况"),
    "存在的不足及原因": ("", "存在的不足及原因"),
    "**下一步工作打算**": ("", "下一步工作打算"),
    "党政主要负责人履行推进法治建设第一责任人职责情况": (
        "",
        "党政主要负责人履行推进法治建设第一责任人职责情况",
    ),
    "其他需要报告的事项": ("", "其他需要报告的事项"),
}

NO_HEADINGS = [
    "2.8万人次参加网上学法考试",
    "12.4国家宪法日期间走进社区宣讲",
    "3.15消费者权益日设点咨询",
    "2024.1.9召开局党组会",
    "1.5亿元项目资金全部公开",
    "4.15全民国家安全教育日",
    "4.15",
    "2．6万份宣传册发到村组",
    "第一责任人职责由局长承担",
    "第一议题学习全年开展9次",
    "第一，要抓好学习。",
    "第一部分是总体情况，",
    "一是加强组织领导。",
    "二是规范执法行为。",
    "一 是加强组织领导。",
    "一、二季度共受理来信18件。",
    "三、四级调研员参加了培训。",
    "一、二审案件全部按期答辩。",
    "十一、十二月组织案卷评查。",
    "一年来，全局上下团结一心。",
    "3件来信全部按期办结",
    "12月4日举办开放日活动",
    "5个乡镇完成执法赋权",
    "20余次走访企业",
    "7号楼前设立宣传栏",
    "2023年工作总体平稳",
    "２０２４年开展培训",
    "（2024）青01行初12号判决",
    "（略）",
    "（见附件）相关情况",
    "1",
    "- 2 -",
    "第3页",
    "12348热线接听来电",
    "1、2、3号楼完成整改",
    "青禾县教育局",
    "2025年1月9日",
    "联系人：李某",
    "附件",
    "为下一步工作",
    "取得了明显成效",
    "青禾县教育局工作人员深入一线",
    "| 一、项目 | 二、金额 |",
    "**",
    "一、",
    "（一）。",
    "#",
]


def _sections(text: str) -> list[tuple[str, str]]:
    return [(section.number, section.title) for section in find_sections(SourceText(text), Cover())]


@pytest.mark.parametrize(("line", "expected"), HEADINGS.items(), ids=list(HEADINGS))
def test_is_a_heading(line: str, expected: tuple[str, str]) -> None:
    """A heading line between paragraphs gives its number as written and its folded title."""
    assert [expected] == _sections(f"{BODY}\n{line}\n{BODY}")


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_is_no_heading(line: str) -> None:
    """Quantities, dates, items, names and signatures begin a line and head nothing."""
    assert _sections(f"{BODY}\n{line}\n{BODY}") == []


@pytest.mark.parametrize(
    ("line", "title", "body"),
    [
        ("一、强化组织领导。县长主持召开常务会议。", "强化组织领导", "县长"),
        ("（二）其他事项：无。", "其他事项", "无。"),
        ("**一、强化组织领导。**县长主持召开会议。", "强化组织领导", "县长"),
        ("一、重点工作：**一是**加强学习。", "重点工作", "**一是**"),
        ("一、主要举措和成效 2024年，我局坚持依法行政。", "主要举措和成效", "2024年，"),
        ("一、主要举措和成效2024年，我局坚持依法行政。", "主要举措和成效", "2024年，"),
        ("二、存在的不足及原因一是力量薄弱。二是培训不多。", "存在的不足及原因", "一是"),
        ("二、存在问题 我局法治力量薄弱，专业人员较少，培训针对性不强。", "存在问题", "我局"),
        ("四、下一步打算 抓好落实。", "下一步打算", "抓好"),
        ("（一）规范执法工作 提升服务水平。全年评查3次。", "规范执法工作提升服务水平", "全年"),
        ("（一）提高站位 强化领导。全年召开专题会3次。", "提高站位强化领导", "全年"),
        ("（一）学习“法治。政府”专题。全年6次。", "学习“法治。政府”专题", "全年"),
        ("（一）落实《条例》（2024年修订）要求：制定方案。", "落实《条例》（2024年修订）要求", "制定"),
        ("1.开展培训，" + "全年举办执法人员法律知识更新培训班" * 5, "开展培训", "全年举办"),
        (
            "1.2024年，我局认真组织培训，" + "全年举办执法人员法律知识更新培训班" * 5,
            "2024年，我局认真组织培训",
            "全年举办",
        ),
    ],
)
def test_run_in_heading_ends_where_the_text_begins(line: str, title: str, body: str) -> None:
    """A stop, a blank before a sentence, the opening of a sentence or at worst a comma ends it."""
    section = find_sections(SourceText(line), Cover())[0]

    assert section.title == title
    assert section.run_in
    assert line[section.body.start :].startswith(body)


@pytest.mark.parametrize("mark", ["", "。", "：", ":", "**"])
def test_own_line_heading_leaves_its_end_mark_out(mark: str) -> None:
    """Title and heading span end before the mark, the body begins with the next paragraph."""
    text = f"（一）压实责任{mark}\n{BODY}"
    (section,) = find_sections(SourceText(text), Cover())

    assert (section.title, section.run_in) == ("压实责任", False)
    assert section.heading.of(text) == "（一）压实责任"
    assert section.body.of(text) == BODY


def test_run_in_without_any_mark_is_cut_within_the_limit() -> None:
    """A numbered paragraph of hundreds of characters gives no heading of hundreds of characters."""
    (section,) = find_sections(SourceText("（一）" + "健全机制压实责任" * 60), Cover())

    assert section.run_in
    assert len(section.title) <= 60


def test_letter_spaced_heading_counts_its_letters() -> None:
    """Blanks inside a title do not make it too long to stand on its own line."""
    title = "全面履行政府职能持续优化法治化营商环境"
    (section,) = find_sections(SourceText(f"（一）{'  '.join(title)}\n{BODY}"), Cover())

    assert (section.title, section.run_in) == (title, False)


def test_title_slice_is_number_and_title() -> None:
    """The heading span holds the number and the title as written, with blanks and stars inside."""
    text = f"  **一 、2023 年度 主要举措**\n{BODY}"
    (section,) = find_sections(SourceText(text), Cover())

    assert section.number == "一 、"
    assert section.heading == Span(4, len("  **一 、2023 年度 主要举措"))
    assert fold(text, *section.heading).text == "一、2023年度主要举措"


def test_line_ending_in_a_comma_is_a_paragraph_cut_in_two() -> None:
    """A numbered paragraph that a page break cut is run-in, and its second half no heading."""
    text = f"（一）清理规范性文件，对不适应的文件，\n及时予以修改。\n{BODY}"
    (section,) = find_sections(SourceText(text), Cover())

    assert section.run_in
    assert section.title == "清理规范性文件"
    assert section.body.of(text).startswith("对不适应的文件")
