"""The outline: which lines of a report are its headings, in every shape that a report arrives in."""

from __future__ import annotations

import pytest
from outlines import drawn, find, tree

from report_lint.document import Cover, Located
from report_lint.parsing.outline import find_sections
from report_lint.text import Piece, SourceText, Span, paragraph_spans


def test_run_in_level_one_heading_is_not_its_whole_paragraph() -> None:
    """A paragraph that begins with a numbered phrase and a stop is headed by that phrase alone."""
    text = "一、加强组织领导。" + "区长主持召开常务会议研究执法监督工作。" * 30 + "\n二、存在的不足。培训不够。"
    first, second = find(text)

    assert (first.title, first.run_in, second.title) == ("加强组织领导", True, "存在的不足")
    assert first.body.of(text).startswith("区长主持")
    assert first.body.end == second.heading.start


def test_heading_ended_by_nothing_is_a_heading_of_its_own_line() -> None:
    """Words left over from a lost level stay in the title of the line they stand on."""
    text = "（一）主要举措完善制度，落实责任\n云溪镇制定了实施方案。\n（二）严格执法\n办结案件6件。"

    assert tree(text) == ["（一）主要举措完善制度，落实责任", "（二）严格执法"]


def test_lost_dot_counts_in_a_sequence_only() -> None:
    """Two lines numbered 1 and 2 without a dot are headings; one alone, or a quantity, is none."""
    text = "一、履职情况\n1履行第一责任人职责，统筹推进各项任务。\n2健全学法制度，带头学法。\n二、不足\n3件来信未办结。"

    assert tree(text) == [
        "一、履职情况",
        "  1履行第一责任人职责，统筹推进各项任务",
        "  2健全学法制度，带头学法",
        "二、不足",
    ]
    assert tree("一、履职情况\n1履行第一责任人职责。\n二、不足\n人手少。") == ["一、履职情况", "二、不足"]


def test_heading_words_of_another_part_do_not_move_a_heading() -> None:
    """Sub-headings that speak of problems or plans keep their level: labels are for whoever reads the titles."""
    text = "一、主要举措\n（一）聚焦突出问题抓整改\n正文。\n（二）依法全面履职情况\n正文。\n（三）补齐执法短板\n正文。"

    assert [section.level for section in find(text)] == [1, 2, 2, 2]


def test_two_parts_in_one_heading_are_one_section() -> None:
    """A heading that carries two parts and two years is kept whole."""
    text = "一、成效\n正文。\n三、存在的差距和不足及2022年工作安排\n正文。"

    assert tree(text)[-1] == "三、存在的差距和不足及2022年工作安排"


def test_thematic_report_is_a_row_of_level_one_headings() -> None:
    """Nine themes and a last paragraph that looks ahead give nine sections, the last one with that paragraph."""
    text = (
        "\n".join(f"{number}、{number}号主题\n正文。" for number in "一二三四五六七八九")
        + "\n下一步，市政府将继续努力。"
    )
    found = find(text)

    assert [section.ordinal for section in found] == list(range(1, 10))
    assert "下一步" in found[-1].body.of(text)


def test_enumerators_are_items_and_no_sections() -> None:
    """一是 and **二是** open items of the paragraph, whatever stands before them."""
    text = "一、工作安排\n重点抓好：**一是**加强学习。**二是**规范执法。\n一是强化考核。\n二是强化问责。"

    assert tree(text) == ["一、工作安排"]


def test_first_as_part_of_a_name_is_no_number() -> None:
    """第一责任人, 第一议题 and 第一书记 at the start of a line are names."""
    text = "一、履职情况\n第一责任人职责全面落实。\n第一议题学习9次。\n第一书记进村宣讲。"

    assert tree(text) == ["一、履职情况"]


def test_paragraph_cut_by_a_page_break_is_no_heading() -> None:
    """The second half of a sentence is body even where it is short and worded like a part."""
    text = "一、工作成效\n全局上下认真谋划\n下一步工作打算\n并逐项抓好落实，各项指标均居全市前列，群众满意度提升。"

    assert tree(text) == ["一、工作成效"]


ONE_LINE = (
    "现将2024年工作报告如下。 一、2024年度主要举措和成效 （一）加强领导。召开会议3次。 （二）规范执法。1.培训。"
    "四期。 2.评查。两次。 二、存在的不足及原因 一是力量薄弱。 三、党政主要负责人履职情况：局长带头学法。"
    "四、下一步打算 2025年，继续抓好落实。"
)


@pytest.mark.parametrize("text", [ONE_LINE, ONE_LINE.replace(" ", ""), ONE_LINE.replace(" ", "\u3000")])
def test_report_on_one_line_gives_the_sections_of_its_lost_lines(text: str) -> None:
    """Headings stand behind a stop, behind a blank, or directly behind the heading above."""
    assert tree(text) == [
        "一、2024年度主要举措和成效",
        "  （一）加强领导",
        "  （二）规范执法",
        "    1.培训",
        "    2.评查",
        "二、存在的不足及原因",
        "三、党政主要负责人履职情况",
        "四、下一步打算",
    ]
    assert all(section.run_in for section in find(text))


