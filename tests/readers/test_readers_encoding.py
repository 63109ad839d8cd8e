"""Bytes become exactly the text that was written, in every encoding that reports come in."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_lint.errors import ReadError
from report_lint.readers import read_bytes

REPORT = "云岭县林业局2024年法治政府建设年度报告\r\n一、主要举措和成效\n全年办结行政复议案件12件，“双随机”检查30次。\n"
MARKS = {"utf-8-sig": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
LINE_ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"]


def encoded(text: str, encoding: str) -> bytes:
    """Return bytes as an editor writes them."""
    plain = "utf-8" if encoding == "utf-8-sig" else encoding
    return MARKS.get(encoding, b"") + text.encode(plain)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030"])
@given(
    lines=st.lists(
        st.text(st.sampled_from("法治政府建设年度报告县局镇0129aZ（）《》，。、“”—　 "), min_size=4), min_size=1
    ),
    ends=st.lists(st.sampled_from(LINE_ENDS), min_size=1),
)
def test_reads_back_the_same_text_with_any_line_ends(encoding: str, lines: list[str], ends: list[str]) -> None:
    """No encoding and no line end changes a character, and the byte order mark is no part of the text."""
    text = "依法行政" + "".join(line + ends[index % len(ends)] for index, line in enumerate(lines))

    source = read_bytes(encoded(text, encoding))

    assert (text, encoding, ()) == (source.text, source.encoding, source.damage)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030"])
def test_keeps_characters_outside_the_basic_plane(encoding: str) -> None:
    """The rare characters of place names and personal names survive."""
    text = f"{REPORT}𠮷岭镇镇长镕某某汇报工作。"

    source = read_bytes(encoded(text, encoding))

    assert (text, encoding) == (source.text, source.encoding)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffd")))
def test_names_gb18030_only_where_the_bytes_are_no_utf8(text: str) -> None:
    """Sound UTF-8 is read as UTF-8, whatever it says."""
    source = read_bytes(codecs.BOM_UTF8 + ("报告" + text.replace("\0", "")).encode())

    assert "报告" + text.replace("\0", "") == source.text


def test_reads_utf16_that_lost_its_mark() -> None:
    """UTF-16 without a mark is recognised by what it says in the right byte order."""
    for encoding in ("utf-16-le", "utf-16-be"):
        source = read_bytes(REPORT.encode(encoding))

        assert (REPORT, encoding) == (source.text, source.encoding)


def test_strips_one_mark_only() -> None:
    """A second mark is a character of the text."""
    assert read_bytes(codecs.BOM_UTF8 * 2 + REPORT.encode()).text == "\ufeff" + REPORT


def test_reads_on_past_a_spoilt_byte_and_says_where() -> None:
    """One bad byte does not keep a report from being checked; the line of the first is named."""
    data = REPORT.encode().replace("复议".encode(), b"\xe5\xa4")

    source = read_bytes(data)

    assert source.encoding == "utf-8"
    assert source.text == REPORT.replace("复议", "\ufffd")
    assert source.damage == ("第3行起有1处乱码（“全年办结行政�案件12件，”），原字无法辨认",)


def test_reads_a_gbk_file_that_was_cut() -> None:
    """A GBK file that ends in half a character is still GBK."""
    source = read_bytes((REPORT + "完").encode("gbk")[:-1])

    assert (source.text, source.encoding, len(source.damage)) == (REPORT + "\ufffd", "gb18030", 1)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_lone_surrogate_never_reaches_the_text(encoding: str) -> None:
    """Half of a surrogate pair becomes the replacement character, and the report says so."""
    unit = b"\x00\xd8" if encoding == "utf-16-le" else b"\xd8\x00"

    source = read_bytes(encoded(REPORT, encoding) + unit + "完".encode(encoding))

    assert source.text == REPORT + "\ufffd完"
    assert source.damage


def test_tells_of_characters_lost_before() -> None:
    """Text whose characters were lost by an earlier conversion is reported as damaged."""
    source = read_bytes((REPORT + "锟斤拷锟斤拷人民政府").encode())

    assert source.damage == ("第4行起有1处乱码（“锟斤拷锟斤拷人民政府”），原字无法辨认",)


def test_names_the_line_where_two_encodings_were_glued_together() -> None:
    """A file that is half UTF-8, half GBK is refused at the line where it changes."""
    with pytest.raises(ReadError, match="第4行起不是 UTF-8") as caught:
        read_bytes(REPORT.encode() + REPORT.encode("gbk"))

    assert caught.value.kind == "encoding"


@pytest.mark.parametrize(
    "data",
    [
        "建設法治政府，推進依法行政，完善監督機制。".encode("big5"),
        "これは日本語のテキストです。".encode("shift-jis"),
        "Über die Straße à côté".encode("latin-1"),
        codecs.BOM_UTF32_LE + REPORT.encode("utf-32-le"),
    ],
    ids=["Big5", "Shift-JIS", "Latin-1", "UTF-32"],
)
def test_does_not_guess_at_other_encodings(data: bytes) -> None:
    """Text of another encoding is refused with the way out, never read as nonsense."""
    with pytest.raises(ReadError, match="另存为时把编码选为 UTF-8") as caught:
        read_bytes(data)

    assert caught.value.kind == "encoding"


@given(st.binary(min_size=1))
def test_any_bytes_give_a_text_or_a_sentence(data: bytes) -> None:
    """Whatever the bytes are, the outcome is a text without surrogates or a ReadError."""
    try:
        text = read_bytes(data).text
    except ReadError as error:
        text = str(error)

    assert text.encode("utf-8")
