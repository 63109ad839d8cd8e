"""Kind `placeholder`: blanks of a template that nobody filled in."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from report_lint.checks.left_out_names import LeftOutNames
from report_lint.checks.once import together_if_many
from report_lint.checks.plain import PlainList  # noqa: TC001  pydantic reads it
from report_lint.checks.problem import CheckKind, Problem
from report_lint.checks.slots import Slots
from report_lint.checks.stars import in_bold
from report_lint.lazy import lazy_pattern
from report_lint.parsing.strings import Strings
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_NAMELESS = "某×xX*○"
_RUBRIC = lazy_pattern("【[^【】\n]{0,20}?(?:请填|待填|待补|待定|待核|填写|示例)[^【】\n]{0,20}】")


class PlaceholderParams(Slots, LeftOutNames):
    """The words of open numbers, of offices without a name, and of reminders to oneself.

    `organs` follow ×× in the name of an office, `not_organs` begin like one; `notes` are reminders.
    """

    organs: PlainList
    not_organs: PlainList
    notes: PlainList

    @cached_property
    def nameless(self) -> re.Pattern[str]:
        """Return the pattern of an office without a name: ××镇, 某某县; of 某县 the title only is asked."""
        organs, others = ("|".join(map(re.escape, one.strings)) for one in (self.organs, self.not_organs))
        return re.compile(f"([{_NAMELESS}])\\1?(?!{others})(?:{organs})")

    @cached_property
    def strings(self) -> Strings:
        """Return the matcher of the notes."""
        return Strings(self.notes.strings)


def check(params: PlaceholderParams, document: Document) -> Iterator[Problem]:
    """Report numbers, names and notes that are still to be filled in, and names that were cut out."""
    text = document.text
    furniture = Intervals(document.cover.furniture)
    found: list[tuple[Span, str | None]] = [(span, None) for span in params.find(text)]
    found += [(span, "office") for span in _nameless(params, document)]
    found += [(Span(start, end), "note") for _, start, end in params.strings.find(text)]
    if "【" in text:
        found += [(Span(*match.span()), "note") for match in _RUBRIC.finditer(text)]
    found += [
        (span, variant)
        for span, variant in params.names(text)
        if document.title_at(span) is None and text[span.start - 1 : span.start] not in tuple(params.surnames)
    ]
    problems: dict[str | None, list[Problem]] = {None: [], "office": [], "note": [], "name": [], "cut-out": []}
    done = 0
    for span, variant in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
        if span.start >= done and not furniture.overlaps(*span):
            done = span.end
            problems[variant].append(Problem(span, {"written": span.of(text).strip(), "places": ""}, variant))
    for same in problems.values():
        yield from together_if_many(same)


def _nameless(params: PlaceholderParams, document: Document) -> Iterator[Span]:
    """Yield offices without a name where the reporting one stands: around the body, or where a sentence begins.

    Parties of a case have no names either: 调解××镇某某公司与….
    """
    text, cover = document.text, document.cover
    if not any(map(text.__contains__, _NAMELESS)):
        return
    first = document.sections[0].heading.start if document.sections else cover.body.start
    whole = (cover.title, cover.recipient, *cover.issuers, *cover.signed_by)
    names = [located.span for located in whole if located is not None]
    for match in params.nameless.finditer(text):
        span = Span(*match.span())
        if "*" in match[0] and (document.source.format == "markdown" or in_bold(text, span.start)):
            continue
        if any(name.overlaps(span) for name in names):
            yield span
        elif match[1] not in "某○" or match[0][1] == match[1]:
            begins = span.start == 0 or text[span.start - 1] in "\n。；　"
            around = span.start < first or span.start >= cover.body.end > 0
            if (begins or around) and document.title_at(span) is None:
                yield span


KIND = CheckKind("placeholder", PlaceholderParams, check)
