"""Baselines: the findings that are known and accepted, by file and fingerprint, so that only new ones count."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from report_lint.assemble import summary
from report_lint.errors import UsageError
from report_lint.files import read_limited
from report_lint.report import RuleCode
from report_lint.suppress import accepted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.report import Finding, LintReport

VERSION = 1
_ABOUT = (
    "report-lint 的基线：已知并接受的问题。按 fingerprint 认，code、message、quote 供人看；check --baseline 使用它。"
)


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Known(_Table):
    """One accepted finding; rule and fingerprint decide, the words are for people."""

    code: RuleCode
    fingerprint: Annotated[str, Field(min_length=1)]
    message: str = ""
    quote: str = ""


class KnownFile(_Table):
    """The accepted findings of one report; its path is written from the folder of the baseline on."""

    path: Annotated[str, Field(min_length=1)]
    findings: tuple[Known, ...]


class BaselineTable(_Table):
    """The file as it is written."""

    version: Literal[1]
    about: str = ""
    files: tuple[KnownFile, ...] = ()


@dataclass(slots=True)
class Baseline:
    """A baseline in use; `seen` are the files that reports of this run were found to be."""

    folder: Path
    files: tuple[KnownFile, ...]
    seen: dict[str, str] = field(default_factory=dict)

    def accept(self, report: LintReport, path: Path | None) -> tuple[LintReport, tuple[Known, ...]]:
        """Return a report with its known findings among the suppressed, and what the baseline knows in vain."""
        known = self._file_of(report, path)
        if known is None:
            return report, ()
        left = Counter((one.code, one.fingerprint) for one in known.findings)
        kept: list[Finding] = []
        expected: list[Finding] = []
        for finding in report.findings:
            key = (finding.code, finding.fingerprint)
            (expected if left[key] > 0 else kept).append(finding)
            left[key] -= 1
        stale = tuple(one for one in known.findings if left[one.code, one.fingerprint] > 0)
        return _with(report, kept, expected), stale

    def missing(self) -> tuple[str, ...]:
        """Return the files that are known, are no more, and are no report of this run under a new name."""
        return tuple(
            one.path for one in self.files if one.path not in self.seen and not (self.folder / one.path).exists()
        )

    def _file_of(self, report: LintReport, path: Path | None) -> KnownFile | None:
        """Return what is known of a report: under its path, else under that of a file that is no more.

        A renamed report is recognised by at least half of what was known of it.
        """
        name = relative(path, self.folder) if path is not None else ""
        found = next((one for one in self.files if one.path == name), None)
        if found is None:
            prints = {finding.fingerprint for finding in report.findings}
            gone = [one for one in self.files if one.path in self.missing() and one.findings]
            scores = {one.path: sum(known.fingerprint in prints for known in one.findings) for one in gone}
            found = max(gone, key=lambda one: scores[one.path], default=None)
            if found is not None and 2 * scores[found.path] < len(found.findings):
                found = None
        if found is not None:
            self.seen[found.path] = name
        return found


def relative(path: Path, folder: Path) -> str:
    """Return how a baseline in a folder names a report; another drive keeps its whole path."""
    try:
        return Path(os.path.relpath(path.absolute(), folder.absolute())).as_posix()
    except ValueError:
        return path.absolute().as_posix()


def load_baseline(path: Path) -> Baseline:
    """Return the baseline in a file.

    Raises:
        UsageError: it cannot be read, or is none.
    """
    try:
        data = read_limited(path)
    except FileNotFoundError as error:
        raise UsageError(f"找不到基线文件 {path}，可用 report-lint baseline 报告… -o {path} 生成") from error
    except OSError as error:
        raise UsageError(f"无法读取基线文件 {path}，请检查它是不是文件、有没有权限") from error
    try:
        table = BaselineTable.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        first = error.errors()[0]
        if first["loc"] == ("version",):
            raise UsageError(f"{path} 不是版本 {VERSION} 的基线文件，请用 report-lint baseline 重新生成") from error
        where = ".".join(map(str, first["loc"]))
        place = f"（{where}）" if where else ""
        raise UsageError(f"{path} 不是基线文件，或已损坏{place}，请用 report-lint baseline 重新生成") from error
    return Baseline(path.absolute().parent, table.files)


def written(reports: Iterable[tuple[str, LintReport]]) -> str:
    """Return the text of a baseline that accepts all findings of some reports, sorted so that it compares well."""
    files = [
        {"path": path, "findings": [_known(one) for one in sorted(report.findings, key=_order)]}
        for path, report in sorted(reports, key=lambda one: one[0])
        if report.findings
    ]
    return json.dumps({"version": VERSION, "about": _ABOUT, "files": files}, ensure_ascii=False, indent=2) + "\n"


def _order(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.quote, finding.fingerprint


def _known(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "fingerprint": finding.fingerprint,
        "message": finding.message,
        "quote": finding.quote,
    }


def _with(report: LintReport, kept: list[Finding], known: list[Finding]) -> LintReport:
    codes = {finding.code for finding in kept}
    checklist = tuple(
        item.model_copy(update={"codes": tuple(code for code in item.codes if code in codes)})
        for item in report.checklist
    )
    return report.model_copy(
        update={
            "findings": tuple(kept),
            "suppressed": (*report.suppressed, *(accepted(one, "baseline") for one in known)),
            "summary": summary(kept),
            "checklist": checklist,
        }
    )
