"""Long and broken texts are read rightly, and what is broken in a paragraph stays in that paragraph."""

from __future__ import annotations

import pytest

from citing import read

MANY = 10_000
SOUND = "学习《中华人民共和国民法典》，依据《行政处罚法》第三十三条办理。"
CITED = [("《中华人民共和国民法典》", None), ("《行政处罚法》", "第三十三条")]


def cited(paragraph: str, *following: str) -> list[list[tuple[str, str | None]]]:
    """Return the citations of each paragraph, with their articles."""
    return [[(one.text, one.article) for one in found.citations] for found in read([paragraph, *following])]


@pytest.mark.parametrize("mark", ["《", "》", "〈", "〉", "《〈", "》《", "<", "（以下简称《", "第", "之一"])
def test_broken_marks_stay_in_their_paragraph(mark: str) -> None:
    """Ten thousand opening or closing marks in a row cite nothing, and the next paragraph is read as ever."""
    first, second = cited(mark * MANY, SOUND)

    assert CITED == second
    assert all("《" in text and "\n" not in text for text, _ in first)


def test_ten_thousand_opening_marks_cite_nothing() -> None:
    """Marks that never close are no citations."""
    first, second = cited("《" * MANY, SOUND)

    assert [] == first
    assert CITED == second


def test_ten_thousand_empty_pairs_name_nothing() -> None:
    """《》 names nothing: no citation of it is resolved, and nothing is said of it."""
    found, following = read(["《》" * MANY, SOUND])

    assert [] == [one for one in found.citations if one.instrument is not None]
    assert set() == found.codes
    assert CITED == [(one.text, one.article) for one in following.citations]


def test_ten_thousand_articles_belong_to_no_act() -> None:
    """第一条 alone cites nothing; behind a title the first of them is its article."""
    alone, behind = cited("第一条" * MANY, "《行政处罚法》" + "第一条" * MANY)

    assert [] == alone
    assert [("《行政处罚法》", "第一条")] == behind


def test_ten_thousand_marked_names_are_as_many_citations() -> None:
    """Each of ten thousand titles in a row is one citation with its own article."""
    (found,) = cited("《行政处罚法》第一条、" * MANY)

    assert [("《行政处罚法》", "第一条")] * MANY == found


def test_ten_thousand_bare_names_are_as_many_citations() -> None:
    """Each name of a list without marks is one citation."""
    (found,) = cited("学习" + "民法典、行政处罚法、" * (MANY // 2))

    assert [("民法典", None), ("行政处罚法", None)] * (MANY // 2) == found


def test_ten_thousand_compounds_cite_nothing() -> None:
    """A name that is part of other words cites nothing, however often."""
    (found,) = cited("行政处罚法律制度和宪法宣传周活动、" * MANY)

    assert [] == found


def test_an_unclosed_mark_swallows_no_more_than_its_paragraph() -> None:
    """《 without 》 leaves the paragraphs before and behind it alone, and takes no text of theirs."""
    before, broken, behind = cited(SOUND, "印发《云岭县行政执法公示办法，全年公示信息320条。", SOUND)

    assert CITED == before
    assert all("\n" not in text for text, _ in broken)
    assert CITED == behind


def test_a_closing_mark_alone_is_no_citation() -> None:
    """》 without 《 takes nothing before it."""
    broken, behind = cited("印发云岭县行政执法公示办法》，公示信息320条。", SOUND)

    assert [] == broken
    assert CITED == behind


def test_an_unclosed_mark_does_not_hide_the_next_title() -> None:
    """Of 《甲《乙》 the closed title is found."""
    (found,) = cited("印发《公示办法、《行政处罚法》第三十三条的学习资料。")

    assert [("《行政处罚法》", "第三十三条")] == found[-1:]


def test_a_thousand_declared_short_names_resolve_to_their_acts() -> None:
    """Each short name stands for the act it was declared for last."""
    declared = "《民法典》（以下简称《法典》），落实《法典》；《行政处罚法》（以下简称《处罚法》），落实《处罚法》。"
    (found,) = read([declared * 1000])
    uses = [one.instrument.title for one in found.citations if one.named_by == "alias" and one.instrument is not None]

    assert {"中华人民共和国民法典", "中华人民共和国行政处罚法"} == set(uses)
    assert len(uses) >= 2000


def test_a_very_long_title_is_one_citation() -> None:
    """A title of a hundred and twenty characters is one citation of no known act."""
    title = f"《关于印发〈{'云岭县行政执法' * 15}办法〉的通知》"
    (found,) = cited(f"落实{title}第二条。")

    assert [(title, "第二条")] == found


SLIPPED = ("行政处分法", "行政复仪法", "行政许可证法", "国家赔尝法", "公务员管理法", "行政诉论法", "安全产生法")


def test_findings_of_many_paragraphs_do_not_depend_on_each_other() -> None:
    """Wrong names, each ten times in paragraphs of their own, are found in each of these, and in no other."""
    pairs = [paragraph for name in SLIPPED for paragraph in (SOUND, f"组织学习《中华人民共和国{name}》。")] * 10
    found = read(pairs)

    assert [set(), {"CIT001"}] * 10 * len(SLIPPED) == [one.codes - {"CIT004"} for one in found]
