"""Parts without a heading: the paragraphs that open with their words, and the sentences that speak of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.document import Block
from report_lint.lazy import lazy_pattern
from report_lint.text import Span
from report_lint.wording import Wordings, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Cover
    from report_lint.text import Folded
    from report_lint.vocabulary import PartDefinition

_STOPS, _BREAKS = "。！？；", "\n\r\u2028"
_STOP = lazy_pattern(f"[{_STOPS}{_BREAKS}]")
_LINE = lazy_pattern("[^\n\r\u2028\x0b\x0c\x85]+")
_OPENING = 40  # characters of a paragraph in which its opening words stand
_MOST = 5  # places named for one part; more would say no more


def _of_year(words: Wordings, year: int | None) -> Wordings:
    """Fill in the year after the report's; wordings that need it are left out when it is unknown."""
    if not any("{next_year}" in source for source in words.sources):
        return words
    if year is None:
        return wordings(tuple(source for source in words.sources if "{next_year}" not in source))
    return wordings(tuple(source.replace("{next_year}", str(year + 1)) for source in words.sources))


def _body(text: Folded, cover: Cover) -> tuple[int, int]:
    return text.folded(cover.body.start), text.folded(cover.body.end)


def passage_blocks(definition: PartDefinition, text: Folded, cover: Cover) -> Iterator[Block]:
    """Yield the paragraphs whose opening belongs to the part."""
    words = _of_year(definition.passages, cover.year.value)
    if not words:
        return
    start, end = _body(text, cover)
    found = 0
    for line in _LINE.finditer(text.text, start, end):
        opening = definition.not_sentences.masked(text.text[line.start() : line.start() + _OPENING])
        if words.search(opening):
            yield Block("passage", text.span(line.start(), line.end()))
            found += 1
            if found == _MOST:
                return


def sentence_blocks(definition: PartDefinition, text: Folded, cover: Cover) -> Iterator[Block]:
    """Yield the sentences that speak of the part."""
    words = _of_year(definition.sentences, cover.year.value)
    if not words:
        return
    start, end = _body(text, cover)
    body = definition.not_sentences.masked(text.text[start:end])
    found = 0
    done = 0
    for match in words.finditer(body):
        if match.start() < done:
            continue
        sentence = _sentence(body, done, match.start(), match.end())
        done = sentence.end
        if definition.needs and not definition.needs.search(sentence.of(body)):
            continue
        yield Block("sentence", text.span(start + sentence.start, start + sentence.end))
        found += 1
        if found == _MOST:
            return


def _sentence(text: str, done: int, start: int, end: int) -> Span:
    """Return the sentence around a match, its stop included; it begins at `done` or later."""
    first = max(text.rfind(stop, done, start) for stop in _STOPS + _BREAKS) + 1
    stop = _STOP.search(text, end)
    last = len(text) if stop is None else stop.end() if stop[0] in _STOPS else stop.start()
    return Span(max(first, done), last)
