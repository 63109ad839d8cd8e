"""`check --watch`: as a process, while files change under it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from report_lint.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = str(Path(main.__code__.co_filename).parents[1])
TEXT = "临溪县民政局2023年法治政府建设年度报告\n一、主要举措和成效\n学习《中华人民共和国合同法》。\n"
FOUND = b"a.txt:3:3: error CIT006"
WAITING = "等待文件改动，按 Ctrl+C 结束\n".encode()


# A shell lets what it runs in the background ignore Ctrl+C, and with it the tests that run there.
PROGRAM = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from report_lint.cli import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.fixture
def watching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """Start to watch one report; what is printed goes to out and err."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("base.json").write_bytes(b'{"version": 1}')
    command = [
        sys.executable,
        "-c",
        PROGRAM,
        "check",
        ".",
        "--watch",
        "--format",
        "concise",
        "--select",
        "CIT006",
        "--baseline",
        "base.json",
    ]
    with Path("out").open("wb") as out, Path("err").open("wb") as err:
        process = subprocess.Popen(
            command,
            stdout=out,
            stderr=err,
            env={**os.environ, "PYTHONPATH": SOURCE},
        )
        yield process
        process.kill()
        process.wait()


def wait(checks: int) -> bytes:
    """Wait until so many checks have ended, and return what the last of them printed."""
    for _ in range(600):
        if Path("err").read_bytes().count(WAITING) == checks:
            return Path("out").read_bytes().split("，法规资料".encode())[-2]
        time.sleep(0.1)
    raise AssertionError(Path("err").read_bytes().decode())


def test_checks_again_after_each_change(watching: subprocess.Popen[bytes]) -> None:
    """A corrected report, a new one, a new config and baseline, a wrong config; Ctrl+C ends it without noise."""
    assert FOUND in wait(1)

    Path("a.txt").write_text(TEXT.replace("合同法", "民法典"), encoding="utf-8")
    assert FOUND not in wait(2)

    Path("b.txt").write_text(TEXT, encoding="utf-8")
    assert FOUND.replace(b"a.txt", b"b.txt") in wait(3)

    Path("report-lint.toml").write_text('ignore = ["CIT006"]\n', encoding="utf-8")
    assert b"CIT006" not in wait(4)

    Path("report-lint.toml").unlink()
    assert b"CIT006" in wait(5)

    assert main(["baseline", "b.txt", "-o", "base.json", "--select", "CIT006"]) == 0
    assert b"CIT006" not in wait(6)

    Path("report-lint.toml").write_text('ignore = ["CIT\n', encoding="utf-8")
    wait(7)

    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=30) == 130
    errors = Path("err").read_bytes().decode()
    assert "error: report-lint.toml:1: " in errors
    assert "Traceback" not in errors
    assert errors.count("等待文件改动") == 7
