"""Names of persons that a template left open (×××同志, XX局长), or that somebody cut out (由局长同志任组长)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from report_lint.checks.plain import PlainList
from report_lint.checks.problem import Params
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILLER = "某某某?|[×✕]{2,4}|[xX]{2,4}|[○〇]{2,4}|_{2,}"
_LABELS = "签发人|联系人|经办人|审核人|联系电话"
_ACTS = "担?任|为组长|带队|牵头|负责|主持|分管"
# “各乡镇书记、镇长同志”, “几位局长同志” are several, “总书记同志” is no post of ours.
_SEVERAL = "[各位名些几]"
_COMRADE = "同志"
_HELD = ("某某", "××", "×✕", "✕", "XX", "xx", "xX", "Xx", "○○", "〇〇", "○〇", "〇○", "__", " 同志", "\u3000同志")
_REACH = 10  # characters from 同志 on that a pattern looks at


class LeftOutNames(Params):
    """`posts` stand beside the name of the person who holds them."""

    posts: PlainList

    @cached_property
    def _open(self) -> re.Pattern[str]:
        posts = "|".join(map(re.escape, self.posts.strings))
        return re.compile(
            f"(?<![A-Za-z0-9×✕○〇_某])(?:{_FILLER})(?:同志(?!们)|{posts})"
            f"|(?<!/)(?:{posts})(?:{_FILLER})(?![A-Za-z0-9.案]|公司|企业)"
            f"|(?:{_LABELS})[:：][ \u3000]*(?:{_FILLER})|由[ \u3000]{{2,8}}同志"
        )

    @cached_property
    def _cut_out(self) -> re.Pattern[str]:
        posts = "|".join(map(re.escape, self.posts.strings))
        return re.compile(f"(?:{posts})同志(?!们)|(?<!自)由同志(?={_ACTS})")

    def names(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield the names that are still open, and the places where one was cut out."""
        # Each pattern takes a millisecond over a whole report, so what all its matches hold is looked for first.
        if any(mark in text for mark in _HELD):
            for match in self._open.finditer(text):
                yield Span(*match.span()), "name"
        done = 0
        at = text.find(_COMRADE)
        while at >= 0:
            found = self._cut_out.search(text, max(done, at - 2), at + _REACH)
            if found is not None and found.start() <= at:  # a later one is seen whole in its turn
                done = found.end()
                before = text[max(0, found.start() - 6) : found.start()]
                if not before.endswith("总") and re.search(_SEVERAL, before) is None:
                    yield Span(*found.span()), "cut-out"
            at = text.find(_COMRADE, max(done, at + 2))
