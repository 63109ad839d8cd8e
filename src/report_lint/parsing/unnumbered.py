"""Headings told by their wording: without a number, or broken by the end of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import BLANKS, BREAKS, line_end, next_ink
from report_lint.parsing.headings import NOUNS
from report_lint.text import Span, fold

if TYPE_CHECKING:
    from report_lint.parsing.headings import Heading

_LONGEST = 30
_LONGEST_WHOLE = 90  # of a heading on two lines
_FULL_LINE = 20  # characters; a heading that is shorter was not broken by the end of its line
_BODY = 20  # characters of a line that is surely no heading, signature or cell

_PART = lazy_pattern(
    "成效|举措|做法|不足|问题|原因|短板|困难|差距|第一责任人|履职|下一?步|下一?阶段|下一?年度?|今后|打算|安排|计划|设想|思路"
    "|努力方向|(?:其他|需要)(?:需要|应当)?报告|意见和?、?建议|(?:主要|重点)工作|(?:工作|建设|开展|完成|基本|总体)情况"
)
# “为下一步工作”, “解决群众反映的问题”, “取得了成效”: a sentence cut off, or half of one.
_SENTENCE = lazy_pattern(
    "^[为在对从由因经使把将并和及与等]|^(?:通过|针对|解决|围绕|结合|根据|按照|依据)|了|报告如下|汇报如下"
)
_NUMBERED = lazy_pattern("[（(]?[一二三四五六七八九十0-9０-９]{1,2}[、.．）)]")
_NO_REST = lazy_pattern(f"[。；：！？;:!?|]|^{_NUMBERED.pattern}")
_ONE_BREAK = lazy_pattern(f"[{BLANKS}]*(?:\r\n|[{BREAKS}])")
_STOPS = frozenset("。；：！？…”）】.;:!?)")
_TITLE = lazy_pattern("(?:报告|总结|汇报|法治.{0,8}情况)$")


def is_part_wording(title: str) -> bool:
    """Tell whether a folded line is worded like the heading of a required part, whatever its length."""
    words = title.strip("【】")  # “【主要举措和成效】”
    return words.endswith(NOUNS) and _PART.search(words) is not None and _SENTENCE.search(words) is None


def is_report_title(text: str, heading: Heading, region: Span) -> bool:
    """Tell whether a line without a number is the title of the report, which the cover did not know."""
    return _TITLE.search(heading.title) is not None and next_ink(text, region.start, region.end) >= heading.outer


def stands_alone(text: str, heading: Heading, region: Span, before: Heading | None) -> bool:
    """Tell whether a plain line is a heading: worded like a part, after a finished paragraph, with text under it."""
    return (
        len(heading.title) <= _LONGEST
        and is_part_wording(heading.title)
        and _after_finished(text, heading.outer, region.start, before)
        and _before_body(text, heading.span.end, region.end)
    )


def whole(text: str, heading: Heading, region: Span) -> Heading:
    """Return a heading together with its rest on the next line: “三、…第一责任人⏎职责情况” of a copied page."""
    start, end = heading.span
    if heading.run_in or end - start < _FULL_LINE or heading.title.endswith(NOUNS):
        return heading
    stop = line_end(text, heading.body, min(region.end, heading.body + _LONGEST_WHOLE))
    if stop - heading.body > 2 * _FULL_LINE or not _ONE_BREAK.fullmatch(text, end, heading.body):
        return heading
    rest = text[heading.body : stop].rstrip(BLANKS)
    title = heading.title + fold(rest).text
    if _NO_REST.search(rest) or len(title) > _LONGEST_WHOLE or not is_part_wording(title):
        return heading
    return heading._replace(
        span=Span(start, heading.body + len(rest)), title=title, body=next_ink(text, stop, len(text))
    )


def _after_finished(text: str, at: int, start: int, before: Heading | None) -> bool:
    """Tell whether the paragraph before is finished; one cut by a page break goes on in this line."""
    inked = len(text[max(start, at - 200) : at].rstrip(f"{BLANKS}{BREAKS}*#")) + max(start, at - 200)
    if inked == start or text[inked - 1] in _STOPS:
        return True
    return before is not None and not before.run_in and inked <= before.body and inked >= before.span.end


def _before_body(text: str, at: int, end: int) -> bool:
    start = next_ink(text, line_end(text, at, end), end)
    stop = line_end(text, start, min(end, start + 2 * _BODY))
    line = fold(text, start, stop).text
    return len(line) >= _BODY or _NUMBERED.match(line) is not None or line.endswith(("。", "："))
