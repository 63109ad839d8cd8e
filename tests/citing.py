"""Reports that cite, paragraph by paragraph, and what is found in each paragraph."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from report_lint import lint_text, load_ruleset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint import CitedInstrument, Finding
    from report_lint.instruments import Instrument, Version
    from report_lint.vocabulary import Register

COUNTRY = "中华人民共和国"
FACTS_UNTIL = date(2026, 9, 23)
DAY = timedelta(days=1)

_HEAD = "云岭县司法局关于{year}年法治政府建设情况的报告\n\n一、{year}年度推进法治政府建设的主要举措和成效\n\n"
_TAIL = "\n\n云岭县司法局\n\n{day.year}年{day.month}月{day.day}日\n"
_DIGITS = "零一二三四五六七八九"


class Read(NamedTuple):
    """A paragraph, the citations in it and the findings of the CIT rules on it."""

    text: str
    citations: list[CitedInstrument]
    findings: list[Finding]

    @property
    def codes(self) -> set[str]:
        """Return the codes of the findings."""
        return {one.code for one in self.findings}

    @property
    def said(self) -> str:
        """Return what the findings say and propose."""
        return " ".join(f"{one.code} {one.severity} {one.message} {one.help}" for one in self.findings)


def national() -> Register:
    """Return the national register."""
    register = load_ruleset().vocabulary.register
    assert register is not None
    return register


def instruments() -> list[Instrument]:
    """Return every instrument of the national register."""
    register = national()
    return [found for title in register.titles() if (found := register.find(title)) is not None]


def read(
    paragraphs: Sequence[str], year: int = 2025, *, signed: date | None = None, as_of: date | None = None
) -> list[Read]:
    """Return what is found in each paragraph of a report of a year, signed on 15 January of the next."""
    head = _HEAD.format(year=year)
    starts = list(accumulate((len(one) + 1 for one in paragraphs), initial=len(head)))
    text = head + "\n".join(paragraphs) + _TAIL.format(day=signed or date(year + 1, 1, 15))
    report = lint_text(text, as_of=as_of, select=["CIT"], profile="department/county")
    assert [] == [one.message for one in report.findings if one.code.startswith("INT")]
    found = [Read(one, [], []) for one in paragraphs]
    for cited in report.citations:
        found[bisect_right(starts, cited.range.start.offset) - 1].citations.append(cited)
    for finding in report.findings:
        found[bisect_right(starts, finding.range.start.offset) - 1].findings.append(finding)
    return found


def marked(title: str) -> str:
    """Return a title in marks, those within it changed to single ones."""
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"


def bare(title: str) -> str:
    """Return a title without 中华人民共和国 in front."""
    return title.removeprefix(COUNTRY)


def numeral(number: int) -> str:
    """Return a number below ten thousand in Chinese."""
    written, gap = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("零" if gap and written else "") + _DIGITS[digit] + unit
        gap = digit == 0
    return written.removeprefix("一") if 10 <= number < 20 else written


def last_day(instrument: Instrument, until: date = FACTS_UNTIL) -> date | None:
    """Return the last day, up to a day, on which a version is known to be in force; None where none is known to be."""
    days = []
    for version in instrument.versions:
        ends = [end - DAY for end in (version.superseded, instrument.repealed_on) if end is not None]
        day = min([until, *ends])
        if version.effective is not None and version.effective <= day:
            days.append(day)
    return max(days, default=None)


def begins_later(instrument: Instrument) -> Iterator[bool]:
    """Yield for each version whether it is known to be in force only after the last day of the register."""
    return (version.effective is not None and version.effective > FACTS_UNTIL for version in instrument.versions)


def version_on(instrument: Instrument, day: date) -> Version | None:
    """Return the version that is in force on a day, where the register is sure of it."""
    return next((version for version in versions_on(instrument, day) if version.effective_certain), None)


def versions_on(instrument: Instrument, day: date) -> Iterator[Version]:
    """Yield the versions in force on a day."""
    if instrument.repealed_on is None or day < instrument.repealed_on:
        for version in instrument.versions:
            begun = version.effective is not None and version.effective <= day
            if begun and (version.superseded is None or day < version.superseded):
                yield version
