"""The citation table of `--format checklist`: what the report names, and whether it was in force."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from report_lint.render.layout import hanging, in_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from report_lint.render.layout import Colour, Screen
    from report_lint.report import CitedTitle, DateStatus, LintReport

MARKS: dict[DateStatus, str] = {
    "in_force": "✓",
    "superseded": "△",
    "not_yet_in_force": "△",
    "repealed": "✗",
    "unknown": "—",
}
_COLOURS: dict[str, Colour] = {"✓": "good", "△": "warning", "✗": "error", "—": "faint"}
_WORDS: dict[DateStatus, str] = {
    "in_force": "有效",
    "superseded": "是修订以前的版本",
    "not_yet_in_force": "尚未施行",
    "repealed": "已废止",
    "unknown": "不判断效力",
}
# Ranks of which the register says nothing but that they exist.
_WITHOUT_FORCE = frozenset({"规范性文件", "部门规章", "司法解释", "法规规章", "有关法律问题的决定"})


def citation_block(report: LintReport, screen: Screen) -> list[str]:
    """Return the lines of the table; none where nothing is cited."""
    table = report.citation_table
    if not table:
        return []
    day = usual_day(table)
    known = [line for line in table if line.level is not None]
    works = [line for line in table if line.kind == "other"]
    others = [line for line in table if line.level is None and line.kind != "other"]
    lines = [screen.paint(_head(len(known) + len(others), known, report, day), "strong")]
    for line in known:
        lines += _known(line, day, screen)
    lines += _named("不在登记表中，不判断效力", others, report, screen)
    return [*lines, *_named("书名、栏目等", works, report, screen)]


def force(line: CitedTitle) -> str:
    """Return what is known of the force of a cited instrument, in words."""
    if line.status_on_date == "unknown" and line.level in _WITHOUT_FORCE:
        return "只登记题名"
    return _WORDS[line.status_on_date]


def usual_day(table: Sequence[CitedTitle]) -> date | None:
    """Return the day that most citations are judged by."""
    days = Counter(line.judged_on for line in table if line.judged_on is not None)
    return days.most_common(1)[0][0] if days else None


def _head(count: int, known: list[CitedTitle], report: LintReport, day: date | None) -> str:
    reach = report.checked.facts_until
    notes = [f"登记表中有 {len(known)} 件" + (f"，登记至 {reach}" if reach else "")]
    notes += [f"按 {day} 判断"] if day else []
    return f"引用的法律法规和文件 {count} 件（{'；'.join(notes)}）"


def _known(line: CitedTitle, usual: date | None, screen: Screen) -> list[str]:
    mark, words = MARKS[line.status_on_date], force(line)
    day = f"{line.judged_on} " if line.judged_on not in (None, usual) and line.status_on_date != "unknown" else ""
    text = f"《{in_one_line(line.title)}》（{line.level}，{day}{words}，{line.count} 处）"
    first, *more = hanging(text, f"  {mark} ", "    ", screen.width)
    return [first.replace(mark, screen.paint(mark, _COLOURS[mark]), 1), *more]


def _named(label: str, lines: list[CitedTitle], report: LintReport, screen: Screen) -> list[str]:
    """Return one paragraph of titles, each with the rule that speaks of its first place."""
    if not lines:
        return []
    codes = {finding.range.start.offset: finding.code for finding in report.findings if finding.code.startswith("CIT")}
    titles = "".join(_with_code(line, codes.get(line.first.start.offset)) for line in lines)
    return hanging(f"{label}：{titles}", "  — ", "    ", screen.width)


def _with_code(line: CitedTitle, code: str | None) -> str:
    return f"《{in_one_line(line.title)}》" + (f"（见 {code}）" if code else "")
