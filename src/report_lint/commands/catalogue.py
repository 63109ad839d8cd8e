"""`report-lint rules` and `report-lint explain`: what is checked, and why."""

from __future__ import annotations

from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.commands.output import say, screen_for
from report_lint.commands.settings import SettingsFinder
from report_lint.errors import UsageError
from report_lint.render import catalogue

if TYPE_CHECKING:
    from report_lint.commands.flags import Flags
    from report_lint.render.layout import Screen
    from report_lint.ruleset import Rule, Ruleset


def list_rules(flags: Flags) -> int:
    """Print the table of rules."""
    ruleset = _ruleset(flags)
    chosen = [rule for rule in ruleset.rules if not flags.select or rule in _selected(flags, ruleset)]
    if flags.format == "json":
        say(catalogue.as_json(chosen))
    else:
        say(catalogue.table(chosen, screen_for(None, flags.color)))
    return 0


def explain(flags: Flags) -> int:
    """Print what is known of some rules."""
    ruleset = _ruleset(flags)
    screen = screen_for(None, flags.color)
    say("\n".join(_explained(_rule(code, ruleset), ruleset, screen) for code in flags.codes))
    return 0


def _explained(rule: Rule, ruleset: Ruleset, screen: Screen) -> str:
    """Return all that is known of a rule, and of the duties whose coverage it checks."""
    from report_lint.checks.duty_coverage import DutyCoverageParams  # noqa: PLC0415  `rules` does not pay for it
    from report_lint.render.duties import groups_in_words  # noqa: PLC0415

    text = catalogue.explain(rule, screen)
    if not isinstance(rule.params, DutyCoverageParams):
        return text
    return "\n".join([text, *groups_in_words(ruleset.vocabulary, rule.params.groups, screen), ""])


def _ruleset(flags: Flags) -> Ruleset:
    return SettingsFinder(flags, datetime.now().astimezone().date()).of(Path()).ruleset


def _selected(flags: Flags, ruleset: Ruleset) -> list[Rule]:
    return [rule for selector in flags.select for rule in ruleset.matching(selector)]


def _rule(written: str, ruleset: Ruleset) -> Rule:
    """Return the rule of a code, in capitals or not, or of a name."""
    for rule in ruleset.rules:
        if written.upper() == rule.code or written.lower() == rule.table.name:
            return rule
    names = [*(rule.code for rule in ruleset.rules), *(rule.table.name for rule in ruleset.rules)]
    near = [*get_close_matches(written.upper(), names, n=1), *get_close_matches(written.lower(), names, n=1)]
    hint = f"，是否想写“{near[0]}”？" if near else "；全部规则见 report-lint rules"
    raise UsageError(f"没有编号为“{written}”的规则{hint}")
