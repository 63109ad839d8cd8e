"""Where one heading ends: a line of its own, or the first words of a line that goes on.

The end is a stop, else a blank before a new sentence, else nothing but the end of a clause. In a line
that lost its line breaks a blank stands for one, and the first blank is the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import BLANKS, BREAKS, next_ink
from report_lint.text import Span, fold

if TYPE_CHECKING:
    import re

    from report_lint.parsing.numbering import Token

_LONGEST = 60  # characters of a heading
_LONGEST_TOP = 90  # of a level-1 heading on its own line: one may quote three parts of the norm
_SHORTEST = 4  # characters before a blank or an opening of the text can end a heading
_FAR = 25  # characters after a blank without a stop: a sentence, and no second half of a heading

# How headings of the parts end; a sentence may follow such a word without any mark.
NOUNS = (
    *("成效", "成绩", "成果", "举措", "措施", "做法", "经验", "亮点", "情况", "总结", "不足", "问题", "原因", "短板"),
    *("弱项", "困难", "差距", "打算", "安排", "计划", "设想", "思路", "谋划", "方向", "重点", "职责", "履职", "事项"),
    *("建议", "工作", "下一步"),
)

# “2024年，我局…”, “2024年以来，…”, “今年来，…”, “一年来，…”, “一是…”: the text begins here.
_OPENER = (
    "(?:20[0-9]{2}年度?(?:以来|来)?(?:[，,]|[我全]|以来)|今年以?来|一年来|近年来|[一1１]是"
    "|我[局委办厅院县市区镇乡街省州旗])"
)
_MARK = lazy_pattern(
    f"《[^》{BREAKS}]*》|“[^”{BREAKS}]*”|[（(](?![一1１][）)])[^）){BREAKS}]*[）)]"
    "|(?P<stop>[。：:；;！!？?])"
    f"|(?P<child>[（(][一1１][）)]|(?<![0-9０-９])[1１][.．、](?![{BLANKS}]*[0-9０-９]))"
    f"|(?P<blank>(?<![0-9A-Za-z{BLANKS}])[{BLANKS}]+(?![{BLANKS}]))"
    f"|(?P<opening>{_OPENER})"
)
_OPENING = lazy_pattern(f"[{BLANKS}*]*{_OPENER}")
_COMMA = lazy_pattern("[，,]")
_CLAUSE_END = lazy_pattern("(?<![0-9]年)(?<!年度)(?<!以来)[，,]")  # “1.2024年，我局组织…” is not headed by its year
_UNFOLDED = lazy_pattern("[一-鿿0-9。，、；：“”《》（）]+")
_WORD = lazy_pattern(r"[^\W\d_]")
_EDGE = f"{BLANKS}*"
_INSIDE = ("，", ",", "、", "年", "年度", "的", "和", "及", "与")  # a heading does not end in these
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_ENDING = "。：；，、．.！？#"
_SOURCE_ENDING = f"[{BLANKS}。：:；;，,、．.！!？?]*"
_AFTER_TITLE = lazy_pattern(_SOURCE_ENDING)
_TAIL = lazy_pattern(f"[{BLANKS}#*]*")


class Heading(NamedTuple):
    """A heading that was recognised, before it has a place in the tree.

    `outer` is where its line begins (hashes and stars included), `body` where what it heads begins.
    """

    outer: int
    span: Span
    body: int
    number: str
    title: str
    rank: int | None
    ordinal: int | None
    run_in: bool
    hint: int | None = None


def read_heading(text: str, token: Token, end: int) -> Heading | None:
    """Return the heading that begins with a token; its line, or its stretch of a line, ends at `end`.

    None where no word follows the number.
    """
    stop, run_in = _title_end(text, token, end)
    title, title_end = _title(text, token.end, stop)
    if not _WORD.search(title):
        return None
    span = Span(token.start, title_end)
    number = text[token.start : token.end].rstrip(_EDGE)
    body = _body_start(text, token, span.end, end, run_in=run_in)
    return Heading(token.outer, span, body, number, title, token.rank, token.ordinal, run_in, token.hint)


def _title(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the folded title without its end mark, and where it ends in the source."""
    if _UNFOLDED.fullmatch(text, start, end):  # most titles, and folding costs more than all else here
        title = text[start:end].rstrip(_ENDING)
        return title, start + len(title)
    folded = fold(text, start, end)
    title = folded.text.rstrip(_ENDING)
    return title, folded.span(0, len(title)).end


