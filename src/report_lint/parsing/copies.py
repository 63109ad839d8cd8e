"""Which copy this is: the one that is submitted, or the one that a web page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from report_lint.document import CopyKind

_CHROME_OF_A_PAGE = 2  # one such line may have come along with a pasted sentence
_FEW = 2
_HALF = lazy_pattern("[,()](?<=[^\\x00-\\xff].)(?=[^\\x00-\\xff])")
# “实施纲要(20212025年)”, “20152020年”: two years whose dash was lost
_LOST_DASH = lazy_pattern("20(?<![0-9]20)[0-9]{2}20[0-9]{2}(?![0-9])")
_DASH = lazy_pattern("20[0-9]{2}年?(?:[-—–－―~～]+|至)20[0-9]{2}")
# “某法发20239号”, “某政办函202412号”: a number whose brackets were lost
_LOST_BRACKET = lazy_pattern("20(?<=[发字函办文规报]20)[12][0-9][0-9]{1,3}号")


def copy_kind(text: str, chrome: int, *, word: bool, formal: bool) -> CopyKind:
    """Return the kind of copy.

    `word` says that it came from a Word file, `formal` that it has two of what web pages drop: a number, a
    recipient, a signature of its own. Those also turn or lose full-width marks.
    """
    if word:
        return "submitted"
    if chrome >= _CHROME_OF_A_PAGE or _mostly_half_width(text) or _marks_lost(text):
        return "published"
    return "submitted" if formal else "unknown"


def _mostly_half_width(text: str) -> bool:
    """Tell whether most commas and brackets between Chinese characters are half-width."""
    if text.count(",") + text.count("(") == 0:
        return False
    half = len(_HALF.findall(text))
    return half > max(_FEW, text.count("，") + 2 * text.count("（"))


def _marks_lost(text: str) -> bool:
    """Tell whether dashes or the brackets of document numbers are gone; one typing slip among good ones is none."""
    if _LOST_DASH.search(text) and not _DASH.search(text):
        return True
    return _LOST_BRACKET.search(text) is not None and "〔" not in text
