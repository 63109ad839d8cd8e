"""The numbers that Word counts stand in the text as the page shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import OFFICIAL, abstract, level, list_properties, num, p, r, read, restart, style

from report_lint.readers.docx_counting import to_words


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    """Return the lines of a Word file."""
    return read(body, numbering=numbering, styles=styles).text.split("\n")


def items(*levels: int, list_id: int = 1) -> str:
    """Return paragraphs 甲, 甲, … of a list at these levels."""
    return "".join(p("甲", num=(list_id, index)) for index in levels)


def test_counts_the_levels_of_an_official_report() -> None:
    """一、 （一） 1. （1） count on, and start anew under the next heading."""
    expected = ["一、甲", "（一）甲", "1.甲", "2.甲", "（二）甲", "1.甲", "（1）甲", "二、甲", "（一）甲"]

    assert expected == lines(items(0, 1, 2, 2, 1, 2, 3, 0, 1), OFFICIAL + num(1, 0))


def test_a_piece_knows_its_number() -> None:
    """The number belongs to the paragraph's piece and has a span of its own."""
    source = read(p("引言") + p("主要举措", num=(1, 0)), numbering=OFFICIAL + num(1, 0))

    assert source.text == "引言\n一、主要举措"
    assert [piece.number and piece.number.of(source.text) for piece in source.pieces] == [None, "一、"]
    assert [piece.span.of(source.text) for piece in source.pieces] == ["引言", "一、主要举措"]


def test_takes_the_list_from_the_heading_style() -> None:
    """Heading styles carry the list; a style built on one does too, and list 0 leaves it."""
    linked = abstract(
        7,
        level(0, "chineseCountingThousand", "%1、", more='<w:pStyle w:val="H1"/>'),
        level(1, "chineseCountingThousand", "（%2）", more='<w:pStyle w:val="H2"/>'),
    )
    styles = (
        style("H1", "heading 1", list_properties(3, None))
        + style("H2", "heading 2", list_properties(3, None))
        + style("Own", "公文一级", based_on="H1")
        + style("Lower", "公文二级", list_properties(None, 1), based_on="H1")
        + style("Plain", "无编号标题", list_properties(0, None), based_on="H1")
    )
    names = ("H1", "H2", "Own", "Lower", "H2", "Plain")
    body = "".join(p(name, style=name) for name in names) + p("off", style="H1", num=(0, None)) + p("end", style="H1")

    expected = ["一、H1", "（一）H2", "二、Own", "（一）Lower", "（二）H2", "Plain", "off", "三、end"]
    assert expected == lines(body, linked + num(3, 7), styles)


def test_a_direct_level_keeps_the_list_of_the_style() -> None:
    """A paragraph may change the level only, or the list only."""
    styles = style("S", "条目", list_properties(1, 0))
    body = p("甲", style="S") + p("乙", style="S", num=(None, 1)) + p("丙", style="S", num=(2, None))

    assert lines(body, OFFICIAL + abstract(1, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 1), styles) == [
        "一、甲",
        "（一）乙",
        "1.丙",
    ]


def test_the_default_style_may_carry_a_list() -> None:
    """A paragraph without a style has the default one."""
    normal = style("N", "Normal", list_properties(1, 0)).replace("<w:style ", '<w:style w:default="1" ')

    assert lines(p("甲"), OFFICIAL + num(1, 0), normal) == ["一、甲"]


def test_lists_of_one_abstract_list_count_on_together() -> None:
    """Word goes on counting across lists, unless one starts anew, which it does once."""
    numbering = OFFICIAL + num(1, 0) + num(2, 0) + num(3, 0, restart(0, 1)) + num(4, 0, restart(0, 5))
    body = items(0) + items(0, list_id=2) + items(0, 0, list_id=3) + items(0) + items(0, 1, 0, list_id=4)

    assert lines(body, numbering) == ["一、甲", "二、甲", "一、甲", "二、甲", "三、甲", "五、甲", "（一）甲", "六、甲"]


def test_thousands_of_lists_may_show_one_abstract_list() -> None:
    """WPS writes a list for each paragraph; what they all show is read once, however much it is."""
    many = 4_000
    numbering = abstract(0, *(level(0, "decimal", "%1.") for _ in range(many)))
    numbering += "".join(num(list_id, 0) for list_id in range(many))

    found = lines("".join(items(0, list_id=list_id) for list_id in range(1, many)), numbering)

    assert [f"{count}.甲" for count in range(1, many)] == found


