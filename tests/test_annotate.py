"""`report-lint annotate`: comments at the very characters, and nothing else changed."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest

from report_lint import lint
from report_lint.cli import main
from report_lint.readers import read_bytes, read_path
from report_lint.readers.docx_names import w
from report_lint.word.annotate import annotate

EXAMPLES = Path(__file__).parents[1] / "examples"
DEFECTS = EXAMPLES / "county-bureau-2023-defects.txt"
SOFFICE = shutil.which("soffice")
NOW = datetime(2026, 1, 9, 8, 0, tzinfo=UTC)
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def word(lines: list[str]) -> bytes:
    """Return a Word file with a paragraph a line."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def with_body(data: bytes, body: str) -> bytes:
    """Return a Word file with another body."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            text = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
            new.writestr(info, text if info.filename == "word/document.xml" else old.read(info))
    return target.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def commented(data: bytes) -> dict[str, str]:
    """Return the characters that each comment stands on, by its number, as its marks in the body say."""
    root = ET.fromstring(parts(data)["word/document.xml"])  # noqa: S314  our own file
    still_open: set[str] = set()
    found: dict[str, str] = {}
    for element in root.iter():
        number = element.get(w("id"), "")
        if element.tag == w("commentRangeStart"):
            still_open.add(number)
            found[number] = ""
        elif element.tag == w("commentRangeEnd"):
            still_open.remove(number)
        elif element.tag in {w("t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}:
            for one in still_open:
                found[one] += element.text or ""
        elif element.tag in {w("br"), w("tab")}:
            for one in still_open:
                found[one] += "\n" if element.tag == w("br") else "\t"
    assert not still_open
    return found


def texts(data: bytes) -> list[str]:
    """Return the texts of the comments."""
    root = ET.fromstring(parts(data)["word/comments.xml"])  # noqa: S314  our own file
    return ["\n".join("".join(p.itertext()) for p in one.iter(w("p"))) for one in root]


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a report that has defects."""
    monkeypatch.chdir(tmp_path)
    path = Path("报告.docx")
    path.write_bytes(word(DEFECTS.read_text(encoding="utf-8").splitlines()))
    return path


def test_each_finding_is_a_comment_on_its_own_characters(report: Path) -> None:
    """The comments stand on the quotes of the findings, in their order, behind the one on the title."""
    source = read_path(report)
    copy, linted = annotate(report.read_bytes(), lint, NOW)
    quotes = [finding.quote for finding in linted.findings]
    assert len(quotes) > 5

    assert quotes == [text for _, text in sorted(commented(copy).items(), key=lambda one: int(one[0]))][1:]
    assert source.text == read_bytes(copy).text
    for finding, text in zip(linted.findings, texts(copy)[1:], strict=True):
        assert text.startswith(("【错误】", "【警告】", "【提示】"))
        assert finding.message in text
        assert finding.code in text
        assert all(basis.text in text for basis in finding.basis)


def test_all_other_parts_keep_their_bytes(report: Path) -> None:
    """Only the body, its relations and the list of types change, and one part is new."""
    before = parts(report.read_bytes())
    after = parts(annotate(report.read_bytes(), lint, NOW)[0])

    assert {"word/comments.xml"} == after.keys() - before.keys()
    assert {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"} == {
        name for name in before if before[name] != after[name]
    }


def test_automatic_numbers_give_way_to_the_first_character() -> None:
    """A copy of a report with numbers that Word counts reads the same, and every comment stands on something."""
    for name in ("county-bureau-2025.automatic.docx", "county-bureau-2025.typed.docx"):
        data = (EXAMPLES / name).read_bytes()
        copy, linted = annotate(data, lambda source: lint(source, select=["CON", "STR", "WRD", "FRM", "TIM"]), NOW)

        assert len(linted.findings) + 1 == len(commented(copy))
        assert all(commented(copy).values())


