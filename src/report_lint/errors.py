"""The errors that report-lint raises; every message is one Chinese sentence a clerk can act on."""

from __future__ import annotations

from typing import Literal

ReadErrorKind = Literal[
    "missing",
    "folder",
    "empty",
    "encoding",
    "unsupported",
    "damaged",
    "encrypted",
    "too-large",
    "unreadable",
    "unwritable",  # it was read, and its corrections could not be written
]


class ReportLintError(Exception):
    """The parent of every error that report-lint raises on purpose."""


class ReadError(ReportLintError):
    """An input could not be read, or not be written back; `kind` is what the JSON output puts into `errors[].kind`."""

    def __init__(self, message: str, *, kind: ReadErrorKind = "unreadable") -> None:
        """Keep the sentence and the machine-readable kind."""
        super().__init__(message)
        self.kind: ReadErrorKind = kind


class ConfigError(ReportLintError):
    """`report-lint.toml` or `[tool.report-lint]` is wrong; the message begins with file and line."""


class PackError(ReportLintError):
    """A rule pack is wrong; the message begins with file and line."""


class UsageError(ReportLintError):
    """A flag or an argument is wrong: an unknown rule code, profile or day."""
