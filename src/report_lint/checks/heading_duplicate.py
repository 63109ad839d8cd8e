"""Kind `heading-duplicate`: the same heading, the title, or a whole paragraph printed twice."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from report_lint.checks.once import together_if_many
from report_lint.checks.place import characters
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import BREAKS
from report_lint.text import Intervals, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document, Section
    from report_lint.text import Span


# A shorter line (a row of a table, a formula) may well stand twice.
_PARAGRAPH = lazy_pattern(f"[^{BREAKS}]{{40,}}")
_NUMBER = lazy_pattern("(?:（?[一二三四五六七八九十]{1,3}[）、]|（?[0-9]{1,2}[）.、])+|[一二三四五六七八九十]是")


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report the second of two equal headings of one level under one parent, of two titles, of two paragraphs."""
    headings = [*_headings(document), *_title_twice(document)]
    yield from headings
    yield from together_if_many(_paragraphs(document, [problem.span for problem in headings]), "paragraphs")


def _headings(document: Document) -> Iterator[Problem]:
    first: dict[tuple[int | None, int, str], Section] = {}
    entries = contents(document)
    for section in document.sections:
        if not section.title or section.index in entries:
            continue
        key = (section.parent, section.level, section.title)
        if key in first:
            yield _problem(document, section.title, first[key].heading, section.heading)
        first.setdefault(key, section)


def _paragraphs(document: Document, reported: list[Span]) -> Iterator[Problem]:
    """Yield the second of two equal paragraphs, numbers in front apart; a heading that was reported speaks for it."""
    folded, body = document.folded, document.cover.body
    passed = Intervals(sorted([*reported, *document.cover.furniture]))
    first: dict[str, int] = {}
    for match in _PARAGRAPH.finditer(folded.text, folded.folded(body.start), folded.folded(body.end)):
        number = _NUMBER.match(match[0])
        written = match[0][number.end() :] if number else match[0]
        span = folded.span(*match.span())
        if written in first and "|" not in written and not passed.overlaps(*span):
            line, again = (document.lines.position(at).line for at in (first[written], span.start))
            yield Problem(span, {"a": line, "b": again}, "paragraph")
        first.setdefault(written, span.start)


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
