"""Titles that a place and the state share: whose act is cited."""

from __future__ import annotations

import pytest
from cited import cited

LOCAL = "修订《云岭省优化营商环境条例》。"


def kinds(text: str) -> list[str]:
    """Return the kind of each citation."""
    return [one.kind for one in cited(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LOCAL}宣传《优化营商环境条例》", ["local", "local"]),
        (f"宣传《优化营商环境条例》。{LOCAL}", ["local", "local"]),
        (f"{LOCAL}宣传优化营商环境条例", ["local", "local"]),
        (f"{LOCAL}宣传《公平竞争审查条例》", ["local", "regulation"]),
        (f"{LOCAL}宣传国务院《优化营商环境条例》", ["local", "regulation"]),
        (f"{LOCAL}宣传《优化营商环境条例》（国务院令第722号）", ["local", "regulation"]),
        ("宣传《优化营商环境条例》和《云岭省优化营商环境条例》", ["regulation", "local"]),
        ("修订《云岭省行政复议法》，宣传《行政复议法》", ["unknown", "law"]),
        ("修订《云岭省政府信息公开条例》，宣传《中华人民共和国政府信息公开条例》", ["local", "regulation"]),
    ],
)
def test_a_short_title_is_the_local_acts_unless_the_text_says_otherwise(text: str, expected: list[str]) -> None:
    """A list of both, 国务院 in front and the number of its order behind show that the national act is meant."""
    assert expected == kinds(text)


def test_a_declared_short_name_keeps_what_it_was_declared_for() -> None:
    """《条例》 ends like every 条例 of a place, and stands for what was declared."""
    citations = cited(f"落实《公平竞争审查条例》（以下简称《条例》）。{LOCAL}学习《条例》")

    assert [one.kind for one in citations] == ["regulation", "regulation", "local", "regulation"]


def test_what_refers_to_a_local_act_is_local_too() -> None:
    """A short name and 该条例 go with the title that they stand for."""
    citations = cited(f"{LOCAL}落实《优化营商环境条例》（以下简称《条例》），该条例共八章，《条例》")

    assert [one.kind for one in citations] == ["local"] * 5
    assert {one.instrument for one in citations} == {None}
