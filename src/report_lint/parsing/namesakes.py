"""Local acts that are named like national ones: 修订《甲省信访条例》 …, 宣传《信访条例》."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from report_lint.parsing.meanings import may_be_local
from report_lint.register.keys import folded_title, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from report_lint.instruments import Citation

_OF_THE_STATE = ("国务院", "国家")


def without_namesakes(citations: Iterable[Citation], text: str) -> tuple[Citation, ...]:
    """Return citations, those as local that a local act named elsewhere ends like, with what refers to them."""
    found = tuple(citations)
    acts = [one for one in found if one.kind == "local"]
    if not acts:
        return found
    local = sorted({_backwards(one) for one in acts})
    lists: dict[int, set[str]] = {}
    for one in acts:
        lists.setdefault(one.run, set()).add(_backwards(one))
    beside = {run: sorted(names) for run, names in lists.items() if run >= 0}
    taken = {
        index for index, one in enumerate(found) if _is_namesake(one, local) and not _is_of_the_state(one, beside, text)
    }
    names = {one.instrument.title for index in taken if (one := found[index]).instrument is not None}
    return tuple(_as_local(one) if index in taken or _follows(one, names) else one for index, one in enumerate(found))


def _backwards(citation: Citation) -> str:
    """Return the key spelt backwards, so that those with one ending stand together when sorted."""
    return key(citation.title)[::-1]


def _is_namesake(citation: Citation, local: Sequence[str]) -> bool:
    wanted = folded_title(citation.title)
    if citation.form != "title" or not may_be_local(citation.kind, wanted):
        return False
    return _has_longer(local, wanted[::-1])


def _has_longer(names: Sequence[str], own: str) -> bool:
    """Tell whether one of the sorted names goes on where this one ends."""
    at = bisect_right(names, own)
    return at < len(names) and names[at].startswith(own)


def _is_of_the_state(citation: Citation, beside: Mapping[int, Sequence[str]], text: str) -> bool:
    """Tell whether a title is listed beside the local one, or said to be the national one.

    《优化营商环境条例》和《甲省优化营商环境条例》, 国务院《优化营商环境条例》, 《优化营商环境条例》（国务院令第722号）
    """
    if citation.instrument is None:
        return False
    start = citation.span.start
    if text.endswith(_OF_THE_STATE, 0, start):
        return True
    if citation.number is not None and citation.number.value.startswith(_OF_THE_STATE):
        return True
    return _has_longer(beside.get(citation.run, ()), _backwards(citation))


def _follows(citation: Citation, names: set[str]) -> bool:
    """Tell whether a short name or a reference stands for an act that turned out to be local."""
    return citation.form != "title" and citation.instrument is not None and citation.instrument.title in names


def _as_local(citation: Citation) -> Citation:
    return replace(citation, kind="local", instrument=None, status_on_date="unknown")
