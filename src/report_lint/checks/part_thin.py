"""Kind `part-thin`: a part's own section has nothing under its heading, or very little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from report_lint.checks.place import characters, heading_of
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import PartId
from report_lint.lazy import lazy_pattern
from report_lint.text import Span
from report_lint.wording import WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Block, Document

_SEVERAL = 2
# 36次, 4200份, 98%, 6月底; no heading number, no year, no day
_FIGURE = lazy_pattern(r"(?<![0-9.第（])[0-9]+(?:\.[0-9]+)?(?=[^\W\d_年日]|%)")


class PartThinParams(Params):
    """How many characters each part should have at least, and the words that amount to nothing.

    The numbers are ours, no norm's; `township` is the share of them that is asked of a township. A part of half
    its minimum with a figure for every `figure_in` characters of it is brief, not thin.
    """

    minimum: Mapping[PartId, Annotated[int, Field(ge=0)]]
    nothing: WordingList
    nothing_in: tuple[str, ...] = ()
    township: float = 0.5
    figure_in: int = 50


def check(params: PartThinParams, document: Document) -> Iterator[Problem]:
    """Report empty sections one by one, and the thin ones together as `thin` or `several`."""
    thin: list[Problem] = []
    for problem in _found(params, document):
        if problem.variant == "thin":
            thin.append(problem)
        else:
            yield problem
    yield from thin if len(thin) < _SEVERAL else [_together(thin, document)]


def _together(thin: list[Problem], document: Document) -> Problem:
    """Return one problem for a report that is short all over."""
    parts = tuple(str(problem.fields["part_id"]) for problem in thin)
    titles = [document.vocabulary.part(part).title for part in parts]
    listed = [
        f"“{title}”{one.fields['n']}字（一般{one.fields['least']}字以上）"
        for title, one in zip(titles, thin, strict=True)
    ]
    fields = {"count": len(thin), "list": "、".join(listed), "part_id": parts}
    return Problem(min(problem.span for problem in thin), fields, variant="several")


def _found(params: PartThinParams, document: Document) -> Iterator[Problem]:
    share = params.township if document.cover.profile.level == "township" else 1.0
    for part_id, minimum in params.minimum.items():
        blocks = [block for block in document.part(part_id).own if block.kind == "section" and block.heading]
        if not blocks:
            continue
        first = next((block for block in blocks if _is_empty(document, block)), blocks[0])
        bodies = [Span(block.heading.end, block.span.end) for block in blocks if block.heading is not None]
        number = sum(characters(document, body) for body in bodies)
        least = round(minimum * share)
        fields = {"heading": heading_of(document, first), "n": number, "least": least, "part_id": part_id}
        assert first.heading is not None  # noqa: S101  asked for above
        if _is_empty(document, first) or (part_id in params.nothing_in and _says_nothing(params, document, bodies)):
            yield Problem(first.heading, fields)
        elif number * 2 < least or (number < least and _figures(document, bodies) * params.figure_in < least):
            yield Problem(first.heading, fields, variant="thin")


def _is_empty(document: Document, block: Block) -> bool:
    """Tell whether nothing stands under the heading; one character is a stray mark.

    A heading with the number of the one before it (一、…措施, 一、加强领导) should be a heading below it.
    """
    if block.heading is None or characters(document, Span(block.heading.end, block.span.end)) > 1:
        return False
    following = document.section_at(block.span.end)
    own = document.sections[block.section] if block.section is not None else None
    return own is None or following is None or following.number != own.number or following.level != own.level


def _figures(document: Document, bodies: list[Span]) -> int:
    folded = document.folded
    return sum(
        1 for body in bodies for _ in _FIGURE.finditer(folded.text, folded.folded(body.start), folded.folded(body.end))
    )


def _says_nothing(params: PartThinParams, document: Document, bodies: list[Span]) -> bool:
    folded = document.folded
    text = "".join(folded.text[folded.folded(body.start) : folded.folded(body.end)] for body in bodies)
    return params.nothing.search(text.strip().strip("。：，；")) is not None


KIND = CheckKind("part-thin", PartThinParams, check)
