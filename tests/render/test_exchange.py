"""The formats of other programs: valid by their own schema or parser, and all of them say the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import parsed
import pytest
from built import CLEAN, FINDINGS, REPORT, SOURCES, TEXT, UNREADABLE, between, output, place, single, word_source
from junitparser import JUnitXml

from report_lint import load_ruleset
from report_lint.cli import main
from report_lint.errors import UsageError
from report_lint.render.formats import Setting, rendered
from report_lint.report import Edit, Fix, LintReport, Suppressor
from report_lint.suppress import accepted
from report_lint.text import SourceText

if TYPE_CHECKING:
    from report_lint.config import OutputFormat
    from report_lint.report import LintOutput

EXAMPLES = Path(__file__).parents[2] / "examples"
FORMATS = sorted(parsed.PARSERS)
ENDLESS = ("concise", "full", "checkstyle")
SETTING = Setting(sources=SOURCES, rules=load_ruleset().rules)


def seen(chosen: str, text: str) -> list[parsed.Seen]:
    """Return what a format says was found."""
    return parsed.PARSERS[chosen](text)


def findings(report: LintReport) -> list[parsed.Seen]:
    """Return the findings of a report as the formats should say them."""
    return [
        parsed.Seen(
            report.path or "-",
            one.code,
            one.severity,
            (one.range.start.line, one.range.start.column),
            (one.range.end.line, one.range.end.column),
            one.message,
        )
        for one in report.findings
    ]


def without_ends(found: list[parsed.Seen]) -> list[parsed.Seen]:
    """Return findings as a format without ends says them."""
    return [parsed.Seen(**{**vars(one), "end": None}) for one in found]


class TestTheSameEverywhere:
    """One report through all formats: the same findings at the same places."""

    @pytest.mark.parametrize("name", ["county-bureau-2023-defects.txt", "township-2024-defects.txt"])
    @pytest.mark.parametrize("astral", ["", "𠮷"], ids=["BMP", "beyond"])
    def test_through_the_command(
        self, name: str, astral: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What each parser reads back is what the JSON says, columns in the same unit."""
        text = (EXAMPLES / name).read_text(encoding="utf-8").replace("根据", f"根据{astral}", 1)
        path = tmp_path / "报告, 2:3%.txt"
        path.write_text(astral + text, encoding="utf-8")
        printed = {}
        for chosen in FORMATS:
            main(["check", str(path), "--format", chosen, "--columns", "characters"])
            printed[chosen] = capsys.readouterr().out
        main(["check", str(path), "--format", "json", "--columns", "utf8"])
        in_bytes = seen("json", capsys.readouterr().out)

        expected = seen("json", printed["json"])
        assert len(expected) > 5
        for chosen in FORMATS:
            found = [_local(one) for one in seen(chosen, printed[chosen])]
            wanted = in_bytes if chosen == "rdjson" else expected
            assert (without_ends(wanted) if chosen in ENDLESS else wanted) == found, chosen

    @pytest.mark.parametrize("chosen", FORMATS)
    def test_several_reports(self, chosen: OutputFormat) -> None:
        """Each finding stands under the path of its own report."""
        other = REPORT.model_copy(update={"path": "报告/别 的.txt"})
        setting = Setting(sources={**SOURCES, "报告/别 的.txt": SourceText(TEXT)}, rules=SETTING.rules)

        text = rendered(chosen, output(REPORT, CLEAN, other), setting)

        expected = [one.path for report in (REPORT, other) for one in findings(report)]
        assert expected == [one.path for one in seen(chosen, text)]


@pytest.mark.parametrize("chosen", ["sarif", "github", "rdjson", "junit", "checkstyle"])
def test_a_message_in_a_word_file_names_the_paragraph(chosen: OutputFormat) -> None:
    """Who opens the file sees no lines."""
    report = REPORT.model_copy(update={"format": "docx"})
    setting = Setting(sources={report.path or "": word_source(TEXT)})

    found = seen(chosen, rendered(chosen, output(report), setting))

    numbers = [one.range.start.line * 3 for one in FINDINGS]
    expected = [f"第{number}段：{one.message}" for number, one in zip(numbers, FINDINGS, strict=True)]
    assert expected == [one.message for one in found]


def _local(one: parsed.Seen) -> parsed.Seen:
    return parsed.Seen(**{**vars(one), "path": one.path.removeprefix("file://")})


