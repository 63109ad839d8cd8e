"""The HTML page: what it says, that it holds the text exactly, and that a report cannot break it."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pages
import pytest
from built import BARE, CLEAN, REPORT, SOURCES, TEXT, UNREADABLE, between, finding, output, word_source
from hypothesis import given
from hypothesis import strategies as st

from report_lint import lint_file
from report_lint.readers import read_path
from report_lint.render import html
from report_lint.suppress import accepted
from report_lint.text import SourceText

if TYPE_CHECKING:
    from report_lint.report import LintReport, Severity

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSTILE = (
    "<script>alert(1)</script><!--</style></title>&amp;&#0;]]>\"' onclick=x "
    "\x00\x1b[31m\u202e\u200b\x85\ud800\ufffe甲\r\n乙\r丙\u2028\t𠮷"
)


def page(*reports: LintReport, sources: dict[str, SourceText] | None = None) -> str:
    """Return the page over reports built by hand."""
    return html.render(output(*reports), SOURCES if sources is None else sources)


def marked(text: str, *spans: tuple[int, int], severities: tuple[Severity, ...] = ("error",)) -> str:
    """Return the page of a text with findings at some spans."""
    found = [
        finding(text, text[start:end], where=between(text, start, end), severity=severities[at % len(severities)])
        for at, (start, end) in enumerate(spans)
    ]
    report = BARE.model_copy(update={"path": "a.txt", "findings": tuple(found)})
    return html.render(output(report), {"a.txt": SourceText(text, path="a.txt")})


class TestText:
    """The full text with the findings in place."""

    @pytest.mark.parametrize(
        "path", sorted(EXAMPLES.glob("*.txt")) + sorted(EXAMPLES.glob("*.docx")), ids=lambda path: path.name
    )
    def test_of_every_example_is_exact(self, path: Path) -> None:
        """The page holds each character of the text, and each finding's marks are its quote at its place."""
        report, source = lint_file(path), read_path(path)

        (section,) = pages.sections(html.render(output(report), {report.path or "": source}))

        assert source.text == section.text
        expected = sorted((one.range.start.offset, one.range.end.offset, one.code) for one in report.findings)
        assert expected == sorted((note.start, note.end, note.code) for note in section.notes)
        assert {one.quote for one in report.findings} == {note.quote for note in section.notes}

    @given(st.data())
    def test_of_any_characters_is_exact(self, data: st.DataObject) -> None:
        """Whatever stands in it, and however findings nest, overlap and repeat."""
        alphabet = st.characters() | st.sampled_from("\r\n\t <>&\"'\x00\x1b\u202e\ud800\ufffe𠮷甲")
        text = data.draw(st.text(alphabet, min_size=1, max_size=40))
        ends = st.integers(0, len(text))
        spans = data.draw(
            st.lists(st.tuples(ends, ends).map(sorted).filter(lambda span: span[0] < span[1]), max_size=6)
        )

        (section,) = pages.sections(marked(text, *map(tuple, spans)))

        assert text == section.text
        assert sorted(map(tuple, spans)) == sorted((note.start, note.end) for note in section.notes)
        assert all(text[note.start : note.end] == note.quote for note in section.notes)

    def test_of_overlapping_findings_shows_the_gravest(self) -> None:
        """Each piece has the look of the gravest finding over it, and its end is numbered."""
        text = marked("甲乙丙丁戊", (0, 3), (1, 2), (2, 5), severities=("info", "error", "warning"))

        marks = list(pages.parsed(text).iter("mark"))

        expected = [("甲", "info", "1"), ("乙", "error", "1 2"), ("丙", "warning", "1 3"), ("丁戊", "warning", "3")]
        assert expected == [(mark.text, mark.get("class"), mark.get("data-f")) for mark in marks]
        assert [None, "2", "1", "3"] == [mark.get("data-end") for mark in marks]

    def test_findings_at_one_place_are_stacked(self) -> None:
        """Their notes stand beside the same line, in order."""
        (notes,) = pages.having(pages.parsed(marked("甲乙\n丙\n", (0, 2), (0, 2), (1, 4))), "notes")

        assert ["1", "2", "3"] == [note.get("data-n") for note in pages.having(notes, "note")]

    def test_lines_are_called_as_elsewhere(self) -> None:
        """A Word file has paragraphs, other files have lines; blank lines need no number."""
        report = REPORT.model_copy(update={"path": "a"})
        for source, expected in ((SourceText(TEXT), "第4行"), (word_source(TEXT), "第12段")):
            root = pages.parsed(page(report, sources={"a": source}))

            assert expected == pages.words(pages.having(root, "place")[0])
            assert expected[1:-1] == pages.having(root, "line")[3].get("data-label")

    def test_that_is_not_at_hand_leaves_the_findings(self) -> None:
        """With their quotes, and without links that lead nowhere."""
        (section,) = pages.sections(page(REPORT, sources={}))

        assert [one.quote for one in REPORT.findings] == [note.quote for note in section.notes]


