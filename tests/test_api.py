"""What a developer imports: easy slips are forgiven or named, and fixes can be applied without the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

import report_lint
from report_lint import PackError, UsageError, apply_fixes, lint_text, load_ruleset, read_path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "examples" / "county-bureau-2023-defects.txt").read_text(encoding="utf-8")


def test_a_string_selects_one_code_or_prefix() -> None:
    """A string is a sequence of letters to Python; to a caller it is a code."""
    assert lint_text(TEXT, select=["CIT"]).findings == lint_text(TEXT, select="CIT").findings
    assert lint_text(TEXT, ignore=["FRM"]).findings == lint_text(TEXT, ignore="FRM").findings


def test_packs_are_named_by_a_string_a_path_or_several() -> None:
    """A string may be a built-in name, a Path is always a folder."""
    own = Path(ROOT / "examples" / "packs" / "lanchuan")

    assert load_ruleset(["national"]) is load_ruleset("national")
    assert load_ruleset([str(own)]) is load_ruleset(own)
    with pytest.raises(PackError, match=r"national 里没有 pack\.toml"):
        load_ruleset(Path("national"))


def test_last_years_report_is_a_text_not_a_path() -> None:
    """A Path for the text of last year's report is refused in one sentence."""
    with pytest.raises(UsageError, match=r"previous 是 .*Path，应为"):
        lint_text(TEXT, previous=Path("去年.docx"))  # type: ignore[arg-type]


def test_a_file_is_read_by_its_name() -> None:
    """The offsets of a Word file's findings count in the text that this gives."""
    name = ROOT / "examples" / "county-bureau-2025.typed.docx"

    assert read_path(name) == read_path(str(name))


def test_safe_fixes_are_applied_to_the_text() -> None:
    """What was fixed is not found again, and what needs a look is left unless asked for."""
    found = lint_text(TEXT).findings
    safe = {one.code for one in found if one.fix is not None and one.fix.safety == "safe"}

    fixed = apply_fixes(TEXT, found)

    assert safe
    assert safe & {one.code for one in lint_text(fixed).findings} == set()
    assert "《中华人民共和国地下水管理条例》" not in fixed
    assert "重大任务亲自督导" in fixed
    assert "重大任务亲自督导" not in apply_fixes(TEXT, found, unsafe=True)


def test_a_text_without_findings_stays() -> None:
    """Nothing to fix changes nothing."""
    assert apply_fixes(TEXT, ()) == TEXT


def test_the_types_of_every_field_can_be_imported() -> None:
    """Whoever annotates a variable finds the name of its type at the top."""
    models = {
        one.__name__
        for one in vars(report_lint.report).values()  # type: ignore[attr-defined]
        if isinstance(one, type) and issubclass(one, report_lint.report.Model)  # type: ignore[attr-defined]
    }

    assert models - {"Model"} <= set(report_lint.__all__)
