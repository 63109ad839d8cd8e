"""Shapes of titles, issuers, years, recipients, signatures and dates that mislead, and how they are to be read."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest
from shapes import SOUND, codes, codes_at, outline, read, statuses, values

from report_lint import lint_text

BODY = "一、主要举措和成效\n审查文件12件。\n二、存在的不足\n人员偏少。\n"
# The text of the sound report without title, recipient and signature.
TEXT = SOUND[SOUND.index("2024年，我局") : SOUND.rindex("芦川县交通运输局")]


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [("", "\n", ""), ("", "\n\n", ""), ("", "\u2028", ""), ("# ", "\n# ", ""), ("**", "**\n**", "**")],
)
def test_shape_01_issuers_stand_on_lines_above_the_matter(before: str, between: str, after: str) -> None:
    """Two organs and “关于…的报告” on three lines are one title; the line with the colon is no part of it."""
    lines = ["中共墨屏县松风镇委员会", "墨屏县松风镇人民政府", "关于2022年度法治政府建设工作情况的报告"]
    text = f"{before}{between.join(lines)}{after}\n县委、县政府：\n2022年，松风镇扎实推进依法行政。\n"
    cover = read(text + BODY).cover

    assert cover.title is not None
    assert "中共墨屏县松风镇委员会墨屏县松风镇人民政府关于2022年度法治政府建设工作情况的报告" == cover.title.value
    assert lines[:2] == values(cover.issuers)
    assert "joint/township" == str(cover.profile)
    assert cover.recipient is not None
    assert "县委、县政府" == cover.recipient.value
    assert ["一、主要举措和成效", "二、存在的不足"] == outline(text + BODY)


@pytest.mark.parametrize("tail", ["情况报告", "工作情况的报告", "总结"])
def test_shape_02_the_last_words_of_a_title_stand_on_the_next_line(tail: str) -> None:
    """The wrapped end of a title is no heading, and what stands under it begins the body."""
    text = f"墨屏县水务局2023年度推进法治政府建设\n{tail}\n\n2023年，我局依法治水。\n{BODY}"
    document = read(text)

    assert document.cover.title is not None
    assert f"墨屏县水务局2023年度推进法治政府建设{tail}" == document.cover.title.value
    assert "2023年，我局" == text[document.cover.body.start :][:8]
    assert ["一、主要举措和成效", "二、存在的不足"] == outline(text)


def test_shape_03_issuer_and_day_stand_under_the_title() -> None:
    """A title without an issuer takes it from the line below, and the day in brackets is the signing day."""
    head = "2024年度法治政府建设工作情况报告\n\n远岫省交通运输厅\n\n（2025年2月14日）\n\n"
    cover = read(f"{head}2024年，我厅推进依法行政。\n{BODY}").cover

    assert ["远岫省交通运输厅"] == values(cover.issuers)
    assert ["远岫省交通运输厅"] == values(cover.signed_by)
    assert cover.signed_on is not None
    assert date(2025, 2, 14) == cover.signed_on.value
    assert "department/province" == str(cover.profile)
    assert 2024 == cover.year.value


@pytest.mark.parametrize("blank", [" ", "　", "  "])
def test_shape_04_a_blank_separates_two_issuers(blank: str) -> None:
    """The blank between Party committee and government is meant; it is in no name and not in the title."""
    text = f"中共霜林镇委员会{blank}霜林镇人民政府关于2021年度法治政府建设情况的报告\n{BODY}"
    cover = read(text).cover

    assert cover.title is not None
    assert "中共霜林镇委员会霜林镇人民政府关于2021年度法治政府建设情况的报告" == cover.title.value
    assert ["中共霜林镇委员会", "霜林镇人民政府"] == values(cover.issuers)
    assert "joint/township" == str(cover.profile)


@pytest.mark.parametrize(
    ("title", "issuer", "profile"),
    [
        ("柳荫街2023年法治政府建设工作报告", "柳荫街", "government/township"),
        ("柳荫街道2023年度法治政府建设情况报告", "柳荫街道", "government/township"),
        ("白鹭镇2021年度法治政府建设情况报告", "白鹭镇", "government/township"),
        ("石臼乡2025年法治政府建设年度报告", "石臼乡", "government/township"),
        ("墨屏县白鹭镇2021年度法治政府建设情况报告", "墨屏县白鹭镇", "government/township"),
        ("墨泉区2022年法治政府建设年度报告", "墨泉区", "government/county"),
        ("墨泉区2022年度法治政府建设工作总结", "墨泉区", "government/county"),
        ("岚州市2020年度法治政府建设情况报告", "岚州市", "government/city"),
    ],
)
def test_shape_05_a_place_stands_for_its_government(title: str, issuer: str, profile: str) -> None:
    """A title that names only the place tells body and level by the place's last character."""
    cover = read(f"{title}\n{BODY}").cover

    assert [issuer] == values(cover.issuers)
    assert profile == str(cover.profile)


