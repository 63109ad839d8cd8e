"""Numbers of documents and orders, and years of versions, beside titles."""

from __future__ import annotations

from datetime import date

import pytest
from cited import cited


@pytest.mark.parametrize(
    ("behind", "written", "value"),
    [
        ("（国办发〔2018〕118号）", "国办发〔2018〕118号", "国办发〔2018〕118号"),
        ("（国办发[2018]118号）", "国办发[2018]118号", "国办发〔2018〕118号"),
        ("（中发(2021)33号）", "中发(2021)33号", "中发〔2021〕33号"),
        ("(云政办﹝2024﹞3号)", "云政办﹝2024﹞3号", "云政办〔2024〕3号"),
        ("（云政办【2024】3号）", "云政办【2024】3号", "云政办〔2024〕3号"),
        ("（云政办〔2024〕第03号）", "云政办〔2024〕第03号", "云政办〔2024〕3号"),
        ("（见云政办〔2024〕3号）", "云政办〔2024〕3号", "云政办〔2024〕3号"),
        ("（文号：云政办〔2024〕3号）", "云政办〔2024〕3号", "云政办〔2024〕3号"),
        ("（2024年5月1日印发，云政办〔2024〕3号）", "云政办〔2024〕3号", "云政办〔2024〕3号"),
        ("（云政办〔2024〕3号，以下简称《办法》）", "云政办〔2024〕3号", "云政办〔2024〕3号"),
        ("（试行）（云政办〔2024〕3号）", "云政办〔2024〕3号", "云政办〔2024〕3号"),
        ("（自然资规〔2023〕1号）", "自然资规〔2023〕1号", "自然资规〔2023〕1号"),
        ("（法释〔2020〕3号）", "法释〔2020〕3号", "法释〔2020〕3号"),
        ("（ 云政办 〔2024〕 3 号 ）", "云政办 〔2024〕 3 号", "云政办〔2024〕3号"),
        ("（国务院令第713号）", "国务院令第713号", "国务院令第713号"),
        ("（中华人民共和国国务院令第713号）", "中华人民共和国国务院令第713号", "国务院令第713号"),
        ("（国务院第713号令）", "国务院第713号令", "国务院令第713号"),
        ("（国令第713号）", "国令第713号", "国务院令第713号"),
        ("（中华人民共和国主席令第七十号）", "中华人民共和国主席令第七十号", "主席令第70号"),
        ("（2021年1月22日中华人民共和国主席令第七十号公布）", "中华人民共和国主席令第七十号", "主席令第70号"),
        ("（交通运输部令2021年第10号）", "交通运输部令2021年第10号", "交通运输部令2021年第10号"),
        ("（云岭省人民政府令第120号）", "云岭省人民政府令第120号", "云岭省人民政府令第120号"),
    ],
)
def test_reads_the_number_behind_a_title(behind: str, written: str, value: str) -> None:
    """The span is what is written, without the brackets around it; the value has the regular form."""
    text = f"落实《某某工作办法》{behind}。"

    number = cited(text)[0].number

    assert number is not None
    assert (number.span.of(text), number.value, number.before) == (written, value, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("根据国办发〔2018〕118号《关于某某的意见》", "国办发〔2018〕118号"),
        ("按照国办发[2018]第118号文件《关于某某的意见》", "国办发〔2018〕118号"),
        ("认真落实云政办〔2024〕3号文件印发的《某某方案》", "云政办〔2024〕3号"),
        ("依据国务院令第713号《重大行政决策程序暂行条例》", "国务院令第713号"),
    ],
)
def test_reads_the_number_in_front_of_a_title(text: str, value: str) -> None:
    """A number directly before the mark belongs to the title, without the verb in front of it."""
    (citation,) = cited(text)

    assert citation.number is not None
    assert (citation.number.value, citation.number.before) == (value, True)
    assert citation.number.span.of(text).startswith(value[:2])


