"""Quotations: whether a place stands inside “…”, and how much of a long text a message quotes."""

from __future__ import annotations

_REACH = 200
_LONGEST = 24


def in_quotation(text: str, offset: int) -> bool:
    """Tell whether a quotation is open at an offset: “《民法典》进万家”, “弘扬宪法精神”."""
    start = max(0, offset - _REACH)
    start = max(start, text.rfind("\n", start, offset))
    return text.rfind("“", start, offset) > text.rfind("”", start, offset)


def shortened(text: str) -> str:
    """Return a text as a message quotes it: without blanks, a long one by its beginning and its end.

    >>> shortened("《最高人民法院关于适用〈中华人民共和国行政诉讼法〉若干问题的解释》")
    '《最高人民法院关于适用〈中…〉若干问题的解释》'
    """
    written = "".join(text.split())
    half = _LONGEST // 2
    return written if len(written) <= _LONGEST else f"{written[: half + 1]}…{written[-half + 3 :]}"
