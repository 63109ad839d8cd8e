"""The same document with another form of its issuer in front: 中办、国办 for 中共中央办公厅、国务院办公厅."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL = {
    "全国人大常委会": "全国人民代表大会常务委员会",
    "全国人大": "全国人民代表大会",
    "中央全面依法治国委员会办公室": "中央全面依法治国委员会办公室",
    "中央依法治国委员会办公室": "中央全面依法治国委员会办公室",
    "中央依法治国办": "中央全面依法治国委员会办公室",
    "中央全面依法治国委员会": "中央全面依法治国委员会",
    "中央依法治国委员会": "中央全面依法治国委员会",
    "中央依法治国委": "中央全面依法治国委员会",
    "中共中央办公厅": "中共中央办公厅",
    "中央办公厅": "中共中央办公厅",
    "中办": "中共中央办公厅",
    "中共中央": "中共中央",
    "国务院办公厅": "国务院办公厅",
    "国办": "国务院办公厅",
    "国务院": "国务院",
    "最高人民法院": "最高人民法院",
    "最高法院": "最高人民法院",
    "最高法": "最高人民法院",
    "最高人民检察院": "最高人民检察院",
    "最高检察院": "最高人民检察院",
    "最高检": "最高人民检察院",
    "全国人民代表大会常务委员会": "全国人民代表大会常务委员会",
    "全国人民代表大会": "全国人民代表大会",
    "中央宣传部": "中央宣传部",
    "中宣部": "中央宣传部",
    "中央组织部": "中央组织部",
    "中组部": "中央组织部",
    "司法部": "司法部",
}
_ONE = "|".join(sorted(_FULL, key=len, reverse=True))
_NAME = lazy_pattern(_ONE)
_CENTRAL = lazy_pattern(f"(?:(?:{_ONE})(?:、|，|和|及)?)+")
_BETWEEN = lazy_pattern("[、，和及]")
_ABOUT = "关于"
# 《关于行政机关负责人出庭应诉若干问题的规定》: only the highest courts write about cases and how law applies.
_OF_COURTS = lazy_pattern("案件|诉讼|应诉|适用.*法")
_COURTS = ("最高人民法院", "最高人民检察院")
_SHORTEST = 4


def split(wanted: str) -> tuple[str, str] | None:
    """Return the issuer in front of a key and the rest: what precedes 关于, or the name of a central body."""
    at = wanted.find(_ABOUT)
    if at < 0:
        central = _CENTRAL.match(wanted)
        at = central.end() if central else len(wanted)
    return (wanted[:at], wanted[at:]) if len(wanted) - at >= _SHORTEST else None


def in_full(issuer: str, rest: str) -> Iterator[str]:
    """Yield the keys under which a title may officially stand whose issuer is written short, or left out."""
    if _CENTRAL.fullmatch(issuer):
        names = [_FULL[name] for name in _NAME.findall(issuer)]
        yield from ("".join(names) + rest, "、".join(names) + rest)
    elif not issuer and _OF_COURTS.search(rest):
        yield from (issuers + rest for issuers in (*_COURTS, "".join(_COURTS), "、".join(_COURTS)))


def same_issuer(one: str, other: str) -> bool:
    """Tell whether two names mean the same issuers.

    >>> same_issuer("中办国办", "中共中央办公厅、国务院办公厅")
    True
    """
    return _plain(one) == _plain(other) != ""


def _plain(issuer: str) -> str:
    return _BETWEEN.sub("", _NAME.sub(lambda found: _FULL[found[0]], issuer))
