"""The body of a report as the duties are looked for in it: its sentences, subjects, facts and regions."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.facts import facts_of
from report_lint.parsing.frames import Frame, frames, heading_frames
from report_lint.parsing.fronted import with_fronted
from report_lint.parsing.grid import Grid, first_clause, last_clause
from report_lint.parsing.persons import Subjects, mentions, person_words, side
from report_lint.parsing.posts import Posts
from report_lint.parsing.regions import PERSON_PART, find_regions, without_out
from report_lint.parsing.undone import not_done
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.document import Actor, Document
    from report_lint.parsing.lexicon import Lexicon
    from report_lint.parsing.persons import Mention, Side
    from report_lint.parsing.regions import Region
    from report_lint.parsing.scan import Scan
    from report_lint.vocabulary import Persons

# What a clause may hold without telling what its act was about: “局长全年作出重要批示7次”, “带队到基层督导5次”.
_PLAIN = lazy_pattern(
    "[0-9〇零一二三四五六七八九十百千万两]+(?:余|多)?(?:次|件|份|个|场|人次|条|期|轮|回|项)?|全年|先后|累计|共|年内|多次|一年来|今年以来|其中"
    "|[一二三四五六七八九十]是|（[一二三四五六七八九十]）|[省市县区镇乡局厅州][党组委]*(?:书记|长)、?|主任|主要(?:负责人|领导|负责同志)|我"
    "|作出|重要|批示|签批|批注|阅批|批阅|文件|带队|督导|督查|督办|督促|调研|检查|现场办公|专题|协调会|调度会|主持|召开|深入|基层|一线|现场|亲自"
    "|牵头|推动|统筹|研究|解决|协调|破解|及时|重大|突出|难点|重点|疑难|具体|实际|问题|难题|困难|事项|约谈|提醒|谈话|督察|回头看|反馈|整改|通报|进行|予以|到|赴|对|了|的|等|并|和"
)
_NEAR = 12  # characters between a title and the verb that says what was done with it
_OFFICE = "办公室"
_HEADS = ("head", "chair")


@dataclass(frozen=True)
class Reading:
    """A folded body with the hits of a lexicon in it; all offsets but those of `source` count in `text`.

    What is planned, wanting or furniture is blanked out in `text`, so that nothing is found there.
    """

    text: str
    grid: Grid
    scan: Scan
    mentions: Sequence[Mention]
    subjects: Subjects
    persons: Persons
    document: Document
    _base: int
    _acts: Sequence[int]
    _drives: Sequence[int]
    _regions: Sequence[tuple[int, Region]]
    _region_starts: Sequence[int]
    _facts: dict[tuple[int, int], bool] = field(default_factory=dict)

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
        grid = Grid(text, headed)
        persons = document.vocabulary.persons
        scan = lexicon.scan(text)
        hits = {key: scan.places(key) for key in person_words(persons)}
        hits["units"] = sorted({*hits["units"], *_issuers(document, text)})
        hits["not_heads"] = _not_heads(document, text, hits["not_heads"])
        named = mentions(text, hits, persons, grid.titles, Posts.of(document.cover))
        framed = _frames(document, text, base, named)
        reading = cls(
            text=text,
            grid=grid,
            scan=scan,
            mentions=named,
            subjects=Subjects(with_fronted(text, named), grid.sentences, grid.breaks, framed),
            persons=persons,
            document=document,
            _base=base,
            _acts=[start for start, _ in hits["acts"]],
            _drives=[start for start, _ in hits["drives"]],
            _regions=regions,
            _region_starts=[start for start, _ in regions],
        )
        scan.part(reading._zone())
        return reading

    def places(self, key: str, *, about_head: bool | None = None) -> Sequence[tuple[int, int]]:
        """Return where the wordings of a key stand.

        With `about_head`, only where the head is spoken of (the own part, paragraphs elsewhere that name the
        head), or only where not.
        """
        return self.scan.places(key, inside=about_head)

    def source(self, start: int, end: int) -> Span:
        """Return the span of the source text."""
        return self.document.folded.span(self._base + start, self._base + end)

    def within(self, span: Span) -> Span:
        """Return the span of this text that a span of the source has become."""
        fold = self.document.folded.folded
        return Span(fold(span.start) - self._base, fold(span.end) - self._base)

    def naming(self, start: int, end: int) -> list[Mention]:
        """Return who is named between two offsets."""
        first = bisect_left(self.mentions, (start,))
        return list(self.mentions[first : bisect_left(self.mentions, (end,))])

    def named_at(self, offset: int) -> Mention | None:
        """Return the mention that an offset stands in."""
        at = bisect_right(self.mentions, (offset + 1,)) - 1
        return self.mentions[at] if at >= 0 and offset < self.mentions[at].end else None

    def own(self, offset: int) -> bool:
        """Tell whether an offset stands in the part about the head."""
        at = bisect_right(self._region_starts, offset) - 1
        return at >= 0 and self._regions[at][1] == "person"

    def named(self, start: int, end: int, *, reads: bool = False) -> bool:
        """Tell whether words are only the name of a document: 学习《优化营商环境条例》 improves nothing.

        What is said of a document shows what its title says where it was made: 审定《法治工作要点》. With
        `reads`, studying it is what is looked for.
        """
        if not self.grid.titled.overlaps(start, end):
            return False
        first, last = self.grid.title(start), self.grid.title(end - 1)
        if first is not None and first == last:
            return True
        if first is not None and not self._made(first):
            return True
        return last is not None and not reads and not self._made(last)

    def _made(self, title: tuple[int, int]) -> bool:
        """Tell whether a verb of making stands close before a title, or close behind it."""
        start, end = title
        before, after = self.text[max(start - _NEAR, 0) : start], self.text[end : end + _NEAR]
        makes = self.persons.makes
        return makes.search(last_clause(before)) is not None or makes.search(first_clause(after)) is not None

    def actor(self, mention: Mention | None, offset: int) -> Actor:
        """Return whose act the words at an offset tell, for the mention that acts there; of two heads, which."""
        if mention is not None and mention.role not in _HEADS:
            return "office"
        if not self._two_heads:
            return "head"
        if mention is not None:
            return side(mention.words, self.persons) or "head"
        return self._side_of_headings(offset) or "head"

    def in_sentence(self, mention: Mention, offset: int) -> bool:
        """Tell whether a mention stands in the sentence of an offset."""
        return mention.start >= self.grid.sentence(offset).start

    def _zone(self) -> Intervals:
        bounds = pairwise([*self._region_starts, len(self.text)])
        spans = [Span(*bound) for bound, (_, region) in zip(bounds, self._regions, strict=True) if region == "person"]
        spans += [self.grid.paragraph(one.start) for one in self.mentions if one.role in _HEADS]
        return Intervals(sorted(spans))

    def urged(self, offset: int) -> bool:
        """Tell whether the clause only asks for what the words at an offset say: 推动负责人出庭应诉."""
        clause = self.grid.clause(Span(offset, offset + 1))
        return self.persons.urges.search(self.text[clause.start : offset]) is not None

    @cached_property
    def void(self) -> Intervals:
        """Return what was not done: denied, planned, ruled, or done in another field."""
        return not_done(self)

    @cached_property
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
        sentence = self.grid.sentence(offset)
        return _any_in(self._acts, sentence) or (self.own(offset) and _any_in(self._drives, sentence))

    def factual(self, start: int, end: int, acting: Mention | None) -> bool:
        """Tell whether something counted or named stands in the clauses of these words or in those beside them.

        What somebody else than who acts there counts is no fact of theirs: 县长统一部署，分管副县长主持会议6次.
        """
        ends = self.grid.clause_ends
        first, last = bisect_left(ends, start) - 2, bisect_left(ends, end) + 1
        sentence = self.grid.sentence(start)
        begin = max(ends[first] if first >= 0 else 0, sentence.start)
        stop = min(ends[last] if last < len(ends) else len(self.text), sentence.end)
        heads, others, told = self._turns
        if acting is None or acting.role in _HEADS:
            # “提醒各乡镇主要负责人述法3次” tells a fact though it names others.
            begin, stop = max(begin, _last(others, start)), min(stop, _next(others, start), _next(told, end))
        else:
            begin, stop = max(begin, _last(heads, start)), min(stop, _next(heads, start))
        known = self._facts.get((begin, stop))
        if known is None:
            known = self._facts[begin, stop] = facts_of(self.persons).stand_in(self.text, begin, stop)
        return known

    @cached_property
    def _turns(self) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """Return where heads, others and people who are told to act are named.

        全市检查频次下降34% is what an act led to, whoever did it.
        """
        acting = [
            (one.role, one.start) for one in self.mentions if one.acts and not self.text.startswith("全", one.start)
        ]
        return (
            [start for role, start in acting if role in _HEADS],
            [start for role, start in acting if role not in (*_HEADS, "told")],
            [start for role, start in acting if role == "told"],
        )

    def bare(self, start: int, end: int) -> bool:
        """Tell whether the clause of these words names no matter at all: 全年作出批示7次."""
        clause = self.grid.clause(Span(start, end))
        return not _PLAIN.sub("", self.text[clause.start : clause.end]).strip("，、；。 ")

    def has(self, key: str, offset: int, *, before: bool = False) -> bool:
        """Tell whether words of a key stand in the sentence of an offset, or `before` it in the same paragraph."""
        sentence = self.grid.sentence(offset)
        start = sentence.start
        if before:
            start = max(self.grid.sentence(max(start - 1, 0)).start, self.grid.paragraph(offset).start)
        found = self.places(key)
        at = bisect_left(found, (start, 0))
        return at < len(found) and found[at][0] < sentence.end


def _last(starts: Sequence[int], before: int) -> int:
    at = bisect_left(starts, before)
    return starts[at - 1] if at else 0


def _next(starts: Sequence[int], offset: int) -> int:
    at = bisect_left(starts, offset)
    return starts[at] if at < len(starts) else sys.maxsize


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


def _not_heads(document: Document, text: str, places: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return where a post is not the head's: in an office that is itself a 办公室, 办公室主任 is."""
    if not any(issuer.value.endswith(_OFFICE) for issuer in document.cover.issuers if issuer.value):
        return places
    return [(start, end) for start, end in places if not text.endswith(f"{_OFFICE}主任", start, end)]
