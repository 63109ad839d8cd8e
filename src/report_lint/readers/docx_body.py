"""The paragraphs of a Word file in reading order, as they look with all tracked changes accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from report_lint.errors import ReadError
from report_lint.lazy import lazy_pattern
from report_lint.readers.docx_names import VAL, is_on, number, value, w
from report_lint.readers.docx_package import TOO_LARGE
from report_lint.readers.docx_styles import Inherited, to_heading_level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from report_lint.readers.docx_styles import Styles

    # What to read below an element, and what to do at its end.
    Below = tuple[Element | Sequence[Element], Callable[[], None] | None]

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_XML_BLANKS = " \t\n\r"
_BLANKS = lazy_pattern("[\t\n\r]+")
_HEX = lazy_pattern("[0-9A-Fa-f]{4}")
_MOST_PARAGRAPHS = 100_000  # a report has some hundreds; a file of a kilobyte can claim millions
_NOTHING: Below = ((), None)
_PROPERTIES, _RUN_PROPERTIES, _VANISH, _RUN_STYLE = w("pPr"), w("rPr"), w("vanish"), w("rStyle")
_TEXT = w("t")
_PASSED_OVER = frozenset(
    w(name)
    for name in (
        *("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "fldData"),
        *("del", "moveFrom", "delText", "instrText", "delInstrText"),
        "rt",  # the pinyin above a word
    )
)
# Tick boxes and dots of symbol fonts; other symbols keep their private-use character.
_SYMBOLS = {
    **dict.fromkeys([("Wingdings", "F0FC"), ("Wingdings 2", "F050")], "✓"),
    **dict.fromkeys([("Wingdings", "F0FE"), ("Wingdings 2", "F052")], "☑"),
    **dict.fromkeys([("Wingdings", "F0A8"), ("Wingdings 2", "F0A3")], "☐"),
    ("Wingdings", "F06C"): "●",
    ("Wingdings", "F06E"): "■",
    ("Symbol", "F0B0"): "°",
    ("Symbol", "F0B1"): "±",
    ("Symbol", "F0B4"): "×",
    ("Symbol", "F0B7"): "•",
}


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it is being read.

    `list_id` and `list_level` are its own where it has some; `fields` holds, for each field open in it,
    whether the field's result has begun, and `instructions` counts those where it has not.
    """

    ordinal: int
    in_table: bool
    text: list[str] = field(default_factory=list)
    inherited: Inherited = field(default_factory=Inherited)
    heading_level: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    is_mark_hidden: bool = False
    is_mark_deleted: bool = False
    is_broken: bool = False
    in_hidden: bool = False
    fields: list[bool] = field(default_factory=list)
    instructions: int = 0

    def add(self, text: str) -> None:
        """Append text, unless it belongs to a field's instruction."""
        if self.instructions:
            return
        if self.is_broken and self.text:
            self.text.append("\n")
        self.is_broken = self.in_hidden = False
        self.text.append(text)

    def mark_field(self, step: str | None) -> None:
        """Follow the marks of a field: its instruction, then its result, then its end."""
        if step == "begin":
            self.fields.append(False)
            self.instructions += 1
        elif self.fields and step in {"separate", "end"}:
            self.instructions -= not self.fields.pop()
            if step == "separate":
                self.fields.append(True)

    def close_fields(self) -> None:
        """Forget the fields that run on: in the paragraphs after, only their result can stand."""
        self.fields.clear()
        self.instructions = 0

    @property
    def is_shown(self) -> bool:
        """Tell whether the paragraph is part of the report: neither a table of contents nor hidden or deleted."""
        is_gone = not self.text and (self.is_mark_hidden or self.is_mark_deleted)
        return not (is_gone or self.inherited.is_contents)


