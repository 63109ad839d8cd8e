"""Kind `others-instead`: the part about the head tells what the office, or a deputy, did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.voices import voices
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.checks.voices import Voice
    from report_lint.document import Document


class OthersInsteadParams(Params):
    """Who is written of in place of the head, how long the part is at least, and what silences the rule.

    `unless` are decisions that a Party committee takes as a whole, its head among them.
    """

    by: Literal["office", "deputy"]
    sentences: int = 1
    unless: WordingList = EMPTY


def check(params: OthersInsteadParams, document: Document) -> Iterator[Problem]:
    """Report the heading of the part where the head never acts and others do."""
    found = list(voices(document))
    if not found or any(voice.acts() for voice in found):
        return
    if sum(len(voice.sentences) for voice in found) < params.sentences:
        return
    if any(params.unless.search(voice.block.text) for voice in found):
        return
    if _told_of(params.by, found):
        yield Problem(found[0].block.heading, {"n": sum(len(voice.sentences) for voice in found)})


def _told_of(by: str, found: Sequence[Voice]) -> bool:
    roles = {mention.role for voice in found for mention in voice.mentions}
    if by == "deputy":
        return "deputy" in roles and "member" not in roles
    return "unit" in roles


KIND = CheckKind("others-instead", OthersInsteadParams, check)
