"""References to an act named before: 该法, 本条例, 《预算法》及其实施条例."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.name_edges import LAW_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.text import Intervals

_JOINS = "及》"  # “《预算法》及实施条例”, “《预算法》实施条例”
_RULES = "条例|办法|规定|细则|规则|准则"
# One set of first characters keeps the search fast. 该 and 本 may belong to the word before: “应该规定”, “基本法”,
# “根本法”, “样本规则”.
_REFERENCE = lazy_pattern(
    "[该本其及》](?:(?<=[该本])(?<!应该)(?<![基根样版文成资书副日标]本)"
    f"(?P<kind>法典|{LAW_ENDS}|{_RULES})|(?<=[其及》])(?P<under>(?:配套)?实施(?:条例|细则|办法|规定)))"
)
_ENDING = lazy_pattern(f"(法|法典|{_RULES})(?:（[^（）]*）)?$")


class Reference(NamedTuple):
    """A reference in a folded text: to the last act of a `kind` (法, 条例), or to what was made `under` it."""

    start: int
    end: int
    kind: str
    under: str


def find_references(text: str, taken: Intervals) -> Iterator[Reference]:
    """Yield what may be a reference, in the order of the text."""
    for match in _REFERENCE.finditer(text):
        start = match.start("under") if match[0][0] in _JOINS else match.start()
        if not taken.overlaps(start, match.end()):
            kind = match["kind"] or ""
            under = (match["under"] or "").removeprefix("配套")
            yield Reference(start, match.end(), "法" if kind.startswith("法") else kind, under)


def kind_of(title: str) -> str:
    """Return the word that a later reference takes up: 法 for every act whose title ends in 法 or 法典.

    >>> kind_of("中华人民共和国民法典"), kind_of("信访工作条例"), kind_of("某某方案")
    ('法', '条例', '')
    """
    ending = _ENDING.search(title)
    return "" if ending is None else "法" if ending[1].startswith("法") else ending[1]
