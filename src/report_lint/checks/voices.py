"""Who the sentences of the part about the head speak of, as the rules about that part ask it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.checks.head_blocks import head_blocks
from report_lint.parsing.duties import reading_of
from report_lint.text import Intervals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.checks.head_blocks import HeadBlock
    from report_lint.document import Document
    from report_lint.parsing.persons import Mention
    from report_lint.parsing.reading import Reading
    from report_lint.text import Span

_OWN = ("stated", "carried", "nobody")
_SHORTEST = 6  # characters of a sentence; less is a heading or a scrap


@dataclass(frozen=True, slots=True)
class Voice:
    """One block about the head as it was read: who is named in it, and whether the head acts."""

    block: HeadBlock
    reading: Reading
    span: Span
    headings: Intervals

    @property
    def mentions(self) -> list[Mention]:
        """Return who is named in the block."""
        return self.reading.naming(*self.span)

    @property
    def sentences(self) -> list[str]:
        """Return the sentences of the block."""
        return [words for words in self.reading.grid.sentences_in(self.span) if len(words.strip()) >= _SHORTEST]

    def acts(self) -> bool:
        """Tell whether the head acts: as the subject, or by a verb in person that nobody else is the subject of.

        A heading (“带头学法”) names a matter; whose act it was, the sentences under it say.
        """
        if any(mention.role == "head" for mention in self.mentions):
            return True
        acts = self.reading.places("acts")
        inside = acts[bisect_left(acts, (self.span.start, 0)) : bisect_left(acts, (self.span.end, 0))]
        return any(
            self.reading.subjects.at(start) in _OWN and not self.headings.overlaps(start, end) for start, end in inside
        )


def voices(document: Document) -> Iterator[Voice]:
    """Yield the blocks about the head that have a heading of their own, in the order of the text."""
    blocks = head_blocks(document)
    if blocks:
        reading, text = reading_of(document), document.text
        # A line with a number and nothing under it is an item of a list: it tells what was done.
        headings = Intervals(
            [reading.within(one.heading) for one in document.sections if text[slice(*one.body)].strip()]
        )
        for block in blocks:
            yield Voice(block, reading, reading.within(block.body), headings)
