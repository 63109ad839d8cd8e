"""The citations of a lint report: every place, and the table of what they name."""

from __future__ import annotations

from datetime import date

from report_lint import lint_text

TEXT = """\
云岭县2024年法治政府建设情况的报告
一、主要举措和成效
组织学习《民法典》《中华人民共和国民法典》《中华人民共和国收养法》和《云岭县物业管理办法》。
二、存在的不足和原因
宣传不够，原因是形式单一。
三、主要负责人履行推进法治建设第一责任人职责情况
县长主持召开县政府常务会议4次，学习《云岭县物业管理办法》。
四、2025年工作安排
学习宣传《民法典》。
五、其他需要报告的情况
无。
云岭县人民政府
2025年1月20日
"""


def test_the_table_counts_the_places_of_each_instrument() -> None:
    """Full and short forms are one instrument, under its official title; a title no register knows is its own."""
    table = [(line.title, line.level, line.status_on_date, line.count) for line in lint_text(TEXT).citation_table]

    assert [
        ("中华人民共和国民法典", "法律", "in_force", 3),
        ("中华人民共和国收养法", "法律", "repealed", 1),
        ("云岭县物业管理办法", None, "unknown", 2),
    ] == table


def test_the_first_place_of_each_line_is_the_one_in_the_text() -> None:
    """A table line leads to where the title stands first."""
    first = lint_text(TEXT).citation_table[0].first

    assert "《民法典》" == TEXT[first.start.offset : first.end.offset]


def test_what_was_done_is_judged_by_the_years_end_and_what_is_planned_by_the_signing_day() -> None:
    """The day stands beside every status."""
    days = [one.instrument.judged_on for one in lint_text(TEXT).citations if one.instrument]

    assert [date(2024, 12, 31)] * 3 + [date(2025, 1, 20)] == days


def test_a_given_day_overrides_both() -> None:
    """`as_of` is the day for everything."""
    report = lint_text(TEXT, as_of=date(2020, 12, 31))

    assert {date(2020, 12, 31)} == {one.instrument.judged_on for one in report.citations if one.instrument}
    assert ["not_yet_in_force", "in_force"] == [line.status_on_date for line in report.citation_table[:2]]


def test_the_repeal_and_the_successor_are_told() -> None:
    """An editor can show what took the place of an act."""
    facts = next(one.instrument for one in lint_text(TEXT).citations if "收养法" in one.text)

    assert facts is not None
    assert (date(2021, 1, 1), "中华人民共和国民法典") == (facts.repealed, facts.successor)
