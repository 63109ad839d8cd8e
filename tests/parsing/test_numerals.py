"""Numbers, years and dates: every way reports write them, and nothing crashes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_lint.parsing.numerals import find_date, find_dates, parse_date, parse_number, parse_year
from report_lint.text import Span


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("１２", 12),
        ("0", 0),
        ("007", 7),
        ("零", 0),
        ("〇", 0),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("一百二十", 120),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("一百二", 120),
        ("三百一十六", 316),
        ("一千零五", 1005),
        ("两千三百", 2300),
        ("三万二千", 32000),
        ("十二万", 120_000),
        ("一亿二千万", 120_000_000),
        ("二○二四", 2024),
        ("二◯三五", 2035),
        ("一九九七", 1997),
        ("贰拾伍", 25),
        (" 8 ", 8),
    ],
)
def test_a_number_is_read_however_it_is_written(written: str, value: int) -> None:
    """Arabic, full-width, Chinese with units, Chinese digit by digit."""
    assert value == parse_number(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "  ",
        "1e400",
        "2.8",
        "-3",
        "次",
        "第零次",
        "十百",
        "百二十",
        "十十",
        "万",
        "一二十",
        "²",
        "9" * 5000,
        "〇" * 99,
    ],
)
def test_what_is_no_number_gives_none(written: str) -> None:
    """Neither an exception nor a guess."""
    assert parse_number(written) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2024", 2024),
        ("2024年", 2024),
        ("２０２４", 2024),
        ("二〇二四", 2024),
        ("二○二四年", 2024),
        ("二零二四", 2024),
        ("一九九八年", 1998),
        ("24", None),
        ("2124", None),
        ("20245", None),
        ("两千零二十四", None),
        ("年", None),
    ],
)
def test_a_year_needs_four_digits(written: str, value: int | None) -> None:
    """Two digits, or a number that is written with units, is no year."""
    assert value == parse_year(written)


@pytest.mark.parametrize(
    "written",
    [
        "2024年1月9日",
        "2024 年 1 月 9 日",
        "2024年01月09日",
        "２０２４年１月９日",
        "二〇二四年一月九日",
        "二○二四年一月九日",
        "二零二四年一月九日",
        "2024.1.9",
        "2024．1．9",
        "2024-01-09",
        "2024/1/9",
        "24年1月9日",
        "2024年1月9号",
        "2024年1月9日1",
        "2024年1月9日 12",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    """Also with a page number glued to it."""
    assert date(2024, 1, 9) == parse_date(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2024年1月",
        "2024年13月32日",
        "13月32日",
        "2023年2月29日",
        "2024-01-09 10:20",
        "2024年1月9日印发",
        "于2024年1月9日",
        "2024.1-9",
        "12024年1月9日",
        "0000年0月0日",
        "〇〇年十十月十十十日",
    ],
)
def test_what_is_no_day_gives_none(written: str) -> None:
    """Impossible days, parts of days and days inside other words."""
    assert parse_date(written) is None


def test_the_span_of_a_date_leaves_out_the_page_number() -> None:
    """A page number at the end of “…9日1” belongs to the page."""
    text = "甲县民政局\n2024年1月9日1"

    found = find_date(text)

    assert found is not None
    assert found.span.of(text) == "2024年1月9日"


def test_an_impossible_date_is_found_without_a_day() -> None:
    """Its form is there to be pointed at, its day is unknown."""
    assert find_date("2023年2月30日") == (None, Span(0, 10))


def test_the_dates_of_a_text_come_in_order() -> None:
    """Ranges of years and decimal numbers are no dates."""
    text = "2021—2025年，2.8万人次，2024年3月1日至2024.5.6，第3.15.2节"

    assert [found.value for found in find_dates(text)] == [date(2024, 3, 1), date(2024, 5, 6)]


@given(st.text(alphabet=st.sampled_from("0129１〇○一二十百千万年月日号.-/ 第次e")))
def test_nothing_crashes(text: str) -> None:
    """Whatever stands there, the answer is a value or None."""
    for read in (parse_number, parse_year, parse_date):
        read(text)

    assert all(text[found.span.start : found.span.end] for found in find_dates(text))
