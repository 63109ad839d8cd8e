"""Short names that a report declares, and where they stand again."""

from __future__ import annotations

import pytest
from cited import cited, official

PLAN = "法治政府建设实施纲要（2021—2025年）"


@pytest.mark.parametrize(
    ("declaration", "alias"),
    [
        ("（以下简称《纲要》）", "纲要"),
        ("（以下简称“纲要”）", "纲要"),
        ("（以下简称纲要）", "纲要"),
        ("（以下称《实施纲要》）", "实施纲要"),
        ("（下称《纲要》）", "纲要"),
        ("（简称“《纲要》”）", "纲要"),
        ("（中发〔2021〕33号，以下简称《纲要》）", "纲要"),
        ("（中发〔2021〕33号）（以下简称：《纲要》）", "纲要"),
        ("，以下简称《纲要》，", "纲要"),
        ("（以下简称为“纲要”）", "纲要"),
        ('(以下简称"纲要")', "纲要"),
        ("（2021年8月印发，下称《纲要》）", "纲要"),
    ],
)
def test_a_declaration_gives_its_title_a_short_name(declaration: str, alias: str) -> None:
    """However it is worded, the citation in front carries the short name."""
    assert cited(f"落实《{PLAN}》{declaration}。")[0].alias == alias


@pytest.mark.parametrize(
    "text",
    [
        f"《{PLAN}》印发后（以下简称“印发日”）",
        f"《{PLAN}》由县司法局（以下简称“县局”）牵头",
        f"落实《{PLAN}》（全称见附件）",
    ],
)
def test_a_short_name_of_something_else_is_not_the_titles(text: str) -> None:
    """Only what is declared directly behind a title is its short name."""
    assert [one.alias for one in cited(text)] == [None]


def test_a_short_name_counts_from_its_declaration_on() -> None:
    """《纲要》 before is a paper that nobody declared; afterwards it is the plan, by its alias."""
    citations = cited(f"对照《纲要》。落实《{PLAN}》（以下简称《纲要》）。按照《纲要》要求")

    assert [one.form for one in citations] == ["title", "title", "alias", "alias"]
    assert [one.instrument is not None for one in citations] == [False, True, True, True]
    assert citations[0].kind == "document"


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("落实“纲要”任务", ["纲要"]),
        ("落实纲要要求", ["纲要"]),
        ("，纲要部署的任务", ["纲要"]),
        ("落实《纲要》任务", ["纲要"]),
        ("编制规划纲要", []),
        ("县里的纲领和要点", []),
        ("五年纲要性文件", []),
    ],
)
def test_a_name_declared_without_marks_is_used_without_them(later: str, found: list[str]) -> None:
    """落实“纲要” and 落实纲要 speak of the plan, 规划纲要 does not."""
    citations = cited(f"印发《{PLAN}》（以下简称“纲要”）。{later}")

    assert found == [one.title for one in citations[1:]]
    assert {one.form for one in citations[1:]} <= {"alias"}
    assert all(one.instrument is not None for one in citations)


def test_a_name_declared_in_marks_is_not_looked_for_without_them() -> None:
    """“编制纲要” elsewhere is a common noun."""
    assert len(cited(f"《{PLAN}》（以下简称《纲要》）。编制纲要，落实纲要")) == 2


@pytest.mark.parametrize("word", ["规定", "办法", "意见", "方案", "通知"])
def test_a_common_word_without_quotes_stays_a_common_word(word: str) -> None:
    """按照规定 says nothing of the paper that was called 规定; “规定” in quotes does."""
    text = f"落实《云岭县网格管理某某{word}》（以下简称“{word}”）。按照{word}办理，对照“{word}”检查"

    places = [one.span.start for one in cited(text)[1:]]

    assert places == [text.rindex(word)]


def test_a_law_known_by_its_short_name_is_an_alias_where_that_was_declared() -> None:
    """《行政处罚法》 and 行政处罚法 are the declared short name of the act."""
    citations = cited(
        "学习《中华人民共和国行政处罚法》（以下简称“行政处罚法”）。依据行政处罚法和《行政处罚法》办案，"
        "《中华人民共和国行政处罚法》"
    )

    assert [one.form for one in citations] == ["title", "alias", "alias", "title"]
    assert [one.marked for one in citations] == [True, False, True, True]


def test_several_names_in_one_bracket_are_for_as_many_titles() -> None:
    """分别简称 names the members of the list in their order."""
    text = f"《法治中国建设规划（2020—2025年）》《{PLAN}》（以下分别简称《规划》《纲要》）。落实《纲要》《规划》"

    citations = cited(text)

    assert [one.alias for one in citations[:2]] == ["规划", "纲要"]
    assert official(text)[-2:] == [PLAN, "法治中国建设规划（2020—2025年）"]


def test_a_name_for_several_titles_is_none_of_them() -> None:
    """统称 names a whole list."""
    citations = cited("《行政处罚法》《行政许可法》（以下统称“两法”）。落实“两法”")

    assert [one.alias for one in citations] == [None, None, None]
    assert (citations[-1].title, citations[-1].kind, citations[-1].instrument) == ("两法", "document", None)


def test_a_list_goes_on_behind_a_declaration() -> None:
    """What is declared inside a list is no member of it."""
    citations = cited("《甲方案》（以下简称《方案》）、《乙办法》和《丙清单》")

    assert [one.run for one in citations] == [0, -1, 0, 0]


def test_a_declared_name_of_a_local_act_hides_the_national_one() -> None:
    """《土地法》 is what the report says it is."""
    citations = cited("《云岭市物业管理条例》（以下简称《物业管理条例》）。落实《物业管理条例》")

    assert [(one.kind, one.instrument) for one in citations] == [("local", None)] * 3


def test_a_declaration_that_never_closes_ends_with_its_clause() -> None:
    """A lost bracket does not make a name of the rest of the paragraph."""
    citations = cited(f"《{PLAN}》（以下简称《纲要》。落实《纲要》")

    assert [one.alias for one in citations] == ["纲要", None, None]
    assert citations[-1].form == "alias"
