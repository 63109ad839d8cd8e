"""The citation table of the checklist: what is said of each instrument, and what is left unjudged."""

from __future__ import annotations

from datetime import date

from built import TEXT, finding, place

from report_lint.render.citations import citation_block
from report_lint.render.layout import Screen, cell_len
from report_lint.report import Checked, CitedTitle, DateStatus, DocumentFacts, LintReport

YEAR_END, SIGNED = date(2024, 12, 31), date(2025, 1, 20)


def _line(
    title: str,
    status: DateStatus = "unknown",
    *,
    level: str | None = "法律",
    day: date | None = YEAR_END,
    count: int = 1,
) -> CitedTitle:
    return CitedTitle(
        title=title,
        kind="law" if level else "document",
        level=level,
        status_on_date=status,
        judged_on=day if level else None,
        count=count,
        first=place(TEXT, "《中华人民共和国收养法》"),
    )


def _block(*table: CitedTitle, width: int = 80) -> list[str]:
    report = LintReport(
        format="text",
        profile="unknown/unknown",
        document=DocumentFacts(),
        citation_table=table,
        checked=Checked(facts_until=date(2026, 9, 23)),
    )
    return citation_block(report, Screen(width=width))


def test_each_instrument_has_its_rank_its_force_and_how_often_it_is_cited() -> None:
    """The day is said once, at the head; the mark shows the force at a glance."""
    expected = [
        "引用的法律法规和文件 2 件（登记表中有 2 件，登记至 2026-09-23；按 2024-12-31 判断）",
        "  ✓ 《中华人民共和国慈善法》（法律，有效，3 处）",
        "  ✗ 《中华人民共和国收养法》（法律，已废止，1 处）",
    ]

    assert expected == _block(
        _line("中华人民共和国慈善法", "in_force", count=3), _line("中华人民共和国收养法", "repealed")
    )


def test_a_day_of_its_own_is_written_where_it_matters() -> None:
    """What the plan cites is judged by the signing day, and the line says so."""
    lines = _block(
        _line("中华人民共和国慈善法", "in_force"),
        _line("中华人民共和国立法法", "in_force"),
        _line("中华人民共和国监狱法", "not_yet_in_force", day=SIGNED),
    )

    assert "  △ 《中华人民共和国监狱法》（法律，2025-01-20 尚未施行，1 处）" == lines[-1]


def test_what_only_a_title_is_known_of_is_said_to_be_so() -> None:
    """A department's rule has no known force; an act whose force is in doubt is not the same."""
    lines = _block(_line("城市管理执法办法", level="部门规章"), _line("社会救助暂行办法", level="行政法规", day=None))

    assert [
        "  — 《城市管理执法办法》（部门规章，只登记题名，1 处）",
        "  — 《社会救助暂行办法》（行政法规，不判断效力，1 处）",
    ] == lines[1:]


def test_what_the_register_does_not_have_is_not_judged() -> None:
    """Unknown titles share one paragraph at the end."""
    lines = _block(_line("云岭县2024年工作要点", level=None), _line("大讲堂", level=None))

    assert [
        "引用的法律法规和文件 2 件（登记表中有 0 件，登记至 2026-09-23）",
        "  — 不在登记表中，不判断效力：《云岭县2024年工作要点》《大讲堂》",
    ] == lines


def test_books_are_told_apart_and_not_counted() -> None:
    """A book is neither law nor document."""
    book = _line("民法典一百问", level=None).model_copy(update={"kind": "other"})

    assert [
        "引用的法律法规和文件 1 件（登记表中有 0 件，登记至 2026-09-23）",
        "  — 不在登记表中，不判断效力：《大讲堂方案》",
        "  — 书名、栏目等：《民法典一百问》",
    ] == _block(_line("大讲堂方案", level=None), book)


def test_a_title_that_a_rule_speaks_of_says_so() -> None:
    """An unknown title that is most likely a slip is not passed over as merely unknown."""
    report = LintReport(
        format="text",
        profile="unknown/unknown",
        document=DocumentFacts(),
        citation_table=(_line("中华人民共和国收养条例", level=None),),
        findings=(finding(TEXT, "《中华人民共和国收养法》", code="CIT001"),),
    )

    assert (
        "  — 不在登记表中，不判断效力：《中华人民共和国收养条例》（见 CIT001）" == citation_block(report, Screen())[1]
    )


def test_without_citations_there_is_no_table() -> None:
    """An empty table would say nothing."""
    assert [] == _block()


def test_no_line_is_wider_than_the_screen() -> None:
    """Long titles wrap behind their mark."""
    title = "国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见"
    lines = _block(_line(title, level="规范性文件"), _line(title + "的实施方案", level=None), width=50)

    assert [] == [line for line in lines[1:] if cell_len(line) > 50]
