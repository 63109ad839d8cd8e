"""The register of instruments: looking up, proposing, status on a day, and the checks of the file itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from report_lint.errors import PackError
from report_lint.packs import rules_folder
from report_lint.register import HEADER, key, load_register, validate
from report_lint.register.near import distance
from report_lint.register.status import status_on

if TYPE_CHECKING:
    from pathlib import Path

    from report_lint.instruments import Instrument
    from report_lint.register import TableRegister

REGISTER = rules_folder() / "national" / "instruments.tsv"


@pytest.fixture(scope="module")
def register() -> TableRegister:
    """Return the national register."""
    return load_register(REGISTER)


def _found(register: TableRegister, title: str) -> Instrument:
    found = register.find(title)
    assert found is not None, title
    return found


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("行政处罚法", "中华人民共和国行政处罚法"),
        ("《中华人民共和国行政处罚法》", "中华人民共和国行政处罚法"),
        ("中华人民共和国 地名管理条例", "地名管理条例"),
        ("〈行政许可法〉", "中华人民共和国行政许可法"),
        ("法治政府建设实施纲要(2021-2025年)", "法治政府建设实施纲要（2021—2025年）"),
        ("法治政府建设实施纲要（2021——2025年）", "法治政府建设实施纲要（2021—2025年）"),
        ("法治政府建设实施纲要（２０２１～２０２５年）", "法治政府建设实施纲要（2021—2025年）"),
        ("关于实行国家机关谁执法谁普法普法责任制的意见", "关于实行国家机关“谁执法谁普法”普法责任制的意见"),
        ("代表法", "中华人民共和国全国人民代表大会和地方各级人民代表大会代表法"),
        ("未保法", "中华人民共和国未成年人保护法"),
        ("地方组织法", "中华人民共和国地方各级人民代表大会和地方各级人民政府组织法"),
        ("宪法", "中华人民共和国宪法"),
        (
            "中央宣传部、司法部关于开展法治宣传教育的第八个五年规划（2021—2025年）",
            "关于开展法治宣传教育的第八个五年规划（2021—2025年）",
        ),
    ],
)
def test_finds_a_title_however_it_is_written(register: TableRegister, written: str, official: str) -> None:
    """Marks, blanks, widths, dashes and the missing 中华人民共和国 do not matter, nor does an accepted short name."""
    found = _found(register, written)

    assert found.title == official


@pytest.mark.parametrize(
    "written", ["安全法", "土地法", "行政处分法", "中华人民共和国", "", "《》", "决定", "法", "中华人民共和国法"]
)
def test_finds_nothing_for_what_is_no_title(register: TableRegister, written: str) -> None:
    """A title that no instrument has is not found, whatever it resembles."""
    assert register.find(written) is None


def test_finds_every_title_it_holds(register: TableRegister) -> None:
    """Bisecting never misses: each of the thousands of titles finds its own instrument, first and last included."""
    titles = list(register.titles())

    wrong = [title for title in titles if _found(register, title).title != title]

    assert len(titles) > 3000
    assert wrong == []


def test_every_accepted_short_name_leads_to_its_instrument(register: TableRegister) -> None:
    """The short names beside an instrument find that instrument and no other."""
    pairs = [(alias, title) for title in register.titles() for alias in _found(register, title).aliases]

    wrong = [(alias, title) for alias, title in pairs if _found(register, alias).title != title]

    assert ("代表法", "中华人民共和国全国人民代表大会和地方各级人民代表大会代表法") in pairs
    assert wrong == []


def test_knows_the_versions_of_an_act(register: TableRegister) -> None:
    """An act has its versions in order, each closed by the next."""
    versions = _found(register, "行政复议法").versions

    assert [(version.effective, version.articles) for version in versions] == [
        (date(2018, 1, 1), 43),
        (date(2024, 1, 1), 90),
    ]
    assert versions[0].superseded == versions[1].effective
    assert versions[1].effective_certain


@pytest.mark.parametrize(
    ("title", "repealed", "successor"),
    [
        ("收养法", date(2021, 1, 1), "中华人民共和国民法典"),
        ("信访条例", date(2022, 5, 1), "信访工作条例"),
        ("法规规章备案条例", date(2024, 11, 1), "法规规章备案审查条例"),
        ("环境噪声污染防治法", date(2022, 6, 5), "中华人民共和国噪声污染防治法"),
        ("增值税暂行条例", date(2026, 1, 1), "中华人民共和国增值税法"),
        ("行政机关公务员处分条例", date(2025, 1, 20), None),
        ("环境保护法", date(2026, 8, 15), "中华人民共和国生态环境法典"),
    ],
)
def test_knows_what_was_repealed(register: TableRegister, title: str, repealed: date, successor: str | None) -> None:
    """The repealed act has its day and, where it is known, what took its place."""
    found = _found(register, title)

    assert (repealed, successor) == (found.repealed_on, found.successor)


@pytest.mark.parametrize(
    "title",
    [
        "农村土地承包法",
        "乡镇企业法",
        "社会救助暂行办法",
        "专利法实施细则",
        "国家安全法",
        "盐业管理条例",
        "行政处罚法",
        "公安机关办理行政案件程序规定",
    ],
)
def test_claims_no_repeal_that_is_contradicted_or_unknown(register: TableRegister, title: str) -> None:
    """Where the sources disagree, or an act of the same name took over, no day of repeal is given."""
    assert _found(register, title).repealed_on is None


@pytest.mark.parametrize(
    ("title", "day", "status"),
    [
        ("行政处罚法", date(2024, 12, 31), "in_force"),
        ("行政处罚法", None, "unknown"),
        ("合同法", date(2020, 12, 31), "in_force"),
        ("合同法", date(2021, 1, 1), "repealed"),
        ("行政执法监督条例", date(2025, 12, 31), "not_yet_in_force"),
        ("行政执法监督条例", date(2026, 2, 1), "in_force"),
        ("民营经济促进法", date(2025, 5, 19), "not_yet_in_force"),
        # Older versions than the first at hand may have been in force.
        ("国务院组织法", date(1970, 1, 1), "unknown"),
        # The register closes the version of 2007 before the next one is known to begin.
        ("行政复议法实施条例", date(2026, 5, 7), "in_force"),
        ("行政复议法实施条例", date(2026, 5, 8), "unknown"),
        ("社会救助暂行办法", date(2026, 6, 30), "in_force"),
        ("社会救助暂行办法", date(2026, 7, 1), "unknown"),
        # A clean-up in August 2026 touched regulations about the environment.
        ("排污许可管理条例", date(2026, 8, 13), "in_force"),
        ("排污许可管理条例", date(2026, 8, 14), "unknown"),
        ("优化营商环境条例", date(2026, 8, 20), "in_force"),
        ("环境保护法", date(2026, 8, 14), "in_force"),
        ("环境保护法", date(2026, 8, 15), "repealed"),
        ("城市居民委员会组织法", date(2025, 12, 31), "in_force"),
        ("城市居民委员会组织法", date(2026, 1, 1), "in_force"),
        ("法规规章备案条例", date(2024, 10, 31), "in_force"),
        ("法规规章备案条例", date(2024, 11, 1), "repealed"),
        ("乡镇企业法", date(2018, 6, 1), "unknown"),
        # The order that amended it is known, its day is not.
        ("社会团体登记管理条例", date(2026, 6, 1), "unknown"),
        # Known titles, and acts whose status is contradicted.
        ("公安机关办理行政案件程序规定", date(2024, 12, 31), "unknown"),
        ("农村土地承包法", date(2024, 12, 31), "unknown"),
        ("最高人民法院关于行政机关负责人出庭应诉若干问题的规定", date(2024, 12, 31), "unknown"),
    ],
)
def test_says_whether_an_instrument_is_in_force(
    register: TableRegister, title: str, day: date | None, status: str
) -> None:
    """The status is what the register knows for the day, and unknown for everything else."""
    assert status == status_on(register.find(title), day)


def test_status_of_nothing_is_unknown() -> None:
    """A citation that resolved to nothing has no status."""
    assert status_on(None, date(2024, 1, 1)) == "unknown"


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("中华人民共和国行政处分法", "中华人民共和国行政处罚法"),
        ("突发事件应急法", "中华人民共和国突发事件应对法"),
        ("重大行政决策程序条例", "重大行政决策程序暂行条例"),
        ("期货交易管理试行条例", "期货交易管理条例"),
        ("优化营环商境条例", "优化营商环境条例"),
        ("优化营商境环条例", "优化营商环境条例"),
        ("国务院组织", "中华人民共和国国务院组织法"),
        ("法规规章备审查条例", "法规规章备案审查条例"),
    ],
)
def test_proposes_the_title_one_slip_away(register: TableRegister, written: str, near: str) -> None:
    """A letter lost, added, wrong or swapped, and 暂行 dropped or added, lead back to the title."""
    proposed = [one.title for one in register.near(written)]

    assert near in proposed


def test_every_title_is_found_again_with_a_letter_lost_added_wrong_or_swapped(register: TableRegister) -> None:
    """The halves and thirds that stand in for an index miss no neighbour, wherever the slip is."""
    missed = []
    for title in list(register.titles())[::97]:
        name = key(title)
        for at in range(0, len(name) - 1, 3):
            damaged = (
                name[:at] + name[at + 1 :],
                name[:at] + "猫" + name[at:],
                name[:at] + "猫" + name[at + 1 :],
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            )
            missed += [
                (one, title)
                for one in damaged
                if len(one) >= 4
                and key(one) == one != name
                and title not in {near.title for near in register.near(one)}
            ]

    assert missed == []


def test_proposes_two_slips_only_when_asked(register: TableRegister) -> None:
    """Two slips are another question, and the nearer titles come first."""
    once = register.near("农村土地承包经营法")
    twice = register.near("农村土地承包经营法", slips=2)

    assert once == ()
    assert [one.title for one in twice] == ["中华人民共和国农村土地承包法"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", 0),
        ("甲", "", 1),
        ("甲乙", "乙甲", 1),
        ("甲乙丙", "甲丁丙", 1),
        ("甲乙丙丁", "丁丙乙甲", 3),
        ("甲乙", "丙丁", 2),
    ],
)
def test_distance_counts_slips_up_to_the_limit(one: str, other: str, expected: int) -> None:
    """The distance is symmetric and stops one past the limit."""
    assert (expected, expected) == (distance(one, other, 2), distance(other, one, 2))


def test_asking_again_gives_the_same(register: TableRegister) -> None:
    """What is kept from one look-up to the next changes no answer."""
    titles = ("民法典", "并不存在的条例", "行政处分法", "代表法")
    asked = [(register.find(title), register.near(title, slips=2)) for title in titles]
    again = [(register.find(title), register.near(title, slips=2)) for title in reversed(titles)]
    fresh = load_register(REGISTER)

    assert asked == again[::-1]
    assert asked == [(fresh.find(title), fresh.near(title, slips=2)) for title in titles]


def test_the_national_register_is_valid(register: TableRegister) -> None:
    """The file that the project carries passes its own checks and is large enough to be of use."""
    validate(register)

    assert sum(1 for _ in register.titles()) >= 300


def _line(title: str = "甲法", **cells: str) -> str:
    good = {"level": "法律", "promulgated": "2020-01-01", "effective": "2020-02-01", "certainty": "certain"}
    row = dict.fromkeys(HEADER, "") | {"key": key(title), "title": title, "articles": "10"} | good | cells
    return "\t".join(row.values())


_GOOD = _line()


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([_GOOD + "\t"], ":2: 有 17 列，应有 16 列"),
        ([_line(promulgated="2020-13-01")], ":2: promulgated（公布日期）是“2020-13-01”，应为日期"),
        ([_line(as_of="2020")], ":2: as_of（来源日期）是“2020”，应为日期"),
        ([_line(effective="2019-02-01")], ":2: 施行日早于公布日"),
        ([_GOOD, _GOOD], ":3: 《甲法》的同一版本出现了两次"),
        ([_line(level="法令")], ":2: level（级别）是“法令”，应为"),
        ([_line(repealed="2021-01-01", successor="乙法")], ":2: successor（替代文件）《乙法》不在登记表中"),
        ([_line(key="甲法", title="中华人民共和国乙法")], ":2: key（检索键）是“甲法”，按题名应为“乙法”"),
        ([_line("乙法"), _line("丙法")], ":3: 没有按 key 排序"),
        ([_line(articles="十")], ":2: articles（条数）是“十”，应为正整数"),
        ([_line(inserted="133之一")], ":2: inserted（插入条文）是“133之一”，应为"),
        ([_line(inserted="1-1,11-1")], ":2: inserted（插入条文）是“11-1”，第11条不在 10 条之内"),
        ([_line(certainty="sure")], ":2: certainty（施行日期的把握）是“sure”，应为"),
        ([_line(aliases="乙")], ":2: aliases（简称）是“乙”，应以“=”开头"),
        ([_line("丁法", aliases="=甲法"), _GOOD], ":2: 简称“甲法”是另一部文件的题名（第 3 行）"),
        ([_line(flags="broken")], ":2: flags（标记）是“broken”，应为"),
        ([_line(repealed="2019-01-01")], ":2: 废止日早于施行日"),
    ],
)
def test_a_broken_register_is_refused_with_file_line_and_reason(tmp_path: Path, lines: list[str], reason: str) -> None:
    """The error names the file, the line and what is wrong with it."""
    path = tmp_path / "instruments.tsv"
    path.write_text("\n".join(["\t".join(HEADER), *lines]) + "\n", "utf-8")

    with pytest.raises(PackError) as caught:
        validate(load_register(path))

    assert str(caught.value).startswith(f"{path}{reason}")


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "找不到法规登记表"), (b"\xff\xfe\x00", "不是 UTF-8 编码"), ("题名\t级别\n".encode(), "表头应为")],
)
def test_a_file_that_is_no_register_is_refused(tmp_path: Path, content: bytes | None, reason: str) -> None:
    """A missing file, another encoding and another table are told apart."""
    path = tmp_path / "instruments.tsv"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(PackError, match=reason):
        load_register(path)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([_GOOD, "乙法\t乙法"], ":3: 有 2 列，应有 16 列"),
        ([_line(promulgated="去年")], ":2: 《甲法》的级别、日期"),
    ],
)
def test_a_broken_line_of_a_pack_is_named_when_it_is_met(tmp_path: Path, lines: list[str], reason: str) -> None:
    """A register that nobody validated still gives an error with file and line, never a traceback."""
    path = tmp_path / "instruments.tsv"
    path.write_text("\n".join(["\t".join(HEADER), *lines]) + "\n", "utf-8")

    with pytest.raises(PackError) as caught:
        load_register(path).find("甲法")

    assert str(caught.value).startswith(f"{path}{reason}")


@pytest.mark.parametrize(("mark", "end"), [("", ""), ("\ufeff", "\n"), ("", "\n\n")])
def test_what_editors_do_to_a_table_loses_nothing(tmp_path: Path, mark: str, end: str) -> None:
    """A lost last line end, a byte order mark and blank lines at the end change nothing."""
    path = tmp_path / "instruments.tsv"
    path.write_text(mark + "\t".join(HEADER) + "\n" + _GOOD + end, "utf-8")

    found = load_register(path).find("甲法")

    assert found is not None
    assert found.versions[0].articles == 10


def test_names_are_those_a_running_text_may_use(register: TableRegister) -> None:
    """Acts and Party regulations are named in full, without 中华人民共和国 and short; each name finds its act."""
    names = set(register.names())

    official = "全国人民代表大会和地方各级人民代表大会代表法"
    assert {
        ("中华人民共和国行政处罚法", "行政处罚法"),
        ("行政处罚法", "行政处罚法"),
        ("宪法", "宪法"),
        ("代表法", official),
        (f"中华人民共和国{official}", official),
        ("优化营商环境条例", "优化营商环境条例"),
        ("监察法实施条例", "监察法实施条例"),
        ("中国共产党纪律处分条例", "中国共产党纪律处分条例"),
    } <= names
    assert [] == [name for name, to in names if key(_found(register, name).title) != to]


def test_names_leave_out_what_is_not_named_bare(register: TableRegister) -> None:
    """Decisions, interpretations, rules of departments and documents stand in marks or are not looked for."""
    levels = {_found(register, name).level for name, _ in register.names()}

    assert {"宪法", "法律", "行政法规", "监察法规", "党内法规"} == levels


def test_a_version_keeps_its_source_and_its_inserted_articles(register: TableRegister) -> None:
    """The articles put between others belong to a version, as does the day of its source."""
    older, _, newest = _found(register, "刑法").versions

    assert ((), True) == (older.inserted, "133-1" in newest.inserted)
    assert date(2025, 4, 19) == newest.as_of


@pytest.mark.parametrize(
    ("written", "official"),
    [
        (
            "最高人民检察院关于适用《中华人民共和国民事诉讼法》的解释",
            None,
        ),
        (
            "关于行政机关负责人出庭应诉若干问题的规定",
            "最高人民法院关于行政机关负责人出庭应诉若干问题的规定",
        ),
        (
            "最高法关于行政机关负责人出庭应诉若干问题的规定",
            "最高人民法院关于行政机关负责人出庭应诉若干问题的规定",
        ),
        (
            "国办关于全面推行行政规范性文件合法性审核机制的指导意见",
            "国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见",
        ),
        (
            "中共中央、国务院关于加快建设全国统一大市场的意见",
            "中共中央 国务院关于加快建设全国统一大市场的意见",
        ),
        (
            "中共中央办公厅 国务院办公厅关于加强行政执法协调监督工作体系建设的意见",
            "关于加强行政执法协调监督工作体系建设的意见",
        ),
        (
            "中办、国办关于加强行政执法协调监督工作体系建设的意见",
            "关于加强行政执法协调监督工作体系建设的意见",
        ),
        (
            "中共中央、国务院法治政府建设实施纲要（2021—2025年）",
            "法治政府建设实施纲要（2021—2025年）",
        ),
        ("全国人大常委会关于设立国家宪法日的决定", "全国人民代表大会常务委员会关于设立国家宪法日的决定"),
        # Another issuer's paper of the same name, and names that no court uses.
        ("云岭县人民政府关于加强行政执法协调监督工作体系建设的意见", None),
        ("国务院办公厅关于加强行政执法协调监督工作体系建设的意见", None),
        ("关于设立国家宪法日的决定", None),
        ("关于加强法治政府建设的意见", None),
        ("国务院", None),
        ("国务院关于", None),
    ],
)
def test_another_form_of_the_issuer_finds_the_document(
    register: TableRegister, written: str, official: str | None
) -> None:
    """The issuer may be written short, or stand in front of a title known without it, where it is the right one."""
    found = register.find(written)

    assert official == (found.title if found else None)


@pytest.mark.parametrize(
    ("title", "day", "articles"),
    [
        ("治安管理处罚法", date(2025, 12, 31), 119),
        ("治安管理处罚法", date(2026, 1, 1), 144),
        ("行政处罚法", date(2021, 7, 14), 64),
        ("行政处罚法", date(2021, 7, 15), 86),
        ("城市居民委员会组织法", date(2025, 12, 31), 23),
        ("城市居民委员会组织法", date(2026, 1, 1), 50),
        ("行政复议法实施条例", date(2026, 5, 7), 66),
        ("行政复议法实施条例", date(2026, 5, 8), None),
    ],
)
def test_the_version_of_a_day_has_its_own_articles(
    register: TableRegister, title: str, day: date, articles: int | None
) -> None:
    """The articles to count are those of the version in force on the day, and none where it may have ended."""
    versions = _found(register, title).versions
    current = [
        one.articles
        for one in versions
        if one.effective and one.effective <= day and (one.superseded is None or day < one.superseded)
    ]

    assert ([articles] if articles else []) == current


def test_nothing_is_said_of_days_after_the_facts() -> None:
    """What is in force on the last day of the facts is unknown on the next, and what was repealed stays so."""
    register = load_register(REGISTER, date(2026, 9, 23))
    days = (date(2026, 9, 23), date(2026, 9, 24))

    assert ["in_force", "unknown"] == [status_on(register.find("行政处罚法"), day) for day in days]
    assert ["not_yet_in_force", "unknown"] == [status_on(register.find("医疗保障法"), day) for day in days]
    assert ["repealed", "repealed"] == [status_on(register.find("合同法"), day) for day in days]


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("优化营商环境条例", ["国务院令第722号"]),
        ("政府信息公开条例", ["国务院令第492号", "国务院令第711号"]),
        # 国务院令第321号 is of 2001: the amended act of 2017 keeps its title, not its number.
        ("行政法规制定程序条例", ["国务院令第321号", None, "国务院令第838号"]),
        ("保障中小企业款项支付条例", ["国务院令第728号", "国务院令第802号"]),
        ("法治政府建设实施纲要（2021—2025年）", ["中发〔2021〕33号"]),
        # Orders whose day was not seen, and documents whose number was not confirmed.
        ("殡葬管理条例", [None, None]),
        ("党政主要负责人履行推进法治建设第一责任人职责规定", [None]),
    ],
)
def test_a_number_belongs_to_one_version(register: TableRegister, title: str, numbers: list[str | None]) -> None:
    """Each version has its own number, and none where it was not confirmed."""
    assert numbers == [version.number for version in _found(register, title).versions]


def test_documents_of_central_bodies_have_their_issuer(register: TableRegister) -> None:
    """The body that made an instrument is named, also where it does not stand in the title."""
    assert "国务院" == _found(register, "优化营商环境条例").issuer
    assert "中共中央、国务院" == _found(register, "法治政府建设实施纲要（2021—2025年）").issuer
    assert "全国人民代表大会常务委员会" == _found(register, "反有组织犯罪法").issuer


def test_titles_called_new_have_their_adoption_as_the_first_version(register: TableRegister) -> None:
    """`first` stands on the first version of a title only, and that version has a certain day."""
    marked = [_found(register, title) for title in register.titles()]
    new = [one for one in marked if any(version.first for version in one.versions)]

    assert len(new) > 100
    assert [] == [one.title for one in new if not one.versions[0].first or one.versions[0].promulgated is None]
    assert [] == [one.title for one in new if any(version.first for version in one.versions[1:])]
    assert "中华人民共和国医师法" not in {one.title for one in new}


def test_regulations_that_provinces_have_too_are_marked(register: TableRegister) -> None:
    """《优化营商环境条例》 may be the province's own, 《重大行政决策程序暂行条例》 may not."""
    titles = ("优化营商环境条例", "物业管理条例", "行政执法监督条例", "重大行政决策程序暂行条例", "行政处罚法")

    assert [True, True, True, False, False] == ["namesake" in _found(register, title).flags for title in titles]
