"""Kind `day-name`: a memorial day under another name than its own, or its date with a full stop (12.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from report_lint.checks.once import together
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.report_years import around, furniture_of
from report_lint.checks.years import Years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_BEFORE, _BEHIND = re.compile("[0-9.]"), re.compile("[0-9.%]")  # 2024.12.4, 12.4%
_OPEN, _CLOSE = '“"‘', '”"’'


Dotted = Annotated[str, Field(pattern="^[1-9][0-9]?[.][1-9][0-9]?$")]


class WrongName(Years):
    """A name that is not the day's own, the right one, and the report years in which it is wrong."""

    wrong: str = Field(min_length=2)
    right: str = Field(min_length=2)


class DayNameParams(Params):
    """The `dates` that may stand before a day's name, the starts of such `names`, and the `wrong` names."""

    dates: tuple[Dotted, ...] = Field(min_length=1)
    names: tuple[str, ...] = Field(min_length=1)
    wrong: tuple[WrongName, ...] = ()


def check(params: DayNameParams, document: Document) -> Iterator[Problem]:
    """Report each form once; a published copy is silent about stops, which the copying may have made."""
    furniture = furniture_of(document)
    forms: dict[str, list[Problem]] = {}
    dots = () if document.cover.copy_kind == "published" else _dots(params, document)
    for problem in (*dots, *_names(params, document)):
        if not furniture.overlaps(*problem.span):
            forms.setdefault(str(problem.fields["written"]), []).append(problem)
    for problems in forms.values():
        yield from together(problems)


def _dots(params: DayNameParams, document: Document) -> Iterator[Problem]:
    text = document.folded.text
    for written in params.dates:
        at = text.find(written)
        while at >= 0:
            end = at + len(written)
            if _is_date(params, text, at, end):
                dot = at + written.index(".")
                right = written.replace(".", "·")
                yield Problem(
                    document.folded.span(at, end),
                    {"written": written, "right": right},
                    variant="dot",
                    title=f"改为“{right}”",
                    changes=(Change(document.folded.span(dot, dot + 1), "·"),),
                    safety="safe",
                )
            at = text.find(written, end)


def _is_date(params: DayNameParams, text: str, start: int, end: int) -> bool:
    """Tell whether a number stands in quotes by itself or before the name of a day."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if _BEFORE.match(before) or _BEHIND.match(behind):
        return False
    quoted = before in _OPEN and before != "" and behind in _CLOSE and behind != ""
    return quoted or text.startswith(params.names, end)


def _names(params: DayNameParams, document: Document) -> Iterator[Problem]:
    text, year = document.folded.text, document.cover.year.value
    for row in params.wrong:
        at = text.find(row.wrong) if row.hold(year) else -1
        while at >= 0:
            end = at + len(row.wrong)
            before, behind = around(text, at, end)
            if row.right not in before + behind:
                span = document.folded.span(at, end)
                change = Change(span, row.right)
                fields = {"written": row.wrong, "right": row.right}
                yield Problem(span, fields, title=f"改为“{row.right}”", changes=(change,))
            at = text.find(row.wrong, end)


KIND = CheckKind("day-name", DayNameParams, check)
