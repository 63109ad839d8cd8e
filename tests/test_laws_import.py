"""`report-lint laws import`: what an office's file adds to its own register, and what keeps everything as it was."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registers import line_of, pack_with, text_of
from report_lint.cli import main
from report_lint.commands import laws_import
from report_lint.packs import load_registers
from report_lint.register import register_of
from report_lint.register.additions import Additions
from report_lint.register.cells import HEADINGS, cell_of, column_of
from report_lint.register.columns import HEADER, Row, row_of
from report_lint.register.entries import Entry, entries

if TYPE_CHECKING:
    from report_lint.instruments import Instrument

CSV = """\
题名,级别,公布日期,施行日期,条数,简称
云岭县供热条例,地方性法规,2024-1-5,2024年3月1日,40条,供热条例
中华人民共和国行政处罚法,,2027/1/5,2027.6.1,90,
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(text: str, name: str = "laws.csv", encoding: str = "utf-8") -> str:
    """Write a file to import; return its name."""
    Path(name).write_bytes(text.encode(encoding))
    return name


def import_(text: str = CSV, pack: str = "./yunling", **file: str) -> int:
    """Import a text into a pack and return the exit code."""
    return main(["laws", "import", write(text, **file), "--pack", pack])


def rows(path: str = "yunling/instruments.tsv") -> list[Row]:
    """Return the rows of a register."""
    return [row_of(line) for line in Path(path).read_text("utf-8").splitlines()[1:]]


def of(title: str) -> Instrument:
    """Return what the pack and those it extends know of a title."""
    register = load_registers(("./yunling",), Path.cwd())
    found = register.find(title) if register else None
    assert found is not None
    return found


