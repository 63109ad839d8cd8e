"""Kind `signed-early`: the report speaks of the whole year and was signed before the year was over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class SignedEarlyParams(Params):
    """`whole` words count over the whole year (全年开展#次); `until` says up to when the numbers go."""

    whole: WordingList
    until: WordingList = EMPTY


def check(params: SignedEarlyParams, document: Document) -> Iterator[Problem]:
    """Report the signing day; one in the first half of the report year is a slip for the next year."""
    year, signed = document.cover.year.value, document.cover.signed_on
    if year is None or signed is None or signed.value.year != year or signed.value >= date(year, 12, 31):
        return
    if signed.value < date(year, 7, 1):
        yield Problem(signed.span, {"year": year}, variant="slip")
    elif params.whole.search(document.folded.text) and not params.until.search(document.folded.text):
        yield Problem(signed.span, {"year": year})


KIND = CheckKind("signed-early", SignedEarlyParams, check)
