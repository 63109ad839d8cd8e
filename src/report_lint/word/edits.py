"""Corrected words in a Word file: characters are replaced inside their runs, which keep their formatting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from report_lint.readers.docx_body import written, written_offsets
from report_lint.readers.docx_names import w
from report_lint.readers.docx_origins import trace
from report_lint.word.anchors import RUN, TEXT, text_element
from report_lint.word.markup import Markup
from report_lint.word.package import with_parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from report_lint.readers.docx_origins import Stretch
    from report_lint.text import Span

_FIELD = w("fldSimple")
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


class WordEditor:
    """Writes edits into one Word file; it knows which ones it can write."""

    def __init__(self, data: bytes) -> None:
        """Trace the text to its elements."""
        self._data = data
        self._traced = trace(data)
        self._starts = [stretch.span.start for stretch in self._traced.stretches]
        self._stops = [stretch.span.end for stretch in self._traced.stretches]
        self._markup = Markup(self._traced.package.data(self._traced.word.name) or b"", self._traced.word.document)

    def accepts(self, span: Span, _text: str) -> bool:
        """Tell whether all characters of a span stand in texts of one paragraph that Word does not work out itself."""
        found = self._stretches(span)
        covered = sum(min(one.span.end, span.end) - max(one.span.start, span.start) for one in found)
        return bool(found) and covered == span.end - span.start and all(map(self._is_plain, found))

    def written(self, edits: Sequence[tuple[Span, str]]) -> bytes:
        """Return the file with edits that it accepts and that do not overlap."""
        cuts: dict[int, tuple[Element, list[tuple[int, int, str]]]] = {}
        for span, text in edits:
            new = text
            for stretch in self._stretches(span):
                offsets = written_offsets(written(stretch.element))
                first = max(span.start, stretch.span.start) - stretch.span.start
                last = min(span.end, stretch.span.end) - stretch.span.start
                _, found = cuts.setdefault(id(stretch.element), (stretch.element, []))
                found.append((offsets[first], offsets[last], new))
                new = ""
        for element, found in cuts.values():
            self._markup.replace(element, text_element(self._markup.name(element), _changed(written(element), found)))
        name = self._traced.word.name
        return with_parts(self._data, {name: self._markup.spliced()})

    def _stretches(self, span: Span) -> tuple[Stretch, ...]:
        """Return the stretches of a span; for a place between characters the one before it in the paragraph."""
        if span.start == span.end:
            at = bisect_left(self._stops, span.start)
            found = self._traced.stretches[at : at + 1]
            return found if found and found[0].span.start <= span.start else ()
        return self._traced.stretches[bisect_right(self._stops, span.start) : bisect_left(self._starts, span.end)]

    def _is_plain(self, stretch: Stretch) -> bool:
        if stretch.in_field or stretch.element.tag != TEXT:
            return False
        run = self._markup.parent(stretch.element)
        if run is None or run.tag != RUN:
            return False
        above = self._markup.parent(run)
        while above is not None:
            if above.tag in (_FIELD, _ALTERNATIVES):
                return False
            above = self._markup.parent(above)
        return True


def _changed(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
