"""Where a finding about something absent points: the nearest present thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report_lint.document import Block, Document
    from report_lint.text import Span


def place_for(document: Document, part_id: str) -> Span:
    """Return the last heading of the parts that the norm names before an absent one; else the title."""
    before = [part.id for part in document.parts].index(part_id)
    headings = [
        block.heading
        for part in document.parts[:before]
        for block in part.blocks
        if block.kind == "section" and block.heading is not None
    ]
    return max(headings, default=document.anchor)


def heading_in(document: Document, part_id: str | None) -> Span:
    """Return the heading of a part, else the one that it stands under, else the title."""
    blocks = document.part(part_id).blocks if part_id is not None else ()
    if not blocks:
        return document.anchor
    own = next((block.heading for block in blocks if block.heading is not None), None)
    if own is not None:
        return own
    section = document.section_at(blocks[0].span.start)
    return section.heading if section is not None else document.anchor


def heading_of(document: Document, block: Block) -> str:
    """Return the words of a block's heading without number and line ends, or nothing."""
    if block.section is not None:
        return document.sections[block.section].title
    return ""


def characters(document: Document, span: Span) -> int:
    """Return how many characters a span has without blanks and line ends."""
    folded = document.folded
    return len("".join(folded.text[folded.folded(span.start) : folded.folded(span.end)].split()))
