"""Kind `remedies`: a shortcoming whose topic the plan for the next year does not take up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from report_lint.checks.once import together_if_many
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.parsing.causes import cause_spans
from report_lint.parsing.items import find_items
from report_lint.text import Intervals, Span
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Block, Document

_SENTENCE = re.compile("[^。；！？\n]+")
_QUOTED = 16  # characters of an item that the message repeats
_MOST = 3  # items reported one by one


class Topic(BaseModel):
    """A matter: how a shortcoming names it, and the words of a plan that take it up."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    name: str
    item: WordingList
    plan: tuple[str, ...]


class RemediesParams(Params):
    """The topics; `markers` and `results` tell causes from shortcomings.

    One of `general` in the plan (针对以上不足，逐项整改) takes up all of them; a sentence beside the shortcomings that
    holds one of `ahead` (下一步) counts as plan.
    """

    topics: tuple[Topic, ...]
    markers: WordingList
    results: tuple[str, ...] = ()
    general: WordingList = EMPTY
    ahead: WordingList = EMPTY


def check(params: RemediesParams, document: Document) -> Iterator[Problem]:
    """Report each shortcoming that names one of the topics and none that the plan takes up."""
    plan = "\n".join(_text(document, block.span) for block in document.part("plan").blocks)
    items = [item for block in document.part("shortcomings").own for item in _items(params, document, block)]
    problems = [problem for item in items if plan and (problem := _problem(params, document, item, plan))]
    if not problems or params.general.search(plan) is not None:
        return
    ahead = _ahead(params, document)
    problems = [one for one in problems if not ahead or _problem(params, document, one.span, ahead)]
    yield from together_if_many(problems, "many", _MOST)


def _problem(params: RemediesParams, document: Document, item: Span, plan: str) -> Problem | None:
    """Return what there is against a shortcoming if some words are the plan."""
    words = _text(document, item)
    topics = [topic for topic in params.topics if topic.item.search(words) is not None]
    if not topics or any(word in plan for topic in topics for word in topic.plan):
        return None
    quoted = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
    return Problem(item, {"item": quoted, "topic": topics[0].name, "part_id": "shortcomings"})


def _ahead(params: RemediesParams, document: Document) -> str:
    """Return the sentences beside the shortcomings that look ahead."""
    beside = "\n".join(_text(document, block.span) for block in document.part("shortcomings").own)
    return "\n".join(one for one in _SENTENCE.findall(beside) if params.ahead.search(one) is not None)


def _items(params: RemediesParams, document: Document, block: Block) -> Iterator[Span]:
    """Yield the shortcomings of a block: items up to their causes, and sub-headings that hold none."""
    if block.heading is None:
        return
    start = document.folded.folded(block.heading.end)
    text = document.folded.text[start : document.folded.folded(block.span.end)]
    causes = [
        document.folded.span(start + cause.start, start + cause.end)
        for cause in cause_spans(text, params.markers, params.results)
        if cause.end > cause.start
    ]
    apart = Intervals(causes)
    body = Span(block.heading.end, block.span.end)
    for span in _counted(document, body):
        end = next((cause.start for cause in causes if span.start < cause.start < span.end), span.end)
        if not apart.overlaps(span.start, span.start + 1):
            kept = span._replace(end=end).of(document.text).rstrip("，,、；;：: \n")
            yield Span(span.start, span.start + len(kept))


def _counted(document: Document, body: Span) -> Iterator[Span]:
    items = list(find_items(document.text, body))
    for section in document.sections:
        if section.heading.start in body and not any(item.span.start in section.body for item in items):
            yield section.heading
    for item in items:
        sentence = _SENTENCE.match(document.text, item.mark.end, item.span.end)
        yield Span(item.span.start, sentence.end() if sentence else item.span.end)


def _text(document: Document, span: Span) -> str:
    folded = document.folded
    return folded.text[folded.folded(span.start) : folded.folded(span.end)]


KIND = CheckKind("remedies", RemediesParams, check)
