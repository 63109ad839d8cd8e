"""`--format html`: one page for the screen and for paper, complete in itself.

It needs no network and allows none: its Content-Security-Policy names its style and its script by their hashes
and forbids every other source. Everything that comes from a report is escaped by the template engine.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from report_lint.render import citations, items
from report_lint.render.closing import parts_found, run_closing
from report_lint.render.html.shown import one_line, plain, shown
from report_lint.render.html.view import LEVELS, ReportView
from report_lint.render.layout import Screen
from report_lint.render.words import FAMILIES, acceptance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from report_lint.report import LintOutput, LintReport
    from report_lint.text import SourceText


def render(output: LintOutput, sources: Mapping[str, SourceText]) -> str:
    """Return the page over all reports; `sources` are the texts by path."""
    reports = [
        ReportView(number, report, sources.get(report.path or ""))
        for number, report in enumerate(output.reports, start=1)
    ]
    style, script = _asset("page.css"), _asset("page.js")
    return (
        _templates()
        .get_template("page.html.jinja")
        .render(
            title=plain(_title(reports)),
            output=output,
            reports=reports,
            several=len(reports) != 1 or bool(output.errors),
            closing=run_closing(output, Screen(width=10_000)),
            levels=[(level, getattr(output.summary, severity)) for severity, level in LEVELS.items()],
            families=_families(output.reports),
            style=Markup(style),  # noqa: S704  our own file
            script=Markup(script),  # noqa: S704
            policy=_policy(style, script),
        )
    )


def _title(reports: Sequence[ReportView]) -> str:
    return f"审阅：{reports[0].title}" if len(reports) == 1 else f"审阅：{len(reports)} 份报告"


def _families(reports: Sequence[LintReport]) -> list[tuple[str, str, int]]:
    """Return the families that have findings: letters, name and how many, in the order of the catalogue."""
    found = Counter(finding.code[:3] for report in reports for finding in report.findings)
    order = [*(family for family in FAMILIES if family in found), *sorted(found.keys() - FAMILIES)]
    return [(family, FAMILIES.get(family, family), found[family]) for family in order]


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    environment = Environment(
        autoescape=True,
        finalize=shown,
        loader=FunctionLoader(_asset),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["one_line"] = one_line
    environment.globals |= {"items": items, "citations": citations}
    environment.globals |= {"parts_found": parts_found, "acceptance": acceptance}
    return environment
