"""A Word file reads as it looks: its visible text in reading order, all tracked changes accepted."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import p, parts_of, r, read, relations, style, word, zipped

from report_lint.readers import read_bytes
from report_lint.text import Piece, Span

BREAK = "<w:r><w:br/></w:r>"
PAGE = '<w:r><w:br w:type="page"/></w:r>'
MARK_DELETED = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
HIDDEN = "<w:vanish/>"


def field(step: str) -> str:
    """Return a mark of a complex field."""
    return f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>'


def instruction(text: str) -> str:
    """Return a run of a field's instruction."""
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(*content: str, properties: str = "") -> str:
    """Return a cell."""
    inner = "".join(item if item.startswith("<w:") else p(item) for item in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def box(*content: str) -> str:
    """Return a run with a text box as Word writes it: once for itself and once for old programs."""
    inner = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_reads_what_python_docx_writes() -> None:
    """Title, text, heading and table come in reading order, each with its paragraph."""
    document = docx.Document()
    document.add_heading("青禾县教育局2024年法治政府建设年度报告", 0)
    document.add_heading("一、主要举措和成效", 1)
    document.add_paragraph("全年培训").add_run("12").bold = True
    grid = document.add_table(2, 2)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "执法数据"
    grid.cell(1, 0).text, grid.cell(1, 1).text = "检查", "30次"
    document.add_paragraph()
    document.add_paragraph("完")
    stream = io.BytesIO()
    document.save(stream)

    source = read_bytes(stream.getvalue())

    lines = [
        "青禾县教育局2024年法治政府建设年度报告",
        "一、主要举措和成效",
        "全年培训12",
        "执法数据",
        "检查",
        "30次",
        "",
        "完",
    ]
    assert "\n".join(lines) == source.text
    assert lines == [piece.span.of(source.text) for piece in source.pieces]
    assert list(range(1, 9)) == [piece.paragraph for piece in source.pieces]
    assert [piece.heading_level for piece in source.pieces] == [None, 1, None, None, None, None, None, None]
    assert [piece.in_table for piece in source.pieces] == [False, False, False, True, True, True, False, False]
    assert (source.format, source.encoding, source.damage) == ("docx", None, ())


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))), min_size=1))
def test_pieces_cover_exactly_their_text(paragraphs: list[list[str]]) -> None:
    """Whatever the runs say, the pieces are the lines of the text, with one line end between them."""
    clean = [[text.replace("\ufffe", "").replace("\uffff", "") for text in texts] for texts in paragraphs]

    source = read(p("开头") + "".join(p(*map(r, texts)) for texts in clean))

    assert ["开头", *("".join(texts) for texts in clean)] == [piece.span.of(source.text) for piece in source.pieces]
    ends = [piece.span.end for piece in source.pieces]
    assert [0, *(end + 1 for end in ends)] == [*(piece.span.start for piece in source.pieces), len(source.text) + 1]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (BREAK, "甲\n乙"),
        ("<w:r><w:cr/></w:r>", "甲\n乙"),
        ("<w:r><w:tab/></w:r>", "甲\t乙"),
        ("<w:r><w:noBreakHyphen/></w:r>", "甲-乙"),
        ("<w:r><w:softHyphen/></w:r>", "甲乙"),
        ("<w:r><w:lastRenderedPageBreak/></w:r>", "甲乙"),
        (PAGE, "甲\n乙"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "甲☑乙"),
        ('<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>', "甲①乙"),
        ('<w:r><w:sym w:font="x" w:char="D800"/><w:sym w:char="?"/></w:r>', "甲乙"),
        ("<w:r><w:t> 丙\n\t丁 </w:t></w:r>", "甲丙 丁乙"),
        ('<w:r><w:t xml:space="preserve"> 丙 </w:t></w:r>', "甲 丙 乙"),
        ("<w:r><w:t>　丙　</w:t></w:r>", "甲　丙　乙"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "甲乙"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>yǔ</w:t></w:r></w:rt><w:rubyBase>" + r("禹") + "</w:rubyBase></w:ruby></w:r>",
            "甲禹乙",
        ),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "甲x乙"),
        (f"<w:hyperlink>{r('链接')}</w:hyperlink>", "甲链接乙"),
        (f"<w:smartTag><w:smartTag>{r('日期')}</w:smartTag></w:smartTag>", "甲日期乙"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>", "甲控件乙"),
        (f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>', "甲3乙"),
        (field("begin") + instruction("REF a") + field("separate") + r("结果") + field("end"), "甲结果乙"),
        (field("begin") + instruction("REF a") + field("end"), "甲乙"),
        (field("end") + field("separate"), "甲乙"),
    ],
)
def test_reads_a_run_as_it_looks(run: str, text: str) -> None:
    """Breaks, tabs, symbols, links, controls and fields give what the reader of the page sees."""
    assert read(p("甲", run, "乙")).text == text


