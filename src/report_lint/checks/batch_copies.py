"""Kind `batch-copies`: paragraphs that another office's report of the same run has too.

A check sees one report, and no command hands it the others yet: it has nothing to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class BatchCopiesParams(Params):
    """No parameters."""


def check(params: BatchCopiesParams, document: Document) -> Iterator[Problem]:  # noqa: ARG001  nothing to compare with
    """Yield nothing."""
    return iter(())


KIND = CheckKind("batch-copies", BatchCopiesParams, check)
