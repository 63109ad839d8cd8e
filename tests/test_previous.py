"""Comparing with last year's report: what is said, how badly, and what is refused."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from report_lint import LintOptions, ReadError, SourceText, UsageError, lint, lint_file, lint_text
from report_lint.cli import main

if TYPE_CHECKING:
    from report_lint import Finding

EXAMPLES = Path(__file__).parent.parent / "examples"
TITLE = "青岚县水务局{year}年度法治政府建设情况的报告\n\n一、主要举措和成效\n\n"
WORK = (
    "规范河道采砂和取水许可执法，全年开展执法检查36次，查办案件12件，案件均经法制审核后作出决定，执法文书全部公示，没有发生复议和诉讼。",
    "推行节水评价告知承诺制，压减申报材料五项，审批时限由二十日缩短到七日，全年受理取水许可申请84件，办结率100%，企业普遍反映办事更方便。",
    "组织基层水管站所人员分批参加执法资格考试和案卷制作培训，邀请法官和检察官现场讲解证据收集要点，参训人员覆盖全部九个站所共计73人。",
    "在世界水日、宪法宣传周期间走进灌区、学校和企业宣传水法规，发放宣传册4200份，现场解答群众关于水费、水权的疑问160余个，反响良好。",
    "对全县农村饮水工程开展合同清理，法律顾问逐份审查建设、管护、供水三类合同，发现条款缺失问题28个，全部补签补充协议，化解了隐患。",
    "健全水事纠纷联合调处机制，与相邻两县签订协议，建立上下游信息通报和会商制度，全年化解跨界水事纠纷6起，没有一起引发群体性事件。",
)


def report(year: int, *paragraphs: str) -> str:
    """Return a report of a year."""
    return TITLE.format(year=year) + "\n\n".join(paragraphs) + "\n"


def found(text: str, previous: str) -> list[Finding]:
    """Return what is said of a report against last year's."""
    return list(lint_text(text, previous=previous, select=["CON012"]).findings)


class TestFindings:
    """One finding a copied paragraph, and one for a copied report."""

    @pytest.mark.parametrize(("count", "severity"), [(1, "info"), (2, "info"), (3, "warning"), (5, "warning")])
    def test_copied_paragraphs_are_reported_one_by_one(self, count: int, severity: str) -> None:
        """Each is quoted whole; from three on it is no accident."""
        new = "修订行政处罚裁量基准，办理政府信息公开申请11件，开展案卷互评2次，完成权责清单调整，新聘法律顾问3名。"

        findings = found(report(2024, *WORK[:count], new), report(2023, *WORK))

        assert [(severity, text) for text in WORK[:count]] == [(one.severity, one.quote) for one in findings]
        assert {"本段与2023年度报告逐字相同，数字也没有变"} == {one.message for one in findings}

    def test_a_copied_report_is_one_finding(self) -> None:
        """It tells how many paragraphs and how much of the whole, and points at the first."""
        findings = found(report(2024, *WORK), report(2023, *WORK))

        assert ["正文的100%与2023年度报告相同，其中6段整段相同或几乎相同"] == [one.message for one in findings]
        assert WORK[0] == findings[0].quote
        assert f"“{WORK[1][:10]}…”" in findings[0].help

    def test_says_how_similar_a_paragraph_is(self) -> None:
        """A word changed leaves a percentage; a paragraph in which a figure is new is not reported."""
        near = WORK[0].replace("执法文书全部公示", "执法文书全部上网")
        new_figure = WORK[1].replace("84件", "91件")

        messages = [one.message for one in found(report(2024, near, new_figure), report(2023, *WORK))]

        assert len(messages) == 1
        assert re.fullmatch("本段与2023年度报告有9[0-9]%的字相同，数字也没有变", messages[0])

    def test_a_longer_number_with_the_same_digits_is_another_one(self) -> None:
        """112件 became 12件: each digit stands in both reports, the figure does not."""
        before = report(2023, WORK[0].replace("12件", "112件"))

        assert [] == found(report(2024, WORK[0]), before)

    def test_another_order_of_paragraphs_changes_nothing(self) -> None:
        """Paragraphs that were moved, or stand in one line now, are still last year's."""
        moved = report(2024, WORK[2] + WORK[1], WORK[0])

        assert [WORK[2] + WORK[1], WORK[0]] == [one.quote for one in found(moved, report(2023, *WORK))]

    @pytest.mark.parametrize("year", [2024, 2025])
    def test_a_report_that_is_not_of_last_year_is_not_compared(self, year: int) -> None:
        """One finding says so, at the title."""
        findings = found(report(2024, *WORK), report(year, *WORK[:5]))

        assert [f"本报告是2024年度的，用来对照的“上年报告”是{year}年度的，没有对照"] == [
            one.message for one in findings
        ]

    @pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*-20[0-9][0-9].txt")), ids=lambda path: path.stem)
    def test_an_example_with_the_years_moved_is_a_copy(self, path: Path) -> None:
        """What a clerk does who takes last year's file: the years are new, the rest is not."""
        text = path.read_text(encoding="utf-8")
        last = re.sub("20[0-9]{2}", lambda match: str(int(match[0]) - 1), text)

        findings = found(text, last)

        assert ["warning"] == [one.severity for one in findings]
        assert re.match("正文的(8[5-9]|9[0-9]|100)%与20", findings[0].message)