def test_a_field_inside_an_instruction_is_no_text() -> None:
    """{ IF { PAGE } = 1 "a" } shows its own result only."""
    inner = field("begin") + instruction("PAGE") + field("separate") + r("7") + field("end")
    outer = field("begin") + instruction("IF") + inner + field("separate") + r("见") + inner + field("end")

    assert read(p("甲", outer, "乙")).text == "甲见7乙"


def test_a_field_that_never_ends_hides_no_later_paragraph() -> None:
    """A broken field costs its own paragraph at most."""
    assert read(p("甲", field("begin"), "丢") + p("乙")).text == "甲\n乙"


def test_a_soft_break_is_a_line_end_inside_one_paragraph() -> None:
    """A title broken by hand is two lines of the text and one piece."""
    source = read(p("甲", BREAK, "乙") + p("丙"))

    assert (Piece(Span(0, 3), 1), Piece(Span(4, 5), 2)) == source.pieces


def test_a_page_break_adds_no_empty_line() -> None:
    """A page break before or after a paragraph's words is not seen in the text."""
    assert read(p(PAGE, "甲", PAGE) + p(PAGE) + p("乙")).text == "甲\n\n乙"


def test_reads_the_report_with_tracked_changes_accepted() -> None:
    """What was put in or moved here stays, what was taken out or moved away goes; both are counted."""
    source = read(
        p("甲", f'<w:ins w:id="1">{r("增")}</w:ins>', '<w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>')
        + p(f'<w:moveTo w:id="3">{r("来")}</w:moveTo>', f'<w:moveFrom w:id="4">{r("去")}</w:moveFrom>')
    )

    assert (source.text, source.revisions) == ("甲增\n来", 4)


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    """The joined paragraph is of the second one's kind, since its mark is the one that stays."""
    styles = style("H", "heading 1")

    source = read(p("甲", style="H", properties=MARK_DELETED) + p("乙") + p("丙", style="H"), styles=styles)

    assert source.text == "甲乙\n丙"
    assert (Piece(Span(0, 2), 1), Piece(Span(3, 4), 3, heading_level=1)) == source.pieces


def test_a_paragraph_deleted_whole_leaves_no_line() -> None:
    """Neither before another paragraph, nor before a table, nor at the end of a cell."""
    gone = p('<w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>', properties=MARK_DELETED)

    source = read(gone + p("甲") + gone + table(row(cell("乙", gone), cell(gone, "丙"))) + p("丁") + gone)

    assert source.text == "甲\n乙\n丙\n丁"


def test_the_formatting_before_a_tracked_change_does_not_count() -> None:
    """Old properties are kept in the file beside the new ones."""
    old_run = f'<w:rPrChange w:id="1"><w:rPr>{HIDDEN}</w:rPr></w:rPrChange>'
    old = '<w:pPrChange w:id="2"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'

    source = read(p(r("甲", old_run), properties=old))

    assert (source.text, source.pieces[0].heading_level, source.revisions) == ("甲", None, 0)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("甲", r("藏", HIDDEN)), "甲"),
        (p("甲", r("现", '<w:vanish w:val="0"/>')), "甲现"),
        (p("甲", r("藏", '<w:rStyle w:val="C"/>')), "甲"),
        (p("甲") + p("藏", style="P"), "甲"),
        (p("甲") + p(r("现", '<w:vanish w:val="false"/>'), style="P"), "甲\n现"),
        (p("甲") + p(r("藏", HIDDEN), properties=f"<w:rPr>{HIDDEN}</w:rPr>") + p("乙"), "甲\n乙"),
        (p("甲") + p(r("藏", HIDDEN)) + p("乙"), "甲\n\n乙"),
        (p("甲") + table(row(cell("藏"), properties="<w:hidden/>"), row(cell("乙"))), "甲\n乙"),
    ],
)
def test_hidden_text_is_left_out(body: str, text: str) -> None:
    """Text is hidden by itself, by its style, or with its whole paragraph or row."""
    hiding = f"<w:rPr>{HIDDEN}</w:rPr></w:style>"
    styles = (
        style("C", "暗", kind="character").replace("</w:style>", hiding)
        + style("Q", "暗段").replace("</w:style>", hiding)
        + style("P", "暗段二", based_on="Q")
    )

    assert read(body, styles=styles).text == text


