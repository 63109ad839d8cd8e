"""Defects planted into sound reports are found, and nothing else changes without a reason."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from report_lint import load_ruleset

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
FLOOR = 0.99  # `benchmarks/accuracy.py --misses` lists what is not found


@pytest.fixture(scope="module")
def outcomes() -> Any:  # noqa: ANN401  the outcomes of a module loaded by its path
    """Return what comes of every plant."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import accuracy  # noqa: PLC0415

        return accuracy.outcomes(accuracy.read_plants())
    finally:
        sys.path.remove(str(BENCHMARKS))


def test_finds_the_planted_defects(outcomes: Any) -> None:  # noqa: ANN401
    """The share of planted defects that are found at their place does not fall below the floor."""
    missed = [one.plant.name for one in outcomes if not one.found]

    assert len(outcomes) - len(missed) >= FLOOR * len(outcomes), missed


def test_a_planted_defect_changes_nothing_else_without_a_reason(outcomes: Any) -> None:  # noqa: ANN401
    """Every other finding that comes or goes with a plant is explained beside the plant."""
    unexplained = {one.plant.name: one.unexplained for one in outcomes if one.unexplained}

    assert not unexplained


def test_every_rule_has_three_plants_in_different_reports(outcomes: Any) -> None:  # noqa: ANN401
    """No rule rests on one report; CON015 compares a batch and has no plant."""
    reports: dict[str, set[str]] = {
        rule.code: set() for rule in load_ruleset().rules if rule.code[:3] != "INT" and rule.code != "CON015"
    }
    for one in outcomes:
        reports[one.plant.code].add(one.plant.report)

    assert [] == [code for code, names in reports.items() if len(names) < 3]
