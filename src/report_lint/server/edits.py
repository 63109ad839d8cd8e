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
    texts = [
        TextEdit(checked.positions.range(edit.range.start.offset, edit.range.end.offset), edit.text) for edit in edits
    ]
    opened = checked.opened
    if not versioned:
        return WorkspaceEdit(changes={opened.uri: texts})
    identifier = OptionalVersionedTextDocumentIdentifier(uri=opened.uri, version=opened.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(identifier, list(texts))])


def safe_edits(findings: Iterable[Finding]) -> list[Edit]:
    """Return the edits of all safe fixes that can be made at once, in the order of the text."""
    edits = [edit for one in together(fixable(findings)) if one.fix is not None for edit in one.fix.edits]
    return sorted(edits, key=lambda edit: edit.range.start.offset)
