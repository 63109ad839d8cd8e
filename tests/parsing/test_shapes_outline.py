"""Shapes of headings, numbers and paragraphs that mislead, and how they are to be read."""

from __future__ import annotations

from textwrap import dedent

import pytest
from shapes import (
    ACH,
    FRP,
    GAP,
    PLAN,
    SOUND,
    codes,
    codes_at,
    evidenced,
    ordinals,
    outline,
    read,
    statuses,
    with_paragraph,
    with_sentence,
)

TITLE = "墨屏县水务局2023年度法治政府建设情况报告\n"


@pytest.mark.parametrize("gap", ["", " ", "　"])
def test_shape_24_a_heading_and_its_paragraph_share_a_line(gap: str) -> None:
    """The heading ends at its first full stop, however long the paragraph behind it is."""
    paragraph = "县政府主要负责人切实担负起推进法治建设的责任，召开会议4次研究工作。" * 18
    text = f"{TITLE}一、强化组织领导。{gap}{paragraph}\n二、规范行政执法。{gap}评查案卷20卷。\n"
    document = read(text)

    assert ["一、强化组织领导", "二、规范行政执法"] == outline(text)
    assert ["一、强化组织领导", "二、规范行政执法"] == [one.heading.of(text) for one in document.sections]
    assert paragraph == document.sections[0].body.of(text).strip()


@pytest.mark.parametrize("end", ["", "：", ":"])
def test_shape_25_a_heading_has_a_line_of_its_own_and_no_full_stop(end: str) -> None:
    """The next line is its body; a scrap of a lost level (主要举措) in front stays in the heading."""
    first = f"（一）主要举措健全制度，依法决策{end}\n县水务局修订了议事规则。\n"
    text = f"{TITLE}{first}（二）规范执法，守护河湖{end}\n巡河120次。\n"
    document = read(text)

    assert ["（一）主要举措健全制度，依法决策", "（二）规范执法，守护河湖"] == outline(text)
    assert ["县水务局修订了议事规则。", "巡河120次。"] == [one.body.of(text).strip() for one in document.sections]


def test_shape_25_a_heading_ended_by_nothing_is_not_its_paragraph() -> None:
    """Where no mark parts the heading from its sentence, it ends with the words of a part at the latest."""
    text = f"{TITLE}一、主要举措和成效2023年，我局修订了议事规则。\n二、存在的不足我局执法人员偏少。\n"

    assert ["一、主要举措和成效", "二、存在的不足"] == outline(text)


def test_shape_26_items_run_on_across_their_parents() -> None:
    """Arabic numbers that count through a part belong to the bracketed heading before them."""
    text = dedent("""\
        一、主要做法
        （一）强化统筹
        1.压实责任。召开会议3次。
        2.细化任务。印发要点1份。
        （二）规范执法
        3.健全制度。修订流程4项。
        4.评查案卷。评查20卷。
        （三）普法宣传
        5.送法下乡。宣讲12场。
        二、存在问题
        6.力量不足。人员偏少。
        """)
    sections = read(TITLE + text).sections
    parents = {one.number: sections[one.parent].number for one in sections if one.parent is not None}

    assert {"1.": "（一）", "2.": "（一）", "3.": "（二）", "4.": "（二）", "5.": "（三）", "6.": "二、"} == {
        number: parent for number, parent in parents.items() if number.endswith(".")
    }


def test_shape_27_the_headings_of_the_highest_level_are_lost() -> None:
    """Bracketed numbers that begin anew are siblings of the first row, repeat nothing and end its last body."""
    text = dedent("""\
        （一）依法决策。审查文件12件。
        （二）规范执法。评查案卷20卷。
        （三）化解纠纷。调解45件。
        （一）执法力量不足。人员偏少。
        （二）普法形式单一。线上活动少。
        """)
    document = read(TITLE + text)

    assert [1, 1, 1, 1, 1] == [one.level for one in document.sections]
    assert [1, 2, 3, 1, 2] == [one.ordinal for one in document.sections]
    assert "调解45件。" == document.sections[2].body.of(TITLE + text).strip()
    assert "STR011" not in codes(TITLE + text)


