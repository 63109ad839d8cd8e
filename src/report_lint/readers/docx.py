"""Word files: the visible text of the body with its list numbers, and the paragraph each line came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from report_lint.errors import ReadError
from report_lint.lazy import lazy_pattern
from report_lint.readers.docx_body import BodyReader
from report_lint.readers.docx_names import COMMENT_AUTHOR, w
from report_lint.readers.docx_numbering import Numbering
from report_lint.readers.docx_package import DAMAGED, TOO_LARGE, Package, parse
from report_lint.readers.docx_styles import Styles, without_table_styles
from report_lint.readers.plain import EMPTY, TEXT_LIMIT, is_blank, lost_characters
from report_lint.text import Piece, SourceText, Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO
    from xml.etree.ElementTree import Element

    from report_lint.readers.docx_body import Paragraph
    from report_lint.readers.docx_numbering import Label

_SCANNED = "正文只有图片，没有文字，可能是扫描件，请改用可编辑的 .docx 原稿，或先识别文字"
_PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "{urn:schemas-microsoft-com:vml}imagedata")
_RUNS_ON = lazy_pattern(r"[0-9A-Za-z\u4e00-\u9fff]\S|[.．][0-9]")
_REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))


class WordText(NamedTuple):
    """A Word file that was read: its text, the part that holds the body, and the paragraphs by piece of the text."""

    source: SourceText
    name: str
    document: Element
    paragraphs: list[Paragraph]


def read_docx(stream: BinaryIO, size: int, path: str | None) -> SourceText:
    """Return the text of a Word file.

    Raises:
        ReadError: it is damaged, has a password, is no Word file, is too large, or has no text.
    """
    return read_word(Package(stream, size), path, BodyReader).source


def read_word(package: Package, path: str | None, reader: Callable[[Styles], BodyReader]) -> WordText:
    """Return the text of an open Word file with what it was read from; `reader` walks the body.

    Raises:
        ReadError: as `read_docx`.
    """
    name = package.document()
    document = package.part(name)
    body = document.find(w("body")) if document is not None else None
    if document is None or body is None:
        raise ReadError(DAMAGED, kind="damaged")
    styles, numbering, damage = _definitions(package, name)
    walk = reader(styles)
    paragraphs = walk.read(body)
    if all(is_blank(part) for paragraph in paragraphs for part in paragraph.text):
        has_picture = any(next(document.iter(tag), None) is not None for tag in _PICTURES)
        raise ReadError(_SCANNED if has_picture else EMPTY, kind="empty")
    text, pieces = _join(paragraphs, numbering)
    comments = _count(document, w("commentReference"))
    source = SourceText(
        text,
        path,
        "docx",
        pieces=pieces,
        damage=(*damage, *_embedded(document), *lost_characters(text, with_line=False)),
        revisions=sum(_count(document, tag) for tag in _REVISIONS),
        comments=comments,
        hidden=walk.hidden,
        own_comments=min(comments, _own_comments(package, name)) if comments else 0,
    )
    return WordText(source, name, document, paragraphs)


def _definitions(package: Package, name: str) -> tuple[Styles, Numbering, tuple[str, ...]]:
    """Return the styles and lists of a document; without them its text can still be read, and we say so."""
    related = package.related(name)
    roots: list[Element | None] = []
    damage: tuple[str, ...] = ()
    for kind in ("styles", "numbering"):
        try:
            data = package.data(related.get(kind, f"word/{kind}.xml"))
            roots.append(None if data is None else parse(without_table_styles(data)))
        except ReadError as error:
            if error.kind != "damaged":
                raise
            roots.append(None)
            damage = ("Word 文件的样式或编号部分已损坏，自动编号可能没有读全",)
    styles = Styles(roots[0])
    return styles, Numbering(roots[1], styles.list_of), damage


def _join(paragraphs: list[Paragraph], numbering: Numbering) -> tuple[str, tuple[Piece, ...]]:
    """Return the text of the paragraphs, one below the other, and where each one stands in it."""
    parts: list[str] = []
    pieces: list[Piece] = []
    start = 0
    for paragraph in paragraphs:
        text = "".join(paragraph.text)
        label = _label(paragraph, numbering)
        written = text if label is None else label.text + _gap(label, text) + text
        span = Span(start, start + len(written))
        mark = None if label is None else Span(start, start + len(label.text))
        pieces.append(Piece(span, paragraph.ordinal, paragraph.heading_level, mark, in_table=paragraph.in_table))
        parts.append(written)
        start = span.end + 1
        if start > TEXT_LIMIT:
            raise ReadError(TOO_LARGE, kind="too-large")
    return "\n".join(parts), tuple(pieces)


def _label(paragraph: Paragraph, numbering: Numbering) -> Label | None:
    """Return the list number of a paragraph: its own list and level come before those of its style."""
    inherited = paragraph.inherited
    list_id = inherited.list_id if paragraph.list_id is None else paragraph.list_id
    if not list_id:  # list 0 takes a paragraph out of its style's list
        return None
    level = paragraph.list_level
    if level is None:
        level = numbering.level_of_style(list_id, inherited.list_levels)
    return numbering.count(list_id, level)


def _gap(label: Label, text: str) -> str:
    """Return what sets a number off from its text: a blank where both would run together, as in 1.1 and 2024年."""
    return " " if label.has_gap and _RUNS_ON.fullmatch(label.text[-1] + text[:1]) else ""


def _own_comments(package: Package, name: str) -> int:
    """Return how many comments are ours; of comments that cannot be read, none."""
    try:
        root = package.part(package.related(name).get("comments", "word/comments.xml"))
    except ReadError as error:
        if error.kind != "damaged":
            raise
        root = None
    return sum(one.get(w("author")) == COMMENT_AUTHOR for one in root.iter(w("comment"))) if root is not None else 0


def _embedded(document: Element) -> tuple[str, ...]:
    if next(document.iter(w("altChunk")), None) is None:
        return ()
    return ("正文里嵌有另一份文件，其中的文字没有读到",)


def _count(document: Element, tag: str) -> int:
    return sum(1 for _ in document.iter(tag))
