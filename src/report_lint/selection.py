"""Which rules run and which findings are shown: --select, --ignore, --severity."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from report_lint.errors import UsageError
from report_lint.report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from report_lint.document import Document
    from report_lint.ruleset import Rule, Ruleset


def check_selectors(ruleset: Ruleset, selectors: Iterable[str]) -> None:
    """Raise UsageError for a code or prefix that names no rule."""
    for selector in selectors:
        if not ruleset.matching(selector):
            codes = [rule.code for rule in ruleset.rules]
            near = get_close_matches(selector.upper(), [*codes, *{code[:3] for code in codes}], n=1, cutoff=0.5)
            hint = f"，是否想写“{near[0]}”？" if near else ""
            raise UsageError(f"没有编号为“{selector}”的规则{hint}")


def check_severities(ruleset: Ruleset, severity: Mapping[str, str]) -> None:
    """Raise UsageError for a severity override that names no rule or no severity."""
    check_selectors(ruleset, severity)
    for code, level in severity.items():
        if level not in SEVERITIES:
            raise UsageError(f"规则 {code} 的级别“{level}”应为 {'、'.join(SEVERITIES)} 之一")


def running_rules(
    ruleset: Ruleset, document: Document, select: Sequence[str], ignore: Sequence[str]
) -> tuple[Rule, ...]:
    """Return the rules that run: those that bind this report, are on, and are not ignored.

    A rule that is not selected runs all the same, because it may silence a selected one that speaks
    of the same defect; `shown` leaves its findings out. A rule off by default runs when its own code is selected.
    """
    profile, year = document.cover.profile, document.cover.year.value
    return tuple(
        rule
        for rule in ruleset.rules
        if (rule.table.default or rule.code in select or "ALL" in select)
        and not _named(rule.code, ignore)
        and rule.binds(profile, year)
        and _can_compare(rule, document)
    )


def _can_compare(rule: Rule, document: Document) -> bool:
    """Tell whether what a rule compares with is there; a rule without is not said to have been run."""
    return rule.table.needs is None or (rule.table.needs == "previous" and document.previous is not None)


def shown(code: str, select: Sequence[str]) -> bool:
    """Tell whether findings of a rule are shown; what the tool says of itself always is."""
    return not select or _named(code, select) or code.startswith("INT")


def _named(code: str, selectors: Sequence[str]) -> bool:
    return any(selector == "ALL" or code.startswith(selector) for selector in selectors)
