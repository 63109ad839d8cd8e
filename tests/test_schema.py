"""Every JSON output is valid by the schema that the program prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from report_lint.cli import main

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

EXAMPLES = Path(__file__).parent.parent / "examples"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:  # noqa: ANN401
    """Return what a call prints, as JSON."""
    main(list(arguments))
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def validator(capsys: pytest.CaptureFixture[str]) -> Validator:
    """Return a validator of the printed schema."""
    schema = printed(capsys, "schema")
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def test_says_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """The dialect and the version stand in it."""
    schema = printed(capsys, "schema")

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "report-lint 1.0"
    assert "copy" in schema["$defs"]["LintReport"]["properties"]


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_the_output_of_every_example_is_valid(
    path: Path, validator: Validator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reports, other documents and files that cannot be read alike."""
    validator.validate(printed(capsys, "check", str(path), "--format", "json"))


def test_errors_and_no_reports_are_valid_too(validator: Validator, capsys: pytest.CaptureFixture[str]) -> None:
    """An output without a report is still the object."""
    output = printed(capsys, "check", "none.txt", "--format", "json")

    validator.validate(output)
    assert output["errors"][0]["kind"] == "missing"


def test_a_changed_output_is_not_valid(validator: Validator, capsys: pytest.CaptureFixture[str]) -> None:
    """The schema does refuse what is no output."""
    output = printed(capsys, "check", str(EXAMPLES), "--format", "json")
    output["reports"][0]["extra"] = 1

    assert not validator.is_valid(output)
