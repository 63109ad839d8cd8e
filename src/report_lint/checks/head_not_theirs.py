"""Kind `head-not-theirs`: the head is said to do what is a duty of another kind of head."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import Body
from report_lint.parsing.duties import reading_of
from report_lint.parsing.persons import side
from report_lint.wording import WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.parsing.persons import Side
    from report_lint.parsing.reading import Reading


class HeadNotTheirsParams(Params):
    """For each body, the words that do not befit its head; whose duty they are, and what the body is called."""

    words: Mapping[Body, WordingList]
    owners: Mapping[Body, str]
    names: Mapping[Body, str]


def check(params: HeadNotTheirsParams, document: Document) -> Iterator[Problem]:
    """Report the words in the part about the head, and elsewhere where the head is the subject."""
    body = document.cover.profile.body
    words = params.words.get(body)
    if words is None:
        return
    reading = reading_of(document)
    other: Side | None = "government" if body == "party" else None
    for match in words.finditer(reading.text):
        start, end = match.span()
        if _about_head(reading, start, end, other) and not reading.named(start, end):
            fields = {"text": match[0], "owner": params.owners.get(body, ""), "body": params.names.get(body, "")}
            yield Problem(reading.source(start, end), fields)


def _about_head(reading: Reading, start: int, end: int, other: Side | None) -> bool:
    """Tell whether the head does it; `other` is the side whose head is somebody else."""
    mention = reading.named_at(start) or reading.subjects.acting(start)
    inside = next((one for one in reading.naming(start, end) if one.role == "head"), mention)
    if inside is None:
        return reading.own(start)
    if inside.role != "head" or side(inside.words, reading.persons) == other is not None:
        return False
    return inside.end > start or reading.subjects.at(start) == "stated" or reading.own(start)


KIND = CheckKind("head-not-theirs", HeadNotTheirsParams, check)
