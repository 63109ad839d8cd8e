"""What web pages and printers put around a report: navigation, metadata tables, page numbers.

These lines are no part of the report for any rule. Whole lines only, and except page numbers only
near the beginning or the end, so that “来源” inside a sentence or “分享” in a heading is never lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.document import Located, SignedDate
from report_lint.lazy import lazy_pattern
from report_lint.parsing.lines import Line, Lines, read_lines, squeezed
from report_lint.parsing.numerals import find_date
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.text import SourceText

_NEAR = 20  # lines from either end where a page has its furniture; a run of it may go on beyond
_SHORT = 160  # no line of furniture is longer
_NO_SENTENCE = 60  # and none that is longer than this has a full stop
_LONGEST_VALUE = 40  # nor a cell of a metadata table that stands on a line of its own
_NO_VALUE = ("。", "：", "报告", "总结", "情况")

# “索引号：0014/2024-0032　发布机构：甲镇政府”, “效力状态：有效”: labels that need no colon in a table
_TABLE = (
    "(?:信息)?索引号|信息分类|主题分类|主题词|体裁分类|组配分类|公文种类|(?:信息)?公开(?:类别|方式|范围|时限|主体|责任部门|形式|属性|选项)"
    "|(?:信息)?发布(?:机构|单位|部门|日期|时间|文号)|发文(?:机关|机构|单位|字号|日期)|制发机关|成文(?:日期|时间)"
    "|生成(?:日期|时间)|生效(?:日期|时间)|失效(?:日期|时间)|废止(?:日期|时间)|印发(?:日期|时间)|公开(?:日期|时间)"
    "|有效性|效力状态|效力级别|是否有效|内容概述|服务对象|统一编号|统一登记号|网站标识码|信息名称|著录日期"
)
# “来源：区府办　发布时间：2024-03-28 10:21　浏览次数：35”, “文␣号：无”: words that need their colon
_COLON = (
    "名称|信息来源|文章来源|稿件来源|作者|撰稿人?|供稿(?:单位|人)?|(?:责任)?编辑|责编|校对|初审|复审|终审|审核人?|信息员"
    "|(?:更新|发表|添加|录入|创建)(?:日期|时间)|访问量|点击[率数]|字体|字号|语音|[上下]一[篇条页]|阅读|浏览|点击|访问|打印|分享|收藏"
)
_LABEL = lazy_pattern(
    f"[\\[【]?(?:(?P<colon>{_COLON})[\\]】]?：|(?P<cell>文号|标题|来源|关键[词字])[\\]】]?(?:：|$)"
    f"|(?P<table>{_TABLE})[\\]】]?(?P<mark>：|$)?)"
)
_TITLE_LABELS = frozenset({"标题", "名称", "信息名称"})
# The draft of an official paper has these too; they do not make a web page of it.
_OFFICIAL = lazy_pattern("主题词|(?:信息)?公开(?:类别|方式|范围|属性|选项|形式)|印发|成文|校对|初审|复审|终审|审核")
_TABLE_CELL = lazy_pattern("[ \t\u3000|]")

# 【字体：大 中 小】【打印】: lines that consist of a page's own words
_WORDS = (
    "(?:[\\[【（]?(?:字体|字号|文字|背景色?|特大|超大|大|中|小|默认|护眼模式|打印(?:本页|本文|正文|文本|此页|预览)?"
    "|关闭(?:窗口|本页|此页)?|收藏(?:本页|本站)?|纠错|返回(?:顶部|首页|上页|列表)?|分享(?:到|至)?|微信|微博|朋友圈|QQ空间|复制链接"
    "|放大|缩小|视力保护色?|朗读|听全文|语音播报|播放|暂停|智能问答|无障碍(?:浏览|阅读)?|长者(?:模式|版|助手)|关怀版|适老化?(?:模式|版)?"
    "|繁体(?:中文)?|简体(?:中文)?|English|登录|注册|退出|搜索|A|T|[-+：|丨/·、，])[\\]】）]?)++"
)
# 当前位置：首页>政务公开>年度报告; 浏览次数：12次; 上一篇：没有了; 扫一扫在手机打开当前页
_WHOLE = lazy_pattern(
    f"{_WORDS}"
    "|您?(?:的|现在的?|当前的?|目前的?)?(?:所在)?位置(?:：|:|>|是|首页).{0,120}|(?:网站)?首页(?:$|[>»›/|-]).{0,120}"
    "|扫一扫.{0,30}|微信扫.{0,30}|(?:手机)?扫码.{0,20}|(?:浏览|点击|阅读|访问)(?:次数|量|人次|数|人数)(?:：.{0,60}|[0-9，]{0,9}次?)"
    "|[上下]一[篇条].{0,80}|相关(?:链接|阅读|文档|信息|报道|文章)：?|(?:版权所有|[Cc]opyright|©).{0,120}|(?:主办|承办)(?:单位)?：.{0,120}"
    "|[^。]{0,40}(?:ICP备|公网安备)[^。]{0,60}|网站地图.{0,60}|关于我们.{0,60}"
)
# “2024-03-28 10:21　来源：区府办”, “时间：2024-03-28　浏览：12”, “区司法局 2024-03-28 10:21”
_STAMP = lazy_pattern(
    "(?:时间：|日期：)?20[0-9]{2}[-/.年].{0,30}(?:来源|作者|浏览|点击|阅读|字[体号]).{0,80}"
    "|.{0,20}20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?[0-9]{1,2}：[0-9]{2}(?:：[0-9]{2})?.{0,60}"
)
# “今天是：2019年10月31日　农历十月初七”, “甲区人民政府　2019年12月3日星期二”
_TODAY = lazy_pattern(
    "今天是.{0,20}20[0-9]{2}年.{0,60}|.{0,20}20[0-9]{2}[-年.][0-9]{1,2}[-月.][0-9]{1,2}日?.{0,6}(?:星期[一二三四五六日天]|农历).{0,30}"
)
_NUMBER = "[ \t]*[0-9０-９]{1,3}[ \t]*"
_DASH = "[-—–－―─·•~]{1,3}"
_PAGE = lazy_pattern(f"第{_NUMBER}页(?:[ \t，,/]*共{_NUMBER}页)?|{_DASH}{_NUMBER}{_DASH}|[0-9]{{1,3}}[ \t]*/{_NUMBER}")
_BARE_PAGE = lazy_pattern("[0-9０-９]{1,3}")
_BARE_CELL = lazy_pattern("[0-9０-９.%]+")
_LONGEST_PAGE = 20
# 发布时间 is the day of publication; a page's 更新时间 is not. In a table the day may stand on the next line.
_PUBLISHED = lazy_pattern("(?:发布|公开|发文)(?:日期|时间)[：:]?\\s*")

# “时间：2024-02-28 15:36 浏览量：1”, “来源：某局 发布日期：2024年1月3日 字号：大 中 小”
_PAGE_LINE = lazy_pattern(
    "(?:时间|日期)[：:].{0,4}20[0-9]{2}.*(?:来源|浏览|点击|访问|阅读|字[号体]).{0,3}[：:]"
    "|来源[：:].*(?:时间|日期)[：:].{0,4}20[0-9]{2}"
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines that are no part of the report, and what they say about it.

    `chrome` counts the lines other than page numbers, twice those that only a page has. `published` is the day of
    publication of a web page and `title` the title its metadata table gives; neither is a fact of the report itself.
    """

    spans: tuple[Span, ...] = ()
    chrome: int = 0
    published: SignedDate | None = None
    title: Located | None = None


