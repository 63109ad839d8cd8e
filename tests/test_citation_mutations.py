"""Slips planted into the names and days of acts drawn from the register are found, and the acts as they are, silent.

What a rule may not judge by design is left out of the count, and only that:

- names of at most four characters without 中华人民共和国, for too many names are near to them;
- slips whose result is a name of the register, and those from which two names are equally near;
- names with a province, a region or a river in them, for places have acts of their own;
- slips in 中华人民共和国 itself and in the last word (法, 条例, 办法 …), by which a name is known as that of an act;
- repeals of acts that have namesakes in provinces, and those the register is not sure of;
- days and articles of versions the register is not certain of.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from citing import (
    COUNTRY,
    DAY,
    FACTS_UNTIL,
    bare,
    instruments,
    marked,
    national,
    numeral,
    read,
    version_on,
    versions_on,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from citing import Read
    from report_lint.instruments import Instrument

RECALL = 0.97
YEAR, DAY_OF_YEAR = 2025, date(2025, 12, 31)
LEVELS = {"宪法", "法律", "行政法规", "监察法规"}
PLACES = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州"
    "|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾|深圳|厦门|汕头|珠海|长江|黄河|太湖|淮河|青藏|经济特区"
)
LAST_WORD = re.compile("(实施条例|实施细则|条例|规定|办法|决定|法典?)(（.*）)?$")

REGISTER = national()
INSTRUMENTS = instruments()
NAMES = {bare(name): act for act in INSTRUMENTS for name in (*act.aliases, act.title)}
LETTERS = "".join(sorted({letter for act in INSTRUMENTS if act.level in LEVELS for letter in bare(act.title)[:-2]}))


def cuts(name: str) -> Iterator[str]:
    """Yield the name and the name without each one of its characters."""
    yield name
    yield from (name[:at] + name[at + 1 :] for at in range(len(name)))


def index() -> dict[str, set[str]]:
    """Return the names of the register by what is left of them with a character cut out."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in NAMES:
        for cut in cuts(name):
            found[cut].add(name)
    return found


CUTS = index()


def is_slip(first: str, second: str) -> bool:
    """Tell whether two names are one lost, added, replaced or swapped character apart."""
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    return max(len(first), len(second)) <= 1 or (len(first) == 2 and first == second[::-1])


def near(name: str) -> set[str]:
    """Return the titles of the register that are one slip away from a name."""
    candidates = {one for cut in cuts(name) for one in CUTS.get(cut, ())}
    swaps = (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1))
    candidates |= {one for one in swaps if one in NAMES}
    return {NAMES[one].title for one in candidates if is_slip(name, one)}


def drawn(seed: str, acts: Iterable[Instrument], count: int = 300) -> list[Instrument]:
    """Return so many acts of the highest levels, drawn by a fixed seed."""
    some = [act for act in acts if act.level in LEVELS and LAST_WORD.search(act.title) and "《" not in act.title]
    return random.Random(seed).sample(some, min(count, len(some)))  # noqa: S311  drawn alike each time


def in_force(seed: str) -> list[Instrument]:
    """Return acts that are in force, of certain title and without a place in it."""
    acts = [act for act in INSTRUMENTS if "title-unsure" not in act.flags and not PLACES.search(act.title)]
    return drawn(seed, [act for act in acts if any(versions_on(act, DAY_OF_YEAR))])


def one(sentence: str, year: int = YEAR, as_of: date | None = None) -> Read:
    """Return what is found in a report of one sentence."""
    return read([sentence], year, as_of=as_of)[0]


def study(name: str) -> str:
    """Return a sentence that studies an act."""
    return f"组织学习{marked(name)}，参加120人次。"


def lost(stem: str, at: int, _letter: str) -> str:
    """Return a name without one of its characters."""
    return stem[:at] + stem[at + 1 :]


