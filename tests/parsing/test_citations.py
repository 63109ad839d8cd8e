"""Citations: what stands in 《》, what it names, and the article behind it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_lint.document import Cover, Days
from report_lint.packs import load_ruleset
from report_lint.parsing.citations import find_citations
from report_lint.text import SourceText, Span

if TYPE_CHECKING:
    from report_lint.instruments import Citation

DAY = date(2024, 12, 31)


def _cited(text: str, furniture: tuple[Span, ...] = ()) -> tuple[Citation, ...]:
    return find_citations(SourceText(text), Cover(furniture=furniture), load_ruleset().vocabulary, Days(DAY, DAY))


def _titles(text: str) -> list[str]:
    return [citation.title for citation in _cited(text)]


def _official(citation: Citation) -> str | None:
    return citation.instrument.title if citation.instrument else None


def _resolved(text: str) -> list[str | None]:
    return [_official(citation) for citation in _cited(text)]


# ── finding ─────────────────────────────────────────────────────────────────────


def test_the_span_holds_the_marks_and_the_title_does_not() -> None:
    """A citation points at the whole 《…》, also behind a character outside the BMP."""
    text = "𠮷县学习《民法典》。"

    (citation,) = _cited(text)

    assert citation.span.of(text) == "《民法典》"
    assert citation.title == "民法典"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("学习《民法典》《刑法》、《立法法》和《监察法》", ["民法典", "刑法", "立法法", "监察法"]),
        ("印发《关于贯彻〈甲省方案〉的通知》", ["关于贯彻〈甲省方案〉的通知"]),
        ("印发《关于贯彻《甲省方案》的通知》", ["关于贯彻《甲省方案》的通知"]),
        ("观看《大地之歌》，《  》，《》", ["大地之歌"]),
        ("转发《关于“一号建议”、“二号建议”的报告》", ["关于“一号建议”、“二号建议”的报告"]),
        ("学习《坚定不移走法治道路 为新征程提供保障》", ["坚定不移走法治道路 为新征程提供保障"]),
        ("没有题名》，也没有《闭合。后来有《民法典》", ["民法典"]),
        ("《甲方案。《乙方案》", ["乙方案"]),
        ("《甲》》《乙》", ["甲", "乙"]),
        ("学习**《民法典》**和《**刑法**》", ["民法典", "刑法"]),
    ],
)
def test_finds_the_outermost_titles(text: str, titles: list[str]) -> None:
    """Nested, damaged and unpaired marks give the titles a reader sees."""
    assert titles == _titles(text)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("学习《中华人民共和国\n行政处罚法》。", ["中华人民共和国行政处罚法"]),
        ("学习《中华人民共和国行政\r\n　　许可法》。", ["中华人民共和国行政许可法"]),
        ("学习《中华人民共和国行政\n\n— 3 —\n\n许可法》。", ["中华人民共和国行政许可法"]),
        ("学习《中华人民共和国行政\n12\n复议法》。", ["中华人民共和国行政复议法"]),
        ("印发《关于转发\n《整治方案》的通知》。", ["关于转发《整治方案》的通知"]),
        ("印发《关于转发《整治\n方案》的通知》。", ["关于转发《整治方案》的通知"]),
        ("印发《关于转发〈整治\n方案〉的通知》。", ["关于转发〈整治方案〉的通知"]),
        ("落实《整治方案\n学习《民法典》《刑法》。", ["民法典", "刑法"]),
        ("落实《整治方案\n二、学习《民法典》。", ["民法典"]),
        ("落实《整治方案\n（二）学习了什么》。", []),
        ("落实《整治方案。\n学习内容》。", []),
        ("落实《整治方案\n学习《民法典》。", ["民法典"]),
        ("《甲\n《乙\n《丙》", ["丙"]),
    ],
)
def test_a_title_may_be_broken_over_a_line_or_a_page_but_an_unpaired_mark_ends_with_its_paragraph(
    text: str, titles: list[str]
) -> None:
    """A broken title is put together; a lost closing mark does not eat the next paragraph."""
    assert titles == _titles(text)


def test_a_title_of_eighty_characters_is_one_title() -> None:
    """Real titles are long; the limit lies beyond them."""
    title = "关于" + "进一步规范行政执法" * 8 + "的若干意见"

    assert len(title) >= 79
    assert [title] == _titles(f"落实《{title}》要求。")


def test_marks_too_far_apart_are_not_one_title() -> None:
    """A mark that lost its partner pairs with none two hundred characters away; what is between is found."""
    text = "《整治方案要求" + "各部门各司其职" * 20 + "学习《民法典》和《刑法》，落实》要求"

    assert _titles(text) == ["民法典", "刑法"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("《" * 10_000, 0),
        ("《甲\n" * 10_000, 0),
        ("《" * 5_000 + "》" * 5_000, 1),
        ("《甲》（以下简称" * 5_000, 5_000),
        ("》" * 10_000, 0),
    ],
)
def test_thousands_of_marks_are_paired_like_a_few(text: str, count: int) -> None:
    """Marks that never close give nothing, those that do give a title each; of nested ones what is short enough."""
    assert count == len(_cited(text))


def test_lines_of_a_web_page_hold_no_citations() -> None:
    """The navigation around a report cites nothing."""
    text = "上一篇：《民法典》宣传\n学习《刑法》。"

    citations = _cited(text, (Span(0, text.index("\n")),))

    assert [citation.title for citation in citations] == ["刑法"]


@given(st.text(alphabet="《》〈<>（）\n。、甲法条第一 3—以下简称*", max_size=60))
def test_whatever_the_damage_citations_are_whole_titles_in_order_and_apart(text: str) -> None:
    """Each marked citation runs from 《 to 》, none overlaps another, and the order is that of the text."""
    citations = _cited(text)
    spans = [citation.span for citation in citations]
    marked = [citation.span.of(text) for citation in citations if citation.marked]

    assert all((written[0], written[-1]) in (("《", "》"), ("〈", "〉"), ("<", "〉")) for written in marked)
    assert all(one.end <= other.start for one, other in pairwise(spans))


# ── the article behind the title ────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("依据《行政处罚法》第三十九条第一款第（二）项处罚", ["第三十九条第一款第（二）项"]),
        ("依据《行政处罚法》第12条", ["第12条"]),
        ("依据《刑法》第一百三十三条之一", ["第一百三十三条之一"]),
        ("依据《行政处罚法》（2021年修订）第五条", ["第五条"]),
        ("依据《行政处罚法》 第 五 条、第六条", ["第五条"]),
        ("依据《行政处罚法》《行政强制法》第五条", [None, "第五条"]),
        ("依据《行政处罚法》及其实施办法第五条", [None]),
        ("依据《行政处罚法》第二章", [None]),
        ("《行政处罚法》学习了第五条", [None]),
    ],
)
def test_reads_the_article_that_stands_right_behind_the_title(text: str, articles: list[str | None]) -> None:
    """The article is given as written, and only where it is this title's."""
    assert articles == [citation.article for citation in _cited(text)]


