"""Shapes of words, numbers and damaged copies that mislead, and how they are to be read."""

from __future__ import annotations

import re
from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from shapes import (
    ACH,
    FRP,
    GAP,
    OTHER,
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

from report_lint import lint_text

if TYPE_CHECKING:
    from collections.abc import Callable

# The sound report without its part about the head and without any other word of the head.
HEADLESS = re.sub("三、2024年度党政.*?(?=四、)", "", SOUND, flags=re.DOTALL).replace("局长出庭应诉1次", "已审结")
PLACES = pytest.mark.parametrize("place", [with_sentence, with_paragraph])


def assert_harmless(sentence: str, place: Callable[[str], str] = with_sentence) -> None:
    """A sentence adds no finding, heading, item, part, duty, year or number to the sound report."""
    before, after = read(SOUND), read(place(sentence))

    assert [] == codes(place(sentence))
    assert outline(SOUND) == outline(place(sentence))
    assert ordinals(SOUND) == ordinals(place(sentence))
    assert [len(part.blocks) for part in before.parts] == [len(part.blocks) for part in after.parts]
    assert evidenced(SOUND) == evidenced(place(sentence))
    assert (before.cover.year, before.cover.profile) == (after.cover.year, after.cover.profile)
    assert before.cover.document_number == after.cover.document_number


@pytest.mark.parametrize(
    ("other", "head"),
    [
        ("习近平总书记就法治工作作出重要批示6件。", "局党组书记就法治工作作出重要批示6件。"),
        ("深入学习习近平总书记在主持召开法治专题会议时的重要讲话12次。", "局党组书记主持召开法治专题会议12次。"),
    ],
)
def test_shape_48_the_general_secretary_is_no_secretary(other: str, head: str) -> None:
    """总书记 is never the head of the office: neither the part nor a duty is shown by what he did."""
    base = evidenced(HEADLESS)
    texts = [HEADLESS.replace("法律顾问审查", sentence + "法律顾问审查") for sentence in (other, head)]

    assert base == evidenced(texts[0])
    assert base < evidenced(texts[1])
    assert ["missing", "partly"] == [statuses(text)[FRP] for text in texts]


@pytest.mark.parametrize("person", ["分管副局长", "局党组成员、副局长", "副局长", "班子成员", "分管负责同志"])
def test_shape_49_a_deputy_is_not_the_head(person: str) -> None:
    """What a deputy or a member does for the rule of law is no duty of the head."""
    base = evidenced(HEADLESS)
    texts = [
        HEADLESS.replace("法律顾问审查", f"{one}批示法治工作文件6件，主持召开法治专题会议4次。法律顾问审查")
        for one in (person, "局长")
    ]

    assert base == evidenced(texts[0])
    assert base < evidenced(texts[1])
    assert ["missing", "partly"] == [statuses(text)[FRP] for text in texts]


@PLACES
@pytest.mark.parametrize(
    "sentence",
    [
        "约谈运输企业10余家。",
        "受理预约服务20余次。",
        "节约审批时间6天。",
        "近年来多次开展联合执法。",
        "签订履约承诺书12份。",
    ],
)
def test_shape_50_about_is_part_of_a_word(sentence: str, place: Callable[[str], str]) -> None:
    """约 in 约谈, 预约 and 节约 says nothing about a number, and 近 in 近年来 neither."""
    assert_harmless(sentence, place)


@PLACES
@pytest.mark.parametrize(
    "sentence",
    [
        "开展以普法为目的的宣讲6场。",
        "为了了解企业诉求，走访货运公司31家。",
        "对现在在建的公路项目开展检查9次。",
        "推进制度制度化、流程流程化。",
        "一一对照清单整改问题14个。",
        "三、三级公路养护纳入检查。",
    ],
)
def test_shape_51_doubled_characters_are_right(sentence: str, place: Callable[[str], str]) -> None:
    """Two equal characters where a word ends and the next begins are no slip and no number."""
    assert_harmless(sentence, place)


@PLACES
@pytest.mark.parametrize(
    "sentence", ["组织学习《保守国家秘密法》2次。", "依法保护企业商业秘密和个人隐私。", "签订保密承诺书36份。"]
)
def test_shape_52_secret_is_an_ordinary_word(sentence: str, place: Callable[[str], str]) -> None:
    """秘密 in the title of an act or in a set term is no mark of secrecy on the report."""
    assert_harmless(sentence, place)
    assert read(place(sentence)).cover.title == read(SOUND).cover.title


@PLACES
@pytest.mark.parametrize(
    "sentence",
    [
        "重大执法决定法制审核率100%。",
        "局法制机构配备人员4名。",
        "在法制广场开展宣传2场。",
        "分管法制工作的副局长参加旁听庭审。",
        "法制股审核案件5件。",
    ],
)
def test_shape_53_legal_system_stands_in_names(sentence: str, place: Callable[[str], str]) -> None:
    """法制 in names and set terms is no slip for 法治."""
    assert_harmless(sentence, place)


@pytest.mark.parametrize("sentence", ["推动法治工作全局化。", "把法治建设放在工作全局中谋划。", "立足全局、服务大局。"])
def test_shape_54_the_whole_is_not_the_whole_bureau(sentence: str) -> None:
    """全局 does not make a report one of a bureau: who reports is told by 我镇."""
    text = f"法治政府建设情况报告\n{sentence}现将我镇2024年法治政府建设情况报告如下。\n{sentence}我镇召开会议3次。\n"

    assert "government/township" == str(read(text).cover.profile)
    assert [] == codes_at(text, sentence)
    assert_harmless(sentence)


@PLACES
@pytest.mark.parametrize(
    "sentence",
    [
        "学习在第十个国家宪法日之际作出的重要指示2次。",
        "学习第五个国家宪法日座谈会精神。",
        "贯彻2023年第十个国家宪法日重要指示精神。",
    ],
)
def test_shape_55_the_day_that_is_counted_was_in_another_year(sentence: str, place: Callable[[str], str]) -> None:
    """An ordinal day of a past year that is studied is no event of this year and no number of an item."""
    assert_harmless(sentence, place)


@PLACES
@pytest.mark.parametrize(
    "sentence",
    [
        "审议《芦川县2023年度法治政府建设情况报告》。",
        "组织完成2023年度述法评议。",
        "案卷优秀率较2023年提高12%。",
        "将2023年度反馈问题纳入台账。",
        "2023年立案的案件全部办结。",
    ],
)
def test_shape_56_papers_of_last_year_are_handled_this_year(sentence: str, place: Callable[[str], str]) -> None:
    """The year before stands in a report by right; the report keeps its own year and its title."""
    assert_harmless(sentence, place)


@pytest.mark.parametrize(
    "text",
    [SOUND.replace("（四）开展普法宣传。", "（四）结合主题教育推动学法。"), with_sentence("结合主题教育推动学法。")],
)
def test_shape_57_thematic_education_is_a_common_noun(text: str) -> None:
    """主题教育 without its full name is no campaign of a certain year and no part of the head."""
    assert text != SOUND
    assert statuses(SOUND) == statuses(text)
    assert len(read(SOUND).part(FRP).blocks) == len(read(text).part(FRP).blocks)
    assert [] == codes(text)


@PLACES
@pytest.mark.parametrize(
    "sentence",
    [
        "落实省委“1310”部署。",
        "1310部署逐项落实。",
        "“1+6+3”执法体系更加完善。",
        "1+6+3执法体系更加完善。",
        "构建“13123”体系。",
        "5+N机制运行顺畅。",
        "“八五”普法扎实推进。",
    ],
)
def test_shape_58_code_words_are_names(sentence: str, place: Callable[[str], str]) -> None:
    """Digits of a slogan are no number of a heading, no year and no data, with or without quotes."""
    assert_harmless(sentence, place)


@PLACES
@pytest.mark.parametrize(
    "sentence",
    [
        "（2024）芦01行初12号判决驳回原告诉讼请求。",
        "（2024）芦（2024）不动产权第0012号证书依法撤销。",
        "在（2023）芦1024行审3号案件中履行裁定。",
    ],
)
def test_shape_59_numbers_of_cases_and_registers(sentence: str, place: Callable[[str], str]) -> None:
    """A year in round brackets with a court's sign is a case: no document number, no heading, no year of the report."""
    assert_harmless(sentence, place)


def test_shape_59_a_case_number_above_the_text_is_not_the_reports() -> None:
    """Even on a line of its own under the title such a number is not taken for the report's own."""
    for line in ("（2024）芦01行初12号", "芦（2024）不动产权第0012号", "芦行初〔2024〕12号"):
        text = SOUND.replace("\n\n县委", f"\n{line}\n县委", 1)

        assert read(text).cover.document_number is None


@pytest.mark.parametrize(
    "text",
    [
        SOUND.replace("习近平法治思想", "法治思想"),
        with_sentence("在20 (略) 委办命名的示范站中，我局有2个。"),
    ],
)
def test_shape_60_a_filter_cut_words_out(text: str) -> None:
    """A name or a place that is cut out makes a damaged copy, said once; the remains are not hunted for slips."""
    assert ["INT003"] == codes(text)


def test_shape_61_a_whole_report_stands_on_one_line() -> None:
    """Headings are found behind a stop and a blank; title, recipient, signature and every heading keep their words."""
    text = " ".join(line for line in SOUND.splitlines() if line)
    one, several = read(text), read(SOUND)

    assert "\n" not in text
    assert outline(SOUND) == outline(text)
    assert {ACH: "met", GAP: "met", FRP: "met", PLAN: "met", OTHER: "met"} == statuses(text)
    assert one.cover.title is not None
    assert several.cover.title is not None
    assert several.cover.title.value == one.cover.title.value
    assert one.cover.signed_on is not None
    assert date(2025, 1, 16) == one.cover.signed_on.value
    assert (several.cover.year, several.cover.profile) == (one.cover.year, one.cover.profile)


TRADITIONAL = str.maketrans(
    "设实务国业学习关导执会议进责总报县区乡镇机个为对开发规划权审评办理讲课诉讼讯论书问题报组织职责监督",
    "設實務國業學習關導執會議進責總報縣區鄉鎮機個為對開發規劃權審評辦理講課訴訟訊論書問題報組織職責監督",
)


@pytest.mark.parametrize("read_as", ["traditional", "ruby"])
def test_shape_62_old_characters_and_readings_between_them(read_as: str) -> None:
    """A text in traditional script or with readings in brackets could not be read whole: that is said, and no error."""
    text = SOUND.translate(TRADITIONAL)
    if read_as == "ruby":
        text = SOUND.replace("法治", "法（fǎ）治").replace("行政", "行（xíng）政").replace("责任", "责（zé）任")
    report = lint_text(text)

    assert 1 == [finding.code for finding in report.findings].count("INT003")
    assert 0 == report.summary.error
    assert not [finding for finding in report.findings if finding.code[:3] in {"WRD", "CIT"}]


def test_shape_62_an_old_character_in_a_name_is_no_damage() -> None:
    """A single traditional or rare character leaves the copy whole."""
    assert_harmless(dedent("在乾元站、于㙟站、𠮷山站开展检查3次。"))
