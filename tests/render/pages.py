"""The HTML page read back with html5lib, in strict mode: what it shows, and that it is valid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


@dataclass(frozen=True)
class Seen:
    """A note with all that its marks cover."""

    number: int
    code: str
    level: str
    message: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Section:
    """One report of a page."""

    path: str
    text: str
    notes: tuple[Seen, ...]


def parsed(text: str) -> Element:
    """Return the root of a page; an error of HTML fails."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return root


def having(root: Element, name: str) -> list[Element]:
    """Return the elements of a class."""
    return [element for element in root.iter() if name in (element.get("class") or "").split()]


def words(element: Element) -> str:
    """Return what an element says, blanks made one."""
    return " ".join("".join(element.itertext()).split())


def exact(element: Element) -> str:
    """Return the characters of an element, with those that the page spells out."""
    return "".join(piece for piece, _ in _pieces(element, ()))


def sections(text: str) -> list[Section]:
    """Return the reports of a page."""
    root = parsed(text)
    return [_section(root, element) for element in having(root, "report")]


def _section(root: Element, element: Element) -> Section:
    covered: dict[int, list[tuple[int, str]]] = {}
    whole = ""
    for line in having(element, "line"):
        for piece, numbers in _pieces(line, ()):
            for number in numbers:
                covered.setdefault(number, []).append((len(whole), piece))
            whole += piece
    notes = tuple(_note(note, covered) for note in having(element, "note"))
    headers = having(element, "of") or having(root, "of")
    return Section(exact(having(headers[0], "path")[0]), whole, notes)


def _note(note: Element, covered: dict[int, list[tuple[int, str]]]) -> Seen:
    number = int(note.attrib["data-n"])
    pieces = covered[number]
    start, quote = pieces[0][0], "".join(piece for _, piece in pieces)
    last, piece = pieces[-1]
    assert last + len(piece) == start + len(quote), "the marks of a finding have a gap"
    code, message = words(having(note, "code")[0]), exact(having(note, "message")[0])
    return Seen(number, code, note.attrib["data-level"], message, start, start + len(quote), quote)


def _pieces(element: Element, numbers: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the texts of an element with the numbers of the findings that cover them."""
    if (code := element.get("data-u")) is not None:
        yield chr(int(code, 16)), numbers
        return
    inside = tuple(map(int, element.attrib["data-f"].split())) if "data-f" in element.attrib else numbers
    yield element.text or "", inside
    for child in element:
        yield from _pieces(child, inside)
        yield child.tail or "", inside
