"""`report-lint laws`: what is said of a title, and of one that is not in the register."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from registers import line_of, pack_with
from report_lint.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, so that no config is found."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what `laws` prints, with its wrapped lines joined."""
    main(["laws", *arguments])
    return re.sub("\n +", "", capsys.readouterr().out)


def values_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """Return the first answer of `laws --format json`."""
    main(["laws", "--format", "json", *arguments])
    first: dict[str, Any] = json.loads(capsys.readouterr().out)["laws"][0]
    return first


class TestExitCodes:
    """0 known, 1 not in the register, 2 it could not do its job."""

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (["行政处罚法"], 0),
            (["《中华人民共和国行政处罚法》"], 0),
            (["行政处罚法", "代表法"], 0),
            (["云岭县会议管理办法"], 1),
            (["行政处罚法", "云岭县会议管理办法"], 1),
            (["《》"], 1),
            ([], 2),
            (["行政处罚法", "--as-of", "去年"], 2),
            (["行政处罚法", "--format", "xml"], 2),
            (["行政处罚法", "--pack", "./nowhere"], 2),
        ],
        ids=str,
    )
    def test_of_laws(self, arguments: list[str], code: int) -> None:
        """A title that nobody registered is no error of the program."""
        assert code == main(["laws", *arguments])


