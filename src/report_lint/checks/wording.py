"""Kind `wording`: wordings of a closed table that must not occur, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from report_lint.checks.doubling import Twice
from report_lint.checks.once import together, together_if_many
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.wrong_wordings import Fix, Row, Table
from report_lint.document import PartId
from report_lint.lazy import lazy_pattern
from report_lint.parsing.damage import characters_damaged
from report_lint.text import Intervals, Span
from report_lint.wording import EMPTY, STOPS, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_REACH = 12  # characters on either side in which a context is looked for
_SENTENCE = 80
_STOP = lazy_pattern(f"[{STOPS}]")


class WordingParams(Params):
    """`table` holds the rows; a place is spared by what stands around it.

    `unless_before` and `unless_after` look at a few characters on either side of the place, up to the
    clause's sentence end (`原…$`, `^领导小组`), `unless_near` at the sentence as far as it is near. `parts` limits the
    search to parts of the report. `quoted` looks inside “” too, as for slogans. `once` gives one problem for each
    place, for each row, or for the whole document. Rows of the variants `whole_copy` are silent on a damaged copy,
    where the characters are not the author's. `twice` finds words that stand twice, whether in the table or not.
    """

    table: Table
    twice: Twice | None = None
    unless_before: WordingList = EMPTY
    unless_after: WordingList = EMPTY
    unless_near: WordingList = EMPTY
    parts: tuple[PartId, ...] = ()
    quoted: bool = False
    whole_copy: tuple[str, ...] = ()
    fix: Fix = "manual"
    once: Literal["place", "row", "document"] = Field(default="row")


def check(params: WordingParams, document: Document) -> Iterator[Problem]:
    """Report the wrong wordings; several places of one cause are one problem, with the changes of all."""
    found = [
        (row, span)
        for row, span in params.table.find(document, quoted=params.quoted)
        if not (row.variant in params.whole_copy and characters_damaged(document.source))
        and _in_parts(params, span, document)
        and not _spared(params, span, document)
    ]
    groups: dict[object, list[Problem]] = {}
    for at, (row, span) in enumerate(found):
        group = {"place": at, "row": id(row), "document": row.variant}[params.once]
        groups.setdefault(group, []).append(_problem(params, row, span, document))
    for problems in groups.values():
        yield from together(problems)
    if params.twice is not None:
        yield from together_if_many(_twice(params.table, params.twice, document))


def _twice(table: Table, twice: Twice, document: Document) -> Iterator[Problem]:
    """Yield the doubled words outside titles and page furniture; the table knows better about its own."""
    furniture = Intervals(document.cover.furniture)
    for start, end in twice.find(document.text):
        span = Span(start, end)
        written = span.of(document.text)
        if written[:2] not in table.doubled and not furniture.overlaps(*span) and document.title_at(span) is None:
            fields = {"written": written, "right": written[:2], "places": ""}
            yield Problem(span, fields, twice.variant, changes=(Change(Span(start + 2, end), ""),))


def _problem(params: WordingParams, row: Row, span: Span, document: Document) -> Problem:
    folded = document.folded
    written = folded.text[folded.folded(span.start) : folded.folded(span.end)]
    fix = row.fix or params.fix
    return Problem(
        span,
        {"written": written, "right": row.right, "note": row.note},
        variant=row.variant,
        changes=() if fix == "none" else (Change(span, row.right),),
        safety="safe" if fix == "safe" else "manual",
    )


def _in_parts(params: WordingParams, span: Span, document: Document) -> bool:
    if not params.parts:
        return True
    return any(span.start in block.span for part in params.parts for block in document.part(part).blocks)


def _spared(params: WordingParams, span: Span, document: Document) -> bool:
    text = document.folded.text
    start, end = document.folded.folded(span.start), document.folded.folded(span.end)
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if params.unless_before.search(before) or params.unless_after.search(after):
        return True
    if not params.unless_near:
        return False
    sentence = _STOP.split(text[max(0, start - _SENTENCE) : start])[-1] + _STOP.split(text[start : end + _SENTENCE])[0]
    return params.unless_near.search(sentence) is not None


KIND = CheckKind("wording", WordingParams, check)
