"""What kind of slip lies between a title as written and a title of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.register.keys import PREFIX
from report_lint.register.near import distance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.vocabulary import Register

SlipKind = Literal["tentative", "swapped", "lost", "added", "replaced", "several"]

_TENTATIVE = lazy_pattern("暂行|（试行）|试行")
_NUMERALS = frozenset("〇○零一二三四五六七八九十百0123456789")
_FRONT, _FEWEST_LETTERS, _MOST_SLIPS = 9, 5, 2


class Slip(NamedTuple):
    """One slip: a letter `lost`, `added` or `replaced`, two letters `swapped`, or 暂行 more or less (`tentative`).

    `at` is the place in the written title, `letters` the lost or added letter, the swapped ones, or the written
    and the right one.
    """

    kind: SlipKind
    at: int = 0
    letters: str = ""


def slip_between(written: str, right: str) -> Slip:
    """Return the slip between two keys.

    >>> slip_between("行政处分法", "行政处罚法")
    Slip(kind='replaced', at=3, letters='分罚')
    >>> slip_between("居住证条例", "居住证暂行条例").kind
    'tentative'
    """
    if _TENTATIVE.sub("", written) == _TENTATIVE.sub("", right):
        return Slip("tentative")
    pairs = enumerate(zip(written, right, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), min(len(written), len(right)))
    if written[at:] == right[at + 1 :]:
        return Slip("lost", at, right[at])
    if written[at + 1 :] == right[at:]:
        return Slip("added", at, written[at])
    if written[at + 1 :] == right[at + 1 :]:
        return Slip("replaced", at, written[at] + right[at])
    if written[at : at + 2] == right[at : at + 2][::-1] and written[at + 2 :] == right[at + 2 :]:
        return Slip("swapped", at, written[at : at + 2])
    return Slip("several", at)


def in_number(written: str, slip: Slip) -> bool:
    """Tell whether only a number differs: 刑法修正案（十三） is no misspelt 刑法修正案（十二）."""
    if not slip.letters or not _NUMERALS.issuperset(slip.letters):
        return False
    beside = written[max(0, slip.at - 1) : slip.at + 2].replace(slip.letters, "", slip.kind == "added")
    return slip.kind in ("replaced", "swapped") or not _NUMERALS.isdisjoint(beside)


def words_made(written: str, slip: Slip) -> tuple[str, ...]:
    """Return the pairs of letters that a wrong letter makes: 渔业 of 渔业管理, 地明 and 明管 of 地明管理."""
    pairs = (written[max(0, slip.at - 1) : slip.at + 1], written[slip.at : slip.at + 2])
    return tuple(pair for pair in pairs if len(pair) > 1)


def in_titles(words: Iterable[str], register: Register) -> bool:
    """Tell whether other titles hold one of the words."""
    return any(next(iter(register.holding(word)), None) is not None for word in words)


def with_right_prefix(title: str, register: Register) -> str | None:
    """Return a folded title that begins with a misspelt 中华人民共和国 with the right one, None where there is none.

    >>> from report_lint.register import load_register
    >>> from pathlib import Path
    >>> register = load_register(Path("rules/national/instruments.tsv"))
    >>> with_right_prefix("中国人民共和国民法典", register)
    '中华人民共和国民法典'
    """
    if PREFIX in title or len(set(PREFIX).intersection(title[:_FRONT])) < _FEWEST_LETTERS:
        return None
    fronts = ((distance(title[:end], PREFIX, _MOST_SLIPS), end) for end in range(len(PREFIX) - 2, _FRONT + 1))
    near = [PREFIX + title[end:] for slips, end in sorted(fronts) if slips <= _MOST_SLIPS]
    return next((one for one in near if register.find(one) is not None), next(iter(near), None))
