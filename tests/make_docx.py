"""Builds Word files from the text of a report: numbers typed, or counted by Word.

`python tests/make_docx.py examples/county-bureau-2025.txt` writes both beside the text.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docx.document import Document
    from docx.oxml.styles import CT_Style
    from docx.oxml.text.paragraph import CT_P
    from docx.text.paragraph import Paragraph

# The styles of numbers that Word counts, the outermost first: 一、 then （一） then 1.
NUMBERS = (
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"（[一二三四五六七八九十]+）"),
    re.compile(r"\d+\.(?!\d)"),
)
LEVEL_TEXTS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
ABSTRACT_ID, NUM_ID = 90, 91
HEADING_LENGTH = 60


def typed(text: str) -> Document:
    """Return a Word document whose heading numbers are characters of the text."""
    document = docx.Document()
    for line in _lines(text):
        _paragraph(document, line, bold=_level(line) is not None and len(line) <= HEADING_LENGTH)
    return document


def automatic(text: str) -> Document:
    """Return a Word document whose heading numbers stand in no text: Word counts 一、（一）1.

    The first two levels are counted through their heading styles, the third through the paragraph
    itself; people make both kinds.
    """
    document = docx.Document()
    _define_numbers(document)
    for line in _lines(text):
        level = _level(line)
        if level is None:
            _paragraph(document, line, bold=False)
            continue
        paragraph = _paragraph(document, NUMBERS[level].sub("", line, count=1), bold=len(line) <= HEADING_LENGTH)
        if level < len(NUMBERS) - 1:
            paragraph.style = f"Heading {level + 1}"
        else:
            _count(paragraph._p, level)  # noqa: SLF001  python-docx has no public way to number a paragraph
    return document


def _lines(text: str) -> Iterator[str]:
    """Yield the lines that become paragraphs, without the indent, which is a format in Word."""
    yield from (line.strip() for line in text.splitlines() if line.strip())


def _level(line: str) -> int | None:
    """Return the depth of the number that a line begins with, from 0."""
    return next((depth for depth, pattern in enumerate(NUMBERS) if pattern.match(line)), None)


def _paragraph(document: Document, line: str, *, bold: bool) -> Paragraph:
    """Add a line, its first sentence in bold where it is a heading with text on the same line."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(32)
    head, stop, rest = line.partition("。")
    if bold or (_level(line) is not None and rest):
        paragraph.add_run(head + stop).bold = True
        line = rest
    paragraph.add_run(line)
    if "〔" in line or line.endswith("报告"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _define_numbers(document: Document) -> None:
    """Write the multilevel list into numbering.xml and link its first two levels to heading styles."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        + (f'<w:pStyle w:val="Heading{depth + 1}"/>' if depth < len(LEVEL_TEXTS) - 1 else "")
        + f'<w:suff w:val="nothing"/><w:lvlText w:val="{level_text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for depth, (number_format, level_text) in enumerate(LEVEL_TEXTS)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{ABSTRACT_ID}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    number = parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUM_ID}"><w:abstractNumId w:val="{ABSTRACT_ID}"/></w:num>')
    # The schema wants every abstractNum before the first num.
    numbering.findall(qn("w:num"))[0].addprevious(abstract)
    numbering.append(number)
    for depth in range(len(LEVEL_TEXTS) - 1):
        _count(document.styles[f"Heading {depth + 1}"].element, depth)


def _count(element: CT_P | CT_Style, depth: int) -> None:
    """Tie a paragraph or a style to a level of the list."""
    number = element.get_or_add_pPr().get_or_add_numPr()
    number.get_or_add_ilvl().val = depth
    number.get_or_add_numId().val = NUM_ID


KINDS: dict[str, Callable[[str], Document]] = {"typed": typed, "automatic": automatic}


def main(names: list[str]) -> None:
    """Write both kinds beside each text."""
    for path in map(Path, names):
        text = path.read_text(encoding="utf-8")
        for kind, build in KINDS.items():
            build(text).save(str(path.with_name(f"{path.stem}.{kind}.docx")))


if __name__ == "__main__":
    main(sys.argv[1:])
