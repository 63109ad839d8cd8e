"""The five parts are found wherever and however they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from report_lint import SourceText, load_ruleset
from report_lint.parsing import parse
from report_lint.parsing.labels import heading_labels

if TYPE_CHECKING:
    from report_lint.document import Part, Section

VOCABULARY = load_ruleset().vocabulary
ACH, GAP, FRP, PLAN, OTHER = (part.id for part in VOCABULARY.parts)


def statuses(text: str) -> dict[str, str]:
    """Return the status of every part of a text."""
    return {part.id: part.status for part in parse(SourceText(text), VOCABULARY).parts}


def part_of(text: str, part_id: str) -> tuple[Part, tuple[Section, ...]]:
    """Return one part of a text and the sections."""
    document = parse(SourceText(text), VOCABULARY)
    return document.part(part_id), document.sections


@pytest.mark.parametrize(
    ("title", "labels"),
    [
        ("2024年度推进法治政府建设的主要举措和成效", [ACH]),
        ("主要做法及成效", [ACH]),
        ("2023年工作开展情况", [ACH]),
        ("工作完成情况", [ACH]),
        ("2024年法治政府建设基本情况", [ACH]),
        ("主要工作及亮点", [ACH]),
        ("聚焦突出问题抓整改", []),
        ("补齐基层执法短板", []),
        ("依法全面履职情况", [ACH]),
        ("2024年重点任务完成情况", [ACH]),
        ("加强组织领导，压实工作责任", []),
        ("规范公正文明执法", []),
        ("2024年度推进法治政府建设存在的不足和原因", [GAP]),
        ("存在的主要问题及成因", [GAP]),
        ("短板弱项", [GAP]),
        ("面临的困难和挑战", [GAP]),
        ("差距与不足", [GAP]),
        ("问题及原因分析", [GAP]),
        ("党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况", [FRP]),
        ("切实履行法治政府建设第一责任人职责", [FRP]),
        ("镇党委书记、镇长履职情况", [FRP]),
        ("区长履行推进法治建设职责情况", [FRP]),
        ("落实政府信息公开第一责任人制度", []),
        ("2025年度推进法治政府建设的主要安排", [PLAN]),
        ("2024年度法治政府建设主要工作设想", [PLAN]),
        ("下一步工作", [PLAN]),
        ("下步打算", [PLAN]),
        ("努力方向", [PLAN]),
        ("2026年工作思路", [PLAN]),
        ("2025年工作展望", [PLAN]),
        ("其他需要报告的情况", [OTHER]),
        ("对全区加强法治政府建设的意见、建议及其他需要报告的重要事项", [OTHER]),
        ("有关建议", [OTHER]),
        ("存在问题及下一步打算", [GAP, PLAN]),
        ("存在的差距和不足及2022年工作安排", [GAP, PLAN]),
        ("问题、原因和改进措施", [GAP, PLAN]),
        ("主要成效和存在问题", [ACH, GAP]),
        ("2024年工作总结及2025年工作计划", [ACH, PLAN]),
    ],
)
def test_headings_name_the_parts_they_mean(title: str, labels: list[str]) -> None:
    """The ordered rules label a heading, not single words of it; a heading may name two parts or none."""
    assert sorted(labels) == sorted(heading_labels(title, VOCABULARY))


NORM = """青岚县民政局关于2024年度法治政府建设情况的报告

一、2024年度推进法治政府建设的主要举措和成效

修订救助办法，培训120人次。

二、2024年度推进法治政府建设存在的不足和原因

力量不足，原因是编制少。

三、2024年度党政主要负责人履行推进法治建设第一责任人职责的情况

局长主持党组会4次。

四、2025年度推进法治政府建设的主要安排

开展培训4期。

五、其他需要报告的情况

