"""The published report of a county bureau: what a careful reviewer would say, no more and no less."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from report_lint import LintReport, lint_file

SAMPLE = Path(__file__).parents[2] / "shared" / "samples" / "xinjiang-minzheng-2023.txt"

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the published sample is not at hand")


@pytest.fixture(scope="module")
def report() -> LintReport:
    """Lint the sample once."""
    return lint_file(SAMPLE)


def test_reads_the_cover(report: LintReport) -> None:
    """Title over blanks, issuer, year, number, signature and day are those that stand there."""
    facts = report.document

    assert "department/county" == report.profile
    assert "submitted" == report.copy_kind
    assert "新绛县民政局" == facts.issuer == facts.signed_by
    assert 2023 == facts.report_year
    assert "新民字〔2024〕2号" == facts.document_number
    assert facts.recipient is None
    assert date(2024, 1, 9) == facts.signed_on


def test_finds_all_five_parts(report: LintReport) -> None:
    """All five have a section of their own, the fifth in other words."""
    assert ["met"] * 5 == [item.status for item in report.checklist if item.group == "structure"]


def test_reports_the_wrong_prefix_at_its_place_and_no_other_law(report: LintReport) -> None:
    """One of the twelve cited titles is wrong; the others are right and in force."""
    laws = [finding for finding in report.findings if finding.code.startswith("CIT")]

    assert [("CIT002", "《中华人民共和国社会救助暂行办法》")] == [(law.code, law.quote) for law in laws]
    assert SAMPLE.read_text("utf-8").index(laws[0].quote) == laws[0].range.start.offset


def test_reports_the_slip_in_the_four_duties_once(report: LintReport) -> None:
    """One pair is crossed and one is missing: one finding that names both."""
    found = [finding for finding in report.findings if finding.code == "FRP002"]

    assert ["warning"] == [finding.severity for finding in found]
    assert "重大问题亲自过问、重点环节亲自协调、重大任务亲自督导" == found[0].quote
    assert "重大任务亲自督导" in found[0].message
    assert "重要工作亲自部署" in found[0].message


def test_says_of_the_head_what_a_reviewer_says(report: LintReport) -> None:
    """A slip in the four duties, no debriefing, one sentence on other matters; nothing else about the head."""
    found = [(finding.code, finding.severity) for finding in report.findings if finding.code.startswith("FRP")]
    off_topic = next(finding for finding in report.findings if finding.code == "FRP011")

    assert [("FRP002", "warning"), ("FRP008", "info"), ("FRP011", "info")] == sorted(found)
    assert "财务审批、个人重大事项报告" in off_topic.message
    assert off_topic.quote.startswith("认真落实作风建设有关规定")
    assert off_topic.quote.endswith("自觉接受干部群众监督。")


def test_reports_slips_of_wording_each_at_its_place(report: LintReport) -> None:
    """Doubled words, stars, two ways of writing, an old wording, cut paragraphs and sentences without an end."""
    found = {
        (one.code, one.severity, one.range.start.line, one.quote)
        for one in report.findings
        if one.code.startswith("WRD")
    }

    assert {
        ("WRD014", "warning", 11, "求的规范性文件，"),
        ("WRD014", "info", 15, "以《中华人民共和国宪法》《中华人民共和国民法典》的宣传学习"),
        ("WRD014", "info", 15, "为加强新时代社会工作与人才队伍建设、促进社会工作事业的发展。"),
        ("WRD015", "info", 15, "法制宣传教育"),
        ("WRD012", "info", 17, "2023 年"),
        ("WRD014", "warning", 19, "治工作力量比较薄"),
        ("WRD001", "info", 29, "局长同志"),
        ("WRD014", "info", 33, "按照县委全面依法治县委员会的工作部署，结合民政工作实际。"),
        ("WRD012", "info", 41, "谁执法、谁普法"),
        ("WRD006", "warning", 41, "责任制制度"),
        ("WRD003", "warning", 45, "**一是**"),
        ("WRD014", "warning", 45, "规和规章的宣传力"),
    } == found


def test_reports_what_is_wrong_with_the_form(report: LintReport) -> None:
    """A number and an item left out, two ways to end headings, a blank in the title, no recipient."""
    found = {
        (one.code, one.severity, one.range.start.line, one.quote)
        for one in report.findings
        if one.code.startswith("FRM")
    }

    assert {
        ("FRM003", "info", 5, "新绛县民政局 2023年法治政府建设情况的报告"),
        ("FRM007", "info", 5, "新绛县民政局 2023年法治政府建设情况的报告"),
        ("FRM009", "warning", 15, "（三）"),
        ("FRM012", "info", 27, "（一）抓牢主责主业，积极履行主体责任。"),
        ("FRM013", "warning", 13, "二是"),
    } == found


def test_reports_of_years_and_days_what_is_old(report: LintReport) -> None:
    """A memorial day in another form and name, and a phrase of older years; no year, day or deadline is wrong."""
    found = [(one.code, one.severity, one.quote) for one in report.findings if one.code.startswith("TIM")]

    assert [
        ("TIM011", "info", "12.4"),
        ("TIM011", "info", "全国法治宣传活动日"),
        ("TIM008", "info", "依法治国、执法为民、公平正义、服务大局、党的领导为基本内容的社会主义法治理念"),
    ] == found


def test_reports_what_the_report_leaves_out(report: LintReport) -> None:
    """No figures, nothing on review and litigation; shortcomings and plans in general words, causes from outside."""
    found = [(one.code, one.severity, one.range.start.line) for one in report.findings if one.code.startswith("CON")]
    causes = next(one for one in report.findings if one.code == "CON002")

    assert [
        ("CON007", "info", 5),
        ("CON005", "info", 9),
        ("CON004", "info", 17),
        ("CON002", "info", 23),
        ("CON006", "info", 43),
    ] == found
    assert causes.quote.startswith("原因：由于我局法律人才相对短缺")
    assert causes.quote.endswith("而法律专业方面人才较少。")


def test_reports_nothing_on_structure(report: LintReport) -> None:
    """No finding of the structure family, and no other error or warning."""
    assert not [finding for finding in report.findings if finding.code.startswith("STR")]
    assert {"CIT002", "FRM009", "FRM013", "FRP002", "WRD003", "WRD006", "WRD014"} == {
        finding.code for finding in report.findings if finding.severity != "info"
    }
