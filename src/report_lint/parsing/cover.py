"""The cover facts: title, issuers, number, recipient, opening clause, signature, year, profile, copy and genre.

Of a page's title and the report's title the second counts, and the first is furniture: number,
issuers, date and recipient stand around the second. A title printed twice on adjacent lines keeps
its first line, so that the second can be reported. Below a cover letter the second title starts the
report, while signature and recipient are the letter's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from report_lint.document import Cover, Located
from report_lint.parsing.address import find_opening
from report_lint.parsing.copies import copy_kind
from report_lint.parsing.docnumber import find_document_number
from report_lint.parsing.furniture import Furniture, sort_out
from report_lint.parsing.genre import find_genre
from report_lint.parsing.issuers import header_issuers, title_issuers
from report_lint.parsing.letter import find_letter
from report_lint.parsing.lines import Lines, read_lines, unfolded_run_on
from report_lint.parsing.profile import naming_profile, profile_of, whole_place_profile
from report_lint.parsing.signature import Signature, attachment_note, attachments, find_signature
from report_lint.parsing.titles import Title, find_title
from report_lint.parsing.under import UnderTitle, read_under
from report_lint.parsing.year import report_year, settle_year, told_years, year_of_start
from report_lint.text import Span

if TYPE_CHECKING:
    from report_lint.document import Profile, ReportYear, SignedDate
    from report_lint.text import SourceText

__all__ = ["find_cover", "settle_year"]

_ABOVE = 10  # lines above a title that may hold the number or the head of an official paper
_LIST = 14  # lines of a list of attachments above a signature


def find_cover(source: SourceText) -> Cover:
    """Return everything that stands around the body of a report."""
    furniture, lines = sort_out(source, read_lines(source.text))
    lines = unfolded_run_on(lines)
    first, page_title = find_title(lines)
    sent = find_letter(lines, first)
    letter, title = sent if sent is not None else (None, first)
    under = read_under(lines, title)
    enclosed = _letter_facts(lines, first, title) if sent is not None else (None, None)
    end, body = _end(lines, under)
    signature = enclosed[1] or end
    issuers = _issuers(lines, title, under, furniture)
    signed_by, signed_on = _signed(signature, under, issuers)
    cover = Cover(
        title=title.located if title is not None else furniture.title,
        issuers=issuers,
        document_number=find_document_number(lines, _above(lines, first or title)) or under.number,
        recipient=enclosed[0] or under.recipient,
        signed_by=signed_by,
        signed_on=signed_on,
        body=body,
        letter=letter,
        furniture=_spans(furniture, page_title),
        genre=find_genre(lines, title),
        opening=find_opening(source.text, body),
        published_on=furniture.published,
    )
    return _judged(source, cover, furniture.chrome)


def _judged(source: SourceText, cover: Cover, chrome: int) -> Cover:
    """Return the cover with what follows from its facts: year, profile and which copy it is."""
    text = source.text
    # What has a number and a recipient is going to be sent, though the signature is still wanting.
    marks = (cover.document_number, cover.recipient, cover.signed_by or cover.signed_on)
    formal = sum(map(bool, marks)) > 1
    kind = copy_kind(text, chrome, word=source.format == "docx", formal=formal)
    return replace(cover, copy_kind=kind, year=_year(text, cover), profile=_profile(text, cover))


def _above(lines: Lines, title: Title | None) -> list[int]:
    """Return the lines above a title, or the first ones of a text without a title."""
    stop = title.first if title is not None else min(4, len(lines))
    return list(range(max(0, stop - _ABOVE), stop))


def _issuers(lines: Lines, title: Title | None, under: UnderTitle, furniture: Furniture) -> tuple[Located, ...]:
    """Return the issuers: from the title, else from the lines above it, else from the line under it."""
    if title is None:
        return title_issuers(lines.text, furniture.title.span) if furniture.title is not None else ()
    found = title_issuers(lines.text, title.span)
    if found:
        return found
    for at in reversed(_above(lines, title)):
        if not lines[at].long and (header := header_issuers(lines.text, lines[at])):
            return header
    return under.organs


def _letter_facts(lines: Lines, first: Title | None, title: Title | None) -> tuple[Located | None, Signature | None]:
    """Return recipient and signature of a cover letter, which stands above the title of the report."""
    start = read_under(lines, first if first is not title else None)
    stop = title.first if title is not None else len(lines)
    return start.recipient, find_signature(lines, start.line, stop)


def _end(lines: Lines, under: UnderTitle) -> tuple[Signature | None, Span]:
    """Return the signature at the end and the span of the body before it."""
    stop = attachments(lines, under.line, len(lines))
    signature = find_signature(lines, under.line, stop)
    if signature is None and stop < len(lines):
        signature = find_signature(lines, under.line, min(len(lines), stop + _LIST))
    last = attachment_note(lines, under.line, signature.first) if signature is not None else stop
    end = lines.spans[last - 1][1] if last > under.line else under.start
    return signature, Span(under.start, max(under.start, end))


def _signed(
    signature: Signature | None, under: UnderTitle, issuers: tuple[Located, ...]
) -> tuple[tuple[Located, ...], SignedDate | None]:
    """Return who signed and when; a day under the title is signed by the issuer beside it or in the title."""
    if signature is not None and (signature.organs or under.day is None):
        return signature.organs, signature.day or under.day
    return (under.organs or issuers, under.day) if under.day is not None else ((), None)


def _profile(text: str, cover: Cover) -> Profile:
    """Return the profile of the issuers; what they leave unknown the signature, then the text may tell."""
    profile = profile_of([organ.value for organ in cover.issuers])
    if profile.body == "unknown" or profile.level == "unknown":
        profile = _filled(profile, profile_of([organ.value for organ in cover.signed_by]))
    if profile.body == "unknown" and cover.title is not None:
        profile = _filled(profile, whole_place_profile(cover.title.value))
    if profile.body == "unknown":
        profile = _filled(profile, naming_profile(text, cover.opening, cover.body))
    return profile


def _filled(profile: Profile, other: Profile) -> Profile:
    body = other.body if profile.body == "unknown" else profile.body
    level = other.level if profile.level == "unknown" else profile.level
    return replace(profile, body=body, level=level)


def _year(text: str, cover: Cover) -> ReportYear:
    title = cover.title.value if cover.title is not None else None
    clause = cover.opening.of(text) if cover.opening is not None else None
    day = cover.signed_on.value if cover.signed_on is not None else None
    start = text[cover.body.start : cover.body.start + 20].lstrip()
    year = replace(report_year(title, clause, day), told=told_years(clause, start, day))
    value = year_of_start(start)
    if value is not None and year.value in (None, value):
        return replace(year, value=value, confidence="likely" if year.value is None else "sure")
    return year


def _spans(furniture: Furniture, page_title: Title | None) -> tuple[Span, ...]:
    if page_title is None:
        return furniture.spans
    return tuple(sorted((*furniture.spans, page_title.span)))
