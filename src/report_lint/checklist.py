"""The checklist: the five parts in the norm's order, then the duties that bind the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.assemble import range_of
from report_lint.parsing.duties import head_of
from report_lint.report import ChecklistItem, Evidence
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from report_lint.document import Actor, Block, Document, DutyEvidence, DutyStatus
    from report_lint.hits import Hit
    from report_lint.report import CheckStatus, Finding

_DUTY_STATUS: Mapping[DutyStatus, CheckStatus] = {
    "evidenced": "met",
    "mentioned": "partly",
    "absent": "missing",
    "not_applicable": "not_applicable",
}
_SHOWN = 2  # places quoted for one line of the checklist; more would say no more


def checklist(
    document: Document, hits: Sequence[Hit], found: Iterable[Finding], accepted: Iterable[Finding] = ()
) -> tuple[ChecklistItem, ...]:
    """Return the checklist of a document with the codes of the findings that speak of each point.

    A part of which half is wanting is partly met, whichever findings are shown; not so where that was `accepted`.
    """
    shown = {finding.code for finding in found}
    spared = {(finding.code, finding.range.start.offset) for finding in accepted}
    halves = {
        part
        for hit in hits
        if hit.rule.leaves_partly(hit.problem.variant) and (hit.rule.code, hit.problem.span.start) not in spared
        for part in _parts_of(hit)
    }
    return (*_parts(document, _codes_by_part(hits, shown), halves), *_duties(document))


def _codes_by_part(hits: Iterable[Hit], shown: set[str]) -> dict[str, tuple[str, ...]]:
    """Collect the codes of rules whose check names a part, or whose problem does."""
    codes: dict[str, set[str]] = {}
    for hit in hits:
        for part in _parts_of(hit) if hit.rule.code in shown else ():
            codes.setdefault(part, set()).add(hit.rule.code)
    return {part: tuple(sorted(found)) for part, found in codes.items()}


def _parts_of(hit: Hit) -> tuple[str, ...]:
    """Return the parts that a problem speaks of, or the rule's check."""
    part = hit.problem.fields.get("part_id") or getattr(hit.rule.params, "part", None)
    parts = part if isinstance(part, tuple) else (part,)  # one problem may speak of several
    return tuple(one for one in parts if isinstance(one, str))


def _parts(document: Document, codes: Mapping[str, tuple[str, ...]], halves: Container[str]) -> Iterator[ChecklistItem]:
    for part in document.parts:
        definition = document.vocabulary.part(part.id)
        yield ChecklistItem(
            id=f"part.{part.id}",
            group="structure",
            title=definition.title,
            status="partly" if part.status == "met" and part.id in halves else part.status,
            evidence=tuple(_evidence(_shown_span(block, document), document) for block in part.blocks[:_SHOWN]),
            basis=definition.basis,
            codes=codes.get(part.id, ()),
        )


def _shown_span(block: Block, document: Document) -> Span:
    """Return the heading of a block, else the first line of its text."""
    if block.heading is not None:
        return block.heading
    text = block.span.of(document.text)
    start = block.span.start + len(text) - len(text.lstrip())
    first = text.strip().splitlines()[0] if text.strip() else text
    return Span(start, start + len(first))


def _evidence(span: Span, document: Document, by: Actor | None = None) -> Evidence:
    return Evidence(range=range_of(span, document), quote=span.of(document.text), by=by)


def _duties(document: Document) -> Iterator[ChecklistItem]:
    definitions = {duty.id: duty for duty in document.vocabulary.duties}
    for duty in document.duties:
        definition = definitions[duty.duty]
        yield ChecklistItem(
            id=f"duty.{duty.duty}",
            group="duties",
            heading=document.vocabulary.duty_groups.get(definition.group),
            head=head_of(definition, document.cover.profile),
            title=definition.title,
            status=_DUTY_STATUS[duty.status],
            evidence=tuple(_evidence(span, document, by) for span, by in _telling(duty)),
            basis=definition.basis,
        )


def _telling(duty: DutyEvidence) -> list[tuple[Span, Actor]]:
    """Return the places to quote: the first of each actor, then the first ones, in the order of the text."""
    places = list(zip(duty.spans, duty.actors, strict=True))
    firsts = list({actor: (span, actor) for span, actor in reversed(places)}.values())[::-1]
    return sorted([*firsts, *(place for place in places if place not in firsts)][:_SHOWN])
