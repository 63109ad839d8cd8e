"""Numbers, years and dates as reports write them: 12, １２, 十二, 一百二十, 二○二四, 2024 年 1 月 9 日."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# The circle of “二○二四” is typed as a glyph of three kinds, as the digit 0 or as a letter O.
_ZEROS = "零〇○◯0０OＯoｏ"
_ONE_TO_NINE = ("一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_DIGITS = dict.fromkeys(_ZEROS, 0) | {one: value for value, pair in enumerate(_ONE_TO_NINE, 1) for one in pair}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TEN_THOUSAND, _HUNDRED_MILLION = 10_000, 100_000_000
_LONGEST = 18  # a longer run of digits is no count of anything, and huge ones are slow to convert

# A year in a folded text, for the patterns of titles, clauses and signatures
YEAR = f"(?:20[0-9]{{2}}|[一二][{_ZEROS}九][{_ZEROS}一二三四五六七八九]{{2}})"

_ARABIC = lazy_pattern("[0-9０-９]+")
# “1,234件”, in a folded text “1，234件”, for the patterns of counts
GROUPED = "[0-9]{1,3}(?:[,，][0-9]{3}){1,3}(?![0-9])"
_GROUPED = lazy_pattern(GROUPED)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099

_BLANK = "[ \t\u00a0\u3000]*"
_FULL_YEAR = f"[12１２][0-9０-９]{{3}}|[一二][{_ZEROS}九][{_ZEROS}一二三四五六七八九]{{2}}"
_DAY = f"[0-9０-９]{{1,2}}|[{_ZEROS}一二三四五六七八九十]{{1,3}}"
# “2024 年 1 月 9 日”, “二〇二四年一月九日”, “25年1月9日”
_WRITTEN = (
    f"(?P<year>{_FULL_YEAR}|[0-9]{{2}}){_BLANK}年{_BLANK}"
    f"(?P<month>{_DAY}){_BLANK}月{_BLANK}(?P<day>{_DAY}){_BLANK}[日号]"
)
_YEAR = lazy_pattern(f"(?:{_FULL_YEAR})年?")
# “2024.1.9”, “2024-01-09”, “2024/1/9”
_POINTED = (
    f"(?P<y>[12１２][0-9０-９]{{3}}){_BLANK}(?P<mark>[.．/\\-－–—]){_BLANK}"
    f"(?P<m>[0-9０-９]{{1,2}}){_BLANK}(?P=mark){_BLANK}(?P<d>[0-9０-９]{{1,2}})(?![0-9０-９])"
)
_DATE = lazy_pattern(f"(?<![0-9０-９.．])(?:{_WRITTEN}|{_POINTED})")


class DateMatch(NamedTuple):
    """Something that has the form of a date, and its day; None where the calendar has no such day."""

    value: date | None
    span: Span


def parse_number(text: str) -> int | None:
    """Return the number that the whole of a text writes, or None where it writes none."""
    written = text.strip()
    if not written or len(written) > _LONGEST:
        return None
    if _GROUPED.fullmatch(written):
        return int(written.replace(",", "").replace("，", ""))
    if _ARABIC.fullmatch(written):
        return int(written)
    if all(character in _DIGITS for character in written):
        return int("".join(str(_DIGITS[character]) for character in written))
    return _with_units(written)


def _with_units(written: str) -> int | None:
    """Return the value of 一百二十, 十二, 一千零五, 三万二千, 一百二; None for anything out of order."""
    total = section = 0
    digit: int | None = None
    unit = _TEN_THOUSAND
    for character in written:
        if character in _UNITS:
            if _UNITS[character] >= unit or (digit is None and character not in "十拾"):
                return None
            unit = _UNITS[character]
            section += (1 if digit is None else digit) * unit
            digit = None
        elif character in "万亿":
            section += digit or 0
            if section + total == 0:
                return None
            total = total + section * _TEN_THOUSAND if character == "万" else (total + section) * _HUNDRED_MILLION
            section, digit, unit = 0, None, _TEN_THOUSAND
        elif character in _DIGITS and not digit:
            digit = _DIGITS[character]
        else:
            return None
    short = digit and written[-2:-1] in ("百", "佰", "千", "仟")  # 一百二 is 一百二十, 一百零二 is not
    return total + section + (digit or 0) * (unit // 10 if short else 1)


def parse_year(text: str) -> int | None:
    """Return the year of this century or the last that a text writes in full (2024, 二○二四年), or None."""
    written = text.strip()
    if not _YEAR.fullmatch(written):
        return None
    value = parse_number(written.removesuffix("年"))
    return value if value is not None and _FIRST_YEAR <= value <= _LAST_YEAR else None


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMatch]:
    """Yield the dates of a text; the span leaves out a page number that stands right behind (…9日1)."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        written = match["year"] is not None
        names = ("year", "month", "day") if written else ("y", "m", "d")
        yield DateMatch(_day(*(match[name] for name in names)), Span(*match.span()))


def find_date(text: str, start: int = 0, end: int | None = None) -> DateMatch | None:
    """Return the first date of a text, or None."""
    return next(find_dates(text, start, end), None)


def parse_date(text: str) -> date | None:
    """Return the day that a text writes, a page number behind it left out; None for anything else."""
    written = text.strip()
    found = find_date(written)
    if found is None or found.span.start > 0:
        return None
    rest = written[found.span.end :].strip()
    return found.value if not rest or _ARABIC.fullmatch(rest) else None


def _day(year: str, month: str, day: str) -> date | None:
    numbers = [parse_number(part) for part in (year, month, day)]
    if None in numbers:
        return None
    y, m, d = (number or 0 for number in numbers)
    try:
        return date(y + 2000 if len(year) == 2 else y, m, d)  # noqa: PLR2004  “25年1月9日” is of this century
    except ValueError:
        return None
