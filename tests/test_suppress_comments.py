"""Comments in Markdown reports accept the findings of one line, with a reason."""

from __future__ import annotations

import pytest

from report_lint import LintReport, lint
from report_lint.text import Format, SourceText

LAW = "依据《中华人民共和国地名管理条例》办理登记3件。"
HEAD = "柳溪县水利局2025年法治政府建设年度报告\n\n一、成效\n"


def linted(body: str, form: Format = "markdown") -> LintReport:
    """Lint a report with this body."""
    return lint(SourceText(HEAD + body + "\n", format=form), select=["CIT002", "INT002"])


def codes(report: LintReport) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize(
    "body",
    [
        f"{LAW} <!-- report-lint: ignore CIT002 引用原文 -->",
        f"<!-- report-lint: ignore CIT002 引用原文 -->\n{LAW}",
        f"<!-- report-lint: ignore CIT002 引用原文 -->\r\n\r\n{LAW}",
        f"<!-- report-lint: ignore CIT006 旧案 -->\n<!--report-lint:ignore cit002 引用原文-->\n{LAW}",
    ],
)
def test_a_comment_accepts_the_findings_of_its_line(body: str) -> None:
    """It stands at the end of the line or on a line of its own before it."""
    report = linted(body)

    assert "CIT002" not in codes(report)
    assert [("CIT002", "comment", "引用原文")] == [
        (one.code, one.suppressed_by, one.reason) for one in report.suppressed
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<!-- report-lint: ignore CIT002 引用原文 -->\n平稳。\n{LAW}", ["INT002", "CIT002"]),
        (f"{LAW}\n<!-- report-lint: ignore CIT002 引用原文 -->", ["CIT002", "INT002"]),
        (f"<!-- report-lint: ignore CIT002 -->\n{LAW}", ["INT002", "CIT002"]),
        ("<!-- report-lint: ignore XYZ123 没有这条规则 -->\n平稳。", ["INT002"]),
    ],
)
def test_unused_or_without_reason_is_reported_where_it_stands(body: str, expected: list[str]) -> None:
    """Another line is not spoken of; a comment without a reason accepts nothing."""
    report = linted(body)

    assert expected == codes(report)
    assert all(one.quote.startswith("<!--") for one in report.findings if one.code == "INT002")


def test_the_code_of_an_unused_one_is_set_apart() -> None:
    """A blank stands between the code and the words behind it."""
    report = linted("<!-- report-lint: ignore CIT002 引用原文 -->\n平稳。")

    assert [one.message for one in report.findings] == ["豁免 CIT002 没有用上"]


def test_plain_text_has_no_comments() -> None:
    """In a .txt report the mark is text like any other."""
    assert ["CIT002"] == codes(linted(f"{LAW} <!-- report-lint: ignore CIT002 引用原文 -->", "text"))


def test_the_comment_itself_is_no_finding() -> None:
    """A whole check of a report with a comment says nothing of the comment."""
    plain = HEAD + LAW + "\n"
    marked = HEAD + f"<!-- report-lint: ignore CIT002 引用原文，保留 -->\n{LAW}\n"
    without = [one.code for one in lint(SourceText(plain, format="markdown")).findings]
    with_comment = [one.code for one in lint(SourceText(marked, format="markdown")).findings]

    assert [code for code in without if code != "CIT002"] == with_comment


SHORT = (
    "云岭县水利局2024年法治政府建设情况报告\n\n二、存在的不足和原因\n\n执法不够规范，案卷质量不高，普法方式单一。{}\n"
)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- report-lint: ignore FRM001 标题照上级模板，原因是统一格式，已经核对过 -->",
        "<!-- 待补：由于\n培训不够，导致案卷质量不高；数字等各科室报来以后再填 -->",
    ],
)
def test_what_a_comment_says_is_not_said_in_the_report(comment: str) -> None:
    """The words of a comment neither give a cause nor count as characters of their part."""
    without = lint(SourceText(SHORT.format(""), format="markdown"), select=["CON001", "STR009"]).findings
    with_comment = lint(SourceText(SHORT.format(comment), format="markdown"), select=["CON001", "STR009"]).findings

    assert {"CON001", "STR009"} == {one.code for one in without}
    assert [one.message for one in without] == [one.message for one in with_comment]


def test_a_comment_keeps_the_places_behind_it() -> None:
    """Findings behind a comment of several lines stand where the file has them."""
    text = f"<!-- 第一稿\n第二稿 -->\n{LAW}\n"

    finding = lint(SourceText(text, format="markdown"), select=["CIT002"]).findings[0]

    assert (3, text.index("《")) == (finding.range.start.line, finding.range.start.offset)
