"""Suppressions: which findings they accept and which of them are unused."""

from __future__ import annotations

import pytest

from report_lint.report import Finding, Point, Range
from report_lint.suppress import Suppression, Verdict, speaks_of, suppress


def _finding(code: str, quote: str) -> Finding:
    return Finding(
        code=code,
        name="some-defect",
        severity="warning",
        message="…",
        range=Range(start=Point(offset=0, line=1, column=1), end=Point(offset=1, line=1, column=2)),
        quote=quote,
        fingerprint="f",
    )


ADOPTION = _finding("CIT006", "《收养法》")
MARRIAGE = _finding("CIT006", "《婚姻法》")
SLOGAN = _finding("CON003", "深入学习、认真贯彻，\n全面落实")


def accepted(verdict: Verdict) -> list[tuple[str, str, str | None]]:
    """Return the quotes that were accepted, by what and why."""
    return [(one.quote, one.suppressed_by, one.reason) for one in verdict.suppressed]


def test_a_suppression_accepts_the_findings_of_its_code_and_quote() -> None:
    """The other findings of the same code are kept."""
    rule = Suppression("CIT006", "引用历史情况", quote="《收养法》")

    verdict = suppress([ADOPTION, MARRIAGE, SLOGAN], [rule])

    assert accepted(verdict) == [(ADOPTION.quote, "config", "引用历史情况")]
    assert verdict.kept == (MARRIAGE, SLOGAN)
    assert verdict.unused == ()


def test_without_a_quote_every_finding_of_the_code_is_accepted() -> None:
    """A quote narrows a suppression, its absence does not."""
    verdict = suppress([ADOPTION, MARRIAGE, SLOGAN], [Suppression("CIT006", "本局不用")])

    assert [one.quote for one in verdict.suppressed] == [ADOPTION.quote, MARRIAGE.quote]


@pytest.mark.parametrize(
    ("quote", "accepted"),
    [
        ("深入学习、认真贯彻，\n全面落实", True),
        ("深入学习、认真贯彻，全面落实", True),
        ("深入学习 、认真贯彻,全面落实", True),
        ("深入学习…全面落实", True),
        ("…认真贯彻…", True),
        ("深入学习", False),
        ("深入学习…认真贯彻", False),
        ("深入学习.认真贯彻，全面落实", False),
    ],
)
def test_a_quote_matches_whole_blanks_apart(quote: str, *, accepted: bool) -> None:
    """Blanks, line breaks and width do not count, … stands for any text, nothing else does."""
    verdict = suppress([SLOGAN], [Suppression("CON003", "领导讲话原文", quote=quote)])

    assert accepted == bool(verdict.suppressed)


def test_one_that_accepts_nothing_is_unused() -> None:
    """The text was corrected and the suppression stayed behind."""
    rule = Suppression("CIT001", "地方文件", quote="《某县办法》")

    verdict = suppress([ADOPTION], [rule])

    assert verdict.kept == (ADOPTION,)
    assert verdict.unused == (rule,)


def test_two_that_accept_the_same_finding_are_both_used() -> None:
    """None of them is called unused because the other came first."""
    rules = [Suppression("CIT006", "一", quote="《收养法》"), Suppression("CIT006", "二")]

    assert suppress([ADOPTION], rules).unused == ()


def test_an_expired_one_accepts_nothing_and_is_unused() -> None:
    """Past its last day the finding comes back, and so does the question."""
    rule = Suppression("CIT006", "待修订", expired=True)

    verdict = suppress([ADOPTION], [rule])

    assert verdict.kept == (ADOPTION,)
    assert verdict.unused == (rule,)


def test_one_for_other_files_is_neither_used_nor_unused() -> None:
    """A suppression speaks only of the files of its pattern."""
    rule = Suppression("CIT006", "引用历史情况", file="民政局.docx")

    assert suppress([ADOPTION], [rule], "报告/司法局.docx").kept == (ADOPTION,)
    assert suppress([], [rule], "报告/司法局.docx").unused == ()
    assert suppress([ADOPTION], [rule], "报告/民政局.docx").kept == ()
    assert suppress([ADOPTION], [rule], None).kept == (ADOPTION,)


def test_one_that_may_speak_of_other_files_is_not_called_unused_here() -> None:
    """Whether another report of the run used it is not known to this one."""
    assert suppress([], [Suppression("CIT006", "…", shared=True)]).unused == ()


def test_one_for_a_rule_that_did_not_run_cannot_be_judged() -> None:
    """With --select STR a suppression of CIT006 is not unused."""
    rule = Suppression("CIT006", "…")

    assert suppress([], [rule], running={"STR001"}).unused == ()
    assert suppress([], [rule], running={"CIT006"}).unused == (rule,)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("报告.docx", "/home/县/报告.docx", True),
        ("报告.docx", "新报告.docx", False),
        ("./报告.docx", "报告.docx", True),
        ("2024/*.docx", "/资料/2024/民政局.docx", True),
        ("2024/*.docx", "/资料/2024/子/民政局.docx", False),
        ("2024/**/*.docx", "/资料/2024/子/民政局.docx", True),
        ("2024/**/*.docx", "/资料/2024/民政局.docx", True),
        ("2024/**", "/资料/2024/子/民政局.docx", True),
        ("20?4/a.txt", "2024/a.txt", True),
        ("2024\\a.txt", "C:\\资料\\2024\\a.txt", True),
        ("a.txt", "aXtxt", False),
        ("(1).txt", "报告(1).txt", False),
        ("报告(1).txt", "报告(1).txt", True),
    ],
)
def test_file_patterns(pattern: str, path: str, *, expected: bool) -> None:
    """A pattern is compared with the end of a path, from a folder on."""
    assert expected == speaks_of(pattern, path)