def find_furniture(source: SourceText) -> Furniture:
    """Return the furniture of a text."""
    return sort_out(source, read_lines(source.text))[0]


def sort_out(source: SourceText, lines: Lines) -> tuple[Furniture, Lines]:
    """Return the furniture of a text and its other lines."""
    chrome = _chrome(lines)
    dropped = {*chrome, *_page_numbers(source, lines)}
    furniture = Furniture(
        tuple(Span(*lines.spans[at]) for at in sorted(dropped)),
        sum(1 + _of_a_page(lines[at].key) for at in chrome if not _OFFICIAL.match(lines[at].key)),
        _published(lines, chrome),
        _title(lines, chrome),
    )
    return furniture, lines.without(dropped)


def _of_a_page(line: str) -> bool:
    """Tell whether a line can only come from a web page, so that it counts twice."""
    return _PAGE_LINE.search(line) is not None


def _chrome(lines: Lines) -> list[int]:
    """Return the lines of a page's furniture near both ends, in order."""
    count = len(lines)
    kinds: dict[int, str | None] = {}
    return sorted({*_run(lines, range(count), kinds), *_run(lines, range(count - 1, -1, -1), kinds)})


def _run(lines: Lines, order: range, kinds: dict[int, str | None]) -> Iterator[int]:
    """Yield the furniture among the first lines of an order; lines of furniture are not counted."""
    left = _NEAR
    label = ""
    for at in order:
        kind = kinds[at] if at in kinds else kinds.setdefault(at, _kind(lines, at))
        if kind is None and label and order.step > 0 and _is_value(lines[at], label):
            kind = ""
        label = kind or ""
        if kind is not None:
            yield at
            continue
        left -= 1
        if left == 0:
            return