def test_shape_06_a_web_page_prints_its_own_title_first() -> None:
    """Of the page's title and the report's title the second counts, and neither repeats a heading."""
    title = "墨泉区2023年度法治政府建设情况报告"
    text = f"{title}\n来源：区司法局  发布时间：2024-03-22 15:40\n{title}\n{BODY}"
    document = read(text)

    assert document.cover.title is not None
    assert text.rindex(title) == document.cover.title.span.start
    assert [span for span in document.cover.furniture if span.start == 0]
    assert ["一、主要举措和成效", "二、存在的不足"] == outline(text)
    assert "STR011" not in codes(text)


def test_shape_06_a_page_may_print_the_title_twice_in_a_row() -> None:
    """With the page's own lines around them, two equal lines are page title and report title and no slip."""
    title = "墨泉区2023年度法治政府建设情况报告"
    page = "发布时间：2024-03-22 15:40\n"

    assert "STR011" not in codes(f"{title}\n{title}\n{page}{BODY}")
    assert "STR011" in codes(f"{title}\n{title}\n{BODY}")


def test_shape_07_a_cover_letter_and_then_the_report() -> None:
    """Recipient and signature are the letter's; they do not end the report, which begins at the second title."""
    letter = dedent("""\
        关于报送《墨屏县林业局2024年度法治政府建设情况报告》的报告
        县委全面依法治县委员会办公室：
        按照通知要求，我局形成了年度报告，现随文报送，请审阅。
        特此报告。
        附件：墨屏县林业局2024年度法治政府建设情况报告
        墨屏县林业局
        2025年1月21日
        """)
    title = "墨屏县林业局2024年度法治政府建设情况报告"
    text = f"{letter}{title}\n2024年，我局坚持依法治林。\n{BODY}三、2025年工作打算\n举办培训4期。\n"
    document = read(text)

    assert document.cover.title is not None
    assert text.rindex(title) == document.cover.title.span.start
    assert text.index("2024年，我局") == document.cover.body.start
    assert document.cover.letter is not None
    assert "特此报告" in document.cover.letter.of(text)
    assert document.cover.recipient is not None
    assert "县委全面依法治县委员会办公室" == document.cover.recipient.value
    assert document.cover.signed_on is not None
    assert date(2025, 1, 21) == document.cover.signed_on.value
    assert ["一、主要举措和成效", "二、存在的不足", "三、2025年工作打算"] == outline(text)


def test_shape_08_an_interpretation_of_a_report_is_no_report() -> None:
    """A reading aid is called what it is once; nothing is said about parts that it cannot have."""
    text = dedent("""\
        【部门解读】《墨泉区关于2022年法治政府建设情况的报告》解读
        近日，区政府公布了上一年度法治政府建设情况的报告，现就有关内容说明如下。
        一、起草背景
        按照有关规定，每年3月底前应当公布年度报告。
        二、主要内容
        报告从六个方面总结了依法行政工作。
        """)

    genre = read(text).cover.genre

    assert genre is not None
    assert "解读" == genre.value
    assert ["STR013"] == [finding.code for finding in lint_text(text).findings]


def test_shape_09_a_text_without_a_title_begins_with_its_first_sentence() -> None:
    """The first sentence is neither title nor issuer, and its year gives way to that of the opening clause."""
    text = (
        "2024年初，我街道在区委、区政府的坚强领导下，召开了法治建设工作推进会。现将2023年法治政府建设情况报告如下：\n"
        f"{BODY}"
    )
    cover = read(text).cover

    assert cover.title is None
    assert () == cover.issuers
    assert 2023 == cover.year.value
    assert "government/township" == str(cover.profile)


@pytest.mark.parametrize(
    "start",
    [
        "2024年是实施《远岫省法治政府建设规划（2021—2025年）》的关键一年，我局依法履职。",
        "为落实《法治社会建设实施纲要（2020—2025年）》，现将2024年法治政府建设情况报告如下。",
        "现将落实《法治政府建设实施纲要（2021-2025年）》和“八五”普法规划（2021—2025年）以及2024年法治政府建设情况报告如下。",
        "现将落实《远岫省2023年度法治工作要点》和2024年法治政府建设情况报告如下。",
        "现将2021—2025年规划中2024年度法治政府建设任务完成情况报告如下。",
    ],
)
def test_shape_10_the_years_of_a_plan_stand_first(start: str) -> None:
    """Years inside title marks and periods belong to the plan; the report is about the single year."""
    cover = read(f"关于法治政府建设情况的报告\n{start}\n{BODY}").cover

    assert 2024 == cover.year.value


