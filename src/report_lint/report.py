"""The LintReport: what a check of one report returns, and the JSON object around several.

The models are the contract with editors and other programs; `report-lint schema` prints their
JSON schema. Offsets count code points of the decoded text from 0, lines and columns count from 1.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Final = "1.0"

Severity = Literal["error", "warning", "info"]
Grade = Literal["规", "法", "标", "例", "惯", "实"]
Copy = Literal["submitted", "published", "unknown"]
CheckStatus = Literal["met", "partly", "missing", "not_applicable"]
CitationKind = Literal["law", "regulation", "party", "local", "document", "other", "unknown"]
DateStatus = Literal["in_force", "not_yet_in_force", "repealed", "superseded", "unknown"]
CitationForm = Literal["title", "alias", "reference"]
ColumnKind = Literal["unicodeCodePoints", "utf16CodeUnits", "utf8Bytes"]
Doer = Literal["head", "party", "government", "office"]
Suppressor = Literal["config", "comment", "baseline"]
RuleCode = Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$", description="三个大写字母加三位数字，永不改号")]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Model(BaseModel):
    """A frozen model that forbids unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, populate_by_name=True, serialize_by_alias=True
    )


class Point(Model):
    """One place in the text."""

    offset: int = Field(ge=0, description="code points from the start of the text, from 0")
    line: int = Field(ge=1, description="from 1; lines end at CRLF, LF or a lone CR")
    column: int = Field(ge=1, description="code points from the start of the line, from 1")


class Range(Model):
    """A half-open range; never empty."""

    start: Point
    end: Point


class Basis(Model):
    """The authority a rule rests on.

    Grades: 规 Party or government regulation, 法 law, 标 national standard, 例 local rule,
    惯 drafting practice, 实 factual or logical consistency.
    """

    grade: Grade
    text: str


class Edit(Model):
    """Replace a range by a text."""

    range: Range
    text: str


class Fix(Model):
    """A proposed change; `safe` only where one right text exists and the meaning cannot change."""

    title: str
    safety: Literal["safe", "manual"]
    edits: tuple[Edit, ...]


class Finding(Model):
    """One place where a report departs from one rule."""

    code: RuleCode
    name: str = Field(description="the defect, in English kebab case")
    severity: Severity
    message: str
    help: str | None = Field(default=None, description="what the author can do")
    range: Range
    section: str | None = Field(default=None, description="the heading that the place stands under")
    quote: str = Field(description="the characters of the range")
    basis: tuple[Basis, ...] = ()
    fix: Fix | None = None
    fingerprint: str = Field(description="stays the same when other places of the text are edited")


class SuppressedFinding(Finding):
    """A finding that was looked at and accepted."""

    suppressed_by: Suppressor
    reason: str | None = Field(default=None, description="why it was accepted; a baseline gives no reason")


class Evidence(Model):
    """A place that shows that a point is met."""

    range: Range
    quote: str
    by: Doer | None = Field(
        default=None, description="of a duty: whose act the quote tells; party and government name one of two heads"
    )


class ChecklistItem(Model):
    """One line of the checklist: a required part or a duty."""

    id: str = Field(description="part.<id> or duty.<id>")
    group: str = Field(description="structure or duties")
    heading: str | None = Field(default=None, description="of a duty: what the group it belongs to is called")
    head: Literal["party", "government"] | None = Field(
        default=None, description="of a duty, where a report has two heads: whose it is, null for both"
    )
    title: str
    status: CheckStatus
    evidence: tuple[Evidence, ...] = ()
    basis: tuple[Basis, ...] = ()
    codes: tuple[RuleCode, ...] = Field(default=(), description="the findings that speak of this point")


class InstrumentFacts(Model):
    """What the register knows of a cited instrument; a null is unknown, never wrong."""

    title: str = Field(description="the official title")
    level: str = Field(description="the rank in Chinese: 法律, 行政法规, 党内法规 …")
    promulgated: date | None = Field(default=None, description="of the version in force on the day")
    effective: date | None = Field(default=None, description="of the version in force on the day")
    repealed: date | None = Field(default=None, description="the day the instrument was repealed")
    successor: str | None = Field(default=None, description="the title that took its place")
    status_on_date: DateStatus = "unknown"
    judged_on: date | None = Field(default=None, description="the day that status_on_date speaks of")


class CitedInstrument(Model):
    """One place that names a law, a regulation or another document."""

    text: str = Field(description="the characters of the range, marks included")
    range: Range
    kind: CitationKind
    named_by: CitationForm = Field(
        default="title", description="its title, an alias the report declared, or a reference like 该法"
    )
    instrument: InstrumentFacts | None = None
    article: str | None = Field(default=None, description="the first article written behind it")


class CitedTitle(Model):
    """One line of the citation table: a law, a regulation or another document, and how often it is cited."""

    title: str = Field(description="the official title, else the title as written")
    kind: CitationKind
    level: str | None = None
    status_on_date: DateStatus = "unknown"
    judged_on: date | None = None
    count: int = Field(ge=1, description="how many places name it")
    first: Range = Field(description="the first of them")


class DocumentFacts(Model):
    """What the cover and the signature say; each a value or null."""

    title: str | None = None
    issuer: str | None = None
    report_year: int | None = None
    document_number: str | None = None
    recipient: str | None = None
    signed_by: str | None = None
    signed_on: date | None = None


class Summary(Model):
    """How many findings of each severity."""

    error: int = 0
    warning: int = 0
    info: int = 0


class Checked(Model):
    """What was looked at, so that silence is never mistaken for a clean bill."""

    rules: tuple[RuleCode, ...] = Field(default=(), description="the rules that were run")
    facts_until: date | None = Field(default=None, description="the day up to which the pack knows facts")
    previous: str | None = Field(
        default=None, description="last year's report that was compared with: its path, empty for a text without one"
    )


class LintReport(Model):
    """The result of checking one report."""

    path: str | None = None
    format: str
    encoding: str | None = Field(default=None, description="the encoding of the bytes, where there were bytes")
    profile: str = Field(description="body/level, each possibly 'unknown'")
    copy_kind: Copy = Field(default="unknown", alias="copy")
    document: DocumentFacts
    checklist: tuple[ChecklistItem, ...] = ()
    citations: tuple[CitedInstrument, ...] = ()
    citation_table: tuple[CitedTitle, ...] = Field(default=(), description="the citations by what they name")
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[SuppressedFinding, ...] = ()
    summary: Summary = Summary()
    checked: Checked = Checked()


class PackInfo(Model):
    """A pack that took part."""

    id: str
    version: str
    facts_until: date | None = None


class ToolInfo(Model):
    """The program and its packs."""

    name: Literal["report-lint"] = "report-lint"
    version: str
    packs: tuple[PackInfo, ...] = ()


class InputError(Model):
    """An input that could not be checked."""

    path: str
    kind: str
    message: str


class RunSummary(Model):
    """Totals over all reports of a run."""

    files: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0


class LintOutput(Model):
    """The JSON object that `--format json` prints."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    tool: ToolInfo
    column_kind: ColumnKind = Field(
        default="unicodeCodePoints", description="what columns count, by --columns; offsets always count code points"
    )
    reports: tuple[LintReport, ...] = ()
    errors: tuple[InputError, ...] = ()
    summary: RunSummary = RunSummary()
