"""CIT007 to CIT009: acts on the days of a report, before and after they were made and came into force."""

from __future__ import annotations

from datetime import date

import pytest

from report_lint import lint_text


def _report(achieved: str, planned: str = "继续推进。", *, year: int = 2025, signed: date | None = None) -> str:
    day = f"{signed.year}年{signed.month}月{signed.day}日" if signed else ""
    return (
        f"云岭县司法局{year}年法治政府建设情况报告\n一、主要举措和成效\n{achieved}\n"
        f"二、{year + 1}年工作安排\n{planned}\n云岭县司法局\n{day}\n"
    )


def _found(text: str, as_of: date | None = None) -> list[tuple[str, str]]:
    codes = ["CIT006", "CIT007", "CIT008", "CIT009"]
    return [(one.code, one.severity) for one in lint_text(text, select=codes, as_of=as_of).findings]


CODE = "贯彻《中华人民共和国生态环境法典》。"  # adopted on 12 March 2026


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (_report(CODE, signed=date(2026, 1, 20)), [("CIT007", "error")]),
        (_report("", CODE, signed=date(2026, 1, 20)), [("CIT007", "error")]),
        (_report(CODE, signed=date(2026, 3, 30)), [("CIT007", "warning")]),
        (_report("", CODE, signed=date(2026, 3, 30)), []),
        (_report(CODE), [("CIT007", "warning")]),
        (_report("", CODE), []),
        (_report(CODE, year=2026, signed=date(2027, 1, 20)), []),
    ],
)
def test_an_act_made_after_the_report_is_an_error(text: str, found: list[tuple[str, str]]) -> None:
    """After the signing day nothing can be known; between year and signing it cannot have been carried out."""
    assert found == _found(text)


def test_the_day_from_outside_goes_before_the_days_of_the_report() -> None:
    """--as-of judges everything by one day."""
    text = _report(CODE, signed=date(2026, 1, 20))

    assert [("CIT007", "error")] == _found(text, date(2026, 3, 11))
    assert [] == _found(text, date(2026, 3, 12))


def test_an_act_without_a_prefix_is_a_warning() -> None:
    """A province may have had an act of that name; that of a law it cannot have."""
    assert [("CIT007", "warning")] == _found(_report("实施《政务数据共享条例》。", year=2023, signed=date(2024, 1, 20)))


@pytest.mark.parametrize(
    ("sentence", "as_of", "found"),
    [
        ("依据《行政执法监督条例》查处违法执法行为3起。", date(2025, 12, 16), []),
        ("依据《行政执法监督条例》查处违法执法行为3起。", date(2025, 12, 17), [("CIT008", "warning")]),
        ("依据《行政执法监督条例》查处违法执法行为3起。", date(2026, 1, 31), [("CIT008", "warning")]),
        ("依据《行政执法监督条例》查处违法执法行为3起。", date(2026, 2, 1), []),
        ("学习《行政执法监督条例》。", date(2026, 1, 31), []),
        ("宣传《中华人民共和国环境保护法》。", date(2026, 8, 14), []),
        ("宣传《中华人民共和国环境保护法》。", date(2027, 12, 31), [("CIT006", "error")]),
    ],
)
def test_the_first_and_the_last_day_of_force(sentence: str, as_of: date, found: list[tuple[str, str]]) -> None:
    """An act is law from the day it takes effect to the day before its repeal."""
    text = _report(sentence, year=as_of.year, signed=date(as_of.year + 1, 1, 20))

    assert found == _found(text, as_of)


def test_the_newer_label_of_two_rules_is_silent() -> None:
    """新修订 taken from a later year is told once, by CIT007."""
    text = _report("学习新修订的《行政复议法》。", year=2022, signed=date(2023, 1, 10))

    assert [("CIT007", "warning")] == _found(text)


def test_a_stale_label_names_the_day_and_is_removed() -> None:
    """The change takes away the label and nothing else."""
    text = _report("学习新修订的《行政处罚法》。", signed=date(2026, 1, 20))
    (finding,) = lint_text(text, select=["CIT009"]).findings

    assert finding.message == "“新修订的”已过时，《行政处罚法》2021年7月15日起施行"
    assert "2026年9月23日" in str(finding.help)
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert "学习《行政处罚法》。" in text[: edit.range.start.offset] + edit.text + text[edit.range.end.offset :]