def test_shape_11_a_heading_that_lost_its_year_has_none() -> None:
    """“年度…举措” without a number gives no year, nor does it hide the year that another heading has."""
    lost = "一、年度法治政府建设的主要举措\n审查文件12件。\n二、存在的不足\n人员偏少。\n"

    assert read(lost).cover.year.value is None
    assert 2023 == read(lost.replace("二、", "二、2023年度")).cover.year.value


@pytest.mark.parametrize(
    "text",
    [
        "现将2022以来法治政府建设情况报告如下。\n2022县教育体育局坚持依法治教。\n",
        "墨屏县教育体育局2022法治政府建设工作总结\n\n2022县教育体育局坚持依法治教。\n",
    ],
)
def test_shape_11_a_year_without_its_character_is_a_year(text: str) -> None:
    """Four digits glued to the next word are a year, and no number of a heading."""
    assert 2022 == read(text + BODY).cover.year.value
    assert ["一、主要举措和成效", "二、存在的不足"] == outline(text + BODY)


def test_shape_12_the_opening_clause_names_two_years() -> None:
    """The year that is reported on stands first, the year that is planned second."""
    text = f"关于法治政府建设工作的报告\n现将2021年法治政府建设情况及2022年工作计划报告如下。\n{BODY}"
    document = read(text + "三、2022年工作计划\n举办培训4期。\n")

    assert 2021 == document.cover.year.value
    assert "met" == document.part("plan").status


def test_shape_13_the_year_of_a_notice_stands_before_the_year_of_the_report() -> None:
    """Only the clause from 现 on tells the year, not the notice before it and not its number in brackets."""
    text = (
        "法治政府建设情况报告\n根据《关于做好2023年度有关材料报送工作的通知》（墨法委办〔2024〕3号）要求，"
        f"现将我乡（2024年2月设立）2022年法治政府建设情况报告如下。\n{BODY}"
    )

    assert 2022 == read(text).cover.year.value


def test_shape_14_circles_are_zeros() -> None:
    """○ and 〇 between Chinese digits write a year, in the title, in a heading and in the signature."""
    text = dedent("""\
        墨屏县档案馆二○二三年度法治政府建设情况报告
        一、二○二三年主要举措和成效
        印发《墨屏县二○二三—二○二五年档案法治宣传方案》，着眼二〇三五年远景目标开展培训。
        二、存在的不足
        人员偏少。
        墨屏县档案馆
        二〇二四年二月一日
        """)
    cover = read(text).cover

    assert 2023 == cover.year.value
    assert "sure" == cover.year.confidence
    assert cover.signed_on is not None
    assert date(2024, 2, 1) == cover.signed_on.value
    assert [] == codes_at(text, "二○二三—二○二五年") + codes_at(text, "二〇三五年")


@pytest.mark.parametrize("zero", ["○", "〇", "零", "0", "０", "O", "Ｏ"])
def test_shape_14_the_circle_is_typed_in_many_ways(zero: str) -> None:
    """Whatever key was pressed for the circle, the year is read and the issuer ends before it."""
    cover = read(f"墨屏县档案馆二{zero}二三年度法治政府建设情况报告\n{BODY}").cover

    assert 2023 == cover.year.value
    assert ["墨屏县档案馆"] == values(cover.issuers)


def test_shape_15_an_opening_clause_ends_in_a_colon() -> None:
    """A line that holds a word for an organ and ends in a colon is no recipient when it is the clause 现将…如下."""
    text = f"墨屏县医疗保障局关于2023年法治政府建设情况的报告\n现将我局2023年法治政府建设工作情况汇报如下：\n{BODY}"
    cover = read(text).cover

    assert cover.recipient is None
    assert cover.opening is not None
    assert "现将我局2023年法治政府建设工作情况汇报如下" == cover.opening.of(text)


def test_shape_16_the_recipient_stands_higher_than_the_issuer() -> None:
    """The county in a town's recipient line does not make the report a county's."""
    text = f"松风镇2024年度法治政府建设情况报告\n中共墨屏县委、墨屏县人民政府：\n2024年，我镇推进依法行政。\n{BODY}"
    cover = read(text).cover

    assert ["松风镇"] == values(cover.issuers)
    assert "government/township" == str(cover.profile)
    assert cover.recipient is not None
    assert "中共墨屏县委、墨屏县人民政府" == cover.recipient.value


