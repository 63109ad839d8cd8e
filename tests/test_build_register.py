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
    sys.path.insert(0, str(TOOL.parent))
    spec.loader.exec_module(module)
    sys.path.remove(str(TOOL.parent))
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


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"doc_no": "国务院令第900号"}, "国务院令第900号"),
        ({"doc_no": "国务院令第900号", "promulgated": "2020-01"}, ""),
        ({"doc_no": "法释〔2020〕1号"}, ""),
        ({}, ""),
    ],
)
def test_a_number_is_taken_over_where_its_day_confirms_it(tool: Any, facts: dict[str, object], expected: str) -> None:  # noqa: ANN401
    """Only the numbers of orders whose day is known can be checked against one another."""
    (line,) = tool.from_laws([_law(level="行政法规", **facts)])["甲法"]

    assert expected == line.number


def test_a_number_belongs_to_one_version(tool: Any) -> None:  # noqa: ANN401
    """A number that is known to be of an older version moves there, with a line of its own if need be."""
    lines = [tool.Line("甲条例", "行政法规", number="国务院令第10号", promulgated="2020-01-01")]

    tool._number(lines, "2001-01-01", "国务院令第10号")  # noqa: SLF001

    assert [("2001-01-01", "国务院令第10号"), ("2020-01-01", "")] == [(line.promulgated, line.number) for line in lines]


def test_a_number_years_out_of_turn_is_refused(tool: Any) -> None:  # noqa: ANN401
    """Orders are numbered as they are signed, which tells a number that was put to the wrong version."""
    found = {
        "甲": [tool.Line("甲条例", "行政法规", number="国务院令第10号", promulgated="2020-01-01")],
        "乙": [tool.Line("乙条例", "行政法规", number="国务院令第11号", promulgated="2005-01-01")],
    }

    with pytest.raises(SystemExit, match="国务院令第11号 乙条例"):
        tool._refuse_misplaced_numbers(found)  # noqa: SLF001


def test_a_first_version_must_be_of_the_day_it_was_adopted(tool: Any) -> None:  # noqa: ANN401
    """A title is called new only where the first version at hand is that of its adoption."""
    lines = tool.from_laws([_law()])["甲法"]

    with pytest.raises(SystemExit, match="the first version is of 2020-01-01"):
        tool._mark_first(lines, "甲法", "2019-01-01")  # noqa: SLF001
    tool._mark_first(lines, "甲法", "2020-01-01")  # noqa: SLF001

    assert {"first"} == lines[0].flags


def test_acts_of_provinces_mark_their_national_namesakes(tool: Any) -> None:  # noqa: ANN401
    """A regulation whose title a province uses for its own is marked, an act is not."""
    found = tool.from_laws([_law(name="甲条例", level="行政法规"), _law(name="乙条例", level="行政法规")])

    tool.mark_namesakes(found, [{"name": "云岭省甲条例"}, {"name": "云岭省实施乙条例办法"}])

    assert [{"namesake"}, set()] == [found[name][-1].flags for name in ("甲条例", "乙条例")]


def test_a_contradicted_status_says_nothing_of_any_version(tool: Any) -> None:  # noqa: ANN401
    """Where the sources disagree about an act, none of its versions has a day of force."""
    older = _law(version="1/2", superseded_on="2023-02-01", status="已修改")
    newer = _law(version="2/2", promulgated="2023-01-01", effective="2023-02-01", status_conflict=True)

    assert ["", ""] == [line.effective for line in tool.from_laws([older, newer])["甲法"]]


def test_writing_is_deterministic_and_sorted(tool: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """The same facts in another order give the same bytes, and the result passes its own checks."""
    rows = [_law(name=name) for name in ("丙法", "乙法", "甲法")]
    first, second = tmp_path / "first.tsv", tmp_path / "second.tsv"

    tool.write(tool.from_laws(rows), first)
    tool.write(tool.from_laws(reversed(rows)), second)

    keys = [line.split("\t")[0] for line in first.read_text("utf-8").splitlines()[1:]]
    assert first.read_bytes() == second.read_bytes()
    assert keys == sorted(keys)
