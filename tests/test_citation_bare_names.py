"""The name of every law in force is a citation without 《》 too, and none within an event or another word."""

from __future__ import annotations

import pytest

from citing import bare, instruments, read

LAWS = [bare(act.title) for act in instruments() if act.level == "法律" and act.repealed_on is None]
LAWS = [name for name in LAWS if name.endswith("法")]
# 《中国人民解放军驻铁路、水路沿线交通部门军事代表条例》: a list without marks is told by its 、.
REGULATIONS = [bare(act.title) for act in instruments() if act.level == "行政法规" and act.repealed_on is None]
REGULATIONS = [name for name in REGULATIONS if name.endswith("条例") and "、" not in name]
EVENTS = ["宣传周活动启动", "宣传月成效明显", "宣传教育活动6场", "进校园活动12场", "知识竞赛落幕", "主题公园建成"]
EVENTS += ["大讲堂开讲", "长廊落成", "讲师团成立", "进万家活动收官"]


def cited(sentence: str, names: list[str]) -> dict[str, list[str]]:
    """Return the texts of the citations in a sentence, by the name set into it."""
    found = read([sentence.format(name) for name in names], 2024)
    return {name: [one.text for one in paragraph.citations] for name, paragraph in zip(names, found, strict=True)}


@pytest.mark.parametrize(
    "sentence", ["认真学习{}。", "依据{}第三条办理5件。", "违反{}的行为得到查处。", "按照{}有关规定开展检查。"]
)
@pytest.mark.parametrize("names", [LAWS, REGULATIONS], ids=["laws", "regulations"])
def test_bare_names_are_citations(sentence: str, names: list[str]) -> None:
    """A name where a sentence speaks of the act is one citation with the exact span."""
    found = cited(sentence, names)

    assert len(names) > 250
    assert {name: [name] for name in names} == found


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("names", [LAWS, REGULATIONS], ids=["laws", "regulations"])
def test_events_named_after_an_act_cite_nothing(event: str, names: list[str]) -> None:
    """宪法宣传周 and the like are names of events and places."""
    found = {name: texts for name, texts in cited(f"全县{{}}{event}。", names).items() if texts}

    assert found == {}


@pytest.mark.parametrize(
    "rest",
    [
        "律制度",
        "律法规",
        "治建设",
        "规体系",
        "定职责",
        "律援助点",
        "院工作",
        "庭建设",
        "务人员",
        "制宣传",
        "治化水平",
        "人代表",
    ],
)
def test_words_that_begin_like_a_law_cite_nothing(rest: str) -> None:
    """行政处罚法律制度, 教育法治建设, 监督法院工作: the border of the words lies before 法."""
    found = {name: texts for name, texts in cited(f"全县{{}}{rest}得到加强。", LAWS).items() if texts}

    assert found == {}
