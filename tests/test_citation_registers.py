"""Every instrument of the register, cited by any of its names on a day on which it is in force, gives no finding."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from citing import DAY, FACTS_UNTIL, bare, begins_later, instruments, last_day, marked, national, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from citing import Read
    from report_lint.instruments import Instrument

REGISTER = national()
# An act that is adopted and not yet in force at the end of the register has no such day.
COMING = {one.title for one in instruments() if one.versions and all(begins_later(one))}
ACTS = [one for one in instruments() if one.title not in COMING]


def test_few_acts_are_still_to_come() -> None:
    """Only a handful of the register is left out for having no day in force."""
    assert len(COMING) < 10
    assert len(ACTS) > 3000


def full(instrument: Instrument) -> Iterable[str]:
    """Return the official title."""
    return (instrument.title,)


def short(instrument: Instrument) -> Iterable[str]:
    """Return the title without 中华人民共和国."""
    return {bare(instrument.title)} - {instrument.title}


def aliases(instrument: Instrument) -> Iterable[str]:
    """Return the other names in use."""
    return instrument.aliases


def day_of(instrument: Instrument) -> date:
    """Return the last day on which the instrument is in force; where no day is known, any day before its repeal."""
    if instrument.repealed_on is None:
        return last_day(instrument) or FACTS_UNTIL
    return last_day(instrument) or instrument.repealed_on - DAY


def cited(names: Callable[[Instrument], Iterable[str]], sentence: str) -> list[tuple[Instrument, str, Read]]:
    """Return what is found where each instrument is cited by its names, in one report for each day."""
    days: dict[date, list[tuple[Instrument, str]]] = defaultdict(list)
    for one in ACTS:
        days[day_of(one)] += [(one, name) for name in names(one)]
    return [
        (*pair, found)
        for day, pairs in days.items()
        for pair, found in zip(
            pairs, read([sentence.format(marked(name)) for _, name in pairs], day.year, as_of=day), strict=True
        )
    ]


NAMES = {"full": full, "short": short, "aliases": aliases}


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("sentence", ["组织学习宣传{}。", "依据{}第一条作出处罚决定1件。"])
def test_nothing_is_said_of_an_act_in_force(names: str, sentence: str) -> None:
    """No CIT rule speaks of an official title, its short form or an alias, studied or applied."""
    said = [f"{name}: {found.said}" for _, name, found in cited(NAMES[names], sentence) if found.findings]

    assert said == []


@pytest.mark.parametrize("names", NAMES)
def test_every_name_resolves_to_its_act(names: str) -> None:
    """Each title in marks is one citation, resolved to the instrument that bears the name."""
    other = [
        f"{name}: {[one.instrument and one.instrument.title for one in found.citations]}"
        for act, name, found in cited(NAMES[names], "学习{}。")
        if REGISTER.find(name) == act
        and [act.title] != [one.instrument.title for one in found.citations if one.instrument]
    ]

    assert other == []


def one(sentence: str, year: int, **days: date) -> Read:
    """Return what is found in a report of one sentence."""
    return read([sentence], year, **days)[0]


def test_contract_law_before_and_after_its_repeal() -> None:
    """合同法 is law in 2019 and 2020, and repealed in 2024."""
    sentence = "宣传《中华人民共和国合同法》6场。"

    assert one(sentence, 2019).codes == one(sentence, 2020).codes == set()
    assert {"CIT006"} == one(sentence, 2024).codes


def test_article_of_the_revised_public_security_law() -> None:
    """治安管理处罚法 has 119 articles in 2025 and 144 from 2026."""
    sentence = "依据《治安管理处罚法》第一百四十条处罚2人。"

    assert {"CIT011"} == one(sentence, 2025).codes
    assert set() == one(sentence, 2026).codes


def test_supervision_regulation_before_its_force() -> None:
    """行政执法监督条例 of December 2025 may be studied in 2025, applied from 2026."""
    study, apply = "学习《行政执法监督条例》。", "依据《行政执法监督条例》查处违法执法行为3起。"

    assert set() == one(study, 2025).codes
    assert {"CIT008"} == one(apply, 2025).codes
    assert set() == one(apply, 2026).codes


def test_environment_law_around_the_code() -> None:
    """环境保护法 is law until 15 August 2026, lawful in a report of 2026, repealed for a report of 2027."""
    sentence = "宣传贯彻《中华人民共和国环境保护法》。"
    signed = one(sentence, 2026, signed=date(2027, 1, 20))

    assert set() == one(sentence, 2026, as_of=date(2026, 8, 1)).codes
    assert {finding.severity for finding in signed.findings} <= {"info"}
    assert {"CIT006"} == one(sentence, 2027, as_of=date(2027, 12, 31)).codes


def test_publicity_law_before_its_adoption() -> None:
    """法治宣传教育法 of September 2025 can be no work of a report of 2024."""
    sentence = "贯彻落实《中华人民共和国法治宣传教育法》，开展活动30场。"

    assert {"CIT007"} == one(sentence, 2024, signed=date(2025, 1, 15)).codes
    assert set() == one(sentence, 2025).codes