class TestAdding:
    """Rows that are right."""

    def test_into_a_new_pack(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A folder that is not there becomes a pack that extends the national one, and its acts are known."""
        assert 0 == import_()

        assert (
            "已写入 yunling/instruments.tsv：新增 2 行，替换 0 行\n新建了 yunling/pack.toml" in capsys.readouterr().out
        )
        assert ("云岭县供热条例", "地方性法规", date(2024, 3, 1), 40) == (
            of("供热条例").title,
            of("供热条例").level,
            of("供热条例").versions[0].effective,
            of("供热条例").versions[0].articles,
        )
        assert [86, 90] == [version.articles for version in of("行政处罚法").versions[-2:]]

    def test_the_register_is_sorted_and_whole(self) -> None:
        """Keys are derived, what is not written is filled in, and the lines stand in order."""
        import_()

        added = rows()
        assert [row["key"] for row in added] == sorted(row["key"] for row in added)
        assert {"certain"} == {row["certainty"] for row in added}
        assert {"地方性法规", "法律"} == {row["level"] for row in added}
        assert all(date.fromisoformat(row["as_of"]) <= date.today() for row in added)  # noqa: DTZ011

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_from_whatever_excel_writes(self, encoding: str, end: str) -> None:
        """The encodings and line ends of Excel change nothing."""
        assert 0 == import_(CSV.replace("\n", end), encoding=encoding)

        assert ["云岭县供热条例", "中华人民共和国行政处罚法"] == [row["title"] for row in rows()]

    @pytest.mark.parametrize("separator", ["\t", ";"])
    def test_with_another_separator(self, separator: str) -> None:
        """Tables that were saved with tabs or semicolons are read too."""
        assert 0 == import_(CSV.replace(",", separator))

        assert 2 == len(rows())

    def test_from_jsonl(self) -> None:
        """One JSON object a line, with English or Chinese names."""
        lines = [
            {"title": "云岭县供热条例", "level": "地方性法规", "promulgated": "2024-01-05", "aliases": ["供热条例"]},
            {"题名": "信访工作条例", "废止日期": "2028-01-01", "替代文件": "云岭县供热条例", "条数": None},
        ]
        text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)

        assert 0 == import_(text, name="laws.jsonl")
        assert (date(2028, 1, 1), "云岭县供热条例", 50) == (
            of("信访工作条例").repealed_on,
            of("信访工作条例").successor,
            of("信访工作条例").versions[-1].articles,
        )

    def test_columns_of_no_use_are_passed_over(self) -> None:
        """An office's list has numbers and remarks that the register does not hold."""
        text = "序号,题名,级别,备注\n1,云岭县供热条例,地方性法规,“供热”，见附件\n"

        assert 0 == import_(text)
        assert "云岭县供热条例" == rows()[0]["title"]

    def test_into_a_register_without_a_pack(self) -> None:
        """With -o the rows go into a register file."""
        assert 0 == main(["laws", "import", write(CSV), "-o", "own.tsv"])

        assert 2 == len(rows("own.tsv"))
        assert not Path("pack.toml").exists()

    def test_a_pack_without_a_register_gets_one(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The key is written in front of what pack.toml says, which stays as it is."""
        Path("yunling").mkdir()
        plain = '# 云岭县\nid = "yunling"\ntitle = "云岭县规则"\nversion = "1"\nprefixes = []\nextends = "national"\n'
        Path("yunling/pack.toml").write_text(plain + '[[norm]]\nid = "办法"\ntitle = "办法"\ngrade = "例"\n', "utf-8")

        assert 0 == import_()
        assert "在 yunling/pack.toml 里补上了 register" in capsys.readouterr().out
        assert Path("yunling/pack.toml").read_text("utf-8").startswith(f'register = "instruments.tsv"\n{plain}')
        assert "云岭县供热条例" == of("供热条例").title


class TestReplacing:
    """A version that is there already."""

    def test_the_same_again_changes_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Importing a file twice leaves the register byte for byte as it was."""
        import_()
        before = Path("yunling/instruments.tsv").read_bytes()
        capsys.readouterr()

        assert 0 == import_()
        assert "没有要写的：2 行都已经登记，没有变化\n" == capsys.readouterr().out
        assert before == Path("yunling/instruments.tsv").read_bytes()

    def test_new_cells_replace_the_old_and_are_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The columns that are given replace those of the version, the others stay, and it is said which."""
        import_()
        capsys.readouterr()

        assert 0 == import_("题名,公布日期,条数\n云岭县供热条例,2024-01-05,41\n")
        assert "替换 1 行\n替换：《云岭县供热条例》2024-01-05 公布的版本\n" in capsys.readouterr().out
        assert ("41", "2024-03-01", "=供热条例") == tuple(
            rows()[0][name] for name in ("articles", "effective", "aliases")
        )

    def test_a_row_without_a_day_speaks_of_the_newest_version(self) -> None:
        """To say that an act was repealed its title and the day are enough."""
        import_()

        assert 0 == import_("题名,废止日期\n云岭县供热条例,2028-1-1\n")
        assert ("2028-01-01", "40", 2) == (rows()[0]["repealed"], rows()[0]["articles"], len(rows()))

    def test_another_version_is_added_in_its_place(self) -> None:
        """An older version stands in front of the newer."""
        import_()

        assert 0 == import_("题名,公布日期,施行日期\n云岭县供热条例,2010-1-1,2010-2-1\n")
        assert ["2010-02-01", "2024-03-01"] == [row["effective"] for row in rows()[:2]]
        assert date(2024, 3, 1) == of("供热条例").versions[0].superseded


class TestRefusing:
    """Nothing is written where a row, the register or the pack is wrong."""

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("题名,级别\n云岭县供热条例,条例\n", "laws.csv:2: 级别“条例”应为"),
            ("题名,公布日期\n行政处罚法,2024年5月\n", "laws.csv:2: “2024年5月”不是日期"),
            ("题名,公布日期\n行政处罚法,2024-02-30\n", "laws.csv:2: “2024-02-30”不是日期"),
            ("题名,级别\n,法律\n", "laws.csv:2: 没有写题名"),
            ("题名,级别\n《》,法律\n", "laws.csv:2: 没有写题名"),
            ("题名,级别\n“”,法律\n", "laws.csv:2: 题名““””里没有文字"),
            ("题名\n云岭县供热条例\n", "laws.csv:2: 没有写《云岭县供热条例》的级别"),
            ("题名,条数\n行政处罚法,若干\n", "laws.csv:2: 条数“若干”应为正整数"),
            ("题名\n行政处罚法（2027年修订）\n", "laws.csv:2: 题名里的“（2027年修订）”说的是版本"),
            ("题名,公布日期,施行日期\n行政处罚法,2028-1-1,2027-1-1\n", "laws.csv:2: 施行日早于公布日"),
            ("题名,替代文件\n行政处罚法,没有的法\n", "laws.csv:2: successor（替代文件）《没有的法》不在登记表中"),
            ("题名,简称\n行政处罚法,民法典\n", "laws.csv:2: 简称“民法典”在所继承的登记表中指《中华人民共和国民法典》"),
            ("题名,标记\n行政处罚法,新\n", "laws.csv:2: 标记“新”应为"),
            ("题名,插入条文\n行政处罚法,133之一\n", "laws.csv:2: inserted（插入条文）是“133之一”"),
            ("题名\n行政处罚法,2024-1-1\n", "laws.csv:2: 比表头多出 1 格"),
            (
                "题名,公布日期\n行政处罚法,2027-1-1\n中华人民共和国行政处罚法,2027-1-1\n",
                "laws.csv:3: 和 laws.csv:2 说的是《中华人民共和国行政处罚法》的同一个版本",
            ),
            ("题名,施行期\n行政处罚法,2027-1-1\n", "laws.csv:1: 表头里有不认识的列“施行期”，是否想写“施行日期”？"),
            ("名字,日子\n", "laws.csv:1: 表头里有不认识的列“名字”"),
            ("级别,公布日期\n", "laws.csv:1: 表头里没有“题名”"),
            ("题名,标题\n", "laws.csv:1: 表头里有两列都是“题名”"),
            ("", "laws.csv:1: 文件是空的"),
            ("题名,级别\n", "laws.csv 里没有可以导入的行"),
            ('{"title": "甲"\n', "laws.csv:1: 这一行不是 JSON 对象"),
            ('{"title": ["甲", 1]}\n', "laws.csv:1: “title”应为文字"),
            ('{"name": "甲"}\n', "laws.csv:1: 不认识的键“name”"),
        ],
    )
    def test_a_wrong_row_is_named(self, capsys: pytest.CaptureFixture[str], text: str, sentence: str) -> None:
        """File, line and reason, exit code 2, and no file or folder is left behind."""
        assert 2 == import_(text)

        assert f"error: {sentence}" in capsys.readouterr().err
        assert not Path("yunling").exists()

    def test_every_wrong_row_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A clerk who mends a file wants to know all of it, up to a screenful."""
        import_("题名,公布日期\n" + "行政处罚法,昨天\n" * 25)

        errors = capsys.readouterr().err.splitlines()
        assert 21 == len(errors)
        assert "还有 5 行不对；什么也没有写" in errors[-1]

    def test_the_old_register_stays(self) -> None:
        """One wrong row among good ones leaves the register as it was."""
        import_()
        before = Path("yunling/instruments.tsv").read_bytes()

        assert 2 == import_(CSV.replace("2024-1-5", "2023-1-5") + "云岭县供水条例,地方性法规,昨天,,,\n")
        assert before == Path("yunling/instruments.tsv").read_bytes()

    def test_a_register_that_was_wrong_before_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The line of the register is named, not one of the file."""
        pack_with(Path("yunling"), line_of("云岭县供水条例", level="法令"))

        assert 2 == import_()
        assert f"error: {Path('yunling/instruments.tsv')}:2: level（级别）是“法令”" in capsys.readouterr().err

    def test_a_write_that_fails_keeps_the_old_register(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The new text is complete before it takes the place of the old."""
        import_()
        before = Path("yunling/instruments.tsv").read_bytes()
        write(CSV.replace("40条", "41条"))

        def full(_number: int) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            code = main(["laws", "import", "laws.csv", "--pack", "yunling"])

        assert (2, before) == (code, Path("yunling/instruments.tsv").read_bytes())
        assert "无法写入 yunling/instruments.tsv：磁盘已满" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["laws.csv"], "写明加进哪里"),
            (["laws.csv", "--pack", "a", "-o", "b.tsv"], "写明加进哪里"),
            (["laws.csv", "--pack", "a", "--pack", "b"], "写明加进哪里"),
            (["none.csv", "--pack", "a"], "找不到文件 none.csv"),
            ([".", "--pack", "a"], "无法读取 .：这是文件夹"),
            (["laws.csv", "--pack", "national"], "内置的规则包不能改"),
            (["laws.csv", "--pack", "laws.csv"], "laws.csv 不是文件夹"),
            (["laws.csv", "-o", "nowhere/own.tsv"], "无法写入 nowhere/own.tsv"),
            (["book.xlsx", "--pack", "a"], "这是 Excel 工作簿，请另存为 CSV"),
            (["noise.csv", "--pack", "a"], "无法读取 noise.csv"),
            (["--pack", "a"], "缺少 FILE"),
        ],
        ids=str,
    )
    def test_a_wrong_command_is_explained(
        self, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
    ) -> None:
        """One sentence, exit code 2, nothing written."""
        write(CSV)
        Path("book.xlsx").write_bytes(b"PK\x03\x04\x14\x00")
        Path("noise.csv").write_bytes(bytes(range(256)) * 4)

        assert 2 == main(["laws", "import", *arguments])
        assert sentence in capsys.readouterr().err
        assert not Path("a").exists()

    def test_the_built_in_register_is_not_written_to(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The register that comes with the program stays as it came."""
        built_in = laws_import.rules_folder() / "national" / "instruments.tsv"

        assert 2 == main(["laws", "import", write(CSV), "-o", str(built_in)])
        assert "内置的规则包不能改" in capsys.readouterr().err


class TestCells:
    """What people write, in the form of the register."""

    @pytest.mark.parametrize(
        ("column", "written", "cell"),
        [
            ("promulgated", "2024-1-5", "2024-01-05"),
            ("promulgated", "2024/01/05", "2024-01-05"),
            ("promulgated", "２０２４年１月５日", "2024-01-05"),
            ("promulgated", "20240105", "2024-01-05"),
            ("promulgated", "2024-01-05 00:00:00", "2024-01-05"),
            ("promulgated", "", ""),
            ("title", "《中华人民共和国行政处罚法》", "中华人民共和国行政处罚法"),
            ("title", "国务院关于进一步贯彻实施《中华人民共和国行政处罚法》的通知", None),
            ("articles", "共86条", "86"),
            ("articles", "86.0", "86"),
            ("certainty", "转述", "secondary"),
            ("certainty", "", "certain"),
            ("inserted", "133-1、133-2", "133-1,133-2"),
            ("aliases", "《代表法》；人大代表法", "=代表法；人大代表法"),
            ("aliases", "=代表法", "=代表法"),
            ("aliases", "代表\t法;\n监督法", "=代表 法；监督法"),
            ("flags", "首次制定", "first"),
            ("level", "国务院规范性文件", "规范性文件"),
            ("number", "国务院令第713号", "国务院令第713号"),
        ],
    )
    def test_become_regular(self, column: str, written: str, cell: str | None) -> None:
        """Dates, marks, widths and Chinese words are understood; None means as it is written."""
        assert (written if cell is None else cell) == cell_of(column, written)

    def test_every_column_has_a_chinese_heading(self) -> None:
        """Each column but the key can be given, by its own name and by Chinese ones that mean nothing else."""
        headings = [heading for names in HEADINGS.values() for heading in names]

        assert set(HEADER) - {"key"} == set(HEADINGS)
        assert len(headings) == len(set(headings))
        assert [] == [name for name, words in HEADINGS.items() if {name} != {column_of(one) for one in (name, *words)}]
        assert "promulgated" == column_of(" 公布日期（年-月-日） ")


class TestAnyInput:
    """Whatever a file holds, the result is a sound register or a list of what is wrong."""

    @given(st.text(alphabet="题名,公布日期\n\"'{}:甲乙法《》2024-1年月日\t；=", max_size=80))
    def test_never_breaks(self, text: str) -> None:
        """Reading raises nothing."""
        good, wrong = entries(text, "laws.csv")

        assert all(entry.cells["title"] for entry in good)
        assert all(mistake.reason for mistake in wrong)

    @given(
        st.lists(
            st.fixed_dictionaries(
                {"title": st.sampled_from(["甲法", "乙条例", "中华人民共和国丙法", "丁办法"])},
                optional={
                    "promulgated": st.sampled_from(["2001-01-01", "2010-05-06", "2020-02-03"]),
                    "effective": st.sampled_from(["2001-03-01", "2010-06-06", "2020-02-03"]),
                    "repealed": st.sampled_from(["2022-01-01", ""]),
                    "articles": st.sampled_from(["1", "50", ""]),
                },
            ),
            max_size=6,
        )
    )
    def test_what_is_written_is_sound_and_stays(self, cells: list[Row]) -> None:
        """A register that comes without mistakes is valid, and adding the same again leaves it as it is."""
        present = register_of(text_of(line_of("甲法", promulgated="2010-05-06", effective="2010-06-06")), "own.tsv")
        added = [Entry(f"a:{at}", one | {"level": "法律"}) for at, one in enumerate(cells)]

        first = _added(Additions(present, None, date(2027, 1, 1)), added)
        if first.mistakes:
            return
        second = _added(Additions(register_of(first.text, "own.tsv"), None, date(2028, 1, 1)), added)

        assert () == second.mistakes
        assert first.text == second.text


def _added(additions: Additions, rows: list[Entry]) -> laws_import.Result:
    for row in rows:
        additions.add(row)
    return additions.result()


@pytest.mark.parametrize("title", ["=VLOOKUP(A2;B:C;2)", " =A2"])
def test_a_formula_is_no_title(title: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The table was saved with its formulas: nothing is written, and the row is named."""
    assert 2 == import_(CSV + f"{title}{',' * CSV.splitlines()[0].count(',')}\n")

    assert f":{CSV.count(chr(10)) + 1}: 题名是公式“=" in capsys.readouterr().err
    assert not Path("yunling").exists()
