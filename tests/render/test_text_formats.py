"""The three text formats, by stored output, and what all of them must keep to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from built import (
    BARE,
    CLEAN,
    REPORT,
    SOURCES,
    TEXT,
    UNREADABLE,
    between,
    finding,
    output,
    place,
    single,
    word_source,
)

from report_lint.render import checklist, concise, full
from report_lint.render.layout import Screen, cell_len
from report_lint.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from report_lint.report import LintOutput


def _concise(run: LintOutput, _: Mapping[str, SourceText], screen: Screen) -> str:
    return concise.render(run, screen)


FORMATS = {"full": full.render, "concise": _concise, "checklist": checklist.render}
RUNS = {
    "one": output(REPORT),
    "several": output(REPORT, CLEAN, errors=(UNREADABLE,)),
    "clean": output(CLEAN),
    "bare": output(BARE),
    "nothing": output(errors=(UNREADABLE,)),
}


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("form", FORMATS)
def test_stored_output(form: str, run: str, assert_snapshot: Callable[[str, str], None]) -> None:
    """What a user sees changes only on purpose."""
    assert_snapshot(f"{form}-{run}.txt", FORMATS[form](RUNS[run], SOURCES, Screen()))


@pytest.mark.parametrize("form", FORMATS)
def test_stored_output_with_colours(form: str, assert_snapshot: Callable[[str, str], None]) -> None:
    """Colours mark severity and status and nothing else."""
    coloured = FORMATS[form](RUNS["several"], SOURCES, Screen(color=True))

    assert_snapshot(f"{form}-colour.txt", coloured)


@pytest.mark.parametrize("form", ["full", "checklist"])
def test_stored_output_of_a_word_file(form: str, assert_snapshot: Callable[[str, str], None]) -> None:
    """A Word file has paragraphs, not lines."""
    sources = {"报告/民政局.txt": word_source(TEXT)}

    assert_snapshot(f"{form}-word.txt", FORMATS[form](RUNS["one"], sources, Screen()))


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("form", ["full", "checklist"])
def test_every_line_fits_and_none_ends_with_a_blank(form: str, run: str) -> None:
    """Eighty cells are enough, piped and printed."""
    lines = FORMATS[form](RUNS[run], SOURCES, Screen()).split("\n")

    assert [line for line in lines if cell_len(line) > 80] == []
    assert [line for line in lines if line != line.rstrip()] == []
    assert lines[-2:] != ["", ""]


@pytest.mark.parametrize("form", FORMATS)
def test_a_clean_report_says_what_was_checked(form: str) -> None:
    """Silence is never the whole answer."""
    text = FORMATS[form](RUNS["clean"], SOURCES, Screen())

    assert "没有发现问题（另有豁免 1 处）" in text
    assert text.endswith("已检查：规则 3 条，找到五部分中的 5 部分，引用 1 处，法规资料截至 2026-09-23\n")


@pytest.mark.parametrize("form", FORMATS)
def test_a_document_without_any_part_is_not_called_clean(form: str) -> None:
    """It may be another kind of document, whatever the selected rules say."""
    missing = tuple(item.model_copy(update={"status": "missing"}) for item in REPORT.checklist)
    report = CLEAN.model_copy(update={"checklist": missing})

    text = FORMATS[form](output(report), SOURCES, Screen())

    assert "没有发现问题（另有豁免 1 处），但各部分一个也没有找到，请确认是法治政府建设年度报告" in text


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_that_no_rule_looked_at_is_not_called_clean(form: str) -> None:
    """With --ignore ALL nothing was checked."""
    text = FORMATS[form](RUNS["bare"], SOURCES, Screen())

    assert "没有运行任何规则，不能说明有没有问题" in text


def test_controls_of_the_report_do_not_reach_the_terminal() -> None:
    """An escape in the text, the message or the path is shown as a symbol."""
    text = "一\x1b[2J二"
    run, sources = single(text, place(text, "二"), message="“\x1b[31m二”\n换行", help="\x07响")
    report = run.reports[0].model_copy(update={"path": "a\x1b]0;x\x07.txt"})

    shown = [FORMATS[form](output(report), sources, Screen()) for form in FORMATS]

    assert not any(character in text for text in shown for character in "\x1b\x07")
    assert "a␛]0;x␇.txt:1:6  error CIT006  “␛[31m二” 换行" in shown[0]


def test_a_long_path_leaves_the_message_its_own_lines() -> None:
    """A path is never broken, and the message behind it never becomes a narrow column."""
    path = "各单位报送/" + "很长的文件夹名/" * 5 + "报告.txt"
    report = REPORT.model_copy(update={"path": path, "findings": REPORT.findings[:1]})

    lines = full.render(output(report), {path: SourceText(TEXT)}).splitlines()

    assert lines[0] == f"{path}:4:5  error CIT006"
    assert lines[1] == "   《收养法》已于2021年1月1日废止"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("甲" * 26, ["a.txt:1:1  error CIT006  " + "甲" * 26 + "乙"]),
        ("甲" * 27, ["a.txt:1:1  error CIT006", "   " + "甲" * 27 + "乙"]),
        ("甲" * 38, ["a.txt:1:1  error CIT006", "   " + "甲" * 38, "   乙"]),
    ],
    ids=["fits", "does not fit", "longer than a line"],
)
def test_a_message_is_never_torn_behind_the_header(message: str, expected: list[str]) -> None:
    """It stands behind the header whole, or below it from its beginning."""
    run, sources = single("还存在", place("还存在", "还存在"), message=message + "乙")

    assert expected == full.render(run, sources).splitlines()[: len(expected)]


def test_a_duty_that_is_not_found_may_be_done_by_others() -> None:
    """A part is not found; of a duty only the person in charge is not seen."""
    lines = checklist.render(RUNS["one"], SOURCES).splitlines()

    assert "  ✗ 其他需要报告的情况（未找到）" in lines
    assert "    为（未见主要负责人的情况）" in lines


def test_the_parts_are_counted_as_they_are() -> None:
    """A pack of one's own may ask for another number."""
    report = REPORT.model_copy(update={"checklist": REPORT.checklist[:3]})

    assert "规定的 3 部分（✓ 2，✗ 1）" in checklist.render(output(report), SOURCES)


