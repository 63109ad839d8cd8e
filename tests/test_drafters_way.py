"""A drafter's evening: the Word file is annotated, the copy is corrected in place, and the last check is clean."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import docx

from report_lint import lint_file
from report_lint.cli import main
from report_lint.readers.docx_names import w
from test_annotate import DEFECTS, commented, parts

if TYPE_CHECKING:
    import pytest
    from docx.document import Document
    from docx.text.paragraph import Paragraph

HEAD = "局长主持召开局党组会、局务会研究法治建设议题6次，听取工作汇报4次，批示9件，督办执法突出问题3个。"
DUTY = "年底向县委书面述法1次，在全局大会上述法并接受评议，满意率96%。"
PLAN = (
    "四、2024年度推进法治政府建设的主要安排",
    "（一）提高执法文书质量。修订水行政处罚裁量基准，6月底前完成；每季度评查案卷10卷，结果在全系统通报。",
    "（二）管细取用水户。对14户计量设施运行不正常的取水户逐户督促整改，每月核查一次计量数据。",
    "（三）改进普法方式。按照库区、灌区、集镇分类设计普法活动，到偏远村组举办不少于20场。",
    "（四）督促下属单位执行制度。对3个灌区管理所的巡查记录每月抽查，发现问题当月通报。",
)
CASES = "全年没有发生行政复议、行政诉讼案件。"


def test_annotated_corrected_and_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy reads as the original; what a fix can do is done by it, the rest by hand, as the comments say."""
    monkeypatch.chdir(tmp_path)
    original, copy = Path("报告.docx"), Path("报告.审阅.docx")
    written(DEFECTS.read_text(encoding="utf-8")).save(str(original))
    before, text = original.read_bytes(), plain(original)

    assert 0 == main(["annotate", "报告.docx", "--no-config"])
    findings = lint_file(original).findings
    assert before == original.read_bytes()
    assert text == plain(copy)
    quotes = [text for _, text in sorted(commented(copy.read_bytes()).items(), key=lambda one: int(one[0]))]
    assert [one.quote for one in findings] == quotes[1:]
    assert styles(original) == styles(copy)

    assert 1 == main(["check", "--fix", "--unsafe-fixes", "报告.审阅.docx", "--no-config"])
    assert styles(original) == styles(copy)
    assert {"CIT006", "CON007", "FRP005", "FRP008", "STR004"} == codes(copy) - {"FRM020"}

    document = docx.Document(str(copy))
    correct(document)
    delete_comments(document)
    document.save(str(copy))

    assert set() == codes(copy)
    assert 0 == main(["check", "报告.审阅.docx", "--no-config", "--fail-on", "info"])


def written(text: str) -> Document:
    """Return a Word file in which bold and plain runs change in the middle of words."""
    document = docx.Document()
    for line in text.splitlines():
        paragraph = document.add_paragraph(style="Title" if line.endswith("情况的报告") else None)
        for start in range(0, len(line), 7):
            paragraph.add_run(line[start : start + 7]).bold = start % 2 == 1
    return document


def correct(document: Document) -> None:
    """Do by hand what the comments ask for."""
    replace(document, "《中华人民共和国合同法》", "《中华人民共和国民法典》")
    replace(document, "局党组书记、局长高度重视", f"{HEAD}{DUTY}局党组书记、局长高度重视")
    replace(document, "均在规定期限内答复。", f"均在规定期限内答复。{CASES}")
    other = replace(document, "四、其他需要报告的情况", "五、其他需要报告的情况")
    for line in PLAN:
        other.insert_paragraph_before(line)


def replace(document: Document, old: str, new: str) -> Paragraph:
    """Write other words into the one paragraph that has these: into its first run, so that the marks in it stay."""
    (paragraph,) = (one for one in document.paragraphs if old in one.text)
    first, *others = paragraph.runs
    first.text = paragraph.text.replace(old, new)
    for run in others:
        run.text = ""
    return paragraph


def delete_comments(document: Document) -> None:
    """Do what “delete all comments” does in Word."""
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for element in list(document.element.iter(w(name))):
            element.getparent().remove(element)


def plain(path: Path) -> list[str]:
    """Return the text as another reader of Word files sees it."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(path.read_bytes())).paragraphs]


def styles(path: Path) -> bytes:
    """Return the bytes of the styles."""
    return parts(path.read_bytes())["word/styles.xml"]


def codes(path: Path) -> set[str]:
    """Return the codes of the findings."""
    return {one.code for one in lint_file(path).findings}