def test_report_on_one_line_may_begin_with_its_first_heading() -> None:
    """One level-1 number at the start of the only line is no sign that the line starts are whole."""
    text = "一、主要成效 修订办法，培训120人次。 二、存在的不足 力量薄弱，编制较少。 三、下一步安排 开展培训4期。"

    assert tree(text) == ["一、主要成效", "二、存在的不足", "三、下一步安排"]


def test_sequence_goes_on_inside_an_overlong_line() -> None:
    """Where 一、 begins a line of thousands of characters, 二、 and 三、 are looked for in that line."""
    filler = "全县执法队伍持续加强，行政效能不断提升。" * 40
    text = f"报告如下。\n一、主要成效。{filler}二、存在的不足。{filler}三、工作打算。{filler}\n四、其他事项\n无。"

    assert tree(text) == ["一、主要成效", "二、存在的不足", "三、工作打算", "四、其他事项"]


def test_list_inside_a_paragraph_is_no_outline() -> None:
    """Where lines begin with 一、 二、, a list 一、…；二、… within a paragraph stays text."""
    text = "一、工作成效\n做到：一、统一部署；二、统一考核；三、统一奖惩。\n二、存在的不足\n正文。"

    assert tree(text) == ["一、工作成效", "二、存在的不足"]


def test_first_sub_heading_on_the_line_of_its_parent() -> None:
    """A line that lost one break holds a heading and its first sub-heading."""
    text = "一、主要举措和成效（一）压实责任。全年研究4次。\n（二）规范执法。\n办案6件。\n二、存在的不足\n人手少。"

    assert tree(text) == ["一、主要举措和成效", "  （一）压实责任", "  （二）规范执法", "二、存在的不足"]


def test_markdown_title_of_the_report_is_no_section() -> None:
    """The one heading above all, that ends in 报告, is the title."""
    text = "# 云溪镇2024年度法治政府建设情况报告\n\n## 主要成效\n\n正文。\n\n## 存在不足\n\n正文。"

    assert tree(text) == ["主要成效", "存在不足"]


LINES = [
    ("一、2024年度推进法治政府建设的主要举措和成效", 1),
    ("（一）坚持党的领导", 2),
    ("全年召开党组会研究法治工作五次，听取专题汇报四次。", None),
    ("（二）规范执法行为。开展案卷评查两次，抽查四十卷。", None),
    ("二、存在的不足和原因", 1),
    ("法治力量薄弱，原因是编制少。", None),
    ("三、下一步工作安排", 1),
    ("重点抓好培训。", None),
]


def test_text_markdown_and_word_give_the_same_sections() -> None:
    """Hashes, stars and heading styles are hints; the numbers decide."""
    plain = "\n".join(line for line, _ in LINES)
    markdown = "\n\n".join(f"{'#' * level} {line}" if level else line for line, level in LINES)
    bold = "\n\n".join(f"**{line}**" if level else line for line, level in LINES)
    pieces = tuple(
        Piece(span, at, heading_level=level)
        for at, (span, (_, level)) in enumerate(zip(paragraph_spans(plain), LINES, strict=True))
    )
    word = SourceText(plain, format="docx", pieces=pieces)
    expected = tree(plain)

    assert len(expected) == 5
    assert expected == tree(markdown)
    assert expected == tree(bold)
    assert expected == drawn(find_sections(word, Cover()))


def _word(lines: list[tuple[str, int | None, bool]]) -> SourceText:
    text = "\n".join(line for line, _, _ in lines)
    pieces = (
        Piece(span, at, heading_level=level, in_table=in_table)
        for at, (span, (_, level, in_table)) in enumerate(zip(paragraph_spans(text), lines, strict=True))
    )
    return SourceText(text, format="docx", pieces=tuple(pieces))


def test_word_styles_make_headings_of_unnumbered_paragraphs() -> None:
    """A heading style gives the level of a short paragraph without a number, and is no proof for a long one."""
    source = _word(
        [
            ("工作情况", 1, False),
            ("深化改革，优化服务", 2, False),
            ("正文。", None, False),
            ("本段落误用了标题样式，其实是一整段正文。它有两个句子，说的是培训情况。", 2, False),
            ("不足之处", 1, False),
            ("正文。", None, False),
        ]
    )

    assert drawn(find_sections(source, Cover())) == ["工作情况", "  深化改革，优化服务", "不足之处"]


def test_lines_in_tables_are_no_headings() -> None:
    """Numbered and part-worded cells, styled or not, are cells."""
    source = _word(
        [
            ("一、主要成效", None, False),
            ("1.行政许可", None, True),
            ("存在的问题", None, True),
            ("（一）行政处罚", 2, True),
            ("全年办理行政许可一百二十件，行政处罚十八件。", None, False),
        ]
    )

    assert drawn(find_sections(source, Cover())) == ["一、主要成效"]


