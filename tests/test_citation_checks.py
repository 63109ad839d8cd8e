"""The rules about citations: how bad a problem is, what is proposed, and silence over everything that is right."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
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

    from report_lint import LintReport
    from report_lint.instruments import Instrument
    from report_lint.vocabulary import Register

RULES = tuple(rule.code for rule in load_ruleset().rules if rule.code.startswith("CIT"))


def _register() -> Register:
    register = load_ruleset().vocabulary.register
    assert register is not None
    return register


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


def test_every_wrong_name_of_the_closed_tables_is_unknown_and_its_right_form_known() -> None:
    """A wrong name that is some instrument's title, or a remedy that is none, would be a wrong claim."""
    module = tomllib.loads((rules_folder() / "national" / "citations.toml").read_text("utf-8"))
    documents = next(rule["check"] for rule in module["rule"] if rule["code"] == "CIT014")
    tables = {**module["terms"]["slips"], **{wrong: [right] for wrong, right in documents["wrong"].items()}}
    tables |= {wrong: [right] for wrong, right in documents["likely"].items()}
    register = _register()

    known = [wrong for wrong in tables if register.find(wrong) is not None]
    titles = [*documents["names"], *(title for right in tables.values() for title in right)]

    assert len(tables) > 250
    assert known == []
    assert titles == [one.title for title in titles if (one := register.find(title)) is not None]


def test_every_one_of_many_citations_is_judged() -> None:
    """Three hundred citations, each in words of its own, give what four of them give, seventy-five times."""
    sentence = "第{}批学习《民法典》《某某工作办法》《中华人民共和国合同法》《城市公园绿地管理条例》。\n"
    batches = [sentence.format(number) for number in range(75)]

    once = lint_text(_report(batches[0]), select=["CIT"])
    often = lint_text(_report("".join(batches)), select=["CIT"])

    assert len(often.citations) == 300
    assert Counter({one.code: 75 for one in once.findings}) == _counted(often)


def _counted(report: LintReport) -> Counter[str]:
    """Return how many places each rule names; a finding that stands for many says how many there are."""
    found: Counter[str] = Counter()
    for one in report.findings:
        many = re.search(r"（全文共(\d+)处）$", one.message)
        found[one.code] += int(many[1]) if many else 1
    return found