class TestWhatItSays:
    """Checklist, duties, citations, the sum, what could not be read."""

    def test_of_one_report(self) -> None:
        """The parts, the duties with their evidence, the citations, the findings with remedy and authority."""
        path = EXAMPLES / "county-bureau-2023-defects.txt"
        report = lint_file(path)
        root = pages.parsed(html.render(output(report), {report.path or "": read_path(path)}))

        parts = [pages.words(item) for item in pages.having(root, "parts")[0]]
        duties = pages.words(pages.having(root, "duties")[0])
        citations = [pages.words(row) for row in pages.having(root, "citations")[0].iter("tr")]
        notes = [pages.words(note) for note in pages.having(root, "note")]

        assert "✗下一年度主要安排未找到 见 STR004" == parts[3]
        assert 5 == len(parts)
        assert "依法出庭应诉✗ 未见主要负责人的情况" in duties
        assert "第17行 单位 “聘请法律顾问2名”" in duties
        assert any("《中华人民共和国合同法》" in row and "已废止 见 CIT006" in row for row in citations)
        assert any("■ 错误 CIT006 第29行" in note and "建议：改引《中华人民共和国民法典》" in note for note in notes)
        assert all("依据：（" in note for note in notes)

    def test_two_heads_stay_apart(self) -> None:
        """The duties of a joint report stand under the head whose they are."""
        path = EXAMPLES / "township-joint-2023.txt"
        report = lint_file(path)
        root = pages.parsed(html.render(output(report), {report.path or "": read_path(path)}))

        groups = [pages.words(row) for row in pages.having(root, "group")]

        assert "党委主要负责人 · 依法决策" in groups
        assert "两位主要负责人 · 学法普法" in groups

    def test_no_occasion_is_told_from_not_asked(self) -> None:
        """With the words that say there was none."""
        *others, spared = REPORT.checklist
        excused = spared.model_copy(update={"title": "负责人答辩", "evidence": others[0].evidence})
        report = REPORT.model_copy(update={"checklist": (*others, spared, excused)})

        asides = [pages.words(one) for one in pages.having(pages.parsed(page(report)), "aside")]

        assert "不适用（写明了没有）：负责人答辩 第3行 “一、主要举措和成效”" == asides[0]
        assert asides[1].endswith("：行政机关负责人出庭应诉")

    def test_no_findings_is_never_all_that_is_said(self) -> None:
        """What was looked at stands beside it, and what was accepted is listed."""
        root = pages.parsed(page(CLEAN))

        assert "没有发现问题（另有豁免 1 处）" == pages.words(pages.having(root, "verdict")[0])
        assert "规则 3 条" in pages.words(pages.having(root, "checked")[0])
        listed = pages.words(pages.having(root, "suppressed")[0])
        assert "CIT006" in listed
        assert "（理由：引用历史文件）" in listed

    def test_several_reports_have_an_index(self) -> None:
        """One line and one section each, and what could not be read is named."""
        text = html.render(output(REPORT, CLEAN, errors=(UNREADABLE,)), SOURCES)
        root = pages.parsed(text)

        index = [pages.words(row) for row in pages.having(root, "index")[0].iter("tr")][1:]

        assert ["报告/民政局.txt", "报告/司法局.txt"] == [section.path for section in pages.sections(text)]
        assert index[0].endswith("报告/民政局.txt3／5■ 1▲ 1● 1")
        assert index[1].endswith("报告/司法局.txt5／5000")
        assert "报告/旧.doc：这是旧版 Word 格式，请另存为 .docx" in pages.words(pages.having(root, "errors")[0])

    def test_nothing_but_errors_is_a_page_too(self) -> None:
        """A folder of unreadable files does not end in an empty page."""
        root = pages.parsed(html.render(output(errors=(UNREADABLE,)), {}))

        assert "没有检查任何报告；1 份无法检查" in pages.words(root)