LAW = "《中华人民共和国收养法》"
STEPS = [f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")]
HARD = {
    "split runs": '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">前言 依据《中华人民</w:t></w:r>'
    "<w:r><w:t>共和国收养法》</w:t></w:r><w:r><w:t>办理登记</w:t></w:r></w:p>",
    "one run with a break": f"<w:p><w:r><w:t>总的</w:t><w:br/><w:t>依据{LAW}</w:t><w:tab/><w:t>办理</w:t></w:r></w:p>",
    "inserted and deleted": '<w:p><w:r><w:t>依据《中华</w:t></w:r><w:ins w:id="0" w:author="甲"><w:r>'
    "<w:t>人民共和国</w:t>"
    '</w:r></w:ins><w:del w:id="1" w:author="甲"><w:r><w:delText>外国</w:delText></w:r></w:del>'
    "<w:r><w:t>收养法》办理</w:t></w:r></w:p>",
    "hyperlink": f'<w:p><w:r><w:t>依据</w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>见{LAW}等</w:t></w:r>'
    "</w:hyperlink></w:p>",
    "table": f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>依据{LAW}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "field": f"<w:p><w:r><w:t>依据</w:t></w:r>{STEPS[0]}<w:r><w:instrText>REF x</w:instrText></w:r>{STEPS[1]}"
    f"<w:r><w:t>{LAW}</w:t></w:r>{STEPS[2]}<w:r><w:t>办理登记</w:t></w:r></w:p>",
    "entities": f"<w:p><w:r><w:t>&lt;a&amp;b&gt;依据{LAW}办理&#x4E2D;</w:t></w:r></w:p>",
    "content control": f"<w:p><w:sdt><w:sdtContent><w:r><w:t>依据{LAW}办理</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    "lost blanks": f"<w:p><w:r><w:t>\n  依据\n\t{LAW}\r\n  办理登记 </w:t></w:r></w:p>",
}


@pytest.mark.parametrize("body", HARD.values(), ids=HARD.keys())
def test_a_finding_is_found_again_wherever_it_stands(body: str) -> None:
    """Runs are split where a finding begins and ends; what is around and inside them stays."""
    tail = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("柳溪县水利局2025年法治政府建设报告", "一、成效")
    )
    data = with_body(word(["x"]), tail + body)
    copy, linted = annotate(data, lambda source: lint(source, select=["CIT006"]), NOW)

    assert [LAW] == [finding.quote for finding in linted.findings]
    assert LAW in commented(copy).values()
    assert read_bytes(data).text == read_bytes(copy).text


def test_a_text_box_is_marked_as_a_whole() -> None:
    """No mark goes into a text box, which Word does not allow: the run that holds it is marked."""
    inner = f"<w:txbxContent><w:p><w:r><w:t>依据{LAW}办理</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:p><w:r><w:pict>{inner}</w:pict></w:r></w:p>"
    title = "<w:p><w:r><w:t>柳溪县水利局2025年法治政府建设报告</w:t></w:r></w:p>"
    copy, linted = annotate(with_body(word(["x"]), title + box), lambda source: lint(source, select=["CIT006"]), NOW)
    assert [LAW] == [finding.quote for finding in linted.findings]
    inside = re.search(rb"<w:txbxContent>.*</w:txbxContent>", parts(copy)["word/document.xml"])

    assert inside is not None
    assert b"comment" not in inside[0]


def test_comments_that_are_there_stay(report: Path) -> None:
    """A copy can be annotated again: the old comments keep their numbers and texts, the new ones get others."""
    once, linted = annotate(report.read_bytes(), lint, NOW)
    twice, again = annotate(once, lint, NOW)
    first, second = len(linted.findings) + 1, len(again.findings) + 1

    assert texts(once) == texts(twice)[:first]
    assert first + second == len(commented(twice)) == len(texts(twice))


def test_declared_prefixes_stay(report: Path) -> None:
    """The root of the body keeps its namespaces and mc:Ignorable to the byte."""
    before = parts(report.read_bytes())["word/document.xml"]
    after = parts(annotate(report.read_bytes(), lint, NOW)[0])["word/document.xml"]

    assert before[: before.index(b"<w:body>")] == after[: after.index(b"<w:body>")]


