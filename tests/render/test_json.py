"""The JSON output: one object, whole, whatever characters are in it."""

from __future__ import annotations

import json as stdlib

import pytest
from built import BARE, CLEAN, REPORT, TEXT, UNREADABLE, output, place, single

from report_lint.render import json
from report_lint.report import LintOutput


@pytest.mark.parametrize("reports", [(), (REPORT,), (REPORT, CLEAN, BARE)])
def test_the_output_can_be_read_back(reports: tuple[object, ...]) -> None:
    """Nothing is lost on the way through JSON."""
    run = output(*reports, errors=(UNREADABLE,))  # type: ignore[arg-type]

    assert LintOutput.model_validate_json(json.render(run)) == run


def test_chinese_is_written_as_it_is() -> None:
    """A person can read the file, and `copy` has the contract's name."""
    text = json.render(output(REPORT))

    assert '"title": "临溪县民政局2023年法治政府建设年度报告"' in text
    assert '"copy": "submitted"' in text
    assert text.endswith("}\n")


def test_half_a_character_cannot_break_it() -> None:
    """A lone surrogate has no UTF-8; it is replaced one for one, so that offsets still hold."""
    run, _ = single(TEXT, place(TEXT, "还存在"), message="“\ud83d”混入", quote="\udcff")

    text = json.render(run)

    values = stdlib.loads(text.encode())
    assert values["reports"][0]["findings"][0]["message"] == "“\ufffd”混入"
    assert values["reports"][0]["findings"][0]["quote"] == "\ufffd"
    assert values["reports"][0]["document"]["signed_on"] == "2024-01-09"


def test_both_ways_of_writing_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow way differs in nothing but the replaced halves."""
    expected = json.render(output(REPORT))

    def refuse(*_: object, **__: object) -> str:
        raise json.PydanticSerializationError("")

    monkeypatch.setattr(LintOutput, "model_dump_json", refuse)

    assert expected == json.render(output(REPORT))


def test_nothing_in_it_steers_a_terminal() -> None:
    """Controls and marks of direction are escaped, and read back as they were."""
    quote = "甲\x1b[2J\x9b31m\u202e乙\u2066\x7f"
    run, _ = single(TEXT, place(TEXT, "还存在"), quote=quote)

    text = json.render(run)

    assert quote == stdlib.loads(text)["reports"][0]["findings"][0]["quote"]
    assert all(line.isprintable() for line in text.split("\n"))
