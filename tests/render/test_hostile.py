"""A report that wants to break what shows it: every format stays valid and harmless."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import parsed
import pytest
from built import BARE, TEXT, UNREADABLE, finding, output, place
from hypothesis import given
from hypothesis import strategies as st

from report_lint.cli import main
from report_lint.config import OutputFormat
from report_lint.render.formats import Setting, rendered
from report_lint.report import Basis, DocumentFacts, Edit, Fix
from report_lint.suppress import accepted
from report_lint.text import SourceText

if TYPE_CHECKING:
    from report_lint.report import LintOutput

EXAMPLES = Path(__file__).parents[2] / "examples"
FORMATS: tuple[OutputFormat, ...] = get_args(OutputFormat)
# Controls, marks of direction, line ends that only some programs know, halves of characters.
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
HOSTILE = {
    "markup": "<script>alert(1)</script><!-- --><img src=x onerror=alert(1)>",
    "end of CDATA": "]]>]]&gt;<![CDATA[&amp;&#0;",
    "workflow command": "甲\n::error file=a::b\r\n::stop-commands::x",
    "escaped workflow command": "%0A::error::x%250A%0D,title=x:y",
    "terminal": "\x1b[31m\x1b]0;title\x07\x1b[2J\x9b31m\r",
    "direction": "\u202e甲乙\u2066丙\u200f",
    "half a character": "甲\ud83d乙\udc4d\udcff",
    "controls": "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029\ufffe\uffff\x00",
    "template": "{0} {{}} ${{ secrets.X }} %s $(id) `id` '; --",
    "a link": "[点这里](http://a.example/) ![x](data:text/html,x)",
    "nothing": " \u3000",
}


def run(hostile: str) -> tuple[LintOutput, Setting]:
    """Return a run in which all that comes from outside is hostile."""
    text = f"甲{hostile}乙\n{TEXT}"
    where = place(text, f"甲{hostile}乙")
    found = finding(
        text, hostile, message=f"“{hostile}”", help=hostile, where=where, basis=(Basis(grade="法", text=hostile),)
    ).model_copy(
        update={"section": hostile, "fix": Fix(title=hostile, safety="safe", edits=(Edit(range=where, text=hostile),))}
    )
    facts = DocumentFacts(title=hostile, issuer=hostile, recipient=hostile, signed_by=hostile, document_number=hostile)
    report = BARE.model_copy(
        update={
            "path": f"{hostile}.txt",
            "document": facts,
            "findings": (found,),
            "suppressed": (accepted(found, "config", hostile),),
        }
    )
    error = UNREADABLE.model_copy(update={"path": hostile, "message": hostile})
    source = SourceText(text, path=report.path)
    return output(report, errors=(error,)), Setting(sources={f"{hostile}.txt": source})


def found_steering(chosen: OutputFormat, text: str) -> re.Match[str] | None:
    """Return the first character that steers a reader's screen; a tab in a page is a blank."""
    return STEERING.search(text.replace("\t", " ") if chosen == "html" else text)


def check(chosen: OutputFormat, text: str) -> None:
    """Fail when a format is broken or holds what steers a reader's screen."""
    steering = found_steering(chosen, text)
    assert steering is None, f"{steering} in {chosen}"
    text.encode()
    if chosen == "github":
        assert 2 == len(parsed.github_commands(text))
    elif chosen == "sarif":
        assert 2 == len(parsed.sarif_log(text)["runs"][0]["results"])  # type: ignore[index]
    elif chosen == "rdjson":
        assert 2 == len(parsed.DiagnosticResult.model_validate_json(text).diagnostics)
    elif chosen == "jsonl":
        assert 2 == len(text.splitlines())
    elif chosen == "checkstyle":
        assert 2 == text.count("<error ")
    elif chosen in parsed.PARSERS and chosen != "concise":
        assert 1 <= len(parsed.PARSERS[chosen](text))


@pytest.mark.parametrize("chosen", FORMATS)
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_every_format_stays_valid(chosen: OutputFormat, hostile: str) -> None:
    """Whatever the report, its name and the messages hold."""
    check(chosen, rendered(chosen, *run(hostile)))


@given(st.text(st.characters() | st.sampled_from("\ud800\udfff\x00\x1b\u202e\x85\uffff]>&<%:,\r\n[("), max_size=20))
def test_every_format_survives_any_text(hostile: str) -> None:
    """Random characters, halves of characters among them."""
    for chosen in FORMATS:
        check(chosen, rendered(chosen, *run(hostile)))


def test_markup_is_escaped_where_it_would_be_markup() -> None:
    """A viewer of XML shows the words."""
    for chosen in ("junit", "checkstyle"):
        assert "<script" not in rendered(chosen, *run(HOSTILE["markup"]))  # type: ignore[arg-type]


@pytest.mark.parametrize("chosen", FORMATS)
def test_a_hostile_file_through_the_command(
    chosen: OutputFormat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The text reaches the formats by quotes, headings and unknown titles."""
    monkeypatch.chdir(tmp_path)
    body = "\n".join(f"学习《中华人民共和国{words}条例》{words}。" for words in HOSTILE.values())
    report = (EXAMPLES / "county-bureau-2023-defects.txt").read_text(encoding="utf-8")
    text = f"{report}六、主要举措{body}\n{body}\n"
    Path("a.txt").write_bytes(text.replace("\x00", "").encode("utf-8", "replace"))  # a NUL is no text file

    code = main(["check", "a.txt", "--format", chosen])

    printed = capsys.readouterr().out
    assert code == 1
    assert found_steering(chosen, printed) is None
    if chosen in parsed.PARSERS and chosen != "github":
        assert len(parsed.PARSERS[chosen](printed)) > 10
    if chosen == "github":
        assert len(parsed.github_commands(printed)) > 10
