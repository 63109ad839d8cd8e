"""Kind `internal`: the tool itself reports this rule (a crash, an unused suppression); nothing to check here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.checks.problem import Problem
    from report_lint.document import Document


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Yield nothing."""
    yield from ()


KIND = CheckKind("internal", Params, check)
