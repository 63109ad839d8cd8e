"""`report-lint.toml`: find the one that governs a report, read it, and say where a value was written.

The closest file upwards wins and nothing is merged, except with the one file it names by `extend`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from report_lint.errors import ConfigError, ReportLintError
from report_lint.report import RuleCode, Severity
from report_lint.suppress import Suppression, speaks_of
from report_lint.validation import Loc, TomlFile, read_toml, validated

if TYPE_CHECKING:
    from collections.abc import Sequence

FILE_NAME = "report-lint.toml"
FailOn = Literal["error", "warning", "info", "never"]
OutputFormat = Literal[
    "full", "concise", "checklist", "html", "json", "jsonl", "sarif", "github", "rdjson", "junit", "checkstyle"
]
Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

_PYPROJECT = "pyproject.toml"
_SECTION = ("tool", "report-lint")


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class SuppressTable(_Table):
    """`[[suppress]]`: findings that are accepted, and why."""

    code: RuleCode
    file: Written = ""
    quote: Written = ""
    reason: Written
    until: date | None = None


class ConfigTable(_Table):
    """The keys that a config may have."""

    extend: Written | None = None
    packs: tuple[Written, ...] = Field(default=("national",), min_length=1)
    select: tuple[Written, ...] = ()
    ignore: tuple[Written, ...] = ()
    severity: Mapping[str, Severity] = {}
    profile: Written | None = None
    as_of: date | None = Field(default=None, alias="as-of")
    fail_on: FailOn = Field(default="error", alias="fail-on")
    format: OutputFormat = "full"
    baseline: Written | None = None
    suppress: tuple[SuppressTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The settings that govern a report, and where each was written."""

    packs: tuple[str, ...] = ("national",)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    profile: str | None = None
    as_of: date | None = None
    fail_on: FailOn = "error"
    format: OutputFormat = "full"
    baseline: Path | None = None
    suppress: tuple[Suppression, ...] = ()
    places: Mapping[Loc, tuple[TomlFile, Loc]] = field(default_factory=dict, repr=False)

    def error(self, loc: Loc, message: str) -> ReportLintError | None:
        """Return an error with the file and line of a key, None for a key that no file has."""
        found = self._written(loc)
        return found[0].error(found[1], message) if found else None

    def place(self, loc: Loc) -> str | None:
        """Return the file and line of a key, None for a key that no file has."""
        found = self._written(loc)
        return found[0].place(found[1]) if found else None

    def _written(self, loc: Loc) -> tuple[TomlFile, Loc] | None:
        for end in range(len(loc), 0, -1):
            if loc[:end] in self.places:
                file, written = self.places[loc[:end]]
                return file, (*written, *loc[end:])
        return None

    def suppressions(self, path: Path | None) -> tuple[Suppression, ...]:
        """Return the suppressions that speak of one report; those written for many files are `shared`."""
        name = "" if path is None else path.absolute().as_posix()
        return tuple(
            replace(one, file="", shared=not one.file or "*" in one.file or "?" in one.file)
            for one in self.suppress
            if not one.file or speaks_of(one.file, name)
        )


def find_config(folder: Path) -> Path | None:
    """Return the config that governs the files of a folder: the closest upwards."""
    start = folder.absolute()
    for parent in (start, *start.parents):
        own = parent / FILE_NAME
        if own.is_file():
            return _shown(own)
        project = parent / _PYPROJECT
        if _has_section(project):
            return _shown(project)
    return None


def _has_section(project: Path) -> bool:
    try:
        return b"[tool.report-lint" in project.read_bytes()
    except OSError:
        return False


def load_config(path: Path, today: date) -> Config:
    """Return the settings of a config file, with those of the file that it extends.

    Raises:
        ConfigError: it cannot be read or says something wrong; the message begins with file and line.
    """
    return _load(path, today, ())


def _load(path: Path, today: date, extending: Sequence[Path]) -> Config:
    file = read_toml(path, ConfigError)
    within: Loc = _SECTION if path.name == _PYPROJECT else ()
    if within and "report-lint" not in file.data.get("tool", {}):
        raise file.error((), "没有 [tool.report-lint]")
    table = validated(ConfigTable, file, within)
    base = Config()
    if table.extend is not None:
        target = _shown((path.parent / table.extend).absolute())
        if target.resolve() in (*extending, path.resolve()):
            raise file.error((*within, "extend"), f"extend 绕成了圈：{target} 又引回了本文件")
        if not target.is_file():
            raise file.error((*within, "extend"), f"extend 所指的文件不存在：{target}")
        base = _load(target, today, (*extending, path.resolve()))
    return _merged(base, table, file, within, today)


def _merged(base: Config, table: ConfigTable, file: TomlFile, within: Loc, today: date) -> Config:
    """Return the settings of a table over those of the file it extends.

    A key that is written replaces the other's; severities and suppressions are added to the other's.
    """
    own = {key: getattr(table, key) for key in table.model_fields_set - {"extend", "severity", "suppress"}}
    if "packs" in own:
        own["packs"] = tuple(_pack(name, Path(file.name).parent) for name in table.packs)
    if table.baseline is not None:
        own["baseline"] = _shown((Path(file.name).parent / table.baseline.replace("\\", "/")).absolute())
    fields = type(table).model_fields
    places: dict[Loc, tuple[TomlFile, Loc]] = {(key,): (file, (*within, fields[key].alias or key)) for key in own}
    places |= {("severity", code): (file, (*within, "severity", code)) for code in table.severity}
    first = len(base.suppress)
    places |= {("suppress", first + at): (file, (*within, "suppress", at)) for at in range(len(table.suppress))}
    return replace(
        base,
        **own,
        severity={**base.severity, **table.severity},
        suppress=(*base.suppress, *(_suppression(one, today) for one in table.suppress)),
        places={**base.places, **places},
    )


def _suppression(table: SuppressTable, today: date) -> Suppression:
    expired = table.until is not None and table.until < today
    return Suppression(table.code, table.reason, quote=table.quote, file=table.file, expired=expired)


def _pack(name: str, folder: Path) -> str:
    """Return a folder as a path from the config's own folder; a bare word stays the name of a pack."""
    if "/" in name or "\\" in name:
        return (folder / name.replace("\\", "/")).absolute().as_posix()
    return name


def _shown(path: Path) -> Path:
    """Return a path as errors show it: from the current folder on where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
