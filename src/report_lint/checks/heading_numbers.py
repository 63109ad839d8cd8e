"""The numbers of headings as authors type them: which count, where they stand, how they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report_lint.checks.heading_duplicate import contents
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
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
ARABIC = 3  # the first rank of those written in Arabic figures


def numbered(document: Document) -> list[Section]:
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


def stands_between(text: str, number: int, rank: int, span: Span) -> bool:
    """Tell whether a number stands somewhere in the text between two headings."""
    digits = f"(?:{number}|{_wide(number)})" if rank >= ARABIC else _han(number)
    return re.compile(_LOST[rank].format(digits)).search(text, *span) is not None


def written(number: int, rank: int) -> str:
    """Return a number as headings of its rank write it, nothing for none."""
    return _FORMS[rank].format(number if rank >= ARABIC else _han(number)) if number else ""


def _wide(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{_HAN[tens] if tens > 1 else ''}{'十' if tens else ''}{_HAN[ones] if ones else ''}"
