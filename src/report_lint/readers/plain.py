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
_UNSEEN = " \t\n\r\u3000\u00a0\u200b\u200c\u200d\u2060\ufeff"
_LOST = "\ufffd+|(?:锟斤拷)+"  # the second is what GBK makes of UTF-8's replacement characters


def read_plain(data: bytes, path: str | None, form: Format) -> SourceText:
    """Return the text of a .txt or .md file."""
    text, encoding = decode(data)
    if is_blank(text):
        raise ReadError(EMPTY, kind="empty")
    damage = lost_characters(text, with_line=True)
    return SourceText(text, path, form, encoding, damage=damage)


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to see in a text."""
    return not text.strip(_UNSEEN).strip()


def lost_characters(text: str, *, with_line: bool) -> tuple[str, ...]:
    """Return the clause on characters that were lost for good, or nothing."""
    if "\ufffd" not in text and "锟斤拷" not in text:
        return ()
    places = [match.span() for match in re.finditer(_LOST, text)]
    start, end = places[0]
    before = re.split(r"[\r\n]", text[max(start - 6, 0) : start])[-1]
    after = re.split(r"[\r\n]", text[start : min(end, start + 6) + 6])[0]
    where = f"第{LineIndex(text).position(start).line}行起" if with_line else "文中"
    return (f"{where}有{len(places)}处乱码（“{before}{after}”），原字无法辨认",)
