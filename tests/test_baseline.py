"""Baselines: what is known is accepted, what is new is reported, what is gone is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report_lint.cli import main

LAW = "依据《中华人民共和国地名管理条例》办理登记3件。\n"
TEXT = f"柳溪县水利局2025年法治政府建设年度报告\n\n一、成效\n{LAW}"
ONLY = ("--select", "CIT002", "--fail-on", "info", "--no-config")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with a report and its baseline."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert 0 == main(["baseline", "a.txt", "-o", "base.json", *ONLY[:2]])


def check(*names: str) -> int:
    """Check with the baseline and return the exit code."""
    return main(["check", "--baseline", "base.json", *names, *ONLY])


def test_known_findings_are_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    """They count as suppressed, and the file can be read by people."""
    assert 0 == check("a.txt")
    assert "另有豁免 1 处" in capsys.readouterr().out
    assert 0 == check("a.txt", "--format", "json")
    suppressed = json.loads(capsys.readouterr().out)["reports"][0]["suppressed"]
    assert [("CIT002", "baseline", None)] == [(one["code"], one["suppressed_by"], one["reason"]) for one in suppressed]
    assert (
        "《中华人民共和国地名管理条例》"
        == json.loads(Path("base.json").read_bytes())["files"][0]["findings"][0]["quote"]
    )


def test_a_second_one_of_the_same_words_is_new() -> None:
    """A baseline knows how many there are."""
    Path("a.txt").write_text(TEXT + "二、其他\n依据《中华人民共和国殡葬管理条例》办理。\n", encoding="utf-8")

    assert 1 == check("a.txt")


def test_edits_elsewhere_do_not_matter() -> None:
    """Paragraphs put in before move lines and numbers, not what is known."""
    Path("a.txt").write_text(TEXT.replace("一、成效", "一、总述\n全年平稳。\n二、成效"), encoding="utf-8")

    assert 0 == check("a.txt")


def test_a_heading_that_gets_another_number_is_the_same() -> None:
    """The fingerprint of a heading is that of its words."""
    prints = []
    for number in ("三、", "四、"):
        text = f"柳溪县水利局2025年法治政府建设年度报告\n\n{number}存在的问题和原因\n无。\n"
        Path("b.txt").write_text(text, encoding="utf-8")
        main(["baseline", "b.txt", "-o", "b.json", "--select", "STR"])
        files = json.loads(Path("b.json").read_bytes())["files"]
        prints.append({one["fingerprint"] for one in files[0]["findings"] if one["quote"].startswith(number)})

    assert prints[0]
    assert prints[0] == prints[1]


def test_a_renamed_report_keeps_its_baseline() -> None:
    """A report under a new name is recognised; a copy beside the old one is another report."""
    Path("copy.txt").write_text(TEXT, encoding="utf-8")
    assert 1 == check("copy.txt")
    Path("copy.txt").unlink()
    Path("a.txt").rename("定稿.txt")

    assert 0 == check("定稿.txt")


def test_what_is_gone_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A known finding that is no more, and a known report that is no more, are named; the exit code stays."""
    Path("a.txt").write_text(TEXT.replace("中华人民共和国地名", "地名"), encoding="utf-8")
    assert 0 == check("a.txt")
    assert "CIT002“《中华人民共和国地名管理条例》”已经没有了" in capsys.readouterr().err
    Path("a.txt").rename("b.txt")
    assert 0 == check("b.txt")
    assert "a.txt 已不存在" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"{", "已损坏"), (b'{"version": 2}', "不是版本 1"), (b"[]", "不是基线文件"), (b'{"version":1,"x":1}', "（x）")],
)
def test_a_wrong_baseline_is_one_sentence(data: bytes, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no baseline is refused with the way out."""
    Path("base.json").write_bytes(data)

    assert 2 == check("a.txt")
    assert words in capsys.readouterr().err


def test_an_unreadable_report_writes_no_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    """Half a baseline would report tomorrow what was known today."""
    before = Path("base.json").read_bytes()

    assert 2 == main(["baseline", "a.txt", "none.txt", "-o", "base.json"])
    assert "没有写基线文件" in capsys.readouterr().err
    assert before == Path("base.json").read_bytes()


class TestInTheConfig:
    """`baseline = "…"` in the config that governs the reports."""

    @pytest.fixture(autouse=True)
    def config(self) -> None:
        """Put the reports into a folder below the config and its baseline."""
        Path("报告").mkdir()
        Path("a.txt").rename("报告/a.txt")
        Path("report-lint.toml").write_text('baseline = "基线.json"\nselect = ["CIT002"]\n', encoding="utf-8")

    def test_is_written_and_used(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It is found from the folder of the config on; what it knows is neither reported nor corrected."""
        assert 2 == main(["check", "报告"])
        assert "找不到基线文件 基线.json" in capsys.readouterr().err
        assert 0 == main(["baseline", "报告", "-o", "基线.json"])

        assert 0 == main(["check", "报告", "--fail-on", "info"])
        assert 0 == main(["check", "报告", "--fix", "--fail-on", "info"])
        assert TEXT == Path("报告/a.txt").read_text(encoding="utf-8")
        assert 1 == main(["check", "报告", "--fail-on", "info", "--no-config", "--select", "CIT002"])

    def test_comes_after_the_command_line(self) -> None:
        """--baseline takes its place."""
        Path("基线.json").write_bytes(b'{"version": 1}')
        assert 1 == main(["check", "报告", "--fail-on", "info"])
        assert 0 == main(["baseline", "报告", "-o", "other.json"])

        assert 0 == main(["check", "报告", "--fail-on", "info", "--baseline", "other.json"])

    def test_governs_the_reports_below_it_only(self) -> None:
        """Each folder has its own, and each is used for its own reports."""
        assert 0 == main(["baseline", "报告", "-o", "基线.json"])
        Path("别处").mkdir()
        Path("别处/b.txt").write_text(TEXT, encoding="utf-8")
        Path("别处/report-lint.toml").write_text('select = ["CIT002"]\n', encoding="utf-8")

        assert 0 == main(["check", "报告", "--fail-on", "info"])
        assert 1 == main(["check", "报告", "别处", "--fail-on", "info"])
