"""Whether a place stands inside “…”."""

from __future__ import annotations

_REACH = 200


def in_quotation(text: str, offset: int) -> bool:
    """Tell whether a quotation is open at an offset: “《民法典》进万家”, “弘扬宪法精神”."""
    start = max(0, offset - _REACH)
    start = max(start, text.rfind("\n", start, offset))
    return text.rfind("“", start, offset) > text.rfind("”", start, offset)
