"""Kind `heading-duplicate`: the same heading, or the title, printed twice."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from report_lint.checks.place import characters
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document, Section
    from report_lint.text import Span


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report the second of two equal headings of one level under one parent, and a title repeated below itself."""
    first: dict[tuple[int | None, int, str], Section] = {}
    entries = contents(document)
    for section in document.sections:
        if not section.title or section.index in entries:
            continue
        key = (section.parent, section.level, section.title)
        if key in first:
            yield _problem(document, section.title, first[key].heading, section.heading)
        first.setdefault(key, section)
    yield from _title_twice(document)


def _problem(document: Document, heading: str, first: Span, second: Span) -> Problem:
    a, b = (document.lines.position(span.start).line for span in (first, second))
    return Problem(second, {"heading": heading, "a": a, "b": b})


def contents(document: Document) -> set[int]:
    """Return the sections that are lines of a table of contents: headings with nothing under them, repeated later."""
    later: dict[str, int] = defaultdict(int)
    for section in document.sections:
        later[section.title] += 1
    entries: set[int] = set()
    for section, following in pairwise(document.sections):
        if later[section.title] < 2 or following.title == section.title:  # noqa: PLR2004  it stands once
            break
        if characters(document, section.body) > 0 and following.parent != section.index:
            break
        entries.add(section.index)
    return entries


def _title_twice(document: Document) -> Iterator[Problem]:
    """Report a title repeated on the next line; web copies print the page's title above the report's."""
    title = document.cover.title
    if title is None or document.cover.copy_kind == "published" or document.cover.published_on is not None:
        return
    text = document.text
    start = title.span.end
    while start < len(text) and text[start].isspace():
        start += 1
    line = document.lines.line_span(document.lines.position(start).line)
    following = type(line)(start, len(text[: line.end].rstrip()))
    if following.end > start and fold(text, *following).text == fold(title.value).text:
        yield _problem(document, title.value, title.span, following)


KIND = CheckKind("heading-duplicate", Params, check)
