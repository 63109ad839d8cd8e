"""One finding for many places of one cause.

Rules of form do so on a copy of unknown kind, since the copy may have changed its marks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from report_lint.checks.problem import Problem
    from report_lint.document import Document


def together(problems: Iterable[Problem], variant: str | None = None) -> Iterator[Problem]:
    """Yield one problem for all: the first one, with the `count`, the `places` in words and the changes of all.

    `variant` words that one where it stands for several.
    """
    found = list(problems)
    if not found:
        return
    changes = tuple(change for problem in found for change in problem.changes)
    safe = all(problem.safety == "safe" for problem in found if problem.changes)
    yield replace(
        found[0],
        fields={**found[0].fields, "count": len(found), "places": f"（共{len(found)}处）" if len(found) > 1 else ""},
        variant=variant if variant and len(found) > 1 else found[0].variant,
        changes=changes,
        safety="safe" if changes and safe else "manual",
    )


def together_if_many(problems: Iterable[Problem], variant: str | None = None, most: int = 10) -> Iterator[Problem]:
    """Yield the problems as long as they are no more than `most`, else one for all."""
    found = list(problems)
    return iter(found) if len(found) <= most else together(found, variant)


def once_if_unknown(problems: Iterable[Problem], document: Document, variant: str) -> Iterator[Problem]:
    """Yield the problems; of a copy of unknown kind only one that stands for all."""
    return together(problems, variant) if document.cover.copy_kind == "unknown" else iter(tuple(problems))
