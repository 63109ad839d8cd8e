"""The duty matrix of the checklist: by the groups of the norm, whose act each quote tells, two heads apart."""

from __future__ import annotations

import pytest
from built import output

from report_lint import LintReport, lint_text
from report_lint.render import checklist
from report_lint.render.layout import cell_len

TITLE = "关于2024年法治政府建设情况的报告\n\n一、主要成效\n\n我镇推行告知承诺事项12项。\n\n"
JOINT = f"""中共芦川县青溪镇委员会 芦川县青溪镇人民政府
{TITLE}二、党政主要负责人履行推进法治建设第一责任人职责情况

镇党委书记主持召开党委会5次，听取法治建设工作汇报，为党员干部讲授法治课2次。

镇长主持镇政府会议4次，研究法治政府建设，出庭应诉1次，带队督导执法3次。
"""


COUNTY = (
    JOINT.replace("镇", "区")
    .replace("中共芦川县青溪区委员会 芦川县青溪区人民政府", "中共芦川区委员会 芦川区人民政府")
    .replace("区党委书记", "区委书记")
    .replace("主持召开党委会", "主持召开区委常委会会议")
)


def matrix(report: LintReport) -> list[str]:
    """Return the lines of the duties."""
    lines = checklist.render(output(report), {}).splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("主要负责人的职责"))
    return lines[start : lines.index("", start)]


def test_groups_stand_in_the_order_of_the_norm_under_whose_they_are() -> None:
    """A joint report has the party head's duties and the government head's, and those of both."""
    headings = [line.strip() for line in matrix(lint_text(COUNTY)) if " · " in line]

    assert headings[0] == "两位主要负责人 · 总则：各项工作都要做到"
    assert headings[1] == "党委主要负责人 · 领导法治建设"
    assert headings.index("党委主要负责人 · 法治宣传教育") < headings.index("政府主要负责人 · 组织领导和保障")


def test_the_quote_says_whose_act_it_is() -> None:
    """Of two heads, of the office."""
    lines = matrix(lint_text(JOINT))

    assert "      第10行 党委  “为党员干部讲授法治课2次”" in lines
    assert "      第12行 政府  “出庭应诉1次”" in lines
    assert "      第6行 单位  “我镇推行告知承诺事项12项”" in lines


def test_one_head_does_not_stand_in_for_the_other() -> None:
    """What only the party head did is shown as hers where the government head's is missing."""
    items = {item.id: item for item in lint_text(COUNTY).checklist}

    assert ("government", "missing") == (items["duty.V6a"].head, items["duty.V6a"].status)
    assert ["party"] == [evidence.by for evidence in items["duty.V6a"].evidence]
    assert ("party", "met") == (items["duty.P6"].head, items["duty.P6"].status)
    assert items["duty.G4"].head is None
    assert "  ✗ 推动工作人员学法用法（写的是党委主要负责人）" in matrix(lint_text(COUNTY))


def test_both_heads_of_a_township_answer_for_its_duties() -> None:
    """The lists of a township are those of the government; whose act it was is said all the same."""
    items = {item.id: item for item in lint_text(JOINT).checklist}

    assert (None, "met") == (items["duty.V6a"].head, items["duty.V6a"].status)
    assert ["party"] == [evidence.by for evidence in items["duty.V6a"].evidence]


def test_work_of_the_office_is_told_as_that() -> None:
    """It is neither the head's nor missing."""
    items = {item.id: item for item in lint_text(JOINT).checklist}

    assert "partly" == items["duty.V3a"].status
    assert ["office"] == [evidence.by for evidence in items["duty.V3a"].evidence]
    assert "  △ 依法全面履行政府职能，深化改革（单位工作，算提到）" in matrix(lint_text(JOINT))


def test_a_report_with_one_head_names_none() -> None:
    """There is nobody to tell apart, and no second heading."""
    report = lint_text("云水县林业局2024年法治政府建设情况的报告\n二、局长履职情况\n局长主持会议3次研究法治工作。\n")

    assert {None} == {item.head for item in report.checklist}
    assert not [line for line in matrix(report) if " · " in line]
    assert {"总则：各项工作都要做到", "组织领导和保障"} <= {item.heading for item in report.checklist}


@pytest.mark.parametrize("text", [JOINT, JOINT.replace("，", "，法治建设" * 9 + "，")])
def test_no_line_is_wider_than_the_screen(text: str) -> None:
    """Long quotes lose their middle."""
    assert [line for line in matrix(lint_text(text)) if cell_len(line) > 80] == []
