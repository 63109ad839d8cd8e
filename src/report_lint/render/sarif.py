"""`--format sarif`: SARIF 2.1.0, as code scanning services and viewers read it."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from report_lint.render.json import written
from report_lint.render.layout import STDIN, in_one_line
from report_lint.render.words import acceptance, remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from report_lint.report import (
        Finding,
        Fix,
        InputError,
        LintOutput,
        LintReport,
        Range,
        Severity,
        SuppressedFinding,
    )
    from report_lint.ruleset import Rule

    Values = dict[str, Any]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT = "reportLint/v1"
_PLACEHOLDER = re.compile(r"\{\w+\}")
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")  # a report that says [here](http://…) must not make a link of the message


def render(output: LintOutput, rules: Sequence[Rule]) -> str:
    """Return one run over all reports, with the rules that found something."""
    known = {rule.table.code: rule for rule in rules}
    shown = {found.code: found for report in output.reports for found in (*report.findings, *report.suppressed)}
    codes = sorted(shown)
    driver = {
        "name": output.tool.name,
        "semanticVersion": output.tool.version,
        "rules": [_rule(shown[code], known.get(code)) for code in codes],
    }
    run = {
        "tool": {
            "driver": driver,
            "extensions": [{"name": one.id, "version": one.version} for one in output.tool.packs],
        },
        "columnKind": output.column_kind,
        "invocations": [_invocation(output.errors)],
        "artifacts": [_artifact(report) for report in output.reports],
        "results": [result for report in output.reports for result in _results(report, codes, output)],
    }
    return written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(found: Finding, rule: Rule | None) -> Values:
    """Return a rule as the pack describes it; of one that no pack has, what the finding says."""
    if rule is None:
        return {"id": found.code, "name": found.name}
    table = rule.table
    basis = "；".join(f"（{basis.grade}）{basis.text}" for basis in rule.basis)
    advice = remedy(_PLACEHOLDER.sub("…", table.help))
    return {
        "id": table.code,
        "name": table.name,
        "shortDescription": {"text": table.title},
        "fullDescription": {"text": table.why},
        "help": {"text": "\n".join(filter(None, (advice, basis and f"依据：{basis}")))},
        "defaultConfiguration": {"level": _LEVELS[table.severity]},
        "properties": {"tags": [table.code[:3]]},
    }


def _results(report: LintReport, codes: Sequence[str], output: LintOutput) -> Iterator[Values]:
    offsets = output.column_kind == "unicodeCodePoints"
    for found in report.findings:
        yield _result(report, found, codes, offsets=offsets)
    for found in report.suppressed:
        yield _result(report, found, codes, offsets=offsets) | {"suppressions": [_suppression(found)]}


def _suppression(found: SuppressedFinding) -> Values:
    return {
        "kind": "inSource" if found.suppressed_by == "comment" else "external",
        "status": "accepted",
        "justification": in_one_line(acceptance(found)),
    }


def _result(report: LintReport, found: Finding, codes: Sequence[str], *, offsets: bool) -> Values:
    snippet = {"snippet": {"text": found.quote}}
    place: Values = {
        "physicalLocation": {
            "artifactLocation": _location(report.path),
            "region": _region(found.range, offsets=offsets) | snippet,
        }
    }
    if found.section:
        place["logicalLocations"] = [{"name": in_one_line(found.section)}]
    values: Values = {
        "ruleId": found.code,
        "ruleIndex": codes.index(found.code),
        "level": _LEVELS[found.severity],
        "message": {"text": _message(found)},
        "locations": [place],
        "partialFingerprints": {_FINGERPRINT: found.fingerprint},
    }
    if found.fix and found.fix.edits and report.format != "docx":  # lines and columns do not say where to change Word
        values["fixes"] = [_fix(found.fix, report, offsets=offsets)]
    return values


def _message(found: Finding) -> str:
    lines = [found.message, remedy(found.help) if found.help else ""]
    return "\n".join(_LINK.sub(r"\\[", in_one_line(line)) for line in lines if line)


def _region(where: Range, *, offsets: bool) -> Values:
    """Return a region; character offsets only where columns count characters too, as SARIF knows one unit only."""
    region = {
        "startLine": where.start.line,
        "startColumn": where.start.column,
        "endLine": where.end.line,
        "endColumn": where.end.column,
    }
    if offsets:
        region |= {"charOffset": where.start.offset, "charLength": where.end.offset - where.start.offset}
    return region


def _fix(fix: Fix, report: LintReport, *, offsets: bool) -> Values:
    replacements = [
        {"deletedRegion": _region(edit.range, offsets=offsets), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": in_one_line(fix.title)},
        "artifactChanges": [{"artifactLocation": _location(report.path), "replacements": replacements}],
    }


def _artifact(report: LintReport) -> Values:
    values: Values = {
        "location": _location(report.path),
        "roles": ["analysisTarget"],
        "properties": {"format": report.format, "profile": report.profile, "rulesRun": len(report.checked.rules)},
    }
    return values | ({"encoding": report.encoding} if report.encoding else {})


def _invocation(errors: Sequence[InputError]) -> Values:
    notifications = [
        {
            "level": "error",
            "descriptor": {"id": error.kind},
            "message": {"text": in_one_line(error.message)},
            "locations": [{"physicalLocation": {"artifactLocation": _location(error.path)}}],
        }
        for error in errors
    ]
    return {"executionSuccessful": not errors, "toolExecutionNotifications": notifications}


def _location(path: str | None) -> Values:
    """Return where a file is: relative as it was given, so that a service finds it in its own checkout."""
    place = PurePath(path or STDIN)
    uri = quote(place.as_posix(), safe="/", errors="surrogatepass")
    if place.is_absolute():
        uri = f"file://{'' if uri.startswith('/') else '/'}{uri}"
    return {"uri": uri}