def _title_end(text: str, token: Token, end: int) -> tuple[int, bool]:
    """Return where the title ends at the latest, and whether text follows it on the line."""
    start = token.end
    blanks: list[int] = []
    stop = None
    for mark in _MARK.finditer(text, start, min(end, start + _LONGEST)):
        at = mark.start()
        if mark.lastgroup == "stop":
            stop = at
            break
        if mark.lastgroup == "blank":
            if at - start >= _SHORTEST and _OPENING.match(text, mark.end(), end):
                return at, True
            if token.torn and not blanks and _is_lost_break(text, start, mark):
                return at, True
            blanks.append(at)
        elif _ends_title(text, token, mark):
            return at, True
    return _unmarked_end(text, token, end, stop, blanks)


def _is_lost_break(text: str, start: int, blank: re.Match[str]) -> bool:
    """Tell whether a blank stands for a line break: not where letters are spaced, after a comma or a year."""
    at = blank.start()
    whole = text[start:at].strip(_EDGE)
    return (
        len(whole) >= _SHORTEST and not whole.endswith(_INSIDE) and text[blank.end() : blank.end() + 1] not in _DIGITS
    )


def _ends_title(text: str, token: Token, mark: re.Match[str]) -> bool:
    """Tell whether a first sub-heading or the text begins here, glued to the heading's words."""
    at = mark.start()
    if mark.lastgroup == "child":
        return at - token.end > 1 and (token.rank or 0) < (2 if mark[0][1:2] == "一" else 3)
    return mark.lastgroup == "opening" and at - token.end >= _SHORTEST and text.endswith(NOUNS, token.end, at)


def _unmarked_end(text: str, token: Token, end: int, stop: int | None, blanks: list[int]) -> tuple[int, bool]:
    """Choose between the stop, a blank before it, the whole line, and the end of a clause."""
    start = token.end
    limit = _LONGEST_TOP if token.rank in {0, 1} else _LONGEST
    own_line = stop is None and (
        end - start <= limit or (end - start <= 2 * limit and len(fold(text, start, end).text) <= limit)
    )
    if own_line and not text[start:end].rstrip(_EDGE).endswith(("，", ",", "、")):
        return end, False
    if not own_line:
        for blank in blanks:
            if blank - start >= _SHORTEST and _sentence_follows(text, token, blank, stop):
                return blank, True
    if stop is not None:
        rest = _TAIL.match(text, stop + 1, end)
        return stop, rest is not None and rest.end() < end
    clause = _CLAUSE_END.search(text, start + _SHORTEST, min(end, start + _LONGEST))
    return (clause.start() if clause else min(end, start + _LONGEST)), True


def _sentence_follows(text: str, token: Token, blank: int, stop: int | None) -> bool:
    """Tell whether what stands between a blank and the stop reads as a sentence, not as half a heading.

    `四、下一步打算 抓好落实。` but `（一）规范执法工作 提升服务水平。`: the headings of parts end in such nouns.
    """
    if stop is None or stop - blank > _FAR:
        return True
    is_complete = text.endswith(NOUNS, token.end, blank)
    return is_complete and (token.rank in {0, 1} or _COMMA.search(text, blank, stop) is not None)


def _body_start(text: str, token: Token, at: int, end: int, *, run_in: bool) -> int:
    """Return where the text under a heading begins: after its end mark and its closing stars."""
    at = _past_ending(text, at, end)
    if text.count("**", token.outer, at) % 2 and text.startswith("**", at):
        at = _past_ending(text, at + 2, end)
    if run_in and at < end:
        return at
    tail = _TAIL.match(text, at, end)
    return next_ink(text, tail.end() if tail else at, len(text))


def _past_ending(text: str, at: int, end: int) -> int:
    found = _AFTER_TITLE.match(text, at, end)
    return found.end() if found else at
