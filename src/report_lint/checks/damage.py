"""Kind `damage`: say what could not be read whole, so that nothing is called missing that was only lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report each kind of damage that the reader or the parser noticed."""
    for reason in document.source.damage:
        yield Problem(document.anchor, {"reason": reason})


KIND = CheckKind("damage", Params, check)
