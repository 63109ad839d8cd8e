"""The numbers that we resolve are the numbers that LibreOffice prints."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from word_files import OFFICIAL, abstract, level, list_properties, num, p, restart, style, word

from report_lint.readers import read_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="soffice (LibreOffice) is not installed")

FLAT_TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..."
 style:num-prefix="（" style:num-suffix="）"/>
<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="4" style:num-format="①, ②, ③, ..."/>
</text:list-style></office:automatic-styles>
<office:body><office:text>
<text:p>柳溪县水利局2024年法治政府建设年度报告</text:p>
<text:list text:style-name="L">
<text:list-item><text:p>主要举措和成效</text:p><text:list>
<text:list-item><text:p>依法履职</text:p></text:list-item>
<text:list-item><text:p>规范执法</text:p><text:list>
<text:list-item><text:p>公示</text:p></text:list-item>
<text:list-item><text:p>审核</text:p><text:list><text:list-item><text:p>初审</text:p></text:list-item>
<text:list-item><text:p>复审</text:p></text:list-item></text:list></text:list-item>
</text:list></text:list-item></text:list></text:list-item>
<text:list-item><text:p>不足和原因</text:p></text:list-item>
</text:list>
<text:p>正文一段。</text:p>
<text:list text:style-name="L" text:continue-numbering="true">
<text:list-item><text:p>下一步安排</text:p><text:list><text:list-item><text:p>普法</text:p></text:list-item></text:list>
</text:list-item></text:list>
</office:text></office:body></office:document>
"""

FLAT_LINES = """柳溪县水利局2024年法治政府建设年度报告
一、主要举措和成效 （一）依法履职 （二）规范执法 1.公示 2.审核 ①初审 ②复审
二、不足和原因 正文一段。 三、下一步安排 （一）普法"""

WEB_PAGE = """<html><meta charset="utf-8"><body><h1>年度报告</h1>
<ol type="I"><li>举措<ol type="a"><li>执法<li>普法</ol><li>不足</ol><p>另起</p>
<ol start="4"><li>其他<li>附件</ol></body></html>
"""


@pytest.fixture
def convert(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Return a function that lets LibreOffice convert a file."""
    assert SOFFICE is not None
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]

    def run(path: Path, target: str) -> Path:
        folder = tmp_path / "converted"
        subprocess.run([*command, target, "--outdir", folder, path], check=True, capture_output=True, timeout=120)
        return folder / f"{path.stem}.{target.partition(':')[0]}"

    return run


def printed(path: Path, convert: Callable[[Path, str], Path]) -> list[str]:
    """Return the lines that LibreOffice prints for a Word file, without blanks."""
    text = convert(path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    return ["".join(line.split()) for line in text.splitlines()]


def read_lines(path: Path) -> list[str]:
    """Return our lines of a Word file, without blanks."""
    return ["".join(line.split()) for line in read_path(path).text.split("\n")]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        (
            "报告.fodt",
            FLAT_TEXT,
            FLAT_LINES,
        ),
        ("报告.html", WEB_PAGE, "年度报告 I.举措 a.执法 b.普法 II.不足 另起 4.其他 5.附件"),
    ],
    ids=["text document", "web page"],
)
def test_reads_what_libreoffice_writes(
    tmp_path: Path, convert: Callable[[Path, str], Path], name: str, content: str, expected: str
) -> None:
    """A Word file made by LibreOffice has the numbers of the document it was made from."""
    original = tmp_path / name
    original.write_text(content, encoding="utf-8")
    made = convert(original, "docx:MS Word 2007 XML" if name.endswith("html") else "docx")

    ours = read_lines(made)

    assert expected.split() == ours
    assert printed(made, convert) == ours


def lists() -> bytes:
    """Return a Word file with the lists that reports have: levels, restarts, styles, other formats."""
    forms = ("japaneseCounting", "chineseLegalSimplified", "ideographTraditional", "upperRoman", "lowerLetter")
    linked = abstract(
        7,
        level(0, "chineseCountingThousand", "%1、", more='<w:pStyle w:val="H1"/>'),
        level(1, "chineseCountingThousand", "（%2）", more='<w:pStyle w:val="H2"/>'),
        level(2, "decimal", "%1.%2.%3"),
    )
    abstracts = [OFFICIAL, linked, *(abstract(10 + at, level(0, form, "（%1）")) for at, form in enumerate(forms))]
    nums = [num(1, 0), num(2, 0), num(3, 0, restart(0, 1)), num(4, 0, restart(0, 5)), num(7, 7)]
    nums += [num(10 + at, 10 + at) for at in range(len(forms))]
    styles = (
        style("H1", "heading 1", list_properties(7, 0))
        + style("H2", "heading 2", list_properties(7, 1))
        + style("Own", "公文标题", based_on="H1")
    )
    body = [p("序")]
    body += [p("甲", num=(1, at)) for at in (0, 1, 2, 2, 1, 2, 3, 0, 1)]
    body += [
        p("乙", num=(number, at)) for number, at in ((2, 0), (3, 0), (3, 1), (3, 0), (1, 0), (4, 0), (4, 1), (4, 1))
    ]
    body += [p("丙", style=name) for name in ("H1", "H2", "H2", "Own", "H2")]
    body += [p("丙", num=(7, 2)), p("丁", style="H1", num=(0, 0)), p("丁", style="H1")]
    body += [p("戊", num=(10 + at, 0)) for at in range(len(forms)) for _ in range(12)]
    return word("".join(body), numbering="".join(abstracts + nums), styles=styles)


def test_counts_as_libreoffice_counts(tmp_path: Path, convert: Callable[[Path, str], Path]) -> None:
    """Levels, restarts, heading styles and number formats come out the same, also after LibreOffice saved them."""
    path = tmp_path / "报告.docx"
    path.write_bytes(lists())
    saved = convert(path, "docx")

    ours = read_lines(path)

    assert printed(path, convert) == ours
    assert read_lines(saved) == ours
