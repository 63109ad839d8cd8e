"""Word files that are damaged, locked or made to do harm give one sentence, in bounded time and memory."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import p, part, parts_of, r, word, zipped

from report_lint.errors import ReadError
from report_lint.readers import read_bytes

REPORT = word(p("一、主要举措和成效") + p("推进依法行政。"))
DAMAGED = "Word 文件已损坏或没有传完，请重新复制一份，或用 Word、WPS 打开修复后另存为 .docx"
TOO_LARGE = "Word 文件过大，不像是一份报告，请把正文复制到新建的文档再检查"


def refusal(data: bytes) -> tuple[str, str]:
    """Return kind and sentence of the error that reading raises."""
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name="报告.docx")
    return caught.value.kind, str(caught.value)


def with_document(content: str | bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a Word file with this part for its body."""
    return zipped({**parts_of(""), "word/document.xml": content}, method)


@pytest.mark.parametrize("length", [30, 200, len(REPORT) - 30, len(REPORT) - 1])
def test_a_file_that_was_cut_is_damaged(length: int) -> None:
    """A copy that broke off says so."""
    assert refusal(REPORT[:length]) == ("damaged", DAMAGED)


@pytest.mark.parametrize(
    "content",
    ["", "<w:document", part("document", ""), part("document", "<w:body><w:p></w:body>"), "<a/>", b"\0\0", "\ufeff"],
)
def test_a_body_that_is_no_xml_is_damaged(content: str | bytes) -> None:
    """The body must be well-formed and there."""
    assert refusal(with_document(content)) == ("damaged", DAMAGED)


def test_a_word_file_without_a_body_is_damaged() -> None:
    """A package that has everything but the document is still a broken Word file."""
    parts = parts_of("")
    del parts["word/document.xml"]

    assert refusal(zipped(parts)) == ("damaged", DAMAGED)


@given(st.integers(0, len(REPORT) - 1), st.integers(1, 255))
def test_any_spoilt_byte_gives_a_text_or_a_sentence(at: int, change: int) -> None:
    """One wrong byte anywhere never raises anything but a ReadError."""
    data = bytearray(REPORT)
    data[at] ^= change
    try:
        outcome = read_bytes(bytes(data), name="报告.docx").text
    except ReadError as error:
        outcome = str(error)

    assert outcome


def test_damaged_styles_are_told_of_and_the_text_is_read() -> None:
    """A report is checked as far as it can be read."""
    source = read_bytes(zipped({**parts_of(p("甲")), "word/styles.xml": "<w:styles"}))

    assert (source.text, source.damage) == ("甲", ("Word 文件的样式或编号部分已损坏，自动编号可能没有读全",))


def test_a_zip_with_a_password_says_so() -> None:
    """Some programs lock the zip itself."""
    data = bytearray(REPORT)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4

    assert refusal(bytes(data)) == ("encrypted", "文件设有打开密码，请在 Word 或 WPS 中取消密码并保存后再检查")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_a_packing_that_word_never_uses_is_refused(method: int) -> None:
    """Other methods unpack a small block to any size."""
    assert refusal(with_document(part("document", f"<w:body>{p('甲')}</w:body>"), method)) == ("damaged", DAMAGED)


def test_pictures_without_text_are_a_scan() -> None:
    """Scanned pages pasted into Word have nothing to check, and are not simply empty."""
    picture = p(r(""), '<w:r><w:drawing><a:blip xmlns:r="x" r:embed="rId5"/></w:drawing></w:r>')

    assert refusal(word(picture * 3)) == (
        "empty",
        "正文只有图片，没有文字，可能是扫描件，请改用可编辑的 .docx 原稿，或先识别文字",
    )
    assert refusal(word(p() + p(" ", "　"))) == ("empty", "文件里没有文字，请检查是否选错了文件")


def test_entities_are_never_expanded() -> None:
    """A document type, which Word never writes, is refused in either encoding."""
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + part("document", "").partition("\n")[2]

    assert refusal(with_document(bomb)) == ("damaged", DAMAGED)
    assert refusal(with_document(bomb.encode("utf-16"))) == ("damaged", DAMAGED)


def test_no_document_type_hides_in_another_encoding() -> None:
    """Bytes that another encoding would turn into a document type are read as UTF-8, and refused."""
    hidden = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("cp037")

    assert refusal(with_document(b'<?xml version="1.0" encoding="cp037"?>' + hidden)) == ("damaged", DAMAGED)


def test_a_bomb_is_stopped_while_it_unpacks() -> None:
    """A gigabyte of blanks in a megabyte of zip is given up at the limit, in little memory."""
    blanks = b" " * (40 << 20)
    data = with_document(b"<w:document>" + blanks + b"</w:document>")
    del blanks
    tracemalloc.start()

    outcome = refusal(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert outcome == ("too-large", TOO_LARGE)
    assert peak < 100 << 20


def test_a_bomb_that_lies_about_its_size_is_stopped_too() -> None:
    """The size that the zip declares is not believed."""
    data = bytearray(with_document(b"<w:document>" + b" " * (40 << 20) + b"</w:document>"))
    entry = data.rfind(b"word/document.xml") - 46
    struct.pack_into("<L", data, entry + 24, 10)

    assert refusal(bytes(data))[0] in {"too-large", "damaged"}


def test_a_directory_of_millions_of_names_is_not_read() -> None:
    """The directory at the end of the zip is bounded before it is read."""
    data = bytearray(REPORT)
    struct.pack_into("<L", data, data.rfind(b"PK\x05\x06") + 12, 100 << 20)

    assert refusal(bytes(data)) == ("too-large", TOO_LARGE)


def test_millions_of_paragraphs_are_refused() -> None:
    """A kilobyte of zip can hold a million empty paragraphs."""
    assert refusal(word("<w:p/>" * 200_000)) == ("too-large", TOO_LARGE)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:sdt>", "</w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
    ],
    ids=["controls", "tables", "alternatives"],
)
def test_any_depth_of_nesting_is_read(opening: str, closing: str) -> None:
    """Fifty thousand elements inside each other are no reason to fail."""
    assert read_bytes(word(opening * 50_000 + p("甲") + closing * 50_000)).text == "甲"
