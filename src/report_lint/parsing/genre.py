"""What a text is where it is no annual report of this kind: 述法报告, 政府工作报告, 合同, 解读."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.document import Located
from report_lint.lazy import lazy_pattern
from report_lint.text import Span

if TYPE_CHECKING:
    from report_lint.parsing.lines import Lines
    from report_lint.parsing.titles import Title

_EXPLAINED = lazy_pattern("解读|一图读懂|图解|新闻发布会")
# Papers kept beside the report and handed in instead of it; “法治政府” in the title excuses all of them.
_NEIGHBOUR = lazy_pattern(
    "述职述廉述法报告|述法述职报告|述职述法报告|述法报告|述职报告|述法|述职|政府信息公开(?:工作)?年度报告|信息公开年报|普法(?:依法治理)?工作(?:总结|报告|汇报)"
    "|政府工作报告|工作要点|合同|协议|招标|投标|讲话|会议纪要|实施方案|工作方案|工作计划|责任书|承诺书"
)
_OWN = lazy_pattern("法治|依法行政|依法治")
# What only texts of this kind speak of
_SIGN = lazy_pattern("法治政府|法治建设|依法行政|第一责任人|学法|述法|普法|行政执法|合法性审[查核]")
# The last word of a title, taken as the name of what it is
_LAST_WORD = lazy_pattern(
    "(?:工作|情况)?(?:报告书?|总结|汇报|材料|要点|函|通知|方案|计划|致辞|发言|纪要|公告|通告|公报|办法|意见|规划|决定|简报"
    "|清单|制度|细则|规定|批复|说明|倡议书|预案|台账|一览表|新闻稿?|述评|条例|标书)(?=（|[。，；]?$)"
)
# What the headings of the five parts say; a text without a title that says any of it may be a report.
_PARTS = lazy_pattern(
    "举措|成效|存在的?(?:主要)?(?:问题|不足)|不足[和及]|第一责任人|下一(?:年度|步)|主要安排|工作打算|需要报告的"
)
_ENOUGH = 300  # a text without a title that is shorter may be a piece of a report
_FEW_SIGNS, _FEW_LAW = 1, 2
_WORDED = lazy_pattern("举措[和及与]成效|不足[和及与]原因|第一责任人")  # headings that keep to the norm's words
_UNNAMED, _FOREIGN = "其他材料", "外文材料"
_LATIN = lazy_pattern("[A-Za-z]+")
_HAN = lazy_pattern("[\u4e00-\u9fff]+")
_SAMPLE = 4000  # characters that show what language a text is in


def find_genre(lines: Lines, title: Title | None) -> Located | None:
    """Return what a text seems to be, and its title; None for a report of this kind and wherever that is in doubt."""
    if len(lines) and _is_foreign(lines.text):
        return Located(_FOREIGN, title.span if title is not None else _first_line(lines))
    if title is None:
        return _untitled(lines)
    value, span = title.located.value, title.span
    explained = _EXPLAINED.search(value)
    if explained is not None:
        return Located(explained[0], span)
    neighbour = _NEIGHBOUR.search(value) if "法治政府" not in value else None
    if neighbour is not None and not _is_report_on_law(value, neighbour[0]):
        return Located(neighbour[0], span)
    if _OWN.search(value) or not _without_signs(lines.text) or _WORDED.search(lines.text):
        return None
    last = _LAST_WORD.search(value)
    return Located(last[0] if last else _UNNAMED, span)


def _is_report_on_law(value: str, word: str) -> bool:
    """Tell whether a title of our kind only mentions the word: 关于落实工作要点推进法治建设情况的报告."""
    ending = value.rstrip("。").endswith(("报告", "总结", "情况"))
    return ending and _OWN.search(value) is not None and not value.rstrip("。").endswith(word) and "述" not in word


def _untitled(lines: Lines) -> Located | None:
    text = lines.text
    if len(text) < _ENOUGH or not len(lines) or _PARTS.search(text) or not _without_signs(text):
        return None
    return Located(_UNNAMED, _first_line(lines))


def _first_line(lines: Lines) -> Span:
    start, end = lines.spans[0]
    return Span(start, min(end, start + 60))


def _is_foreign(text: str) -> bool:
    """Tell whether a text of some length has more Latin letters than Chinese characters."""
    sample = text[:_SAMPLE]
    latin = sum(map(len, _LATIN.findall(sample)))
    return latin > _ENOUGH and latin > sum(map(len, _HAN.findall(sample)))


def _without_signs(text: str) -> bool:
    """Tell whether a text speaks of law as little as any text does."""
    signs = _SIGN.findall(text)
    few = max(_FEW_SIGNS, len(text) // 4000)
    return len(signs) <= few and "法治政府建设" not in text and text.count("法治") <= max(_FEW_LAW, len(text) // 2000)
