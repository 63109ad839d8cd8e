"""The styles of a Word file: what a paragraph inherits from its style and that style's ancestors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.readers.docx_names import is_on, number, value, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element

_DEPTH = 32  # deeper than Word lets styles build on each other; bounds a circle too
_HEADING = lazy_pattern(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLE = frozenset({"title", "subtitle", "标题", "副标题"})
_CONTENTS = lazy_pattern(r"(?:toc|contents|目录) ?(?:[1-9]|heading)", re.IGNORECASE)
_LIST = f"{w('pPr')}/{w('numPr')}"
_TABLE_STYLE, _STYLE_END = b'<w:style w:type="table"', b"</w:style>"
_BODY_LEVEL = 9  # the outline level that Word calls body text


@dataclass(frozen=True, slots=True)
class Inherited:
    """What the styles say about a paragraph; None is nothing.

    `list_levels` are the style and its ancestors, nearest first, each with the list level it asks for;
    a list may link a level to one of them instead.
    """

    list_levels: tuple[tuple[str, int | None], ...] = ()
    heading_level: int | None = None
    list_id: int | None = None
    is_hidden: bool = False
    is_contents: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """What one style says itself; None is nothing."""

    id: str
    name: str
    based_on: str
    outline: int | None
    list_id: int | None
    list_level: int | None
    is_hidden: bool | None


class Styles:
    """The styles by id; what each one says and inherits is worked out once."""

    def __init__(self, root: Element | None) -> None:
        """Index the styles."""
        styles = root.findall(w("style")) if root is not None else []
        self._elements = {style.get(w("styleId"), ""): style for style in styles}
        self._default = next((style.get(w("styleId"), "") for style in styles if _is_default_paragraph(style)), "")
        self._styles: dict[str, _Style] = {}
        self._inherited: dict[str, Inherited] = {}

    def paragraph(self, style_id: str | None) -> Inherited:
        """Return what a paragraph of this style inherits; without a style it has the default one."""
        key = self._default if style_id is None else style_id
        if key not in self._inherited:
            self._inherited[key] = self._inherit(key)
        return self._inherited[key]

    def hides(self, style_id: str) -> bool:
        """Tell whether a character style hides its text."""
        return self.paragraph(style_id).is_hidden

    def list_of(self, style_id: str) -> int | None:
        """Return the list that a numbering style names."""
        style = self._elements.get(style_id)
        return None if style is None else number(style.find(_LIST), w("numId"))

    def _inherit(self, style_id: str) -> Inherited:
        chain = self._chain(style_id)
        return Inherited(
            list_levels=tuple((style.id, style.list_level) for style in chain),
            heading_level=_heading_level(chain),
            list_id=_first(style.list_id for style in chain),
            is_hidden=bool(_first(style.is_hidden for style in chain)),
            is_contents=any(_CONTENTS.fullmatch(style.name) for style in chain),
        )

    def _chain(self, style_id: str) -> list[_Style]:
        chain: list[_Style] = []
        style = self._style(style_id)
        while style is not None and len(chain) < _DEPTH:
            chain.append(style)
            style = self._style(style.based_on)
        return chain

    def _style(self, style_id: str) -> _Style | None:
        element = self._elements.get(style_id)
        if element is None:
            return None
        if style_id not in self._styles:
            self._styles[style_id] = _said_by(element)
        return self._styles[style_id]


def _said_by(style: Element) -> _Style:
    item = style.find(_LIST)
    return _Style(
        id=style.get(w("styleId"), ""),
        name=value(style, w("name")) or "",
        based_on=value(style, w("basedOn")) or "",
        outline=number(style.find(w("pPr")), w("outlineLvl")),
        list_id=number(item, w("numId")),
        list_level=number(item, w("ilvl")),
        is_hidden=is_on(style.find(w("rPr")), w("vanish")),
    )


def without_table_styles(data: bytes) -> bytes:
    """Return the styles part without the looks of tables: nine tenths of what python-docx writes."""
    kept: list[bytes] = []
    done = 0
    while (start := data.find(_TABLE_STYLE, done)) >= 0 and (end := data.find(_STYLE_END, start)) >= 0:
        kept.append(data[done:start])
        done = end + len(_STYLE_END)
    return b"".join((*kept, data[done:]))


def _first(values: Iterable[int | None]) -> int | None:
    return next((item for item in values if item is not None), None)


def _is_default_paragraph(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}


def _heading_level(chain: Sequence[_Style]) -> int | None:
    """Return the level of the nearest style that has one.

    The title style of Chinese Word has the outline level of a first heading, yet a title is none.
    """
    for style in chain:
        if style.name.lower() in _TITLE:
            return None
        if style.outline is not None:
            return to_heading_level(style.outline)
        if match := _HEADING.fullmatch(style.name):
            return int(match[1])
    return None


def to_heading_level(outline: int) -> int | None:
    """Return an outline level counted from 1; body text has none."""
    return outline + 1 if 0 <= outline < _BODY_LEVEL else None
