"""The outline of a report: its headings, and what stands under each."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from report_lint.parsing.breaks import line_end, next_ink
from report_lint.parsing.headings import Heading, read_heading
from report_lint.parsing.midline import lines_of, long_lines, lost_numbers, lost_tops, torn_lines
from report_lint.parsing.nesting import nest
from report_lint.parsing.numbering import Token, confirmed, line_tokens, number_at
from report_lint.parsing.unnumbered import is_report_title, stands_alone, whole
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from report_lint.document import Cover, Section
    from report_lint.text import SourceText


def find_sections(source: SourceText, cover: Cover) -> tuple[Section, ...]:
    """Return the sections of a report's body in the order of the text, every parent before its children."""
    text = source.text
    region = cover.body if cover.body.end > cover.body.start else Span(0, len(text))
    is_barred = _barred(source, cover)
    tokens = _tokens(source, region, is_barred)
    headings = list(_headings(text, region, ([token] for token in tokens)))
    if lost := _lost(text, region, tokens, headings, is_barred):
        headings = list(_headings(text, region, _regrouped(text, region, tokens, lost)))
    return nest(headings, region)


def _barred(source: SourceText, cover: Cover) -> Callable[[int], bool]:
    """Return a function that tells whether an offset lies in a table, the title or page furniture."""
    spans = [*cover.furniture, *(piece.span for piece in source.pieces if piece.in_table)]
    if cover.title is not None:
        spans.append(cover.title.span)
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)

    def is_barred(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < ends[at]

    return is_barred


def _tokens(source: SourceText, region: Span, is_barred: Callable[[int], bool]) -> list[Token]:
    """Return what may be a heading at the start of a line; in a Word file, with the level of its style."""
    text = source.text
    styled = {
        next_ink(text, piece.span.start, piece.span.end): piece.heading_level
        for piece in source.pieces
        if piece.heading_level is not None and region.start <= piece.span.start < region.end
    }
    tokens = [
        token._replace(hint=styled.pop(token.outer), plain=False) if token.outer in styled else token
        for token in line_tokens(text, region.start, region.end)
    ]
    tokens.extend(Token(at, at, at, hint=level) for at, level in styled.items())
    if styled:
        tokens.sort(key=lambda token: token.start)
    return confirmed([token for token in tokens if not is_barred(token.start)])


def _headings(text: str, region: Span, lines: Iterable[list[Token]]) -> Iterator[Heading]:
    """Yield the headings of the tokens, which are grouped by line."""
    before: Heading | None = None
    for tokens in lines:
        if before is not None and tokens[0].start < before.span.end:
            continue
        end = line_end(text, tokens[0].end, region.end)
        for heading in _of_line(text, tokens, end):
            if heading.rank is None and not _is_unnumbered(text, heading, region, before, plain=tokens[0].plain):
                continue
            before = whole(text, heading, region) if heading.rank is not None else heading
            yield before


def _of_line(text: str, tokens: Sequence[Token], end: int) -> Iterator[Heading]:
    """Yield the headings of one line; a first sub-heading may follow its parent on the line."""
    for place, token in enumerate(tokens, 1):
        after = tokens[place].outer if place < len(tokens) else end
        heading = read_heading(text, token, after)
        if heading is None:
            continue
        yield heading if after == end else heading._replace(run_in=True)
        child = number_at(text, heading.body, after) if heading.run_in else None
        if child and child.ordinal == 1 and (child.rank or 0) > (token.rank or 0):
            yield from _of_line(text, lost_numbers(text, Span(child.end, after), [child]), after)


def _is_unnumbered(text: str, heading: Heading, region: Span, before: Heading | None, *, plain: bool) -> bool:
    """Tell whether a line without a number is a heading; a plain line must be worded like one."""
    if heading.run_in or is_report_title(text, heading, region):
        return False
    return not plain or stands_alone(text, heading, region, before)


def _lost(
    text: str, region: Span, tokens: Sequence[Token], headings: Sequence[Heading], is_barred: Callable[[int], bool]
) -> list[Token]:
    """Return the headings that stand mid-line because line breaks were lost."""
    tops = [token for token in tokens if token.rank == 1]
    has_tops = sum(heading.rank in {None, 0, 1} for heading in headings) > 1  # one alone may begin the only line
    torn = torn_lines(text, region, tops) if has_tops else lines_of(text, region)
    lines = [line for line in torn if text[line.start] != "|" and not is_barred(line.start)]
    found = lost_tops(text, lines, tops)
    if found or headings:
        return found
    numbers = (token for line in long_lines(text, region) for token in lost_numbers(text, line, []))
    found = [token for token in numbers if not is_barred(token.start)]
    return found if len(found) > 1 else []


def _regrouped(text: str, region: Span, tokens: Sequence[Token], lost: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens by line; a line that holds lost headings gives its sub-headings too, all as `torn`."""
    torn = {token.start for token in lost}
    both = sorted([*tokens, *lost], key=lambda token: token.start)
    at = 0
    while at < len(both):
        end = line_end(text, both[at].start, region.end)
        after = bisect_right(both, end, lo=at, key=lambda token: token.start)
        line = both[at:after]
        if any(token.start in torn for token in line):
            line = [token._replace(torn=True) for token in lost_numbers(text, Span(line[0].start, end), line)]
        yield line
        at = after
