"""Plain text and Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report_lint.errors import ReadError
from report_lint.readers.encoding import decode
from report_lint.text import LineIndex, SourceText

if TYPE_CHECKING:
    from report_lint.text import Format

TEXT_LIMIT = 20 * 1024 * 1024
EMPTY = "文件里没有文字，请检查是否选错了文件"
_LOST = re.compile("\ufffd+|(?:锟斤拷)+")  # the second is what GBK makes of UTF-8's replacement characters
_QUOTE = re.compile("[^\r\n]{0,6}[\ufffd锟][^\r\n]{0,6}")
_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u2060\ufeff]")


def read_plain(data: bytes, path: str | None, form: Format) -> SourceText:
    """Return the text of a .txt or .md file."""
    text, encoding = decode(data)
    if is_blank(text):
        raise ReadError(EMPTY, kind="empty")
    damage = lost_characters(text, with_line=True)
    return SourceText(text, path, form, encoding, damage=damage)


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to see in a text."""
    return _VISIBLE.search(text) is None


def lost_characters(text: str, *, with_line: bool) -> tuple[str, ...]:
    """Return the clause on characters that were lost for good, or nothing."""
    first = _LOST.search(text)
    if first is None:
        return ()
    count = sum(1 for _ in _LOST.finditer(text))
    where = f"第{LineIndex(text).position(first.start()).line}行起" if with_line else "文中"
    quote = _QUOTE.search(text, max(first.start() - 6, 0)) or first
    return (f"{where}有{count}处乱码（“{quote[0]}”），原字无法辨认",)
