"""Acts named without 《》: 民法典、行政处罚法和信访工作条例, 依据治安管理处罚法第四十条."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.name_edges import LAW_ENDS, goes_on, is_label, stands_apart, stands_clearly
from report_lint.register.keys import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from report_lint.text import Folded, Intervals
    from report_lint.vocabulary import Vocabulary

_ENDS = lazy_pattern(
    f"法典|{LAW_ENDS}|条例|办法|规定|细则|规则|准则|通则|总则|章程|修正案（[一二三四五六七八九十0-9年]{{1,5}}）|（试行）"
)
_ENDING = lazy_pattern("(?:法|条例|办法|规定|细则|[规准通总]则|章程|典|修正案（[^）]+）|（试行）)$")
_TAIL = 3  # names are looked up by their last characters
_SHORT = {"法": 3, "例": 4}  # 水法, 监督法, 供水条例 are common words as well
_LONGEST = 40
_SHORTEST = 2


class BareName(NamedTuple):
    """A name in a folded text; a `weak` one counts only where what stands around it speaks of law."""

    start: int
    end: int
    key: str
    weak: bool


class _Names(NamedTuple):
    known: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]


def find_bare_names(view: Folded, vocabulary: Vocabulary, taken: Intervals) -> list[BareName]:
    """Return the acts named outside of `taken`, the longest name at each place, in order."""
    found: list[BareName] = []
    for name in _candidates(view, _names(vocabulary), taken):
        if found and name.start < found[-1].end:
            if name.end - name.start <= found[-1].end - found[-1].start:
                continue
            found.pop()
        found.append(name)
    return found


def _candidates(view: Folded, names: _Names, taken: Intervals) -> Iterator[BareName]:
    text = view.text
    for ending in _ENDS.finditer(text):
        end = ending.end()
        written = _longest(text, end, names)
        if written is None or goes_on(text, end):
            continue
        start = end - len(written)
        if text.endswith(PREFIX, 0, start):
            start -= len(PREFIX)
        if _begins(view, start, end) and not taken.overlaps(start, end):
            yield BareName(start, end, names.known[written], weak=_is_weak(text, written, start, end))


def _longest(text: str, end: int, names: _Names) -> str | None:
    """Return the longest name that ends at an offset."""
    for length in names.lengths.get(text[end - _TAIL : end], ()):
        if (written := text[end - length : end]) in names.known:
            return written
    written = text[end - _SHORTEST : end]
    return written if written in names.known else None


def _begins(view: Folded, start: int, end: int) -> bool:
    """Tell whether a name begins where it seems to; a blank in front parts it from a word (宪法 民法典)."""
    if stands_apart(view.text, start) or view.text.startswith(PREFIX, start):
        return True
    span = view.span(start, end)
    return span.end - span.start == end - start and view.source(start - 1) + 1 < span.start


def _is_weak(text: str, written: str, start: int, end: int) -> bool:
    if is_label(text, end):
        return True
    if len(written) > _SHORT.get(written[-1], 0):
        return False
    if written == "宪法" and _is_slogan(text, written, start, end):
        return True
    return not stands_clearly(text, start)


def _is_slogan(text: str, written: str, start: int, end: int) -> bool:
    """Tell whether a name is repeated at once: 学习宪法、遵守宪法、维护宪法."""
    return text.find(written, max(0, start - 6), start) >= 0 or text.find(written, end, end + 6) >= 0


@lru_cache(maxsize=8)
def _names(vocabulary: Vocabulary) -> _Names:
    """Return the names of the register that a running text may hold, and how long those with one ending are."""
    listed = vocabulary.register.names() if vocabulary.register is not None else ()
    keys = {name: key for name, key in listed if len(name) <= _LONGEST and _ENDING.search(name) and "、" not in name}
    lengths: dict[str, set[int]] = {}
    for name in keys:
        lengths.setdefault(name[-_TAIL:], set()).add(len(name))
    return _Names(keys, {tail: tuple(sorted(found, reverse=True)) for tail, found in lengths.items()})
