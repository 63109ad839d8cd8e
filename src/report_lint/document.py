"""The parsed report: frozen values that parsing builds and checks read.

Words: a *part* is required by the norm, a *section* is what stands in the text under a heading.
Spans are offsets into the source text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from report_lint.text import Folded, LineIndex, SourceText, Span

if TYPE_CHECKING:
    from datetime import date

    from report_lint.instruments import Citation
    from report_lint.vocabulary import Vocabulary

NOWHERE = Span(0, 0)

PartId = Literal["achievements", "shortcomings", "first-responsible", "plan", "other"]
Body = Literal["party", "government", "joint", "department", "unknown"]
Level = Literal["province", "city", "county", "township", "unknown"]
CopyKind = Literal["submitted", "published", "unknown"]
Confidence = Literal["sure", "likely", "unknown"]
# 现将…报告如下, the first sentence, the headings that look back, the heading of the plan, the signing day
YearPlace = Literal["clause", "opening", "headings", "plan", "signing"]
PartStatus = Literal["met", "partly", "missing"]
BlockKind = Literal["section", "subsection", "shared", "passage", "sentence"]


@dataclass(frozen=True, slots=True)
class Located:
    """A value read from the text and the place it was read from."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose report it is: the kind of body and its level."""

    body: Body = "unknown"
    level: Level = "unknown"

    def __str__(self) -> str:
        """Return the contract's form, `department/county`."""
        return f"{self.body}/{self.level}"

    @property
    def kinds(self) -> set[str]:
        """Return the kinds of report that this is, as rules name them: a joint township report is both."""
        kinds = {"township"} if self.level == "township" else set()
        if self.body == "joint" or (self.body != "unknown" and self.level != "township"):
            kinds.add(self.body)
        return kinds


@dataclass(frozen=True, slots=True)
class SignedDate:
    """The day the report was signed, as written beside the issuer."""

    value: date
    span: Span


@dataclass(frozen=True, slots=True)
class YearSignal:
    """A place other than the title that tells the year of the report, and the year that it tells."""

    place: YearPlace
    year: int


