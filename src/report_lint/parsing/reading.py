"""The body of a report as the duties are looked for in it: its sentences, subjects, facts and regions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from report_lint.parsing.facts import facts_in
from report_lint.parsing.frames import Frame, frames, heading_frames
from report_lint.parsing.persons import Subjects, mentions, side
from report_lint.parsing.posts import Posts
from report_lint.parsing.regions import BLANK, PERSON_PART, find_regions, without_out
from report_lint.parsing.sentences import sentence_ends
from report_lint.parsing.title_spans import title_spans
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from report_lint.document import Actor, Document
    from report_lint.parsing.lexicon import Lexicon
    from report_lint.parsing.persons import Mention, Side
    from report_lint.parsing.regions import Region
    from report_lint.vocabulary import Persons

_PARAGRAPH_END = re.compile("[\n\r\u2028\u2029\x0b\x0c\x85]")
_CLAUSE_END = re.compile("[，。；：！？\n\r\u2028\0]")
_HOW_OFTEN = re.compile(
    "[0-9〇零一二三四五六七八九十百千万两]+(?:余|多)?(?:次|件|份|个|场|人次|条|期|轮|回)?|全年|先后|累计|共|年内|多次|一年来|今年以来|其中"
    "|[一二三四五六七八九十]是|（[一二三四五六七八九十]）|[省市县区镇乡局厅][党组]*(?:书记|长)、?|主要负责人|我"
)
_LONGEST = 60  # characters of a clause shown before and after what was found
_NEAR = 12  # characters between a title and the verb that says what was done with it
_BLANKS = f" \n{BLANK}"
_OFFICE = "办公室"


@dataclass(frozen=True)
class Reading:
    """A folded body with the hits of a lexicon in it; all offsets but those of `source` count in `text`.

    What is planned, wanting or furniture is blanked out in `text`, so that nothing is found there.
    """

    text: str
    hits: Mapping[str, Sequence[tuple[int, int]]]
    mentions: Sequence[Mention]
    subjects: Subjects
    persons: Persons
    document: Document
    _base: int
    _sentences: Sequence[int]
    _acts: Sequence[int]
    _drives: Sequence[int]
    _regions: Sequence[tuple[int, Region]]
    _region_starts: Sequence[int]
    _titles: Sequence[tuple[int, int]]
    _headings: Sequence[tuple[int, int]]
    _facts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, lexicon: Lexicon) -> Reading:
        """Read the body of a document; `lexicon` holds the person words."""
        folded, body = document.folded, document.cover.body
        base = folded.folded(body.start)
        whole = folded.text[base : folded.folded(body.end)]
        regions = find_regions(document, base)
        text = without_out(whole, regions)
        headings = [section.heading for section in document.sections]
        headed = [(folded.folded(start) - base, folded.folded(end) - base) for start, end in headings]
        starts = [start for start, _ in headed]
        breaks = sorted({0, *starts, *(match.end() for match in _PARAGRAPH_END.finditer(text))})
        sentences = sorted({0, *starts, *sentence_ends(text, 0, len(text))})
        persons = document.vocabulary.persons
        hits = lexicon.by_key(text)
        hits["units"] = sorted({*hits.get("units", ()), *_issuers(document, text)})
        hits["not_heads"] = _not_heads(document, text, hits.get("not_heads", []))
        titles = list(title_spans(text))
        named = mentions(text, hits, persons, titles, Posts.of(document.cover))
        return cls(
            text=text,
            hits=hits,
            mentions=named,
            subjects=Subjects(named, sentences, breaks, _frames(document, text, base, named)),
            persons=persons,
            document=document,
            _base=base,
            _sentences=sentences,
            _acts=[start for start, _ in hits.get("acts", ())],
            _drives=[start for start, _ in hits.get("drives", ())],
            _regions=regions,
            _region_starts=[start for start, _ in regions],
            _titles=titles,
            _headings=headed,
        )

    def source(self, start: int, end: int) -> Span:
        """Return the span of the source text."""
        return self.document.folded.span(self._base + start, self._base + end)

    def within(self, span: Span) -> Span:
        """Return the span of this text that a span of the source has become."""
        fold = self.document.folded.folded
        return Span(fold(span.start) - self._base, fold(span.end) - self._base)

    def sentence(self, offset: int) -> Span:
        """Return the sentence that an offset stands in."""
        at = bisect_right(self._sentences, offset)
        end = self._sentences[at] if at < len(self._sentences) else len(self.text)
        return Span(self._sentences[at - 1], end)

    def sentences(self, span: Span) -> list[str]:
        """Return the sentences that begin in a span, blanked ones included."""
        first, last = bisect_left(self._sentences, span.start), bisect_left(self._sentences, span.end)
        bounds = [span.start, *self._sentences[first:last], span.end]
        return [self.text[start:end].strip(_BLANKS) for start, end in pairwise(bounds)]

    def naming(self, start: int, end: int) -> list[Mention]:
        """Return who is named between two offsets."""
        first = bisect_left(self.mentions, (start,))
        return list(self.mentions[first : bisect_left(self.mentions, (end,))])

    def named_at(self, offset: int) -> Mention | None:
        """Return the mention that an offset stands in."""
        at = bisect_right(self.mentions, (offset + 1,)) - 1
        return self.mentions[at] if at >= 0 and offset < self.mentions[at].end else None

    def clause(self, span: Span) -> Span:
        """Return a span widened to the clauses it stands in, so that a reader sees what is said."""
        ends = self._clause_ends
        before, after = bisect_right(ends, span.start - 1) - 1, bisect_left(ends, span.end)
        start = ends[before] + 1 if before >= 0 else 0
        end = ends[after] if after < len(ends) else len(self.text)
        return Span(max(start, span.start - _LONGEST), min(end, span.end + _LONGEST))

    @cached_property
    def _clause_ends(self) -> Sequence[int]:
        return [match.start() for match in _CLAUSE_END.finditer(self.text)]

    def own(self, offset: int) -> bool:
        """Tell whether an offset stands in the part about the head."""
        at = bisect_right(self._region_starts, offset) - 1
        return at >= 0 and self._regions[at][1] == "person"

    def in_heading(self, offset: int) -> bool:
        """Tell whether an offset stands in a heading."""
        at = bisect_right(self._headings, (offset + 1,)) - 1
        return at >= 0 and offset < self._headings[at][1]

    def named(self, start: int, end: int, *, reads: bool = False) -> bool:
        """Tell whether words are only the name of a document: 学习《优化营商环境条例》 improves nothing.

        What is said of a document shows what its title says where it was made: 审定《法治工作要点》. With
        `reads`, studying it is what is looked for.
        """
        first, last = self._title(start), self._title(end - 1)
        if first is not None and first == last:
            return True
        if first is not None and not self._made(first):
            return True
        return last is not None and not reads and not self._made(last)

    def _title(self, offset: int) -> tuple[int, int] | None:
        at = bisect_right(self._title_starts, offset) - 1
        return self._titles[at] if at >= 0 and offset < self._titles[at][1] else None

    def _made(self, title: tuple[int, int]) -> bool:
        """Tell whether a verb of making stands close before a title, or close behind it."""
        start, end = title
        before, after = self.text[max(start - _NEAR, 0) : start], self.text[end : end + _NEAR]
        makes = self.persons.makes
        return makes.search(_last_clause(before)) is not None or makes.search(_first_clause(after)) is not None

    @cached_property
    def _title_starts(self) -> Sequence[int]:
        return [start for start, _ in self._titles]

    def actor(self, offset: int) -> Actor:
        """Return whose act the words at an offset tell; where a report has two heads, which of them."""
        mention = self.subjects.acting(offset)
        if mention is not None and mention.role not in ("head", "chair"):
            return "office"
        if not self._two_heads:
            return "head"
        if mention is not None:
            return side(mention.words, self.persons) or "head"
        return self._side_of_headings(offset) or "head"

    def urged(self, offset: int) -> bool:
        """Tell whether the clause only asks for what the words at an offset say: 推动负责人出庭应诉."""
        clause = self.clause(Span(offset, offset + 1))
        return self.persons.urges.search(self.text[clause.start : offset]) is not None

    def elsewhere(self, offset: int) -> bool:
        """Tell whether people who were asked to, or the head of another office, do what the words at an offset say."""
        mention = self.subjects.acting(offset)
        return mention is not None and mention.role in ("told", "other")

    @cached_property
    def void(self) -> Intervals:
        """Return what was not done: clauses that deny it, rules and the future, sentences on other matters."""
        denied = (Span(*place) for place in self.hits.get("undone", ()))
        spans = [self.clause(span) for span in denied if self.text[span.end : span.end + 1] != "的"]
        for start, end in self.hits.get("unreal", ()):
            spans.append(Span(self.clause(Span(start, end)).start, self.sentence(start).end))
        spans += [self.sentence(start) for start, _ in self.hits.get("other_fields", ())]
        return Intervals(sorted(spans))

    @property
    def _two_heads(self) -> bool:
        profile = self.document.cover.profile
        return profile.body == "joint" or profile.level == "township"

    def _side_of_headings(self, offset: int) -> Side | None:
        """Return the head that the headings above name: （一）镇长履职情况."""
        section = self.document.section_at(self.source(offset, offset + 1).start)
        while section is not None:
            if (found := side(section.title, self.persons)) is not None:
                return found
            section = self.document.parent_of(section)
        return None

    def personal(self, offset: int) -> bool:
        """Tell whether the sentence has a verb of what a head does: 主持, 批示; in the own part also 推动, 督促."""
        sentence = self.sentence(offset)
        return _any_in(self._acts, sentence) or (self.own(offset) and _any_in(self._drives, sentence))

    def factual(self, start: int, end: int) -> bool:
        """Tell whether something counted or named stands in the clauses of these words or in those beside them."""
        sentence = self.sentence(start)
        if sentence.start not in self._facts:
            self._facts[sentence.start] = facts_in(sentence.of(self.text), self.persons)
        found = self._facts[sentence.start]
        if not found:
            return False
        ends = self._clause_ends
        first, last = bisect_left(ends, start) - 2, bisect_left(ends, end) + 1
        near = Span(
            (ends[first] if first >= 0 else 0) - sentence.start,
            (ends[last] if last < len(ends) else len(self.text)) - sentence.start,
        )
        return any(at < near.end and after > near.start for at, after in found)

    def bare(self, start: int, end: int) -> bool:
        """Tell whether a clause says no more than these words and how often: 全年作出批示7次."""
        clause = self.clause(Span(start, end))
        rest = self.text[clause.start : start] + self.text[end : clause.end]
        return not _HOW_OFTEN.sub("", rest).strip("，、；。 ")

    def has(self, key: str, offset: int) -> bool:
        """Tell whether words of a key stand in the sentence of an offset, or before it in the paragraph."""
        start = self.sentence(offset).start if key.endswith("facts") else self.text.rfind("\n", 0, offset) + 1
        found = self.hits.get(key, ())
        at = bisect_left(found, (start, 0))
        return at < len(found) and found[at][0] < self.sentence(offset).end


def _last_clause(text: str) -> str:
    return _CLAUSE_END.split(text)[-1]


def _first_clause(text: str) -> str:
    return _CLAUSE_END.split(text)[0]


def _any_in(starts: Sequence[int], span: Span) -> bool:
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end


def _frames(document: Document, text: str, base: int, found: Sequence[Mention]) -> list[Frame]:
    """Return the frames of all blocks about the head, in the order of the text."""
    fold = document.folded.folded
    headed = list(heading_frames(document, document.vocabulary.persons, base))
    result: list[Frame] = []
    for block in sorted(document.part(PERSON_PART).blocks, key=lambda block: block.span):
        start, end = (fold(at) - base for at in block.span)
        if not result or start >= result[-1].start:
            result += frames(text, Span(max(start, 0), min(end, len(text))), found, headed)
    return result


def _issuers(document: Document, text: str) -> Iterator[tuple[int, int]]:
    """Yield where the office's own name stands: 某县司法局开展… is about the office."""
    for name in {issuer.value for issuer in document.cover.issuers if issuer.value}:
        at = text.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + len(name))


def _not_heads(document: Document, text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where a post is not the head's: in an office that is itself a 办公室, 办公室主任 is."""
    if not any(issuer.value.endswith(_OFFICE) for issuer in document.cover.issuers if issuer.value):
        return places
    return [(start, end) for start, end in places if not text.endswith(f"{_OFFICE}主任", start, end)]