class TestSarif:
    """SARIF 2.1.0."""

    def log(self, run: LintOutput, setting: Setting = SETTING) -> dict[str, Any]:
        """Return the one run of a log that the published schema accepts."""
        return parsed.sarif_log(rendered("sarif", run, setting))["runs"][0]  # type: ignore[index,no-any-return]

    def test_tells_the_rules_that_found_something(self) -> None:
        """With title, reason, remedy and authority, without the braces of the remedy's template."""
        rules = self.log(output(REPORT))["tool"]["driver"]["rules"]

        assert ["CIT006", "STR006", "WRD005"] == [rule["id"] for rule in rules]
        assert "引用已废止的法律法规" == rules[0]["shortDescription"]["text"]
        assert "error" == rules[0]["defaultConfiguration"]["level"]
        assert "依据：" in rules[0]["help"]["text"]
        assert "{" not in rules[0]["help"]["text"]

    def test_a_region_counts_what_it_says(self) -> None:
        """Offsets are those of characters and are left out where columns count UTF-16 units."""
        text = "𠮷（ａｂｃ）"
        run, sources = single(text, place(text, "（ａｂｃ）"))

        plain = self.log(run, Setting(sources=sources))
        units = self.log(run, Setting(sources=sources, columns="utf16"))

        where = {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 7, "charOffset": 1, "charLength": 5}
        moved = {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 8}
        for log, kind, region in ((plain, "unicodeCodePoints", where), (units, "utf16CodeUnits", moved)):
            found = log["results"][0]["locations"][0]["physicalLocation"]["region"]
            assert {**region, "snippet": {"text": "（ａｂｃ）"}} == found
            assert kind == log["columnKind"]

    def test_a_fix_and_a_suppression(self) -> None:
        """A fix says what to delete and insert; an accepted finding is a suppressed result."""
        fix = Fix(title="改为（abc）", safety="safe", edits=(Edit(range=place(TEXT, "ａｂｃ"), text="abc"),))
        report = REPORT.model_copy(
            update={"findings": (FINDINGS[1].model_copy(update={"fix": fix}),), "suppressed": CLEAN.suppressed}
        )

        fixed, suppressed = self.log(output(report))["results"]

        change = fixed["fixes"][0]["artifactChanges"][0]
        region = change["replacements"][0]["deletedRegion"]
        assert "abc" == change["replacements"][0]["insertedContent"]["text"]
        assert "ａｂｃ" == TEXT[region["charOffset"] :][: region["charLength"]]
        assert fixed["locations"][0]["physicalLocation"]["artifactLocation"] == change["artifactLocation"]
        why = {"kind": "external", "status": "accepted", "justification": "引用历史文件"}
        assert [why] == suppressed["suppressions"]
        assert "suppressions" not in fixed

    @pytest.mark.parametrize(
        ("by", "reason", "kind", "justification"),
        [
            ("comment", "引用原文", "inSource", "引用原文"),
            ("config", "旧案\n未改", "external", "旧案 未改"),
            ("baseline", None, "external", "列在基线中"),
        ],
    )
    def test_what_accepted_a_finding(self, by: Suppressor, reason: str | None, kind: str, justification: str) -> None:
        """A comment stands in the source, a config and a baseline beside it; the reason is the justification."""
        report = REPORT.model_copy(update={"findings": (), "suppressed": (accepted(FINDINGS[0], by, reason),)})

        [why] = self.log(output(report))["results"][0]["suppressions"]

        assert {"kind": kind, "status": "accepted", "justification": justification} == why

    def test_a_word_file_has_no_fix_by_lines(self) -> None:
        """A program that applied it would break the file."""
        fix = Fix(title="", safety="safe", edits=(Edit(range=place(TEXT, "ａｂｃ"), text="abc"),))
        finding = FINDINGS[1].model_copy(update={"fix": fix})
        word = REPORT.model_copy(update={"format": "docx", "findings": (finding,)})

        assert "fixes" not in self.log(output(word))["results"][0]
        assert "suggestions" not in json.loads(rendered("rdjson", output(word), SETTING))["diagnostics"][0]

    def test_a_fingerprint_goes_with_each_result(self) -> None:
        """Services recognise a finding by it when lines move."""
        prints = [result["partialFingerprints"] for result in self.log(output(REPORT))["results"]]

        assert [{"reportLint/v1": one.fingerprint} for one in FINDINGS] == prints

    def test_an_input_that_cannot_be_read_is_a_failed_invocation(self) -> None:
        """So that an empty list of results is not taken for a clean one."""
        invocation = self.log(output(errors=(UNREADABLE,)))["invocations"][0]

        assert invocation["executionSuccessful"] is False
        assert [UNREADABLE.message] == [one["message"]["text"] for one in invocation["toolExecutionNotifications"]]

    def test_a_link_in_a_report_is_no_link_in_the_message(self) -> None:
        """SARIF makes links of [text](address)."""
        run, _ = single(TEXT, place(TEXT, "ａｂｃ"), message="“[点这里](http://a.example/)”")

        assert "“\\[点这里](http://a.example/)”" in self.log(run)["results"][0]["message"]["text"]

    def test_an_unknown_rule_is_named_all_the_same(self) -> None:
        """A library may render findings of rules it no longer has."""
        rules = self.log(output(REPORT), Setting())["tool"]["driver"]["rules"]

        assert {"id": "CIT006", "name": "citation-repealed"} == rules[0]


