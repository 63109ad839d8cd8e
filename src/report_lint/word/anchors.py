"""Where a comment begins and ends in the body: beside an element, or inside a text that is split for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from report_lint.readers.docx_body import written, written_offsets
from report_lint.readers.docx_names import w
from report_lint.word.markup import BEFORE, BEHIND, escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element

    from report_lint.readers.docx_origins import Stretch, Traced
    from report_lint.text import Span
    from report_lint.word.markup import Markup

RUN, TEXT, PARAGRAPH = w("r"), w("t"), w("p")
# A mark may stand wherever a run may; into anything else, such as a text box or a formula, no mark goes.
_RUN_LEVEL = frozenset(
    map(w, ("p", "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir"))
)
_RUN_PROPERTIES = w("rPr")
_BEHIND = -1


@dataclass(slots=True, eq=False)
class Mark:
    """A place in the body and what is to stand there.

    It is before (0) or behind (1) an element; or inside a run, where a text is cut or behind one of its elements.
    """

    element: Element
    at: int
    inside: bool
    begins: list[bytes] = field(default_factory=list)
    ends: list[bytes] = field(default_factory=list)


class Anchor(NamedTuple):
    """Where a comment begins and ends."""

    first: Mark
    last: Mark


class Anchors:
    """Finds the places of spans of the text; each place is one Mark, however many comments meet there."""

    def __init__(self, traced: Traced, markup: Markup) -> None:
        """Index the stretches of the text."""
        self._stretches = traced.stretches
        self._starts = [stretch.span.start for stretch in traced.stretches]
        self._stops = [stretch.span.end for stretch in traced.stretches]
        self._pieces = traced.word.source.pieces
        self._markup = markup
        self._marks: dict[tuple[int, int, bool], Mark] = {}

    def of(self, span: Span) -> Anchor:
        """Return where a comment on these characters begins and ends.

        Characters that stand in no element, such as an automatic number, give way to the first real
        character of their paragraph.
        """
        first = bisect_right(self._stops, span.start)
        last = bisect_left(self._starts, span.end) - 1
        if first > last:
            nearest = self._nearest(span)
            start = nearest.span.start
            return Anchor(self._mark(nearest, start, begins=True), self._mark(nearest, start + 1, begins=False))
        one, other = self._stretches[first], self._stretches[last]
        return Anchor(
            self._mark(one, max(span.start, one.span.start), begins=True),
            self._mark(other, min(span.end, other.span.end), begins=False),
        )

    def _nearest(self, span: Span) -> Stretch:
        """Return the first stretch of the paragraph, else the next one in the text, else the last."""
        piece = next((one for one in self._pieces if one.span.start <= span.start <= one.span.end), None)
        start = piece.span.start if piece is not None else span.start
        return self._stretches[min(bisect_left(self._starts, start), len(self._stretches) - 1)]

    def _mark(self, stretch: Stretch, offset: int, *, begins: bool) -> Mark:
        element = stretch.element
        unit = self._unit(element)
        if unit is not self._markup.parent(element) or unit.tag != RUN:
            return self._one(unit, 0 if begins else 1, inside=False)
        length = stretch.span.end - stretch.span.start
        at = offset - stretch.span.start
        if 0 < at < length and element.tag == TEXT:
            return self._one(element, written_offsets(written(element))[at], inside=True)
        return self._beside(unit, element, behind=not begins)

    def _beside(self, run: Element, element: Element, *, behind: bool) -> Mark:
        """Return the place before or behind an element of a run, which is beside the run at its edges."""
        content = [child for child in run if child.tag != _RUN_PROPERTIES]
        at = next(number for number, child in enumerate(content) if child is element) + behind
        if at == 0:
            return self._one(run, 0, inside=False)
        if at == len(content):
            return self._one(run, 1, inside=False)
        return self._one(content[at - 1], _BEHIND, inside=True)

    def _one(self, element: Element, at: int, *, inside: bool) -> Mark:
        return self._marks.setdefault((id(element), at, inside), Mark(element, at, inside))

    def _unit(self, element: Element) -> Element:
        """Return the outermost element of the paragraph that a mark cannot enter: mostly the run itself."""
        path = [element]
        while (parent := self._markup.parent(path[-1])) is not None:
            path.append(parent)
        path.reverse()
        at = next(number for number, one in enumerate(path) if one.tag == PARAGRAPH)
        return next(one for one in path[at:] if one.tag not in _RUN_LEVEL)


def splice(markup: Markup, anchors: Iterable[Anchor]) -> None:
    """Plan all marks in the body: insert those beside elements, split runs and texts for the others."""
    marks = {id(mark): mark for anchor in anchors for mark in anchor}
    inside: dict[int, list[Mark]] = {}
    for mark in marks.values():
        if mark.inside:
            inside.setdefault(id(mark.element), []).append(mark)
        elif mark.at == 0:
            markup.insert(markup.start(mark.element), _both(mark), BEFORE)
        else:
            markup.insert(markup.end(mark.element), _both(mark), BEHIND)
    for found in inside.values():
        _split(markup, found)


def _both(mark: Mark) -> bytes:
    return b"".join((*mark.ends, *mark.begins))


def _split(markup: Markup, marks: Sequence[Mark]) -> None:
    """Close the run at each mark and open it again with the same properties."""
    element = marks[0].element
    run = markup.parent(element)
    if run is None:
        return
    properties = run.find(_RUN_PROPERTIES)
    close = b"</" + markup.name(run) + b">"
    again = markup.opening(run) + (markup.raw(properties) if properties is not None else b"")
    behind = [mark for mark in marks if mark.at == _BEHIND]
    cuts = sorted((mark for mark in marks if mark.at != _BEHIND), key=lambda mark: mark.at)
    for mark in behind:
        markup.insert(markup.end(element), close + _both(mark) + again, BEHIND)
    if cuts:
        name, text = markup.name(element), written(element)
        ends = [*(mark.at for mark in cuts), len(text)]
        starts = [0, *ends[:-1]]
        texts = [text_element(name, text[start:end]) for start, end in zip(starts, ends, strict=True)]
        parts = [texts[0]]
        for mark, one in zip(cuts, texts[1:], strict=True):
            parts += [close, _both(mark), again, one]
        markup.replace(element, b"".join(parts))


def text_element(name: bytes, text: str) -> bytes:
    """Return a text element with all its blanks kept."""
    return b"<" + name + b' xml:space="preserve">' + escaped(text) + b"</" + name + b">"
