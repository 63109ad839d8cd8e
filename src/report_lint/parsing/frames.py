"""Where the subject of a list or of a heading still acts: 县长主要做了以下工作：1.主持…；2.推动….

A list has the subject that is named before its first item; each item begins with it again. A heading
that names the head by post lends him to the paragraphs under it that name nobody.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.persons import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.document import Document
    from report_lint.text import Span
    from report_lint.vocabulary import Persons

_PARAGRAPH_END = lazy_pattern("[\n\r\u2028\u2029\x0b\x0c\x85]+")
_INSIDE = lazy_pattern(
    "(?:^|(?<=[。；：，\n]))(?:[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十]{1,2}）|（?[0-9]{1,2}[）.、．](?![0-9])|[①-⑳])"
)
_ITEM = lazy_pattern(
    "(?:[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十0-9]{1,2}）|[0-9]{1,2}[）.、．](?![0-9])|[①-⑳●·•-])"
)
_OPENS_LIST = "：:"
_POSTS = ("书记", "长", "主任", "我")


class Frame(NamedTuple):
    """From `start` to the next frame, `head` acts where nobody is named; None where that is not known."""

    start: int
    head: Mention | None


def frames(text: str, span: Span, found: Sequence[Mention], headed: Sequence[Frame]) -> list[Frame]:
    """Return the frames of the part about the head: those of its headings, `headed`, and those of its lists."""
    result: list[Frame] = []
    starts = [frame.start for frame in headed]
    lead: Mention | None = None
    for start, end in _pieces(text, span, starts):
        at = bisect_right(starts, start) - 1
        above = headed[at].head if at >= 0 else None
        is_item = _ITEM.match(text, start, end) is not None
        lead = lead if is_item else None
        result.append(Frame(start, lead or above))
        result += _inside(text, start, end, found)
        if text[start:end].rstrip().endswith(tuple(_OPENS_LIST)):
            lead = _last_head(found, start, end)
    return [*result, Frame(span.end, None)] if result else []


def _pieces(text: str, span: Span, headings: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs, cut where a heading was torn into the line."""
    for start, end in _paragraphs(text, span):
        inside = headings[bisect_right(headings, start) : bisect_left(headings, end)]
        yield from pairwise([start, *inside, end])


def _paragraphs(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for match in _PARAGRAPH_END.finditer(text, span.start, span.end):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < span.end:
        yield start, span.end


def _inside(text: str, start: int, end: int, found: Sequence[Mention]) -> Iterator[Frame]:
    """Yield a frame for each item of a list that the head is named before, in one paragraph."""
    items = [match.start() for match in _INSIDE.finditer(text, start, end)]
    lead = _last_head(found, start, items[0]) if items else None
    if lead is not None:
        for item in items:
            yield Frame(item, lead)


def _last_head(found: Sequence[Mention], start: int, end: int) -> Mention | None:
    """Return the head who acts last between two offsets, where nobody else acts after him."""
    acting = [one for one in found[bisect_left(found, (start,)) : bisect_left(found, (end,))] if one.acts]
    return acting[-1] if acting and acting[-1].role == "head" else None


def heading_frames(document: Document, persons: Persons, base: int) -> Iterator[Frame]:
    """Yield a frame for each section of the part about the head: the head whom its heading names by post, if any."""
    fold = document.folded.folded
    spans = [block.span for block in document.part("first-responsible").blocks if block.heading is not None]
    heads: dict[int, Mention | None] = {}
    for section in document.sections:
        if not any(span.start <= section.heading.start < span.end for span in spans):
            continue
        start = fold(section.heading.start) - base
        named = _named(section.title, persons)
        above = heads.get(section.parent) if section.parent is not None else None
        heads[section.index] = Mention(start, start, "head", named) if named else above
        yield Frame(start, heads[section.index])


def _named(title: str, persons: Persons) -> str:
    """Return the post that a heading names."""
    if not any(end in title for end in _POSTS):
        return ""
    match = persons.heads.search(persons.not_heads.masked(title))
    words = match[0] if match is not None else ""
    return words if words.endswith(_POSTS) else ""
