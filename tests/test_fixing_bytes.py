"""Fixing byte by byte: what is not corrected stays, in every encoding and with every line end; a second run is idle."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import load_cases
from report_lint import lint
from report_lint.fixing import Fixed, fix, fixable, together
from report_lint.readers import read_bytes, read_path
from report_lint.report import Edit, Finding, Fix, Point, Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cases import Case
    from report_lint import LintReport, SourceText

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.*"))
ENCODINGS = {
    "utf-8": ("utf-8", b""),
    "utf-8 with mark": ("utf-8", b"\xef\xbb\xbf"),
    "gb18030": ("gb18030", b""),
    "gb18030 with mark": ("gb18030", b"\x84\x31\x95\x33"),
    "utf-16 little-endian": ("utf-16-le", b"\xff\xfe"),
    "utf-16 big-endian": ("utf-16-be", b"\xfe\xff"),
    "utf-16 without mark": ("utf-16-le", b""),
}
LINE_ENDS = {"LF": ["\n"], "CRLF": ["\r\n"], "CR": ["\r"], "mixed": ["\r\n", "\n", "\r", "\n\n", "\r\n\r\n"]}
HEAD = ("柳溪县水利局2025年法治政府建设年度报告", "一、主要举措和成效")
WRONG, RIGHT = "《中华人民共和国地名管理条例》", "《地名管理条例》"
# Words around the wrong ones: blanks of all kinds, wide and rare characters, and defects that nobody asked about.
AROUND = st.lists(
    st.sampled_from(
        ["依据", "办理登记３件。", "𠮷家", "\u3000\u3000", "\t", " ", "，，", "\u200b", "（一)", "é", "※", ""]
    ),
    min_size=1,
    max_size=4,
).map("".join)
LINES = st.lists(st.tuples(AROUND, st.booleans(), AROUND), min_size=1, max_size=6)


def only_prefix(source: SourceText) -> LintReport:
    """Look for one defect whose right text is known."""
    return lint(source, select=["CIT002"])


def joined(lines: Sequence[str], ends: Sequence[str]) -> str:
    """Return lines with these ends, one after the other and from the first again."""
    return "".join(f"{line}{ends[at % len(ends)]}" for at, line in enumerate(lines))


@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS.values(), ids=ENCODINGS.keys())
@pytest.mark.parametrize("ends", LINE_ENDS.values(), ids=LINE_ENDS.keys())
@settings(max_examples=25)
@given(lines=LINES, ended=st.booleans())
def test_only_the_bytes_of_the_correction_change(
    encoding: str, mark: bytes, ends: list[str], lines: list[tuple[str, bool, str]], *, ended: bool
) -> None:
    """The corrected bytes are those of the text written rightly in the first place."""

    def data(words: str) -> bytes:
        body = [f"{before}{words if has else ''}{after}" for before, has, after in lines]
        text = joined([*HEAD, *body], ends)
        return mark + (text if ended else text.rstrip("\r\n")).encode(encoding)

    fixed = fix(data(WRONG), read_bytes(data(WRONG), name="a.txt"), only_prefix, unsafe=False)

    assert data(RIGHT) == fixed.data
    assert fixed.source == read_bytes(fixed.data, name="a.txt")
    assert sum(has for _, has, _ in lines) == fixed.applied


def test_every_fix_of_every_case_is_made_once() -> None:
    """A run leaves no fix of its kind, but for those that cannot be written; a second run changes nothing."""
    applied = {False: 0, True: 0}
    for case in load_cases():
        if not case.marked or case.source.format == "docx":
            continue
        findings = case.lint(case.source, ()).findings
        for unsafe in applied:
            if not fixable(findings, unsafe=unsafe):
                continue
            first, second = _twice(case, unsafe=unsafe)
            applied[unsafe] += first.applied

            assert first.data == second.data, str(case)
            assert 0 == second.applied, str(case)
            assert list(first.left) == fixable(first.report.findings, unsafe=unsafe), str(case)

    assert 100 < applied[False] < applied[True]


def _twice(case: Case, *, unsafe: bool) -> tuple[Fixed, Fixed]:
    name = "a.md" if case.source.format == "markdown" else "a.txt"
    data = case.text.encode()
    first = fix(data, read_bytes(data, name=name), lambda text: case.lint(text, ()), unsafe=unsafe)
    return first, fix(first.data, first.source, lambda text: case.lint(text, ()), unsafe=unsafe)


@pytest.mark.parametrize("path", [p for p in EXAMPLES if p.suffix in (".txt", ".md", ".docx")], ids=lambda p: p.name)
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_a_second_run_on_an_example_changes_nothing(path: Path, *, unsafe: bool) -> None:
    """The examples, Word files among them, come to rest after one run."""
    first = fix(path.read_bytes(), read_path(path), lint, unsafe=unsafe)
    second = fix(first.data, first.source, lint, unsafe=unsafe)

    assert first.data == second.data
    assert 0 == second.applied


def found(spans: Sequence[tuple[int, int]]) -> Finding:
    """Return a finding whose fix replaces some places."""
    ranges = [
        Range(start=Point(offset=start, line=1, column=start + 1), end=Point(offset=end, line=1, column=end + 1))
        for start, end in spans
    ]
    edits = tuple(Edit(range=one, text="") for one in ranges)
    change = Fix(title="删去", safety="safe", edits=edits)
    return Finding(
        code="WRD001", name="x", severity="info", message="x", range=ranges[0], quote="x", fix=change, fingerprint="x"
    )


PLACES = st.tuples(st.integers(0, 9), st.integers(0, 3)).map(lambda one: (one[0], one[0] + one[1]))


def touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two places overlap or are the same point."""
    return (one[0] < other[1] and other[0] < one[1]) or one == other


def is_fix(places: list[tuple[int, int]]) -> bool:
    """Tell whether places can be the edits of one fix: none touches another."""
    return not any(touch(one, other) for one, other in combinations(places, 2))


FIXES = st.lists(st.lists(PLACES, min_size=1, max_size=2).filter(is_fix), max_size=8)


@given(FIXES)
def test_of_fixes_that_touch_the_first_is_made(fixes: list[list[tuple[int, int]]]) -> None:
    """Compared with every one taken before, not only with its neighbours."""
    taken: list[tuple[int, int]] = []
    expected = []
    for places in fixes:
        if not any(touch(one, other) for one in places for other in taken):
            taken += places
            expected.append(places)

    assert [found(places) for places in expected] == together([found(places) for places in fixes])