def test_only_the_body_is_read_and_furniture_is_left_out() -> None:
    """Headings in the cover letter, in navigation lines, in the title and after the signature are not the report's."""
    text = "一、报送说明\n一、主要成效\n正文。\n二、相关链接\n二、存在不足\n正文。\n云溪镇\n三、附表\n"
    body = Span(text.index("一、主要"), text.index("云溪"))
    link = text.index("二、相关")
    cover = Cover(body=body, furniture=(Span(link, link + 6),))
    titled = Cover(title=Located("一、报送说明", Span(0, 6)))

    assert drawn(find_sections(SourceText(text), cover)) == ["一、主要成效", "二、存在不足"]
    assert find_sections(SourceText(text), titled)[0].title == "主要成效"


def test_bodies_cover_their_children_and_end_at_the_next_sibling() -> None:
    """A parent's body holds all below it; an empty body is an empty span at the next heading."""
    text = "一、成效\n（一）领导\n甲。\n（二）执法\n乙。\n二、不足\n三、打算\n丙。"

    assert [section.body.of(text) for section in find(text)] == [
        "（一）领导\n甲。\n（二）执法\n乙。\n",
        "甲。\n",
        "乙。\n",
        "",
        "丙。",
    ]


def test_every_line_end_ends_a_line() -> None:
    """CRLF, a lone CR and Unicode line ends separate headings as a line feed does."""
    lines = ["一、成效", "正文。", "二、不足", "正文。"]
    expected = ["一、成效", "二、不足"]

    for end in ("\n", "\r\n", "\r", "\u2028", "\x0c", "\n\n \n"):
        assert tree(end.join(lines)) == expected


def test_text_without_headings_has_no_sections() -> None:
    """Nothing, blanks and plain paragraphs give an empty outline."""
    assert find("") == ()
    assert find(" \n\u3000\n") == ()
    assert find("2024年，云溪镇认真落实各项任务。\n下一步，将继续努力。") == ()


@pytest.mark.parametrize(
    "title", ["云溪镇2024年法治政府建设工作情况", "# 2024年法治政府建设工作总结", "2024年度法治政府建设年度报告"]
)
def test_title_that_the_cover_did_not_know_is_no_section(title: str) -> None:
    """The first line of a text, worded like a title, heads the whole text and no part of it."""
    assert tree(f"{title}\n云溪镇党委政府认真落实各项部署，现将情况报告如下。\n一、主要成效\n正文。") == [
        "一、主要成效"
    ]


def test_lost_number_in_a_line_without_breaks_does_not_hide_the_next() -> None:
    """（一） … （三） in a torn line: the third sub-heading is found although the second is missing."""
    text = "报告如下。一、成效（一）领导。正文。（三）普法。正文。二、不足。人少。（三）其他。正文。"

    assert tree(text) == ["一、成效", "  （一）领导", "  （三）普法", "二、不足"]


def test_quantities_inside_a_line_without_breaks_are_no_headings() -> None:
    """Decimals, pairs and citations of items stay text mid-line as they do at the start of a line."""
    text = "报告如下。 一、成效。受理 2.8万件，一、二季度 1.5亿元，按第（一）项办理。 二、不足。人少。"

    assert tree(text) == ["一、成效", "二、不足"]


def test_report_without_level_one_on_one_line() -> None:
    """Where nothing else is there, a sequence of （一）（二） in an overlong line is the outline."""
    filler = "全镇执法队伍持续加强，行政效能不断提升。" * 20
    text = f"报告如下。（一）领导有力。{filler}（二）执法规范。{filler}（三）普法深入。{filler}"

    assert tree(text) == ["（一）领导有力", "（二）执法规范", "（三）普法深入"]


LONG = "三、2024年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况"


@pytest.mark.parametrize("width", [22, 28, 40])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028"])
def test_heading_broken_by_the_end_of_a_line_is_one_heading(width: int, end: str) -> None:
    """In a copied page the rest of a long heading stands on the next line, and the text under both."""
    text = f"{LONG[:width]}{end}{LONG[width:]}{end}县长召开会议4次。{end}四、2025年安排{end}培训4期。"
    sections = find(text)

    assert [LONG[2:], "2025年安排"] == [one.title for one in sections]
    assert f"{LONG[:width]}{end}{LONG[width:]}" == sections[0].heading.of(text)
    assert "县长召开会议4次。" == sections[0].body.of(text).strip()


@pytest.mark.parametrize(
    "under",
    [
        "\n主要做法和工作成效",
        "主要做法。",
        "1.主要做法",
        "（一）工作成效",
        "　　主要做法和工作成效",
        "召开会议4次，取得明显成效，各项工作得到了进一步的加强，有关做法在全县作了交流，这是主要做法",
    ],
)
def test_line_under_a_heading_is_not_its_rest(under: str) -> None:
    """A blank line, a stop, a number or the blanks of a paragraph begin something new."""
    heading = "加强党的全面领导，健全法治政府建设推进机制"
    text = f"一、{heading}\n{under}\n县长召开会议4次，评查案卷20卷。\n二、规范执法\n培训。"

    assert heading == find(text)[0].title
