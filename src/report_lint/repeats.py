"""One finding for what a report says wrong in the same words many times."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.report import Finding

_MOST = 10  # findings in the same words; a writer who slips this often slips by habit, and mends all at once


def without_repeats(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in their order, but of more than ten with one quote and message only the first.

    That one says how many there are, and its fix mends them all.
    """
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.code, finding.quote, finding.message), []).append(finding)
    kept = [one for group in alike.values() for one in (group if len(group) <= _MOST else [_standing_for(group)])]
    return in_order(kept)


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of the text."""
    return tuple(sorted(found, key=lambda one: (one.range.start.offset, one.range.end.offset, one.code)))


def _standing_for(group: list[Finding]) -> Finding:
    first = group[0]
    fix = first.fix
    if fix is not None:
        edits = tuple(edit for one in group if one.fix is not None for edit in one.fix.edits)
        fix = fix.model_copy(update={"edits": edits})
    return first.model_copy(update={"message": f"{first.message}（全文共{len(group)}处）", "fix": fix})