class TestKnown:
    """A title that the register has."""

    @pytest.mark.parametrize("written", ["行政处罚法", "《行政处罚法》", "中华人民共和国行政处罚法"])
    def test_is_found_however_it_is_written(self, capsys: pytest.CaptureFixture[str], written: str) -> None:
        """Marks and 中华人民共和国 may be written or not."""
        assert text_of(capsys, written).startswith("《中华人民共和国行政处罚法》\n")

    def test_says_what_is_known(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Level, issuer, status on the day, versions with their days and articles, source and reach."""
        assert text_of(capsys, "突发事件应对法", "--as-of", "2025-01-09").splitlines() == [
            "《中华人民共和国突发事件应对法》",
            "级别：法律",
            "制定机关：全国人民代表大会常务委员会",
            "状态：有效（按 2025-01-09 判断）",
            "其他写法：《突发事件应对法》",
            "版本：2007-08-30 公布，2007-11-01 施行，2024-11-01 起由下一版本代替，70 条",
            "版本：2024-06-28 公布，2024-11-01 施行，106 条（当日有效）",
            "来源日期：2026-08-28",
            "",
            "登记的事实截至 2026-09-23，此后公布、修改、废止的不在表中",
        ]

    @pytest.mark.parametrize(
        ("title", "day", "words"),
        [
            ("收养法", "2024-12-31", "已废止（按 2024-12-31 判断），2021-01-01 废止，由《中华人民共和国民法典》取代"),
            ("收养法", "2020-12-31", "有效（按 2020-12-31 判断），2021-01-01 起废止，由《中华人民共和国民法典》取代"),
            ("民营经济促进法", "2025-05-19", "尚未施行（按 2025-05-19 判断）"),
            ("行政处罚法", "2027-06-30", "有效（截至 2026-09-23，此后的修改、废止不在表中）"),
            ("合同法", "2027-06-30", "已废止（按 2027-06-30 判断），2021-01-01 废止"),
            ("社会救助暂行办法", "2026-08-01", "效力不明（按 2026-08-01 判断），登记的版本截至 2026-07-01 前"),
            ("行政处罚法", "2010-01-01", "效力不明（按 2010-01-01 判断），登记的最早版本自 2018-01-01 施行"),
            ("党章", "2025-01-01", "效力不明（按 2025-01-01 判断），只登记题名"),
            ("供水条例", "2026-06-02", "效力不明（按 2026-06-02 判断），施行日期未核实"),
        ],
    )
    def test_says_the_status_and_why_it_is_unknown(
        self, capsys: pytest.CaptureFixture[str], title: str, day: str, words: str
    ) -> None:
        """What cannot be told is explained, and nothing is claimed for days after the facts."""
        (line,) = [line for line in text_of(capsys, title, "--as-of", day).splitlines() if line.startswith("状态：")]

        assert line.startswith(f"状态：{words}")

    @pytest.mark.parametrize(
        ("title", "words"),
        [
            ("优化营商环境条例", "国务院令第722号，72 条，首次制定"),
            ("刑法", "452 条，另有第17条之1等插入的 53 条"),
            ("优化营商环境条例", "注意：各省可能有同名的地方性法规或规章"),
            ("社会救助暂行办法", "2026-07-01 起情况不明"),
            ("供水条例", "施行日期未核实"),
            ("国办关于严格规范涉企行政检查的意见", "查的是：《国办关于严格规范涉企行政检查的意见》"),
        ],
    )
    def test_says_what_is_uncertain_or_special(
        self, capsys: pytest.CaptureFixture[str], title: str, words: str
    ) -> None:
        """Numbers, inserted articles, first adoptions, namesakes and doubts are put into words."""
        assert words in text_of(capsys, title)

    def test_as_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The same facts for programs, with null for what is unknown."""
        values = values_of(capsys, "保障中小企业款项支付条例", "--as-of", "2025-07-01")

        assert (True, "行政法规", "国务院", "in_force") == tuple(
            values[name] for name in ("known", "level", "issuer", "status_on_date")
        )
        assert {
            "promulgated": "2025-03-17",
            "effective": "2025-06-01",
            "effective_certain": True,
            "superseded": None,
            "number": "国务院令第802号",
            "articles": 37,
            "inserted_articles": [],
            "first": False,
            "as_of": "2025-12-23",
        } == values["versions"][-1]

    def test_follows_the_chain_of_successors(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Where what took its place was replaced in turn, both are named."""
        pack = pack_with(
            tmp_path / "yunling",
            line_of("云岭旧办法", repealed="2023-01-01", successor="行政处罚法"),
            line_of("云岭甲办法", repealed="2020-01-01", successor="云岭旧办法"),
        )

        words = text_of(capsys, "云岭甲办法", "--pack", str(pack), "--as-of", "2024-01-01")

        assert "由《云岭旧办法》取代，后者又由《中华人民共和国行政处罚法》取代" in words


class TestUnknown:
    """A title that the register does not have."""

    def test_is_not_called_wrong(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Not to be in the register says nothing against a title."""
        words = text_of(capsys, "《云岭县会议管理办法》")

        assert words.startswith("登记表中没有《云岭县会议管理办法》\n说明：没有登记不等于写错")

    def test_proposes_what_comes_near(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A slip or two away, the title that may be meant is named."""
        once, twice = values_of(capsys, "行政处分法"), values_of(capsys, "农村土地承包经营法")

        assert (False, ["中华人民共和国行政处罚法"]) == (once["known"], once["near"])
        assert ["中华人民共和国农村土地承包法"] == twice["near"]

    def test_lists_titles_that_hold_the_words(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A part of a title is enough to look it up."""
        assert "含有这些字的题名：《优化营商环境条例》" in text_of(capsys, "营商环境")
        assert [] == values_of(capsys, "法")["holding"]

    def test_a_control_character_does_not_reach_the_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What is printed back is safe to print."""
        assert "\x1b" not in text_of(capsys, "甲\x1b[31m乙")


def test_uses_the_packs_of_the_config(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The register of the office answers where its config names its pack."""
    pack_with(tmp_path / "yunling", line_of("云岭县供热条例", level="地方性法规", promulgated="2024-01-01"))
    (tmp_path / "report-lint.toml").write_text('packs = ["./yunling"]\n', "utf-8")

    assert "级别：地方性法规" in text_of(capsys, "云岭县供热条例")


def test_a_register_that_is_wrong_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong register of a pack is an error with file and line."""
    pack = pack_with(tmp_path / "yunling", line_of(level="法令"))

    assert 2 == main(["laws", "行政处罚法", "--pack", str(pack)])
    assert f"error: {pack / 'instruments.tsv'}:2: level（级别）是“法令”" in capsys.readouterr().err


def test_help_is_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """The command explains itself."""
    assert 0 == main(["laws", "--help"])
    assert "退出码：0 都在登记表中；1 有的不在" in capsys.readouterr().out.replace("\n", "")
