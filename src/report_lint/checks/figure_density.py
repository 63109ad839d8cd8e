"""Kind `figure-density`: a part tells what was done and gives hardly a figure for it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from report_lint.checks.body_text import part_text
from report_lint.checks.place import heading_in
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import PartId
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document, Profile

# “八五”, “三重一大”, “1310”, 《…2021—2025年…》: names, no figures.
_NAMES = re.compile("《[^》\n]*》|“[^”\n]*”")
_NUMERALS = "0-9〇○零一二三四五六七八九十百千万两"
# “4.多元化解”: a heading number, no figure of 元
_REST = f"(?:(?<=[0-9])[0-9]{{0,12}}(?:\\.[0-9]{{1,6}})?|[{_NUMERALS}]{{0,15}})"
_NEAR = 8  # characters in front of a figure in which a phrase that makes it none begins
_SMALL = ("county", "township")  # the level; a county's government is not small


class FigureDensityParams(Params):
    """How many figures a part of so many characters should hold; the limits are ours, no norm's.

    A figure is a number in front of one of `counters`, or a rate; `not_figures` are phrases that only look like one.
    `small` is the limit for townships and the bureaus of a county.
    """

    within: PartId
    counters: tuple[str, ...]
    not_figures: WordingList = EMPTY
    at_least: int = 400
    per_thousand: float = 2
    small: float = 1

    @cached_property
    def figure(self) -> re.Pattern[str]:
        """Return the pattern of a figure: 12件, 1800余人次, 三场, 3.2万元, 96%, 百分之百."""
        single = "".join(one for one in self.counters if len(one) == 1)
        longer = "".join(f"|{re.escape(one)}" for one in self.counters if one[0] not in single)
        # The class in front of all is what makes the search fast.
        return re.compile(f"[{_NUMERALS}](?<![第0-9.].){_REST}[多余几]?[万亿]?[多余]?(?:[{single}%％‰]{longer})|百分之")


def check(params: FigureDensityParams, document: Document) -> Iterator[Problem]:
    """Report the heading of a part of some length that has fewer figures than it should."""
    text = _NAMES.sub("", part_text(document, params.within))
    length = len(text)
    if length < params.at_least:
        return
    wanted = (params.small if _is_small(document.cover.profile) else params.per_thousand) * length / 1000
    found = 0
    for match in params.figure.finditer(text):
        near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        found += params.not_figures.search(near) is None
        if found >= wanted:
            return
    rate = f"{1000 * found / length:.1f}".removesuffix(".0")
    yield Problem(heading_in(document, params.within), {"n": rate, "part_id": params.within})


def _is_small(profile: Profile) -> bool:
    return profile.level == "township" or (profile.body == "department" and profile.level in _SMALL)


KIND = CheckKind("figure-density", FigureDensityParams, check)
