"""The linter: which rules run, which finding speaks, how bad it is, and what the report says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Never

import pytest

from report_lint import ReadError, SourceText, UsageError, lint, lint_file, lint_text, load_ruleset
from report_lint.checks.problem import CheckKind, Problem
from report_lint.hits import Hit, without_silenced
from report_lint.parsing import parse
from report_lint.ruleset import PrecedenceTable, lower
from report_lint.text import Span

if TYPE_CHECKING:
    from report_lint import LintReport
    from report_lint.document import Document
    from report_lint.ruleset import Ruleset

TITLE = "青岚县水务局关于2024年度法治政府建设情况的报告\n\n"
ACH = "一、主要举措和成效\n\n开展执法巡查40次，学习《中华人民共和国地名管理条例》。\n\n"
GAP = "二、存在的不足和原因\n\n执法力量不足，原因是编制少。\n\n"
PLAN = "三、2025年工作安排\n\n开展案卷评查2次。\n\n"
SIGNED = "青岚县水务局\n2025年1月15日\n"


def codes(report: LintReport) -> set[str]:
    """Return the codes of the findings."""
    return {finding.code for finding in report.findings}


class TestPrecedence:
    """One defect, one finding."""

    def test_a_missing_part_says_all(self) -> None:
        """Where nothing is said of the head, no rule about the head's duties speaks."""
        found = codes(lint_text(TITLE + ACH + GAP + PLAN))

        assert "STR003" in found
        assert not {code for code in found if code.startswith("FRP")}

    def test_another_kind_of_document_gets_one_finding(self) -> None:
        """Its parts are not missed one by one."""
        report = lint_text("青岚县水务局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n主动公开信息320条。\n")

        assert {"STR012"} == codes(report)

    def test_a_cover_letter_gets_one_finding(self) -> None:
        """Nor are those of a report that is attached."""
        report = lint_text("关于报送2024年法治政府建设报告的函\n\n县司法局：\n\n现报送你们，请审阅。\n\n附件：报告\n")

        assert {"STR013"} == codes(report)

    def test_it_holds_for_rules_that_are_not_selected(self) -> None:
        """A selected rule does not speak of a defect that belongs to another one."""
        text = "关于报送2024年法治政府建设报告的函\n\n县司法局：\n\n现报送你们，请审阅。\n\n附件：报告\n"

        assert not codes(lint_text(text, select=["STR002"]))
        assert "STR002" in codes(lint_text(text, select=["STR002"], ignore=["STR012", "STR013"]))

    @pytest.mark.parametrize(("scope", "left"), [("document", 1), ("part", 2), ("span", 3)])
    def test_the_scope_says_how_far_it_reaches(self, scope: str, left: int) -> None:
        """The whole document, the same part, or the same place."""
        ruleset = load_ruleset()
        document = parsed(TITLE + ACH + GAP + PLAN)
        gap = document.part("shortcomings").own[0].span
        plan = document.part("plan").own[0].span
        speaking, quiet = ruleset.rule("STR009"), ruleset.rule("STR010")
        assert speaking is not None
        assert quiet is not None
        hits = [
            Hit(speaking, problem_at(gap.start, 4), "warning"),
            Hit(quiet, problem_at(gap.start + 6, 2), "info"),
            Hit(quiet, problem_at(plan.start, 2), "info"),
        ]
        row = PrecedenceTable.model_validate({"when": "STR009", "silences": ["STR010"], "scope": scope})

        assert left == len(without_silenced(hits, [row], document))

    def test_an_order_lets_the_first_speak(self) -> None:
        """Of several rules on one place the first of the list is left."""
        ruleset = load_ruleset()
        rules = [rule for code in ("CIT001", "CIT006", "CIT002") if (rule := ruleset.rule(code)) is not None]
        hits = [Hit(rule, problem_at(3, 5), "warning") for rule in rules]
        row = PrecedenceTable.model_validate({"order": ["CIT002", "CIT006", "CIT001"], "scope": "span"})

        left = without_silenced(hits, [row], parsed(TITLE + ACH))

        assert ["CIT002"] == [hit.rule.code for hit in left]