def test_without_the_text_the_quote_is_shown() -> None:
    """A report that was read back from JSON has no text."""
    lines = full.render(output(REPORT), {}).splitlines()

    assert lines[2:4] == ["   │ 《中华人民共和国收养法》", "   │ ━━━━━━━━━━━━━━━━━━━━━━━━"]


def test_a_finding_without_remedy_and_authority_ends_with_its_line() -> None:
    """No empty branch is drawn."""
    run, sources = single(TEXT, place(TEXT, "还存在"), help=None, basis=())

    lines = full.render(run, sources).splitlines()

    assert lines[3] == "   │ ━━━━━━"
    assert lines[4] == ""


@pytest.mark.parametrize(
    ("remedy", "line"),
    [
        ("改为《民法典》", "改为：《民法典》"),
        ("改为：“县”", "改为：“县”"),
        ("补写原因", "建议：补写原因"),
    ],
)
def test_the_remedy_has_one_label(remedy: str, line: str) -> None:
    """“改为” is a label of its own."""
    run, sources = single(TEXT, place(TEXT, "还存在"), help=remedy, basis=())

    assert f"   └ {line}" in full.render(run, sources).splitlines()


def test_concise_lines_are_what_editors_parse() -> None:
    """Path, line, column, severity and code, whatever the format of the file."""
    run = output(REPORT.model_copy(update={"path": None, "findings": (finding(TEXT, "还存在"),)}))

    first = concise.render(run).splitlines()[0]

    assert first == "-:6:2: error CIT006 《收养法》已于2021年1月1日废止"


def test_a_place_over_several_lines_shows_the_first() -> None:
    """A finding about a whole part points at where it begins."""
    run, sources = single(TEXT, between(TEXT, 0, len(TEXT)))

    lines = full.render(run, sources).splitlines()

    assert lines[2] == "   │ 临溪县民政局2023年法治政府建设年度报告"
