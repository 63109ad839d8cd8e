"""Kind `totals`: parts that do not add up to their total, and figures that the ones beside them do not give."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from report_lint.checks.balances import carried, changes, table_totals
from report_lint.checks.exclusive_parts import Exclusive, of_several, sums
from report_lint.checks.once import together_if_many
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.report_years import around, furniture_of
from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import GROUPED, parse_number
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.text import Span

_NUMBER = f"(?<![0-9A-Za-z.])(?<![0-9][,，])({GROUPED}|[0-9]{{1,9}}|[〇零一二三四五六七八九十百千两]{{1,9}})"
_RATE = lazy_pattern("(?:为|达到|达|是)?([0-9]{1,3}(?:\\.[0-9]{1,4})?)%")
_OFF = 1.0
_TWO = 2


class Rate(Params):
    """A rate (办结率), what the whole is counted by (收到) and what the part (办结)."""

    rate: str = Field(min_length=2)
    whole: WordingList
    part: WordingList


class TotalsParams(Params):
    """`units` that are counted; `among` opens parts that may leave some out, `all_of` names all; `not_parts` are steps.

    With a word of `inexact` in the sentence nothing is counted; `carried` ones make a rate another one. Rates may be of
    things with other units too (`rated`); `exclusive` says by which names parts exclude each other.
    """

    units: tuple[str, ...] = Field(min_length=1)
    among: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    not_parts: WordingList = EMPTY
    inexact: WordingList = EMPTY
    carried: WordingList = EMPTY
    rates: tuple[Rate, ...] = ()
    rated: tuple[str, ...] = ()
    exclusive: Exclusive | None = None

    @cached_property
    def rate_counted(self) -> re.Pattern[str]:
        """Return the pattern of a number with a unit that a rate may be of."""
        return re.compile(f"{_NUMBER}({'|'.join(map(re.escape, (*self.units, *self.rated)))})")

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """Return the pattern of a number with its unit."""
        return re.compile(f"{_NUMBER}({'|'.join(map(re.escape, self.units))})")


def check(params: TotalsParams, document: Document) -> Iterator[Problem]:
    """Report wrong totals and rates; the message shows the right value and the one given."""
    yield from together_if_many(_found(params, document), "many")


def _found(params: TotalsParams, document: Document) -> Iterator[Problem]:
    furniture = furniture_of(document)
    done: list[Span] = []
    for problem in (*_exclusive(params, document), *_totals(params, document), *_rates(params, document)):
        if not furniture.overlaps(*problem.span) and not any(problem.span.overlaps(one) for one in done):
            done.append(problem.span)
            yield problem
    for balance in (*changes(document.folded.text), *carried(document.folded.text)):
        yield Problem(document.folded.span(*balance.span), {"calc": balance.calc, "given": balance.given})
    for balance in table_totals(document.text):
        yield Problem(balance.span, {"calc": balance.calc, "given": balance.given})


def _exclusive(params: TotalsParams, document: Document) -> Iterator[Problem]:
    for one in sums(params.exclusive, document.folded.text) if params.exclusive is not None else ():
        fields = {"calc": f"{one.added}{one.unit}", "given": f"{one.total}{one.unit}"}
        yield Problem(document.folded.span(one.start, one.end), fields)


def _places(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at, word
            at = text.find(word, at + len(word))


def _totals(params: TotalsParams, document: Document) -> Iterator[Problem]:
    text = document.folded.text
    for at, word in sorted(_places(text, (*params.among, *params.all_of))):
        before, behind = around(text, at, at + len(word))
        for end in (*params.among, "）", *params.all_of):
            behind = behind.split(end, 1)[0]
        if params.inexact.search(before + behind) or params.not_parts.search(behind):
            continue
        wholes, parts = list(params.counted.finditer(before)), list(params.counted.finditer(behind))
        if not wholes or len(parts) < _TWO or len({part[2] for part in (wholes[-1], *parts)}) > 1:
            continue
        values = [parse_number(one[1]) for one in (wholes[-1], *parts)]
        known = [value for value in values if value is not None]
        alike = [parse_number(one[1]) or 0 for one in wholes if one[2] == wholes[-1][2]]
        if of_several(alike, sum(known[1:])) or (word in params.all_of and not _is_one(before, wholes)):
            continue
        total, added = known[0], sum(known[1:])
        exhaustive = word in params.all_of or "其余" in behind
        if len(known) == len(values) and (added != total if exhaustive else added > total):
            unit, start = parts[0][2], at - len(before) + wholes[-1].start()
            span = document.folded.span(start, at + len(word) + parts[-1].end())
            yield Problem(span, {"calc": f"{added}{unit}", "given": f"{total}{unit}"})


def _is_one(before: str, wholes: list[re.Match[str]]) -> bool:
    """Tell whether 分别为 tells the parts of one total, and not how much came of each of several."""
    return len(wholes) == 1 or any(word in before[wholes[-2].end() : wholes[-1].start()] for word in "共总计")


def _rates(params: TotalsParams, document: Document) -> Iterator[Problem]:
    text = document.folded.text
    for row in params.rates:
        for at, word in _places(text, (row.rate,)):
            given = _RATE.match(text, at + len(word))
            before, _ = around(text, at, at)
            if given is None or params.inexact.search(before) or params.carried.search(before):
                continue
            whole, part = (_count(params, row.whole, before), _count(params, row.part, before))
            if whole is None or part is None or not 0 <= part[0] <= whole[0] or not whole[0] or part[1] != whole[1]:
                continue
            right = 100 * part[0] / whole[0]
            if abs(right - float(given[1])) > _OFF:
                span = document.folded.span(at, given.end())
                yield Problem(span, {"calc": f"{round(right, 1):g}%", "given": f"{given[1]}%"})


def _count(params: TotalsParams, words: WordingList, before: str) -> tuple[int, str] | None:
    """Return the count behind the words of a rate and its unit, None where there are none or several."""
    found = [match.end() for match in words.finditer(before)]
    if len(found) != 1:
        return None
    clause = before[found[0] :].partition("，")[0]
    numbers = list(params.rate_counted.finditer(clause))
    value = parse_number(numbers[0][1]) if len(numbers) == 1 else None
    return None if value is None else (value, numbers[0][2])


KIND = CheckKind("totals", TotalsParams, check)
