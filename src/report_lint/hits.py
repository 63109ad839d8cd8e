"""From rules to hits: run the checks, and let one defect give one finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.checks.problem import Problem
from report_lint.text import Intervals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from report_lint.document import Document
    from report_lint.report import Severity
    from report_lint.ruleset import PrecedenceTable, Rule
    from report_lint.text import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A problem of a rule, with the severity it has in this document."""

    rule: Rule
    problem: Problem
    severity: Severity


def run(rules: Iterable[Rule], document: Document, crashed: Rule | None) -> list[Hit]:
    """Return the hits of all rules; a rule that raises becomes a hit of `crashed` and the others run."""
    hits: list[Hit] = []
    for rule in rules:
        try:
            hits.extend(_hits_of(rule, document))
        except Exception as error:  # whatever a rule raises, the others still check the report
            if crashed is None:
                raise
            reason = f"{type(error).__name__} {error}".strip()
            problem = Problem(document.anchor, {"code": rule.code, "reason": reason})
            hits.append(Hit(crashed, problem, crashed.table.severity))
    return hits


def _hits_of(rule: Rule, document: Document) -> list[Hit]:
    found: list[Hit] = []
    for problem in rule.kind.run(rule.params, document):
        severity = rule.severity(document, problem.variant)
        if severity != "off":
            found.append(Hit(rule, problem, severity))
    return found


def without_silenced(
    hits: Sequence[Hit],
    precedence: Iterable[PrecedenceTable],
    document: Document,
    shown: Callable[[str], bool] = lambda _: True,
) -> list[Hit]:
    """Return the hits that no other hit silences; `shown` tells whether the findings of a rule are shown."""
    silenced: set[int] = set()
    for row in precedence:
        pairs = [(row.when, row.silences)] if row.when else []
        pairs += [(code, row.order[at + 1 :]) for at, code in enumerate(row.order)]
        for when, silences in pairs:
            if row.only_shown and not shown(when):
                continue
            speaking = [
                hit
                for hit in hits
                if hit.rule.code == when and hit.problem.variant not in row.except_variants and id(hit) not in silenced
            ]
            if speaking:
                silenced.update(_silenced_by(speaking, hits, silences, row.scope, document))
    return [hit for hit in hits if id(hit) not in silenced]


def _silenced_by(
    speaking: Sequence[Hit], hits: Sequence[Hit], silences: Sequence[str], scope: str, document: Document
) -> set[int]:
    is_reached = _reach([hit.problem.span for hit in speaking], scope, document)
    return {id(hit) for hit in hits if hit.rule.code.startswith(tuple(silences)) and is_reached(hit.problem.span)}


def _reach(spans: Iterable[Span], scope: str, document: Document) -> Callable[[Span], bool]:
    """Return a function that tells whether a span stands where one of these, at least one, does."""
    if scope == "document":
        return lambda _: True
    if scope == "span":
        speaking = Intervals(sorted(spans))
        return lambda span: speaking.overlaps(*span)

    def section(span: Span) -> int | None:
        found = document.top_section_at(span.start)
        return None if found is None else found.index

    sections = {section(span) for span in spans}
    return lambda span: section(span) in sections
