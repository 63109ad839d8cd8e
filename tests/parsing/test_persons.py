"""Who a sentence is about: the head of the office, a deputy, the unit, or nobody."""

from __future__ import annotations

import pytest

from report_lint import load_ruleset
from report_lint.parsing.persons import Subjects, mentions, person_lexicon
from report_lint.parsing.sentences import sentence_ends
from report_lint.text import fold

PERSONS = load_ruleset().vocabulary.persons


def named(text: str) -> list[tuple[str, str]]:
    """Return role and characters of every mention."""
    hits = person_lexicon(PERSONS).by_key(text)
    return [(mention.role, text[mention.start : mention.end]) for mention in mentions(text, hits, PERSONS)]


def heads(text: str) -> list[str]:
    """Return the heads who act."""
    return [quote for role, quote in named(text) if role == "head"]


def subject(text: str, words: str) -> str:
    """Return who acts where some words stand."""
    found = mentions(text, person_lexicon(PERSONS).by_key(text), PERSONS)
    breaks = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    return Subjects(found, [0, *sentence_ends(text, 0, len(text))], breaks).at(text.index(words))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("县委书记主持召开常委会会议。", "县委书记"),
        ("局党组书记、局长带队检查。", "局党组书记、局长"),
        ("镇党委副书记、镇长听取汇报。", "镇党委副书记、镇长"),
        ("区政府主要负责同志专题研究。", "区政府主要负责同志"),
        ("县委、县政府主要负责人分别听取汇报。", "县委、县政府主要负责人"),
        ("今年以来，党政主要负责人带头学法。", "党政主要负责人"),
        ("2024年，厅长主持厅务会。", "厅长"),
        ("党政“一把手”亲自抓。", "一把手"),
        ("街道党工委书记、办事处主任共同研究。", "街道党工委书记、办事处主任"),
        ("管委会主任签批文件。", "主任"),
        ("我坚持会前学法。", "我"),
        ("局主要领导和班子成员参加旁听庭审。", "主要领导和班子成员"),
        ("经局长审定后印发。", "局长"),
    ],
)
def test_names_the_head(text: str, head: str) -> None:
    """Posts and common words, alone and joined."""
    assert [head] == heads(text)


@pytest.mark.parametrize(
    "text",
    [
        "学习习近平总书记重要讲话精神。",
        "县委副书记主持会议。",
        "驻村第一书记走访群众。",
        "村党支部书记调解纠纷。",
        "县纪委书记作廉政报告。",
        "分管副局长主持会议3次。",
        "副县长带队检查。",
        "政府办公室主任传达文件。",
        "县人大常委会主任视察。",
        "村委会主任参加培训。",
        "班长、村长、校长、院长参加培训。",
        "建立城市长效管理机制。",
        "全县长期坚持。",
        "干部长期在岗。",
        "落实河长制、林长制。",
        "各级党政主要负责人带头讲法治课。",
        "各部门主要负责人签订责任书。",
        "企业主要负责人参加宣讲。",
        "书记员记录庭审情况。",
        "办理书记信箱来信40件。",
        "我局开展执法检查。",
        "我们坚持依法行政。",
        "弘扬忘我精神。",
        "在局长带领下，全局干部共同努力。",
        "实施“一把手工程”。",
        "对党政领导干部开展培训。",
        "学习《党政主要负责人履行推进法治建设第一责任人职责规定》。",
        "全面加强组织领导。",
    ],
)
def test_is_not_taken_in_by_what_looks_like_a_head(text: str) -> None:
    """总书记, deputies, chairs of villages and committees, 市长 inside 城市长效, other offices' heads."""
    assert [] == heads(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("压实党政主要负责人第一责任人职责。", "told"),
        ("县委依法治县委员会督促党政主要负责人履职。", "told"),
        ("传达学习县委书记讲话精神。", "pressed"),
        ("召开党政主要负责人述法会议。", "pressed"),
        ("按照县长要求开展整改。", "pressed"),
        ("成立由局长任组长的领导小组。", "member"),
        ("局主要负责人担任法治建设领导小组组长。", "member"),
        ("成立了以党组书记、局长为组长的工作专班。", "member"),
    ],
)
def test_a_head_who_is_spoken_of_does_not_act(text: str, role: str) -> None:
    """A committee presses, a speech is studied, a group has a chair."""
    assert role in [found for found, _ in named(text)]
    assert [] == heads(text)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("局长主持会议3次，听取汇报2次。", "听取", "stated"),
        ("局长主持会议3次。听取汇报2次。", "听取", "carried"),
        ("局长主持会议3次。\n听取汇报2次。", "听取", "nobody"),
        ("全年听取汇报2次。", "听取", "nobody"),
        ("局长主持会议。我局开展检查20次。", "开展", "unit"),
        ("局长主持会议。我局开展检查。查处案件4件。", "查处", "unit"),
        ("局长主持会议，分管副局长督促整改。", "督促", "deputy"),
        ("局长主持会议，各科室抓好落实。", "抓好", "unit"),
        ("局长要求各科室严格执行程序。", "执行", "unit"),
        ("局长督促各科室严格执行程序。", "执行", "stated"),
        ("局长要求各科室严格执行程序。带队督导。", "督导", "carried"),
        ("要求各科室严格执行程序。带队督导。", "督导", "nobody"),
        ("局长组织全体干部学习宪法。", "学习", "stated"),
        ("局长主持召开局党组会议，党组理论学习中心组学习4次。", "学习4次", "stated"),
        ("镇长主持会议，今年以来我镇办结信访15件。", "办结", "unit"),
        ("一是局长主持会议。二是全局开展检查。", "检查", "unit"),
        ("在局长带领下，全局开展检查。", "检查", "unit"),
        ("行政机关负责人出庭3次。", "出庭", "unit"),
        ("县政府主要负责人出庭3次。", "出庭", "stated"),
    ],
)
def test_a_subject_is_carried_over_until_another_opens_a_clause(text: str, words: str, expected: str) -> None:
    """Within the paragraph, from clause to clause."""
    assert expected == subject(text, words)


def test_reads_the_folded_text() -> None:
    """Blanks inside a post do not hide it."""
    assert ["局长"] == heads(fold("局 长主持会议。").text)


@pytest.mark.parametrize(
    ("words", "role", "each"),
    [("局长主持会议", "head", True), ("副书记、", "deputy", False), ("书记", "head", False), ("我局", "unit", False)],
)
def test_names_of_an_endless_sentence_are_joined_like_others(words: str, role: str, *, each: bool) -> None:
    """Names apart are a mention each, names that touch or are joined are one, however many there are."""
    times = 20_000 // len(words)

    assert [role] * (times if each else 1) == [found for found, _ in named(words * times)]