@pytest.mark.parametrize("top", ["{}、", "{}．", "{}.", "{}，", "**{}**、"])
@pytest.mark.parametrize("middle", ["（{}）", "({})", "{}）", "{})", "（{}、", "**（{}）**"])
@pytest.mark.parametrize("low", ["{}.", "{}．", "{}、", "{}", "（{}）", "{}）"])
def test_shape_28_brackets_or_dots_are_lost(top: str, middle: str, low: str) -> None:
    """A number that lost a bracket or its dot, or has another kind of it, keeps its level."""
    text = TITLE + "\n".join(
        [
            top.format("一") + "主要举措和成效",
            middle.format("一") + "加强统筹",
            low.format(1) + "履行职责，统筹推进。召开会议3次。",
            low.format(2) + "细化任务，压实责任。印发要点1份。",
            middle.format("二") + "规范执法",
            "评查案卷20卷。",
            top.format("二") + "存在的不足",
            "人员偏少。",
        ]
    )
    titles = ["主要举措和成效", "加强统筹", "履行职责，统筹推进", "细化任务，压实责任", "规范执法", "存在的不足"]
    document = read(text)

    assert titles == [one.title for one in document.sections]
    assert [1, 2, 3, 3, 2, 1] == [one.level for one in document.sections]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("1.主要成效", "二、存在的不足", "三、下步打算"),
        ("（一）主要成效", "二、存在的不足", "三、下步打算"),
        ("一、主要成效", "2.存在的不足", "三、下步打算"),
        ("主要成效", "二、存在的不足", "三、下步打算"),
    ],
)
def test_shape_29_an_automatic_number_changed_its_style(first: str, second: str, third: str) -> None:
    """A heading that fills the gap in its siblings' row stands as high as they do."""
    text = f"{TITLE}{first}\n审查文件12件，印发要点1份，评查案卷20卷。\n{second}\n人员偏少。\n{third}\n举办培训4期。\n"

    assert [first, second, third] == outline(text)
    assert ["met", "met", "met"] == [statuses(text)[part] for part in (ACH, GAP, PLAN)]


@pytest.mark.parametrize(
    "line",
    [
        "3.6万人次参加线上学法考试，合格率99%。",
        "1.2亿元水利资金全部接受审计监督。",
        "12.4国家宪法日期间，组织宪法宣誓1次。",
        "4.15全民国家安全教育日活动覆盖9个村。",
        "3.15消费者权益日现场咨询260人次。",
        "12·4国家宪法日活动3场。",
        "5个执法中队全部完成规范化建设。",
        "9座客运站全部完成改造。",
        "7县联合执法2次。",
        "二 十大精神宣讲12场。",
        "12月4日，组织宪法宣誓1次。",
        "2024年底前全部整改到位。",
        "95%的事项实现网上办理。",
        "三、四季度各评查案卷1次。",
        "一、二审行政案件均胜诉。",
    ],
)
def test_shape_30_a_number_begins_a_line_and_heads_nothing(line: str) -> None:
    """A decimal, a date, a quantity or a pair of ordinals at the start of a line is no heading."""
    assert outline(SOUND) == outline(with_paragraph(line))


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("紧盯突出问题抓整改", ACH),
        ("破解执法难题、补齐监管短板", ACH),
        ("坚持问题导向，规范执法行为", ACH),
        ("依法全面履职情况", ACH),
        ("2023年重点任务完成情况", ACH),
        ("落实年度工作计划情况", ACH),
        ("落实政务公开第一责任人制度", ACH),
        ("办理人大代表建议、政协提案", ACH),
        ("2024年度法治政府建设主要工作设想", PLAN),
        ("2024年重点工作安排", PLAN),
        ("下一步改进措施", PLAN),
        ("主要短板和成因", GAP),
        ("镇长履行推进法治建设职责情况", FRP),
    ],
)
def test_shape_31_a_heading_holds_words_of_another_part(heading: str, part: str) -> None:
    """The part is told by the heading as a whole, not by the single word 问题, 短板, 工作 or 计划."""
    text = f"{TITLE}一、{heading}\n审查文件12件，印发要点1份。\n"
    owners = [one.id for one in read(text).parts for block in one.blocks if block.heading is not None]

    assert [part] == owners


