"""Kind `part-order`: sections of required parts stand in another order than the rule allows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import PartId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class PartOrderParams(Params):
    """The parts whose order is compared, in the expected order; the places of the others do not matter."""

    order: tuple[PartId, ...]


def check(params: PartOrderParams, document: Document) -> Iterator[Problem]:
    """Report the first part that stands in front of one it should follow."""
    placed = []
    for part_id in params.order:
        headings = [b.heading for b in document.part(part_id).blocks if b.kind == "section" and b.heading is not None]
        if headings:
            placed.append((headings[0], document.vocabulary.part(part_id).title))
    for (heading, _), (following, _) in pairwise(placed):
        if following < heading:
            yield Problem(following, {"order": "、".join(title for _, title in sorted(placed))})
            return


KIND = CheckKind("part-order", PartOrderParams, check)
