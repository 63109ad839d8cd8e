"""Kind `citation-unmarked`: the full name of a law without 《》."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.quotation import in_quotation
from report_lint.lazy import lazy_pattern
from report_lint.register.keys import PREFIX, folded_title
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation

_SHORTEST = 8  # characters of a title that a verb alone does not make a common word
_NAMED = 24  # characters of names that a message has room for
_REACH = 32
_JOIN = "(?:[、和及与]|以及)"
_ITEM = "[^，。；：、《》（）“”\n]{1,30}?"
_MARKED_BEFORE = lazy_pattern(f"》{_JOIN}?$")
_MARKED_AFTER = lazy_pattern(f"{_JOIN}?《")


class UnmarkedParams(Params):
    """`verbs` stand directly in front of a title without 中华人民共和国; `levels` are the ranks that take 《》.

    `names` go on behind a law in the name of an event or of another thing (民法典宣传月, 行政处罚法律制度);
    `endings` end the other names of a list.
    """

    verbs: WordingList
    levels: tuple[str, ...]
    names: WordingList = EMPTY
    endings: tuple[str, ...]


def check(params: UnmarkedParams, document: Document) -> Iterator[Problem]:
    """Report all full names of laws without marks as one problem, at the first of them."""
    bare = [one for one in document.citations if not one.marked and _wants_marks(params, one, document)]
    if bare:
        names = list(dict.fromkeys(_written(one, document) for one in bare))
        shown = names[: 2 if len("".join(names[:2])) <= _NAMED else 1]
        fields = {"names": "”“".join(shown), "count": len(bare)}
        changes = tuple(Change(one.span, f"《{one.span.of(document.text)}》") for one in bare)
        yield Problem(bare[0].span, fields, variant="several" if len(names) > len(shown) else None, changes=changes)


def _written(citation: Citation, document: Document) -> str:
    return folded_title(citation.span.of(document.text))


def _wants_marks(params: UnmarkedParams, citation: Citation, document: Document) -> bool:
    act = citation.instrument
    if act is None or act.level not in params.levels or citation.form != "title":
        return False
    written = _written(citation, document)
    folded = document.folded
    start, end = folded.folded(citation.span.start), folded.folded(citation.span.end)
    before, after = folded.text[max(0, start - _REACH) : start], folded.text[end : end + _REACH]
    full = written.startswith(PREFIX) and act.title.startswith(PREFIX)
    named = written == act.title and len(written) >= _SHORTEST and params.verbs.search(before) is not None
    if not (full or named) or params.names.search(after):
        return False
    if in_quotation(document.text, citation.span.start) or _half_marked(before, after):
        return False
    return not _in_bare_list(params, before, after)


def _half_marked(before: str, after: str) -> bool:
    """Tell whether one of the two marks is there and the other was lost: 学习《中华人民共和国民法典，开展宣讲."""
    return before.rfind("《") > before.rfind("》") or after.startswith("》")


def _in_bare_list(params: UnmarkedParams, before: str, after: str) -> bool:
    """Tell whether the names beside it have no marks either: 宣传宪法、中华人民共和国民法典、行政处罚法."""
    if _MARKED_BEFORE.search(before) or _MARKED_AFTER.match(after):
        return False
    ending = "|".join(map(re.escape, params.endings))
    left = re.search(f"(?:{ending}){_JOIN}$", before)
    right = re.match(f"{_JOIN}{_ITEM}(?:{ending})(?=[等、，。；和及与]|$)", after)
    return left is not None or right is not None


KIND = CheckKind("citation-unmarked", UnmarkedParams, check)
