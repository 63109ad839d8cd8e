"""The tool that builds the register: what it takes over, and what it leaves unknown."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

TOOL = Path(__file__).parents[1] / "tools" / "build_register.py"


@pytest.fixture(scope="module")
def tool() -> Any:  # noqa: ANN401  a module loaded by its path
    """Return the tool as a module."""
    spec = importlib.util.spec_from_file_location("build_register", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_register"] = module
    spec.loader.exec_module(module)
    return module


def _law(**facts: object) -> dict[str, object]:
    return {
        "name": "中华人民共和国甲法",
        "level": "法律",
        "promulgated": "2020-01-01",
        "effective": "2020-02-01",
        "effective_certainty": "certain",
        "status": "有效",
        "articles": 10,
        "version": "1/1",
    } | facts


def test_versions_of_an_act_are_lines_in_the_order_of_age(tool: Any) -> None:  # noqa: ANN401
    """Whatever the order of the input, the oldest version comes first and the newest stays open."""
    newer = _law(version="2/2", promulgated="2023-01-01", effective="2023-02-01")
    older = _law(version="1/2", superseded_on="2023-02-01", status="已修改")

    lines = tool.from_laws([newer, older])["甲法"]

    assert [(line.effective, line.superseded) for line in lines] == [("2020-02-01", "2023-02-01"), ("2023-02-01", "")]


@pytest.mark.parametrize(
    "facts", [{"level": "部门规章"}, {"level": "司法解释"}, {"status": "已废止"}, {"status_conflict": True}]
)
def test_acts_whose_force_is_not_known_are_known_by_title_only(tool: Any, facts: dict[str, object]) -> None:  # noqa: ANN401
    """No effective day means that nothing is said about force."""
    (line,) = tool.from_laws([_law(**facts)])["甲法"]

    assert (line.title, line.effective, line.certainty) == ("中华人民共和国甲法", "", "")


def test_several_texts_under_one_title_are_one_known_title(tool: Any) -> None:  # noqa: ANN401
    """Decisions called alike are not versions of one another."""
    decisions = [_law(name="关于修改部分法规的决定", version=f"{at}/2") for at in (1, 2)]

    (line,) = tool.from_laws(decisions)["关于修改部分法规的决定"]

    assert (line.promulgated, line.effective) == ("", "")


@pytest.mark.parametrize(
    ("confirmed", "expected"),
    [
        (["date", "doc_no", "title"], ("2020-05-06", "甲发〔2020〕1号", "2020-06-01")),
        (["title", "doc_no"], ("", "甲发〔2020〕1号", "")),
        ([], ("", "", "")),
    ],
)
def test_only_confirmed_facts_of_documents_are_taken_over(
    tool: Any,  # noqa: ANN401
    confirmed: list[str],
    expected: tuple[str, str, str],
) -> None:
    """An empty list of confirmed facts leaves the title and nothing more."""
    row = {
        "name": "关于甲的意见",
        "level": "规范性文件",
        "doc_no": "甲发〔2020〕1号",
        "date": "2020-05-06",
        "effective": "2020-06-01",
        "confirmed": confirmed,
    }
    found: dict[str, list[Any]] = {}

    tool.add_party_and_policy(found, [row])

    (line,) = found["关于甲的意见"]
    assert expected == (line.promulgated, line.number, line.effective)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ("2021-01-01", "中华人民共和国乙法")),
        ({"same_name": True}, None),
        ({"name_still_in_force": True}, None),
        ({"repealed_on": None}, None),
        ({"by_level": "?"}, ("2021-01-01", "")),
        ({"replaced_by": "关于废止部分法规的决定"}, ("2021-01-01", "")),
    ],
)
def test_only_usable_repeals_are_taken_over(
    tool: Any,  # noqa: ANN401
    facts: dict[str, object],
    expected: tuple[str, str] | None,
) -> None:
    """A successor is named only where the repealing act was identified and is no mere decision."""
    row = {
        "name": "甲条例",
        "repealed_on": "2021-01-01",
        "replaced_by": "中华人民共和国乙法",
        "by_level": "法律",
    } | facts
    found: dict[str, list[Any]] = {}

    tool.add_repeals(found, [row], {})

    lines = found.get("甲条例")
    assert expected == ((lines[-1].repealed, lines[-1].successor) if lines else None)


def test_a_repeal_that_was_withdrawn_leaves_the_title(tool: Any) -> None:  # noqa: ANN401
    """A correction by hand takes the day away, not the instrument."""
    row = {"name": "甲条例", "repealed_on": "2021-01-01", "by_level": "法律"}
    found: dict[str, list[Any]] = {}

    tool.add_repeals(found, [row], {"甲条例": "原因"})

    assert found["甲条例"][-1].repealed == ""


def test_writing_is_deterministic_and_sorted(tool: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """The same facts in another order give the same bytes, and the result passes its own checks."""
    rows = [_law(name=name) for name in ("丙法", "乙法", "甲法")]
    first, second = tmp_path / "first.tsv", tmp_path / "second.tsv"

    tool.write(tool.from_laws(rows), first)
    tool.write(tool.from_laws(reversed(rows)), second)

    keys = [line.split("\t")[0] for line in first.read_text("utf-8").splitlines()[1:]]
    assert first.read_bytes() == second.read_bytes()
    assert keys == sorted(keys)