class BodyReader:
    """Walks the body once, without recursion, and gathers its paragraphs.

    `hidden` counts the places where the file holds words that nobody sees.
    """

    def __init__(self, styles: Styles) -> None:
        """Start with no paragraph."""
        self.hidden = 0
        self._styles = styles
        self._paragraphs: list[Paragraph] = []
        self._open: list[Paragraph] = []
        self._unmarked: list[Paragraph | None] = [None]  # by cell or text box: what the next paragraph continues
        self._tables = 0
        self._ordinal = 0
        self._enter: dict[str, Callable[[Element], Below]] = {
            w("p"): self._paragraph,
            w("r"): self._run,
            _TEXT: self._text,
            _MATH_TEXT: self._text,
            w("tbl"): self._table,
            w("tr"): self._row,
            w("tc"): self._cell,
            w("txbxContent"): self._story,
            w("br"): self._break,
            w("fldChar"): self._field,
            w("sym"): self._symbol,
            _COMPATIBILITY + "AlternateContent": _alternative,
            w("cr"): lambda _: self._add("\n"),
            w("tab"): lambda _: self._add("\t"),
            w("ptab"): lambda _: self._add("\t"),
            w("noBreakHyphen"): lambda _: self._add("-"),
            **dict.fromkeys(_PASSED_OVER, lambda _: _NOTHING),
        }

    def read(self, body: Element) -> list[Paragraph]:
        """Return the paragraphs of a body."""
        stack: list[tuple[Iterator[Element], Callable[[], None] | None]] = [(iter(body), None)]
        while stack:
            children, close = stack[-1]
            for child in children:
                enter = self._enter.get(child.tag)
                below, at_end = enter(child) if enter is not None else (child, None)
                if len(below) or at_end is not None:
                    stack.append((iter(below), at_end))
                    break
            else:
                stack.pop()
                if close is not None:
                    close()
        return [paragraph for paragraph in self._paragraphs if paragraph.is_shown]

    def _paragraph(self, element: Element) -> Below:
        """Open a paragraph; after a deleted paragraph mark it continues the one before, which takes its properties."""
        self._ordinal += 1
        if self._ordinal > _MOST_PARAGRAPHS:
            raise ReadError(TOO_LARGE, kind="too-large")
        paragraph = self._unmarked[-1]
        if paragraph is None:
            paragraph = Paragraph(self._ordinal, in_table=self._tables > 0)
            self._paragraphs.append(paragraph)
        self._take_properties(paragraph, element.find(_PROPERTIES))
        self._open.append(paragraph)
        return element, self._close_paragraph

    def _close_paragraph(self) -> None:
        paragraph = self._open.pop()
        paragraph.close_fields()
        self._unmarked[-1] = paragraph if paragraph.is_mark_deleted else None

    def _take_properties(self, paragraph: Paragraph, properties: Element | None) -> None:
        inherited = self._styles.paragraph(value(properties, w("pStyle")))
        numbering = mark = None
        if properties is not None:
            numbering, mark = properties.find(w("numPr")), properties.find(_RUN_PROPERTIES)
        outline = number(properties, w("outlineLvl"))
        paragraph.inherited = inherited
        paragraph.heading_level = inherited.heading_level if outline is None else to_heading_level(outline)
        paragraph.list_id, paragraph.list_level = number(numbering, w("numId")), number(numbering, w("ilvl"))
        hides = is_on(mark, _VANISH)
        paragraph.is_mark_hidden = inherited.is_hidden if hides is None else hides
        paragraph.is_mark_deleted = mark is not None and (
            mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None
        )

    def _run(self, element: Element) -> Below:
        properties = element.find(_RUN_PROPERTIES)
        hides = is_on(properties, _VANISH)
        if hides is None and (style := value(properties, _RUN_STYLE)) is not None:
            hides = self._styles.hides(style) or None
        if hides is None:
            hides = bool(self._open) and self._open[-1].inherited.is_hidden
        if hides:
            self._count_hidden(element)
        return _NOTHING if hides else (element, None)

    def _count_hidden(self, run: Element) -> None:
        """Count a hidden run with words in it, one that follows another as the same place; Word hides contents too."""
        if not self._open or self._open[-1].in_hidden or self._open[-1].inherited.is_contents:
            return
        if any(written(text).strip() for text in run.iterfind(_TEXT)):
            self._open[-1].in_hidden = True
            self.hidden += 1

    def _text(self, element: Element) -> Below:
        text = written(element)
        return self._add(_BLANKS.sub(" ", text)) if text else _NOTHING

    def _add(self, text: str) -> Below:
        if self._open:
            self._open[-1].add(text)
        return _NOTHING

    def _break(self, element: Element) -> Below:
        """Take a soft line break as the end of a line, a page break only between the words of a paragraph."""
        if element.get(w("type"), "textWrapping") == "textWrapping":
            return self._add("\n")
        if self._open:
            self._open[-1].is_broken = True
        return _NOTHING

    def _field(self, element: Element) -> Below:
        if self._open:
            self._open[-1].mark_field(element.get(w("fldCharType")))
        return _NOTHING

    def _symbol(self, element: Element) -> Below:
        font, code = element.get(w("font"), ""), element.get(w("char"), "").upper()
        if not _HEX.fullmatch(code) or "D800" <= code <= "DFFF":
            return _NOTHING
        return self._add(_SYMBOLS.get((font, code)) or chr(int(code, 16)))

    def _table(self, element: Element) -> Below:
        self._tables += 1
        self._unmarked[-1] = None
        return element, self._close_table

    def _close_table(self) -> None:
        self._tables -= 1

    def _row(self, element: Element) -> Below:
        properties = element.find(w("trPr"))
        is_deleted = properties is not None and properties.find(w("del")) is not None
        if is_deleted or not is_on(properties, w("hidden")):
            return _NOTHING if is_deleted else (element, None)
        self.hidden += any(written(text).strip() for text in element.iter(_TEXT))
        return _NOTHING

    def _cell(self, element: Element) -> Below:
        """Open a cell; one merged into the cell above or to its left shows nothing of its own."""
        properties = element.find(w("tcPr"))
        if properties is not None:
            merges = (properties.find(w("vMerge")), properties.find(w("hMerge")))
            is_merged = any(merge is not None and merge.get(VAL) != "restart" for merge in merges)
            if is_merged or properties.find(w("cellDel")) is not None:
                return _NOTHING
        return self._story(element)

    def _story(self, element: Element) -> Below:
        self._unmarked.append(None)
        return element, self._close_story

    def _close_story(self) -> None:
        self._unmarked.pop()


def written(element: Element) -> str:
    """Return the characters of a text element that count: blanks at its ends only where they are to be kept."""
    text = element.text or ""
    return text if element.get(_XML_SPACE) == "preserve" else text.strip(_XML_BLANKS)


def written_offsets(text: str) -> list[int] | range:
    """Return where each character that the reader makes of a text element stands in it, and where it ends."""
    if _BLANKS.search(text) is None:
        return range(len(text) + 1)
    dropped = {at for match in _BLANKS.finditer(text) for at in range(match.start() + 1, match.end())}
    return [at for at in range(len(text) + 1) if at not in dropped]


def _alternative(element: Element) -> Below:
    """Read what a new Word shows; the fallback repeats it for an old one."""
    chosen = element.find(_COMPATIBILITY + "Choice")
    if chosen is None:
        chosen = element.find(_COMPATIBILITY + "Fallback")
    return (chosen, None) if chosen is not None else _NOTHING