# ── what a title names ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("行政处罚法", "law"),
        ("中华人民共和国宪法", "law"),
        ("优化营商环境条例", "regulation"),
        ("公安机关办理行政案件程序规定", "regulation"),
        ("信访工作条例", "party"),
        ("中国共产党纪律处分条例", "party"),
        ("中国共产党某某工作条例", "party"),
        ("法治政府建设与责任落实督察工作规定", "party"),
        ("法治政府建设实施纲要（2021—2025年）", "document"),
        ("甲省信访条例", "local"),
        ("云岭市城市供水管理办法", "local"),
        ("青溪镇行政执法全过程记录实施细则", "document"),
        ("云岭侗族自治县督察考核细则", "document"),
        ("云岭侗族自治县河道保护条例", "local"),
        ("贵州省优化营商环境条例", "local"),
        ("关于做好2024年法治政府建设工作的通知", "document"),
        ("2025年全县法治政府建设工作要点", "document"),
        ("规范性文件制定主体清单（2024年调整版）", "document"),
        ("司法局行政执法办法", "document"),
        ("本局内部审计规定", "document"),
        ("行政程序条例（草案）", "document"),
        ("意见", "document"),
        ("习近平法治思想学习纲要（2025年版）", "other"),
        ("习近平谈治国理政", "other"),
        ("进一步全面深化改革的宏伟蓝图——深入学习全会精神", "other"),
        ("云岭之声", "other"),
        ("安全法", "unknown"),
        ("城市公园绿地管理条例", "unknown"),
    ],
)
def test_says_what_kind_of_thing_a_title_names(title: str, kind: str) -> None:
    """The register comes first, the shape of the title second, and the rest is unknown."""
    (citation,) = _cited(f"落实《{title}》。")

    assert kind == citation.kind


