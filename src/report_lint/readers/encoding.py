"""Bytes to text: UTF-8, UTF-16 and GB18030, told apart without guessing beyond what the bytes show."""

from __future__ import annotations

import re
from typing import NamedTuple

from report_lint.errors import ReadError
from report_lint.readers.foreign import BINARY
from report_lint.text import LineIndex

_BOMS = (  # UTF-32 first: its little-endian mark begins like that of UTF-16
    (b"\xff\xfe\0\0", ""),
    (b"\0\0\xfe\xff", ""),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_UNKNOWN = "无法识别文字编码，请用记事本打开，另存为时把编码选为 UTF-8"
# The two patterns are compiled where they are used: bytes in UTF-8, as most are, need neither.
_HANZI = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
# What a report may hold besides hanzi; kana, hangul, Cyrillic or private-use characters betray a wrong guess.
_STRANGE = (
    "[^\t-\r\x1a -~\x85\u00a0-\u00ff\u2000-\u27bf\u3000-\u303f\u3200-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003ffff]"
)
# No text has these: C0 controls other than white space, the old end-of-file mark and escape.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


class Decoded(NamedTuple):
    """A text and the name of the encoding it came in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Return the text of some bytes, without its byte order mark; bytes that mean nothing become U+FFFD.

    Raises:
        ReadError: the bytes are no text, or no encoding gives one that could be Chinese.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    if b"\0" in data:
        return _decode_utf16(data)
    if 20 * (len(data) - len(data.translate(None, _CONTROLS))) > len(data):
        raise ReadError(BINARY, kind="unsupported")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(data, error.start)


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    if not encoding:
        raise ReadError(_UNKNOWN, kind="encoding")
    text = data.decode("utf-8" if encoding == "utf-8-sig" else encoding, "replace")
    if "\0" in text:
        raise ReadError(BINARY, kind="unsupported")
    if 10 * text.count("\ufffd") > len(text):
        raise ReadError(_UNKNOWN, kind="encoding")
    return Decoded(text, encoding)


def _decode_utf16(data: bytes) -> Decoded:
    """Return UTF-16 that lost its mark; other bytes with zeros among them are no text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _is_plausible(text):
            return Decoded(text, encoding)
    raise ReadError(BINARY, kind="unsupported")


def _decode_other(data: bytes, bad: int) -> Decoded:
    """Return bytes that are not sound UTF-8 as GB18030, or as either with a few damaged places.

    A cut or spoilt byte must not keep a report from being checked, so long as the rest leaves no doubt.
    """
    text = data.decode("utf-8", "replace")
    if sum(map(len, re.findall(_HANZI, text))) >= 10 * text.count("\ufffd"):
        return Decoded(text, "utf-8")
    text = data.decode("gb18030", "replace")
    if 50 * text.count("\ufffd") <= len(text) and _is_plausible(text.replace("\ufffd", "")):
        return Decoded(text, "gb18030")
    if data[:bad].isascii():
        raise ReadError(_UNKNOWN, kind="encoding")
    line = LineIndex(data[:bad].decode("utf-8")).line_count
    msg = f"文字编码前后不一，第{line}行起不是 UTF-8，请用记事本打开，改好乱码后另存为 UTF-8"
    raise ReadError(msg, kind="encoding")


def _is_plausible(text: str) -> bool:
    """Tell whether a guessed text looks Chinese: hanzi nearly all of the common kind, hardly anything strange.

    UTF-8 or Big5 read as GB18030 gives hanzi too, but a third of them or more outside GB 2312.
    """
    hanzi = "".join(re.findall(_HANZI, text))
    common = len(hanzi.encode("gb2312", "ignore")) // 2
    return 5 * (len(hanzi) - common) <= len(hanzi) and 50 * len(re.findall(_STRANGE, text)) <= len(text)
