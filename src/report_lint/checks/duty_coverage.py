"""Kind `duty-coverage`: how many groups of duties the report shows, as one finding for the whole report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.place import heading_in
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.parsing.duties import binding
from report_lint.parsing.regions import PERSON_PART

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class DutyCoverageParams(Params):
    """The groups that count, in the order of the norm, and the share below which it is worth saying."""

    groups: tuple[str, ...]
    share: float = 0.5


def check(params: DutyCoverageParams, document: Document) -> Iterator[Problem]:
    """Report the uncovered groups when they are more than the share allows; `none` when no duty is shown at all."""
    if document.cover.profile.body == "unknown" or not document.part(PERSON_PART).blocks:
        return
    covered = _covered(params, document)
    titles = document.vocabulary.duty_groups
    bare = [titles.get(group, group) for group, shown in covered.items() if not shown]
    if not covered or len(covered) - len(bare) >= params.share * len(covered):
        return
    shown = ("evidenced", "mentioned")
    nothing = not any(evidence.status in shown for evidence in document.duties)
    yield Problem(
        heading_in(document, PERSON_PART),
        {"n": len(bare), "list": "、".join(bare)},
        variant="none" if nothing else None,
    )


def _covered(params: DutyCoverageParams, document: Document) -> dict[str, bool]:
    """Return for every group that is asked of this report whether one of its duties is shown."""
    duties = {duty.id: duty for duty in document.vocabulary.duties}
    covered: dict[str, bool] = {}
    for evidence in document.duties:
        duty = duties[evidence.duty]
        counted = duty.counted and binding(duty, document.cover.profile) == "counted"
        excused = evidence.status == "not_applicable" and bool(evidence.spans)  # 全年没有行政诉讼案件 is told
        if counted and duty.group in params.groups and (excused or evidence.status != "not_applicable"):
            shown = evidence.status != "absent"
            covered[duty.group] = covered.get(duty.group, False) or shown
    return {group: covered[group] for group in params.groups if group in covered}


KIND = CheckKind("duty-coverage", DutyCoverageParams, check)