def _kind(lines: Lines, at: int) -> str | None:
    """Return what furniture a line is: the label whose value is missing, an empty word for others; None for none."""
    if not lines.short(at, _SHORT) or (
        not lines.short(at, _NO_SENTENCE) and "。" in lines.text[slice(*lines.spans[at])]
    ):
        return None
    line = lines[at]
    match = _LABEL.match(line.key)
    if match is not None:
        label = match["colon"] or match["cell"] or match["table"]
        if not match["table"] or match["mark"] is not None or _is_cell(lines.text, line, label):
            return label if match.end() == len(line.key) else ""
    if len(line.key) == 1:
        return None
    if sum(line.key.count(mark) for mark in ">»›") > 1 or _WHOLE.fullmatch(line.key):
        return ""
    dated = "20" in line.key and (_TODAY.fullmatch(line.key) or _STAMP.fullmatch(line.key))
    return "" if dated else None


def _is_cell(text: str, line: Line, label: str) -> bool:
    """Tell whether a blank or a bar follows a label that has no colon, as between the cells of a table."""
    at = text.find(label[-1], line.start, line.end) + 1
    return 0 < at < line.end and _TABLE_CELL.match(text, at) is not None


def _is_value(line: Line, label: str) -> bool:
    """Tell whether a line is the cell that belongs to the label above it; a title on its own line is the report's."""
    if label in _TITLE_LABELS or len(line.key) > _LONGEST_VALUE:
        return False
    return len(line.key) <= len("报告") or not line.key.endswith(_NO_VALUE)


def _page_numbers(source: SourceText, lines: Lines) -> Iterator[int]:
    """Yield the lines that are a page number; a column of bare numbers is a table."""
    cells = {piece.span.start for piece in source.pieces if piece.in_table}
    text = lines.text
    for at, (start, end) in enumerate(lines.spans):
        if end - start > _LONGEST_PAGE or start in cells:
            continue
        if _PAGE.fullmatch(text, start, end):
            yield at
        elif _BARE_PAGE.fullmatch(text, start, end):
            beside = [lines.spans[near] for near in (at - 1, at + 1) if 0 <= near < len(lines)]
            if not any(_BARE_CELL.fullmatch(text, *span) for span in beside):
                yield at


def _published(lines: Lines, chrome: list[int]) -> SignedDate | None:
    for at in chrome:
        start, end = lines.spans[at]
        label = _PUBLISHED.search(lines.text, start, end + 2)
        found = find_date(lines.text, label.end(), label.end() + 20) if label else None
        if label and found and found.value and found.span.start == label.end():
            return SignedDate(found.value, found.span)
    return None


def _title(lines: Lines, chrome: list[int]) -> Located | None:
    """Return the title that a metadata table gives."""
    for at in chrome:
        line = lines[at]
        match = _LABEL.match(line.key)
        if match is None or match.end() == len(line.key):
            continue
        if (match["colon"] or match["cell"] or match["table"]) in _TITLE_LABELS:
            folded = lines.folded(at)
            span = folded.span(match.end(), len(folded.text))
            return Located(squeezed(span.of(lines.text)), span)
    return None