def test_thousands_of_styles_may_build_on_one() -> None:
    """What a style says is read once, however many styles build on it."""
    many = 4_000
    base = style("base", "Body", '<w:numPr><w:numId w:val="1"/></w:numPr>').replace("</w:style>", "<w:x/>" * many)
    styles = f"{base}</w:style>" + "".join(style(f"s{at}", f"n{at}", based_on="base") for at in range(many))

    found = lines("".join(p("甲", style=f"s{at}") for at in range(many)), OFFICIAL + num(1, 0), styles)

    assert (many, "一、甲", "三、甲") == (len(found), found[0], found[2])


def test_a_restarted_level_restarts_under_every_parent() -> None:
    """The start that a list sets for a level holds each time the level begins."""
    assert lines(items(0, 1, 0, 1, 1), OFFICIAL + num(1, 0, restart(1, 3))) == [
        "一、甲",
        "（三）甲",
        "二、甲",
        "（三）甲",
        "（四）甲",
    ]


def test_a_list_may_replace_a_level() -> None:
    """An override with a level of its own changes the look, not the count."""
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "decimalEnclosedCircle", "%1")}</w:lvlOverride>'

    assert lines(items(0) + items(0, list_id=2), OFFICIAL + num(1, 0) + num(2, 0, override)) == ["一、甲", "②甲"]


def test_follows_a_numbering_style() -> None:
    """A list may name a style whose list holds the levels."""
    numbering = (
        abstract(5, '<w:styleLink w:val="L"/>', level(0, "chineseCounting", "%1、"))
        + abstract(6, '<w:numStyleLink w:val="L"/>')
        + num(20, 5)
        + num(21, 6)
    )
    styles = style("L", "公文编号", list_properties(20, None), kind="numbering")

    assert lines(items(0, list_id=21) + items(0, list_id=20), numbering, styles) == ["一、甲", "二、甲"]


@pytest.mark.parametrize(("restarts", "expected"), [(0, "（3）"), (1, "（3）"), (2, "（1）"), (3, "（1）")])
def test_a_level_restarts_after_the_level_it_names(restarts: int, expected: str) -> None:
    """`lvlRestart` 0 never restarts a level; 1 restarts it after the first level only."""
    more = f'<w:lvlRestart w:val="{restarts}"/>'
    numbering = abstract(
        0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "（%3）", more=more)
    )

    assert lines(items(0, 1, 2, 2, 1, 2), numbering + num(1, 0))[-1] == f"{expected}甲"


def test_a_level_before_its_parent_counts_the_parent() -> None:
    """（一） before any 一、 stands under a first that nobody wrote."""
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")) + num(1, 0)

    assert lines(items(1, 1, 0, 1), numbering) == ["1.1 甲", "1.2 甲", "2.甲", "2.1 甲"]


def test_legal_numbering_writes_every_level_in_digits() -> None:
    """第一章 has the articles 1.1 and 1.2."""
    numbering = abstract(
        0, level(0, "chineseCountingThousand", "第%1章"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    )

    assert lines(items(0, 1, 0, 1), numbering + num(1, 0)) == ["第一章 甲", "1.1 甲", "第二章 甲", "2.1 甲"]


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        ("%1.", "依法", "1.依法"),
        ("%1.", "2024年", "1. 2024年"),
        ("%1、", "2024年", "1、2024年"),
        ("（%1）", "2024年", "（1）2024年"),
        ("%1", "依法", "1 依法"),
        ("%1", "　依法", "1　依法"),
        ("第%1条 ", "依法", "第1条 依法"),
        ("%1. ", "依法", "1.依法"),
        ("%1", "", "1"),
        ("附件：", "名单", "附件：名单"),
    ],
)
def test_sets_the_number_off_only_where_it_would_run_on(template: str, text: str, expected: str) -> None:
    """A blank stands where digits or words would meet; 一、 and 1. need none."""
    source = read(p(text, num=(1, 0)) + p("完"), numbering=abstract(0, level(0, "decimal", template)) + num(1, 0))

    assert source.text == f"{expected}\n完"
    number = source.pieces[0].number
    assert number is not None
    assert number.of(source.text) == template.replace("%1", "1").strip()


