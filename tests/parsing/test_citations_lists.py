"""Which citations stand in one enumeration."""

from __future__ import annotations

import pytest
from cited import cited, lists


@pytest.mark.parametrize(
    "text",
    [
        "《甲法》《乙法》《丙法》《丁法》",
        "《甲法》、《乙法》、《丙法》、《丁法》",
        "《甲法》《乙法》、《丙法》和《丁法》",
        "《甲法》、《乙法》以及《丙法》、《丁法》",
        "《甲法》及《乙法》与《丙法》或《丁法》",
        "《甲法》、《乙法》、《丙法》，以及《丁法》",
        "《甲法》、\n《乙法》、\n《丙法》、\n《丁法》",
        "《甲法》（2021年修订）《乙法》（云政办〔2024〕3号）、《丙法》第五条、第六条和《丁法》",
        "新修订的《甲法》、新颁布的《乙法》和修订后的《丙法》《丁法》",
        "《甲法》 《乙法》 、 《丙法》 和 《丁法》",
        "**《甲法》**、**《乙法》**和**《丙法》《丁法》**",
    ],
)
def test_titles_joined_by_marks_and_words_of_joining_are_one_list(text: str) -> None:
    """Whatever stands behind a member, and however the members are joined."""
    assert lists(text) == [["甲法", "乙法", "丙法", "丁法"]]


def test_volumes_of_books_stay_in_the_list() -> None:
    """第一卷 belongs to the title in front."""
    assert lists("《习近平法治文选》第一卷、《宪法》") == [["习近平法治文选", "宪法"]]


@pytest.mark.parametrize(
    "text",
    [
        "学习《甲法》。《乙法》",
        "学习《甲法》；《乙法》",
        "学习《甲法》等，印发《乙法》",
        "学习《甲法》\n《乙法》",
        "学习《甲法》和贯彻《乙法》",
        "《甲法》施行，《乙法》",
        "学习《甲法》",
    ],
)
def test_titles_that_stand_apart_are_no_list(text: str) -> None:
    """A stop, another verb or a new paragraph ends a list, and one title is none."""
    assert lists(text) == []
    assert {one.run for one in cited(text)} == {-1}


def test_each_list_of_a_text_has_a_number_of_its_own() -> None:
    """The numbers count the lists in the order of the text."""
    citations = cited("学习《甲法》《乙法》，印发《丙方案》。宣传《丁法》和《戊法》。")

    assert [one.run for one in citations] == [0, 0, -1, 1, 1]


def test_bare_names_and_marked_titles_stand_in_one_list() -> None:
    """民法典、《宪法》和信访工作条例 are three of one list."""
    assert lists("学习民法典、《宪法》和信访工作条例") == [["民法典", "宪法", "信访工作条例"]]


def test_an_act_and_its_implementing_rules_stand_in_one_list() -> None:
    """及其实施条例 joins what follows to what stands before it."""
    assert lists("《预算法》及其实施条例、《审计法》") == [["预算法", "其实施条例", "审计法"]]
