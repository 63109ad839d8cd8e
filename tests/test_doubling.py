"""Words of two characters that stand twice in a row."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from report_lint.checks.doubling import Twice

TWICE = Twice.model_validate(
    {"spared": ["研究研究"], "unless_first": "一", "unless_with": "的", "unless_after": ["^率"]}
)


@given(st.text(alphabet="甲乙丙ab2𠀀Ā \n", max_size=40))
def test_finds_a_doubled_word_exactly_where_a_plain_search_does(text: str) -> None:
    """Laying a text over itself finds the same first place as a search with a back reference."""
    expected = re.search(r"(?=([^\W0-9A-Za-z_])(?!\1)([^\W0-9A-Za-z_])\1\2)", text)

    found = next(TWICE.find(text), None)

    assert (expected is None) == (found is None)
    assert found is None or text[found[0] : found[0] + 2] == text[found[0] + 2 : found[1]]


def test_what_is_rightly_doubled_is_left_alone() -> None:
    """A spared word, one behind 一, one with 的, and one that begins a compound are no slips."""
    text = "研究研究再定，一件一件办，好的好的，化解化解率，活动活动三场"

    found = [text[start:end] for start, end in TWICE.find(text)]

    assert found == ["活动活动"]
