"""`--format checklist`: the parts and the duties of each report, met, partly met or missing, and what it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.render.citations import citation_block
from report_lint.render.closing import report_closing, run_closing
from report_lint.render.items import MARKS, by_heading, doer, group_title, not_owed, remark, tally
from report_lint.render.layout import Screen, cell_len, hanging, in_one_line, shortened
from report_lint.render.place import shown_path, spoken
from report_lint.render.words import facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from report_lint.render.layout import Colour
    from report_lint.report import ChecklistItem, CheckStatus, Evidence, LintOutput, LintReport
    from report_lint.text import SourceText

_COLOURS: dict[CheckStatus, Colour] = {
    "met": "good",
    "partly": "warning",
    "missing": "error",
    "not_applicable": "faint",
}
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
    lines = [screen.paint(shown_path(report.path), "strong")]
    for name, value in facts(report).items():
        lines += hanging(in_one_line(value), f"  {name}：", " " * 8, screen.width)
    return lines


def _groups(report: LintReport, source: SourceText | None, screen: Screen) -> Iterator[str]:
    for group in dict.fromkeys(item.group for item in report.checklist):
        items = [item for item in report.checklist if item.group == group]
        lines = [screen.paint(f"{group_title(group, items)}（{tally(items)}）", "strong")]
        for heading, below in by_heading(items).items():
            shown = [item for item in below if item.status != "not_applicable"]
            lines += [screen.paint(f"  {heading}", "strong")] if heading and shown else []
            for item in shown:
                lines += _item(item, screen)
                lines += _evidence(item, source, screen)
        lines += _not_applicable(items, source, screen)
        yield "\n".join(lines)


def _item(item: ChecklistItem, screen: Screen) -> list[str]:
    mark, colour = MARKS[item.status], _COLOURS[item.status]
    words = remark(item)
    notes = [words] if words else []
    notes += [f"见 {'、'.join(item.codes)}"] if item.codes else []
    text = in_one_line(item.title) + (f"（{'；'.join(notes)}）" if notes else "")
    first, *more = hanging(text, f"  {mark} ", "    ", screen.width)
    return [first.replace(mark, screen.paint(mark, colour), 1), *more]


def _not_applicable(items: list[ChecklistItem], source: SourceText | None, screen: Screen) -> Iterator[str]:
    """Yield a paragraph for what the report says there was no occasion for, with the quote, and one for the rest."""
    mark, colour = MARKS["not_applicable"], _COLOURS["not_applicable"]
    for why, found in not_owed(items).items():
        titles = "；".join(in_one_line(item.title) for item in found)
        first, *more = hanging(f"不适用（{why}）：{titles}", f"  {mark} ", "    ", screen.width)
        yield from [first.replace(mark, screen.paint(mark, colour), 1), *more]
        yield from dict.fromkeys(line for item in found for line in _evidence(item, source, screen))


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
    place = f"{spoken(evidence.range, source)} {doer(evidence)}".rstrip()
    room = screen.width - cell_len(f"{_QUOTE_INDENT}{place}  “”")
    return place, f"“{shortened(in_one_line(evidence.quote), room)}”"
