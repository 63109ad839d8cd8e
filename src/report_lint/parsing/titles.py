"""The title of a report: one line or several, the issuers above it, a page's title printed before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.document import Located
from report_lint.lazy import lazy_pattern
from report_lint.parsing.lines import LONG, squeezed
from report_lint.parsing.numerals import YEAR, find_date
from report_lint.parsing.organs import is_organs, is_place
from report_lint.text import Span

if TYPE_CHECKING:
    from report_lint.parsing.lines import Line, Lines

_HEAD = 40  # lines before the body in which a title is looked for
_LONGEST_TITLE, _LONGEST_PIECE = 80, 44
_MOST_LINES = 4

_SUBJECT = lazy_pattern("法治|依法行政|依法治[省市州盟县区旗镇乡]")
_NOTE = "(?:（[^（）]{1,24}）)?"  # “（2024年度）”, “（公开稿）”
_TAIL = lazy_pattern(f"(?:报告书?|总结|情况|年报|汇报|材料|要点|函|通知|综述|解读|公示|公告)[》”]?{_NOTE}[。，；]?$")
# The last line of a title that was broken before it: “情况报告”, “的报告”, “工作情况报告（2024年度）”
_BARE_TAIL = lazy_pattern(f"(?:的|年度|工作|建设|情况|实施|进展|总体|自查|专项|落实)*(?:报告|总结|情况|汇报){_NOTE}$")
_YEAR_NOTE = lazy_pattern(f"（{YEAR}年?度?）$")
# What other papers end in; asked only of the first lines of a text without a title of ours.
_OTHER_TAIL = lazy_pattern(
    "(?:报告|总结|情况|汇报|材料|要点|函|通知|合同书?|协议书?|方案|计划|讲话|致辞|发言|纪要|公告|通告|公报|办法|意见|规划|决定|简报|清单|制度|细则"
    f"|规定|批复|说明|倡议书|承诺书|责任书|预案|台账|一览表|新闻稿?|述评|解读|条例|招标文件|标书){_NOTE}$"
)
NUMBERED = lazy_pattern(
    "[一二三四五六七八九十]{1,3}[、.，]|（[一二三四五六七八九十0-9]{1,3}）|[一二三四五六七八九十]{1,3}）"
    "|[0-9]{1,2}[.、）](?![0-9])|第[一二三四五六七八九十]{1,2}(?:部分|章|节)|[一二三四五六七八九十]{1,2}是|[①-⑳]"
)
_NO_TITLE = lazy_pattern(
    "附件|附：|附表|抄送|来源|标题|主题|现[将就对]|根据|按照|为[了进深贯]|.{0,80}(?:报告|汇报)如下"
)
_ATTACHED = lazy_pattern("附件[0-9]{0,2}：(?=.)")  # the report was sent as an attachment and says so
_QUOTED = lazy_pattern("《[^《》]*(?:《[^》]*》[^《》]*)*》")
_ISSUER = lazy_pattern(f"(.{{2,40}}?)(?=关于|{YEAR}|(?<!依)法治|推进)")
_OPEN_END = lazy_pattern("(?:关于|年度?|的|和|及|与|暨|、|——|推进|落实|开展|加强|建设)$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title: the lines it stands on and its text; `own` where it names this kind of report."""

    first: int
    last: int
    located: Located
    own: bool

    @property
    def span(self) -> Span:
        """Return where the title stands."""
        return self.located.span


def is_body(line: Line) -> bool:
    """Tell whether a line belongs to a text rather than to its cover: a paragraph, a sentence, a heading."""
    if NUMBERED.match(line.key):
        return True
    sentence = any(mark in line.key for mark in "。，；") and not line.key.endswith("：")
    return sentence and not is_title(line)


def is_title(line: Line) -> bool:
    """Tell whether a line alone is the title of a report of this kind, or the last line of one."""
    return _TAIL.search(line.key) is not None and _SUBJECT.search(line.key) is not None and _can_be_title(line.key)


def _can_be_title(key: str) -> bool:
    if len(key) > _LONGEST_TITLE or NUMBERED.match(key) or _NO_TITLE.match(key):
        return False
    bare = _QUOTED.sub("", key).rstrip("。，；")
    # A motto may stand before the dash: “坚持依法行政，服务乡村振兴——某镇2024年法治政府建设年度报告”.
    return "。" not in bare and ("——" in bare or not any(mark in bare for mark in "，；："))


def find_title(lines: Lines) -> tuple[Title | None, Title | None]:
    """Return the title of a text and a page's title printed before it; both None where there is none.

    Of two titles with a page's lines between them the second is the report's: what stands around it,
    the number, the issuers and the recipient, belongs to the report.
    """
    head = _head(lines)
    for at in range(len(head)):
        title = _assembled(head, at, lines)
        if title is None:
            continue
        again = _again(head, at, lines)
        if again is None:
            return title, None
        if again.located.value == title.located.value and not _between(title, again, lines):
            # Printed twice on adjacent lines: the first stays the title, so that the second can be reported.
            return Title(title.first, again.last, title.located, own=True), None
        return again, title
    return _other_title(head, lines), None


