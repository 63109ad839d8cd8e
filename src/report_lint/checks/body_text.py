"""The folded text of the body or of a part, as rules about what is absent search it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.parsing.title_spans import title_spans

if TYPE_CHECKING:
    from report_lint.document import Document

_KEY = "checks.body_text"


def body_text(document: Document, *, titles: bool = True) -> str:
    """Return the body's folded text; without `titles` what stands in 《》 is blanked out."""
    folded, body = document.folded, document.cover.body
    start, end = folded.folded(body.start), folded.folded(body.end)
    if titles:
        return folded.text[start:end]
    found = document.shared.get(_KEY)
    if not isinstance(found, str):
        found = document.shared[_KEY] = _without_titles(folded.text[start:end])
    return found


def part_text(document: Document, part_id: str) -> str:
    """Return what stands under the headings of a part; nothing where it has no heading of its own."""
    folded = document.folded
    return "\n".join(
        folded.text[folded.folded(block.heading.end) : folded.folded(block.span.end)]
        for block in document.part(part_id).own
        if block.heading is not None
    )


def _without_titles(text: str) -> str:
    pieces, done = [], 0
    for start, end in title_spans(text):
        pieces += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])