无。
"""


def test_five_sections_in_the_norms_wording_are_met() -> None:
    """Each part has a section of its own."""
    assert dict.fromkeys((ACH, GAP, FRP, PLAN, OTHER), "met") == statuses(NORM)


@pytest.mark.parametrize("order", ["三一二四五", "一三二四五", "二一四三五", "五四三二一"])
def test_the_order_of_sections_does_not_matter(order: str) -> None:
    """No norm fixes the order."""
    title, *chunks = NORM.split("\n\n")
    sections = {heading[0]: f"{heading}\n\n{body}" for heading, body in zip(chunks[::2], chunks[1::2], strict=True)}
    numbered = [number + sections[old][1:] for number, old in zip("一二三四五", order, strict=True)]

    text = "\n\n".join([title, *numbered])

    assert dict.fromkeys((ACH, GAP, FRP, PLAN, OTHER), "met") == statuses(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("、2024", "．2024"),
        ("、", "、 "),
        ("一、2024", "**一、**2024"),
        ("\n\n", "\r\n\r\n"),
        ("\n\n", "\r"),
        ("\n\n", "\u2028"),
        ("一、", "（一）"),
        ("一、", "　　一、"),
        ("2024年度", "2024 年度"),
        ("2024", "２０２４"),
    ],
)
def test_numbering_line_ends_and_blanks_do_not_matter(old: str, new: str) -> None:
    """The same report written in another way has the same parts."""
    text = NORM
    if old == "一、":
        for number in "一二三四五":
            text = text.replace(f"\n{number}、", "\n" + new.replace("一", number))
    else:
        text = text.replace(old, new)

    assert dict.fromkeys((ACH, GAP, FRP, PLAN, OTHER), "met") == statuses(text)


def test_parts_at_level_two_under_one_heading_are_sections_of_their_own() -> None:
    """A heading over all of them is a wrapper."""
    text = (
        "云湖市司法局2023年法治政府建设报告\n一、2023年法治政府建设情况\n（一）主要做法和成效\n审查文件90件。\n"
        "（二）存在的不足\n力量不足。\n（三）主要负责人履行第一责任人职责情况\n局长主持会议3次。\n"
        "二、2024年工作打算\n加强培训。\n"
    )

    assert {ACH: "met", GAP: "met", FRP: "met", PLAN: "met", OTHER: "missing"} == statuses(text)


def test_thematic_headings_are_achievements_and_the_last_paragraph_is_the_plan() -> None:
    """Cities write by work area and close with a look ahead."""
    text = (
        "云湖市人民政府关于2024年法治政府建设情况的报告\n一、依法全面履行政府职能\n取消证明事项12项。\n"
        "二、推进依法科学民主决策\n市长主持市政府常务会议，依法审议重大行政决策9件。\n"
        "三、规范公正文明执法\n评查案卷800卷。\n四、健全矛盾纠纷化解机制\n办理行政复议案件410件。\n"
        "在看到成绩的同时，我市基层执法力量还存在不足。下一步，市政府将深入推进行政执法规范化。\n"
    )

    assert {ACH: "met", GAP: "partly", FRP: "partly", PLAN: "partly", OTHER: "missing"} == statuses(text)


def test_a_duties_subheading_inside_part_one_is_partly_and_names_its_host() -> None:
    """A third of the published reports keep the duties inside part one."""
    text = (
        "一、主要举措和成效\n（一）切实履行推进法治建设第一责任人职责\n镇长主持会议3次。\n"
        "（二）规范执法\n办案15件。\n二、存在问题\n力量不足。\n三、下步打算\n加强培训。\n"
    )
    part, _ = part_of(text, FRP)

    assert "partly" == part.status
    assert ["subsection"] == [block.kind for block in part.blocks]
    assert "一、主要举措和成效" == part.blocks[0].host


def test_run_in_text_inside_another_part_is_found() -> None:
    """A paragraph that opens with the words of a part belongs to it, whatever it stands under."""
    text = (
        "一、主要做法\n办案15件。\n镇党委书记、镇长切实履行推进法治建设第一责任人职责，主持会议3次。\n"
        "存在的不足：专业力量薄弱，原因是编制少。\n下一步，我镇将加强培训。\n"
    )

    assert {ACH: "met", GAP: "partly", FRP: "partly", PLAN: "partly", OTHER: "missing"} == statuses(text)


@pytest.mark.parametrize("heading", ["2024年重点任务", "认真做好2024年重点工作任务", "2024年工作计划完成与展望"])
def test_tasks_of_the_reports_own_year_were_done(heading: str) -> None:
    """A heading that could be a plan speaks of the past where its year is the report's and shortcomings follow."""
    text = f"墨屏县林业局2024年法治政府建设报告\n一、{heading}\n办案15件。\n二、存在问题\n力量不足。\n"
    plan = "三、2025年重点任务\n加强培训。\n"

    assert ("met", "met", "missing") == tuple(statuses(text)[part] for part in (ACH, GAP, PLAN))
    assert ("met", "met", "met") == tuple(statuses(text + plan)[part] for part in (ACH, GAP, PLAN))


