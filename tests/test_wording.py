"""Wordings: what a pack author writes finds what they mean, and a slip is refused in Chinese."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, ValidationError

from report_lint.wording import (
    EMPTY,
    WordingError,
    WordingList,
    Wordings,
    choices,
    longest_literal,
    pieces_of,
    to_pattern,
    wordings,
)


@pytest.mark.parametrize(
    ("wording", "text", "found"),
    [
        ("听取汇报", "县长听取汇报两次", "听取汇报"),
        ("听取…汇报", "听取法治工作汇报", "听取法治工作汇报"),
        ("听取…汇报", "听取汇报", "听取汇报"),
        ("[县|市|区]长", "由市长主持", "市长"),
        ("党政[主要|]负责人", "党政负责人", "党政负责人"),
        ("党政[主要|]负责人", "党政主要负责人", "党政主要负责人"),
        ("召开会议#次", "召开会议12次", "召开会议12次"),
        ("召开会议#次", "召开会议十二次", "召开会议十二次"),
        ("占#%", "占4.5%", "占4.5%"),
        ("^下一步", "下一步将加强培训", "下一步"),
        ("情况$", "报告如下情况", "情况"),
        ("（一）", "（一）加强领导", "（一）"),
        ("4·15", "开展4·15活动", "4·15"),
    ],
)
def test_finds_what_it_describes(wording: str, text: str, found: str) -> None:
    """Plain characters, gaps, choices, optional words, numbers and both ends."""
    match = Wordings([wording]).search(text)

    assert match is not None
    assert found == match[0]


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("听取汇报", "听取了汇报"),
        ("听取…汇报", "听取意见。随后汇报"),
        ("听取…汇报", "听取意见；汇报"),
        ("听取…汇报", "听取意见\n汇报"),
        ("[县|市|区]长", "镇长"),
        ("召开会议#次", "召开会议多次"),
        ("^下一步", "今后和下一步"),
        ("情况$", "情况如下"),
        ("4.15", "4·15"),
        ("会议", ""),
    ],
)
def test_finds_nothing_else(wording: str, text: str) -> None:
    """A gap stays inside a sentence, and a dot is a dot."""
    assert Wordings([wording]).search(text) is None


@pytest.mark.parametrize(("wording", "length"), [("听取…汇报", 12), ("听取……汇报", 30)])
def test_a_gap_reaches_so_far_and_no_farther(wording: str, length: int) -> None:
    """… spans up to twelve characters, …… up to thirty."""
    words = Wordings([wording])

    assert words.search("听取" + "甲" * length + "汇报") is not None
    assert words.search("听取" + "甲" * (length + 1) + "汇报") is None


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        ("", "没有可查找的字"),
        ("  ", "没有可查找的字"),
        ("…", "没有可查找的字"),
        ("#", "没有可查找的字"),
        ("^$", "没有可查找的字"),
        ("[|]", "没有可查找的字"),
        ("[甲|]", "可有可无"),
        ("[甲|]#[乙|]", "可有可无"),
        ("[甲|乙", "方括号不成对"),
        ("甲]乙", "方括号不成对"),
        ("[甲[乙]丙]", "方括号不成对"),
        ("甲…乙…丙…丁……戊", "间隔太多"),
    ],
)
def test_refuses_what_cannot_be_meant(wording: str, reason: str) -> None:
    """The error quotes the wording and says what is wrong with it."""
    with pytest.raises(WordingError) as caught:
        Wordings(["正常", wording])

    assert reason in str(caught.value)
    assert f"“{wording}”" in str(caught.value)


def test_blanks_around_a_wording_do_not_count() -> None:
    """A pack author may leave a blank at either end."""
    assert "会议" == to_pattern(" 会议 ")


def test_cuts_a_wording_into_pieces() -> None:
    """The lexicon and the pattern read the same pieces."""
    assert ("听取", "……", "[甲|乙]", "…", "汇报", "#", "次", "$") == pieces_of("听取……[甲|乙]…汇报#次$")
    assert ("甲", "") == choices("[甲|]")
    assert ("听取",) == choices("听取")


def test_the_longest_literal_must_stand_in_every_match() -> None:
    """It is what a text is asked for before any pattern is compiled."""
    assert "工作汇报" == longest_literal("听取…工作汇报[会|]")
    assert "" == longest_literal("[县|市]")


def test_several_wordings_match_from_left_to_right() -> None:
    """Where two begin at one place, the earlier one in the list wins."""
    words = Wordings(["主要负责人", "局长", "主要负责"])

    assert ["局长", "主要负责人"] == [match[0] for match in words.finditer("局长等主要负责人")]
    assert [] == list(words.finditer("全体干部"))


def test_masking_keeps_every_other_place() -> None:
    """Offsets into the masked text are offsets into the text."""
    masked = Wordings(["总书记", "副[书记|县长]"]).masked("学习总书记讲话，副县长和书记参加")

    assert "学习   讲话，   和书记参加" == masked


def test_no_wordings_find_nothing() -> None:
    """An empty list is false, finds nothing and masks nothing."""
    assert not EMPTY
    assert EMPTY.search("会议") is None
    assert [] == list(EMPTY.finditer("会议"))
    assert "会议" == EMPTY.masked("会议")
    assert "Wordings(['会议'])" == repr(Wordings(["会议"]))


def test_nothing_is_compiled_for_a_text_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack has hundreds of wordings, and most of them are in no given text."""
    words = Wordings(["听取…汇报", "批示#件"])

    def refuse(pattern: str) -> None:
        raise AssertionError(pattern)

    monkeypatch.setattr(re, "compile", refuse)

    assert words.search("全年开展培训四期") is None


def test_the_same_list_is_one_object() -> None:
    """Rules that share a list share what was compiled for it."""
    assert wordings(("甲", "乙")) is wordings(("甲", "乙"))


class Table(BaseModel):
    """A parameter model like those of the check kinds."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    words: WordingList


def test_a_model_reads_and_writes_a_list() -> None:
    """Parameters hold Wordings, and give the list back."""
    table = Table.model_validate({"words": ["听取…汇报"]})

    assert isinstance(table.words, Wordings)
    assert {"words": ["听取…汇报"]} == table.model_dump()
    assert table == Table.model_validate({"words": table.words})


@pytest.mark.parametrize("value", ["听取汇报", 3, [3], {"甲": "乙"}, None])
def test_a_model_refuses_what_is_no_list_of_wordings(value: object) -> None:
    """A single string in place of a list is the commonest slip."""
    with pytest.raises(ValidationError, match="应为一列用语"):
        Table.model_validate({"words": value})


def test_a_model_passes_on_what_is_wrong_with_a_wording() -> None:
    """The error of the wording reaches whoever loads the pack."""
    with pytest.raises(ValidationError, match="方括号不成对"):
        Table.model_validate({"words": ["[县|市"]})


@given(st.text(alphabet="甲乙…#[]|^$ \n", max_size=12))
def test_any_text_is_a_wording_that_compiles_or_an_error(wording: str) -> None:
    """No input ends in another exception, and no accepted wording matches nothing at all."""
    try:
        pattern = to_pattern(wording)
    except WordingError:
        return

    assert re.compile(pattern).fullmatch("") is None


@pytest.mark.parametrize("text", ["法治" * 10_000, "1" * 20_000, "一" * 20_000, "法" * 20_000])
def test_no_text_makes_a_wording_run_away(text: str) -> None:
    """Gaps and numbers are bounded: a text of nothing but beginnings is searched to its end."""
    words = Wordings(["法治……法治……建设", "#…件", "#次"])

    assert words.search(text) is None
    assert words.search(f"{text}法治建设三次") is not None
