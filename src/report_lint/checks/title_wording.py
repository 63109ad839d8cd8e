"""Kind `title-wording`: the title is not worded as the pack asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.text import fold
from report_lint.wording import WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class TitleWordingParams(Params):
    """`like` are the wordings of which the title must have one; ^ and $ are its beginning and its end."""

    like: WordingList


def check(params: TitleWordingParams, document: Document) -> Iterator[Problem]:
    """Report a title that has none of the wordings; without a title there is nothing to say."""
    title = document.cover.title
    if title is not None and document.cover.genre is None and not params.like.search(fold(title.value).text):
        yield Problem(title.span, {"title": title.value})


KIND = CheckKind("title-wording", TitleWordingParams, check)
