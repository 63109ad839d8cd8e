"""Registers of several packs as one: what an office adds to the national register, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registers import PACK, line_of, pack_with, table_of
from report_lint.errors import PackError
from report_lint.packs import load_ruleset
from report_lint.register import join
from report_lint.register.columns import Row, row_of
from report_lint.register.joined import merged
from report_lint.register.status import status_on, successor_on

if TYPE_CHECKING:
    from pathlib import Path

    from report_lint.instruments import Instrument
    from report_lint.register.lookup import Lookup
    from report_lint.vocabulary import Register

NATIONAL = (
    line_of("乙条例", level="行政法规", promulgated="2010-01-01", effective="2010-02-01", articles="20"),
    line_of("中华人民共和国甲法", promulgated="2015-01-01", effective="2015-03-01", articles="30", aliases="=甲"),
)


def joined(*lines: str, until: date | None = date(2027, 6, 30)) -> Lookup:
    """Return the national lines with those of an office."""
    national = table_of(*NATIONAL, known_until=date(2026, 9, 23))
    found = join([national, table_of(*lines, known_until=until)])
    assert found is not None
    return found


def of(register: Register | None, title: str) -> Instrument:
    """Return an instrument that must be there."""
    found = register.find(title) if register else None
    assert found is not None, title
    return found


class TestLookingUp:
    """Both registers answer as one."""

    def test_finds_what_either_has(self) -> None:
        """A title or a short name is found whichever register has it."""
        register = joined(line_of("丙法", aliases="=丙"))

        found = {of(register, title).title for title in ("丙", "丙法", "甲", "甲法", "乙条例")}

        assert {"丙法", "中华人民共和国甲法", "乙条例"} == found

    def test_holds_every_title_once(self) -> None:
        """A title that both have is one instrument."""
        register = joined(line_of("丁法"), line_of("甲法", promulgated="2027-01-01"))

        assert ["丁法", "乙条例", "中华人民共和国甲法"] == list(register.titles())

    def test_proposes_from_both(self) -> None:
        """A slip leads to the titles of either register."""
        register = joined(line_of("丙丁戊己法"))

        assert ["丙丁戊己法"] == [one.title for one in register.near("丙丁戊庚法")]
        assert [] == [one.title for one in joined().near("丙丁戊庚法")]

    def test_names_are_those_of_both(self) -> None:
        """A bare name is looked for whichever register has it."""
        names = dict(joined(line_of("丙法", aliases="=丙")).names())

        assert ("丙法", "丙法", "甲法") == (names["丙"], names["丙法"], names["中华人民共和国甲法"])


class TestVersions:
    """The rows of an instrument in both registers are its versions together."""

    def test_a_new_version_follows_those_known(self) -> None:
        """An office adds the amended act: the older version ends where the new one begins."""
        act = of(joined(line_of("甲法", promulgated="2027-01-01", effective="2027-03-01", articles="45")), "甲法")

        assert [(30, date(2027, 3, 1)), (45, None)] == [(one.articles, one.superseded) for one in act.versions]
        assert "甲" in act.aliases

    def test_an_older_version_takes_its_place(self) -> None:
        """A version from before the first one known stands in front of it."""
        act = of(joined(line_of("甲法", promulgated="2005-01-01", effective="2005-03-01", articles="12")), "甲法")

        assert [(12, date(2015, 3, 1)), (30, None)] == [(one.articles, one.superseded) for one in act.versions]

    def test_the_same_version_is_amended(self) -> None:
        """The cells that a later pack fills replace those of the version; the others stay."""
        act = of(joined(line_of("甲法", promulgated="2015-01-01", number="国令1号", aliases="=甲甲")), "甲法")

        (version,) = act.versions
        assert (date(2015, 3, 1), 30, "国令1号") == (version.effective, version.articles, version.number)
        assert ("中华人民共和国甲法", ("甲", "甲甲")) == (act.title, act.aliases)

    def test_a_row_without_a_day_speaks_of_the_newest_version(self) -> None:
        """A title with a day of repeal and a successor is enough to say that an act was repealed."""
        register = joined(line_of("乙条例", level="行政法规", repealed="2027-01-01", successor="甲法"))

        act = of(register, "乙条例")
        assert (20, date(2027, 1, 1)) == (act.versions[0].articles, act.repealed_on)
        assert of(register, "甲法") == successor_on(act, register, None)

    @given(st.permutations(["2001-01-01", "2005-01-01", "2010-01-01", "2020-01-01", "2024-01-01"]), st.integers(0, 5))
    def test_it_does_not_matter_which_register_has_a_version(self, days: list[str], at: int) -> None:
        """However versions are divided between two registers, together they are the same."""

        def rows(some: list[str]) -> list[Row]:
            return [row_of(line_of("甲法", promulgated=day, effective=day)) for day in sorted(some)]

        together = merged(rows(days[:at]), rows(days[at:]))

        assert merged([], rows(days)) == together


class TestStatus:
    """How far a status is known depends on the packs that speak of the instrument."""

    @pytest.mark.parametrize(
        ("lines", "until", "title", "day", "status"),
        [
            ([], None, "甲法", date(2026, 9, 23), "in_force"),
            ([], None, "甲法", date(2026, 9, 24), "unknown"),
            ([line_of("丙法")], date(2027, 6, 30), "甲法", date(2026, 9, 24), "unknown"),
            ([line_of("甲法", number="国令1号")], date(2027, 6, 30), "甲法", date(2027, 6, 30), "in_force"),
            ([line_of("甲法", number="国令1号")], date(2027, 6, 30), "甲法", date(2027, 7, 1), "unknown"),
            ([line_of("甲法", as_of="2027-12-01")], date(2027, 6, 30), "甲法", date(2027, 12, 1), "in_force"),
            ([line_of("甲法", repealed="2026-12-01")], None, "甲法", date(2030, 1, 1), "repealed"),
        ],
    )
    def test_reaches_as_far_as_the_facts_about_the_instrument(
        self, lines: list[str], until: date | None, title: str, day: date, status: str
    ) -> None:
        """After the last day of the facts nothing is said but that an act was repealed before."""
        assert status == status_on(joined(*lines, until=until).find(title), day)


class TestLoading:
    """The register of an office is read whole and joined when its pack is loaded."""

    def test_the_register_of_a_pack_adds_to_the_national_one(self, tmp_path: Path) -> None:
        """An act of both has the versions of both, and the successor may be a national act."""
        new = line_of("中华人民共和国行政处罚法", promulgated="2027-01-01", effective="2027-05-01", articles="90")
        old = line_of("云岭县旧规定", level="部门规章", repealed="2027-01-01", successor="中华人民共和国行政处罚法")
        register = load_ruleset((str(pack_with(tmp_path / "yunling", old, new)),)).vocabulary.register

        assert 90 == of(register, "行政处罚法").versions[-1].articles
        assert 86 in {version.articles for version in of(register, "行政处罚法").versions}
        assert "中华人民共和国行政处罚法" == of(register, "云岭县旧规定").successor
        assert date(2021, 1, 1) == of(register, "收养法").repealed_on

    def test_a_pack_without_a_day_knows_no_more_than_the_one_it_extends(self, tmp_path: Path) -> None:
        """A row that says nothing of its source is known up to the day of the national facts."""
        new = line_of("云岭县新法", promulgated="2025-01-01", effective="2025-05-01")
        plain = load_ruleset((str(pack_with(tmp_path / "plain", new)),))
        dated = load_ruleset((str(pack_with(tmp_path / "dated", new, toml=f"{PACK}facts_until = 2027-06-30\n")),))

        assert [date(2026, 9, 23), date(2027, 6, 30)] == [
            of(rules.vocabulary.register, "云岭县新法").known_until for rules in (plain, dated)
        ]
        assert date(2026, 9, 23) == dated.facts_until

    @pytest.mark.parametrize(
        ("lines", "reason"),
        [
            ([line_of(promulgated="2020-13-01")], ":2: promulgated（公布日期）是“2020-13-01”，应为日期"),
            ([line_of(promulgated="2020-02-01", effective="2020-01-01")], ":2: 施行日早于公布日"),
            ([line_of(promulgated="2020-02-01")] * 2, ":3: 《甲法》的同一版本出现了两次"),
            ([line_of("云法", successor="没有的法")], ":2: successor（替代文件）《没有的法》不在登记表中"),
            ([line_of("云法", aliases="=行政处罚法")], ":2: 简称“行政处罚法”在所继承的登记表中指《中华人民共和国行政"),
            ([line_of("云法", aliases="=代表法")], ":2: 简称“代表法”在所继承的登记表中指《中华人民共和国全国人民代表"),
            ([line_of(level="法令")], ":2: level（级别）是“法令”"),
            ([line_of() + "\t"], ":2: 有 17 列，应有 16 列"),
        ],
    )
    def test_a_register_that_is_wrong_is_refused(self, tmp_path: Path, lines: list[str], reason: str) -> None:
        """The error names the file, the line and what is wrong, and the pack does not load."""
        folder = pack_with(tmp_path / "yunling", *lines)

        with pytest.raises(PackError) as caught:
            load_ruleset((str(folder),))

        assert str(caught.value).startswith(f"{folder / 'instruments.tsv'}{reason}")

    def test_a_register_that_is_missing_is_refused(self, tmp_path: Path) -> None:
        """The error names the file that pack.toml speaks of."""
        folder = pack_with(tmp_path / "yunling")
        (folder / "instruments.tsv").unlink()

        with pytest.raises(PackError, match="找不到法规登记表"):
            load_ruleset((str(folder),))