@pytest.mark.parametrize(
    "heading",
    ["存在的差距和不足及2024年工作安排", "存在问题与2024年打算", "问题、原因及下一步工作计划", "不足之处和努力方向"],
)
def test_shape_32_one_heading_names_two_parts(heading: str) -> None:
    """Both parts are there and share the heading; the year in it is the plan's, so the report keeps its own."""
    text = (
        "法治政府建设情况报告\n一、2023年主要成效\n审查文件12件。\n"
        f"二、{heading}\n人员偏少，下一步将增加编制。\n墨屏县水务局\n2024年1月20日\n"
    )
    document = read(text)

    assert ["shared"] == [block.kind for block in document.part(GAP).blocks]
    assert document.part(GAP).blocks == document.part(PLAN).blocks
    assert ("partly", "partly") == (document.part(GAP).status, document.part(PLAN).status)
    assert 2023 == document.cover.year.value


def test_shape_33_a_report_by_areas_of_work_closes_with_a_look_ahead() -> None:
    """Headings by area are all achievements; shortcomings, head and plan stand in sentences, so nothing is missing."""
    areas = [
        "健全组织领导",
        "依法履行职能",
        "科学民主决策",
        "规范行政执法",
        "化解社会矛盾",
        "加强权力监督",
        "深化普法宣传",
    ]
    start = "岚州市人民政府关于2023年法治政府建设情况的报告\n"
    chapters = "".join(
        f"{number}、{area}\n全年完成任务12项，评查案卷20卷。\n"
        for number, area in zip("一二三四五六七", areas, strict=True)
    )
    end = (
        "市长主持召开常务会议4次，研究法治政府建设。同时，基层执法力量还存在不足。"
        "\n下一步，市政府将深化行政执法监督。\n"
    )
    document = read(start + chapters + end)

    assert len(areas) == len(document.part(ACH).own)
    assert ["met", "partly", "partly", "partly", "missing"] == [part.status for part in document.parts]
    assert not {"STR001", "STR002", "STR003", "STR004", "STR005"} & set(codes(start + chapters + end))


@pytest.mark.parametrize(
    "sentence",
    [
        "究其原因之一是培训偏少。",
        "思想统一是做好工作的前提。",
        "坚持一是一、二是二，如实记录。",
        "对待数据，一是一，二是二。",
        "工作重点其一是清单管理。",
        "制度唯一是靠落实。",
    ],
)
def test_shape_34_a_word_ends_in_what_counts_items(sentence: str) -> None:
    """一是 inside a word or a saying counts nothing, and does not disturb the items around it."""
    assert ordinals(SOUND) == ordinals(with_sentence(sentence))
    assert [1, 2, *ordinals(SOUND)] == ordinals(with_sentence(f"一是抓培训。{sentence}二是抓评查。"))


@pytest.mark.parametrize(
    "sentence",
    [
        "第一责任人职责清单印发到9个股室。",
        "第一议题学习12次。",
        "第一书记驻村普法36场。",
        "第一、第二产业执法检查实现全覆盖。",
        "第一、二季度各评查案卷1次。",
        "第一时间公开处罚决定。",
        "第一批清单含事项23项。",
    ],
)
@pytest.mark.parametrize("place", [with_sentence, with_paragraph])
def test_shape_35_first_is_part_of_a_name(sentence: str, place: type[str]) -> None:
    """第一 before a noun or in a pair of ordinals opens no item and no heading, wherever the sentence stands."""
    text = place(sentence)

    assert ordinals(SOUND) == ordinals(text)
    assert outline(SOUND) == outline(text)
    assert [] == codes_at(text, sentence)