def test_status_is_judged_by_the_day() -> None:
    """A citation carries whether its instrument is in force on the day given."""
    citations = _cited("学习《民法典》《合同法》《甲方案》")

    assert [citation.status_on_date for citation in citations] == ["in_force", "repealed", "unknown"]


def test_a_year_note_inside_the_mark_does_not_hide_the_law() -> None:
    """《行政处罚法（2021年修订）》 is a common slip, and still that law."""
    assert _resolved("学习《行政处罚法（2021年修订）》") == ["中华人民共和国行政处罚法"]


@pytest.mark.parametrize(
    "text",
    [
        "甲省《信访条例》",
        "我市《物业管理条例》",
        "修订《甲省信访条例》，宣传《信访条例》",
        "修订《丙省信访条例》《甲省物业管理条例》《甲省信访条例》，宣传《信访条例》",
        "自治区《志愿服务条例》",
        "《云岭市物业管理条例》（以下简称《物业管理条例》）",
    ],
)
def test_a_short_name_that_a_place_claims_is_the_local_act(text: str) -> None:
    """Places have acts named like national ones; then no fact of the national one is told."""
    last = _cited(text)[-1]

    assert (last.kind, last.instrument) == ("local", None)


@pytest.mark.parametrize(
    "text",
    [
        "全市《优化营商环境条例》宣传月",
        "甲县《民法典》宣传",
        "社区《物业管理条例》宣讲",
        "甲县《中华人民共和国政府信息公开条例》",
    ],
)
def test_a_word_before_the_title_that_is_no_claim_leaves_it_national(text: str) -> None:
    """全市 is how far an event reaches, 社区 where it is held, and no county has laws of its own."""
    (citation,) = _cited(text)

    assert citation.instrument is not None


@pytest.mark.parametrize(
    "declaration",
    [
        "（以下简称《纲要》）",
        "（中发〔2021〕33号，以下简称《纲要》）",
        "（中发〔2021〕33号）（以下简称“《纲要》”）",
        "（下称《纲要》）",
        "(以下简称:《纲要》)",
        "（以下简称“纲要”）",
        "，以下简称《纲要》，",
    ],
)
def test_a_declared_alias_stands_for_its_target(declaration: str) -> None:
    """However it is declared, 《纲要》 afterwards is the plan, and before it was nothing."""
    plan = "法治政府建设实施纲要（2021—2025年）"

    resolved = _resolved(f"《纲要》。落实《{plan}》{declaration}。按照《纲要》要求")

    assert resolved[0] is None
    assert resolved[1] == plan
    assert resolved[-1] == plan


def test_a_later_declaration_replaces_an_earlier_one() -> None:
    """《条例》 is what was declared last."""
    text = "《优化营商环境条例》（以下简称《条例》）。《条例》。《公平竞争审查条例》（以下简称《条例》）。《条例》"

    resolved = _resolved(text)

    assert resolved[2] == "优化营商环境条例"
    assert resolved[5] == "公平竞争审查条例"


def test_an_alias_for_several_titles_stands_for_none() -> None:
    """统称 names a whole list; the last of it is not what 《规定》 means."""
    last = _cited("《行政处罚法》《行政许可法》（以下统称《规定》）。落实《规定》")[-1]

    assert (last.kind, last.instrument) == ("document", None)


