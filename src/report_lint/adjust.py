"""A pack re-grades or switches off rules that it inherits: `[[adjust]]` in its pack.toml."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from report_lint.clashes import practice_alone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.ruleset import AdjustTable, Rule
    from report_lint.validation import TomlFile


def adjusted(rules: Iterable[Rule], tables: Iterable[tuple[TomlFile, tuple[AdjustTable, ...]]]) -> list[Rule]:
    """Return the rules as the packs re-grade them, a later pack having the last word.

    A rule that is switched off still runs when its own code is selected.

    Raises:
        PackError: a table names a rule that no pack has, or makes an error of what rests on drafting practice alone.
    """
    by_code = {rule.code: rule for rule in rules}
    for file, rows in tables:
        for at, row in enumerate(rows):
            rule = by_code.get(row.code)
            if rule is None:
                near = get_close_matches(row.code, by_code, n=1)
                hint = f"，是否想写“{near[0]}”？" if near else ""
                raise file.error(("adjust", at, "code"), f"没有编号为“{row.code}”的规则可调整{hint}")
            if row.severity == "error" and practice_alone(rule.basis):
                raise file.error(("adjust", at, "severity"), f"{row.code} 只依据惯例，不能调整为 error，最高为 warning")
            by_code[row.code] = _as(rule, row)
    return list(by_code.values())


def _as(rule: Rule, row: AdjustTable) -> Rule:
    changes = {"default": False} if row.severity == "off" else {"default": True, "severity": row.severity}
    return replace(rule, table=rule.table.model_copy(update=changes))
