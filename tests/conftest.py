"""What several test modules use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

# How fast something is belongs to benchmarks/; a busy machine must not fail a test.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture
def assert_snapshot() -> Callable[[str, str], None]:
    """Compare a text with the stored one; REPORT_LINT_UPDATE_SNAPSHOTS=1 stores it instead."""

    def compare(name: str, text: str) -> None:
        path = SNAPSHOTS / name
        if os.environ.get("REPORT_LINT_UPDATE_SNAPSHOTS") == "1":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"no stored {name}; run with REPORT_LINT_UPDATE_SNAPSHOTS=1"
        assert path.read_bytes().decode() == text

    return compare


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that skips for want of a program fails: CI installs all of them."""
    report = yield
    if report.skipped and os.environ.get("CI") and "is not installed" in str(report.longrepr):
        report.outcome = "failed"
    return report
