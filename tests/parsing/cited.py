"""Citations of short texts, as the tests of their parts look at them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from report_lint.document import Cover, Days
from report_lint.packs import load_ruleset
from report_lint.parsing.citations import find_citations
from report_lint.text import SourceText

if TYPE_CHECKING:
    from report_lint.instruments import Citation

DAY = date(2024, 12, 31)


def cited(text: str, day: date | None = DAY) -> tuple[Citation, ...]:
    """Return the citations of a text, judged by a day."""
    return find_citations(SourceText(text), Cover(), load_ruleset().vocabulary, Days(day, day))


def written(text: str) -> list[str]:
    """Return the characters of each citation."""
    return [one.span.of(text) for one in cited(text)]


def bare(text: str) -> list[str]:
    """Return the titles that are named without marks."""
    return [one.title for one in cited(text) if not one.marked and one.form == "title"]


def official(text: str) -> list[str | None]:
    """Return the official title of what each citation names, without 中华人民共和国; None for what is unknown."""
    return [one.instrument.title.removeprefix("中华人民共和国") if one.instrument else None for one in cited(text)]


def lists(text: str) -> list[list[str]]:
    """Return the enumerations, each with the titles in it."""
    found: dict[int, list[str]] = {}
    for one in cited(text):
        if one.run >= 0:
            found.setdefault(one.run, []).append(one.title)
    return list(found.values())
