"""The time family: the table of events tells who wrote it what is wrong with it, and hostile numbers harm nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from report_lint import PackError, lint_text, load_ruleset
from report_lint.checks.event_table import HEADER, load_events
from report_lint.packs import rules_folder

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "\t".join(HEADER)
GOOD = "p-1\t二十届四中全会\t二十届四中全会\t2025-10-20\t2025-10-23\tB\tplenum"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("p-1\t全会\t四中全会\t2025-02-30\t\tB\tplenum", "日历上没有“2025-02-30”这一天"),
        ("p-1\t全会\t四中全会\t去年\t\tB\tplenum", "日期“去年”应写成"),
        ("p-1\t全会\t四中全会\t2025-10-20\t2025-10-19\tB\tplenum", "止日 2025-10-19 早于起日 2025-10-20"),
        ("p-1\t全会\t四中全会\t2025-10-20\t\tD\tplenum", "certainty 是“D”"),
        ("p-1\t全会\t四中全会\t2025-10-20\t\tB\tparty", "kind 是“party”"),
        ("p-1\t全会\t\t2025-10-20\t\tB\tplenum", "wordings 里有空的用语"),
        ("p-1\t全会\t四中全会", "有 3 列，应有 7 列"),
        ("p-2\t全会\t二十届四中全会\t2025-10-20\t\tB\tplenum", "“二十届四中全会”前面已经有了"),
        ("p-1\t全会\t五中全会\t2025-10-20\t\tB\tplenum", "“p-1”前面已经有了"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(tmp_path: Path, row: str, reason: str) -> None:
    """The third line is wrong: the error begins with the file and its number."""
    table = tmp_path / "events.tsv"
    table.write_text(f"{HEAD}\n{GOOD}\n{row}\n", "utf-8")

    with pytest.raises(PackError) as caught:
        load_events(table)

    assert str(caught.value).startswith(f"{table}:3: ")
    assert reason in str(caught.value)


def test_a_table_without_its_header_is_refused(tmp_path: Path) -> None:
    """A table with other columns is no table of events."""
    table = tmp_path / "events.tsv"
    table.write_text(f"{GOOD}\n", "utf-8")

    with pytest.raises(PackError, match=":1: 表头应为 id、name"):
        load_events(table)


def test_an_event_without_a_day_is_never_certain() -> None:
    """An error may rest on a row of grade A or B with a known day, and on no other."""
    events = load_events(rules_folder() / "national" / "events.tsv").events

    uncertain = [event.id for event in events if not event.certain]

    assert {"plenum-20-5", "congress-19", "campaign-discipline", "rule-of-law-thought"} <= set(uncertain)
    assert "plenum-20-4" not in uncertain
    assert date(2020, 11, 1) == next(event.first for event in events if event.id == "rule-of-law-thought")


@pytest.mark.parametrize("number", ["零", "０", "1e400", "〇〇〇", "两万零三", "999", "一百百", "１２３"])
def test_hostile_numbers_harm_nothing(number: str) -> None:
    """Whatever stands where a number should, no rule stops."""
    text = (
        f"云岭县司法局2024年度法治政府建设情况报告\n\n现将2024年度情况报告如下。\n\n2024年第{number}个国家宪法日，"
        f"{number}月{number}日，办结率{number}%，收到申请{number}件，办结{number}件。学习二十届{number}中全会精神。\n"
    )

    report = lint_text(text)

    assert not [finding for finding in report.findings if finding.code.startswith("INT")]


def test_no_day_behind_the_printed_one_is_told_as_a_fact() -> None:
    """Of an event announced for later than the packs' facts no day is told, only that it had not begun by theirs."""
    until = load_ruleset().facts_until
    assert until is not None
    late = [event for event in load_events(rules_folder() / "national" / "events.tsv").events if event.first > until]
    heard = {event.name: _messages(event.wordings[0], until.year) for event in late}

    assert late
    assert dict.fromkeys(heard, True) == {name: f"截至{_chinese(until)}" in said for name, said in heard.items()}
    assert not [event.name for event in late if _chinese(event.first) in heard[event.name]]


def _messages(wording: str, signed: int) -> str:
    text = (
        f"云岭县司法局{signed - 1}年度法治政府建设情况报告\n\n现将{signed - 1}年度情况报告如下。\n\n一、主要成效\n\n"
        f"学习{wording}精神。\n\n云岭县司法局\n\n{signed}年1月9日\n"
    )
    return "".join(finding.message for finding in lint_text(text, select=["TIM007"]).findings)


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@pytest.mark.parametrize(
    ("expected", "counts"),
    [
        (["TIM014"], "收到申请１２３件，办结１２３件，办结率９０%"),
        ([], "收到申请１２３件，办结１２３件，办结率１００%"),
        ([], "收到申请1e400件，办结3件，办结率90%"),
        ([], "收到申请两万零三件，办结两万零三件，办结率100%"),
        ([], "收到申请〇件，办结〇件，办结率〇%"),
        (["TIM015"], "13月32日办结3件"),
        (["TIM015"], "11月31号办结3件"),
    ],
)
def test_odd_numbers_have_the_right_value_or_none(expected: list[str], counts: str) -> None:
    """Full-width digits count like others; what is no number is not taken for a part of itself."""
    text = f"云岭县司法局2024年度法治政府建设情况报告\n\n现将2024年度情况报告如下。\n\n一、主要成效\n\n{counts}。\n"

    assert expected == [one.code for one in lint_text(text, select=["TIM014", "TIM015"]).findings]
