"""Every rule reports exactly the marked places of its cases."""

from __future__ import annotations

from collections import Counter

import pytest

from cases import Case, load_cases, unmark
from report_lint import lint_text, load_ruleset

CASES = load_cases()
RULES = [rule.table for rule in load_ruleset().rules if not rule.code.startswith("INT")]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_exactly_the_marked_spans(case: Case) -> None:
    """A case's brackets are every finding of its rule, and there are no others."""
    found = case.found()

    assert sorted(case.marked) == sorted(found), [case.text[start:end] for start, end in found]


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_has_cases_that_fire_and_at_least_as_many_that_do_not(code: str) -> None:
    """A rule without silent cases would pass if it reported everything."""
    counts = Counter(bool(case.marked) for case in CASES if case.code == code)

    assert counts[True] >= 1
    assert counts[False] >= counts[True]


@pytest.mark.parametrize(
    ("code", "text"), [(rule.code, text) for rule in RULES for text in rule.bad], ids=lambda value: str(value)[:20]
)
def test_bad_examples_of_a_rule_are_reported_where_marked(code: str, text: str) -> None:
    """The bad examples that `explain` prints are examples of the rule."""
    plain, marked = unmark(text)

    report = lint_text(plain, select=[code])

    assert list(marked) == [(one.range.start.offset, one.range.end.offset) for one in report.findings]


@pytest.mark.parametrize(
    ("code", "text"), [(rule.code, text) for rule in RULES for text in rule.good], ids=lambda value: str(value)[:20]
)
def test_good_examples_of_a_rule_are_silent(code: str, text: str) -> None:
    """The good examples that `explain` prints give no finding of the rule."""
    report = lint_text(text, select=[code])

    assert not report.findings
