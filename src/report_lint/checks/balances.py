"""Figures of one sentence or one table that settle each other: from X to Y by Z %, carried over, a row of totals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFF = 1.0  # points of a rate that rounding and a decimal place may cost
_DECIMAL = "([0-9]{1,9}(?:\\.[0-9]{1,4})?)"
# “入企检查由412次减少到289次，下降29.9%”
_CHANGE = lazy_pattern(
    f"[由从](?:上年|上年度|去年|20[0-9]{{2}}年)?的?{_DECIMAL}([^0-9，。；%\\s]{{1,4}}?)"
    "(?:减少|下降|降低|减|降|压减|压缩|增加|上升|增长|提高|增)(?:到|至|为)(?:今年|本年度|20[0-9]{2}年)?的?"
    f"{_DECIMAL}\\2，(?:同比)?(?:下降|减少|降低|降幅|压减|压缩|增长|上升|增加|提高|增幅)(?:了|达到|达|为)?{_DECIMAL}%"
)
# “收到申请734件，加上上年结转12件，办结738件，结转下年8件”
_CARRIED = lazy_pattern(
    "(?:收到|受理|新收|接收)[^0-9，。；（）]{0,16}([0-9]{1,7})([件起宗份])，(?:加上?|另有|加之)?(?:上年度?|去年)结转[^0-9，。；（）]{0,6}"
    "([0-9]{1,7})\\2，(?:共|全年|已)?(?:办结|审结|答复|办理)[^0-9，。；（）]{0,6}([0-9]{1,7})\\2，结转下一?年度?[^0-9，。；（）]{0,6}"
    "([0-9]{1,7})\\2"
)
_ROW = lazy_pattern("^\\|.*$", re.MULTILINE)
_NUMBER = lazy_pattern("-?[0-9]{1,9}(?:\\.[0-9]{1,4})?")
_TOTALS = ("合计", "总计", "共计")
_NO_SUM = ("率", "%", "％", "比", "均", "其中", "年", "序号")
_FEWEST = 3  # rows of a table that has a row of totals: a head and one row at least


class Balance(NamedTuple):
    """What the figures give, what is written, and where it stands in the text that was searched."""

    calc: str
    given: str
    span: Span


def changes(text: str) -> Iterator[Balance]:
    """Yield the rates of change of a folded text that the two values beside them do not give."""
    for match in _CHANGE.finditer(text):
        before, after, given = (float(match[at]) for at in (1, 3, 4))
        right = 100 * abs(after - before) / before if before else given
        if abs(right - given) > _OFF:
            yield Balance(f"{round(right, 1):g}%", f"{match[4]}%", Span(*match.span()))


def carried(text: str) -> Iterator[Balance]:
    """Yield what came in and was left over, where it is not what was settled and is left."""
    for match in _CARRIED.finditer(text) if "结转下" in text else ():
        came, left, settled, rest = (int(match[at]) for at in (1, 3, 4, 5))
        if came + left != settled + rest:
            unit = match[2]
            yield Balance(f"结转{came + left - settled}{unit}", f"结转{rest}{unit}", Span(*match.span()))


def table_totals(text: str) -> Iterator[Balance]:
    """Yield the cells of a row of totals that are not the sum of their column; only tables of plain numbers count."""
    if "|" not in text or not any(word in text for word in _TOTALS):
        return
    rows: list[tuple[int, list[str]]] = []
    for match in _ROW.finditer(text):
        cells = [cell.strip() for cell in match[0].strip("|").split("|")]
        if rows and text[rows[-1][0] : match.start()].count("\n") > 1:
            rows = []
        rows.append((match.start(), cells))
        if cells[0].replace(" ", "") in _TOTALS and len(rows) >= _FEWEST:
            yield from _row(text, [cells for _, cells in rows], match.start())
            rows = []


def _row(text: str, rows: list[list[str]], start: int) -> Iterator[Balance]:
    head, *inner, last = [cells for cells in rows if not set("".join(cells)) <= set("-: ")]
    if any(cells[0].endswith("计") or len(cells) != len(last) for cells in (head, *inner)) or not inner:
        return
    at = start
    for column, written in enumerate(last):
        at = text.index(written, at)
        values = [cells[column] for cells in inner]
        countable = all(_NUMBER.fullmatch(one) for one in (*values, written))
        if column and countable and not any(word in head[column] for word in _NO_SUM):
            right = round(sum(map(float, values)), 4)
            if abs(right - float(written)) > 0.05 * len(values) * ("." in written):
                yield Balance(f"{right:g}", written, Span(at, at + len(written)))
        at += len(written)
