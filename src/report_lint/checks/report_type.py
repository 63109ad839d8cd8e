"""Kind `report-type`: the text is another kind of document, a person's own report, or about something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_SENTENCE_START = lazy_pattern("(?:^|[。！？；\n])[ \u3000]*(?=我)")


class ReportTypeParams(Params):
    """How many sentences of a person make a personal report; 我 before `not_person` is no person (我局, 我们).

    A text that has none of the parts and none of the words `about` is about something else.
    """

    not_person: str
    personal_sentences: int
    about: tuple[str, ...] = Field(min_length=1)


def check(params: ReportTypeParams, document: Document) -> Iterator[Problem]:
    """Report what the text seems to be: `partless` without any of the parts, `personal` in the first person.

    One about other things altogether is `unrelated`.
    """
    genre, text = document.cover.genre, document.text
    has_parts = any(part.blocks for part in document.parts)
    if genre is not None:
        yield Problem(genre.span, {"type": genre.value}, variant=None if has_parts else "partless")
        return
    if not has_parts and not any(word in text for word in params.about):
        yield Problem(document.anchor, variant="unrelated")
        return
    own = [
        match.end()
        for match in _SENTENCE_START.finditer(text)
        if match.end() + 1 < len(text) and text[match.end() + 1] not in params.not_person
    ]
    if len(own) >= params.personal_sentences:
        yield Problem(Span(own[0], own[0] + 2), {"n": len(own)}, variant="personal")


KIND = CheckKind("report-type", ReportTypeParams, check)
