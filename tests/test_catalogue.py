"""What holds for the whole set of rules: grades of severity, and safe fixes that settle what they fix."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from report_lint import lint_text, load_ruleset

if TYPE_CHECKING:
    from report_lint.report import Finding, LintReport
    from report_lint.ruleset import RuleTable

RULES = [rule.table for rule in load_ruleset().rules if not rule.code.startswith("INT")]
BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def safe(finding: Finding) -> bool:
    """Return whether a finding has a fix that may be applied unread."""
    return finding.fix is not None and finding.fix.safety == "safe"


def fixed(report: LintReport, text: str) -> str:
    """Return the text with every safe fix applied, from the end so that offsets hold."""
    edits = {
        (edit.range.start.offset, edit.range.end.offset, edit.text)
        for finding in report.findings
        if safe(finding) and finding.fix
        for edit in finding.fix.edits
    }
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_variant_rests_on_some_of_the_rules_authorities(rule: RuleTable) -> None:
    """It names them in the rule's words, or a finding would come without any."""
    strange = [basis for variant in rule.variants.values() for basis in variant.basis if basis not in rule.basis]

    assert strange == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.severity == "error"], ids=lambda rule: rule.code)
def test_practice_alone_is_never_an_error(rule: object) -> None:
    """An error rests on a norm or a fact: not every basis of its rule is drafting practice."""
    bases = rule.basis  # type: ignore[attr-defined]

    assert [one for one in bases if not str(one).startswith("惯")]


# What may be an error: it departs from a written norm or is certainly false. Whoever adds to these has a norm for it.
ERRORS = {
    *("STR001", "STR002", "STR003", "STR004", "STR012 partless", "STR012 unrelated"),
    *("CIT006", "CIT007", "CIT011", "CIT014", "CIT014 years"),
    *("FRM004", "FRM016", "CON013", "WRD001", "WRD002"),
    *("TIM001", "TIM001 title", "TIM001 opening", "TIM002", "TIM003", "TIM007", "TIM012", "TIM015"),
}


def test_nothing_else_is_an_error() -> None:
    """Every rule and every wording of it that is graded an error is one of those that rest on a norm or a fact."""
    graded = {rule.code for rule in RULES if rule.severity == "error"}
    for rule in RULES:
        graded |= {
            f"{rule.code} {name}" for name, told in rule.variants.items() if (told.severity or rule.severity) == "error"
        }

    assert graded == ERRORS


HEAD = "{number}\n\n云岭县水利局2024年度法治政府建设情况报告\n\n{recipient}\n\n"
BODY = "{first}加强学法，举办培训6期。\n\n{second}规范执法,开展检查30次。\n\n"
SIGNED = "云岭县水利局\n2025年01月09日\n"
FORM = {"number": "云水[25]第02号", "recipient": "县委,县政府:", "first": "（一）、", "second": "（二）、"}
ORDER = ("off", "info", "warning", "error")


@pytest.mark.parametrize("code", ["FRM004", "FRM005", "FRM007", "FRM011", "FRM015", "WRD005"])
def test_form_counts_for_less_where_the_copy_is_not_known(code: str) -> None:
    """What is a fault of form in a copy that was submitted is one grade lower where nobody knows what copy it is."""
    written = FORM | {"number": "云水〔25〕第02号"} if code == "FRM005" else FORM
    submitted = _worst((HEAD + BODY + SIGNED).format(**written), code)
    unknown = _worst((HEAD.replace("{recipient}", "") + BODY).format(**written), code)

    assert ORDER.index(unknown) <= ORDER.index(submitted) - 1


def _worst(text: str, code: str) -> str:
    found = [finding.severity for finding in lint_text(text, select=[code]).findings]
    return max(found, key=ORDER.index, default="off")


def test_safe_fixes_settle_what_they_fix_and_raise_nothing() -> None:
    """A planted report, linted again after its safe fixes, has none of the fixed findings and no new one."""
    wrong = {plant.name: left for plant in _plants() if (left := _left(plant.text))}

    assert wrong == {}


def _plants() -> Any:  # noqa: ANN401  the plants of a module loaded by its path
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import planting  # noqa: PLC0415

        return planting.read_plants()
    finally:
        sys.path.remove(str(BENCHMARKS))


def _left(text: str) -> list[str]:
    report = lint_text(text)
    settled = {one.code for one in report.findings if safe(one)}
    if not settled:
        return []
    again = lint_text(fixed(report, text))
    before, after = (Counter(one.code for one in found.findings) for found in (report, again))
    return sorted({*(after - before), *(one.code for one in again.findings if one.code in settled and safe(one))})
