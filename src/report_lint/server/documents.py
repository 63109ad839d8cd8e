"""The text of an open document, kept by what the client tells of its changes.

The documents of pygls are not used: they end lines at U+2028, form feeds and other characters that end no
line in the protocol, and a change behind one of those would be put in the wrong place.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol.types import TextDocumentContentChangePartial
from pygls.uris import to_fs_path

from report_lint.server.positions import Positions
from report_lint.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lsprotocol.types import TextDocumentContentChangeEvent, TextDocumentItem

_LOG = logging.getLogger(__name__)
_MARKDOWN = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document as it is in the editor: its text and the number of the version."""

    uri: str
    language: str
    version: int
    text: str

    @classmethod
    def of(cls, item: TextDocumentItem) -> OpenDocument:
        """Return the document that a client opens."""
        return cls(item.uri, str(item.language_id), item.version, item.text)

    @property
    def path(self) -> Path | None:
        """Return where the document is stored; None for one that is not, or not in the file system."""
        name = to_fs_path(self.uri) if self.uri.startswith("file:") else None
        return Path(name) if name else None

    @property
    def source(self) -> SourceText:
        """Return the text as the linter takes it."""
        name = str(self.path) if self.path else None
        markdown = self.language == "markdown" or self.uri.lower().endswith(_MARKDOWN)
        return SourceText(self.text, name, "markdown" if markdown else "text", "utf-8")

    def changed(self, changes: Iterable[TextDocumentContentChangeEvent], version: int, encoding: str) -> OpenDocument:
        """Return the document after some changes, each of which speaks of the text the one before has left."""
        if version <= self.version:
            _LOG.warning("version %s of %s follows version %s", version, self.uri, self.version)
        text = self.text
        for change in changes:
            if isinstance(change, TextDocumentContentChangePartial):
                start, end = Positions(text, encoding).span(change.range)
                text = text[:start] + change.text + text[end:]
            else:
                text = change.text
        return replace(self, version=version, text=text)
