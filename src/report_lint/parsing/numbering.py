"""The numbers that headings begin with: their styles, and where they stand at the start of a line.

`2.8万人次`, `12.4国家宪法日`, `第一责任人`, `一、二季度` and `3件` begin lines and number nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import BLANKS, BREAKS, HAN
from report_lint.parsing.numerals import parse_number

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_GAP = f"[{BLANKS}*]*+"  # the stars are markdown's: **一**、
_NUM_HAN = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DIGITS = "[0-9０-９]{1,2}(?![0-9０-９])"
# “2、2025年开展…”, “2、6月底前完成…”: a number of a heading and a date, no decimal and no pair.
_YEAR_AHEAD = f"(?={_GAP}(?:20[0-9]{{2}}{_GAP}年|[0-9]{{1,2}}月(?:底|末|初|中旬|[0-9])))"

# What makes “一、二” a pair and no heading: 一、二季度, 三、四级, 一、二审, 十一、十二月, 十一、十二届.
_PAIR = "[二三四五六七八九十]{1,2}(?:季度|产业|标段|[级类批期轮线月班楼区组审届等、和])"
# “（一）至（三）项任务”, “(2)、(3)号通知”
_RANGE = f"(?!{_GAP}(?:[至到和及与、]|—+){_GAP}[（(])"
# What makes a number at the start of a line a quantity or a date: 3件, 12月, 5个.
_COUNTED = (
    "年月日号个件次名人位项条份部册场期批轮届类种级家户所处起宗例台辆套张篇幅页章节款站组科岗座栋幢艘枚"
    "小万亿千百十元余多分时点天周季岁倍成度米亩吨公平对至到"
)

TOP = f"(?P<rank1>{_NUM_HAN}{_GAP}[、．.，,](?!{_PAIR}))"
STRONG = (
    f"(?P<rank0>第{_GAP}(?:{_NUM_HAN}|{_DIGITS}){_GAP}(?:部分|章)(?:{_GAP}[：:、.．]|(?=[{BLANKS}*{BREAKS}])))"
    f"|(?P<rank2>[（(]{_GAP}{_NUM_HAN}{_GAP}(?:[）)]{_RANGE}(?:{_GAP}[、.．，,])?|、)|{_NUM_HAN}{_GAP}[）)](?:{_GAP}[、.．])?|[㈠-㈩])"
    f"|(?P<rank1>{_NUM_HAN}{_GAP}[、.．，,](?!{_PAIR}))"
    f"|(?P<rank4>[（(]{_GAP}{_DIGITS}{_GAP}[）)]{_RANGE}(?:{_GAP}[、.．])?|{_DIGITS}{_GAP}[）)]|[①-⑳⑴-⒇])"
    f"|(?P<rank3>{_DIGITS}{_GAP}[.．、](?:{_YEAR_AHEAD}|(?!{_GAP}[0-9０-９]))|[⒈-⒛])"
)
# A number whose mark was lost: 1履行第一责任人职责, 一␣主要成效, 第一部分主要成效; or “2. 3项制度”, maybe a decimal.
_WEAK = (
    f"|(?P<weak0>第{_GAP}(?:{_NUM_HAN}|{_DIGITS}){_GAP}(?:部分|章)(?![是为的内]))"
    f"|(?P<weak3>{_DIGITS}(?:{_GAP}[.．、][ \u3000]+(?=[0-9])|[ \u3000]?(?={HAN})(?![{_COUNTED}])))"
    f"|(?P<weak1>{_NUM_HAN}[ \u3000]+(?={HAN})(?!是))"
)
_LINE = (
    f"[{BLANKS}]*+(?P<line>)(?P<hash>#{{1,6}})?+{_GAP}"
    f"(?:{STRONG}{_WEAK}"
    f"|(?P<plain>[^{BREAKS}\t|。，；：！？,;:!?]{{2,40}}+)(?=[{BREAKS}]|\\Z)"
    "|(?(hash)(?P<styled>)|(?!)))"
)
_AFTER_BREAK = lazy_pattern(f"[{BREAKS}]{_LINE}")
_HEAD = 120  # characters that show what a line begins with
_FIRST = frozenset("第（(㈠①⑴⒈1１一二三四五六七八九十")  # the first characters of numbers that begin a sequence
_NUMERAL = lazy_pattern("[一二三四五六七八九十]+|[0-9０-９]+|[①-⒛㈠-㈩]")
# ㈠, ①, ⑴ and ⒈ with how many follow each.
_SIGNS = ((0x3220, 10), (0x2460, 20), (0x2474, 20), (0x2488, 20))


class Token(NamedTuple):
    """The number that begins a heading, or the start of one that has none.

    `outer` is where the line begins after its blanks, before hashes and stars; `hint` the level that
    markdown hashes or a Word style give. A `weak` number counts only in a sequence; `plain` is a short
    line that nothing but its wording can make a heading; `torn` one whose line lost its line breaks.
    """

    outer: int
    start: int
    end: int
    rank: int | None = None
    ordinal: int | None = None
    weak: bool = False
    plain: bool = False
    hint: int | None = None
    torn: bool = False


@lru_cache(maxsize=512)
def ordinal_of(number: str) -> int:
    """Return the value of a heading number: 12 for （十二）, 3 for ③, 0 where it has none."""
    found = _NUMERAL.search(number)
    if found is None:
        return 0
    sign = ord(found[0][0])
    for first, count in _SIGNS:
        if first <= sign < first + count:
            return sign - first + 1
    return parse_number(found[0]) or 0


def to_token(match: re.Match[str], outer: int, hint: int | None = None) -> Token:
    """Return the token of a match that has one of the groups of this module."""
    group = match.lastgroup or ""
    start, end = match.span(group)
    if group in {"plain", "styled"}:
        return Token(outer, start, start, plain=hint is None, hint=hint)
    return Token(outer, start, end, int(group[-1]), ordinal_of(match[group]), group.startswith("weak"), hint=hint)


def line_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield what may be a heading at the start of a line of `text[start:end]`, in order."""
    first = _first_token(text, start, end)
    if first is not None:
        yield first
    for match in _AFTER_BREAK.finditer(text, first.end if first else start, end):
        yield to_token(match, match.end("line"), _hashes(match))


