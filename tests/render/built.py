"""Reports built by hand for the tests of the renderers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from report_lint.report import (
    Basis,
    Checked,
    ChecklistItem,
    CitedInstrument,
    DocumentFacts,
    Evidence,
    Finding,
    Fix,
    InputError,
    InstrumentFacts,
    LintOutput,
    LintReport,
    PackInfo,
    Point,
    Range,
    RunSummary,
    Summary,
    ToolInfo,
)
from report_lint.suppress import accepted
from report_lint.text import LineIndex, Piece, SourceText, Span

if TYPE_CHECKING:
    from report_lint.report import CheckStatus, Severity

TEXT = """\
临溪县民政局2023年法治政府建设年度报告

一、主要举措和成效
　　根据《中华人民共和国收养法》第六条，市民政局办理登记。全年办件（ａｂｃ）三千件。
二、存在的不足和原因
\t还存在一些不足。
三、下一步打算
"""


def place(text: str, quote: str) -> Range:
    """Return the range of the first occurrence of a quote."""
    start = text.index(quote)
    return between(text, start, start + len(quote))


def between(text: str, start: int, end: int) -> Range:
    """Return the range of two offsets."""
    lines = LineIndex(text)
    points = [Point(offset=at, line=lines.position(at).line, column=lines.position(at).column) for at in (start, end)]
    return Range(start=points[0], end=points[1])


def finding(  # noqa: PLR0913
    text: str,
    quote: str,
    *,
    code: str = "CIT006",
    severity: Severity = "error",
    message: str = "《收养法》已于2021年1月1日废止",
    help: str | None = "改为引用《中华人民共和国民法典》婚姻家庭编相应条文",  # noqa: A002
    basis: tuple[Basis, ...] = (Basis(grade="法", text="《中华人民共和国民法典》第一千二百六十条"),),
    where: Range | None = None,
) -> Finding:
    """Return a finding at the first occurrence of a quote."""
    return Finding(
        code=code,
        name="citation-repealed",
        severity=severity,
        message=message,
        help=help,
        range=where or place(text, quote),
        section="一、主要举措和成效",
        quote=quote,
        basis=basis,
        fingerprint="0123456789abcdef",
    )


def item(item_id: str, title: str, status: CheckStatus, *quotes: str, codes: tuple[str, ...] = ()) -> ChecklistItem:
    """Return a line of the checklist with its evidence from TEXT."""
    return ChecklistItem(
        id=item_id,
        group="structure" if item_id.startswith("part.") else "duties",
        title=title,
        status=status,
        evidence=tuple(Evidence(range=place(TEXT, quote), quote=quote) for quote in quotes),
        basis=(Basis(grade="规", text="《法治政府建设与责任落实督察工作规定》年度报告章"),),
        codes=codes,
    )


CHECKLIST = (
    item("part.achievements", "主要举措和成效", "met", "一、主要举措和成效"),
    item("part.shortcomings", "存在的不足和原因", "met", "二、存在的不足和原因"),
    item("part.first-responsible", "主要负责人履行推进法治建设第一责任人职责的情况", "missing", codes=("STR003",)),
    item("part.plan", "下一年度的安排", "partly", "三、下一步打算", codes=("STR008", "STR010")),
    item("part.other", "其他需要报告的情况", "missing"),
    item("duty.D1", "听取法治建设工作汇报", "partly", "根据《中华人民共和国收养法》第六条，市民政局办理登记。全年办件"),
    item("duty.D2", "研究解决法治政府建设有关重大问题", "met", "还存在一些不足。", "全年办件（ａｂｃ）三千件。"),
    item("duty.D3", "督促领导班子其他成员和下级行政机关主要负责人依法行政，及时纠正不依法履职的行为", "missing"),
    item("duty.D4", "行政机关负责人出庭应诉", "not_applicable"),
)
FINDINGS = (
    finding(TEXT, "《中华人民共和国收养法》"),
    finding(
        TEXT,
        "（ａｂｃ）",
        code="WRD005",
        severity="info",
        message="“（ａｂｃ）”混用了全角字母",
        help="统一为半角",
        basis=(),
    ),
    finding(
        TEXT,
        "一些不足",
        code="STR006",
        severity="warning",
        message="未找到不足的原因",
        help="在“存在的不足和原因”中逐条写明原因，不要只写现象，也不要用客观条件代替主观上的差距来说明",
        basis=(
            Basis(grade="规", text="《法治政府建设与责任落实督察工作规定》年度报告章（内容之二）"),
            Basis(grade="惯", text="公文写作惯例"),
        ),
    ),
)
REPORT = LintReport(
    path="报告/民政局.txt",
    format="text",
    encoding="utf-8",
    profile="department/county",
    copy_kind="submitted",
    document=DocumentFacts(
        title="临溪县民政局2023年法治政府建设年度报告",
        issuer="临溪县民政局",
        report_year=2023,
        document_number="临民〔2024〕2号",
        recipient="县委、县政府",
        signed_by="临溪县民政局",
        signed_on=date(2024, 1, 9),
    ),
    checklist=CHECKLIST,
    citations=(
        CitedInstrument(
            text="《中华人民共和国收养法》",
            range=place(TEXT, "《中华人民共和国收养法》"),
            kind="law",
            instrument=InstrumentFacts(title="中华人民共和国收养法", level="法律", promulgated=date(1991, 12, 29)),
            article="第六条",
        ),
    ),
    findings=FINDINGS,
    summary=Summary(error=1, warning=1, info=1),
    checked=Checked(rules=("CIT006", "STR006", "WRD005"), facts_until=date(2026, 9, 23)),
)
CLEAN = REPORT.model_copy(
    update={
        "path": "报告/司法局.txt",
        "findings": (),
        "suppressed": (accepted(FINDINGS[0], "config", "引用历史文件"),),
        "summary": Summary(),
        "checklist": tuple(one.model_copy(update={"status": "met"}) for one in CHECKLIST),
    }
)
BARE = LintReport(format="text", profile="unknown/unknown", document=DocumentFacts())
UNREADABLE = InputError(path="报告/旧.doc", kind="unsupported", message="这是旧版 Word 格式，请另存为 .docx")
SOURCES = {path: SourceText(TEXT, path=path) for path in ("报告/民政局.txt", "报告/司法局.txt")}
FIX = Fix(title="改为《民法典》", safety="safe", edits=())


def output(*reports: LintReport, errors: tuple[InputError, ...] = ()) -> LintOutput:
    """Return the output of a run over some reports."""
    summary = RunSummary(
        files=len(reports),
        error=sum(report.summary.error for report in reports),
        warning=sum(report.summary.warning for report in reports),
        info=sum(report.summary.info for report in reports),
    )
    packs = (PackInfo(id="national", version="2026.11", facts_until=date(2026, 9, 23)),)
    return LintOutput(tool=ToolInfo(version="0.1.0", packs=packs), reports=reports, errors=errors, summary=summary)


def single(text: str, where: Range, **changes: object) -> tuple[LintOutput, dict[str, SourceText]]:
    """Return a run with one finding in one text, and its sources."""
    one = finding(text, text[where.start.offset : where.end.offset], where=where).model_copy(update=changes)
    report = REPORT.model_copy(update={"path": "a.txt", "findings": (one,)})
    return output(report), {"a.txt": SourceText(text, path="a.txt")}


def word_source(text: str) -> SourceText:
    """Return a Word file whose every third paragraph is a line of the text."""
    pieces, at = [], 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        pieces.append(Piece(Span(at, at + len(line.rstrip("\n"))), paragraph=number * 3))
        at += len(line)
    return SourceText(text, path="报告/民政局.txt", format="docx", pieces=tuple(pieces))
