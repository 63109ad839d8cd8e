"""The comments of a Word file: the part that holds them, and the marks in the body."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple

from report_lint.readers.docx_names import COMMENT_AUTHOR
from report_lint.word.anchors import splice
from report_lint.word.markup import Part, escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report_lint.readers.docx_package import Package
    from report_lint.word.anchors import Anchor
    from report_lint.word.markup import Markup

_INITIALS = "RL"
_STRICT = b"http://purl.oclc.org/ooxml/"
_MAIN = {
    False: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    True: "http://purl.oclc.org/ooxml/wordprocessingml/main",
}
_OFFICE = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ID = re.compile(rb"""<(?:[^\s:>]+:)?comment(?:RangeStart|RangeEnd|Reference)?\s[^>]*?\bid=["'](\d{1,9})["']""")


class Comment(NamedTuple):
    """What is said about a place, a line a paragraph."""

    anchor: Anchor
    lines: Sequence[str]


def add(package: Package, name: str, markup: Markup, comments: Sequence[Comment], written: str) -> dict[str, bytes]:
    """Return the parts of a Word file that change when comments are added."""
    is_strict = _STRICT in markup.data
    target = package.related(name).get("comments")
    part = target or posixpath.join(posixpath.dirname(name), "comments.xml")
    old = (package.data(part) if target else None) or _empty(is_strict=is_strict)
    first = 1 + max((int(number) for number in _ID.findall(markup.data + Part(old).data)), default=-1)
    for number, comment in enumerate(comments, start=first):
        _mark(comment.anchor, number, is_strict=is_strict)
    splice(markup, [comment.anchor for comment in comments])
    changed = {name: markup.spliced(), part: old}
    for number, comment in enumerate(comments, start=first):
        changed[part] = _with_comment(changed[part], number, comment.lines, written, is_strict=is_strict)
    if not target:
        changed |= _registered(package, name, part, is_strict=is_strict)
    return changed


def _empty(*, is_strict: bool) -> bytes:
    return _HEAD + f'<w:comments xmlns:w="{_MAIN[is_strict]}"/>'.encode()


def _with_comment(data: bytes, number: int, lines: Sequence[str], written: str, *, is_strict: bool) -> bytes:
    name = f' xmlns:w="{_MAIN[is_strict]}"'
    attributes = f'{name} w:id="{number}" w:author="{COMMENT_AUTHOR}" w:date="{written}" w:initials="{_INITIALS}"'
    start = b"<w:p><w:r><w:annotationRef/></w:r>"
    paragraphs = b"".join(
        (start if at == 0 else b"<w:p>") + b'<w:r><w:t xml:space="preserve">' + escaped(line) + b"</w:t></w:r></w:p>"
        for at, line in enumerate(lines)
    )
    return Part(data).with_child("comment", attributes.encode(), paragraphs)


def _registered(package: Package, name: str, part: str, *, is_strict: bool) -> dict[str, bytes]:
    """Return the relations of the body and the list of types with a new part of comments."""
    folder, base = posixpath.split(name)
    place = posixpath.join(folder, "_rels", f"{base}.rels")
    relations = package.data(place) or _RELATIONS
    number = 1
    while f'"rIdComments{number}"'.encode() in relations:
        number += 1
    relation = f' Id="rIdComments{number}" Type="{_OFFICE[is_strict]}/comments" Target="/{part}"'
    types = package.data("[content_types].xml") or b""
    kind = f' PartName="/{part}" ContentType="{_TYPE}"'
    return {
        place: Part(relations).with_child("Relationship", relation.encode()),
        "[content_types].xml": Part(types).with_child("Override", kind.encode()),
    }


def _mark(anchor: Anchor, number: int, *, is_strict: bool) -> None:
    """Plan the marks of one comment; a mark declares the prefix it uses, whatever the body calls it."""
    name = f'xmlns:w="{_MAIN[is_strict]}" w:id="{number}"'
    plain = f"<w:commentRangeStart {name}/>"
    end = f'<w:commentRangeEnd {name}/><w:r xmlns:w="{_MAIN[is_strict]}"><w:commentReference w:id="{number}"/></w:r>'
    anchor.first.begins.append(plain.encode())
    anchor.last.ends.append(end.encode())
