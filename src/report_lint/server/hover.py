"""What is shown for the place under the cursor: the rule and its basis, and what the register knows of a law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from report_lint.lazy import lazy_pattern
from report_lint.render.words import remedy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol.types import Position

    from report_lint.report import CitedInstrument, DateStatus, Finding, InstrumentFacts
    from report_lint.ruleset import Ruleset
    from report_lint.server.session import Checked

_MARKS = lazy_pattern(r"([\\`*_{}\[\]()#+\-.!|<>&~$])")  # what Markdown could take for its own
_STATUS: Final[dict[DateStatus, str]] = {
    "in_force": "有效",
    "superseded": "已有新版本",
    "not_yet_in_force": "尚未施行",
    "repealed": "已废止",
    "unknown": "效力不明",
}
_LEVELS: Final = {"error": "错误", "warning": "警告", "info": "提示"}


def hover(checked: Checked, position: Position, *, markdown: bool) -> Hover | None:
    """Return what is known of the findings and the citation at a position, None where nothing is."""
    offset = checked.positions.offset(position)
    findings = checked.findings_at(offset, offset)
    cited = [one for one in checked.report.citations if one.range.start.offset <= offset < one.range.end.offset]
    blocks = [list(_finding(one, checked.settings.ruleset)) for one in findings]
    blocks += [list(_law(one, one.instrument)) for one in cited if one.instrument is not None]
    if not blocks:
        return None
    spans = [(one.range.start.offset, one.range.end.offset) for one in (findings or cited)]
    where = checked.positions.range(*min(spans, key=lambda span: span[1] - span[0]))
    return Hover(_content(blocks, markdown=markdown), where)


def _finding(finding: Finding, ruleset: Ruleset) -> Iterator[str]:
    rule = ruleset.rule(finding.code)
    yield f"{finding.code} {_LEVELS[finding.severity]}：{finding.message}"
    if finding.help:
        yield remedy(finding.help)
    if rule is not None:
        yield rule.table.why
    yield from (f"依据（{basis.grade}）：{basis.text}" for basis in finding.basis)


def _law(cited: CitedInstrument, facts: InstrumentFacts) -> Iterator[str]:
    yield f"《{facts.title}》（{facts.level}）" + (f"，本处引用{cited.article}" if cited.article else "")
    days = [
        f"{name} {day.isoformat()}"
        for name, day in (("公布", facts.promulgated), ("施行", facts.effective), ("废止", facts.repealed))
        if day is not None
    ]
    if days:
        yield "，".join(days)
    judged = f"（按 {facts.judged_on.isoformat()} 判断）" if facts.judged_on else ""
    yield f"{_STATUS[facts.status_on_date]}{judged}"
    if facts.successor:
        yield f"现为《{facts.successor}》"


def _content(blocks: list[list[str]], *, markdown: bool) -> MarkupContent:
    if not markdown:
        return MarkupContent(MarkupKind.PlainText, "\n\n".join("\n".join(block) for block in blocks))
    shown = ("\n\n".join([f"**{_escaped(block[0])}**", *map(_escaped, block[1:])]) for block in blocks)
    return MarkupContent(MarkupKind.Markdown, "\n\n---\n\n".join(shown))


def _escaped(text: str) -> str:
    """Return a text that Markdown shows as it is: a quote of the report may hold links or HTML."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
