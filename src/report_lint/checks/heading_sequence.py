"""Kind `heading-sequence`: heading numbers that leave one out, come twice, or stand at the wrong level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from report_lint.checks.heading_duplicate import contents
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document, Section

_HAN = "零一二三四五六七八九十"
_FORMS = {0: "第{}部分", 1: "{}、", 2: "（{}）", 3: "{}.", 4: "（{}）"}
# What may stand around a number whose line break, bracket or dot was lost: “…完毕。二）依法履职”.
_LOST = {
    0: "第[ \u3000]*{}[ \u3000]*(?:部分|章)",
    1: "(?<![一二三四五六七八九十第之]){}[、．.，, \u3000]",
    2: "(?:[（(][ \u3000]*{0}|(?<![一二三四五六七八九十]){0}[ \u3000]*[）)])",
    3: "(?<![0-9０-９.．]){}(?:[.．、](?![0-9])|(?=[^\\W0-9A-Za-z_]))",
    4: "(?:[（(][ \u3000]*{0}[ \u3000]*[）)]|(?<![0-9]){0}[）)])",
}
_RUNS_ON = 3  # 1. 2. （二） 3.: Arabic numbers may run on across the levels above
_FARTHEST = 3  # a number far ahead of the one before is no number of this list


class HeadingSequenceParams(Params):
    """What is reported: `gap` numbers left out or doubled, `order` a level that stands inside a lower one."""

    report: Literal["gap", "order"]


def check(params: HeadingSequenceParams, document: Document) -> Iterator[Problem]:
    """Report the headings whose number does not follow that of the one before."""
    sections = _numbered(document)
    if params.report == "order":
        yield from _upside_down(document, sections)
        return
    has_tops = any(section.rank in (0, 1) for section in document.sections)
    groups: dict[tuple[int | None, int | None], list[Section]] = {}
    before: dict[int | None, int] = {}
    runs_on: set[int] = set()
    for section in sections:
        if before.get(section.rank) == (section.ordinal or 0) - 1:
            runs_on.add(section.index)
        before[section.rank] = section.ordinal or 0
        groups.setdefault((section.parent, section.rank), []).append(section)
    for (parent, _), siblings in groups.items():
        yield from _gaps(document, siblings, None if parent is None else document.sections[parent], runs_on, has_tops)


def _numbered(document: Document) -> list[Section]:
    """Return the headings whose numbers the author typed: not those of Word, of tables and of a table of contents."""
    counted = Intervals(piece.span for piece in document.source.pieces if piece.number or piece.in_table)
    entries = contents(document)
    return [
        section
        for section in document.sections
        if section.rank is not None
        and section.ordinal
        and section.index not in entries
        and document.text[section.heading.start] != "|"
        and not counted.overlaps(*section.heading)
    ]


def number_span(document: Document, section: Section) -> Span:
    """Return where the number of a heading stands."""
    start = section.heading.start
    if document.text.startswith(section.number, start):
        return Span(start, start + len(section.number))
    return section.heading


def _gaps(
    document: Document,
    siblings: list[Section],
    parent: Section | None,
    runs_on: set[int],
    has_tops: bool,  # noqa: FBT001
) -> Iterator[Problem]:
    rank = siblings[0].rank or 0
    ordinals = {section.ordinal for section in siblings}
    last, at = 0, parent.heading.end if parent is not None else document.cover.body.start
    for section in siblings:
        ordinal = section.ordinal or 0
        here, last, since, at = last, ordinal, at, section.heading.end
        if ordinal == here + 1 or section.index in runs_on or (here == 0 and rank >= _RUNS_ON):
            continue
        fields: dict[str, object] = {"written": section.number, "before": _written(here, rank)}
        fields |= {"line": document.lines.position(section.heading.start).line}
        if ordinal == 1 and here > 1:
            if rank == 2 and not has_tops:  # noqa: PLR2004  （一）（二）（三）（一）（二） without any 一、
                yield Problem(number_span(document, section), fields, "restart")
            continue
        if ordinal <= here:
            if ordinal == here and not (rank >= _RUNS_ON and ordinal == 1):
                yield Problem(number_span(document, section), fields, "twice")
            continue
        missing = [number for number in range(here + 1, ordinal) if number not in ordinals]
        if not missing or (rank >= _RUNS_ON and len(missing) > _FARTHEST):
            continue
        if any(_found(document.text, number, rank, Span(since, section.heading.start)) for number in missing):
            continue
        fields["missing"] = "、".join(_written(number, rank).strip("、.") for number in missing)
        yield Problem(number_span(document, section), fields, None if here else "first")


def _found(text: str, number: int, rank: int, span: Span) -> bool:
    """Tell whether a number stands somewhere in the text between two headings."""
    digits = f"(?:{number}|{_wide(number)})" if rank >= _RUNS_ON else _han(number)
    return re.compile(_LOST[rank].format(digits)).search(text, *span) is not None


def _written(number: int, rank: int) -> str:
    return _FORMS[rank].format(number if rank >= _RUNS_ON else _han(number)) if number else ""


def _wide(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{_HAN[tens] if tens > 1 else ''}{'十' if tens else ''}{_HAN[ones] if ones else ''}"


def _upside_down(document: Document, sections: list[Section]) -> Iterator[Problem]:
    """Report the first heading of a higher style that stands inside one of a lower style, once for each of those."""
    done: set[int] = set()
    for section in sections:
        parent = document.parent_of(section)
        if parent is None or not parent.rank or section.rank is None or not 0 < section.rank < parent.rank:
            continue
        if parent.index not in done and section.ordinal == 1:
            done.add(parent.index)
            fields = {"written": section.number, "parent": parent.number}
            yield Problem(number_span(document, section), fields)


KIND = CheckKind("heading-sequence", HeadingSequenceParams, check)
