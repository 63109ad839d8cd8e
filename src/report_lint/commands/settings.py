"""What holds for one report: the flags over the config that governs it, checked against the rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.config import Config, FailOn, find_config, load_config
from report_lint.errors import PackError, ReportLintError, UsageError
from report_lint.packs import find_pack, load_ruleset
from report_lint.parsing.profile import parse_profile
from report_lint.selection import check_selectors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from report_lint.commands.flags import Flags
    from report_lint.linter import LintOptions
    from report_lint.report import Severity
    from report_lint.ruleset import Ruleset
    from report_lint.suppress import Suppression
    from report_lint.validation import Loc


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """The settings of the reports that one config governs."""

    config: Config
    ruleset: Ruleset
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: Mapping[str, Severity]
    profile: str | None
    as_of: date | None
    fail_on: FailOn
    packs: tuple[str, ...] = ()
    path: Path | None = None
    baseline: Path | None = None

    def options(self, suppressions: Sequence[Suppression]) -> LintOptions:
        """Return what `lint` takes of them, with the findings accepted in one report."""
        return {
            "ruleset": self.ruleset,
            "profile": self.profile,
            "as_of": self.as_of,
            "select": self.select,
            "ignore": self.ignore,
            "severity": self.severity,
            "suppressions": suppressions,
        }


@dataclass(slots=True)
class SettingsFinder:
    """Finds the settings of each report; a config is read once, and one that is wrong is wrong for all it governs."""

    flags: Flags
    today: date
    _configs: dict[Path, Path | None] = field(default_factory=dict)
    _settings: dict[Path | None, Settings | ReportLintError] = field(default_factory=dict)

    def of(self, folder: Path) -> Settings:
        """Return the settings of the reports in a folder.

        Raises:
            ConfigError: the config is wrong, or names rules that do not exist.
            PackError: a pack is wrong.
            UsageError: a flag names a rule or a profile that does not exist.
        """
        path = self._config(folder)
        if path not in self._settings:
            try:
                self._settings[path] = self._read(path)
            except UsageError:
                raise
            except ReportLintError as error:
                self._settings[path] = error
        found = self._settings[path]
        if isinstance(found, ReportLintError):
            raise found
        return found

    def _config(self, folder: Path) -> Path | None:
        if self.flags.no_config or self.flags.config is not None:
            return self.flags.config
        if folder not in self._configs:
            self._configs[folder] = find_config(folder)
        return self._configs[folder]

    def _read(self, path: Path | None) -> Settings:
        flags = self.flags
        config = load_config(path, self.today) if path is not None else Config()
        if not flags.pack:
            _check_packs(config)
        packs = tuple(_as_folder(name) for name in flags.pack) or config.packs
        ruleset = load_ruleset(packs)
        _check_flags(flags, ruleset)
        _check_config(config, ruleset)
        return Settings(
            config=config,
            ruleset=ruleset,
            select=tuple(flags.select) or config.select,
            ignore=tuple(flags.ignore) or config.ignore,
            severity={**config.severity, **dict(flags.severity)},
            profile=flags.profile or config.profile,
            as_of=flags.as_of or config.as_of,
            fail_on=flags.fail_on or config.fail_on,
            packs=packs,
            path=path,
            baseline=flags.baseline or config.baseline,
        )


def _as_folder(name: str) -> str:
    """Return a --pack as a path where there is such a folder: the flag takes a folder, a bare word too."""
    return str(Path(name).absolute()) if Path(name, "pack.toml").is_file() else name


def _check_packs(config: Config) -> None:
    """Raise ConfigError with file and line for a pack that is not there."""
    for at, name in enumerate(config.packs):
        try:
            find_pack(name)
        except PackError as error:
            raise config.error(("packs", at), str(error)) or error from error


def _check_flags(flags: Flags, ruleset: Ruleset) -> None:
    check_selectors(ruleset, [*flags.select, *flags.ignore, *(code for code, _ in flags.severity)])
    if flags.profile is not None:
        parse_profile(flags.profile)


def _check_config(config: Config, ruleset: Ruleset) -> None:
    """Raise ConfigError with file and line for a rule or a profile that does not exist."""
    codes: list[tuple[Loc, str]] = [
        *((("select", at), code) for at, code in enumerate(config.select)),
        *((("ignore", at), code) for at, code in enumerate(config.ignore)),
        *((("severity", code), code) for code in config.severity),
        *((("suppress", at, "code"), one.code) for at, one in enumerate(config.suppress)),
    ]
    loc: Loc = ("profile",)
    try:
        if config.profile is not None:
            parse_profile(config.profile)
        for loc, code in codes:  # noqa: B007  the key of the code that is being checked
            check_selectors(ruleset, [code])
    except UsageError as error:
        raise config.error(loc, str(error)) or error from error
