"""Damage of the copy: what cannot be read whole is said in one clause each."""

from __future__ import annotations

import pytest

from report_lint.parsing.damage import damage_notes
from report_lint.text import SourceText

WHOLE = "全县学习贯彻习近平法治思想，推进依法行政，开展执法培训，办结复议案件12件（其中调解4件）。" * 10


def _notes(text: str) -> tuple[str, ...]:
    return damage_notes(SourceText(text))


def test_a_whole_copy_has_no_damage() -> None:
    """A rare name with its reading, a name in old characters and “（略）” at the end of a list are none."""
    assert _notes(f"{WHOLE}主讲人李赟（yūn）。陈國瑞主持。其他事项（略）") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "全縣推進法治政府建設，組織執法培訓，開展學習，報告實施情況，國家機關負責。" + WHOLE,
            "繁体字（如“縣”“進”“設”）",
        ),
        (WHOLE + "實(shí)施条例，行（xíng）政执法，督(dū)察整改。", "注音（如“實(shí)”等3处）"),
        (WHOLE + "在20 (略) 委办获得命名。", "网站隐去（如“0 (略) 委”）"),
        (
            "全镇深入学法治思想，开展执法培训，办结案件12件，整改问题4个，规范执法行为。" * 10,
            "网站过滤（如“学法治思想”前后）",
        ),
    ],
)
def test_damage_is_said_in_chinese(text: str, said: str) -> None:
    """Old characters, pinyin in brackets, places cut out, a name filtered away."""
    notes = _notes(text)

    assert len(notes) == 1
    assert said in notes[0]


def test_a_short_text_without_the_name_is_whole() -> None:
    """It may simply not have been mentioned."""
    assert _notes("坚持以新时代中国特色社会主义思想为指导。") == ()
