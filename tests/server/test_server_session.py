"""What the server keeps between the checks of a text."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from report_lint.commands.flags import Flags
from report_lint.server.documents import OpenDocument
from report_lint.server.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "柳溪县水利局2025年法治政府建设年度报告\n\n一、成效\n依据《中华人民共和国地名管理条例》办理登记。\n"


@pytest.fixture
def session() -> Iterator[Session]:
    """Return a session without configs; what it spares the collector is given back."""
    before = gc.get_freeze_count()
    yield Session(Flags(no_config=True))
    if not before:
        gc.unfreeze()


def test_rules_are_not_searched_for_garbage(session: Session, tmp_path: Path) -> None:
    """The first check takes them out of the collector's sight, for good; the next ones leave it at that."""
    opened = OpenDocument((tmp_path / "报告.txt").as_uri(), "plaintext", 1, TEXT)
    session.check(opened)
    spared = gc.get_freeze_count()
    session.check(opened.changed([], 2, "utf-16"))

    assert spared > 10_000
    assert spared >= gc.get_freeze_count()