def test_a_plan_whose_year_was_not_changed_is_a_plan() -> None:
    """Behind the shortcomings a heading with the words of a plan is one, whatever its year."""
    text = "墨屏县林业局2024年法治政府建设报告\n一、主要做法\n办案15件。\n二、存在问题\n力量不足。\n"

    assert "met" == statuses(f"{text}三、2024年重点任务\n加强培训。\n")[PLAN]


@pytest.mark.parametrize(
    ("sentence", "part", "status"),
    [
        ("但仍有少数干部法治意识不强。", GAP, "partly"),
        ("执法力量依然不足。", GAP, "partly"),
        ("短板主要是普法不够深入。", GAP, "partly"),
        ("还有部分村不断创新普法方式。", GAP, "missing"),
        ("对存在安全隐患的企业责令整改。", GAP, "missing"),
        ("取水口不足10个的乡镇全部完成安装。", GAP, "missing"),
        ("接下来，我局将着力提升执法水平。", PLAN, "partly"),
        ("下一阶段，力争案卷优秀率达到90%。", PLAN, "partly"),
        ("拟于2025年修订办法2件。", PLAN, "partly"),
        ("制定2025年普法计划。", PLAN, "missing"),
        ("将法治建设纳入2025年工作计划。", PLAN, "missing"),
        ("研究部署下一步工作3次。", PLAN, "missing"),
        ("我单位主要负责人带头学习法治思想。", FRP, "partly"),
        ("各部门主要负责人述法，推进法治建设。", FRP, "missing"),
        ("县纪委书记讲授法治课。", FRP, "missing"),
        ("市长热线依法办理诉求96件。", FRP, "missing"),
    ],
)
def test_a_single_sentence_speaks_of_a_part_or_not(sentence: str, part: str, status: str) -> None:
    """Where a part has no heading a sentence of its own shows it; words that only look like one do not."""
    text = f"墨屏县林业局2024年法治政府建设报告\n一、强化统筹\n办案15件。{sentence}\n二、规范执法\n评查9卷。\n"

    assert status == statuses(text)[part]


def test_a_sentence_is_looked_for_behind_any_number_that_say_too_little() -> None:
    """Who is named without a word on law is passed over, and the sentence that has one is shown whole."""
    told = "局长听取法治建设汇报。"
    text = f"墨屏县林业局2024年法治政府建设报告\n一、强化统筹\n{'局长带队检查市场。' * 2_000}{told}办案15件。\n"

    part, _ = part_of(text, FRP)

    assert [told] == [block.span.of(text) for block in part.blocks]


def test_a_sentence_begins_with_its_line() -> None:
    """Old Mac files end their lines with a carriage return alone."""
    text = "墨屏县林业局2024年法治政府建设报告\r一、强化统筹\r办案15件\r局长听取法治建设汇报\r评查9卷\r"

    part, _ = part_of(text, FRP)

    assert ["局长听取法治建设汇报"] == [block.span.of(text) for block in part.blocks]


def test_two_parts_under_one_heading_are_partly() -> None:
    """A shared heading carries both parts."""
    text = "一、主要成效\n办案15件。\n二、存在问题及下一步打算\n力量不足。下一步充实人员。\n"

    found = statuses(text)

    assert ("partly", "partly") == (found[GAP], found[PLAN])


def test_an_empty_section_is_not_met() -> None:
    """A heading with nothing under it does not meet the requirement."""
    assert "partly" == statuses("一、主要成效\n办案15件。\n二、存在的不足和原因\n\n三、下步打算\n加强培训。\n")[GAP]


def test_problems_found_in_others_are_no_shortcomings_of_ones_own() -> None:
    """Rectified problems are achievements."""
    text = "一、主要成效\n针对督察反馈的问题逐项整改，解决突出问题12个。\n二、下步打算\n加强培训。\n"

    assert "missing" == statuses(text)[GAP]


def test_the_general_secretary_is_not_the_first_responsible_person() -> None:
    """Studying a speech says nothing about the head of the office."""
    text = "一、主要成效\n学习贯彻习近平总书记关于法治建设的重要论述。分管副局长部署依法行政工作。\n"

    assert "missing" == statuses(text)[FRP]


def test_a_report_in_one_line_has_its_parts() -> None:
    """A copy that lost its line ends is still a report."""
    text = " ".join(line for line in NORM.splitlines() if line)

    assert {ACH: "met", GAP: "met", FRP: "met", PLAN: "met"}.items() <= statuses(text).items()
