"""The lexicon finds what each wording would find alone, in one go."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report_lint.parsing.lexicon import Hit, Lexicon
from report_lint.wording import Wordings

WORDS = {
    "report": Wordings(["听取…汇报", "[审议|审定]……报告"]),
    "person": Wordings(["[县|市|局]长", "党政[主要|]负责人", "我", "书记"]),
    "number": Wordings(["会议#次", "#件", "[余|多|]#场"]),
    "alike": Wordings(["书记"]),
}


def found(text: str, words: dict[str, Wordings] = WORDS) -> list[tuple[str, str]]:
    """Return key and characters of every hit."""
    return [(hit.key, text[hit.start : hit.end]) for hit in Lexicon(words).find(text)]


def test_finds_every_kind_of_wording_in_the_order_of_the_text() -> None:
    """Plain ones, choices, gaps, numbers and single characters."""
    text = "局长听取法治工作汇报，召开会议12次，批示3件；我与党政负责人审定了年度报告。"

    assert [
        ("person", "局长"),
        ("report", "听取法治工作汇报"),
        ("number", "会议12次"),
        ("number", "3件"),
        ("person", "我"),
        ("person", "党政负责人"),
        ("report", "审定了年度报告"),
    ] == found(text)


def test_a_wording_of_two_keys_is_a_hit_of_both() -> None:
    """Two duties may be shown by the same words."""
    assert [Hit(1, 3, "alike"), Hit(1, 3, "person")] == Lexicon(WORDS).find("由书记")


def test_every_place_of_a_wording_is_found() -> None:
    """Also where one ends right before the next."""
    assert 3 == len(found("听取汇报听取汇报，听取汇报"))


def test_of_several_beginnings_the_nearest_counts() -> None:
    """What is quoted is as short as can be."""
    assert [("report", "听取汇报")] == found("听取意见，听取汇报")


def test_a_rare_character_before_it_moves_nothing() -> None:
    """A character outside the BMP is one character."""
    assert [Hit(1, 3, "person")] == Lexicon(WORDS).find("𠮷县长")
    assert [Hit(2, 4, "person")] == Lexicon(WORDS).find("𠮷𠮷县长𠮷")


@pytest.mark.parametrize("text", ["", "县", "\n", "𠮷", "\ud800县长"])
def test_short_and_odd_texts_do_no_harm(text: str) -> None:
    """Nothing, one character, a lone surrogate."""
    assert ([("person", "县长")] if "县长" in text else []) == found(text)


@given(st.text(alphabet="听取汇报审议定县市局长党政主要负责人书记我会次件场12三，。\n𠮷", max_size=60))
@example("审定审议报告报告")
@example("听取县长汇报，我听取书记汇报")
def test_finds_something_wherever_the_wordings_alone_do(text: str) -> None:
    """A wording is in the text if and only if the lexicon finds it."""
    alone = {key for key, words in WORDS.items() if words.search(text)}

    assert alone == {key for key, _ in found(text)}


@given(st.text(alphabet="听取汇报县长，。", max_size=40))
def test_every_hit_is_a_match(text: str) -> None:
    """What a hit spans is matched by a wording of its key from end to end."""
    for key, quote in found(text):
        match = WORDS[key].search(quote)

        assert match is not None
        assert quote == match[0]


def test_wordings_that_are_not_there_change_nothing() -> None:
    """Two thousand more wordings, all but one absent, leave the hits of a long sentence as they are."""
    few = Lexicon(WORDS)
    many = Lexicon({**WORDS, "other": Wordings([f"丙{number}丁…戊{number}己" for number in range(2000)])})
    text = "局长听取法治工作汇报" * 2_000

    assert 4_000 == len(few.find(text))
    assert few.find(text) == many.find(text)
    assert [Hit(20_000, 20_006, "other")] == many.find(f"{text}丙7丁戊7己")[4_000:]