def added(stem: str, at: int, letter: str) -> str:
    """Return a name with a character more."""
    return stem[:at] + letter + stem[at:]


def swapped(stem: str, at: int, _letter: str) -> str:
    """Return a name with two characters the wrong way round."""
    return stem[:at] + stem[at : at + 2][::-1] + stem[at + 2 :]


def replaced(stem: str, at: int, letter: str) -> str:
    """Return a name with another character in the place of one."""
    return stem[:at] + letter + stem[at + 1 :]


def slips(make: Callable[[str, int, str], str]) -> Iterator[tuple[str, Instrument]]:
    """Yield a slip into the name of each act, with the act, where a rule may judge it."""
    dice = random.Random(make.__name__)  # noqa: S311  drawn alike each time
    for act in in_force(make.__name__):
        name = bare(act.title)
        end = LAST_WORD.search(name)
        assert end is not None
        stem = name[: end.start()]
        if len(stem) > 1:
            wrong = make(stem, dice.randrange(len(stem) - 1), dice.choice(LETTERS)) + end[0]
            if may_judge(wrong, act):
                yield act.title.removesuffix(name) + wrong, act


def may_judge(wrong: str, act: Instrument) -> bool:
    """Tell whether a rule may say that a name without 中华人民共和国 is a slip for that of an act."""
    return len(wrong) > 4 and REGISTER.find(wrong) is None and near(wrong) == {act.title}


def found_share(told: list[tuple[str, bool]]) -> tuple[float, list[str]]:
    """Return the share of slips that were found, and those that were not."""
    missed = [text for text, found in told if not found]
    return 1 - len(missed) / len(told), missed


@pytest.mark.parametrize("make", [lost, added, swapped, replaced], ids=lambda make: make.__name__)
def test_slips_of_a_character_are_found(make: Callable[[str, int, str], str]) -> None:
    """CIT001 finds a slip of one character, and proposes the title meant."""
    told = []
    for wrong, act in slips(make):
        found = one(study(wrong))
        told.append((f"{wrong}: {found.said}", "CIT001" in found.codes and act.title in found.said))
    share, missed = found_share(told)

    assert len(told) >= 150
    assert share >= RECALL, missed


def test_wrong_prefixes_are_found() -> None:
    """CIT002 finds 中华人民共和国 in front of a title that does not have it, and proposes the title."""
    opened = re.compile(f"{COUNTRY}|国务院|中国|全国人民代表大会|最高人民|中央|外国")
    acts = [act for act in INSTRUMENTS if not opened.match(act.title) and not PLACES.search(act.title)]
    acts = [act for act in acts if COUNTRY not in act.title and "title-unsure" not in act.flags]
    told = []
    for act in drawn("prefix", [act for act in acts if act.level != "法律" and any(versions_on(act, DAY_OF_YEAR))]):
        found = one(study(COUNTRY + act.title))
        told.append((f"{act.title}: {found.said}", "CIT002" in found.codes and marked(act.title) in found.said))
    share, missed = found_share(told)

    assert len(told) >= 250
    assert share >= RECALL, missed


def test_dropped_provisional_is_found() -> None:
    """CIT001 finds a title without its 暂行 or 试行, and proposes the title."""
    told = []
    for act in drawn("dropped", INSTRUMENTS, len(INSTRUMENTS)):
        wrong = re.sub("暂行|试行", "", act.title)
        sure = any(versions_on(act, DAY_OF_YEAR)) and not PLACES.search(act.title)
        if wrong != act.title and sure and REGISTER.find(wrong) is None:
            found = one(study(wrong))
            told.append((f"{wrong}: {found.said}", "CIT001" in found.codes and act.title in found.said))
    share, missed = found_share(told)

    assert len(told) >= 20
    assert share >= RECALL, missed