@dataclass(frozen=True, slots=True)
class ReportYear:
    """The year the report is about; `sure` needs two signals that agree. `told` is what stands beside the title."""

    value: int | None = None
    confidence: Confidence = "unknown"
    told: tuple[YearSignal, ...] = ()

    def places(self, year: int) -> tuple[YearPlace, ...]:
        """Return the places that tell this year."""
        return tuple(signal.place for signal in self.told if signal.year == year)


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands around the body: title, issuer, number, recipient, signature, date.

    `issuers` are the organs the title (or the line above or under it) names; `body` is the span
    from after the title and recipient to before the signature, and `furniture` the lines of web
    pages, metadata tables and page numbers, which are no part of the report for any rule.
    `letter` is the cover letter in front of the report, `genre` what the text seems to be where it
    is no annual report of this kind (述法报告, 政府工作报告, 合同 …). `opening` is the clause
    “现将…报告如下”, from 现 to 如下; the spans of number and recipient are without the marks around
    them (the recipient's colon). `published_on` is the 发布时间 of a web page, never the signing day.
    """

    title: Located | None = None
    issuers: tuple[Located, ...] = ()
    document_number: Located | None = None
    recipient: Located | None = None
    signed_by: tuple[Located, ...] = ()
    signed_on: SignedDate | None = None
    year: ReportYear = ReportYear()
    profile: Profile = Profile()
    copy_kind: CopyKind = "unknown"
    body: Span = NOWHERE
    letter: Span | None = None
    furniture: tuple[Span, ...] = ()
    genre: Located | None = None
    opening: Span | None = None
    published_on: SignedDate | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    `level` counts from 1, the highest level that the report uses; `rank` is the style of the number
    (1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 0 for 第一部分; None for a heading without a number).
    `title` is the folded heading text without its number; `heading` the span of number and title;
    `body` runs to the next heading of the same or a higher level.
    """

    index: int
    level: int
    rank: int | None
    ordinal: int | None
    number: str
    title: str
    heading: Span
    body: Span
    parent: int | None = None
    run_in: bool = False

    @property
    def span(self) -> Span:
        """Return heading and body together."""
        return Span(self.heading.start, max(self.heading.end, self.body.end))


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that holds (some of) a required part.

    `section`: a section of its own; `shared`: a section whose heading names several parts;
    `subsection`: a sub-heading inside another part; `passage`: a paragraph or a run-in item;
    `sentence`: no more than a sentence. `host` is the heading it stands under, when not its own.
    """

    kind: BlockKind
    span: Span
    heading: Span | None = None
    section: int | None = None
    host: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the five required parts as found in this report."""

    id: str
    status: PartStatus
    blocks: tuple[Block, ...] = ()

    @property
    def own(self) -> tuple[Block, ...]:
        """Return the blocks with a heading of their own, shared ones included."""
        return tuple(block for block in self.blocks if block.heading is not None)


DutyStatus = Literal["evidenced", "mentioned", "absent", "not_applicable"]
Actor = Literal["head", "party", "government", "office"]


@dataclass(frozen=True, slots=True)
class DutyEvidence:
    """How far the report shows one duty of the first responsible person, and where.

    `actors` says for each span whose act it tells: the head's (of the party or of the government,
    where a report has two), or the office's.
    """

    duty: str
    status: DutyStatus
    spans: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()

    @property
    def office_only(self) -> bool:
        """Tell whether no more was found than what is told of the office."""
        return self.status == "absent" and set(self.actors) == {"office"}


@dataclass(frozen=True, slots=True)
class Days:
    """The days that laws are judged by; None where nothing tells.

    `acts` is for what the report tells as done, the last day of its year; `signing` for the document itself and
    for what it plans (`ahead`, the spans of the plan part). Both are the day given from outside, where one is.
    """

    acts: date | None = None
    signing: date | None = None
    ahead: tuple[Span, ...] = ()

    def at(self, offset: int) -> date | None:
        """Return the day to judge by what stands at an offset."""
        return self.signing if any(offset in span for span in self.ahead) else self.acts


@dataclass(frozen=True)
class Document:
    """A parsed report; checks read it and never change it. `shared` holds what several of them work out once."""

    source: SourceText
    cover: Cover
    sections: tuple[Section, ...]
    parts: tuple[Part, ...]
    vocabulary: Vocabulary
    citations: tuple[Citation, ...] = ()
    duties: tuple[DutyEvidence, ...] = ()
    folded: Folded = field(default_factory=lambda: Folded("", (0,), (0,)), repr=False)
    days: Days = Days()
    previous: Document | None = field(default=None, repr=False)  # last year's report, where it is given
    breaks: tuple[Span, ...] = ()  # line ends inside paragraphs, which the folded view leaves out
    shared: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    @property
    def day(self) -> date | None:
        """Return the day that the document as a whole is judged by."""
        return self.days.signing

    @property
    def text(self) -> str:
        """Return the decoded text."""
        return self.source.text

    @cached_property
    def lines(self) -> LineIndex:
        """Return the line index of the text."""
        return LineIndex(self.text)

    @cached_property
    def titles(self) -> tuple[Citation, ...]:
        """Return the citations in 《》, declared aliases included."""
        return tuple(citation for citation in self.citations if citation.marked)

    @cached_property
    def _title_starts(self) -> list[int]:
        return [title.span.start for title in self.titles]

    def title_at(self, span: Span) -> Citation | None:
        """Return the citation in 《》 that a span stands inside."""
        at = bisect_right(self._title_starts, span.start) - 1
        title = self.titles[at] if at >= 0 else None
        return title if title is not None and span.end <= title.span.end else None

    def part(self, part_id: str) -> Part:
        """Return the part with this id; every document has all five."""
        return next(part for part in self.parts if part.id == part_id)

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.heading.start for section in self.sections]

    def section_at(self, offset: int) -> Section | None:
        """Return the innermost section that an offset stands in."""
        at = bisect_right(self._section_starts, offset) - 1
        section = self.sections[at] if at >= 0 else None
        while section is not None and offset not in section.span:
            section = self.parent_of(section)
        return section

    def parent_of(self, section: Section) -> Section | None:
        """Return the section that a section stands in."""
        return None if section.parent is None else self.sections[section.parent]

    def top_section_at(self, offset: int) -> Section | None:
        """Return the section of the highest level that an offset stands in."""
        section = self.section_at(offset)
        while section is not None and section.parent is not None:
            section = self.parent_of(section)
        return section

    @cached_property
    def anchor(self) -> Span:
        """Return the nearest present thing to point at for something absent: title, else first line."""
        if self.cover.title is not None:
            return self.cover.title.span
        text = self.text
        start = len(text) - len(text.lstrip())
        line = self.lines.line_span(self.lines.position(start).line)
        return Span(start, max(start + 1, len(text[: line.end].rstrip())))
