"""The outline of a report, and which of the five parts each heading begins."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lsprotocol.types import DocumentSymbol, Location, SymbolInformation, SymbolKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report_lint.document import Document, Section
    from report_lint.server.session import Checked


def symbols(checked: Checked) -> list[DocumentSymbol]:
    """Return the sections of a report, those below others within them."""
    document = checked.parsed
    below: dict[int | None, list[Section]] = defaultdict(list)
    for section in document.sections:
        below[section.parent].append(section)
    parts = _parts(document)
    return [_symbol(section, below, parts, checked) for section in below[None]]


def flat(checked: Checked) -> list[SymbolInformation]:
    """Return the sections for a client that knows no tree."""
    uri, positions = checked.opened.uri, checked.positions
    return [
        SymbolInformation(Location(uri, positions.range(*section.heading)), _name(section), SymbolKind.String)
        for section in checked.parsed.sections
    ]


def _symbol(
    section: Section, below: Mapping[int | None, list[Section]], parts: Mapping[int, list[str]], checked: Checked
) -> DocumentSymbol:
    children = [_symbol(child, below, parts, checked) for child in below.get(section.index, ())]
    titles = parts.get(section.index, [])
    return DocumentSymbol(
        name=_name(section),
        detail="、".join(titles) or None,
        kind=SymbolKind.Module if titles else SymbolKind.String,
        range=checked.positions.range(*section.span),
        selection_range=checked.positions.range(*section.heading),
        children=children or None,
    )


def _name(section: Section) -> str:
    return f"{section.number}{section.title}".strip() or "（无标题）"  # the protocol forbids an empty name


def _parts(document: Document) -> dict[int, list[str]]:
    """Return the titles of the required parts by the section that holds them."""
    titles = {part.id: part.title for part in document.vocabulary.parts}
    found: dict[int, list[str]] = defaultdict(list)
    for part in document.parts:
        for block in part.blocks:
            if block.section is not None and block.heading is not None:
                found[block.section].append(titles.get(part.id, part.id))
    return found
