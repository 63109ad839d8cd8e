"""Word files for the tests, put together from raw XML as Word and WPS write it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from report_lint.readers import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report_lint.text import SourceText

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def relations(**targets: str) -> str:
    """Return a part of relations, from the last word of a type to its target."""
    rows = "".join(
        f'<Relationship Id="r{index}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def part(root: str, content: str) -> str:
    """Return an XML part of the main namespace."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {_NAMESPACES}>{content}</w:{root}>'


def parts_of(body: str, *, numbering: str = "", styles: str = "") -> dict[str, str | bytes]:
    """Return the parts of a Word file by name."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(styles="styles.xml", numbering="numbering.xml"),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": part("styles", styles),
        "word/numbering.xml": part("numbering", numbering),
    }


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the bytes of a zip of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def word(body: str, *, numbering: str = "", styles: str = "") -> bytes:
    """Return the bytes of a Word file."""
    return zipped(parts_of(body, numbering=numbering, styles=styles))


def read(body: str, *, numbering: str = "", styles: str = "") -> SourceText:
    """Return what the reader makes of a Word file."""
    return read_bytes(word(body, numbering=numbering, styles=styles), name="报告.docx")


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*content: str, style: str = "", num: tuple[int | None, int | None] | None = None, properties: str = "") -> str:
    """Return a paragraph of runs; `num` is the list and its level."""
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner += list_properties(*num) if num is not None else ""
    runs = "".join(item if item.startswith("<") else r(item) for item in content)
    return f"<w:p><w:pPr>{inner}{properties}</w:pPr>{runs}</w:p>"


def list_properties(list_id: int | None, level: int | None) -> str:
    """Return the properties that put a paragraph or a style into a list."""
    inner = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    inner += "" if list_id is None else f'<w:numId w:val="{list_id}"/>'
    return f"<w:numPr>{inner}</w:numPr>"


def style(style_id: str, name: str, properties: str = "", *, based_on: str = "", kind: str = "paragraph") -> str:
    """Return a style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    inner = f'<w:name w:val="{name}"/>{base}<w:pPr>{properties}</w:pPr>'
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{inner}</w:style>'


def level(index: int, form: str, text: str, *, start: int | None = 1, more: str = "") -> str:
    """Return a level of a list."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{index}">{begin}<w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(list_id: int, *content: str) -> str:
    """Return an abstract list."""
    return f'<w:abstractNum w:abstractNumId="{list_id}">{"".join(content)}</w:abstractNum>'


def num(list_id: int, abstract_id: int, overrides: str = "") -> str:
    """Return a list that shows an abstract one."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def restart(index: int, start: int) -> str:
    """Return the override that starts a level of a list anew."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


OFFICIAL = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)
