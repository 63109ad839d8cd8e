"""The JSON schema of what `--format json` prints."""

from __future__ import annotations

import json

from report_lint.report import SCHEMA_VERSION, LintOutput


def render() -> str:
    """Return the schema as JSON."""
    schema = LintOutput.model_json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"report-lint {SCHEMA_VERSION}"}
    return json.dumps({**schema, **head}, ensure_ascii=False, indent=2) + "\n"