class TestGithub:
    """Workflow commands."""

    def test_a_place_of_several_lines_has_no_columns(self) -> None:
        """GitHub refuses columns there."""
        run, _ = single(TEXT, between(TEXT, 0, TEXT.index("全年")))

        [(_, properties, _)] = parsed.github_commands(rendered("github", run, SETTING))

        assert {"file", "line", "endLine", "title"} == set(properties)
        assert ("1", "4") == (properties["line"], properties["endLine"])

    def test_an_input_that_cannot_be_read(self) -> None:
        """It is an error without a line."""
        [command] = parsed.github_commands(rendered("github", output(errors=(UNREADABLE,)), SETTING))

        assert ("error", {"file": UNREADABLE.path, "title": "report-lint"}, UNREADABLE.message) == command


class TestRdjson:
    """The Reviewdog Diagnostic Format."""

    def result(self, run: LintOutput, setting: Setting) -> parsed.DiagnosticResult:
        """Return the parsed result."""
        return parsed.DiagnosticResult.model_validate_json(rendered("rdjson", run, setting))

    def test_a_suggestion_makes_all_edits_of_a_fix_at_once(self) -> None:
        """The bytes of its range replaced by its text give the text with all edits applied."""
        text = "甲𠮷（ａｂｃ）丙\n"
        edits = (Edit(range=place(text, "）"), text=")"), Edit(range=place(text, "（"), text="("))
        run, sources = single(text, place(text, "（ａｂｃ）"), fix=Fix(title="", safety="safe", edits=edits))

        [suggestion] = self.result(run, Setting(sources=sources)).diagnostics[0].suggestions

        start, end = suggestion.range.start, suggestion.range.end
        assert end
        line = text.encode()
        fixed = line[: (start.column or 0) - 1] + suggestion.text.encode() + line[(end.column or 0) - 1 :]
        assert "甲𠮷(ａｂｃ)丙\n" == fixed.decode()

    def test_without_the_text_there_are_no_columns(self) -> None:
        """Bytes are not guessed."""
        where = self.result(output(REPORT), Setting()).diagnostics[0].location.range

        assert where
        assert where.start.column is None

    def test_an_input_that_cannot_be_read(self) -> None:
        """It has a path and no range."""
        [one] = self.result(output(errors=(UNREADABLE,)), SETTING).diagnostics

        assert (UNREADABLE.path, None, "ERROR") == (one.location.path, one.location.range, one.severity)


class TestJunit:
    """JUnit XML."""

    @pytest.mark.parametrize(("fail_on", "failures"), [("error", 1), ("warning", 2), ("info", 3), ("never", 0)])
    def test_fails_by_the_same_level_as_the_exit_code(self, fail_on: Any, failures: int) -> None:  # noqa: ANN401
        """The other findings are skipped cases, so that they are seen."""
        text = rendered("junit", output(REPORT, CLEAN, errors=(UNREADABLE,)), Setting(fail_on=fail_on))

        read = JUnitXml.fromstring(text.encode())
        declared = (read.tests, read.failures, read.errors, read.skipped)
        read.update_statistics()
        assert (5, failures, 1, 3 - failures) == declared
        assert declared == (read.tests, read.failures, read.errors, read.skipped)

    def test_a_clean_report_is_a_case_that_passed(self) -> None:
        """And says what was checked."""
        text = rendered("junit", output(CLEAN), Setting())

        [suite] = JUnitXml.fromstring(text.encode())
        assert [True] == [case.is_passed for case in suite]
        assert "<system-out>已检查：规则 3 条" in text


class TestCheckstyle:
    """Checkstyle XML."""

    def test_an_input_that_cannot_be_read(self) -> None:
        """It is an error in its first line, as the format knows no other."""
        text = rendered("checkstyle", output(errors=(UNREADABLE,)), Setting())

        assert (
            f'<error line="1" severity="error" message="{UNREADABLE.message}" source="report-lint.unsupported"' in text
        )


@pytest.mark.parametrize(("chosen", "columns"), [("sarif", "utf8"), ("rdjson", "utf16")])
def test_a_format_that_defines_its_columns_refuses_others(chosen: OutputFormat, columns: Any) -> None:  # noqa: ANN401
    """Wrong columns in silence would be worse."""
    with pytest.raises(UsageError, match=f"{chosen} 格式规定了列号的数法，不能用 --columns {columns}"):
        rendered(chosen, output(REPORT), Setting(columns=columns))
