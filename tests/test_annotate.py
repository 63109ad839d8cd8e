"""`report-lint annotate`: comments at the very characters, and nothing else changed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from report_lint import lint
from report_lint.cli import main
from report_lint.readers import read_bytes, read_path
from report_lint.readers.docx_names import w
from report_lint.readers.docx_package import parse
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
    root = parse(parts(data)["word/document.xml"])
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
    root = parse(parts(data)["word/comments.xml"])
    return ["\n".join("".join(p.itertext()) for p in one.iter(w("p"))) for one in root]


STRICT = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    b"http://schemas.openxmlformats.org/drawingml/2006/": b"http://purl.oclc.org/ooxml/drawingml/",
}
ENCODINGS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def rewritten(data: bytes, *, strict: bool, encoding: str | None) -> bytes:
    """Return a Word file as others write it: in the namespaces of Strict Open XML, with its XML in UTF-16."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as new:
        for name, content in parts(data).items():
            part = content
            for plain, other in STRICT.items() if strict else ():
                part = part.replace(plain, other)
            if encoding is not None and name.endswith((".xml", ".rels")):
                text = re.sub("encoding=['\"][^'\"]*", 'encoding="UTF-16', part.decode().replace("'", '"'), count=1)
                part = ENCODINGS[encoding] + text.encode(encoding)
            new.writestr(name, part)
    return target.getvalue()


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


def test_a_copy_that_is_annotated_again_is_not_blamed_for_its_comments(report: Path) -> None:
    """Ours are no finding there; those of people are, and their number stays right."""
    once, _ = annotate(report.read_bytes(), lint, NOW)
    theirs = _with_a_comment_by("王某", once)

    assert "FRM020" not in {one.code for one in annotate(once, lint, NOW)[1].findings}
    [found] = [one.message for one in annotate(theirs, lint, NOW)[1].findings if one.code == "FRM020"]
    assert "文件里还有1条批注" == found


def test_a_check_of_the_copy_says_whose_comments_they_are(report: Path) -> None:
    """A copy that was corrected in place is right but for our comments: a hint, no warning."""
    copy, linted = annotate(report.read_bytes(), lint, NOW)

    (found,) = lint(read_bytes(copy), select=["FRM020"]).findings

    assert ("info", f"文件里还有{len(linted.findings) + 1}条 report-lint 的批注") == (found.severity, found.message)


def _with_a_comment_by(author: str, data: bytes) -> bytes:
    """Return an annotated copy in which the first comment is by somebody else."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as new:
        for name, content in parts(data).items():
            new.writestr(name, content.replace(b'w:author="report-lint"', f'w:author="{author}"'.encode(), 1))
    return target.getvalue()


@pytest.mark.parametrize("encoding", [None, *ENCODINGS])
@pytest.mark.parametrize("strict", [False, True], ids=["transitional", "strict"])
def test_strict_files_and_wide_parts(report: Path, encoding: str | None, *, strict: bool) -> None:
    """The comments stand in the namespaces and in the encoding of the file, also when it is annotated again."""
    data = rewritten(report.read_bytes(), strict=strict, encoding=encoding)
    copy, linted = annotate(data, lint, NOW)
    again, _ = annotate(copy, lint, NOW)

    assert read_bytes(report.read_bytes()).text == read_bytes(copy).text == read_bytes(again).text
    quotes = [text for _, text in sorted(commented(copy).items(), key=lambda one: int(one[0]))]
    assert [one.quote for one in linted.findings] == quotes[1:]
    assert 2 * len(texts(copy)) == len(texts(again))
    for name in ("word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        assert parts(data)[name][:2] == parts(copy)[name][:2]
    assert not strict or b"schemas.openxmlformats.org/wordprocessingml" not in parts(copy)["word/comments.xml"]


def test_declared_prefixes_stay(report: Path) -> None:
    """The root of the body keeps its namespaces and mc:Ignorable to the byte."""
    before = parts(report.read_bytes())["word/document.xml"]
    after = parts(annotate(report.read_bytes(), lint, NOW)[0])["word/document.xml"]

    assert before[: before.index(b"<w:body>")] == after[: after.index(b"<w:body>")]


@pytest.mark.skipif(SOFFICE is None, reason="soffice (LibreOffice) is not installed")
def test_libreoffice_opens_the_copy_with_all_its_comments(report: Path, tmp_path: Path) -> None:
    """LibreOffice reads every comment, by us, also in a strict file with wide parts, and makes a PDF."""
    count = len(annotate(report.read_bytes(), lint, NOW)[1].findings) + 1
    Path("严格.docx").write_bytes(rewritten(report.read_bytes(), strict=True, encoding="utf-16-le"))
    assert [0, 0] == [main(["annotate", name]) for name in (str(report), "严格.docx")]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for form, names in {"pdf": ["报告.审阅.docx"], "fodt": ["报告.审阅.docx", "严格.审阅.docx"]}.items():
        subprocess.run(
            [str(SOFFICE), profile, "--headless", "--convert-to", form, *names], check=True, capture_output=True
        )

    assert Path("报告.审阅.pdf").read_bytes().startswith(b"%PDF")
    for name in ("报告.审阅.fodt", "严格.审阅.fodt"):
        assert count == Path(name).read_text(encoding="utf-8").count("<dc:creator>report-lint</dc:creator>")
