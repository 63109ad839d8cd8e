"""Parsing: from a SourceText to a Document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from report_lint.document import Days, Document
from report_lint.parsing.citations import find_citations
from report_lint.parsing.cover import find_cover, settle_year
from report_lint.parsing.damage import damage_notes
from report_lint.parsing.duties import find_duties
from report_lint.parsing.joins import broken_lines
from report_lint.parsing.markdown_comments import without_comments
from report_lint.parsing.outline import find_sections
from report_lint.parsing.parts import find_parts
from report_lint.text import Span, fold_without

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.document import Cover, Part, Profile
    from report_lint.text import SourceText
    from report_lint.vocabulary import Vocabulary


def parse(
    source: SourceText,
    vocabulary: Vocabulary,
    *,
    profile: Profile | None = None,
    as_of: date | None = None,
    previous: Document | None = None,
) -> Document:
    """Return the parsed report; `profile` and `as_of` override what the text says, `previous` is last year's."""
    source = _with_damage(without_comments(source))
    cover = find_cover(source)
    sections = find_sections(source, cover)
    cover = _overridden(settle_year(cover, sections), profile)
    breaks = broken_lines(source, cover, sections)
    folded = fold_without(source.text, breaks)
    parts = find_parts(folded, _with_body(cover, source), sections, vocabulary)
    days = _days(cover, parts, as_of)
    document = Document(
        source=source,
        cover=cover,
        sections=sections,
        parts=parts,
        citations=find_citations(source, cover, vocabulary, days, folded),
        folded=folded,
        days=days,
        breaks=breaks,
        previous=previous,
        vocabulary=vocabulary,
    )
    return replace(document, duties=find_duties(document))


def _with_damage(source: SourceText) -> SourceText:
    """Add what the text itself shows of being a damaged copy to what the reader noticed."""
    return replace(source, damage=(*source.damage, *damage_notes(source)))


def _overridden(cover: Cover, profile: Profile | None) -> Cover:
    """Put the given profile in place of the detected one; an unknown half is filled from the text."""
    if profile is None:
        return cover
    detected = cover.profile
    level = detected.level if profile.level == "unknown" else profile.level
    body = detected.body if profile.body == "unknown" else profile.body
    return replace(cover, profile=replace(profile, body=body, level=level))


def _with_body(cover: Cover, source: SourceText) -> Cover:
    return cover if cover.body.end > cover.body.start else replace(cover, body=Span(0, len(source.text)))


def _days(cover: Cover, parts: Iterable[Part], as_of: date | None) -> Days:
    """Return the days to judge by: the year's end for what was done, the signing day for the document and its plan."""
    signed = cover.signed_on.value if cover.signed_on is not None else None
    year_end = date(cover.year.value, 12, 31) if cover.year.value is not None else None
    ahead = tuple(block.span for part in parts if part.id == "plan" for block in part.blocks)
    return Days(
        acts=as_of or min((day for day in (signed, year_end) if day is not None), default=None),
        signing=as_of or signed or year_end,
        ahead=ahead,
    )
