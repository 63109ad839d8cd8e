"""The example reports against what a careful reviewer says of them (`examples/*.expected.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from report_lint import LintReport, lint_file

EXAMPLES = Path(__file__).parent.parent / "examples"
TEXTS = sorted(EXAMPLES.rglob("*.txt"))
FACTS = ("document_number", "recipient", "signed_by", "signed_on")
HINTS = 2


def expected(path: Path) -> dict[str, Any]:
    """Return what stands beside an example."""
    return tomllib.loads(path.with_suffix(".expected.toml").read_text(encoding="utf-8"))


def name(path: Path) -> str:
    """Return the name of an example for the list of tests."""
    return path.relative_to(EXAMPLES).with_suffix("").as_posix()


def serious(report: LintReport) -> list[tuple[str, str]]:
    """Return the errors and warnings as code and quote."""
    return [(found.code, found.quote) for found in report.findings if found.severity != "info"]


REPORTS = [path for path in TEXTS if "profile" in expected(path)]
SOUND = [path for path in TEXTS if expected(path)["sound"]]
DEFECTIVE = [path for path in TEXTS if not expected(path)["sound"]]
PLANTED = [
    pytest.param(path, finding["code"], finding["quote"], id=f"{name(path)}-{finding['code']}-{number}")
    for path in DEFECTIVE
    for number, finding in enumerate(expected(path)["finding"])
]


@pytest.mark.parametrize("path", REPORTS, ids=name)
def test_reads_the_cover_of_an_example(path: Path) -> None:
    """Profile, copy, year, number, recipient, signature and date are those of the text; absent is null."""
    report = lint_file(path)
    table = expected(path)

    wanted = {"profile": table["profile"], "copy": table["copy"], "year": table["year"]}
    wanted |= {key: table.get(key) for key in FACTS}
    found = {"profile": report.profile, "copy": report.copy_kind, "year": report.document.report_year}
    found |= {key: getattr(report.document, key) for key in FACTS}

    assert wanted == found


@pytest.mark.parametrize("path", REPORTS, ids=name)
def test_finds_the_parts_of_an_example(path: Path) -> None:
    """Each of the five parts has the status that a reader gives it."""
    report = lint_file(path)

    found = {item.id.removeprefix("part."): item.status for item in report.checklist if item.group == "structure"}

    assert expected(path)["parts"] == found


@pytest.mark.parametrize("path", SOUND, ids=name)
def test_has_nothing_against_a_sound_example(path: Path) -> None:
    """A sound report gets no error, no warning, and a couple of hints at most."""
    report = lint_file(path)

    assert serious(report) == []
    assert report.summary.info <= HINTS


@pytest.mark.parametrize(("path", "code", "quote"), PLANTED)
def test_finds_a_planted_defect(path: Path, code: str, quote: str) -> None:
    """A defect that was planted is found, at its place."""
    report = lint_file(path)

    assert (code, quote) in [(found.code, found.quote) for found in report.findings]


@pytest.mark.parametrize("path", DEFECTIVE, ids=name)
def test_finds_nothing_else_in_a_defective_example(path: Path) -> None:
    """Every error and warning speaks of a defect that was planted."""
    table = expected(path)
    planted = {finding["code"] for finding in table["finding"] + table.get("later", [])}

    assert [(code, quote) for code, quote in serious(lint_file(path)) if code not in planted] == []


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_quotes_of_an_example_stand_in_it(path: Path) -> None:
    """The characters that a table says were planted are there."""
    text = path.read_text(encoding="utf-8")
    table = expected(path)

    assert [f for f in table.get("finding", []) + table.get("later", []) if f["quote"] not in text] == []


def test_the_readme_names_every_example() -> None:
    """No example is without a line that says what it shows."""
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")

    assert [name(path) for path in TEXTS if f"{name(path)}.txt" not in readme] == []
