"""What a command line says: the values of the flags of every command."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from report_lint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from report_lint.config import FailOn, OutputFormat
    from report_lint.render.columns import Columns
    from report_lint.report import Severity


@dataclass(slots=True)
class Flags:
    """What the command line says; None and empty leave it to the config."""

    paths: Sequence[str] = ()
    codes: Sequence[str] = ()
    titles: Sequence[str] = ()
    format: OutputFormat | None = None
    columns: Columns = "characters"
    output: Path | None = None
    select: list[str] = field(default_factory=list)
    ignore: list[str] = field(default_factory=list)
    severity: list[tuple[str, Severity]] = field(default_factory=list)
    profile: str | None = None
    as_of: date | None = None
    previous: Path | None = None
    fail_on: FailOn | None = None
    pack: list[str] = field(default_factory=list)
    config: Path | None = None
    no_config: bool = False
    stdin_filename: str | None = None
    color: str = "auto"
    statistics: bool = False
    show_config: bool = False
    watch: bool = False
    baseline: Path | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    tcp: str | None = None
    stdio: bool = False


def refuse_both_configs(flags: Flags) -> None:
    """Raise UsageError where a config is named and no config is wanted."""
    if flags.config is not None and flags.no_config:
        raise UsageError("--config 不能和 --no-config 同时使用")