class TestSafety:
    """Nothing from a report is code, and nothing is loaded."""

    def hostile(self) -> str:
        """Return a page in which every word from outside is hostile."""
        values = dict.fromkeys(("title", "issuer", "recipient", "signed_by", "document_number"), HOSTILE)
        found = finding(HOSTILE, HOSTILE, message=HOSTILE, help=HOSTILE).model_copy(
            update={"basis": tuple(one.model_copy(update={"text": HOSTILE}) for one in REPORT.findings[0].basis)}
        )
        items = [
            item.model_copy(
                update={"title": HOSTILE, "heading": HOSTILE, "evidence": ()} | ({"head": "party"} if at > 5 else {})
            )
            for at, item in enumerate(REPORT.checklist)
        ]
        changes = {"document": REPORT.document.model_copy(update=values), "checklist": tuple(items)}
        changes |= {"findings": (found,), "suppressed": (accepted(found, "config", HOSTILE),), "path": HOSTILE}
        error = UNREADABLE.model_copy(update={"path": HOSTILE, "message": HOSTILE})
        reports = [REPORT.model_copy(update=changes)] * 2
        return html.render(output(*reports, errors=(error,)), {HOSTILE: SourceText(HOSTILE)})

    def test_hostile_words_are_words(self) -> None:
        """The page is valid, has one script and one style of its own, and shows the text exactly."""
        text = self.hostile()
        root = pages.parsed(text)

        assert 1 == len(list(root.iter("script"))) == len(list(root.iter("style")))
        assert [HOSTILE, HOSTILE] == [section.text for section in pages.sections(text)]
        assert not set("\x00\x1b\u202e\u200b\x85\ud800\ufffe\r\u2028") & set(text)
        assert text == text.encode().decode()

    def test_the_policy_allows_the_style_and_the_script_alone(self) -> None:
        """By their hashes; no attribute carries style or code, no link leads out of the page."""
        root = pages.parsed(self.hostile())
        (policy,) = [
            one.get("content") or "" for one in root.iter("meta") if one.get("http-equiv", "")[:7] == "Content"
        ]
        for name in ("style", "script"):
            (element,) = root.iter(name)
            digest = base64.b64encode(hashlib.sha256((element.text or "").encode()).digest()).decode()

            assert f"{name}-src 'sha256-{digest}'" in policy.split("; ")
        assert "default-src 'none'" in policy.split("; ")
        assert "unsafe" not in policy
        for element in root.iter():
            assert not {name for name in element.attrib if name == "style" or name.startswith("on")}
            assert {"src", "srcset", "action"}.isdisjoint(element.attrib)
            assert (element.get("href") or "#").startswith("#")

    def test_every_link_has_its_target(self) -> None:
        """Names are unique in the page, and no link leads nowhere."""
        path = EXAMPLES / "county-bureau-2022-defects.txt"
        report = lint_file(path)
        sources = {**SOURCES, report.path or "": read_path(path)}
        root = pages.parsed(html.render(output(report, REPORT, CLEAN), sources))

        names = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
        links = {element.attrib["href"][1:] for element in root.iter("a")}
        labels = {one for element in root.iter() for one in (element.get("aria-labelledby") or "").split()}

        assert len(names) == len(set(names))
        assert set() == (links | labels) - set(names)


@pytest.mark.parametrize(
    ("name", "young"),
    [
        (
            "page.css",
            ":has\\(|:is\\(|:where\\(|:focus-visible|color-mix|oklch|@layer|@container|inset:|[{;]\\s*&|\\bgap:",
        ),
        (
            "page.js",
            "=>|\\b(let|const|class|async|await|import|export)\\b|`|\\?\\.|\\?\\?|\\.\\.\\.|replaceAll|\\.at\\(",
        ),
    ],
)
def test_style_and_script_suit_old_browsers(name: str, young: str) -> None:
    """Office computers have browsers built on a Chromium of years ago, which drops what it does not know."""
    text = Path(html.__file__).with_name(name).read_text(encoding="utf-8")
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)

    assert [] == [match[0] for match in re.finditer(young, code)]


def test_other_formats_do_not_import_the_template_engine() -> None:
    """It would cost what a program that reads JSON does not need."""
    code = (
        "import sys; from report_lint.cli import main; "
        f"main(['check', {str(EXAMPLES / 'township-joint-2023.txt')!r}, '--format', 'json']); "
        "sys.exit('jinja2' in sys.modules or 'markupsafe' in sys.modules)"
    )

    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert 0 == finished.returncode, finished.stderr.decode()
