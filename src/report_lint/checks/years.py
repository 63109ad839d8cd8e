"""The report years for which a row of a table holds."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from report_lint.checks.problem import Params


class Years(Params):
    """The report years for which a row holds, the first and the last one included."""

    since: int | None = Field(default=None, alias="from", ge=1900, le=2099)
    until: int | None = Field(default=None, ge=1900, le=2099)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since is not None and self.until is not None and self.until < self.since:
            raise ValueError(f"止年 until = {self.until} 早于起年 from = {self.since}")
        return self

    def hold(self, year: int | None) -> bool:
        """Tell whether they hold in a year; an unknown year is a recent one."""
        if year is None:
            return self.until is None
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)
