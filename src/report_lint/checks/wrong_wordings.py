"""Closed tables of wrong wordings: each row with its right form, its years, and what is found of it in a report."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self

from pydantic import model_validator

from report_lint.checks.plain import Plain, PlainList
from report_lint.checks.problem import Params
from report_lint.checks.quotation import in_quotation
from report_lint.checks.years import Years
from report_lint.parsing.strings import Strings
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

Fix = Literal["safe", "manual", "none"]
_CELLS = "\t\u3000"  # a wording does not run from one cell of a table into the next


class Row(Years):
    """Wrong wordings and the one right form of them, empty where there is none.

    `fix` and `variant` are those of the rule where not given. `note` fills {note} of the message.
    """

    wrong: PlainList
    right: str = ""
    fix: Fix | None = None
    variant: str | None = None
    note: str = ""

    @model_validator(mode="after")
    def _right_is_not_wrong(self) -> Self:
        if self.right in self.wrong.strings:
            raise ValueError(f"正确写法“{self.right}”也列在错误写法里")
        return self


class Table(Params):
    """Rows, words that must not stand twice in a row (`doubled`), and strings that are right (`spared`)."""

    rows: tuple[Row, ...] = ()
    doubled: tuple[str, ...] = ()
    spared: PlainList = Plain(())

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if not self.all_rows:
            raise ValueError("rows 和 doubled 不能都不写")
        owners: dict[str, Row] = {}
        for row in self.all_rows:
            for string in row.wrong.strings:
                if owners.setdefault(string, row) is not row:
                    raise ValueError(f"错误写法“{string}”列了两次")
        for row in self.all_rows:
            for string in owners:
                if string in row.right and not any(string in one and one in row.right for one in self.spared.strings):
                    raise ValueError(f"正确写法“{row.right}”里含有错误写法“{string}”")
        return self

    @cached_property
    def all_rows(self) -> tuple[Row, ...]:
        """Return the rows, those of doubled words included."""
        return (*self.rows, *(Row(wrong=Plain((word + word,)), right=word) for word in self.doubled))

    @cached_property
    def _owners(self) -> tuple[Row | None, ...]:
        rows = [row for row in self.all_rows for _ in row.wrong.strings]
        return (*rows, *(None for _ in self.spared.strings))

    @cached_property
    def _strings(self) -> Strings:
        wrong = [string for row in self.all_rows for string in row.wrong.strings]
        return Strings([*wrong, *self.spared.strings])

    def find(self, document: Document, *, quoted: bool = False) -> Iterator[tuple[Row, Span]]:
        """Yield rows and places outside 《》 and page furniture, and outside “” unless `quoted`; longest first."""
        found = self._strings.find(document.folded.text)
        if not any(self._owners[which] for which, _, _ in found):
            return
        furniture = Intervals(document.cover.furniture)
        spared = Intervals(sorted((start, end) for which, start, end in found if self._owners[which] is None))
        done = 0
        for which, start, end in sorted(found, key=_place):
            row = self._owners[which]
            if row is None or start < done or spared.overlaps(start, end) or not row.hold(document.cover.year.value):
                continue
            done = end
            span = document.folded.span(start, end)
            if document.title_at(span) or furniture.overlaps(*span) or _crosses_cells(span.of(document.text)):
                continue
            if quoted or not in_quotation(document.text, span.start):
                yield row, span


def _place(found: tuple[int, int, int]) -> tuple[int, int]:
    return found[1], -found[2]


def _crosses_cells(written: str) -> bool:
    return any(cell in written for cell in _CELLS)