@pytest.mark.parametrize(
    ("places", "body"),
    [
        (1, p("甲", r("藏", HIDDEN), r("藏", HIDDEN), "乙")),
        (2, p("甲", r("藏", HIDDEN), "乙", r("藏", HIDDEN))),
        (2, p(r("藏", HIDDEN)) + p("甲") + p(r("藏", HIDDEN))),
        (1, p("甲") + table(row(cell("藏"), properties="<w:hidden/>"), row(cell("乙")))),
        (0, p("甲", r(" ", HIDDEN), r("现", '<w:vanish w:val="0"/>'))),
        (0, p("甲") + p(r("目录\t1", HIDDEN), style="T")),
        (0, p("甲", f'<w:del w:id="1" w:author="甲">{r("删", HIDDEN)}</w:del>')),
    ],
    ids=["two runs", "apart", "paragraphs", "row", "blank and shown", "contents", "deleted"],
)
def test_counts_the_places_of_hidden_text(places: int, body: str) -> None:
    """Hidden words are counted by place; blanks, tables of contents and deleted words are none."""
    assert places == read(body, styles=style("T", "toc 1")).hidden


def test_reads_tables_row_by_row() -> None:
    """Cells come row by row, a cell's paragraphs each on a line, a table in a cell where it stands."""
    inner = table(row(cell("内一"), cell("内二")))

    source = read(p("前") + table(row(cell("一", "二"), cell("三", inner, p("四")))) + p("后"))

    assert source.text == "前\n一\n二\n三\n内一\n内二\n四\n后"
    assert [False, *[True] * 6, False] == [piece.in_table for piece in source.pieces]


def test_reads_merged_cells_once() -> None:
    """A cell over two columns or two rows is one cell; what merging hid stays hidden."""
    restart = '<w:vMerge w:val="restart"/>'

    source = read(
        table(
            row(cell("甲", properties=restart), cell("乙", properties='<w:gridSpan w:val="2"/>')),
            row(cell("藏", properties="<w:vMerge/>"), cell("丙"), cell("丁")),
            row(cell("藏", properties='<w:vMerge w:val="continue"/>'), cell("戊"), cell("己")),
        )
    )

    assert source.text == "甲\n乙\n丙\n丁\n戊\n己"


def test_a_deleted_row_is_left_out() -> None:
    """A row taken out with tracked changes is no part of the report."""
    assert read(table(row(cell("甲")), row(cell("删"), properties='<w:del w:id="1"/>'))).text == "甲"


def test_reads_controls_around_rows_cells_and_paragraphs() -> None:
    """Templates wrap anything into content controls."""

    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    grid = table(control(row(control(cell("格")))))

    assert read(p("甲") + control(p("段") + grid)).text == "甲\n段\n格"


def test_reads_a_text_box_once_after_its_paragraph() -> None:
    """A box does not cut the paragraph that it is anchored in."""
    source = read(p("前半", box(p("框一"), p("框二")), "后半") + p("尾"))

    assert source.text == "前半后半\n框一\n框二\n尾"
    assert [piece.paragraph for piece in source.pieces] == [1, 2, 3, 4]


def test_reads_the_fallback_where_there_is_nothing_else() -> None:
    """An alternative without a first choice still has its text."""
    body = f"<mc:AlternateContent><mc:Fallback>{r('乙')}</mc:Fallback></mc:AlternateContent><mc:AlternateContent/>"

    assert read(p("甲", body)).text == "甲乙"


