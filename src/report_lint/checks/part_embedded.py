"""Kind `part-embedded`: a part has no section to itself: it stands inside another one, or shares a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.place import heading_of
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import PartId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Block, Document
    from report_lint.text import Span

_SHOWN = 60  # characters of a passage that are marked; a whole paragraph says no more


class PartEmbeddedParams(Params):
    """The parts that are looked at."""

    parts: tuple[PartId, ...]


def check(params: PartEmbeddedParams, document: Document) -> Iterator[Problem]:
    """Report each part that is there but not by itself; two parts under one heading are one problem."""
    shared: dict[Span, list[str]] = {}
    for part_id in params.parts:
        part = document.part(part_id)
        if part.status != "partly" or any(block.kind == "section" for block in part.blocks):
            continue
        block = part.blocks[0]
        title = document.vocabulary.part(part_id).title
        if block.kind == "shared" and block.heading is not None:
            shared.setdefault(block.heading, []).append(title)
        else:
            yield Problem(_place(block, document), _fields(block, title, part_id, document))
    for heading, titles in shared.items():
        number = document.section_at(heading.start)
        fields = {"parts": "、".join(titles), "heading": number.title if number else ""}
        yield Problem(heading, fields, variant="shared")


def _place(block: Block, document: Document) -> Span:
    if block.heading is not None:
        return block.heading
    text = block.span.of(document.text)
    start = block.span.start + len(text) - len(text.lstrip())
    end = block.span.start + len(text.rstrip())
    if end - start > _SHOWN:
        clause = max(document.text.rfind(mark, start, start + _SHOWN) for mark in "，、。；")
        end = clause if clause > start else start + _SHOWN
    return type(block.span)(start, max(end, start + 1))


def _fields(block: Block, title: str, part_id: str, document: Document) -> dict[str, object]:
    host = f"“{block.host}”" if block.host else "正文"
    return {"part": title, "part_id": part_id, "host": host, "heading": heading_of(document, block)}


KIND = CheckKind("part-embedded", PartEmbeddedParams, check)