def _head(lines: Lines) -> list[Line]:
    """Return the lines before the body."""
    head: list[Line] = []
    for at in range(min(len(lines), _HEAD)):
        if not lines.short(at, LONG) or is_body(lines[at]):
            break
        head.append(lines[at])
    prefix = _ATTACHED.match(head[0].key) if head else None
    if prefix is not None:
        start = lines.folded(head[0].at).source(prefix.end())
        head[0] = head[0]._replace(start=start, key=head[0].key[prefix.end() :])
    return head


def _assembled(head: list[Line], at: int, lines: Lines) -> Title | None:
    """Return the title that ends on a line, its earlier and later lines joined; None if none ends there."""
    first = last = at
    key = head[at].key
    if _TAIL.search(key) is None or not _can_be_title(key):
        return _without_tail(head, at, lines)
    while first > 0 and at - first < _MOST_LINES - 1 and _joins(head[first - 1].key, key):
        first -= 1
        key = head[first].key + key
    if _SUBJECT.search(key) is None:
        return None
    while last + 1 < len(head) and (_BARE_TAIL.match(head[last + 1].key) or _YEAR_NOTE.match(head[last + 1].key)):
        last += 1
    return _title(head[first], head[last], lines, own=True)


def _title(first: Line, last: Line, lines: Lines, *, own: bool) -> Title:
    span = Span(first.start, last.end)
    return Title(first.at, last.at, Located(squeezed(span.of(lines.text)), span), own)


def _joins(before: str, key: str) -> bool:
    """Tell whether a line belongs in front of a title's later lines."""
    if len(before) > _LONGEST_PIECE or not _can_be_title(before) or find_date(before) is not None:
        return False
    if _BARE_TAIL.match(key):
        return True
    if is_organs(before) or is_place(before):
        return _leads(before, key)
    if _TAIL.search(before) is not None:
        return False
    if _SUBJECT.search(key) is not None and names_issuer(
        key
    ):  # whole already: “法治政府建设” above it is a page's column
        return before.endswith(("关于", "年", "年度"))
    # “…2024年法治” over “政府建设情况报告”
    broken = _SUBJECT.search(key) is None and _SUBJECT.search(before) is not None
    return broken or before.startswith("关于") or _OPEN_END.search(before) is not None


def _leads(organ: str, key: str) -> bool:
    """Tell whether an organ on a line of its own is the issuer of the title below, or one of two.

    A page's header is neither: 甲县人民政府 over 甲县民政局2024年….
    """
    own = _ISSUER.match(key)
    if own is None or own[1].startswith("关于"):
        return True
    if not (is_organs(own[1]) or is_place(own[1])):
        return key.startswith(("20", "二", "关于", "法治", "推进", "贯彻", "年度"))
    if organ == own[1]:
        return False
    party = organ.startswith("中共") or organ.endswith(("党委", "工委", "党组"))
    return party or (organ[-1] == own[1][-1] and organ[-1] != "府")


def _without_tail(head: list[Line], at: int, lines: Lines) -> Title | None:
    """Return a title whose last word is lost: issuer, year and subject on one of the first lines."""
    key = head[at].key
    match = re.match(f"(.{{2,30}}?)(?:关于)?{YEAR}年度?", key)
    if at > 2 or match is None or not _SUBJECT.search(key, match.end()) or not _can_be_title(key):  # noqa: PLR2004
        return None
    if len(key) > _LONGEST_PIECE or not (is_organs(match[1]) or is_place(match[1])):
        return None
    following = head[at + 1].key if at + 1 < len(head) else ""
    return None if _TAIL.search(following) else _title(head[at], head[at], lines, own=True)


def _again(head: list[Line], at: int, lines: Lines) -> Title | None:
    """Return a second title below the first where only lines of a cover stand between."""
    for later in range(at + 1, min(len(head), at + 9)):
        if head[later].key.endswith("："):
            return None
        title = None if _BARE_TAIL.match(head[later].key) else _assembled(head, later, lines)
        if title is None or title.first <= at:
            continue
        apart = lines.text[head[at].end : title.span.start].strip() != ""
        value = title.located.value
        if value == head[at].key or names_issuer(value) or (apart and value.rstrip("。").endswith(("报告", "总结"))):
            return title
    return None


def _between(first: Title, second: Title, lines: Lines) -> bool:
    """Tell whether a page's lines, a number or a date stand between two titles."""
    return lines.text[first.span.end : second.span.start].strip(" \t\u3000\r\n*#") != ""


def names_issuer(value: str) -> bool:
    """Tell whether a title begins with an issuer or with 关于, as a heading of the body does not."""
    start = _ISSUER.match(value)
    return value.startswith("关于") or (start is not None and (is_organs(start[1]) or is_place(start[1])))


def title_at(lines: Lines, at: int, start: int) -> Title | None:
    """Return the title that ends on a line further down, joined with the lines above it from `start` on."""
    first = max(start, at - _MOST_LINES)
    return _assembled([lines[near] for near in range(first, min(len(lines), at + 3))], at - first, lines)


def _other_title(head: list[Line], lines: Lines) -> Title | None:
    """Return the title of another kind of paper, where one stands in the first lines."""
    for at, line in enumerate(head[:5]):
        if _OTHER_TAIL.search(line.key) and _can_be_title(line.key) and len(line.key) <= _LONGEST_PIECE + 6:
            first = at
            while first > 0 and at - first < _MOST_LINES - 1 and is_organs(head[first - 1].key):
                first -= 1
            return _title(head[first], line, lines, own=False)
    return None