# ── the traps, by their number in the catalogue of text shapes ─────────────────────────


def test_trap_38_half_width_brackets_inside_a_title_are_nested_marks() -> None:
    """《甲县…<…纲要>方案》 is one paper of the county; without its opening mark there is no title."""
    (citation,) = _cited("《甲县贯彻落实<法治政府建设实施纲要(2021-2025年)>方案》")

    assert (citation.kind, citation.instrument) == ("document", None)
    assert _titles("(某某纲要(2021-2025年)>的通知》") == []


def test_trap_39_a_dash_that_a_copy_lost_is_read_as_a_dash() -> None:
    """（20212025年） is no number and no wrong year."""
    assert _resolved("《法治政府建设实施纲要(20212025年)》") == ["法治政府建设实施纲要（2021—2025年）"]


def test_trap_40_a_title_without_its_closing_bracket_still_resolves() -> None:
    """The title ends at 》."""
    resolved = _resolved("《关于开展法治宣传教育的第八个五年规划（2021—2025年》")

    assert resolved == ["关于开展法治宣传教育的第八个五年规划（2021—2025年）"]


def test_trap_41_a_plan_with_a_place_in_the_middle_is_the_plan_of_that_place() -> None:
    """《法治甲县建设规划（2021—2025年）》 is not the national plan with wrong years."""
    (citation,) = _cited("《法治甲县建设规划（2021—2025年）》")

    assert (citation.kind, citation.instrument) == ("document", None)


def test_trap_42_a_status_behind_or_in_the_title_is_no_version() -> None:
    """（修订）, （草案） and （2024年版） change neither the span nor what is named."""
    citations = _cited("《甲市供水管理条例》（修订）、《乙条例（草案）》、《目录（2024年版）》")

    assert [(citation.kind, citation.instrument) for citation in citations] == [
        ("local", None),
        ("document", None),
        ("document", None),
    ]


def test_trap_43_declared_aliases_resolve_and_undeclared_ones_do_not() -> None:
    """《纲要》 was declared, 《规则》 was not."""
    citations = _cited(
        "《法治政府建设实施纲要（2021—2025年）》（以下简称《纲要》）…落实《纲要》中“…”要求，《规则》的出台"
    )

    assert [_official(citation) for citation in citations[1:]] == [
        "法治政府建设实施纲要（2021—2025年）",
        "法治政府建设实施纲要（2021—2025年）",
        None,
    ]
    assert citations[-1].kind == "document"


def test_trap_44_the_article_behind_its_implementing_rules_is_theirs() -> None:
    """《预算法》 itself has no article here, 其实施条例 has."""
    act, rules = _cited("《预算法》及其实施条例第九十条")

    assert act.article is None
    assert (_official(rules), rules.article) == ("中华人民共和国预算法实施条例", "第九十条")


def test_trap_45_a_label_before_a_list_and_a_word_behind_it_change_no_member() -> None:
    """新修订的 and 等法律法规 prove nothing about each member: a law stays a law, a Party regulation one."""
    citations = _cited("新修订的《行政复议法》《监察法》，《民法典》《中国共产党纪律处分条例》等法律法规")

    assert [citation.kind for citation in citations] == ["law", "law", "law", "party"]


def test_trap_46_papers_called_a_system_are_titles_of_papers() -> None:
    """Offices issue papers called 《…制度》."""
    citations = _cited("印发《会前学法制度》《行政执法公示制度》")

    assert [citation.kind for citation in citations] == ["document", "document"]


def test_trap_47_long_lists_of_office_papers_are_titles_and_no_laws() -> None:
    """Most 《》 are not laws."""
    citations = _cited("制定《整治方案》、\n《集体讨论规定》、\n《内部审计计划的通知》、\n《廉政风险清单》")

    assert len(citations) == 4
    assert [citation.instrument for citation in citations] == [None, None, None, None]
