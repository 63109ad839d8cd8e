"""Suppressions: findings that were looked at and accepted, with a reason, outside the report itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.report import SuppressedFinding
from report_lint.text import Span, fold

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from report_lint.report import Finding, Suppressor

_GLOB = lazy_pattern(r"\*\*/|\*\*|\*|\?|[^*?]+")
_GLOB_PATTERNS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings that are accepted: those of a code, in the files of a pattern, with a quote.

    `file` is compared with the end of the path (`2024/*.docx`), `quote` with the finding's quote,
    where `…` stands for any text and blanks do not count; empty means any. An `expired` one accepts
    nothing any more. A `shared` one may speak of other files too and is not called unused here.
    One in a comment of the report stands at `place` and speaks of the findings in `lines`.
    """

    code: str
    reason: str
    quote: str = ""
    file: str = ""
    expired: bool = False
    shared: bool = False
    lines: Span | None = None
    place: Span | None = None

    @property
    def kind(self) -> Suppressor:
        """Return where it was written."""
        return "config" if self.place is None else "comment"

    def accepts(self, finding: Finding) -> bool:
        """Tell whether a finding is one of those that are accepted."""
        if self.code != finding.code or not self.reason or (self.quote and not _quoted(self.quote, finding.quote)):
            return False
        at = finding.range
        return self.lines is None or self.lines.overlaps(Span(at.start.offset, at.end.offset))


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings that remain, those that were accepted, and the suppressions that accepted none."""

    kept: tuple[Finding, ...]
    suppressed: tuple[SuppressedFinding, ...]
    unused: tuple[Suppression, ...]


def suppress(
    findings: Sequence[Finding],
    suppressions: Sequence[Suppression],
    path: str | None = None,
    *,
    running: Container[str] | None = None,
) -> Verdict:
    """Sort the findings of one report into kept and suppressed.

    An expired suppression is unused. One for a rule that is not among `running` cannot be judged
    and is never unused.
    """
    here = [one for one in suppressions if not one.file or speaks_of(one.file, path or "")]
    valid = [one for one in here if not one.expired]
    used: set[int] = set()
    kept: list[Finding] = []
    suppressed: list[SuppressedFinding] = []
    for finding in findings:
        accepting = [one for one in valid if one.accepts(finding)]
        used.update(map(id, accepting))
        if accepting:
            suppressed.append(accepted(finding, accepting[0].kind, accepting[0].reason))
        else:
            kept.append(finding)
    unused = tuple(
        one for one in here if id(one) not in used and not one.shared and (running is None or one.code in running)
    )
    return Verdict(tuple(kept), tuple(suppressed), unused)


def accepted(finding: Finding, by: Suppressor, reason: str | None = None) -> SuppressedFinding:
    """Return a finding together with what accepted it, and why."""
    return SuppressedFinding(**finding.__dict__, suppressed_by=by, reason=reason)


def speaks_of(pattern: str, path: str) -> bool:
    """Tell whether a file pattern matches a path, or the end of it from a folder on.

    `*` and `?` stay inside one folder name, `**` crosses folders.
    """
    return _glob(pattern.replace("\\", "/").removeprefix("./")).search(path.replace("\\", "/")) is not None


@lru_cache(maxsize=256)
def _glob(pattern: str) -> re.Pattern[str]:
    pieces = (_GLOB_PATTERNS.get(piece, re.escape(piece)) for piece in _GLOB.findall(pattern))
    return re.compile("(?:^|/)" + "".join(pieces) + "$")


def _quoted(pattern: str, quote: str) -> bool:
    if pattern == quote:
        return True
    return _quote_pattern(pattern).fullmatch(_plain(quote)) is not None


@lru_cache(maxsize=256)
def _quote_pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(_plain(piece)) for piece in pattern.split("…")))


def _plain(text: str) -> str:
    """Return a text without blanks and line ends, as quotes are compared."""
    return "".join(fold(text).text.split())
