"""Kind `private-data`: numbers of identity cards and marks of secrecy in a report that is to be published."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_IDENTITY = lazy_pattern(r"(?<![0-9A-Za-z])[1-8][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FIRST_YEAR = 1900


class PrivateDataParams(Params):
    """The `marks` that stand alone on one of the first or last `lines`, perhaps with ★ and a term behind them."""

    marks: tuple[str, ...]
    lines: int = 10


def check(params: PrivateDataParams, document: Document) -> Iterator[Problem]:
    """Report identity numbers whose day of birth and check digit are right, and marks as the variant `mark`."""
    folded = document.folded
    for match in _IDENTITY.finditer(folded.text):
        if _is_identity(match[0]):
            yield Problem(folded.span(*match.span()), {"kind": "居民身份证号码"})
    written = list(re.finditer(r"[^\n]*\S[^\n]*", folded.text))
    pattern = re.compile(f"[ \t]*(?:{'|'.join(map(re.escape, params.marks))})(?:★[^\n]{{0,8}})?[ \t]*")
    for at, match in enumerate(written):
        near_an_end = at < params.lines or at >= len(written) - params.lines
        if near_an_end and pattern.fullmatch(match[0]):
            yield Problem(folded.span(*match.span()), {"kind": f"“{match[0].strip()}”字样"}, variant="mark")


def _is_identity(number: str) -> bool:
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return born.year >= _FIRST_YEAR and number[17].upper() == _CHECKS[total % 11]


KIND = CheckKind("private-data", PrivateDataParams, check)
