"""The rules about citations: how bad a problem is, what is proposed, and silence over everything that is right."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from report_lint import lint_text
from report_lint.document import Cover, Days, Document, ReportYear
from report_lint.packs import load_ruleset, rules_folder
from report_lint.parsing.citations import find_citations
from report_lint.register import PREFIX, key
from report_lint.text import SourceText, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.instruments import Instrument
    from report_lint.report import Finding
    from report_lint.vocabulary import Register

RULES = tuple(rule.code for rule in load_ruleset().rules if rule.code.startswith("CIT"))


def _register() -> Register:
    register = load_ruleset().vocabulary.register
    assert register is not None
    return register


def _findings(text: str, code: str, as_of: date | None = None) -> tuple[Finding, ...]:
    return lint_text(text, select=[code], as_of=as_of).findings


def _report(sentence: str, year: int = 2024) -> str:
    return f"云岭县{year}年法治政府建设情况的报告\n一、主要成效\n{sentence}\n云岭县人民政府\n{year + 1}年1月20日\n"


# ── the whole register ─────────────────────────────────────────────────────────────


def _day_in_force(instrument: Instrument) -> date:
    if instrument.repealed_on is not None:
        return instrument.repealed_on - timedelta(days=1)
    days = [version.effective or version.promulgated for version in instrument.versions]
    return max((day for day in days if day is not None), default=date(2024, 12, 31))


def _problems(sentence: str, day: date) -> Iterator[str]:
    """Yield the codes of the rules that find anything in a report of the day's year."""
    ruleset = load_ruleset()
    source, cover = SourceText(sentence), Cover(year=ReportYear(day.year, "sure"))
    document = Document(
        source=source,
        cover=cover,
        sections=(),
        parts=(),
        citations=find_citations(source, cover, ruleset.vocabulary, Days(day, day)),
        folded=fold(sentence),
        days=Days(day, day),
        vocabulary=ruleset.vocabulary,
    )
    for code in RULES:
        rule = ruleset.rule(code)
        assert rule is not None
        yield from (code for _ in rule.kind.run(rule.params, document))


@pytest.mark.parametrize("sentence", ["全年学习宣传《{}》。", "根据《{}》处罚3件。"])
def test_no_instrument_is_reported_under_its_own_title_while_it_is_in_force(sentence: str) -> None:
    """Every title of the register, in full and in its short form, gives no finding on a day it is in force."""
    wrong = []
    register = _register()
    for title in register.titles():
        instrument = register.find(title)
        assert instrument is not None
        for written in {title, title.removeprefix(PREFIX), *instrument.aliases}:
            cited = written.replace("《", "〈").replace("》", "〉")
            found = list(_problems(sentence.format(cited), _day_in_force(instrument)))
            wrong += [(written, found)] if found else []

    assert wrong == []


def test_no_law_is_ever_told_that_its_prefix_is_wrong() -> None:
    """中华人民共和国 in front of a law, and of an act that has it, is never reported; dropping it neither."""
    register = _register()
    laws = [title for title in register.titles() if (one := register.find(title)) and one.kind == "law"]

    wrong = [title for title in laws if "CIT002" in _problems(f"《{PREFIX}{key(title)}》", date(2024, 12, 31))]

    assert len(laws) > 400
    assert wrong == []


def test_every_slip_of_the_closed_table_is_unknown_and_its_right_form_known() -> None:
    """A wrong name that is some instrument's title, or a remedy that is none, would be a wrong claim."""
    terms = tomllib.loads((rules_folder() / "national" / "citations.toml").read_text("utf-8"))["terms"]
    register = _register()

    known = [wrong for wrong in terms["slips"] if register.find(wrong) is not None]
    titles = [title for right in terms["slips"].values() for title in right]

    assert known == []
    assert titles == [one.title for title in titles if (one := register.find(title)) is not None]


# ── CIT001 ──────────────────────────────────────────────────────────────────────


def test_a_slip_is_a_warning_and_proposes_the_title_in_the_same_form() -> None:
    """A short form is answered with a short form; the change is left to the author."""
    (finding,) = _findings("学习《突发事件应急法》。", "CIT001")

    assert finding.severity == "warning"
    assert finding.message == "未查到《突发事件应急法》，疑为《突发事件应对法》"
    assert finding.fix is not None
    assert (finding.fix.safety, finding.fix.edits[0].text) == ("manual", "《突发事件应对法》")


def test_several_candidates_are_only_named() -> None:
    """Where nobody can tell which act is meant, nothing is changed."""
    (finding,) = _findings("学习《安全法》。", "CIT001")

    assert (finding.severity, finding.fix) == ("info", None)
    assert finding.message == "未查到《安全法》，相近的有《安全生产法》《国家安全法》"


