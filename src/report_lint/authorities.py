"""The authority a rule rests on, from `督察规定:年度报告章（内容之一）` to the words a finding prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from report_lint.report import Basis, Grade

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from report_lint.validation import TomlFile

_GRADES: dict[str, Grade] = {grade: grade for grade in get_args(Grade)}
_GRADE_WORDS = {"惯": "公文写作惯例", "实": "事实或逻辑一致", "例": "地方规定或模板"}


@dataclass(frozen=True, slots=True)
class Authorities:
    """The norms that the packs name, by id, with their grade and title."""

    norms: Mapping[str, tuple[Grade, str]]

    def resolve(self, written: Sequence[str], file: TomlFile, loc: tuple[str | int, ...]) -> tuple[Basis, ...]:
        """Return the bases that the entry at `loc` of a file writes.

        Raises:
            PackError: an id that no pack has, and that is no grade.
        """
        return tuple(self._one(entry, file, (*loc, "basis", at)) for at, entry in enumerate(written))

    def _one(self, entry: str, file: TomlFile, loc: tuple[str | int, ...]) -> Basis:
        name, _, place = entry.partition(":")
        if name in self.norms:
            grade, title = self.norms[name]
            return Basis(grade=grade, text=f"《{title}》{place}")
        if name in _GRADES:
            return Basis(grade=_GRADES[name], text=place or _GRADE_WORDS[name])
        raise file.error(loc, f"依据“{name}”没有在 pack.toml 的 [[norm]] 里登记，可用：{'、'.join(self.norms)}")
