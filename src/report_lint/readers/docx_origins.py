"""Where the text of a Word file comes from: the XML element of every stretch of it.

Checking a report needs none of this; it is read again by what writes into a copy.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from report_lint.readers.docx import read_word
from report_lint.readers.docx_body import BodyReader, Paragraph
from report_lint.readers.docx_package import Package
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from report_lint.readers.docx import WordText
    from report_lint.readers.docx_body import Below
    from report_lint.readers.docx_styles import Styles


class Stretch(NamedTuple):
    """Characters of the text that one element shows; those in a field are what Word worked out."""

    span: Span
    element: Element
    in_field: bool


class Traced(NamedTuple):
    """A Word file with the stretches of its text, in order; numbers and line ends have none."""

    package: Package
    word: WordText
    stretches: tuple[Stretch, ...]


def trace(data: bytes, path: str | None = None) -> Traced:
    """Return the text of a Word file and the elements it comes from.

    Raises:
        ReadError: it cannot be read.
    """
    package = Package(io.BytesIO(data), len(data))
    readers: list[_TracingReader] = []

    def reader(styles: Styles) -> BodyReader:
        readers.append(_TracingReader(styles))
        return readers[-1]

    word = read_word(package, path, reader)
    return Traced(package, word, tuple(_stretches(word, readers[0])))


class _TracingReader(BodyReader):
    """A reader that notes the element of everything it adds."""

    def __init__(self, styles: Styles) -> None:
        super().__init__(styles)
        self._at: Element | None = None
        self._origins: dict[int, list[tuple[Element | None, bool]]] = {}
        self._enter = {tag: self._noting(enter) for tag, enter in self._enter.items()}

    def origins(self, paragraph: Paragraph) -> list[tuple[Element | None, bool]]:
        """Return for each string of a paragraph its element, None for a line end, and whether a field shows it."""
        return self._origins.get(id(paragraph), [])

    def _noting(self, enter: Callable[[Element], Below]) -> Callable[[Element], Below]:
        def noted(element: Element) -> Below:
            self._at = element
            return enter(element)

        return noted

    def _add(self, text: str) -> Below:
        if not self._open:
            return super()._add(text)
        paragraph = self._open[-1]
        before = len(paragraph.text)
        below = super()._add(text)
        added = len(paragraph.text) - before
        if added:
            origins = self._origins.setdefault(id(paragraph), [])
            origins += [(None, False)] * (added - 1) + [(self._at, bool(paragraph.fields))]
        return below


def _stretches(word: WordText, reader: _TracingReader) -> list[Stretch]:
    found: list[Stretch] = []
    for piece, paragraph in zip(word.source.pieces, word.paragraphs, strict=True):
        start = piece.span.end - sum(map(len, paragraph.text))
        for text, (element, in_field) in zip(paragraph.text, reader.origins(paragraph), strict=True):
            if element is not None:
                found.append(Stretch(Span(start, start + len(text)), element, in_field))
            start += len(text)
    return found
