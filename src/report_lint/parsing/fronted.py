"""Matters that are named before the head who deals with them: 对反馈的21个问题，由市长逐项领办.

What stands in such a clause is the head's matter, though somebody else may be named in it
(街道收到检察建议1份，主任亲自督办).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.clauses import clause_start

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.parsing.persons import Mention

_HEADS = ("head", "chair")
_LONGEST = 60
_LEAD = 6
# “……，由县长领办”“……，均由局长审签”
_AGENT = lazy_pattern("(?:均|都|全部|一律|并|逐项|逐件|先后)?由[本该我]?$")
# “对承接的执法事项，主任带着执法队逐项梳理”“凡重大决策，县长都要求先评估”
_TOPIC = lazy_pattern("^(?:对|就|针对|围绕|面对|关于|凡|每逢|每次|遇到|遇有)")
# “街道收到检察建议1份，主任亲自督办”“省委督察组反馈的21个问题，市长逐项领办”
_GIVEN = lazy_pattern("收到|接到|反馈|指出|交办|转办|转来|判决|裁定")


def with_fronted(text: str, found: Iterable[Mention]) -> list[Mention]:
    """Return the mentions, with a head acting from the clause before on where it only names the matter."""
    kept: list[Mention] = []
    for mention in found:
        start = _fronted(text, mention) if mention.role in _HEADS else mention.start
        if start < mention.start:
            while kept and kept[-1].start >= start and kept[-1].role not in _HEADS:
                kept.pop()
            if kept and kept[-1].end > start:
                start = mention.start
        kept.append(mention._replace(start=start))
    return kept


def _fronted(text: str, mention: Mention) -> int:
    """Return where the clause that names the matter of a head begins, else where the head is named."""
    at = mention.start
    clause = clause_start(text, at, _LONGEST)
    before = text[clause:at]
    if text[clause - 1 : clause] != "，":
        return at
    start = clause_start(text, clause - 1, _LONGEST)
    matter = text[start : clause - 1]
    if _AGENT.search(before):
        return start
    if len(before) <= _LEAD and (_TOPIC.search(matter) or _GIVEN.search(matter)):
        return start
    return at
