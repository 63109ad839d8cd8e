"""report-lint: check a 法治政府建设年度报告 before it is submitted.

`lint_text(text)` and `lint_file(path)` return a LintReport:

>>> from report_lint import lint_text
>>> report = lint_text("云岭县水利局2024年法治政府建设情况的报告", profile="department/county")
>>> report.document.report_year
2024
"""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from report_lint.errors import ConfigError, PackError, ReadError, ReportLintError, UsageError
from report_lint.fixing import apply_fixes
from report_lint.linter import LintOptions, lint
from report_lint.packs import load_ruleset
from report_lint.readers import read_path
from report_lint.report import (
    Basis,
    Checked,
    ChecklistItem,
    CitedInstrument,
    CitedTitle,
    DocumentFacts,
    Edit,
    Evidence,
    Finding,
    Fix,
    InputError,
    InstrumentFacts,
    LintOutput,
    LintReport,
    PackInfo,
    Point,
    Range,
    RunSummary,
    Severity,
    Summary,
    SuppressedFinding,
    ToolInfo,
)
from report_lint.ruleset import Ruleset
from report_lint.suppress import Suppression
from report_lint.text import SourceText

__version__ = "0.1.0"

__all__ = [
    "Basis",
    "Checked",
    "ChecklistItem",
    "CitedInstrument",
    "CitedTitle",
    "ConfigError",
    "DocumentFacts",
    "Edit",
    "Evidence",
    "Finding",
    "Fix",
    "InputError",
    "InstrumentFacts",
    "LintOptions",
    "LintOutput",
    "LintReport",
    "PackError",
    "PackInfo",
    "Point",
    "Range",
    "ReadError",
    "ReportLintError",
    "Ruleset",
    "RunSummary",
    "Severity",
    "SourceText",
    "Summary",
    "SuppressedFinding",
    "Suppression",
    "ToolInfo",
    "UsageError",
    "__version__",
    "apply_fixes",
    "lint",
    "lint_file",
    "lint_text",
    "load_ruleset",
    "read_path",
]


def lint_text(
    text: str, *, path: str | None = None, previous: str | SourceText | None = None, **options: Unpack[LintOptions]
) -> LintReport:
    """Return the lint report of a text; offsets in it count code points of `text`.

    Args:
        text: the whole report, decoded; never changed or normalised.
        path: the name to show and to match suppressions with; no file is read.
        previous: the text of last year's report, to compare with (CON012); `read_path` reads a file.
        options: `ruleset`, `profile`, `as_of`, `select`, `ignore`, `severity`, `suppressions`: see `lint`.

    Raises:
        ReadError: the text is empty, or that of `previous` is.
        UsageError: an unknown profile, rule code or severity; `previous` has the very same text.
        PackError: the rules cannot be loaded.
    """
    before = SourceText(text=previous) if isinstance(previous, str) else previous
    return lint(SourceText(text=text, path=path), previous=before, **options)


def lint_file(path: str | Path, *, previous: str | Path | None = None, **options: Unpack[LintOptions]) -> LintReport:
    """Return the lint report of a .txt, .md or .docx file.

    Args:
        path: the report.
        previous: the file of last year's report, to compare with (CON012).
        options: `ruleset`, `profile`, `as_of`, `select`, `ignore`, `severity`, `suppressions`: see `lint`.

    Raises:
        ReadError: a file is missing, damaged, encrypted, too large, or of a kind that cannot be read.
        UsageError: an unknown profile, rule code or severity; `previous` has the very same text.
        PackError: the rules cannot be loaded.
    """
    return lint(_read(path), previous=None if previous is None else _read(previous), **options)


def _read(path: str | Path) -> SourceText:
    try:
        return read_path(Path(path))
    except ReadError as error:
        raise ReadError(f"无法读取 {path}：{error}", kind=error.kind) from error
