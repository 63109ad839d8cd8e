"""Kind `approximate`: a number with two words for “about”, with one where it is exact, or less by less than nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.once import together_if_many
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.text import Intervals
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_NUMBER = "[0-9][0-9.，,]{0,12}[万千百]{0,2}"
# Behind the number: 余, 多, or up to three characters and 左右. The first character makes the search fast.
_AFTER = lazy_pattern("[余多左](?:(?<=[0-9万千百][余多])|(?<=[0-9].左)右|(?<=[0-9]..左)右|(?<=[0-9]...左)右)")
_BEFORE = lazy_pattern(f"(?P<word>大约|约|近|超过|逾|达到?近)(?P<number>{_NUMBER})[^，。；、\n]{{0,3}}$")
_ENDING = lazy_pattern(f"{_NUMBER}$")
_EXACT = lazy_pattern("[0-9]{0,12}[1-9]$")
_REACH = 24
_TWICE = ("余多", "多余")  # “1000余多份”
_NEGATIVE = lazy_pattern("-[0-9][0-9.，,]{0,12}(?:%|％|[^0-9，。；、\\s]{1,2})?")


class ApproximateParams(Params):
    """`words` are what 约 and 近 may be the end of (预约, 附近); `units` make 近10多 a time that has passed.

    An exact number (16) takes no 余 in front of `counters`. Behind one of `falls` a number is not negative.
    """

    words: WordingList
    units: WordingList
    counters: WordingList
    falls: WordingList = EMPTY


def check(params: ApproximateParams, document: Document) -> Iterator[Problem]:
    """Report 约…余, 近…多, 超过…余, 大约…左右, and 余 behind a number that does not end in 0."""
    yield from together_if_many(_problems(params, document))
    if params.falls:
        yield from together_if_many(_negative(params, document))


def _problems(params: ApproximateParams, document: Document) -> Iterator[Problem]:
    text = document.folded.text
    furniture = Intervals(document.cover.furniture)
    for match in _AFTER.finditer(text):
        at, end = match.start(), match.end()
        before = text[max(0, at - _REACH) : at]
        start = _doubled(params, before, text[at:end], text[end : end + _REACH])
        if start is None and text[at : end + 1] in _TWICE:
            start, end = _over(params, before, text, end + 1)
        if start is None and match[0] == "余":
            start, end = _exact(params, before, text, end)
        if start is None:
            continue
        span = document.folded.span(max(0, at - _REACH) + start, end)
        if not furniture.overlaps(*span) and document.title_at(span) is None:
            yield Problem(span, {"written": document.folded.text[max(0, at - _REACH) + start : end], "places": ""})


def _doubled(params: ApproximateParams, before: str, word: str, after: str) -> int | None:
    """Return where the word in front of the number begins, when it says the same as the one behind."""
    found = _BEFORE.search(before)
    if found is None or (word != "左右" and found.end("number") != len(before)):
        return None
    if params.words.search(before[: found.end("word")]) or (found["word"] == "近" and params.units.search(after)):
        return None
    return found.start()


def _over(params: ApproximateParams, before: str, text: str, end: int) -> tuple[int | None, int]:
    """Return the place of a number and of 余多 with its counter: 1000余多份."""
    number = _ENDING.search(before)
    counter = params.counters.search(text[end : end + _REACH])
    return (number.start(), end + counter.end()) if number and counter else (None, end)


def _negative(params: ApproximateParams, document: Document) -> Iterator[Problem]:
    """Report what fell by a negative number: 减少-11件."""
    text = document.folded.text
    for match in _NEGATIVE.finditer(text) if "-" in text else ():
        falls = params.falls.search(text[max(0, match.start() - _REACH) : match.start()])
        span = document.folded.span(match.start() - len(falls[0]) if falls else match.start(), match.end())
        if falls and document.title_at(span) is None:
            yield Problem(
                span, {"written": text[match.start() - len(falls[0]) : match.end()], "places": ""}, "negative"
            )


def _exact(params: ApproximateParams, before: str, text: str, end: int) -> tuple[int | None, int]:
    """Return the place of a number that is exact and of 余 with its counter: 16余次."""
    number = _EXACT.search(before)
    counter = params.counters.search(text[end : end + _REACH])
    if number is None or counter is None or before[: number.start()].endswith((".", "．")):
        return None, end
    return number.start(), end + counter.end()


KIND = CheckKind("approximate", ApproximateParams, check)