@pytest.mark.skipif(SOFFICE is None, reason="soffice (LibreOffice) is not installed")
def test_libreoffice_opens_the_copy_with_all_its_comments(report: Path, tmp_path: Path) -> None:
    """LibreOffice reads every comment, by us, and makes a PDF."""
    count = len(annotate(report.read_bytes(), lint, NOW)[1].findings) + 1
    assert 0 == main(["annotate", str(report)])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for form in ("pdf", "fodt"):
        subprocess.run(
            [str(SOFFICE), profile, "--headless", "--convert-to", form, "报告.审阅.docx"],
            check=True,
            capture_output=True,
        )

    assert Path("报告.审阅.pdf").read_bytes().startswith(b"%PDF")
    opened = Path("报告.审阅.fodt").read_text(encoding="utf-8")
    assert count == opened.count("<dc:creator>report-lint</dc:creator>")


class TestCommand:
    """The copy goes where it is to go, the original is never written, and what fails is one sentence."""

    def test_writes_beside_the_original(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Without -o the copy is 报告.审阅.docx; the original stays as it is, a copy that is there too."""
        before = report.read_bytes()

        assert 0 == main(["annotate", "报告.docx"])
        assert "已写入 报告.审阅.docx：批注" in capsys.readouterr().out
        assert before == report.read_bytes()
        assert 2 == main(["annotate", "报告.docx"])
        assert "已经存在，没有覆盖" in capsys.readouterr().err
        assert 0 == main(["annotate", "报告.docx", "-o", "报告.审阅.docx"])

    @pytest.mark.parametrize("name", ["报告.docx", "./报告.docx", "链接.docx"])
    def test_never_writes_the_original(self, report: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        """-o that leads to the original by any name is refused."""
        Path("链接.docx").symlink_to("报告.docx")
        before = report.read_bytes()

        assert 2 == main(["annotate", "报告.docx", "-o", name])
        assert "正是原文件" in capsys.readouterr().err
        assert before == report.read_bytes()

    @pytest.mark.parametrize(
        ("name", "data", "words"),
        [
            ("a.txt", "柳溪县水利局2025年报告".encode(), "只有 Word 文件"),
            ("b.docx", b"PK\x03\x04broken", "已损坏"),
            ("c.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ],
    )
    @pytest.mark.usefixtures("report")
    def test_refuses_what_it_cannot_annotate(
        self, name: str, data: bytes, words: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Text files, damaged and protected Word files: one sentence, exit code 2, nothing written."""
        Path(name).write_bytes(data)
        before = sorted(Path().iterdir())

        assert 2 == main(["annotate", name, "-o", "z.docx"])
        assert words in capsys.readouterr().err
        assert before == sorted(Path().iterdir())

    @pytest.mark.usefixtures("report")
    def test_a_folder_is_no_report(self, capsys: pytest.CaptureFixture[str]) -> None:
        """One file at a time: the sentence asks which."""
        assert 2 == main(["annotate", "."])
        assert "无法批注 .：这是文件夹，请指明其中的文件\n" in capsys.readouterr().err

    def test_a_full_disk_leaves_nothing(
        self, report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A write that fails in the middle leaves the old copy and no draft."""
        Path("z.docx").write_bytes(b"old")

        def full(_number: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)

        assert 2 == main(["annotate", str(report), "-o", "z.docx"])
        assert "磁盘已满" in capsys.readouterr().err
        assert b"old" == Path("z.docx").read_bytes()
        assert {"报告.docx", "z.docx"} == {path.name for path in Path().iterdir()}

    def test_a_copy_that_is_open_in_word_is_left(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Word's lock file beside the copy is named in the refusal."""
        Path("~$报告.审阅.docx").write_bytes(b"x")

        assert 2 == main(["annotate", str(report)])
        assert "~$报告.审阅.docx" in capsys.readouterr().err
