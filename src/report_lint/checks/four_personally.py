"""Kind `four-personally`: the four pairs of “四个亲自” are damaged, or named and not all there."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from report_lint.checks.personal_pairs import WORD, Item, Pair, PairReader
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.parsing.regions import PERSON_PART
from report_lint.parsing.sentences import sentence_ends
from report_lint.text import Span
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.document import Document

_ATTEMPT = 2  # one pair alone is no attempt at the list


class FourPersonallyParams(Params):
    """The pairs, what names them, what shows another field's set, and what may stand before and between pairs.

    Behind `anew` the object that was named for the first verb no longer counts.
    """

    pairs: tuple[Pair, ...]
    name: WordingList
    other_fields: WordingList
    leads: WordingList
    joints: WordingList
    anew: WordingList = EMPTY


def check(params: FourPersonallyParams, document: Document) -> Iterator[Problem]:
    """Report every run of pairs that is damaged, or named in full and incomplete."""
    folded, body, persons = document.folded, document.cover.body, document.vocabulary.persons
    if WORD not in folded.text or not document.part(PERSON_PART).blocks:
        return
    reader = PairReader(params.pairs, params.joints, (params.leads, persons.heads, persons.units), params.anew)
    for sentence in _sentences(folded.text, folded.folded(body.start), folded.folded(body.end)):
        text = sentence.of(folded.text)
        if params.other_fields.search(text):
            continue
        named = params.name.search(text) is not None
        for run in reader.runs(text):
            span = folded.span(sentence.start + run[0].start, sentence.start + run[-1].end)
            yield from _judged(params.pairs, run, span, named=named)


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences with 亲自 in them."""
    bounds = [start, *sentence_ends(text, start, end), end]
    at = text.find(WORD, start, end)
    while at >= 0:
        number = bisect_right(bounds, at)
        yield Span(bounds[number - 1], bounds[number])
        at = text.find(WORD, bounds[number], end)


def _judged(pairs: Sequence[Pair], run: Sequence[Item], span: Span, *, named: bool) -> Iterator[Problem]:
    exact = [pair for pair in pairs if any(item.is_(pair) for item in run)]
    slips = [(item, pair) for item in run if (pair := _meant(pairs, item, exact, run)) is not None]
    meant = [pair for _, pair in slips]
    missing = [f"缺“{pair}”" for pair in pairs if pair not in exact and pair not in meant]
    if slips and (exact or named):
        yield _problem(pairs, span, [*(_slip(item, pair) for item, pair in slips), *missing], None)
    elif named and missing and len(exact) >= _ATTEMPT:
        yield _problem(pairs, span, missing, "incomplete")


def _problem(pairs: Sequence[Pair], span: Span, items: Sequence[str], variant: str | None) -> Problem:
    right = "、".join(map(str, pairs))
    fields = {"items": "，".join(items), "right": right}
    return Problem(span, fields, variant=variant, title=f"改为“{right}”", changes=(Change(span, right),))


def _slip(item: Item, pair: Pair) -> str:
    if item.bare:
        return f"“{WORD}{item.verb}”前缺“{pair.degree}{pair.noun}”"
    return f"“{item.degree}{item.noun}{WORD}{item.verb}”应为“{pair}”"


def _meant(pairs: Sequence[Pair], item: Item, exact: Sequence[Pair], run: Sequence[Item]) -> Pair | None:
    """Return the pair that a damaged one was meant to be, or None for a right one or other words."""
    by_verb = next((pair for pair in pairs if pair.verb == item.verb), None)
    if item.bare:
        return by_verb if item is run[0] and exact and by_verb not in exact else None
    by_noun = next((pair for pair in pairs if pair.noun == item.noun), None)
    if by_noun is None or item.is_(by_noun):
        return None
    if by_verb is None and item.verb[0] != by_noun.verb[0]:  # “重大问题亲自研究” is another thing to say
        return None
    return by_verb if by_noun in exact and by_verb is not None else by_noun


KIND = CheckKind("four-personally", FourPersonallyParams, check)
