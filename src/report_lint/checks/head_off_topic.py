"""Kind `head-off-topic`: the part about the head speaks of matters that are no duty of this kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.head_blocks import head_blocks
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.parsing.sentences import sentence_spans
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


class HeadOffTopicParams(Params):
    """The other matters, and the words that tie a sentence about them to the rule of law."""

    topics: WordingList
    unless: WordingList = EMPTY


def check(params: HeadOffTopicParams, document: Document) -> Iterator[Problem]:
    """Report every sentence that names such a matter and nothing of the law."""
    folded = document.folded
    for block in head_blocks(document):
        if params.topics.search(block.text) is None:
            continue
        first = folded.folded(block.body.start)
        for sentence in sentence_spans(block.text, 0, len(block.text)):
            words = sentence.of(block.text)
            topics = list(dict.fromkeys(match[0] for match in params.topics.finditer(words)))
            if topics and params.unless.search(words) is None:
                span = folded.span(first + sentence.start, first + sentence.end)
                yield Problem(span, {"text": "、".join(topics)})


KIND = CheckKind("head-off-topic", HeadOffTopicParams, check)
