"""The names of WordprocessingML and how its values are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

COMMENT_AUTHOR = "report-lint"  # of the comments that we write, and know again
_INTEGER = lazy_pattern(r"-?[0-9]{1,9}")
_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """Return a name of the main namespace as ElementTree writes it."""
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + name


VAL = w("val")


def value(parent: Element | None, name: str) -> str | None:
    """Return `w:val` of a child element, None where there is none."""
    child = parent.find(name) if parent is not None else None
    return None if child is None else child.get(VAL)


def number(parent: Element | None, name: str) -> int | None:
    """Return `w:val` of a child element as a number, None where it is none."""
    return to_number(value(parent, name))


def to_number(written: str | None) -> int | None:
    """Return an attribute as a number, None where it is none."""
    return int(written) if written is not None and _INTEGER.fullmatch(written) else None


def is_on(parent: Element | None, name: str) -> bool | None:
    """Return whether a child element switches something on or off, None where it says nothing."""
    child = parent.find(name) if parent is not None else None
    return None if child is None else child.get(VAL) not in _OFF