def parsed(text: str) -> Document:
    """Return the parsed text."""
    return parse(SourceText(text), load_ruleset().vocabulary)


def problem_at(start: int, length: int) -> Problem:
    """Return a problem at a place."""
    return Problem(Span(start, start + length))


class TestCrash:
    """A rule that raises is not fatal."""

    @staticmethod
    def ruleset() -> Ruleset:
        """Return the rules, CIT002 of which raises."""

        def raises(_params: object, _document: object) -> Never:
            raise ZeroDivisionError("除以零")

        ruleset = load_ruleset()
        rules = tuple(
            replace(rule, kind=CheckKind("raises", rule.kind.params, raises)) if rule.code == "CIT002" else rule
            for rule in ruleset.rules
        )
        return replace(ruleset, rules=rules)

    def test_it_is_named_and_the_others_run(self) -> None:
        """INT001 names the rule and the reason; STR003 still speaks."""
        report = lint_text(TITLE + ACH + GAP + PLAN, ruleset=self.ruleset())

        crashed = [finding for finding in report.findings if finding.code == "INT001"]
        assert ["规则 CIT002 运行时出错，没有检查：ZeroDivisionError 除以零"] == [one.message for one in crashed]
        assert "STR003" in codes(report)

    def test_it_is_told_even_when_other_rules_are_selected(self) -> None:
        """What the tool says of itself is always shown."""
        assert "INT001" in codes(lint_text(TITLE + ACH, ruleset=self.ruleset(), select=["CIT"]))


class TestSeverity:
    """How bad a finding is depends on the copy and on the user, never on more."""

    def test_a_part_missing_from_a_published_copy_is_a_warning(self) -> None:
        """Published copies are often abridged."""
        text = f"索引号：1234\n来源：本站 发布时间：2025-03-28 浏览次数：12\n{TITLE}{ACH}{PLAN}"

        severities = {finding.code: finding.severity for finding in lint_text(text).findings}

        assert "warning" == severities["STR002"]

    def test_a_province_is_not_held_to_the_headings(self) -> None:
        """A province's report closes with one sentence on shortcomings; nothing at all is a warning."""
        report = lint_text(TITLE + ACH + PLAN, profile="government/province")

        assert ["warning"] == [finding.severity for finding in report.findings if finding.code == "STR002"]

    def test_a_damaged_text_gets_no_error(self) -> None:
        """What was not read whole may have held the part; INT003 says so."""
        source = SourceText(TITLE + ACH + PLAN, damage=("第3行有无法识别的字符",))

        report = lint(source)

        assert 0 == report.summary.error
        assert {"INT003", "STR002"} <= codes(report)

    def test_an_override_wins(self) -> None:
        """The longest selector that names the rule decides."""
        report = lint_text(TITLE + ACH + PLAN, severity={"STR": "info", "STR002": "warning"})

        severities = {finding.code: finding.severity for finding in report.findings}
        assert ("warning", "info") == (severities["STR002"], severities["STR003"])

    @pytest.mark.parametrize(
        ("one", "other", "milder"),
        [
            ("error", "warning", "warning"),
            ("info", "warning", "info"),
            ("off", "error", "off"),
            ("info", "info", "info"),
        ],
    )
    def test_the_milder_of_two(self, one: str, other: str, milder: str) -> None:
        """Conditions only ever lower a severity."""
        assert milder == lower(one, other)  # type: ignore[arg-type]


