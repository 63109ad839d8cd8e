"""Thousands of marks, names, articles and declarations are read like a few."""

from __future__ import annotations

import pytest
from cited import cited


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("《" * 10_000, 0),
        ("《甲》" * 10_000, 10_000),
        ("〈" * 10_000, 0),
        ("“" * 10_000 + "行政处罚法", 1),
        ("第" * 10_000, 0),
        ("《刑法》" + "第三条、" * 10_000, 1),
        ("《刑法》第" + "三" * 10_000 + "条", 1),
        ("行政处罚法、" * 10_000, 10_000),
        ("行政处罚法" * 10_000, 1),
        ("法" * 10_000, 0),
        ("《甲》（" * 10_000, 10_000),
        ("《甲》" + "（" * 10_000, 1),
        ("该法" * 10_000, 0),
        ("国办发〔2018〕118号" * 5_000, 0),
        ("《刑法》（以下简称“乙法”）" + "落实乙法，" * 5_000, 5_001),
        ("《甲》（以下简称“乙”）" * 5_000, 5_000),
        ("以下简称" * 10_000, 0),
        ("《甲省信访条例》《优化营商环境条例》" * 5_000, 10_000),
        ("".join(f"《甲省第{number}信访条例》、《信访条例》" for number in range(5_000)), 10_000),
    ],
)
def test_repetition_is_read_once_through(text: str, count: int) -> None:
    """No start is searched from again and again: all of these would take minutes otherwise."""
    assert count == len(cited(text))
