"""Shapes of titles in 《》 that mislead, and how they are to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shapes import SOUND, codes, codes_at, outline, read, with_paragraph, with_sentence

if TYPE_CHECKING:
    from report_lint.instruments import Citation


def cited(sentence: str) -> tuple[Citation, ...]:
    """Return the citations of the sound report, which has none of its own, with a sentence."""
    return read(with_sentence(sentence)).citations


def kinds(sentence: str) -> list[tuple[str, str]]:
    """Return title and kind of each citation in a sentence."""
    return [(one.title, one.kind) for one in cited(sentence)]


def resolved(sentence: str) -> list[str | None]:
    """Return the official title of what each citation in a sentence names, None for what no register knows."""
    return [one.instrument.title if one.instrument else None for one in cited(sentence)]


@pytest.mark.parametrize("marks", ["<>", "〈〉", "《》"])
def test_shape_38_a_title_stands_inside_a_title(marks: str) -> None:
    """Half-width <…>, 〈…〉 and 《…》 inside 《…》 belong to the one outer title."""
    title = f"芦川县落实{marks[0]}法治政府建设实施纲要(2021-2025年){marks[1]}任务分工"

    assert [(title, "document")] == kinds(f"印发《{title}》，分解任务19项。")


def test_shape_38_a_title_whose_opening_mark_became_a_bracket() -> None:
    """What begins with ( and ends with 》 is no title, and swallows none that follows."""
    assert [("信访工作条例", "party")] == kinds("转发(法治芦川建设纲要(2021-2025年)>的通知》，学习《信访工作条例》。")


@pytest.mark.parametrize("years", ["(20212025年)", "（20212025年）", "（2021-2025）", "（2021至2025年）"])
def test_shape_39_a_period_lost_its_dash(years: str) -> None:
    """Eight digits are two years: the plan resolves, and the report keeps its own year."""
    sentence = f"落实《法治政府建设实施纲要{years}》。"

    assert ["法治政府建设实施纲要（2021—2025年）"] == resolved(sentence)
    lost = ["CIT014"] if "年" not in years else []  # a hint that 年 is missing, never that the plan is another
    assert lost == codes_at(with_sentence(sentence), f"《法治政府建设实施纲要{years}》")
    assert 2024 == read(with_sentence(sentence)).cover.year.value


def test_shape_40_a_title_lost_its_closing_bracket() -> None:
    """The title ends at 》 all the same and resolves."""
    assert ["法治社会建设实施纲要（2020—2025年）", "信访工作条例"] == resolved(
        "落实《法治社会建设实施纲要（2020—2025年》和《信访工作条例》。"
    )


def test_shape_41_a_place_stands_in_the_middle_of_a_plans_title() -> None:
    """A local plan with years of its own is not the national plan of nearly the same name."""
    sentence = "落实《法治远岫建设规划（2021—2025年）》《芦川县法治社会建设实施方案（2021—2025年）》。"

    assert [None, None] == resolved(sentence)
    assert ["document", "document"] == [kind for _, kind in kinds(sentence)]
    assert ["法治中国建设规划（2020—2025年）"] == resolved("落实《法治中国建设规划（2020—2025年）》。")
    assert [] == codes(with_sentence(sentence))


def test_shape_42_a_status_stands_behind_or_in_the_title() -> None:
    """（修订）, （草案） and a year in brackets are no document number and no version of a law."""
    sentence = "起草《芦川县客运管理办法》（修订）、《芦川县公路条例（草案）》，公布《检查事项目录（2024年版）》。"
    document = read(with_sentence(sentence))

    assert [None, None, None] == [one.instrument for one in document.citations]
    assert ["document", "document", "document"] == [one.kind for one in document.citations]
    assert document.cover.document_number is None
    assert [] == codes(with_sentence(sentence))


def test_shape_43_a_declared_alias_and_an_undeclared_one() -> None:
    """（以下简称《纲要》） makes 《纲要》 that outline; 《规则》 without such words stands for nothing known."""
    outlined = "法治政府建设实施纲要（2021—2025年）"
    declared = f"落实《{outlined}》（以下简称《纲要》）。对照《纲要》“健全依法行政制度体系”要求，完成任务9项"
    sentence = f"{declared}；《规则》的出台规范了议事。"

    assert [outlined, outlined, outlined, None] == resolved(sentence)
    assert ("规则", "document") == kinds(sentence)[-1]
    assert [] == codes(with_sentence(sentence))


def test_shape_44_an_article_stands_behind_the_implementing_rules() -> None:
    """“《…法》及其实施条例第…条”: the article is not the act's."""
    act = "依据《中华人民共和国道路交通安全法》及其实施条例第一百零四条，处理案件5件"

    assert [None, "第一百零四条", "第六十四条"] == [
        one.article for one in cited(f"{act}；依据《公路安全保护条例》第六十四条，处理2件。")
    ]


def test_shape_45_a_word_before_or_behind_a_list_speaks_of_some_of_it() -> None:
    """新修订的 before and 等法律法规 behind a list change nothing about any member: a Party regulation stays one."""
    sentence = "学习新修订的《行政处罚法》《公路法》《中国共产党纪律处分条例》等法律法规。"

    assert ["law", "law", "party"] == [kind for _, kind in kinds(sentence)]
    assert ["CIT017"] == codes(with_sentence(sentence))


def test_shape_46_an_office_calls_a_paper_a_system() -> None:
    """《…制度》 names a paper of the office: a title of a document, no law, and no wrong mark."""
    sentence = "印发《局务会会前学法制度》《重大案件集体讨论制度》《行政执法案卷管理制度》。"

    assert ["document"] * 3 == [kind for _, kind in kinds(sentence)]
    assert [] == codes(with_sentence(sentence))


def test_shape_47_a_list_of_titles_fills_several_lines() -> None:
    """Papers of the office in row upon row are as many documents, none of them a law or a heading."""
    titles = [
        "超限治理方案",
        "案件讨论规定",
        "内部审计计划",
        "合同审查流程",
        "执法装备管理办法",
        "应急预案",
        "应诉规则",
    ]
    paragraph = "、\n".join(f"《芦川县交通运输局{title}》" for title in titles)
    document = read(with_paragraph(f"全年印发{paragraph}等制度。"))

    assert [f"芦川县交通运输局{title}" for title in titles] == [one.title for one in document.citations]
    assert {None} == {one.instrument for one in document.citations}
    assert {one.kind for one in document.citations} <= {"document", "local"}
    assert outline(SOUND) == outline(with_paragraph(f"全年印发{paragraph}等制度。"))
    assert ["WRD008"] == codes(with_paragraph(f"全年印发{paragraph}等制度。"))


def test_a_bare_name_is_broken_by_a_hard_line_end() -> None:
    """A copied page ends its lines anywhere: 行政处 at the end of one and 罚法 on the next are one name."""
    paragraph = (
        "全年围绕客运、货运和水上交通等重点领域开展执法培训，组织执法人员学习行政处\n"
        "罚法、行政强制法和公路安全保护条例，考试合格率百分之百，培训成绩记入执法档案。"
    )
    text = with_paragraph(paragraph)
    document = read(text)

    assert ["行政处罚法", "行政强制法", "公路安全保护条例"] == [one.title for one in document.citations]
    assert ["行政处\n罚法", "行政强制法", "公路安全保护条例"] == [one.span.of(text) for one in document.citations]


def test_a_web_pages_furniture_names_no_acts() -> None:
    """The links around a report cite nothing, in marks or without them."""
    text = f"当前位置：首页 > 法治政府建设\n来源：学习行政处罚法、《民法典》专栏\n{SOUND}"

    assert () == read(text).citations
