"""References to acts named before: 该法, 本条例, 及其实施条例."""

from __future__ import annotations

import pytest
from cited import cited


def referred(text: str) -> list[tuple[str, str | None]]:
    """Return each reference as written, and the official title of what it refers to."""
    return [
        (one.title, one.instrument.title.removeprefix("中华人民共和国") if one.instrument else None)
        for one in cited(text)
        if one.form == "reference"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("学习《行政复议法》，该法第九十条", [("该法", "行政复议法")]),
        ("依据行政复议法办理，按照该法要求", [("该法", "行政复议法")]),
        ("贯彻《民法典》，本法自2021年施行", [("本法", "民法典")]),
        ("《民法典》《优化营商环境条例》施行，该法和该条例", [("该法", "民法典"), ("该条例", "优化营商环境条例")]),
        ("《优化营商环境条例》出台，本条例共七章", [("本条例", "优化营商环境条例")]),
        ("《社会救助暂行办法》施行，该办法共十三章", [("该办法", "社会救助暂行办法")]),
        ("学习《法治政府建设与责任落实督察工作规定》，对照该规定", [("该规定", "法治政府建设与责任落实督察工作规定")]),
        ("《预算法》及其实施条例", [("其实施条例", "预算法实施条例")]),
        ("《预算法》和其实施条例", [("其实施条例", "预算法实施条例")]),
        ("《预算法》及实施条例", [("实施条例", "预算法实施条例")]),
        ("《预算法》实施条例", [("实施条例", "预算法实施条例")]),
        ("《预算法》（2018年修正）实施条例", []),
        ("依据预算法及其实施条例", [("其实施条例", "预算法实施条例")]),
        ("《中华人民共和国预算法》（2018年修正）及其实施条例", [("其实施条例", "预算法实施条例")]),
        ("《税收征收管理法》及其实施细则", [("其实施细则", "税收征收管理法实施细则")]),
        ("《行政复议法》《审计法》施行，该法", [("该法", "审计法")]),
        ("《云岭省信访条例》施行，该条例", [("该条例", None)]),
    ],
)
def test_a_reference_stands_for_the_nearest_act_of_its_kind(text: str, found: list[tuple[str, str | None]]) -> None:
    """该法 is the last law before it, 该条例 the last 条例; what a register does not know has no facts."""
    assert found == referred(text)


@pytest.mark.parametrize(
    "text",
    [
        "该法已施行",
        "《优化营商环境条例》施行，该法",
        "《行政复议法》施行。\n该法",
        "《行政复议法》施行，应该规定程序，基本法、根本法",
        "《行政复议法》施行，该法院、该法人、该法律、该法规、该法定代表人",
        "《行政复议法》施行，该规定、该办法",
        "《云岭县工作方案》及其实施细则",
        "《公务员法》及其实施条例",
        "云岭省《水法》实施办法",
        "《预算法》施行，制定其实施条例",
        "《预算法》规定的其实施条例",
    ],
)
def test_a_reference_to_nothing_is_no_citation(text: str) -> None:
    """No act of the kind in the paragraph, another word, or rules that no register has."""
    assert referred(text) == []


def test_a_reference_is_a_citation_without_marks_of_the_kind_of_its_act() -> None:
    """Its span is the word alone, and its status that of the act."""
    text = "宣传《婚姻法》，该法已废止。"

    act, reference = cited(text)

    assert (reference.span.of(text), reference.marked, reference.form) == ("该法", False, "reference")
    assert (reference.kind, reference.status_on_date) == (act.kind, act.status_on_date) == ("law", "repealed")


def test_the_kind_of_implementing_rules_is_their_own() -> None:
    """The 实施条例 of a law is a regulation."""
    assert [one.kind for one in cited("《预算法》及其实施条例")] == ["law", "regulation"]
