"""Every rule reports exactly the marked places of its cases."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from cases import Case, load_cases
from report_lint import load_ruleset
from report_lint.examples import failures

if TYPE_CHECKING:
    from report_lint.ruleset import Rule

CASES = load_cases()
RULESET = load_ruleset()
RULES = [rule.table for rule in RULESET.rules if not rule.code.startswith("INT")]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_exactly_the_marked_spans(case: Case) -> None:
    """A case's brackets are every finding of its rule, and there are no others."""
    found = case.found()

    assert sorted(case.marked) == sorted(found), [case.text[start:end] for start, end in found]


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_has_cases_that_fire_and_at_least_as_many_that_do_not(code: str) -> None:
    """A rule without silent cases would pass if it reported everything."""
    counts = Counter(bool(case.marked) for case in CASES if case.code == code)
    rule = next(rule for rule in RULES if rule.code == code)

    assert (counts[True] >= 1) is (rule.needs != "batch")
    assert counts[False] >= counts[True]


@pytest.mark.parametrize("rule", RULESET.rules, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_are_what_they_say(rule: Rule) -> None:
    """What `explain` prints as an example is reported exactly where it is marked, or not at all."""
    assert [] == list(failures([rule], RULESET))
