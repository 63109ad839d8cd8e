"""What the server knows: the settings that govern each folder, and the last check of a text."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.baseline import load_baseline
from report_lint.commands.settings import SettingsFinder
from report_lint.errors import ConfigError, PackError, ReadError, ReportLintError
from report_lint.linter import lint
from report_lint.parsing import parse
from report_lint.parsing.profile import parse_profile
from report_lint.server.positions import Positions

if TYPE_CHECKING:
    from report_lint.baseline import Baseline
    from report_lint.commands.flags import Flags
    from report_lint.commands.settings import Settings
    from report_lint.document import Document
    from report_lint.report import Finding, LintReport
    from report_lint.server.documents import OpenDocument


@dataclass(frozen=True, slots=True)
class Trouble:
    """A config or a pack that cannot be used: the sentence about it, and what was used instead, if anything."""

    sentence: str


@dataclass(frozen=True)
class Checked:
    """The check of one version of a document."""

    opened: OpenDocument
    report: LintReport
    settings: Settings
    positions: Positions
    trouble: Trouble | None = None

    @cached_property
    def parsed(self) -> Document:
        """Return the parsed report, which only the outline needs."""
        profile = parse_profile(self.settings.profile) if self.settings.profile else None
        vocabulary = self.settings.ruleset.vocabulary
        return parse(self.opened.source, vocabulary, profile=profile, as_of=self.settings.as_of)

    def findings_at(self, start: int, end: int) -> list[Finding]:
        """Return the findings that share a character with a span, or touch an empty one."""
        return [
            one
            for one in self.report.findings
            if one.range.start.offset < max(end, start + 1) and start < one.range.end.offset
        ]


@dataclass(slots=True)
class Session:
    """Checks documents by the configs that govern them; one that turns wrong does not undo what was read before."""

    flags: Flags
    encoding: str = "utf-16"
    _finder: SettingsFinder | None = None
    _spared: set[Settings] = field(default_factory=set)
    _last: dict[Path, Settings] = field(default_factory=dict)
    _baselines: dict[Path, tuple[int | None, Baseline]] = field(default_factory=dict)

    def reload(self) -> None:
        """Read the configs again when they are next needed."""
        self._finder = None
        self._spared.clear()

    def check(self, opened: OpenDocument) -> Checked | Trouble | None:
        """Return the check of a document, None where it holds no text.

        A config that cannot be used is told as trouble; until it can, the settings that were read last stay.
        """
        folder = (opened.path.parent if opened.path else Path()).absolute()
        trouble: Trouble | None = None
        try:
            settings = self._settings(folder)
        except (ConfigError, PackError) as error:
            trouble = Trouble(str(error))
            if folder not in self._last:
                return trouble
            settings = self._last[folder]
        try:
            report = lint(opened.source, **settings.options(settings.config.suppressions(opened.path)))
        except ReadError:
            return None
        except ReportLintError as error:
            return Trouble(str(error))
        self._spare_the_collector(settings)
        try:
            report = self._without_known(report, opened.path, settings.baseline)
        except ReportLintError as error:
            trouble = trouble or Trouble(str(error))
        return Checked(opened, report, settings, Positions(opened.text, self.encoding), trouble)

    def _spare_the_collector(self, settings: Settings) -> None:
        """Take rules and registers, once they are read and used, out of what is searched for garbage.

        They stay as long as the server; searching them took 70 ms, which one change in twenty had to wait for.
        """
        if settings not in self._spared:
            self._spared.add(settings)
            gc.collect()
            gc.freeze()

    def _without_known(self, report: LintReport, report_path: Path | None, path: Path | None) -> LintReport:
        """Return a report without what a baseline knows, which is read again when it has changed."""
        if path is None or report_path is None:
            return report
        stamp = path.stat().st_mtime_ns if path.is_file() else None
        known = self._baselines.get(path)
        if known is None or known[0] != stamp:
            known = self._baselines[path] = (stamp, load_baseline(path))
        return replace(known[1], seen={}).accept(report, report_path)[0]

    def _settings(self, folder: Path) -> Settings:
        if self._finder is None:
            self._finder = SettingsFinder(self.flags, datetime.now().astimezone().date())
        self._last[folder] = found = self._finder.of(folder)
        return found
