"""The values of options: read from what is written, or refused with a sentence that says how to write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.commands.parser import suggestion
from report_lint.errors import UsageError
from report_lint.lazy import lazy_pattern
from report_lint.report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_DAY = lazy_pattern("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SEPARATORS = lazy_pattern("[,，、\\s]+")


def one_of(name: str, choices: Sequence[str]) -> Callable[[str], str]:
    """Return a reader of one of several words; it raises UsageError for any other."""

    def parse(written: str) -> str:
        if written not in choices:
            near = suggestion(written, choices)
            raise UsageError(f"{name} 的值是“{written}”，应为 {'、'.join(choices)} 之一{near}")
        return written

    return parse


def codes(written: str) -> list[str]:
    """Return rule codes and prefixes in capitals; raises UsageError where none is written."""
    found = [code.upper() for code in _SEPARATORS.split(written) if code]
    if not found:
        raise UsageError("--select 和 --ignore 后面应有规则编号，例如 STR,CIT006")
    return found


def day(written: str) -> date:
    """Return a day; raises UsageError for what is none."""
    try:
        if match := _DAY.fullmatch(written):
            year, month, day = map(int, match.groups())
            return date(year, month, day)
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"--as-of 的值是“{written}”，应为日期，例如 2026-01-09") from error


def output_file(written: str) -> Path | None:
    """Return the file to write; None for “-”, which is standard output as it is standard input among the paths."""
    return None if written == "-" else Path(written)


def severity(written: str) -> tuple[str, str]:
    """Return a rule and its severity from CODE=LEVEL; raises UsageError for what is written otherwise."""
    code, equals, level = written.partition("=")
    if not equals or level not in SEVERITIES:
        raise UsageError(
            f"--severity 的值是“{written}”，应写成 编号=级别，例如 CIT006=info，级别为 {'、'.join(SEVERITIES)} 之一"
        )
    return code.upper(), level
