"""Reads the labelled sentences of citation_set/ and sets each into a report that cites nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SET = Path(__file__).parent / "citation_set"
KINDS = ("law", "regulation", "party", "local", "document", "other", "unknown")
ANY = "any"
FORMS = ("title", "alias", "reference")
COUNTRY = "中华人民共和国"

_MARKS = re.compile("[⟦⟧]")
_HEAD = "{issuer}关于{year}年法治政府建设情况的报告\n\n一、{year}年度推进法治政府建设的主要举措和成效\n\n{done}"
_TAIL = """\


二、{year}年度推进法治政府建设存在的不足和原因

人手偏紧，原因是编制较少。

三、{next}年度推进法治政府建设的主要安排

{planned}

{issuer}

{signed}
"""


@dataclass(frozen=True)
class Slip:
    """A planted mistake: its kind, the codes of which one must speak, and the title to be proposed, if any."""

    kind: str
    codes: frozenset[str]
    title: str | None


@dataclass(frozen=True)
class Label:
    """What a reader says of a citation; `start` and `end` count in the sentence.

    `kinds` and `titles` are those that a reader accepts; a title of None is one that the register does not know, and
    kinds are empty where any kind and any title will do. `articles` are the ways in which the article behind it may
    be read. An optional citation may be found or not.
    """

    text: str
    start: int
    end: int
    kinds: frozenset[str]
    titles: frozenset[str | None]
    forms: frozenset[str] = frozenset({"title"})
    articles: frozenset[str] = frozenset()
    optional: bool = False
    slip: Slip | None = None

    def at(self, start: int, end: int) -> bool:
        """Tell whether a span is that of the citation; 及 and 其 in front of a reference may belong to it or not."""
        if "reference" not in self.forms:
            return (start, end) == (self.start, self.end)
        last = self.start + len(self.text) - len(self.text.lstrip("及其"))
        return end == self.end and self.start - self.text.startswith("其") <= start <= last

    def touches(self, start: int, end: int) -> bool:
        """Tell whether a span and the citation have a character in common."""
        return start < self.end and self.start < end


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence, as README.md in the folder describes it."""

    group: str
    line: int
    issuer: str
    year: int
    text: str
    labels: tuple[Label, ...]
    may: frozenset[str]
    signed: date
    as_of: date | None
    planned: bool

    @property
    def id(self) -> str:
        """Return where the sentence stands."""
        return f"{self.group}.txt:{self.line}"

    @property
    def report(self) -> tuple[str, int]:
        """Return a report that holds the sentence, and where in it the sentence begins."""
        filled = {"issuer": self.issuer, "year": self.year, "next": self.year + 1}
        signed = f"{self.signed.year}年{self.signed.month}月{self.signed.day}日"
        head = _HEAD.format(**filled, done="各项工作平稳有序。" if self.planned else "")
        tail = _TAIL.format(**filled, planned="\0" if self.planned else "继续做好各项工作。", signed=signed)
        if self.planned:
            before, tail = tail.split("\0")
            head += before
        return head + self.text + tail, len(head)


def sentences() -> tuple[Sentence, ...]:
    """Return the labelled sentences."""
    return tuple(sentence for path in sorted(SET.glob("*.txt")) for sentence in _read(path))


def _read(path: Path) -> Iterator[Sentence]:
    blocks = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = list(accumulate(block.count("\n") for block in blocks))
    for block, line in zip(blocks[1:], lines, strict=False):
        yield _sentence(path.stem, line + 1, block.strip().splitlines())


def _sentence(group: str, line: int, lines: list[str]) -> Sentence:
    head, marked, *rest = lines
    cover, *options = (part.strip() for part in head.split("|"))
    year, issuer = cover.split(maxsplit=1)
    given = dict(option.split(maxsplit=1) for option in options)
    marked = marked.replace("⏎", "\n")
    labels = [label for one in rest if one.startswith("- ") for label in one[2:].split(" ; ")]
    return Sentence(
        group=group,
        line=line,
        issuer=issuer,
        year=int(year),
        text=_MARKS.sub("", marked),
        labels=tuple(_label(label, span) for label, span in zip(labels, _spans(marked), strict=True)),
        may=frozenset(code for one in rest if one.startswith("+ ") for code in one[2:].split()),
        signed=_day(given.get("signed")) or date(int(year) + 1, 1, 15),
        as_of=_day(given.get("as-of")),
        planned=given.get("in") == "plan",
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _spans(marked: str) -> list[tuple[str, int, int]]:
    pieces = _MARKS.split(marked)
    ends = list(accumulate(map(len, pieces)))
    return [(pieces[at], ends[at] - len(pieces[at]), ends[at]) for at in range(1, len(pieces), 2)]


def _label(written: str, span: tuple[str, int, int]) -> Label:
    first, *fields = (part.strip() for part in written.split(", "))
    kind, titles = first.split(maxsplit=1)
    slips = [field.split(maxsplit=3)[1:] for field in fields if field.startswith("slip ")]
    return Label(
        *span,
        kinds=frozenset() if kind == ANY else frozenset(kind.split("|")),
        titles=frozenset(map(_title, titles.split("/"))),
        forms=frozenset(form for field in fields if field.split("/")[0] in FORMS for form in field.split("/"))
        or frozenset({"title"}),
        articles=frozenset(article for field in fields if field.startswith("第") for article in field.split("/")),
        optional="optional" in fields,
        slip=next((Slip(kind, frozenset(codes.split("/")), _title(title)) for kind, codes, title in slips), None),
    )


def _title(written: str) -> str | None:
    return None if written == "-" else written.replace("~", COUNTRY)
