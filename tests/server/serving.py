"""A client for the tests of the language server: documents opened, diagnostics waited for, text cut out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

from report_lint.server.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_lsp import LanguageClient

TIMEOUT = 30


def opened(client: LanguageClient, uri: str, text: str, *, language: str = "plaintext", version: int = 1) -> None:
    """Open a document."""
    item = types.TextDocumentItem(uri, language, version, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))


def changed(client: LanguageClient, uri: str, version: int, *changes: types.TextDocumentContentChangeEvent) -> None:
    """Change a document."""
    identifier = types.VersionedTextDocumentIdentifier(uri=uri, version=version)
    client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, list(changes)))


def whole(text: str) -> types.TextDocumentContentChangeWholeDocument:
    """Return a change that replaces the whole text."""
    return types.TextDocumentContentChangeWholeDocument(text)


async def published(client: LanguageClient) -> types.PublishDiagnosticsParams:
    """Return the next diagnostics that the server sends."""
    waiting = client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return await asyncio.wait_for(waiting, TIMEOUT)  # type: ignore[no-any-return]


def marked(text: str, found: Sequence[types.Diagnostic], encoding: str = "utf-16") -> list[tuple[str, str]]:
    """Return the code and the characters of each diagnostic, as an editor would mark them."""
    positions = Positions(text, encoding)
    return [(str(one.code), text[slice(*positions.span(one.range))]) for one in found]
