"""The body of a report as the duties are looked for in it: its sentences, subjects, facts and regions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from report_lint.parsing.persons import Subjects, mentions, side
from report_lint.parsing.sentences import sentence_ends
from report_lint.parsing.title_spans import title_spans
from report_lint.text import Span
from report_lint.wording import to_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from report_lint.document import Actor, Document
    from report_lint.parsing.lexicon import Lexicon
    from report_lint.parsing.persons import Mention, Side
    from report_lint.vocabulary import Persons

Region = Literal["person", "out", "else"]

PERSON_PART = "first-responsible"
# What is planned, wanting or asked for has not been done.
_NOT_DONE = ("shortcomings", "plan", "other")
_PARAGRAPH_END = re.compile("[\n\r\u2028\u2029\x0b\x0c\x85]")
_CLAUSE_END = re.compile("[，。；：！？\n\r\u2028\0]")
_LONGEST = 60  # characters of a clause shown before and after what was found
_BLANK = "\0"
_BLANKS = f" \n{_BLANK}"
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
    _regions: Sequence[tuple[int, Region]]
    _region_starts: Sequence[int]
    _titles: Sequence[tuple[int, int]]
    _headings: Sequence[tuple[int, int]]
    _facts: dict[int, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, lexicon: Lexicon) -> Reading:
        """Read the body of a document; `lexicon` holds the person words."""
        folded, body = document.folded, document.cover.body
        base = folded.folded(body.start)
        whole = folded.text[base : folded.folded(body.end)]
        regions = _regions(document, base)
        text = _without_out(whole, regions)
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
        named = mentions(text, hits, persons, titles)
        return cls(
            text=text,
            hits=hits,
            mentions=named,
            subjects=Subjects(named, sentences, breaks),
            persons=persons,
            document=document,
            _base=base,
            _sentences=sentences,
            _acts=[start for start, _ in hits.get("acts", ())],
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

    def named(self, start: int, end: int) -> bool:
        """Tell whether words are only the name of a document: 学习《优化营商环境条例》 improves nothing."""
        return self._in_title(start) and self._in_title(end - 1)

    def _in_title(self, offset: int) -> bool:
        at = bisect_right(self._title_starts, offset) - 1
        return at >= 0 and offset < self._titles[at][1]

    @cached_property
    def _title_starts(self) -> Sequence[int]:
        return [start for start, _ in self._titles]

    def actor(self, offset: int) -> Actor:
        """Return whose act the words at an offset tell; where a report has two heads, which of them."""
        mention = self.subjects.acting(offset)
        if mention is not None and mention.role != "head":
            return "office"
        if not self._two_heads:
            return "head"
        if mention is not None:
            return side(self.text[mention.start : mention.end], self.persons) or "head"
        return self._side_of_headings(offset) or "head"

    def told(self, offset: int) -> bool:
        """Tell whether the words at an offset are asked of others: 要求各部门…."""
        mention = self.subjects.acting(offset)
        return mention is not None and mention.role == "told"

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
        """Tell whether the sentence has a verb of what a head does in person: 主持, 带队, 批示."""
        sentence = self.sentence(offset)
        at = bisect_right(self._acts, sentence.start - 1)
        return at < len(self._acts) and self._acts[at] < sentence.end

    def factual(self, offset: int) -> bool:
        """Tell whether the sentence states something counted or named."""
        sentence = self.sentence(offset)
        if sentence.start not in self._facts:
            self._facts[sentence.start] = states_fact(sentence.of(self.text), self.persons)
        return self._facts[sentence.start]


def states_fact(text: str, persons: Persons) -> bool:
    """Tell whether a folded text states something counted or named; 四个意识 is a name, no count."""
    facts, not_facts = _fact_patterns(persons)
    if facts.search(text) is None:
        return False
    return facts.search(not_facts.sub(lambda match: _BLANK * len(match[0]), text)) is not None


@lru_cache(maxsize=8)
def _fact_patterns(persons: Persons) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of facts and their look-alikes."""
    patterns = ["|".join(map(to_pattern, words.sources)) or "(?!)" for words in (persons.facts, persons.not_facts)]
    return re.compile(patterns[0]), re.compile(patterns[1])


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


def _regions(document: Document, base: int) -> list[tuple[int, Region]]:
    """Return where regions begin: those of blocks inside others win, and the head's part over equal ones."""
    spans: list[tuple[int, int, Region]] = [
        (block.span.start, -block.span.end, region)
        for part in document.parts
        for block in part.blocks
        if (region := _region_of(part.id)) != "else"
    ]
    spans += [(span.start, -span.end, "out") for span in document.cover.furniture]
    # A heading that repeats the norm's words names the duty and shows nothing.
    spans += [(at.start, -at.end, "out") for block in document.part(PERSON_PART).own if (at := block.heading)]
    fold = document.folded.folded
    return list(_innermost((fold(start) - base, fold(-end) - base, region) for start, end, region in sorted(spans)))


def _region_of(part_id: str) -> Region:
    if part_id == PERSON_PART:
        return "person"
    return "out" if part_id in _NOT_DONE else "else"


def _innermost(spans: Iterable[tuple[int, int, Region]]) -> Iterator[tuple[int, Region]]:
    """Turn nested spans, sorted by start and the longer first, into a list of places where the region changes."""
    open_spans: list[tuple[int, Region]] = []
    for start, end, region in spans:
        yield from _closed(open_spans, start)
        open_spans.append((min(end, open_spans[-1][0]) if open_spans else end, region))
        yield start, region
    yield from _closed(open_spans, None)


def _closed(open_spans: list[tuple[int, Region]], until: int | None) -> Iterator[tuple[int, Region]]:
    while open_spans and (until is None or open_spans[-1][0] <= until):
        end, _ = open_spans.pop()
        yield end, open_spans[-1][1] if open_spans else "else"


def _without_out(text: str, regions: Sequence[tuple[int, Region]]) -> str:
    """Return the text with what counts for nothing blanked out; a line end keeps the subject from crossing it."""
    pieces: list[str] = []
    done = 0
    ends = [start for start, _ in regions[1:]]
    for (start, region), end in zip(regions, [*ends, len(text)], strict=False):
        first, last = max(start, done), min(end, len(text))
        if region == "out" and last > first:
            pieces.append(text[done:first])
            pieces.append("\n" + _BLANK * (last - first - 1))
            done = last
    pieces.append(text[done:])
    return "".join(pieces)
