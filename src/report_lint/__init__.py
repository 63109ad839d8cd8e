"""report-lint: check a 法治政府建设年度报告 before it is submitted.

`lint_text(text)` and `lint_file(path)` return a LintReport:

>>> from report_lint import lint_text
>>> report = lint_text("云岭县水利局2024年法治政府建设情况的报告", profile="department/county")
>>> report.document.report_year
2024
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.errors import ConfigError, PackError, ReadError, ReportLintError, UsageError
from report_lint.linter import lint
from report_lint.packs import load_ruleset
from report_lint.readers import read_path
from report_lint.report import (
    Basis,
    ChecklistItem,
    CitedInstrument,
    DocumentFacts,
    Edit,
    Evidence,
    Finding,
    Fix,
    LintOutput,
    LintReport,
    Point,
    Range,
    Severity,
)
from report_lint.ruleset import Ruleset
from report_lint.suppress import Suppression
from report_lint.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

__version__ = "0.1.0"

__all__ = [
    "Basis",
    "ChecklistItem",
    "CitedInstrument",
    "ConfigError",
    "DocumentFacts",
    "Edit",
    "Evidence",
    "Finding",
    "Fix",
    "LintOutput",
    "LintReport",
    "PackError",
    "Point",
    "Range",
    "ReadError",
    "ReportLintError",
    "Ruleset",
    "Severity",
    "SourceText",
    "Suppression",
    "UsageError",
    "__version__",
    "lint",
    "lint_file",
    "lint_text",
    "load_ruleset",
    "read_path",
]


def lint_text(  # noqa: PLR0913  the public options, all keyword-only
    text: str,
    *,
    path: str | None = None,
    ruleset: Ruleset | None = None,
    profile: str | None = None,
    as_of: date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, Severity] | None = None,
    suppressions: Sequence[Suppression] = (),
) -> LintReport:
    """Return the lint report of a text; offsets in it count code points of `text`.

    Args:
        text: the whole report, decoded; never changed or normalised.
        path: the name to show and to match suppressions with; no file is read.
        ruleset: the rules, from `load_ruleset`; the national pack when not given.
        profile: `BODY[/LEVEL]` in place of the detected one: party, government, joint or department,
            and province, city, county or township.
        as_of: the day laws are judged by, in place of the signing day or the end of the report year.
        select: rule codes or prefixes whose findings are shown; all when empty.
        ignore: rule codes or prefixes that do not run.
        severity: another severity for a rule code or prefix.
        suppressions: findings accepted with a reason.

    Raises:
        ReadError: the text is empty.
        UsageError: an unknown profile, rule code or severity.
        PackError: the rules cannot be loaded.
    """
    return lint(
        SourceText(text=text, path=path),
        ruleset=ruleset,
        profile=profile,
        as_of=as_of,
        select=select,
        ignore=ignore,
        severity=severity,
        suppressions=suppressions,
    )


def lint_file(  # noqa: PLR0913  the public options, all keyword-only
    path: str | Path,
    *,
    ruleset: Ruleset | None = None,
    profile: str | None = None,
    as_of: date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, Severity] | None = None,
    suppressions: Sequence[Suppression] = (),
) -> LintReport:
    """Return the lint report of a .txt, .md or .docx file; the other arguments are those of `lint_text`.

    Raises:
        ReadError: the file is missing, damaged, encrypted, too large, or of a kind that cannot be read.
        UsageError: an unknown profile, rule code or severity.
        PackError: the rules cannot be loaded.
    """
    try:
        source = read_path(Path(path))
    except ReadError as error:
        raise ReadError(f"无法读取 {path}：{error}", kind=error.kind) from error
    return lint(
        source,
        ruleset=ruleset,
        profile=profile,
        as_of=as_of,
        select=select,
        ignore=ignore,
        severity=severity,
        suppressions=suppressions,
    )
