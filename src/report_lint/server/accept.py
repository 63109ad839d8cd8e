"""Accepting a finding, with a reason that the author has to write: in the config, or in the report.

With no reason the config is wrong, and a comment is INT002: an acceptance nobody gave a reason for does not come about.
A report carries comments only where they do not show, which is in Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lsprotocol.types import (
    CreateFile,
    CreateFileOptions,
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)
from pygls.uris import from_fs_path

from report_lint.config import FILE_NAME, find_config
from report_lint.server.config_edit import with_suppression
from report_lint.server.edits import insertion
from report_lint.server.positions import Positions

if TYPE_CHECKING:
    from pathlib import Path

    from report_lint.report import Finding
    from report_lint.server.session import Checked

_LONGEST: Final = 60  # characters of a quote; “…” stands for what is left out
_KEPT: Final = 25
_LINE_ENDS: Final = ("\n", "\r")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """The config that governs a report, or the one that would: where it is and what it holds."""

    path: Path
    text: str | None


def config_for(report: Path) -> ConfigFile | None:
    """Return the config that governs a report, else one beside it that does not exist yet; None if it is unreadable."""
    found = find_config(report.parent)
    if found is None:
        return ConfigFile(report.parent / FILE_NAME, None)
    try:
        return ConfigFile(found.absolute(), found.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None


def acceptance(checked: Checked, finding: Finding, config: ConfigFile, encoding: str) -> WorkspaceEdit | None:
    """Return the edit that adds a suppression of one finding to a config; None where the config cannot take it."""
    uri = from_fs_path(str(config.path))
    report = checked.opened.path
    if uri is None or report is None:
        return None
    text = config.text or ""
    values = {"code": finding.code, "file": report.name, "quote": _shortened(finding.quote), "reason": ""}
    written = with_suppression(text, values, pyproject=config.path.name != FILE_NAME)
    if written is None:
        return None
    at, block = written
    edit = TextEdit(Positions(text, encoding).range(at, at), block)
    identifier = OptionalVersionedTextDocumentIdentifier(uri=uri, version=None)
    changes: list[CreateFile | TextDocumentEdit] = [TextDocumentEdit(identifier, [edit])]
    if config.text is None:
        changes.insert(0, CreateFile(uri=uri, options=CreateFileOptions(ignore_if_exists=True)))
    return WorkspaceEdit(document_changes=list(changes))


def comment(checked: Checked, finding: Finding, *, versioned: bool) -> WorkspaceEdit | None:
    """Return the edit that adds a comment to the line where a finding begins; None for what is no Markdown."""
    source = checked.opened.source
    if source.format != "markdown":
        return None
    found = (source.text.find(end, finding.range.start.offset) for end in _LINE_ENDS)
    at = min((place for place in found if place >= 0), default=len(source.text))
    return insertion(checked, at, f" <!-- report-lint: ignore {finding.code}  -->", versioned=versioned)


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else f"{quote[:_KEPT]}…{quote[-_KEPT:]}"