@pytest.mark.parametrize(
    "text",
    [
        "《行政判决书》（（2024）云01行初2号）",
        "《不动产权证书》（云〔2024〕云岭县不动产权第0001号）",
        "《招标公告》（招标编号〔2024〕12号）",
        "《采购合同》（合同编号：云采〔2024〕12号）",
        "《工作要点》（第12—15页）",
        "《工作要点》（开州委法20239）",
        "《工作要点》，县政府印发云政办〔2024〕3号",
        "《工作要点》（附件2）",
        "执行云政办〔2024〕3号，修订《工作要点》",
    ],
)
def test_other_numbers_are_no_document_numbers(text: str) -> None:
    """Cases, land registers, tenders and pages count in ways of their own, and one elsewhere is not the title's."""
    assert [one.number for one in cited(text)] == [None]


def test_the_number_between_two_titles_belongs_to_the_one_it_is_written_for() -> None:
    """In brackets behind the first, bare in front of the second."""
    behind = cited("《甲方案》（云政办〔2024〕3号）《乙方案》")
    before = cited("《甲方案》和云政办〔2024〕3号《乙方案》")

    assert [one.number is not None for one in behind] == [True, False]
    assert [one.number is not None for one in before] == [False, True]


def test_the_number_behind_a_list_is_of_its_last_title() -> None:
    """In 《甲》《乙》（…号） the first has none."""
    assert [one.number is not None for one in cited("《甲方案》《乙方案》（云政办〔2024〕3号）")] == [False, True]


# ── the year of a version ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "written", "year", "word"),
    [
        ("《行政处罚法》（2021年修订）", "2021年修订", 2021, "修订"),
        ("《行政处罚法》(2021修订)", "2021修订", 2021, "修订"),
        ("《行政许可法》（2019年修正）", "2019年修正", 2019, "修正"),
        ("《宪法》（2018年修正文本）", "2018年修正文本", 2018, "修正"),
        ("《行政处罚法》（2017年第二次修正）", "2017年第二次修正", 2017, "修正"),
        ("《行政处罚法》（2021年版）", "2021年版", 2021, "版"),
        ("《行政处罚法》（2021年）", "2021年", 2021, ""),
        ("《行政处罚法》（二〇二一年修订）", "二〇二一年修订", 2021, "修订"),
        ("《行政处罚法》（2021年1月22日修订）", "2021年1月22日修订", 2021, "修订"),
        ("《行政处罚法（2021年修订）》", "2021年修订", 2021, "修订"),
        ("《行政处罚法(2021年修订)》", "2021年修订", 2021, "修订"),
        ("学习行政处罚法（2021年修订）", "2021年修订", 2021, "修订"),
        ("《云岭省信访条例》（2020年修订）", "2020年修订", 2020, "修订"),
    ],
)
def test_reads_the_year_of_a_version(text: str, written: str, year: int, word: str) -> None:
    """Behind the mark or inside it, with or without 年."""
    note = cited(text)[0].year_note

    assert note is not None
    assert (note.span.of(text), note.year, note.word) == (written, year, word)


@pytest.mark.parametrize(
    "text",
    [
        "《行政处罚法》（草案）",
        "《行政处罚法》（修订草案）",
        "《行政处罚法》（征求意见稿）",
        "《行政处罚法》（2021年7月15日）",
        "《行政处罚法》（自2021年7月15日起施行）",
        "《法治政府建设实施纲要（2021—2025年）》",
        "《习近平法治思想学习纲要（2025年版）》",
        "《检查事项目录（2024年版）》",
        "《检查事项目录》（2024年修订）",
        "《行政处罚法》2021年修订后",
    ],
)
def test_a_status_a_day_a_period_and_an_edition_are_no_year_of_a_version(text: str) -> None:
    """Drafts have no version yet, and papers and books have editions."""
    assert [one.year_note for one in cited(text)] == [None]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("《行政处罚法》（2017年修正）", "superseded"),
        ("《行政处罚法》（2021年修订）", "in_force"),
        ("《行政处罚法》", "in_force"),
        ("《行政处罚法》（2011年修订）", "unknown"),
    ],
)
def test_the_status_is_that_of_the_version_that_was_cited(text: str, status: str) -> None:
    """A version that a later one took the place of is superseded, one that no register knows is unknown."""
    assert cited(text, date(2024, 12, 31))[0].status_on_date == status
