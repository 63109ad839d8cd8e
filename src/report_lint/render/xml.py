"""XML 1.0 from elements: indented, and free of the characters that XML forbids or that mislead a reader."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from report_lint.render.layout import in_one_line

_FORBIDDEN = re.compile("[\ufffe\uffff]")  # what `visible` leaves of them


def add(parent: Element, name: str, /, **attributes: object) -> Element:
    """Append an element; its attributes are made fit for one line, and those that are None are left out."""
    values = {key: line(str(value)) for key, value in attributes.items() if value is not None}
    return SubElement(parent, name, values)


def line(text: str) -> str:
    """Return a text as one line that XML can hold."""
    return _FORBIDDEN.sub("\ufffd", in_one_line(text))


def document(root: Element) -> str:
    """Return the whole file."""
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