def test_a_number_without_a_gap_gets_none() -> None:
    """Where the list says that nothing follows the number, nothing does."""
    numbering = abstract(0, level(0, "decimal", "%1", more='<w:suff w:val="nothing"/>')) + num(1, 0)

    assert lines(items(0), numbering) == ["1甲"]


@pytest.mark.parametrize(
    "numbering",
    [
        abstract(0, level(0, "bullet", "\uf0b7")) + num(1, 0),
        abstract(0, level(0, "none", "")) + num(1, 0),
        abstract(0, level(0, "decimal", "%1.", more="<w:rPr><w:vanish/></w:rPr>")) + num(1, 0),
        abstract(0, level(1, "decimal", "%1.")) + num(1, 0),
        abstract(0, '<w:numStyleLink w:val="gone"/>') + num(1, 0),
        num(1, 99),
        "",
    ],
    ids=["bullet", "none", "hidden", "no such level", "no such style", "no such abstract list", "no list"],
)
def test_writes_nothing_where_no_number_is_seen(numbering: str) -> None:
    """A bullet is no number, and a list that is not there shows none."""
    source = read(items(0), numbering=numbering)

    assert (source.text, source.pieces[0].number) == ("甲", None)


def test_counts_empty_paragraphs_but_not_hidden_or_deleted_ones() -> None:
    """An empty item shows its number; one that is not on the page takes none."""
    hidden = p(r("藏", "<w:vanish/>"), num=(1, 0), properties="<w:rPr><w:vanish/></w:rPr>")
    deleted = p(num=(1, 0), properties='<w:rPr><w:del w:id="1"/></w:rPr>')

    assert lines(items(0) + hidden + p(num=(1, 0)) + deleted + items(0), OFFICIAL + num(1, 0)) == [
        "一、甲",
        "二、",
        "三、甲",
    ]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 2 10 11 20 21 101"),
        ("chineseCounting", "一 二 十 十一 二十 二十一 一百零一"),
        ("chineseCountingThousand", "一 二 十 十一 二十 二十一 一百零一"),
        ("japaneseCounting", "一 二 十 十一 二十 二十一 一百零一"),
        ("ideographDigital", "一 二 一〇 一一 二〇 二一 一〇一"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾 贰拾壹 壹佰零壹"),
        ("ideographTraditional", "甲 乙 癸 11 20 21 101"),
        ("ideographZodiac", "子 丑 酉 戌 20 21 101"),
        ("ideographZodiacTraditional", "甲子 乙丑 癸酉 甲戌 癸未 甲申 甲辰"),
        ("ideographEnclosedCircle", "㊀ ㊁ ㊉ 11 20 21 101"),
        ("decimalEnclosedCircle", "① ② ⑩ ⑪ ⑳ 21 101"),
        ("decimalEnclosedCircleChinese", "① ② ⑩ ⑪ ⑳ 21 101"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ ⒇ 21 101"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒑ ⒒ ⒛ 21 101"),
        ("decimalFullWidth", "１ ２ １０ １１ ２０ ２１ １０１"),
        ("decimalZero", "01 02 10 11 20 21 101"),
        ("upperRoman", "I II X XI XX XXI CI"),
        ("lowerRoman", "i ii x xi xx xxi ci"),
        ("upperLetter", "A B J K T U WWWW"),
        ("lowerLetter", "a b j k t u wwww"),
        ("hebrew1", "1 2 10 11 20 21 101"),
    ],
)
def test_writes_every_number_format(form: str, expected: str) -> None:
    """Each format at its first, its tenth and its larger numbers; unknown ones in digits."""
    assert expected.split() == [to_words(count, form) for count in (1, 2, 10, 11, 20, 21, 101)]


@given(st.integers(min_value=1, max_value=9999))
def test_counting_in_words_names_each_number_once(count: int) -> None:
    """Chinese counting words, read back digit by digit, give the number."""
    total = digit = 0
    for sign in to_words(count, "chineseCountingThousand"):
        if sign in "千百十":
            total += (digit or 1) * {"千": 1000, "百": 100, "十": 10}[sign]
            digit = 0
        else:
            digit = "零一二三四五六七八九".index(sign)

    assert total + digit == count


def test_a_list_that_claims_absurd_numbers_stays_short() -> None:
    """A start of nine hundred million or a template of a megabyte makes no long label."""
    numbering = abstract(0, level(0, "upperLetter", "%1" * 500_000, start=900_000_000)) + num(1, 0)

    assert len(lines(items(0), numbering)[0]) < 100
