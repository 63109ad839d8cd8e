"""Files that are no report are named for what they are, with the way out."""

from __future__ import annotations

import pytest
from word_files import zipped

from report_lint.errors import ReadError
from report_lint.readers import read_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TEXT = "乌兰旗司法局报告".encode()


def refusal(data: bytes, name: str | None = None) -> tuple[str, str]:
    """Return kind and sentence of the error that reading raises."""
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name=name)
    return caught.value.kind, str(caught.value)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (OLE, "报告.doc", "旧版 Word 格式，请用 Word 或 WPS 另存为 .docx"),
        (OLE, "报告.docx", "旧版 Word 格式"),
        (OLE, None, "旧版 Word 格式"),
        (OLE, "报告.wps", "WPS 文字专用格式，请用 WPS 另存为 .docx"),
        (OLE, "台账.xls", "电子表格"),
        (b"%PDF-1.7\n%\xe2\xe3", "报告.pdf", "这是 PDF"),
        (b"%PDF-1.7\n%\xe2\xe3", "报告.docx", "这是 PDF"),
        (b"%PDF-1.7\n%\xe2\xe3", None, "这是 PDF"),
        (rb"{\rtf1\ansi}", "报告.doc", "RTF 格式，请用 Word 或 WPS 另存为 .docx"),
        (zipped({"OFD.xml": "<x/>"}), "报告.ofd", "OFD 版式文件"),
        (zipped({"OFD.xml": "<x/>"}), None, "OFD 版式文件"),
        (zipped({"xl/workbook.xml": "<x/>"}), "台账.xlsx", "电子表格"),
        (zipped({"ppt/presentation.xml": "<x/>"}), None, "演示文稿"),
        (zipped({"mimetype": "x", "content.xml": "<x/>"}), "报告.odt", "OpenDocument"),
        (zipped({"报告.txt": "x"}), "报送.zip", "压缩包，请先解压"),
        (zipped({}), "报送.zip", "压缩包"),
        (b"Rar!\x1a\x07", None, "压缩包"),
        (b"<!DOCTYPE html><html>", "报告.txt", "网页"),
        (b"\xef\xbb\xbf\r\n<HTML lang=zh>", "报告.doc", "网页"),
        (b"MIME-Version: 1.0\r\n", "报告.doc", "网页"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "报告.doc", "XML"),
        (b"\x89PNG\r\n\x1a\n\0", None, "图片"),
        (b"\xff\xd8\xff\xe0\0", "报告.txt", "图片"),
        (TEXT, "报告.doc", "旧版 Word 格式"),
        (TEXT, "报告.pdf", "这是 PDF"),
        (b"MZ\x90\0\x03\0\0\0" + bytes(range(256)), None, "不是文本文件"),
        (b"\x01\x02\x03\x04" * 100, "报告.txt", "不是文本文件"),
        ("报告\0\0\0".encode(), "报告.txt", "不是文本文件"),
        (b"\xff\xfe\1" + bytes(101), "报告.txt", "不是文本文件"),
    ],
)
def test_names_what_the_file_is(data: bytes, name: str | None, words: str) -> None:
    """The bytes tell more than the name, and the name more than nothing."""
    kind, sentence = refusal(data, name)

    assert kind == "unsupported"
    assert words in sentence


@pytest.mark.parametrize("name", ["报告.docx", "报告.doc", None])
def test_a_word_file_with_a_password_says_so(name: str | None) -> None:
    """Word wraps an encrypted .docx into the container of the old formats."""
    data = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(400)

    assert refusal(data, name) == ("encrypted", "文件设有打开密码，请在 Word 或 WPS 中取消密码并保存后再检查")


def test_text_that_calls_itself_word_is_damaged() -> None:
    """A text renamed to .docx is told apart from an old Word file."""
    kind, sentence = refusal(TEXT, "报告.docx")

    assert kind == "damaged"
    assert "内容不是 Word 文档" in sentence


@pytest.mark.parametrize("text", ["MZ乡年度报告", "GIF图", "PK赛", "%PDF 是什么", "< html >", "II级响应", "BM"])
def test_text_that_merely_begins_like_another_format_is_text(text: str) -> None:
    """Two letters make no picture and no program."""
    assert read_bytes(text.encode()).text == text