def test_leaves_out_headers_footnotes_and_the_table_of_contents() -> None:
    """What is no body text, or repeats it, is not checked; comments are counted."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、主要举措和成效\t1", style="toc 1")
    paragraph = document.add_paragraph("正文")
    document.add_comment(paragraph.runs, "此处待核", "审核人", "审")
    stream = io.BytesIO()
    document.save(stream)

    source = read_bytes(stream.getvalue())

    assert (source.text, source.comments, source.pieces[0].paragraph) == ("正文", 1, 2)


@pytest.mark.parametrize(
    ("paragraph", "level"),
    [
        (p("甲", style="H1"), 1),
        (p("甲", style="H2"), 2),
        (p("甲", style="Based"), 2),
        (p("甲", style="Outline"), 3),
        (p("甲", style="Chinese"), 4),
        (p("甲", style="Title"), None),
        (p("甲", style="TitleBased"), None),
        (p("甲", style="Body"), None),
        (p("甲", style="Missing"), None),
        (p("甲", style="Circle"), None),
        (p("甲", properties='<w:outlineLvl w:val="1"/>'), 2),
        (p("甲", style="H1", properties='<w:outlineLvl w:val="9"/>'), None),
        (p("甲", style="Title", properties='<w:outlineLvl w:val="0"/>'), 1),
    ],
)
def test_takes_heading_levels_from_the_outline(paragraph: str, level: int | None) -> None:
    """The outline level comes from the paragraph, its style, or a style that this builds on; a title has none."""
    styles = (
        style("H1", "heading 1")
        + style("H2", "Heading 2", '<w:outlineLvl w:val="1"/>')
        + style("Based", "公文二级", based_on="H2")
        + style("Outline", "公文三级", '<w:outlineLvl w:val="2"/>')
        + style("Chinese", "标题 4")
        + style("Title", "Title", '<w:outlineLvl w:val="0"/>')
        + style("TitleBased", "大标题", based_on="Title")
        + style("Body", "正文文本", '<w:outlineLvl w:val="9"/>', based_on="H1")
        + style("Circle", "环一", based_on="Circle2")
        + style("Circle2", "环二", based_on="Circle")
    )

    assert read(paragraph, styles=styles).pieces[0].heading_level == level


def test_finds_the_parts_by_their_relations() -> None:
    """Word on the web calls the body document2.xml, and paths may be absolute."""
    parts = parts_of(p("甲", style="H1"), styles=style("H1", "heading 1"))
    parts["_rels/.rels"] = relations(officeDocument="/word/document2.xml")
    parts["word/_rels/document2.xml.rels"] = relations(styles="/custom/Styles.xml")
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["custom/styles.xml"] = parts.pop("word/styles.xml")

    source = read_bytes(zipped(parts))

    assert (source.text, source.pieces[0].heading_level) == ("甲", 1)


@pytest.mark.parametrize(
    "gone", ["_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml"]
)
def test_reads_on_without_what_is_not_the_body(gone: str) -> None:
    """Programs that write the least still write a report."""
    parts = parts_of(p("甲", style="H1", num=(1, 0)))
    del parts[gone]

    assert read_bytes(zipped(parts)).text == "甲"


def test_reads_the_strict_format_and_utf16_parts() -> None:
    """Word saves "Strict Open XML" under another namespace, and XML may be UTF-16."""
    strict = {
        name: content.replace(
            "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
        )
        for name, content in parts_of(p("甲")).items()
        if isinstance(content, str)
    }
    wide: dict[str, str | bytes] = dict(strict)
    wide["word/document.xml"] = strict["word/document.xml"].replace("UTF-8", "UTF-16").encode("utf-16")

    assert read_bytes(zipped(strict)).text == "甲"
    assert read_bytes(zipped(wide)).text == "甲"


def test_says_what_could_not_be_read() -> None:
    """Lost characters and an embedded file are told of, since silence would count as checked."""
    source = read(p("推进法\ufffd政府建设") + '<w:altChunk r:id="x" xmlns:r="x"/>')

    assert source.damage == (
        "正文里嵌有另一份文件，其中的文字没有读到",
        "文中有1处乱码（“推进法�政府建设”），原字无法辨认",
    )


def test_reads_every_paragraph_of_a_long_report() -> None:
    """A thousand paragraphs are a thousand lines of one text."""
    source = read_bytes(word(p("依法行政。") * 1000))

    assert len(source.pieces) == 1000
    assert source.text.count("\n") == 999