def test_wrong_years_of_plans_are_found() -> None:
    """CIT014 or CIT001 finds a plan of the state with a wrong first or last year."""
    told = []
    for act in INSTRUMENTS:
        years = re.search(r"（(20\d\d)—(20\d\d)年）$", act.title)
        for first, last in ((-1, 0), (1, 0), (0, -1), (0, 1)) if years else ():
            assert years is not None
            wrong = f"{act.title[: years.start()]}（{int(years[1]) + first}—{int(years[2]) + last}年）"
            if REGISTER.find(wrong) is None:
                found = one(f"落实{marked(wrong)}，完成任务32项。")
                told.append((f"{wrong}: {found.said}", bool({"CIT014", "CIT001"} & found.codes)))
    share, missed = found_share(told)

    assert len(told) >= 25
    assert share >= RECALL, missed


def test_repealed_acts_are_found() -> None:
    """CIT006 finds an act studied in a year that began after its repeal, and names its successor."""
    begin = date(YEAR, 1, 1)
    acts = [act for act in INSTRUMENTS if act.repealed_on and act.repealed_on <= begin]
    acts = [act for act in acts if not act.flags or (act.flags == ("namesake",) and act.title.startswith(COUNTRY))]
    told = []
    for act in drawn("repealed", acts):
        found = one(study(act.title))
        told.append((f"{act.title}: {found.said}", "CIT006" in found.codes and (act.successor or "") in found.said))
    share, missed = found_share(told)

    assert len(told) >= 50
    assert share >= RECALL, missed


def test_acts_not_yet_in_force_are_found() -> None:
    """CIT008 finds an act applied on the last day before its first version is in force."""
    told = []
    for act in drawn("unforced", INSTRUMENTS, len(INSTRUMENTS)):
        version = act.versions[0] if act.versions else None
        if version and version.first and version.effective_certain and version.promulgated and version.effective:
            day = version.effective - DAY
            if version.promulgated <= day <= FACTS_UNTIL and day >= date(2019, 1, 1):
                found = one(f"依据{marked(act.title)}作出处罚决定3件。", day.year, day)
                told.append((f"{act.title} {day}: {found.said}", "CIT008" in found.codes))
    share, missed = found_share(told)

    assert len(told) >= 20
    assert share >= RECALL, missed


def test_acts_not_yet_adopted_are_found() -> None:
    """CIT007 finds an act carried out in a report that was signed before its first adoption."""
    told = []
    for act in drawn("unadopted", INSTRUMENTS, len(INSTRUMENTS)):
        version = act.versions[0] if act.versions else None
        if version and version.first and version.promulgated and version.promulgated >= date(2020, 1, 16):
            year = version.promulgated.year - 1
            found = one(f"贯彻落实{marked(act.title)}，开展检查30次。", year)
            told.append((f"{act.title} {year}: {found.said}", "CIT007" in found.codes))
    share, missed = found_share(told)

    assert len(told) >= 20
    assert share >= RECALL, missed


def test_articles_beyond_the_last_are_found() -> None:
    """CIT011 finds an article behind the last one; the last one itself gives no finding."""
    told = []
    for act in in_force("article"):
        version = version_on(act, DAY_OF_YEAR)
        if version and version.articles:
            last, beyond = (
                one(f"依据{marked(act.title)}第{numeral(number)}条办理3件。")
                for number in (version.articles, version.articles + 7)
            )
            told.append((f"{act.title} {version.articles}: {beyond.said}", "CIT011" in beyond.codes))

            assert set() == last.codes, act.title
    share, missed = found_share(told)

    assert len(told) >= 200
    assert share >= RECALL, missed


@pytest.mark.parametrize("seed", ["lost", "added", "swapped", "replaced"])
def test_unslipped_names_are_silent(seed: str) -> None:
    """The acts drawn give no finding as they are, in full and without 中华人民共和国."""
    names = [name for act in in_force(seed) for name in {act.title, bare(act.title)}]
    said = [f"{name}: {found.said}" for name in names if (found := one(study(name))).codes]

    assert said == []
