"""Citations: every 《…》 of the report, what it names, and the article written behind it.

Find, then resolve: a declared alias first, then the register, then the shape of the title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from report_lint.instruments import Citation
from report_lint.parsing.title_kinds import is_local_by_context, kind_by_shape, mended
from report_lint.parsing.title_marks import find_marked_titles
from report_lint.register.keys import PREFIX, folded_title, key
from report_lint.register.status import status_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from report_lint.document import Cover, Days
    from report_lint.instruments import CitationKind, Instrument
    from report_lint.text import SourceText
    from report_lint.vocabulary import Register, Vocabulary

_NUMBER = "[0-9０-９〇○零一二三四五六七八九十百千两]+"
_BLANK = "[ \t\u3000]*"
_BRACKET = f"(?:{_BLANK}[（(][^（）()\n]{{0,60}}[）)])?"
# “第三十九条第一款第（二）项”, “第12条”, “第一百三十三条之一”, behind “（2021年修订）” at the most. In
# “《预算法》及其实施条例第九十条” the article is not the act's.
_ARTICLE = re.compile(
    f"{_BRACKET}{_BLANK}(第{_BLANK}{_NUMBER}{_BLANK}条(?:之{_NUMBER})?"
    f"(?:第{_BLANK}{_NUMBER}{_BLANK}款)?(?:第?[（(]?{_NUMBER}[）)]?项)?(?:第?{_NUMBER}目)?)"
)
# “（以下简称《纲要》）”, “（中发〔2021〕33号，以下简称“《纲要》”）”, “（中发〔2021〕33号）（下称《纲要》）”
_ALIAS = re.compile(
    f"{_BRACKET}{_BLANK}[（(，,](?:[^（）()《》。\n]{{0,60}}[，,；;、 ])?(?:以下|下文|下)?(?P<verb>统称|简称|下称)"
    f'[为：:]?{_BLANK}[“"‘]?《?(?P<name>[^《》“”"‘’（）()，,。\n]{{1,40}})'
)


class _Meaning(NamedTuple):
    """What a title stands for."""

    kind: CitationKind
    instrument: Instrument | None = None


def find_citations(source: SourceText, cover: Cover, vocabulary: Vocabulary, days: Days) -> tuple[Citation, ...]:
    """Return the citations of a report, in the order of the text.

    `days` are the days to judge force by; without one every status is unknown.
    """
    found = tuple(_resolved(source.text, cover, vocabulary.register, days))
    local = sorted({key(one.title)[::-1] for one in found if one.kind == "local"})
    return tuple(_unless_namesake(one, local) for one in found) if local else found


def _resolved(text: str, cover: Cover, register: Register | None, days: Days) -> Iterator[Citation]:
    aliases: dict[str, _Meaning] = {}
    for marked in find_marked_titles(text, sorted(cover.furniture)):
        start, end = marked.span
        folded = folded_title(marked.text)
        meaning = _meaning(folded, aliases, register)
        if _may_be_local(meaning.kind, folded) and is_local_by_context(text, start, folded):
            meaning = _Meaning("local")
        article = _ARTICLE.match(text, end)
        yield Citation(
            span=marked.span,
            title=marked.text,
            kind=meaning.kind,
            instrument=meaning.instrument,
            article="".join(article[1].split()) if article else None,
            status_on_date=status_on(meaning.instrument, days.at(start)),
            judged_on=days.at(start),
        )
        declared = _ALIAS.match(text, end)
        if declared is not None:
            aliases[key(declared["name"])] = _declared(meaning, declared["verb"])


def _may_be_local(kind: CitationKind, title: str) -> bool:
    """Tell whether places give this title to acts of their own; no place makes laws or Party regulations."""
    return kind in ("regulation", "unknown") and not title.startswith(PREFIX)


def _declared(meaning: _Meaning, verb: str) -> _Meaning:
    """Return what a declared alias stands for: 统称 names several things, an unknown paper stays a paper."""
    if verb == "统称" or meaning.kind == "unknown":
        return _Meaning("document")
    return meaning


def _meaning(title: str, aliases: Mapping[str, _Meaning], register: Register | None) -> _Meaning:
    declared = aliases.get(key(title)) if aliases else None
    if declared is not None:
        return declared
    if register is not None:
        found = register.find(title)
        if found is None and (bare := mended(title)) is not None:
            found = register.find(bare)
        if found is not None:
            return _Meaning(found.kind, found)
    return _Meaning(kind_by_shape(title))


def _unless_namesake(citation: Citation, local: Sequence[str]) -> Citation:
    """Return a citation as local where a local act named elsewhere ends like it: 《甲省信访条例》 … 《信访条例》.

    The keys of the local acts come sorted and spelt backwards, so that those with one ending stand together.
    """
    wanted = folded_title(citation.title)
    if not _may_be_local(citation.kind, wanted):
        return citation
    at = bisect_right(local, wanted[::-1])
    if at < len(local) and local[at].startswith(wanted[::-1]):
        return replace(citation, kind="local", instrument=None, status_on_date="unknown")
    return citation
