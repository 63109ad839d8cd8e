"""The same report written in another way is read the same: line ends, blanks, widths, stars, lost line breaks."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from report_lint import SourceText, lint_text, load_ruleset
from report_lint.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from report_lint.document import Document

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
VOCABULARY = load_ruleset().vocabulary
FULL_WIDTH = {ord("0") + digit: chr(ord("０") + digit) for digit in range(10)}
HALF_WIDTH = {full: half for half, full in ((half, ord(full)) for half, full in FULL_WIDTH.items())}


@cache
def read(text: str) -> Document:
    """Return a parsed text; every example is looked at several times."""
    return parse(SourceText(text), VOCABULARY)


def lines(text: str) -> list[str]:
    """Return the lines of a text that hold anything, without the blanks around them."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def starred(text: str) -> str:
    """Return a text with stars around its title and all its headings."""
    document = read(text)
    spans = [section.heading for section in document.sections]
    if document.cover.title is not None and "\n" not in document.cover.title.span.of(text):
        spans.insert(0, document.cover.title.span)
    for span in reversed(spans):
        text = f"{text[: span.start]}**{span.of(text)}**{text[span.end :]}"
    return text


def starred_numbers(text: str) -> str:
    """Return a text with stars around the numbers of its headings alone."""
    for section in reversed(read(text).sections):
        start = section.heading.start
        end = start + len(section.number)
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return text


def hashed(text: str) -> str:
    """Return a text whose title and own-line headings are headings of Markdown, apart from the other lines."""
    document = read(text)
    levels = {section.heading.start: section.level + 1 for section in document.sections if not section.run_in}
    if document.cover.title is not None:
        levels[document.cover.title.span.start] = 1
    for start in sorted(levels, reverse=True):
        text = f"{text[:start]}{'#' * levels[start]} {text[start:]}"
    return text


WAYS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "lone CR": lambda text: text.replace("\n", "\r"),
    "U+2028": lambda text: text.replace("\n", "\u2028"),
    "U+2029": lambda text: text.replace("\n", "\u2029"),
    "U+0085": lambda text: text.replace("\n", "\x85"),
    "full-width digits": lambda text: text.translate(FULL_WIDTH),
    "no blank lines": lambda text: re.sub("\n+", "\n", text),
    "three blank lines": lambda text: re.sub("\n+", "\n\n\n\n", text),
    "no blanks at the start of lines": lambda text: re.sub("(?m)^[ \u3000]+", "", text),
    "four full-width blanks before each paragraph": lambda text: re.sub("(?m)^(?=.)", "\u3000" * 4, text),
    "eight blanks before each paragraph": lambda text: re.sub("(?m)^[ \u3000]*(?=[^ \u3000\n])", " " * 8, text),
    "blanks at the end of lines": lambda text: re.sub("(?m)(?<=.)$", " \u3000\t", text),
    "a byte order mark": lambda text: "\ufeff" + text,
    "stars around headings": starred,
    "stars around numbers": starred_numbers,
    "hashes before headings": hashed,
    "no line ends but a blank": lambda text: " ".join(lines(text)),
    "no line ends but a full-width blank": lambda text: "\u3000".join(lines(text)),
    "no line ends but two full-width blanks": lambda text: "\u3000\u3000".join(lines(text)),
}
EXAMPLE = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
WAY = pytest.mark.parametrize("way", list(WAYS))


@WAY
def test_every_way_writes_some_example_in_another_way(way: str) -> None:
    """No comparison below is of a text with itself alone."""
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES]

    assert [text for text in texts if text != WAYS[way](text)]


@WAY
@EXAMPLE
def test_cover_and_parts_are_the_same(path: Path, way: str) -> None:
    """Profile, year, signing day and the status of each part do not depend on how the text is laid out."""
    text = path.read_text(encoding="utf-8")
    one, other = read(text), read(WAYS[way](text))

    assert str(one.cover.profile) == str(other.cover.profile)
    assert one.cover.year == other.cover.year
    assert signed(one) == signed(other)
    assert [(part.id, part.status) for part in one.parts] == [(part.id, part.status) for part in other.parts]


def signed(document: Document) -> tuple[object, list[str]]:
    """Return the day of the signature and who signed."""
    day = document.cover.signed_on.value if document.cover.signed_on else None
    return day, [one.value for one in document.cover.signed_by]


@WAY
@EXAMPLE
def test_headings_are_the_same(path: Path, way: str) -> None:
    """Level and words of every heading do not depend on how the text is laid out."""
    text = path.read_text(encoding="utf-8")

    assert outline(read(text)) == outline(read(WAYS[way](text)))


def outline(document: Document) -> list[tuple[int, str, int | None]]:
    """Return level, words and number of each heading."""
    return [(one.level, one.title.translate(HALF_WIDTH), one.ordinal) for one in document.sections]


@WAY
@EXAMPLE
def test_duties_and_citations_are_the_same(path: Path, way: str) -> None:
    """What the head did and what is cited do not depend on how the text is laid out."""
    text = path.read_text(encoding="utf-8")
    one, other = read(text), read(WAYS[way](text))

    assert [(duty.duty, duty.status) for duty in one.duties] == [(duty.duty, duty.status) for duty in other.duties]
    assert cited(one) == cited(other)


def cited(document: Document) -> list[tuple[str, str, str | None]]:
    """Return title, kind and article of each citation."""
    return [
        (one.title.translate(HALF_WIDTH), one.kind, one.article.translate(HALF_WIDTH) if one.article else None)
        for one in document.citations
    ]


@WAY
@EXAMPLE
def test_errors_and_warnings_are_the_same(path: Path, way: str) -> None:
    """What is wrong with a report is wrong however it is laid out; of layout only marks left in a text are a fault."""
    text = path.read_text(encoding="utf-8")

    assert serious(text) == serious(WAYS[way](text))


def serious(text: str) -> list[str]:
    """Return the codes of the errors and warnings in a text but those of marks, in the order of the alphabet."""
    return sorted(one.code for one in lint_text(text, ignore=["WRD003"]).findings if one.severity != "info")
