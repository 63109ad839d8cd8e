"""`--statistics`: how often each rule found something, and in how many reports; the most frequent first."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from report_lint.render.closing import run_closing
from report_lint.render.json import written
from report_lint.render.layout import Screen, padded, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report_lint.report import LintOutput, Severity
    from report_lint.ruleset import Rule

_HEAD = "处数  份数  编号    级别     名称"
_TITLE_AT = 29


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    title: str
    severity: Severity
    count: int
    reports: int


def table(output: LintOutput, rules: Sequence[Rule], screen: Screen) -> str:
    """Return a line for each rule that found something, then what was checked."""
    rows = _rows(output, rules)
    lines = [_HEAD] if rows else []
    for row in rows:
        level = screen.paint(padded(row.severity, 7), row.severity)
        first, *more = wrap(row.title, screen.width - _TITLE_AT)
        lines.append(f"{row.count:>4}  {row.reports:>4}  {row.code}  {level}  {first}")
        lines += [" " * _TITLE_AT + line for line in more]
    return "\n".join([*lines, *([""] if rows else []), *run_closing(output, screen)]) + "\n"


def as_json(output: LintOutput, rules: Sequence[Rule]) -> str:
    """Return the same as a JSON array."""
    return written([asdict(row) for row in _rows(output, rules)], indent=2) + "\n"


def _rows(output: LintOutput, rules: Sequence[Rule]) -> list[_Row]:
    """Return a row for each rule and severity: a rule may be milder in one report than in another."""
    titles = {rule.table.code: rule.table.title for rule in rules}
    found = [[(one.code, one.severity) for one in report.findings] for report in output.reports]
    counts = Counter(key for keys in found for key in keys)
    reports = Counter(key for keys in found for key in set(keys))
    rows = [_Row(key[0], titles.get(key[0], ""), key[1], counts[key], reports[key]) for key in counts]
    return sorted(rows, key=lambda row: (-row.count, row.code, row.severity))
