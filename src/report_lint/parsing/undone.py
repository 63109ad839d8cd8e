"""What a report says was not done: denied, planned, ruled, or done in another field.

A denial counts for its clause, a plan for the rest of its sentence. What only tells which people or papers are
meant denies nothing: 县长约谈未按期整改的部门负责人4人.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.parsing.reading import Reading

_OF = "的"
# “对没有评估风险的2项决策予以暂缓”, “约谈未落实责任的科室负责人”: the denial stands before what it belongs to.
_BELONGS = lazy_pattern(
    "(?:[对把将向给与找因以和及、]|约谈|通报|批评|督促|督办|提醒|整改|纠正|退回|问责|追究|叫停|暂缓|撤销|处理|责令|[0-9一二三四五六七八九十两]+[余多]?[个家名项件起位份])$"
)
_MARKS = "，。；：！？\n"
_YEAR = lazy_pattern("(20[0-9]{2})年度?")


def not_done(reading: Reading) -> Intervals:
    """Return the places in the text of a reading where nothing can be an act."""
    spans = [*_denied(reading), *_planned(reading)]
    spans += [reading.grid.sentence(start) for start, _ in reading.places("other_fields")]
    return Intervals(sorted(spans))


def _denied(reading: Reading) -> Iterator[Span]:
    text = reading.text
    for start, end in reading.places("undone"):
        if text.startswith(_OF, end):
            continue
        clause = reading.grid.clause(Span(start, end))
        if _OF not in text[end : clause.end] or _BELONGS.search(text, clause.start, start) is None:
            yield clause


def _planned(reading: Reading) -> Iterator[Span]:
    for start, end in reading.places("unreal"):
        yield Span(reading.grid.clause(Span(start, end)).start, reading.grid.sentence(start).end)
    year = reading.document.cover.year.value
    if year is None:
        return
    for match in _YEAR.finditer(reading.text):
        start, end = match.span()
        if int(match[1]) > year and reading.text[start - 1 : start] in _MARKS and _opens_plan(reading, end):
            yield Span(start, min(_end(reading.text, start, mark) for mark in "。\n"))


def _end(text: str, start: int, mark: str) -> int:
    """Return where a mark stands first, else the end."""
    at = text.find(mark, start)
    return at if at >= 0 else len(text)


def _opens_plan(reading: Reading, end: int) -> bool:
    """Tell whether a coming year is when somebody will act: “2025年，…”, “2025年局长继续…”.

    2025年1月 has come when the report is signed, and 2025年度要点 is the name of a paper.
    """
    return reading.text.startswith("，", end) or any(reading.named_at(at) is not None for at in (end, end + 1))
