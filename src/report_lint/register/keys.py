"""The key of a title: what stays the same however the title is written."""

from __future__ import annotations

PREFIX = "中华人民共和国"

# 《》〈〉 and <> of damaged copies, quotation marks and blanks are dropped; brackets, commas and digits
# become one width; every dash of （2021—2025年）, also 至's stand-ins ～ and ~, becomes "-".
_DROPPED = "《》〈〉<>＜＞«»“”\"'‘’「」『』 \t\r\n\u00a0\u2002\u2003\u2009\u200b\u200c\u200d\u3000\ufeff*"
_DASHES = "－—–-―‐‑‒−─～~〜"
_FOLD: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _DROPPED)),
    **{ord(dash): "-" for dash in _DASHES},
    **{ord(half): full for half, full in zip("(),:;", "（），：；", strict=True)},
    **{ord(full): half for full, half in zip("０１２３４５６７８９", "0123456789", strict=True)},
    ord("﹝"): "〔",
    ord("﹞"): "〕",
}


def folded_title(title: str) -> str:
    """Return a title without marks and blanks, with one width of brackets, digits and dashes."""
    folded = title.translate(_FOLD)
    while "--" in folded:
        folded = folded.replace("--", "-")
    return folded


def key(title: str) -> str:
    """Return the key of a title: the folded title without 中华人民共和国 in front.

    >>> key("《中华人民共和国行政处罚法》") == key("行政处罚法")
    True
    """
    return folded_title(title).removeprefix(PREFIX)
