"""An XML part as bytes with the places of its elements, changed by splices so that all else stays to the byte."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.sax.saxutils import escape

from report_lint.lazy import lazy_pattern
from report_lint.readers.docx_package import as_utf8

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TAG = re.compile(rb"<(?P<name>[^\s/>]+)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_LAST_TAG = re.compile(rb"</(?P<prefix>(?:[^\s:>]+:)?)[^\s>]+\s*>\s*(?:<!--.*?-->\s*)*\Z", re.DOTALL)
_ROOT = re.compile(rb"<(?P<prefix>(?:[^\s:/>?!]+:)?)(?P<local>[^\s/>?!]+)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
# What no XML 1.0 text can hold.
_ILLEGAL = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
BEHIND, BEFORE = 0, 1  # at one byte, what stands behind an element comes first


def escaped(text: str) -> bytes:
    """Return a text as XML holds it; characters that it cannot hold become U+FFFD."""
    return escape(_ILLEGAL.sub("\ufffd", text)).encode()


def attribute(text: str) -> bytes:
    """Return a text as an attribute in double quotes holds it."""
    return escape(text, {'"': "&quot;"}).encode()


class Part:
    """The bytes of an XML part in UTF-8; `bytes_with` gives them back in the encoding they came in."""

    def __init__(self, data: bytes) -> None:
        """Keep the bytes."""
        self._mark = data[:2] if data[:2] in _UTF16_MARKS else b""
        self.data = as_utf8(data)

    def encoded(self, data: bytes) -> bytes:
        """Return bytes in UTF-8 in the encoding of the part."""
        return self._mark + data.decode().encode(_UTF16_MARKS[self._mark]) if self._mark else data

    def with_child(self, name: str, attributes: bytes, content: bytes = b"") -> bytes:
        """Return the part with one more child at the end of its root, under the root's own prefix."""
        root = _ROOT.search(self.data)
        if root is None:
            raise ValueError("an XML part has a root")
        prefix = root["prefix"]
        tag = prefix + name.encode()
        child = b"<" + tag + attributes + (b">" + content + b"</" + tag + b">" if content else b"/>")
        if root["rest"].endswith(b"/"):
            end = b">" + child + b"</" + prefix + root["local"] + b">"
            return self.encoded(self.data[: root.end() - 2] + end + self.data[root.end() :])
        last = _LAST_TAG.search(self.data, max(len(self.data) - 4096, 0))
        if last is None:
            raise ValueError("the root of an XML part is closed at its end")
        return self.encoded(self.data[: last.start()] + child + self.data[last.start() :])


class Markup(Part):
    """A part together with its parsed tree: where each element begins and ends, and what it stands in."""

    def __init__(self, data: bytes, root: Element) -> None:
        """Find the places of all elements."""
        super().__init__(data)
        self.root = root
        starts, ends = _places(self.data)
        self._numbers = {id(element): number for number, element in enumerate(root.iter())}
        self._starts, self._ends = starts, ends
        self._parents = {id(child): parent for parent in root.iter() for child in parent}
        self._splices: list[tuple[int, int, int, int, bytes]] = []

    def parent(self, element: Element) -> Element | None:
        """Return what an element stands in, None for the root."""
        return self._parents.get(id(element))

    def start(self, element: Element) -> int:
        """Return where an element begins."""
        return self._starts[self._numbers[id(element)]]

    def end(self, element: Element) -> int:
        """Return the place behind an element."""
        return self._ends[self._numbers[id(element)]]

    def opening(self, element: Element) -> bytes:
        """Return the start tag of an element."""
        found = _TAG.match(self.data, self.start(element))
        return found[0] if found is not None else b""

    def name(self, element: Element) -> bytes:
        """Return the name of an element as it is written, with its prefix."""
        found = _TAG.match(self.data, self.start(element))
        return found["name"] if found is not None else b""

    def raw(self, element: Element) -> bytes:
        """Return the bytes of an element."""
        return self.data[self.start(element) : self.end(element)]

    def insert(self, at: int, content: bytes, order: int) -> None:
        """Plan to insert bytes; at one place BEHIND comes first."""
        self._splices.append((at, order, len(self._splices), at, content))

    def replace(self, element: Element, content: bytes) -> None:
        """Plan to put bytes in the place of an element."""
        self._splices.append((self.start(element), BEFORE, len(self._splices), self.end(element), content))

    def spliced(self) -> bytes:
        """Return the part with all that was planned."""
        parts: list[bytes] = []
        done = 0
        for start, _, _, end, content in sorted(self._splices):
            parts += [self.data[done:start], content]
            done = end
        return self.encoded(b"".join((*parts, self.data[done:])))


def _places(data: bytes) -> tuple[list[int], list[int]]:
    """Return where the elements begin and where they end, in the order of their beginnings."""
    starts: list[int] = []
    ends: list[int] = []
    still_open: list[int] = []
    parser = expat.ParserCreate("utf-8")

    def begin(_name: str, _attributes: object) -> None:
        still_open.append(len(starts))
        starts.append(parser.CurrentByteIndex)
        ends.append(0)

    def finish(_name: str) -> None:
        number, at = still_open.pop(), parser.CurrentByteIndex
        is_tag = data.startswith(b"</", at) and at != starts[number]
        ends[number] = data.index(b">", at) + 1 if is_tag and not _is_empty(data, starts[number], at) else at

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.Parse(data, True)  # noqa: FBT003  expat takes no keywords
    return starts, ends


def _is_empty(data: bytes, start: int, at: int) -> bool:
    """Tell whether the tag that begins at `start` is an empty one that ends at `at`: <w:t/> before </w:r>."""
    tag = _TAG.match(data, start)
    return tag is not None and tag.end() == at and data.endswith(b"/>", start, at)
