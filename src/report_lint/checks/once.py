"""Rules of form on a copy of unknown kind: one finding for all places, since the copy may have changed its marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from report_lint.checks.problem import Problem
    from report_lint.document import Document


def once_if_unknown(problems: Iterable[Problem], document: Document, variant: str) -> Iterator[Problem]:
    """Yield the problems; of a copy of unknown kind the first one only, with the `count` and the changes of all.

    `variant` words that one where it stands for several.
    """
    if document.cover.copy_kind != "unknown":
        yield from problems
        return
    found = list(problems)
    if len(found) > 1:
        fields = {**found[0].fields, "count": len(found)}
        changes = tuple(change for problem in found for change in problem.changes)
        safe = all(problem.safety == "safe" for problem in found if problem.changes)
        found = [
            replace(found[0], fields=fields, variant=variant, changes=changes, safety="safe" if safe else "manual")
        ]
    yield from found
