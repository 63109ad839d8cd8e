"""Kind `form-title`: what the title lacks, the kind of document it names, its blanks and marks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.issuers import names_nobody
from report_lint.parsing.numerals import YEAR
from report_lint.text import Span, fold
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document, Located

_NOTE = lazy_pattern("[（(][^（）()]{0,24}[）)]$")
_END = "。，；、,;.．"
_QUOTED = lazy_pattern("《[^《》]*(?:《[^》]*》[^《》]*)*》")
# a blank between two characters of one line; the one in “2024 年” goes with the one before it
_GAP = lazy_pattern("(?<=[^\\s*#])[ \t\u00a0\u3000]+(?=[^\\s*#年])")
_SPACED_YEAR = lazy_pattern("(?:20[0-9]{2}|[0-9]{4})[ \t\u00a0\u3000]+年")


class FormTitleParams(Params):
    """What is reported: an `element` the title lacks, the wrong `genre`, or its `marks`.

    `genres` end a title of the wrong kind; a title with one of `sent` is a cover letter's; `right` is the kind
    of document, `replaced` those that it takes the place of.
    """

    report: Literal["element", "genre", "marks"]
    right: str = "报告"
    genres: WordingList = EMPTY
    sent: WordingList = EMPTY
    replaced: tuple[str, ...] = ()


def check(params: FormTitleParams, document: Document) -> Iterator[Problem]:
    """Report the title of an annual report; without a title there is nothing to say."""
    title = document.cover.title
    if title is None or document.cover.genre is not None or document.cover.letter is not None:
        return
    if params.sent.search(title.value) is not None:  # a cover letter: its own title says what it sends
        return
    if params.report == "element":
        yield from _elements(params, document, title)
    elif params.report == "genre":
        yield from _genre(params, document, title)
    elif document.cover.copy_kind != "published":
        yield from _marks(document, title)


def _unwrapped(title: str) -> str:
    """Return a title without the marks that stand around all of it: what is inside is not a name it only mentions."""
    return title[1:-1] if title[:1] == "《" and title.find("》") == len(title) - 1 else title


def _name(title: Located) -> str:
    """Return the title without notes and marks behind it."""
    return _NOTE.sub("", title.value.strip(_END)).strip(f"《》{_END}")


def _elements(params: FormTitleParams, document: Document, title: Located) -> Iterator[Problem]:
    cover = document.cover
    missing = []
    if not cover.issuers and (cover.profile.body == "unknown" or names_nobody(title.value)):
        missing.append("发文机关")
    if re.search(YEAR, _QUOTED.sub("", _unwrapped(fold(title.value).text))) is None:
        missing.append("年度")
    name = _name(title)
    if params.right not in name and params.genres.search(name) is None:
        missing.append(f"文种“{params.right}”")
    if missing:
        serious = cover.copy_kind == "submitted" and missing != ["发文机关"]
        yield Problem(title.span, {"missing": "、".join(missing)}, None if serious else "unsure")


def _genre(params: FormTitleParams, document: Document, title: Located) -> Iterator[Problem]:
    name = _name(title)
    match = params.genres.search(name)
    if match is None:
        return
    genre = match[0]
    at = document.text.rfind(genre, *title.span)
    span = Span(at, at + len(genre)) if at >= 0 else title.span
    changes: tuple[Change, ...] = ()
    if at >= 0 and genre in params.replaced:
        changes = (Change(span, params.right),)
    variant = None if document.cover.copy_kind == "submitted" else "unsure"
    yield Problem(span, {"genre": genre, "right": params.right}, variant, changes=changes)


def _marks(document: Document, title: Located) -> Iterator[Problem]:
    """Report blanks that separate neither two issuers nor the letters of a word, a mark at the end, 《》 around all."""
    text, span = document.text, title.span
    issuers = document.cover.issuers
    between = [Span(one.span.end, two.span.start) for one, two in pairwise(issuers)]
    gaps = [Span(*match.span()) for match in _GAP.finditer(text, *span)]
    spaced = _SPACED_YEAR.search(text, *span)
    words = re.split("[ \t\u00a0\u3000]+", "\n".join(span.of(text).splitlines()))
    if spaced is not None or any(len(word) == 1 for word in words):
        gaps = []
    changes = [Change(gap, "") for gap in gaps if not any(one.overlaps(gap) for one in between)]
    end = span.start + len(span.of(text).rstrip(_END))
    if end < span.end:
        changes.append(Change(Span(end, span.end), ""))
    if text[span.start] == "《" and text[end - 1] == "》" and _QUOTED.fullmatch(text, span.start, end):
        changes += [Change(Span(span.start, span.start + 1), ""), Change(Span(end - 1, end), "")]
    if changes:
        yield Problem(span, changes=tuple(sorted(changes, key=lambda change: change.span)))


KIND = CheckKind("form-title", FormTitleParams, check)
