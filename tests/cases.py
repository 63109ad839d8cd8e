"""Reads `tests/cases/CODE.md`: texts with brackets around every place that a rule must report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint import SourceText, lint
from report_lint.examples import unmark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report_lint import LintReport
    from report_lint.text import Format

FOLDER = Path(__file__).parent / "cases"
_PREVIOUS = "<!-- previous -->\n"  # what follows is last year's report
_OPTIONS = re.compile(r"\A<!--(?P<options>.*?)-->\n", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """A text, the rule it is about, and the spans that the rule must report."""

    code: str
    title: str
    text: str
    marked: tuple[tuple[int, int], ...]
    options: dict[str, str] = field(default_factory=dict)
    previous: str | None = None

    def __str__(self) -> str:
        """Return the name that pytest shows."""
        return f"{self.code} {self.title}"

    @property
    def source(self) -> SourceText:
        """Return the text as a reader gives it."""
        written = self.options.get("format", "text")
        format_: Format = "markdown" if written == "markdown" else "docx" if written == "docx" else "text"
        counts = {key: int(self.options.get(key, "0")) for key in ("revisions", "comments", "own_comments", "hidden")}
        return SourceText(self.text, format=format_, **counts)

    def lint(self, source: SourceText, select: Sequence[str]) -> LintReport:
        """Return the report of a text under the options of the case."""
        day = self.options.get("as_of")
        return lint(
            source,
            previous=SourceText(self.previous) if self.previous else None,
            profile=self.options.get("profile"),
            as_of=date.fromisoformat(day) if day else None,
            select=select,
        )

    def found(self) -> list[tuple[int, int]]:
        """Return the spans that the rule reports in the text, in the order of the text."""
        report = self.lint(self.source, [self.code])
        return [(finding.range.start.offset, finding.range.end.offset) for finding in report.findings]


def load_cases(folder: Path = FOLDER) -> list[Case]:
    """Return the cases of every file in a folder."""
    return [case for path in sorted(folder.glob("*.md")) for case in read_cases(path)]


def read_cases(path: Path) -> list[Case]:
    """Return the cases of one file: each `## ` heading begins one."""
    cases = []
    for chunk in re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:]:
        title, _, body = chunk.partition("\n")
        options: dict[str, str] = {}
        if found := _OPTIONS.match(body):
            pairs = (pair.partition(":") for pair in found["options"].split(";") if pair.strip())
            options = {key.strip(): value.strip() for key, _, value in pairs}
            body = body[found.end() :]
        body, _, previous = body.partition(_PREVIOUS)
        text, marked = unmark(body.strip("\n"))
        cases.append(Case(path.stem, title.strip(), text, marked, options, previous.strip("\n") or None))
    return cases
