"""Kind `heading-sequence`: heading numbers that leave one out, come twice, or stand at the wrong level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from report_lint.checks.heading_numbers import ARABIC, number_span, numbered, stands_between, written
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document, Section

_FARTHEST = 3  # a number far ahead of the one before is no number of this list


class HeadingSequenceParams(Params):
    """What is reported: `gap` numbers left out or doubled, `order` a level that stands inside a lower one."""

    report: Literal["gap", "order"]


def check(params: HeadingSequenceParams, document: Document) -> Iterator[Problem]:
    """Report the headings whose number does not follow that of the one before."""
    sections = numbered(document)
    if params.report == "order":
        yield from _upside_down(document, sections)
        return
    has_tops = any(section.rank in (0, 1) for section in document.sections)
    groups: dict[tuple[int | None, int | None], list[Section]] = {}
    before: dict[int | None, int] = {}
    runs_on: set[int] = set()  # 1. 2. （二） 3.: Arabic numbers may run on across the levels above
    for section in sections:
        if before.get(section.rank) == (section.ordinal or 0) - 1:
            runs_on.add(section.index)
        before[section.rank] = section.ordinal or 0
        groups.setdefault((section.parent, section.rank), []).append(section)
    for (parent, _), siblings in groups.items():
        yield from _gaps(document, siblings, None if parent is None else document.sections[parent], runs_on, has_tops)


def _gaps(
    document: Document,
    siblings: list[Section],
    parent: Section | None,
    runs_on: set[int],
    has_tops: bool,  # noqa: FBT001
) -> Iterator[Problem]:
    rank = siblings[0].rank or 0
    ordinals = {section.ordinal for section in siblings}
    doubled = 0  # 1. 2. 3. 3. 5.: the second 3. should have been the 4. that is missing then
    slipped: set[int] = set()  # 三、 五、 五、: the first 五、 stands for the 四、 that is missing, the second is right
    last, at = 0, parent.heading.end if parent is not None else document.cover.body.start
    for section in siblings:
        ordinal = section.ordinal or 0
        here, last, since, at = last, ordinal, at, section.heading.end
        if ordinal == here + 1 or section.index in runs_on or (here == 0 and rank >= ARABIC):
            continue
        fields: dict[str, object] = {"written": section.number, "before": written(here, rank)}
        fields |= {"line": document.lines.position(section.heading.start).line}
        if ordinal == 1 and here > 1:
            if rank == 2 and not has_tops:  # noqa: PLR2004  （一）（二）（三）（一）（二） without any 一、
                yield Problem(number_span(document, section), fields, "restart")
            continue
        if ordinal <= here:
            if ordinal == here and ordinal not in slipped and not (rank >= ARABIC and ordinal == 1):
                doubled += 1
                yield Problem(number_span(document, section), fields, "twice")
            continue
        missing = [number for number in range(here + 1, ordinal) if number not in ordinals]
        if not missing or (rank >= ARABIC and len(missing) > _FARTHEST):
            continue
        if len(missing) == doubled:
            doubled = 0
            continue
        if any(stands_between(document.text, number, rank, Span(since, section.heading.start)) for number in missing):
            continue
        slipped = {ordinal} if len(missing) == 1 else set()
        fields["missing"] = "、".join(written(number, rank).strip("、.") for number in missing)
        yield Problem(number_span(document, section), fields, None if here else "first")


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