def test_a_repealed_act_is_not_proposed() -> None:
    """The slip of an old name is not corrected into the old name."""
    findings = _findings(_report("学习《退役士兵安置条列》《退役士兵按置条例》。", 2025), "CIT001")

    assert findings == ()


# ── CIT002 ──────────────────────────────────────────────────────────────────────


def test_the_wrong_prefix_is_removed_by_a_safe_fix() -> None:
    """Removing the seven characters leaves the official title and nothing else changes."""
    text = "学习《中华人民共和国社会救助暂行办法》《地名管理条例》。"

    (finding,) = _findings(text, "CIT002")

    assert finding.fix is not None
    (edit,) = finding.fix.edits
    fixed = text[: edit.range.start.offset] + edit.text + text[edit.range.end.offset :]
    assert finding.fix.safety == "safe"
    assert fixed == "学习《社会救助暂行办法》《地名管理条例》。"
    assert _findings(fixed, "CIT002") == ()


def test_one_title_gives_one_finding() -> None:
    """A repealed regulation with a prefix it never had is reported as repealed: its right name is no better advice."""
    found = lint_text(_report("学习《中华人民共和国信访条例》。"), select=["CIT"]).findings

    assert [one.code for one in found if one.quote == "《中华人民共和国信访条例》"] == ["CIT006"]


# ── CIT006 ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (_report("全年宣传《中华人民共和国合同法》6场。"), "error"),
        (_report("学习《信访工作条例》《物权法》。"), "error"),
        (_report("学习贯彻落实《环境噪声污染防治法》。"), "error"),
        (_report("依据《中华人民共和国收养法》登记。"), "warning"),
        (_report("严格执行《个体工商户条例》。"), "warning"),
        (_report("落实《婚姻法》。"), "warning"),
        # A province may have one of the same name.
        (_report("学习《信访条例》。"), "warning"),
        # The repealing act was not identified.
        (_report("学习《网络交易管理办法》。"), "warning"),
        # The verb stands in another clause.
        (_report("组织学习，内容有《合同法》。"), "warning"),
        # Repealed in the report's own year, on 1 November.
        (_report("学习《法规规章备案条例》。"), "info"),
        # On 1 January of the report's year it was no law any more.
        (_report("学习《中华人民共和国合同法》。", 2021), "error"),
        (_report("2019年学习宣传《中华人民共和国合同法》。"), "info"),
        (_report("“七五”普法期间学习宣传《中华人民共和国合同法》。"), "info"),
        ("学习宣传《中华人民共和国合同法》。", "info"),
    ],
)
def test_a_repealed_act_is_as_bad_as_the_sentence_makes_it(text: str, severity: str) -> None:
    """Studying it as law is an error, applying it may be right, and the past is only noted."""
    (finding,) = _findings(text, "CIT006")

    assert severity == finding.severity


def test_a_year_told_by_one_place_only_makes_no_error_of_a_close_date() -> None:
    """噪声污染防治法 took over in June 2022: for a title that may be one year off, that is too close."""
    text = "云岭县2023年法治政府建设情况的报告\n一、主要成效\n学习《环境噪声污染防治法》。\n"

    (finding,) = _findings(text, "CIT006")

    assert lint_text(text).document.report_year == 2023
    assert finding.severity == "warning"


def test_names_what_applies_today() -> None:
    """What took the place of an act may have been replaced itself."""
    (first,) = _findings(_report("学习《中华人民共和国技术合同法》。"), "CIT006")
    (second,) = _findings(_report("学习《行政机关公务员处分条例》。", 2025), "CIT006")

    assert first.help == "改引《中华人民共和国民法典》；确需提到旧法的，写明“原”或“已废止”"
    assert "现行规定" in str(second.help)


def test_successor_is_the_one_of_the_day() -> None:
    """In 2024 noise was a matter of its own law, after August 2026 of the code."""
    (then,) = _findings(_report("学习《环境噪声污染防治法》。"), "CIT006")
    (later,) = _findings(_report("学习《环境噪声污染防治法》。", 2026), "CIT006")

    assert "《中华人民共和国噪声污染防治法》" in str(then.help)
    assert "《中华人民共和国生态环境法典》" in str(later.help)


def test_every_one_of_many_citations_is_judged() -> None:
    """Three hundred citations give what four of them give, seventy-five times."""
    sentence = "学习《民法典》《某某工作办法》《中华人民共和国合同法》《城市公园绿地管理条例》。\n"

    once = lint_text(_report(sentence), select=["CIT"])
    often = lint_text(_report(sentence * 75), select=["CIT"])

    assert len(often.citations) == 300
    assert [finding.message for finding in once.findings] * 75 == [finding.message for finding in often.findings]
