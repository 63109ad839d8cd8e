"""The year a report is about, and how sure that is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from report_lint.document import ReportYear, YearSignal
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import YEAR, parse_year
from report_lint.text import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from datetime import date

    from report_lint.document import Cover, Section
    from report_lint.text import Folded, Span

# “（2021—2025年）”, “2024年12月至2025年11月”, the “20212025年” of a copy that lost its dash: periods, not years
_RANGE = lazy_pattern(
    f"{YEAR}(?:年?(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:[-—–－―~～]+|至|到))?{YEAR}年?(?:[0-9]{{1,2}}月)?"
)
# “2023市教育局坚持…” and “2023以来” are years without 年; “文件2023号”, “2023项” are numbers.
_YEAR = lazy_pattern(f"(?<![0-9〔])({YEAR})(?![0-9号项件次人份个家万元])")
_QUOTED = lazy_pattern("《[^《》]*(?:《[^》]*》[^《》]*)*》|〈[^〈〉]*〉")
_BRACKETED = lazy_pattern("（[^（）]*）")
# Headings about the year to come: “三、2025年工作安排”, “三、存在的差距和不足及2022年工作安排”
_PLAN = lazy_pattern("安排|计划|打算|设想|思路|谋划|下一?[步年]|展望|重点任务|努力方向|今后")
_FIRST_SENTENCE = lazy_pattern(f"{YEAR}年(?=[，是来以度])")
_SAYS_YEAR = lazy_pattern(f"({YEAR})年(?:度，|，|是)")
_LOOKS_BACK = lazy_pattern("以?来|起|至今")  # “2021年以来”, “五年来”: no single year
_APRIL, _NOVEMBER = 4, 11


def years_of_title(title: str) -> tuple[int, ...]:
    """Return the years of a title, outside 《》 and not part of a period, in order."""
    folded = fold(title).text
    if folded[:1] in ("《", "〈"):  # the title itself stands in title marks
        folded = folded[1:]
    return _years(_QUOTED.sub(_same_length, folded))


def years_of_clause(clause: str) -> tuple[int, ...]:
    """Return the years of the clause “现将…报告如下”, outside 《》 and （）, in order."""
    return _years(_BRACKETED.sub(_same_length, _QUOTED.sub(_same_length, fold(clause).text)))


def _same_length(match: re.Match[str]) -> str:
    return " " * len(match[0])


def year_places(folded: Folded) -> tuple[tuple[int, Span], ...]:
    """Return the years of a folded clause or heading and their places, as the two functions above do."""
    masked = _BRACKETED.sub(_same_length, _QUOTED.sub(_same_length, folded.text))
    found = ((parse_year(match[1]), folded.span(*match.span(1))) for match in _found(masked))
    return tuple((year, span) for year, span in found if year is not None)


def _years(masked: str) -> tuple[int, ...]:
    found = (parse_year(match[1]) for match in _found(masked))
    return tuple(year for year in found if year is not None)


def _found(masked: str) -> Iterator[re.Match[str]]:
    return _YEAR.finditer(_RANGE.sub(_same_length, masked))


def year_of_start(start: str) -> int | None:
    """Return the year that a report's first sentence begins with (2025年，…; 2025年是《…》收官之年)."""
    match = _FIRST_SENTENCE.match(fold(start).text)
    return parse_year(match[0]) if match is not None else None


def year_of_signing(day: date) -> int:
    """Return the year that a report signed on this day is about: the one before, late in the year this one."""
    return day.year if day.month >= _NOVEMBER else day.year - 1


def report_year(title: str | None, clause: str | None, day: date | None) -> ReportYear:
    """Return the year that title, opening clause and signing day tell; the title counts first."""
    titled = years_of_title(title)[:1] if title is not None else ()
    opened = years_of_clause(clause)[:1] if clause is not None else ()
    signed = (year_of_signing(day),) if day is not None else ()
    return _settled((*titled, *opened, *signed))


def _settled(signals: tuple[int, ...]) -> ReportYear:
    if not signals:
        return ReportYear()
    return ReportYear(signals[0], "sure" if signals.count(signals[0]) > 1 else "likely")


def settle_year(cover: Cover, sections: Iterable[Section]) -> Cover:
    """Return the cover with the years of its level-1 headings as one more signal.

    They come after title and opening clause, but before the signing day. A title that is outvoted by two signals
    that agree names the wrong year.
    """
    sections = tuple(sections)
    headed = _majority(sections)
    told = (*cover.year.told, *_told_by_headings(headed, sections))
    cover = replace(cover, year=replace(cover.year, told=told))
    if (other := outvoting(cover)) is not None and len(cover.year.places(other)) > 1:
        return replace(cover, year=ReportYear(other, "likely", told))
    known = cover.year
    if headed is None or known.confidence == "sure":
        return cover
    if known.value is None or known.value == headed:
        return replace(cover, year=ReportYear(headed, "likely" if known.value is None else "sure", told))
    titled = cover.title is not None and known.value in years_of_title(cover.title.value)[:1]
    only_signed = cover.signed_on is not None and known.value == year_of_signing(cover.signed_on.value)
    if titled or not only_signed:
        return cover
    return replace(cover, year=ReportYear(headed, "likely", told))


def outvoting(cover: Cover) -> int | None:
    """Return the year that more places tell than tell the title's, None where there is none or the title names two."""
    titled = set(years_of_title(cover.title.value)) if cover.title is not None else set()
    ranked = Counter(signal.year for signal in cover.year.told).most_common(2)
    if len(titled) != 1 or not ranked or ranked[0][0] in titled:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None


def told_years(clause: str | None, start: str, day: date | None) -> tuple[YearSignal, ...]:
    """Return what the opening clause, the first sentence and the signing day tell; a day in summer tells nothing."""
    signals = []
    if clause is not None and len(opened := set(years_of_clause(clause))) == 1 and not _LOOKS_BACK.search(clause):
        signals.append(YearSignal("clause", opened.pop()))
    said = _SAYS_YEAR.match(fold(start).text)
    if said is not None and (year := parse_year(said[1])) is not None:
        signals.append(YearSignal("opening", year))
    if day is not None and not _APRIL < day.month < _NOVEMBER:
        signals.append(YearSignal("signing", year_of_signing(day)))
    return tuple(signals)


def _told_by_headings(headed: int | None, sections: Iterable[Section]) -> Iterator[YearSignal]:
    if headed is not None:
        yield YearSignal("headings", headed)
    planned = [
        set(years_of_title(section.title))
        for section in sections
        if section.level == 1 and _PLAN.search(section.title) is not None
    ]
    if len(planned) == 1 and len(planned[0]) == 1:
        yield YearSignal("plan", planned[0].pop() - 1)


def _majority(sections: Iterable[Section]) -> int | None:
    """Return the year of most level-1 headings, those of the plan left out; None without a majority."""
    counts: Counter[int] = Counter()
    for section in sections:
        if section.level == 1 and _PLAN.search(section.title) is None:
            counts.update(set(years_of_title(section.title)[:1]))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
