"""`--format checklist`: the parts and the duties of each report, met, partly met or missing, and what it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.render.citations import citation_block
from report_lint.render.closing import parts_in_words, report_closing, run_closing
from report_lint.render.layout import Screen, cell_len, hanging, in_one_line, shortened
from report_lint.render.place import shown_path, spoken
from report_lint.render.words import BODIES, COPIES, LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from report_lint.render.layout import Colour
    from report_lint.report import ChecklistItem, CheckStatus, Evidence, LintOutput, LintReport
    from report_lint.text import SourceText

_MARKS: dict[CheckStatus, tuple[str, Colour]] = {
    "met": ("✓", "good"),
    "partly": ("△", "warning"),
    "missing": ("✗", "error"),
    "not_applicable": ("—", "faint"),
}
_WORDS: dict[str, dict[CheckStatus, str]] = {
    "structure": {"met": "", "partly": "合写或写在别处", "missing": "未找到", "not_applicable": "不适用"},
    "duties": {
        "met": "",
        "partly": "提到，没有具体情况",
        "missing": "未见主要负责人的情况",
        "not_applicable": "不适用",
    },
}
_HEADS = {"party": "党委主要负责人", "government": "政府主要负责人"}
_OTHER = {"party": "government", "government": "party"}
_OFFICE: dict[CheckStatus, str] = {
    "partly": "单位工作，算提到",
    "missing": "只有单位工作，未见主要负责人的情况",
}
_BOTH = "两位主要负责人"
_DOERS = {"party": "党委", "government": "政府", "office": "单位"}
_UNKNOWN = "未识别"
_QUOTED = 3
_QUOTE_INDENT = " " * 6


def render(output: LintOutput, sources: Mapping[str, SourceText], screen: Screen | None = None) -> str:
    """Return the checklist of every report; `sources` tell the paragraphs of Word files."""
    screen = screen or Screen()
    several = len(output.reports) > 1 or bool(output.errors)
    blocks: list[str] = []
    for report in output.reports:
        blocks.append("\n".join(_head(report, screen)))
        blocks += _groups(report, sources.get(report.path or ""), screen)
        blocks += ["\n".join(lines)] if (lines := citation_block(report, screen)) else []
        if several:
            blocks.append("\n".join(report_closing(report, screen)))
    blocks.append("\n".join(run_closing(output, screen)))
    return "\n\n".join(blocks) + "\n"


def _head(report: LintReport, screen: Screen) -> list[str]:
    body, _, level = report.profile.partition("/")
    facts = report.document
    rows = {
        "标题": facts.title,
        "单位": facts.issuer,
        "类型": "，".join(name for name in (BODIES.get(body), LEVELS.get(level)) if name),
        "年度": facts.report_year,
        "文号": facts.document_number,
        "主送": facts.recipient,
        "署名": facts.signed_by,
        "日期": facts.signed_on,
        "稿别": COPIES.get(report.copy_kind),
    }
    lines = [screen.paint(shown_path(report.path), "strong")]
    for name, value in rows.items():
        lines += hanging(in_one_line(str(value or _UNKNOWN)), f"  {name}：", " " * 8, screen.width)
    return lines


def _groups(report: LintReport, source: SourceText | None, screen: Screen) -> Iterator[str]:
    for group in dict.fromkeys(item.group for item in report.checklist):
        items = [item for item in report.checklist if item.group == group]
        lines = [screen.paint(f"{_title(group, items)}（{_tally(items)}）", "strong")]
        for heading, below in _by_heading(items).items():
            shown = [item for item in below if item.status != "not_applicable"]
            lines += [screen.paint(f"  {heading}", "strong")] if heading and shown else []
            for item in shown:
                lines += _item(item, screen)
                lines += _evidence(item, source, screen)
        lines += _not_applicable(items, screen)
        yield "\n".join(lines)


def _by_heading(items: list[ChecklistItem]) -> dict[str, list[ChecklistItem]]:
    """Return the items by the heading to print above them: the group of the norm, and whose it is of two heads."""
    found: dict[str, list[ChecklistItem]] = {}
    two = any(item.head for item in items)
    for item in items:
        whose = _HEADS.get(item.head or "", _BOTH) if two else ""
        heading = f"{whose} · {item.heading}" if whose and item.heading else item.heading
        found.setdefault(heading or "", []).append(item)
    return found


def _title(group: str, items: list[ChecklistItem]) -> str:
    if group == "structure":
        return f"规定的{parts_in_words(len(items))}"
    return "主要负责人的职责" if group == "duties" else group


def _tally(items: list[ChecklistItem]) -> str:
    statuses = [item.status for item in items]
    return "，".join(f"{mark} {statuses.count(status)}" for status, (mark, _) in _MARKS.items() if status in statuses)


def _item(item: ChecklistItem, screen: Screen) -> list[str]:
    mark, colour = _MARKS[item.status]
    words = _about(item) or _WORDS.get(item.group, _WORDS["structure"])[item.status]
    notes = [words] if words else []
    notes += [f"见 {'、'.join(item.codes)}"] if item.codes else []
    text = in_one_line(item.title) + (f"（{'；'.join(notes)}）" if notes else "")
    first, *more = hanging(text, f"  {mark} ", "    ", screen.width)
    return [first.replace(mark, screen.paint(mark, colour), 1), *more]


def _about(item: ChecklistItem) -> str:
    """Return whose acts were found, where they are not the head's or only the other head's of two."""
    doers = {evidence.by for evidence in item.evidence} - {None}
    if doers == {"office"} and item.status in _OFFICE:
        return _OFFICE[item.status]
    if item.status == "missing" and item.head and doers:
        return f"写的是{_HEADS[_OTHER[item.head]]}"
    return ""


def _not_applicable(items: list[ChecklistItem], screen: Screen) -> list[str]:
    """Return one paragraph for all that this report does not owe."""
    titles = "；".join(in_one_line(item.title) for item in items if item.status == "not_applicable")
    if not titles:
        return []
    mark, colour = _MARKS["not_applicable"]
    first, *more = hanging(f"不适用：{titles}", f"  {mark} ", "    ", screen.width)
    return [first.replace(mark, screen.paint(mark, colour), 1), *more]


def _evidence(item: ChecklistItem, source: SourceText | None, screen: Screen) -> list[str]:
    """Return the places with their quotes; short quotes of one place share a line."""
    lines: list[tuple[str, str]] = []
    for place, quote in dict.fromkeys(_quoted(evidence, source, screen) for evidence in item.evidence[:_QUOTED]):
        joined = f"{lines[-1][1]} {quote}" if lines and lines[-1][0] == place else ""
        if joined and cell_len(f"{_QUOTE_INDENT}{place}  {joined}") <= screen.width:
            lines[-1] = (place, joined)
        else:
            lines.append((place, quote))
    return [f"{_QUOTE_INDENT}{screen.paint(place, 'faint')}  {quotes}" for place, quotes in lines]


def _quoted(evidence: Evidence, source: SourceText | None, screen: Screen) -> tuple[str, str]:
    doer = _DOERS.get(evidence.by or "")
    place = spoken(evidence.range, source) + (f" {doer}" if doer else "")
    room = screen.width - cell_len(f"{_QUOTE_INDENT}{place}  “”")
    return place, f"“{shortened(in_one_line(evidence.quote), room)}”"
