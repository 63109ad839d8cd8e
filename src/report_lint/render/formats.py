"""Which renderer writes which format; a renderer is imported when its format is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, assert_never

from report_lint.errors import UsageError
from report_lint.render.columns import recounted
from report_lint.render.layout import Screen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from report_lint.config import FailOn, OutputFormat
    from report_lint.render.columns import Columns
    from report_lint.report import LintOutput
    from report_lint.ruleset import Rule
    from report_lint.text import SourceText

_Shown = Literal["full", "concise", "checklist", "html"]
_Exchange = Literal["sarif", "github", "rdjson", "junit", "checkstyle"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a renderer may need beside the output: the texts by path, the rules, and how to show them."""

    sources: Mapping[str, SourceText] = field(default_factory=dict)
    rules: Sequence[Rule] = ()
    screen: Screen = field(default_factory=Screen)
    columns: Columns = "characters"
    fail_on: FailOn = "error"


# Formats that define what a column is: they cannot count in another unit.
_COLUMNS: Mapping[str, tuple[Columns, ...]] = {"sarif": ("characters", "utf16"), "rdjson": ("characters", "utf8")}


def rendered(chosen: OutputFormat, output: LintOutput, setting: Setting) -> str:
    """Return the output in a format.

    Raises:
        UsageError: the format cannot count columns in the unit that was asked for.
    """
    if setting.columns not in _COLUMNS.get(chosen, (setting.columns,)):
        raise UsageError(f"{chosen} 格式规定了列号的数法，不能用 --columns {setting.columns}")
    output = recounted(output, setting.sources, setting.columns)
    match chosen:
        case "full" | "concise" | "checklist" | "html":
            return _for_people(chosen, output, setting)
        case "json":
            from report_lint.render import json

            return json.render(output)
        case "jsonl":
            from report_lint.render import jsonl

            return jsonl.render(output)
        case "sarif" | "github" | "rdjson" | "junit" | "checkstyle":
            return _exchanged(chosen, output, setting)
    assert_never(chosen)


def _for_people(chosen: _Shown, output: LintOutput, setting: Setting) -> str:
    """Return the output as a person reads it, on a terminal or as a page."""
    match chosen:
        case "full":
            from report_lint.render import full

            return full.render(output, setting.sources, setting.screen)
        case "concise":
            from report_lint.render import concise

            return concise.render(output, setting.screen)
        case "checklist":
            from report_lint.render import checklist

            return checklist.render(output, setting.sources, setting.screen)
        case "html":
            from report_lint.render import html

            return html.render(output, setting.sources)
    assert_never(chosen)


def _exchanged(chosen: _Exchange, output: LintOutput, setting: Setting) -> str:
    """Return the output in a format that other programs defined."""
    from report_lint.render.place import with_paragraphs

    output = with_paragraphs(output, setting.sources)
    match chosen:
        case "sarif":
            from report_lint.render import sarif

            return sarif.render(output, setting.rules)
        case "github":
            from report_lint.render import github

            return github.render(output)
        case "rdjson":
            from report_lint.render import rdjson

            return rdjson.render(output, setting.sources)
        case "junit":
            from report_lint.render import junit

            return junit.render(output, setting.fail_on)
        case "checkstyle":
            from report_lint.render import checkstyle

            return checkstyle.render(output)
    assert_never(chosen)


def counted(chosen: OutputFormat, output: LintOutput, setting: Setting) -> str:
    """Return how often each rule found something, as JSON where that is the format, else as a table."""
    from report_lint.render import statistics

    if chosen == "json":
        return statistics.as_json(output, setting.rules)
    return statistics.table(output, setting.rules, setting.screen)
