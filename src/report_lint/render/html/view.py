"""What the page shows of a report, ready for the template: every number, word and link that it prints."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from report_lint.render.closing import checked, verdict
from report_lint.render.html.rows import rows
from report_lint.render.html.shown import one_line
from report_lint.render.layout import Screen
from report_lint.render.place import paragraph_at, shown_path, spoken
from report_lint.render.words import SEVERITIES as WORDS
from report_lint.render.words import facts, remedy
from report_lint.report import SEVERITIES
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.render.html.rows import Piece, Row
    from report_lint.report import ChecklistItem, Finding, LintReport, Range, Severity
    from report_lint.text import SourceText

_SHAPES: dict[Severity, str] = {"error": "■", "warning": "▲", "info": "●"}


@dataclass(frozen=True, slots=True)
class Level:
    """A severity by its shape and its word."""

    id: Severity
    shape: str
    word: str


LEVELS = {severity: Level(severity, _SHAPES[severity], WORDS[severity]) for severity in SEVERITIES}


@dataclass(frozen=True, slots=True)
class Note:
    """The explanation of a finding, beside the line that it begins in; numbered within its report."""

    number: int
    level: Level
    place: str
    finding: Finding
    remedy: str

    @property
    def family(self) -> str:
        """Return the letters of the rule's code."""
        return self.finding.code[:3]


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a line; one that findings cover looks like the gravest of them."""

    text: str
    level: Level | None = None
    notes: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, what it is called and the notes beside it."""

    id: str
    label: str
    heading: bool
    blank: bool
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]


class ReportView:
    """One report of the page; its `id` begins the names of all places in it."""

    def __init__(self, number: int, report: LintReport, source: SourceText | None) -> None:
        """Number the findings in the order of the text."""
        self.id = f"r{number}"
        self.report = report
        self.source = source
        self.path = shown_path(report.path)
        self.title = one_line(report.document.title or self.path)
        self.facts = {name: value for name, value in facts(report).items() if name != "标题"}
        self.checked = checked(report)
        self.verdict = "" if report.findings else verdict(report, Screen())
        self.counts = [(level, getattr(report.summary, severity)) for severity, level in LEVELS.items()]
        found = sorted(report.findings, key=lambda one: one.range.start.offset)
        self.notes = tuple(self._note(at, finding) for at, finding in enumerate(found, start=1))

    def place(self, where: Range) -> str:
        """Return what the line or the paragraph of a place is called."""
        return spoken(where, self.source)

    def line(self, where: Range) -> str:
        """Return the name of the line of a place, nothing where the text is not at hand."""
        return f"{self.id}-l{where.start.line}" if self.source else ""

    def group(self, name: str) -> list[ChecklistItem]:
        """Return the items of a group of the checklist."""
        return [item for item in self.report.checklist if item.group == name]

    @property
    def lines(self) -> Iterable[Line]:
        """Return the text line by line; of a text that is not at hand, the quotes of the findings."""
        if self.source is None:
            return [self._quote(note) for note in self.notes]
        spans = [Span(note.finding.range.start.offset, note.finding.range.end.offset) for note in self.notes]
        return [self._line(number, row) for number, row in enumerate(rows(self.source.text, spans), start=1)]

    def note_of(self, code: str) -> Note | None:
        """Return the first note of a rule."""
        return self._by_code.get(code)

    def note_at(self, family: str, where: Range) -> Note | None:
        """Return the note of a family that begins at a place."""
        return self._by_place.get((family, where.start.offset))

    def _note(self, number: int, finding: Finding) -> Note:
        advice = remedy(finding.help) if finding.help else ""
        return Note(number, LEVELS[finding.severity], self.place(finding.range), finding, advice)

    def _quote(self, note: Note) -> Line:
        mark = Mark(note.finding.quote, note.level, str(note.number), str(note.number))
        return Line(f"{self.id}-q{note.number}", note.place, heading=False, blank=False, marks=(mark,), notes=(note,))

    def _line(self, number: int, row: Row) -> Line:
        text = "".join(piece.text for piece in row.pieces)
        paragraph = paragraph_at(row.span.start, self.source)
        return Line(
            id=f"{self.id}-l{number}",
            label=str(number if paragraph is None else paragraph),
            heading="".join(text.split()) in self._headings,
            blank=not text.strip(),
            marks=tuple(self._mark(piece) for piece in row.pieces),
            notes=tuple(self.notes[at] for at in row.starts),
        )

    def _mark(self, piece: Piece) -> Mark:
        if not piece.findings:
            return Mark(piece.text)
        notes = [self.notes[at] for at in piece.findings]
        gravest = min((note.level for note in notes), key=list(LEVELS.values()).index)
        ends = " ".join(str(self.notes[at].number) for at in piece.ends)
        return Mark(piece.text, gravest, " ".join(str(note.number) for note in notes), ends)

    @cached_property
    def _headings(self) -> frozenset[str]:
        """Return the lines to set as headings: the title and the headings of the parts."""
        quotes = [evidence.quote for item in self.group("structure") for evidence in item.evidence]
        return frozenset("".join(quote.split()) for quote in (self.title, *quotes)) - {""}

    @cached_property
    def _by_code(self) -> dict[str, Note]:
        return {note.finding.code: note for note in reversed(self.notes)}

    @cached_property
    def _by_place(self) -> dict[tuple[str, int], Note]:
        return {(note.family, note.finding.range.start.offset): note for note in reversed(self.notes)}