@pytest.mark.parametrize(
    ("line", "recipient"),
    [
        ("县委全面依法治县委员会：\n", "县委全面依法治县委员会"),
        ("市委依法治市办：\n", "市委依法治市办"),
        ("市人大常委会: ", "市人大常委会"),
        ("区人大常委会：　　", "区人大常委会"),
    ],
)
def test_shape_17_the_recipient_collects_the_reports(line: str, recipient: str) -> None:
    """A commission or the people's congress is a recipient, even where the text goes on in its line."""
    text = f"岚州市人民政府关于2022年法治政府建设情况的报告\n{line}2022年，我市推进依法行政。\n{BODY}"
    cover = read(text).cover

    assert cover.recipient is not None
    assert recipient == cover.recipient.value
    assert text.index("2022年，我市") == cover.body.start
    assert ["岚州市人民政府"] == values(cover.issuers)


@pytest.mark.parametrize("line", ["墨泉区人民政府 2020年3月12日星期四", "今天是：2020年3月12日 农历二月十九"])
def test_shape_18_the_page_header_shows_a_day(line: str) -> None:
    """The day of a visit to the page is neither signing day nor year, and its organ is not the issuer."""
    text = f"{line}\n墨泉区民政局法治政府建设情况报告\n{BODY}"
    cover = read(text).cover

    assert cover.signed_on is None
    assert cover.year.value is None
    assert ["墨泉区民政局"] == values(cover.issuers)
    assert [line] == [span.of(text) for span in cover.furniture]


def test_shape_19_a_table_of_metadata_stands_before_the_report() -> None:
    """The cells of the page's table are no number, no signature and no second title of the report."""
    title = "松风镇2024年度法治政府建设情况报告"
    text = dedent(f"""\
        索 引 号：MP0031-2025-00018
        成文日期：2025-02-17
        文　　号：无
        标　　题：{title}
        发布日期：2025-02-19
        效力状态：有效
        {title}
        2024年，我镇推进依法行政。
        """)
    cover = read(text + BODY).cover

    assert cover.document_number is None
    assert cover.signed_on is None
    assert cover.title is not None
    assert text.rindex(title) == cover.title.span.start
    assert cover.published_on is not None
    assert date(2025, 2, 19) == cover.published_on.value
    assert "STR011" not in codes(text + BODY)


@pytest.mark.parametrize(
    ("end", "day"),
    [
        ("2025年1月13日7", date(2025, 1, 13)),
        ("2024年12月3日12", date(2024, 12, 3)),
        ("二〇二五年一月九日１", date(2025, 1, 9)),
    ],
)
def test_shape_20_a_page_number_is_glued_to_the_day(end: str, day: date) -> None:
    """The digits behind 日 belong to the page, not to the day, and the signature stays one."""
    text = f"墨屏县财政局2024年度法治政府建设情况报告\n{BODY}墨屏县财政局\n{end}\n"
    cover = read(text).cover

    assert cover.signed_on is not None
    assert day == cover.signed_on.value
    assert end.rstrip("0123456789１") == cover.signed_on.span.of(text)
    assert ["墨屏县财政局"] == values(cover.signed_by)


@pytest.mark.parametrize("title", ["墨屏县财政局2024年法治政府建设情况报告", "墨屏县财政局法治政府建设情况报告"])
def test_shape_21_a_report_is_signed_before_its_year_ended(title: str) -> None:
    """A December signature is of the report's own year, whether or not the title names it."""
    text = f"{title}\n{BODY}墨屏县财政局\n2024年12月25日\n"
    document = read(text)

    assert 2024 == document.cover.year.value
    assert date(2024, 12, 25) == document.day


def test_shape_22_an_old_report_stands_on_a_younger_page() -> None:
    """The years of the page tell nothing about the report."""
    text = dedent("""\
        首页 > 政务公开 > 2023年
        发布时间：2023-06-05 09:12　来源：县司法局　浏览次数：88
        墨屏县司法局法治政府建设情况的报告
        现将2019年度法治政府建设情况报告如下。
        """)
    document = read(f"{text}{BODY}版权所有：墨屏县人民政府 2023年\n")

    assert 2019 == document.cover.year.value
    assert date(2019, 12, 31) == document.day


@pytest.mark.parametrize(
    "close", ["请审阅。", "请审议。", "特此报告。", "以上报告，请审议。", "如有不当，请批评指正。"]
)
def test_shape_23_a_report_closes_with_a_courtesy(close: str) -> None:
    """Closing words ask for nothing: they are no part, no heading and no recipient, and the signature follows them."""
    text = f"墨屏县财政局2024年度法治政府建设情况报告\n{TEXT}{close}\n\n墨屏县财政局\n2025年1月13日\n"
    document = read(text)

    assert ["墨屏县财政局"] == values(document.cover.signed_by)
    assert document.cover.recipient is None
    assert "其他需要报告的情况" == document.sections[-1].title
    assert statuses(SOUND) == statuses(text)
    assert [] == codes_at(text, close)
