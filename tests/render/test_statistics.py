"""`--statistics`: how often each rule found something."""

from __future__ import annotations

import json

from built import CLEAN, FINDINGS, REPORT, UNREADABLE, output

from report_lint import load_ruleset
from report_lint.render import statistics
from report_lint.render.layout import Screen, cell_len

RULES = load_ruleset().rules
TWICE = REPORT.model_copy(
    update={
        "path": "b.txt",
        "findings": (FINDINGS[1], FINDINGS[1], FINDINGS[0].model_copy(update={"severity": "info"})),
    }
)


def test_counts_places_and_reports() -> None:
    """The most frequent first; a rule that was milder in one report has two rows."""
    rows = json.loads(statistics.as_json(output(REPORT, TWICE, CLEAN), RULES))

    assert [
        ("WRD005", "info", 3, 2),
        ("CIT006", "error", 1, 1),
        ("CIT006", "info", 1, 1),
        ("STR006", "warning", 1, 1),
    ] == [(row["code"], row["severity"], row["count"], row["reports"]) for row in rows]
    assert "引用已废止的法律法规" == rows[1]["title"]


def test_the_table_fits_and_ends_as_a_check_does() -> None:
    """What was checked and what could not be stands below."""
    text = statistics.table(output(REPORT, TWICE, errors=(UNREADABLE,)), RULES, Screen(60))

    lines = text.splitlines()
    assert lines[:2] == ["处数  份数  编号    级别     名称", "   3     2  WRD005  info     中文里用了半角标点"]
    assert "；另有 1 份无法检查" in text
    assert max(map(cell_len, lines)) <= 60


def test_nothing_found_has_no_table() -> None:
    """Only what was checked is said."""
    text = statistics.table(output(CLEAN), RULES, Screen())

    assert text.startswith("报告/司法局.txt：没有发现问题（另有豁免 1 处）\n已检查：")
    assert [] == json.loads(statistics.as_json(output(CLEAN), RULES))
