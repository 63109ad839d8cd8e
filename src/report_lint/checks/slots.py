"""Numbers that a template left open: ××次, *件, N本, （　）场, 20××年×月×日, 信访　件."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from report_lint.checks.plain import Plain, PlainList
from report_lint.checks.problem import Params
from report_lint.checks.stars import in_bold
from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import HAN
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILLERS = "*＊×xXNn_○〇"
_LENGTHS = (
    dict.fromkeys("*＊×", (1, 3))
    | dict.fromkeys("xX", (1, 6))
    | dict.fromkeys("Nn", (1, 2))
    | dict.fromkeys("○〇", (2, 6))
    | {"_": (2, 40)}
)
_BLANKS = ("  ", "\u3000", "\t")
_BRACKETS = (("（", "）"), (r"\(", r"\)"), ("【", "】"), (r"\[", r"\]"), ("〔", "〕"))
_CENTURY = lazy_pattern("(?:19|20)[0-9]?$")
# “2*3”, “/xxgk/”, “二○○九年”, “1+N个”
_NOT_AFTER = lazy_pattern("[0-9０-９A-Za-z/+＋一二三四五六七八九〇○零*＊×_]$")
_BULLET = lazy_pattern("(?:^|\n)[ \t\u3000]*[*＊][ \t]$")
_REACH = 4
_SHOWN = 2  # characters in front of a blank that show what the number is of


class Slots(Params):
    """The words that tell an open number.

    `counters` follow a number (次, 万元), those `after_marks` only where XX or empty brackets stand
    for it (成　本 is a word set wide); `words` begin like one and are none (人民, 年满). `joined` are words that
    end in a counter (案件): a blank inside is no number left out. `surnames` stand in front of a given name left
    out (王×): what follows is no counter.
    """

    counters: PlainList
    after_marks: PlainList = Plain(())
    words: PlainList
    joined: PlainList
    surnames: str

    @cached_property
    def _counted(self) -> str:
        """Return the pattern of a counter and no other word."""
        strings = (*self.counters.strings, *self.after_marks.strings)
        words, counted = ("|".join(map(re.escape, one)) for one in (self.words.strings, strings))
        return f"(?:[余多][万千]?)?(?!{words})(?:{counted})"

    @cached_property
    def _filled(self) -> re.Pattern[str]:
        more = f"[ ]?[{_FILLERS}]{{1,10}}[ ]?"
        date = f"年度?(?:{more}月)?(?:{more}日)?|月(?:{more}日)?|日"
        words = "|".join(map(re.escape, self.words.strings))
        return re.compile(f"(?P<slot>([{_FILLERS}])\\2{{0,39}})[ \t]?(?:(?!{words})(?:{date})|{self._counted})")

    @cached_property
    def _brackets(self) -> re.Pattern[str]:
        pairs = "|".join(f"{opens}[ \u3000\t]*{closes}" for opens, closes in _BRACKETS)
        return re.compile(f"(?:{pairs}){self._counted}")

    @cached_property
    def _empty(self) -> re.Pattern[str]:
        counters = "|".join(map(re.escape, self.counters.strings))
        blanks = f"[ \u3000\t](?<={HAN}.)[ \u3000\t]*"
        return re.compile(f"(?P<blanks>{blanks})(?P<counter>{counters})(?=[，。；、])")

    def find(self, text: str) -> Iterator[Span]:
        """Yield the places of open numbers in a text, those with marks first."""
        for match in self._filled.finditer(text) if any(map(text.__contains__, _FILLERS)) else ():
            start = match.start()
            before = text[max(0, start - _REACH) : start]
            century = _CENTURY.search(before) if text[match.end("slot")] == "年" else None
            if century is not None or self._is_open(match, before):
                yield Span(start - len(century[0]) if century else start, match.end())
        for match in self._brackets.finditer(text) if any(pair[0][-1] in text for pair in _BRACKETS) else ():
            yield Span(*match.span())
        for match in self._empty.finditer(text) if any(map(text.__contains__, _BLANKS)) else ():
            last = text[match.start() - 1]
            if match["blanks"] != " " and last + match["counter"] not in self.joined.strings:
                yield Span(match.start() - _SHOWN, match.end())

    def _is_open(self, match: re.Match[str], before: str) -> bool:
        filler, text = match["slot"], match.string
        fewest, most = _LENGTHS[filler[0]]
        if not fewest <= len(filler) <= most or _NOT_AFTER.search(before):
            return False
        if filler[0] in "Nn" and (before.endswith("第") or match[0].endswith(("年", "年度", "月", "日"))):
            return False  # “N年前”, “第N次”
        if filler == "**":
            return not in_bold(text, match.start())
        if filler[0] == "×":
            return before[-1:] not in tuple(self.surnames)
        return _BULLET.search(before + text[match.start() : match.end("slot") + 1]) is None
