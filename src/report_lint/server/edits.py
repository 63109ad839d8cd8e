"""Fixes as edits of the open document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

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
    """Return the edits of all safe fixes; of fixes that overlap, the first of the text."""
    chosen: list[Edit] = []
    taken: list[tuple[int, int]] = []
    for finding in findings:
        if finding.fix is None or finding.fix.safety != "safe":
            continue
        spans = [(edit.range.start.offset, edit.range.end.offset) for edit in finding.fix.edits]
        if not any(start < end_ and start_ < end for start, end in spans for start_, end_ in taken):
            taken += spans
            chosen += finding.fix.edits
    return sorted(chosen, key=lambda edit: edit.range.start.offset)
