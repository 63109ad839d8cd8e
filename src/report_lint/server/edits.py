"""Fixes as edits of the open document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from report_lint.fixing import fixable, together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.report import Edit, Finding
    from report_lint.server.session import Checked


def workspace_edit(checked: Checked, edits: Iterable[Edit], *, versioned: bool) -> WorkspaceEdit:
    """Return edits of the checked version; a client that knows versions refuses them for any other."""
    places = [(edit.range.start.offset, edit.range.end.offset, edit.text) for edit in edits]
    return _edit(checked, places, versioned=versioned)


def insertion(checked: Checked, offset: int, text: str, *, versioned: bool) -> WorkspaceEdit:
    """Return the edit that puts a text at a place of the checked version."""
    return _edit(checked, [(offset, offset, text)], versioned=versioned)


def _edit(checked: Checked, places: Iterable[tuple[int, int, str]], *, versioned: bool) -> WorkspaceEdit:
    texts = [TextEdit(checked.positions.range(start, end), text) for start, end, text in places]
    opened = checked.opened
    if not versioned:
        return WorkspaceEdit(changes={opened.uri: texts})
    identifier = OptionalVersionedTextDocumentIdentifier(uri=opened.uri, version=opened.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(identifier, list(texts))])


def safe_edits(findings: Iterable[Finding]) -> list[Edit]:
    """Return the edits of all safe fixes that can be made at once, in the order of the text."""
    edits = [edit for one in together(fixable(findings)) if one.fix is not None for edit in one.fix.edits]
    return sorted(edits, key=lambda edit: edit.range.start.offset)