class TestLibrary:
    """`previous` is given as the report itself is."""

    def test_is_silent_without_last_years_report(self) -> None:
        """Nothing to compare with is nothing to say, and the report says that nothing was compared."""
        checked = lint_text(report(2024, *WORK), select=["CON012"])

        assert () == checked.findings == checked.checked.rules
        assert checked.checked.previous is None

    def test_takes_a_text_a_source_or_a_file(self, tmp_path: Path) -> None:
        """All three say the same; the name of the file is kept."""
        now, last = tmp_path / "now.txt", tmp_path / "last.txt"
        now.write_text(report(2024, *WORK), encoding="utf-8")
        last.write_text(report(2023, *WORK), encoding="utf-8")

        by_file = lint_file(now, previous=last)
        by_text = lint_text(report(2024, *WORK), previous=report(2023, *WORK))
        by_source = lint_text(report(2024, *WORK), previous=SourceText(report(2023, *WORK)))

        assert by_file.findings == by_text.findings == by_source.findings
        assert str(last) == by_file.checked.previous

    def test_refuses_the_same_text(self) -> None:
        """The wrong file was chosen: no finding would be of use, be it spaced differently."""
        text = report(2024, *WORK)

        with pytest.raises(UsageError, match="文字完全相同"):
            lint_text(text, previous=text.replace("\n\n", "\n"))

    def test_refuses_an_empty_text(self) -> None:
        """A report without words compares with nothing."""
        with pytest.raises(ReadError, match="上年报告没有文字"):
            lint_text(report(2024, *WORK), previous=" \n")

    def test_names_the_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        """It is last year's, not this one."""
        now = tmp_path / "now.txt"
        now.write_text(report(2024, *WORK), encoding="utf-8")

        with pytest.raises(ReadError, match=r"last\.txt"):
            lint_file(now, previous=tmp_path / "last.txt")

    def test_the_options_are_those_of_lint(self) -> None:
        """What the three ways to lint take in common is written down once more, for typing."""
        taken = set(inspect.signature(lint).parameters) - {"source", "previous"}

        assert taken == set(LintOptions.__annotations__)


class TestCommandLine:
    """`--previous FILE`, for one report at a time."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("今年.txt").write_text(report(2024, *WORK), encoding="utf-8")
        Path("去年.txt").write_text(report(2023, *WORK), encoding="utf-8")

    def test_reports_and_says_what_it_compared_with(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A clean result must not be taken for one that was compared."""
        code = main(["check", "今年.txt", "--previous", "去年.txt", "--select", "CON012", "--fail-on", "warning"])

        assert code == 1
        assert "对照上年报告 去年.txt" in capsys.readouterr().out

    def test_refuses_several_reports(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Last year's report belongs to one office."""
        code = main(["check", ".", "--previous", "去年.txt"])

        assert code == 2
        assert "这次要检查 2 份" in capsys.readouterr().err

    def test_checks_the_report_without_a_file_that_cannot_be_read(self, capsys: pytest.CaptureFixture[str]) -> None:
        """One sentence names the file and what was left undone; the findings are printed all the same."""
        code = main(["check", "今年.txt", "--previous", "前年.txt", "--format", "json"])
        written = capsys.readouterr()

        assert code == 2
        assert [line for line in written.err.splitlines() if "前年.txt" in line and "没有和上年报告对照" in line]
        assert ["missing"] == [error["kind"] for error in json.loads(written.out)["errors"]]
        assert json.loads(written.out)["reports"][0]["findings"]

    def test_refuses_the_report_itself(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The same file twice is a slip of the hand."""
        code = main(["check", "今年.txt", "--previous", "今年.txt"])

        assert code == 2
        assert "文字完全相同" in capsys.readouterr().err

    @pytest.mark.parametrize(("code", "words"), [("CON012", "--previous"), ("CON015", "一次只看一份报告")])
    def test_explain_says_what_a_rule_needs(self, code: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A rule that is silent without something says so."""
        main(["explain", code])

        needs = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("需要："))
        assert words in needs

    @pytest.mark.parametrize(
        ("other", "said"),
        [
            ("云岭县司法局", "--previous 是云岭县司法局的报告，检查的是青岚县水务局的报告"),
            ("青岚县水务局", ""),
            ("水务局", ""),
        ],
    )
    def test_says_that_it_is_another_offices(self, other: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
        """Both offices are named; the same one under its short name is not another."""
        Path("now.txt").write_text(report(2024, *WORK[:2]), encoding="utf-8")
        Path("then.txt").write_text(report(2023, *WORK[2:4]).replace("青岚县水务局", other), encoding="utf-8")

        main(["check", "now.txt", "--previous", "then.txt", "--select", "CON012"])

        err = capsys.readouterr().err
        assert said in err
        assert bool(said) == ("请确认没有拿错" in err)
