"""Kind `private-data`: identity numbers, private mobile numbers, marks of secrecy in what is to be published."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_IDENTITY = lazy_pattern(r"[1-8](?<![0-9A-Za-z].)[0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = lazy_pattern(r"1(?<![0-9A-Za-z.-].)[3-9][0-9]{9}(?![0-9A-Za-z])")
_NEAR = 20  # characters: a label, a name of four and “，联系电话：”
_BEFORE_NAME = "(?:^|[，。；：、（）《》“” \t\n]|[人民员者户主众长])"  # 联系人张伟, 村民李红
_TITLES = "(?:同志|先生|女士|主任|书记|局长|镇长|乡长|科长|股长|所长|村长)?"
_LINK = "[，、：（ ]{0,2}(?:联系|手机|移动|个人)?(?:电话|手机|号码|方式|号){0,2}(?:为|是)?[：，（ ]{0,2}"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FIRST_YEAR = 1900


class PrivateDataParams(Params):
    """The `marks` that stand alone on one of the first or last `lines`, perhaps with ★ and a term behind them.

    A mobile number is private where a personal name stands beside it: one of `surnames`, and one or two characters
    more; `not_names` are words that begin in the same way. Without surnames no mobile number is reported.
    """

    marks: tuple[str, ...]
    lines: int = 10
    surnames: str = ""
    not_names: tuple[str, ...] = ()

    @cached_property
    def named_in_front(self) -> re.Pattern[str]:
        """Return the pattern of what ends in front of a number, as 联系人：张伟，电话：."""
        return re.compile(f"{_BEFORE_NAME}{self._name}{_TITLES}{_LINK}$")

    @cached_property
    def named_behind(self) -> re.Pattern[str]:
        """Return the pattern of what begins behind a number: （张伟）."""
        return re.compile(f"[（、，：]?{self._name}{_TITLES}(?:[）。，；、\n]|$)")

    @property
    def _name(self) -> str:
        not_names = f"(?!{'|'.join(map(re.escape, self.not_names))})" if self.not_names else ""
        return f"(?P<name>{not_names}(?:[{self.surnames}]|欧阳|上官|司马|诸葛){HAN}{{1,2}}?)"


def check(params: PrivateDataParams, document: Document) -> Iterator[Problem]:
    """Report identity numbers whose day of birth and check digit are right, and marks as the variant `mark`."""
    folded = document.folded
    for match in _IDENTITY.finditer(folded.text):
        if _is_identity(match[0]):
            yield Problem(folded.span(*match.span()), {"kind": "居民身份证号码"})
    yield from _mobile_numbers(params, document)
    written = list(re.finditer(r"[^\n]*\S[^\n]*", folded.text))
    pattern = re.compile(f"[ \t]*(?:{'|'.join(map(re.escape, params.marks))})(?:★[^\n]{{0,8}})?[ \t]*")
    for at, match in enumerate(written):
        near_an_end = at < params.lines or at >= len(written) - params.lines
        if near_an_end and pattern.fullmatch(match[0]):
            yield Problem(folded.span(*match.span()), {"kind": f"“{match[0].strip()}”字样"}, variant="mark")


def _mobile_numbers(params: PrivateDataParams, document: Document) -> Iterator[Problem]:
    folded = document.folded
    for match in _MOBILE.finditer(folded.text) if params.surnames else ():
        start, end = match.span()
        before = folded.text[max(0, start - _NEAR) : start]
        found = params.named_in_front.search(before) or params.named_behind.match(folded.text, end, end + _NEAR)
        if found is not None:
            yield Problem(folded.span(start, end), {"kind": "手机号码", "name": found["name"]}, variant="mobile")


def _is_identity(number: str) -> bool:
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return born.year >= _FIRST_YEAR and number[17].upper() == _CHECKS[total % 11]


KIND = CheckKind("private-data", PrivateDataParams, check)