def test_shape_36_markdown_stars_stand_around_enumerators() -> None:
    """**一是** counts as 一是 does, a starred heading number is a number, and stars around a count hide nothing."""
    text = SOUND
    for word in ("一是", "二是", "三是", "一、", "三、", "（二）", "局党组会4次"):
        text = text.replace(word, f"**{word}**").replace("局党组会4次**", "局党组会**4**次")

    assert "**4**次" in text
    assert ordinals(SOUND) == ordinals(text)
    assert [line.replace("*", "") for line in outline(text)] == outline(SOUND)
    assert statuses(SOUND) == statuses(text)
    assert ["WRD003"] == codes(text)


@pytest.mark.parametrize("cut", ["\n", "\n\n", "\n\n— 3 —\n\n", "\n3\n"])
def test_shape_37_a_page_break_cuts_a_paragraph(cut: str) -> None:
    """What follows the cut is no heading and goes on with items and title marks of the paragraph before it."""
    whole = "一是清理文件，对不适应上位法的规定，及时予以修改。二是学习《重大行政决策程序暂行条例》，规范程序。"
    for place in ("及时予以修改", "程序暂行条例"):
        text = with_paragraph(whole.replace(place, cut + place))
        document = read(text)

        assert outline(SOUND) == outline(text)
        assert [1, 2, *ordinals(SOUND)] == ordinals(text)
        assert ["重大行政决策程序暂行条例"] == [one.title for one in document.citations]
        assert ["WRD004" if "3" in cut else "WRD014"] == codes(text)


@pytest.mark.parametrize("cut", ["\n", "\n\n", "\n\n— 3 —\n\n"])
def test_shape_37_a_sentence_is_read_across_the_cut(cut: str) -> None:
    """What a sentence says of shortcomings or of the head is found although a page break cuts it after a comma."""
    short = "在肯定成绩的同时，我局法治建设仍存在执法案卷制作要素不全，{}普法形式单一等不足。"
    text = TITLE + "一、主要成效\n审查文件12件。{}\n二、2024年工作安排\n举办培训4期。\n"
    head = SOUND.replace("；带队到4个执法中队调研5次，督促班子成员", f"；带队调研5次，{cut}督促班子成员")

    assert "partly" == statuses(text.format(short.format(cut)))[GAP]
    assert "missing" == statuses(text.format(short.format(f"。{cut}")))[GAP]
    assert head != SOUND
    assert evidenced(SOUND) == evidenced(head)


@pytest.mark.parametrize("cut", ["", "\n", "\n\n— 3 —\n\n"])
def test_shape_37_a_repeal_is_told_across_the_cut(cut: str) -> None:
    """A law whose end is told on the next page is not reported as one that is applied still."""
    told = f"开展合同文本清理，自《民法典》施行之日起，《合同法》、{cut}《物权法》同时废止。"

    found, applied = (codes(with_paragraph(one)) for one in (told, told.replace("同时废止", "全面落实")))

    assert [] == [code for code in found if code.startswith("CIT")]
    assert ["CIT006", "CIT006"] == [code for code in applied if code.startswith("CIT")]


@pytest.mark.parametrize("width", [28, 36])
def test_shape_37_hard_line_ends_cut_every_paragraph(width: int) -> None:
    """A copied page has a line end in each line; parts, items and duties are those of the whole paragraphs."""
    start = SOUND.index("（一）规范决策程序")
    lines = SOUND[start:].split("\n")
    pieces = [line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width)]
    text = SOUND[:start] + "\n".join(pieces)

    assert text.count("\n") > SOUND.count("\n") + 15
    assert outline(SOUND) == outline(text)
    assert statuses(SOUND) == statuses(text)
    assert ordinals(SOUND) == ordinals(text)
    assert evidenced(SOUND) == evidenced(text)
    assert [] == codes(text)
