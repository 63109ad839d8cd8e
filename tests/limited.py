"""Runs the program where the system refuses things: a limit of size, permissions that bind root too."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from report_lint.cli import main

_SOURCE = str(Path(main.__code__.co_filename).parents[1])
# Root may write everywhere; without these two rights it is as bound by permissions as anybody.
AS_A_USER = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
needs_permissions = pytest.mark.skipif(
    bool(AS_A_USER) and shutil.which("setpriv") is None, reason="setpriv is not installed"
)


def run(*arguments: str, before: tuple[str, ...] = (), size: int | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the program with some arguments, in front of it a command, under it a limit on the size of files.

    It keeps no compiled modules: Python would cut them short at the limit, and later runs would fail.
    """
    return subprocess.run(
        [*before, sys.executable, "-m", "report_lint", *arguments],
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": _SOURCE, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=None if size is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
