"""Which renderer writes which format; a renderer is imported when its format is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from report_lint.render.columns import recounted
from report_lint.render.layout import Screen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from report_lint.config import FailOn, OutputFormat
    from report_lint.render.columns import Columns
    from report_lint.report import LintOutput
    from report_lint.ruleset import Rule
    from report_lint.text import SourceText


@dataclass(frozen=True, slots=True)
class Setting:
    """What a renderer may need beside the output: the texts by path, the rules, and how to show them."""

    sources: Mapping[str, SourceText] = field(default_factory=dict)
    rules: Sequence[Rule] = ()
    screen: Screen = field(default_factory=Screen)
    columns: Columns = "characters"
    fail_on: FailOn = "error"


def rendered(chosen: OutputFormat, output: LintOutput, setting: Setting) -> str:
    """Return the output in a format."""
    output = recounted(output, setting.sources, setting.columns)
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
        case "json":
            from report_lint.render import json

            return json.render(output)
        case "jsonl":
            from report_lint.render import jsonl

            return jsonl.render(output)
    assert_never(chosen)