class TestSelection:
    """Which rules run."""

    def test_ignored_rules_do_not_run(self) -> None:
        """By code or by prefix."""
        assert "CIT002" not in codes(lint_text(TITLE + ACH, ignore=["CIT002"]))
        assert not {code for code in codes(lint_text(TITLE + ACH, ignore=["STR"])) if code.startswith("STR")}

    def test_the_report_says_which_rules_ran(self) -> None:
        """Those that bind this report and were not left out, and up to which day facts are known."""
        report = lint_text(TITLE + ACH, ignore=["CIT"])

        assert "STR001" in report.checked.rules
        assert not [code for code in report.checked.rules if code.startswith(("CIT", "INT"))]
        assert date(2026, 9, 23) == report.checked.facts_until

    def test_rules_of_the_norm_do_not_bind_reports_before_it(self) -> None:
        """The five parts are asked for from report year 2019 on."""
        early = TITLE.replace("2024", "2017") + ACH + SIGNED.replace("2025", "2018")

        assert not {"STR002", "STR003"} & codes(lint_text(early))

    @pytest.mark.parametrize(
        "options",
        [
            {"select": ["STR999"]},
            {"ignore": ["XYZ"]},
            {"severity": {"STR002": "fatal"}},
            {"profile": "ministry"},
            {"profile": "department/village"},
        ],
    )
    def test_what_is_not_known_is_an_error(self, options: dict[str, object]) -> None:
        """A mistyped code would otherwise check nothing and say nothing."""
        with pytest.raises(UsageError):
            lint_text(TITLE + ACH, **options)  # type: ignore[arg-type]


class TestInput:
    """What cannot be checked is said in one sentence."""

    def test_a_file_that_is_not_there_is_named(self) -> None:
        """The path stands in the message."""
        with pytest.raises(ReadError, match=r"nowhere\.txt"):
            lint_file("nowhere.txt")

    def test_a_day_in_words_is_refused(self) -> None:
        """A string is no date."""
        with pytest.raises(UsageError, match=r"datetime\.date"):
            lint_text(TITLE, as_of="2026-01-09")  # type: ignore[arg-type]


class TestReport:
    """What the report says of itself and of its findings."""

    def test_the_profile_given_wins_over_the_text(self) -> None:
        """An unknown half is filled from the text."""
        assert "government/county" == lint_text(TITLE + ACH, profile="government").profile

    def test_laws_are_judged_by_the_day_given(self) -> None:
        """Else by the signing day."""
        text = TITLE + ACH.replace("地名管理条例", "合同法") + GAP + PLAN + SIGNED
        by_signing, by_day = lint_text(text), lint_text(text, as_of=date(2019, 3, 1))

        statuses = [one.citations[0].instrument for one in (by_signing, by_day)]
        assert ["repealed", "in_force"] == [one.status_on_date for one in statuses if one is not None]

    def test_a_fingerprint_survives_edits_elsewhere(self) -> None:
        """Lines moved and other findings added leave it alone; two equal places differ."""
        text = TITLE + ACH + GAP + PLAN
        before = lint_text(text, select=["CIT002"]).findings
        after = lint_text("县委、县政府：\n\n" + text.replace("开展执法", "全年开展执法"), select=["CIT002"]).findings
        twice = lint_text(text.replace("》。", "》《中华人民共和国地名管理条例》。"), select=["CIT002"]).findings

        assert before[0].fingerprint == after[0].fingerprint
        assert 2 == len({finding.fingerprint for finding in twice})

    def test_the_checklist_names_the_findings_that_speak_of_a_part(self) -> None:
        """And has the five parts in the norm's order first."""
        report = lint_text(TITLE + ACH + GAP + PLAN)

        parts = [item for item in report.checklist if item.group == "structure"]
        expected = ["achievements", "shortcomings", "first-responsible", "plan", "other"]
        assert [f"part.{part}" for part in expected] == [item.id for item in parts]
        assert ("STR003",) == parts[2].codes
        assert "missing" == parts[2].status

    def test_a_safe_fix_mends_the_finding(self) -> None:
        """Its edits, applied, give a text without it."""
        text = TITLE + ACH
        fix = lint_text(text, select=["CIT002"]).findings[0].fix
        assert fix is not None
        assert "safe" == fix.safety
        for edit in fix.edits:
            text = text[: edit.range.start.offset] + edit.text + text[edit.range.end.offset :]

        assert "《地名管理条例》" in text
        assert not lint_text(text, select=["CIT002"]).findings

    def test_it_is_frozen(self) -> None:
        """A report cannot be changed after the fact."""
        report = lint_text(TITLE + ACH)

        with pytest.raises(ValueError, match="frozen"):
            report.profile = "joint/township"  # type: ignore[misc]
