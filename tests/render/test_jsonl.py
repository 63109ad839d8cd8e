"""One finding a line."""

from __future__ import annotations

import json
from typing import Any

from built import BARE, FINDINGS, REPORT, TEXT, UNREADABLE, output, place, single

from report_lint.render import jsonl
from report_lint.report import Finding, LintReport


def lines(*reports: LintReport) -> list[dict[str, Any]]:
    """Return the parsed lines of a run."""
    return [json.loads(line) for line in jsonl.render(output(*reports)).splitlines()]


def test_a_line_is_a_finding_and_its_path() -> None:
    """Nothing of the finding is lost; standard input has no path."""
    unnamed = BARE.model_copy(update={"findings": FINDINGS[:1]})

    found = lines(REPORT, unnamed)

    assert [REPORT.path] * 3 + [None] == [line.pop("path") for line in found]
    assert [*FINDINGS, FINDINGS[0]] == [Finding.model_validate(line) for line in found]


def test_an_input_that_cannot_be_read_has_a_line() -> None:
    """A batch of files must not lose one in silence."""
    assert [{"path": UNREADABLE.path, "error": {"kind": "unsupported", "message": UNREADABLE.message}}] == [
        json.loads(line) for line in jsonl.render(output(errors=(UNREADABLE,))).splitlines()
    ]


def test_a_line_stays_a_line() -> None:
    """Line ends of any kind inside a quote are escaped."""
    run, _ = single(TEXT, place(TEXT, "还存在"), quote="甲\n乙\u2028丙\x85丁\x1b[31m\u202e\ud800")

    text = jsonl.render(run)

    assert 1 == len(text.splitlines())
    assert "甲\n乙\u2028丙\x85丁\x1b[31m\u202e\ufffd" == json.loads(text)["quote"]
    assert text.isprintable() or text[:-1].isprintable()
