"""The blocks that are about the head and have a heading of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from report_lint.parsing.regions import PERSON_PART
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_OWN = ("section", "shared", "subsection")


class HeadBlock(NamedTuple):
    """A block about the head: its heading, its body in the source, and the folded text of the body."""

    heading: Span
    body: Span
    text: str


def head_blocks(document: Document) -> list[HeadBlock]:
    """Return the blocks with something under their heading, in the order of the text."""
    return sorted(_blocks(document), key=lambda block: block.heading)


def _blocks(document: Document) -> Iterator[HeadBlock]:
    folded = document.folded
    for block in document.part(PERSON_PART).blocks:
        if block.kind in _OWN and block.heading is not None:
            body = Span(block.heading.end, block.span.end)
            text = folded.text[folded.folded(body.start) : folded.folded(body.end)]
            if text.strip(" \n。：:"):
                yield HeadBlock(block.heading, body, text)
