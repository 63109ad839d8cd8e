"""`check --watch`: check again whenever a report, or what it is checked by, has changed, until it is interrupted."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from report_lint.commands.output import complain, remark
from report_lint.config import find_config
from report_lint.errors import ReportLintError
from report_lint.readers import find_reports

if TYPE_CHECKING:
    from collections.abc import Callable

    from report_lint.commands.flags import Flags

    State = dict[Path, tuple[int, int]]

_SECONDS = 0.3
_CLEAR = "\x1b[2J\x1b[H"


def watch(flags: Flags, check: Callable[[], int], seconds: float = _SECONDS) -> NoReturn:
    """Check now and after each change; a file is looked at once it has come to rest, as editors write in steps."""
    checked: State | None = None
    before: State = {}
    while True:
        state = _state(flags)
        if state != checked and (checked is None or state == before):
            checked = state
            if sys.stdout.isatty() and flags.output is None:
                sys.stdout.write(_CLEAR)
            try:
                check()
            except ReportLintError as error:  # a config that is half written now may be whole the next time
                complain(str(error))
            remark("等待文件改动，按 Ctrl+C 结束")
        before = state
        time.sleep(seconds)


def _state(flags: Flags) -> State:
    """Return when each report, and what it is checked by, was changed last, and its size."""
    reports = list(find_reports(map(Path, flags.paths)))
    state = {path: _stamp(path) for path in reports}
    if not flags.no_config:
        folders = {path.parent for path in reports}
        found = [flags.config] if flags.config else [find_config(folder) for folder in folders]
        state |= {config: _stamp(config) for config in found if config is not None}
    state |= {path: _stamp(path) for path in (flags.baseline, flags.previous) if path is not None}
    return state


def _stamp(path: Path) -> tuple[int, int]:
    try:
        known = path.stat()
    except OSError:
        return 0, 0
    return known.st_mtime_ns, known.st_size
