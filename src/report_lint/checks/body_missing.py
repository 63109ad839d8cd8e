"""Kind `body-missing`: a cover letter, an interpretation or a link, but no report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.place import characters
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.text import Span
from report_lint.wording import WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class BodyMissingParams(Params):
    """A text shorter than `below` characters that says one of `words`, or whose title has one of `titles`.

    A text shorter than `nothing_below` without any part is no report whatever it says.
    """

    below: int
    nothing_below: int = 0
    words: WordingList
    titles: WordingList
    parts: int = 2


def check(params: BodyMissingParams, document: Document) -> Iterator[Problem]:
    """Report a text without a body; two parts with headings of their own are a body, however short."""
    title = document.cover.title
    if title is not None and params.titles.search(title.value):
        yield Problem(document.anchor)
        return
    length = len(document.text)
    if length > 4 * params.below:  # more than blanks and furniture could make up
        return
    furniture = sum(characters(document, span) for span in document.cover.furniture)
    written, parts = characters(document, Span(0, length)) - furniture, _parts(document)
    if written >= params.below or parts >= params.parts:
        return
    if (written < params.nothing_below and not parts) or params.words.search(document.folded.text):
        yield Problem(document.anchor)


def _parts(document: Document) -> int:
    return sum(any(block.heading is not None for block in part.blocks) for part in document.parts)


KIND = CheckKind("body-missing", BodyMissingParams, check)
