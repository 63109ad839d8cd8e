"""Kind `attachment-note`: how the list of attachments behind the text is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.text import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from report_lint.document import Document

_WITHIN = 1500  # characters behind the text; what is farther away is an attachment
_BLANK = "[ \t\u3000]*"
_NOTE = lazy_pattern(
    f"(?m)^{_BLANK}(?P<note>附件{_BLANK}(?P<number>[一二三四五六七八九十]{{0,2}}|[0-9]{{0,2}})"
    f"{_BLANK}(?P<colon>[:：]){_BLANK}(?P<name>[^\n]{{2,80}}))$"
)
# “2.清单”, “二、清单” on the lines below the first
_ITEM = lazy_pattern(
    "[ \t\u3000]*(?P<number>[0-9]{1,2}[.．]|[0-9]{1,2}、|[一二三四五六七八九十]{1,2}、)(?P<name>[^\n]{2,80})"
)
_HAN_NUMBER = lazy_pattern("[一二三四五六七八九十]{1,2}、")
_MARK = lazy_pattern("[。；;，,、]+$")


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report each list once, in a copy that is submitted: a half-width colon, numbers in Chinese, marks at the end."""
    cover, text = document.cover, document.text
    if cover.copy_kind != "submitted" or text.find("附件", cover.body.end) < 0:
        return
    for match in _NOTE.finditer(text, cover.body.end, min(len(text), cover.body.end + _WITHIN)):
        wrong = [*_of_note(match), *_of_items(text, match)]
        if wrong:
            safe = tuple(change for _, change in wrong if change is not None)
            reasons = "、".join(dict.fromkeys(reason for reason, _ in wrong))
            yield Problem(Span(*match.span("note")), {"wrong": reasons}, changes=safe, safety="safe")
        return


def _of_note(note: re.Match[str]) -> Iterator[tuple[str, Change | None]]:
    """Yield what is wrong with the first line."""
    if note["colon"] == ":":
        yield "冒号用了半角", Change(Span(*note.span("colon")), "：")
    if note["number"] and not note["number"].isdigit():
        yield "编号用了汉字", None
    if _HAN_NUMBER.match(note["name"]):
        yield "编号用了汉字", None
    yield from _end(note)


def _of_items(text: str, note: re.Match[str]) -> Iterator[tuple[str, Change | None]]:
    """Yield what is wrong with the numbered lines below it."""
    at = note.end() + 1
    while (item := _ITEM.match(text, at)) is not None:
        if not item["number"][0].isdigit():
            yield "编号用了汉字", None
        yield from _end(item)
        at = item.end() + 1


def _end(line: re.Match[str]) -> Iterator[tuple[str, Change | None]]:
    mark = _MARK.search(line["name"].rstrip())
    if mark is not None:
        start = line.start("name") + mark.start()
        yield "名称后有标点", Change(Span(start, start + len(mark[0])), "")


KIND = CheckKind("attachment-note", Params, check)