def number_at(text: str, at: int, end: int) -> Token | None:
    """Return the heading number that stands at an offset, wherever in a line that is."""
    if at >= end or text[at] not in _FIRST:
        return None
    token = _first_token(text, at, end)
    return None if token is None or token.weak or token.rank is None else token


def _first_token(text: str, start: int, end: int) -> Token | None:
    """Return the token that a line would begin with if one began at `start`."""
    match = _AFTER_BREAK.match("\n" + text[start : min(end, start + _HEAD)])
    if match is None:
        return None
    token = to_token(match, match.end("line"), _hashes(match))
    shift = start - 1
    return token._replace(outer=token.outer + shift, start=token.start + shift, end=token.end + shift)


def _hashes(match: re.Match[str]) -> int | None:
    hashes = match["hash"]
    return len(hashes) if hashes else None


def confirmed(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without the weak ones that no neighbour of their style counts up to or from."""
    kept: list[Token] = []
    by_rank: dict[int, list[Token]] = {}
    for token in tokens:
        if token.rank is not None:
            by_rank.setdefault(token.rank, []).append(token)
    places = dict.fromkeys(by_rank, 0)
    for token in tokens:
        if token.rank is None:
            kept.append(token)
            continue
        place = places[token.rank]
        places[token.rank] += 1
        if token.ordinal and (not token.weak or _in_sequence(by_rank[token.rank], place)):
            kept.append(token)
    return kept


def _in_sequence(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a weak token goes on or begins a sequence, and no strong neighbour has its number."""
    ordinal = tokens[place].ordinal or 0
    before = tokens[place - 1] if place > 0 else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if any(near is not None and near.ordinal == ordinal and not near.weak for near in (before, after)):
        return False
    return (before is not None and before.ordinal == ordinal - 1) or (
        after is not None and after.ordinal == ordinal + 1
    )
