"""Kind `pairing`: brackets, quotation marks and title marks that have no partner in their paragraph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pydantic import Field

from report_lint.checks.once import together, together_if_many
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.parsing.damage import characters_damaged
from report_lint.parsing.pairs import STOPS, Mark, balanced, unpaired
from report_lint.text import Intervals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from report_lint.document import Document


class PairingParams(Params):
    """`pairs` are looked at always, `when_both` only where both marks stand in the text (’ is an apostrophe too)."""

    pairs: tuple[str, ...] = Field(min_length=1)
    when_both: tuple[str, ...] = ()


def check(params: PairingParams, document: Document) -> Iterator[Problem]:
    """Report one mark of each pair in each paragraph; quotation marks the wrong way round once for all."""
    text = document.folded.text
    pairs = (*params.pairs, *(pair for pair in params.when_both if all(mark in text for mark in pair)))
    if balanced(text, pairs) or characters_damaged(document.source):
        return
    furniture = Intervals(document.cover.furniture)
    problems: dict[bool, list[Problem]] = defaultdict(list)
    for marks, last in unpaired(text, pairs):
        for alone in _by_pair(marks):
            problem = _problem(alone, document)
            if not furniture.overlaps(*problem.span) and not (last and alone[-1].opens and _cut_off(document)):
                problems[problem.variant == "reversed"].append(problem)
    yield from together_if_many(problems[False])
    yield from together(problems[True])


def _problem(alone: Sequence[Mark], document: Document) -> Problem:
    """Return the problem of the marks of one pair that stand alone in one paragraph."""
    first, last = alone[0], alone[-1]
    variant = None
    if first.pair == "“”" and len(alone) > 1:
        variant = "direction" if first.opens == last.opens else None if first.opens else "reversed"
    place = last if variant == "direction" and last.opens else first
    return Problem(document.folded.span(place.at, place.at + 1), {"mark": place.mark, "places": ""}, variant=variant)


def _cut_off(document: Document) -> bool:
    """Tell whether the end of the text is lost, as in damaged copies."""
    doubtful = document.source.damage or document.cover.copy_kind == "published"
    return bool(doubtful) and document.folded.text.rstrip("\n")[-1:] not in STOPS


def _by_pair(marks: Iterable[Mark]) -> Iterable[list[Mark]]:
    groups: dict[str, list[Mark]] = defaultdict(list)
    for one in marks:
        groups[one.pair].append(one)
    return groups.values()


KIND = CheckKind("pairing", PairingParams, check)
