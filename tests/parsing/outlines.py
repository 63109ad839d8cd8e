"""The outline of a text as lines, for the tests of the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.document import Cover
from report_lint.parsing.outline import find_sections
from report_lint.text import SourceText

if TYPE_CHECKING:
    from report_lint.document import Section


def find(text: str) -> tuple[Section, ...]:
    """Return the sections of a text that has no cover."""
    return find_sections(SourceText(text), Cover())


def tree(text: str) -> list[str]:
    """Return each heading of a text as one line, indented by its level."""
    return drawn(find(text))


def drawn(sections: tuple[Section, ...]) -> list[str]:
    """Return number and title of each section, indented by its level."""
    return ["  " * (section.level - 1) + section.number + section.title for section in sections]
