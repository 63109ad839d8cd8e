"""The five required parts, wherever and however they stand.

First by heading wording at the highest level, then by sub-headings, then by paragraph openings,
then by single sentences. No norm fixes the order, the words or separate headings, so content is
looked for before anything is called missing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from report_lint.document import Block, Part
from report_lint.parsing.labels import heading_labels
from report_lint.parsing.passages import passage_blocks, sentence_blocks
from report_lint.parsing.year import years_of_title
from report_lint.text import Span

if TYPE_CHECKING:
    from report_lint.document import BlockKind, Cover, PartStatus, Section
    from report_lint.text import Folded
    from report_lint.vocabulary import Vocabulary

ACHIEVEMENTS, GAP, PERSON, PLAN, OTHER = "achievements", "shortcomings", "first-responsible", "plan", "other"

# Text of this many characters before the first heading is more than an opening paragraph.
_UNHEADED = 300
# A section that holds this many parts as sub-headings is a wrapper, and its children stand for themselves.
_WRAPPED = 3


@dataclass
class _Finds:
    """What has been found so far, by part."""

    blocks: dict[str, list[Block]] = field(default_factory=dict)

    def add(self, part: str, block: Block) -> None:
        self.blocks.setdefault(part, []).append(block)

    def own(self, part: str) -> bool:
        return any(block.kind == "section" for block in self.blocks.get(part, ()))


def find_parts(text: Folded, cover: Cover, sections: tuple[Section, ...], vocabulary: Vocabulary) -> tuple[Part, ...]:
    """Return all five parts in the norm's order; `text` is the folded view of the whole text."""
    labels = [heading_labels(section.title, vocabulary) for section in sections]
    tops = _tops(sections, labels)
    _unplan(labels, tops, sections, cover.year.value)
    finds = _Finds()
    _take_tops(finds, tops, sections, labels, thematic=cover.genre is None)
    _take_subsections(finds, tops, sections, labels)
    if cover.genre is None:
        _take_unheaded(finds, text, cover)
    _take_passages(finds, text, cover, sections, vocabulary)
    return tuple(
        Part(part.id, _status(text, finds.blocks.get(part.id, [])), tuple(finds.blocks.get(part.id, ())))
        for part in vocabulary.parts
    )


def _tops(sections: tuple[Section, ...], labels: list[tuple[str, ...]]) -> list[int]:
    """Return the sections that stand for themselves: the highest level, wrappers replaced by their children."""
    children_of: dict[int | None, list[int]] = {}
    for section in sections:
        children_of.setdefault(section.parent, []).append(section.index)
    tops: list[int] = []
    for index in children_of.get(None, ()):
        children = children_of.get(index, [])
        below = {label for child in children for label in labels[child]}
        if len(below - {OTHER}) >= _WRAPPED and len(labels[index]) <= 1:
            tops.extend(children)
        else:
            tops.append(index)
    return tops


def _unplan(labels: list[tuple[str, ...]], tops: list[int], sections: tuple[Section, ...], year: int | None) -> None:
    """Take “2024年重点任务” of a report about 2024 for what was done, where shortcomings or another plan follow."""
    is_followed = False
    for top in reversed(tops):
        found = labels[top]
        if is_followed and found == (PLAN,) and years_of_title(sections[top].title) == (year,):
            labels[top] = (ACHIEVEMENTS,)
        is_followed = is_followed or GAP in found or PLAN in found


def _take_tops(
    finds: _Finds,
    tops: list[int],
    sections: tuple[Section, ...],
    labels: list[tuple[str, ...]],
    *,
    thematic: bool,
) -> None:
    """Label the top sections; the run of thematic ones before shortcomings and plan are achievements."""
    ending = next((at for at, top in enumerate(tops) if {GAP, PLAN} & set(labels[top])), len(tops))
    for at, top in enumerate(tops):
        section = sections[top]
        found = labels[top] or ((ACHIEVEMENTS,) if at < ending and thematic else ())
        kind: BlockKind = "section" if len(found) == 1 else "shared"
        for label in found:
            finds.add(label, Block(kind, section.span, section.heading, section.index))


def _take_subsections(
    finds: _Finds, tops: list[int], sections: tuple[Section, ...], labels: list[tuple[str, ...]]
) -> None:
    """Note sub-headings that name another part than the section they stand in."""
    standing = set(tops)
    for section in sections:
        if section.parent is None or section.index in standing or not labels[section.index]:
            continue
        host = _host(section, standing, sections)
        if host is None:
            continue
        for label in labels[section.index]:
            if label not in (ACHIEVEMENTS, OTHER) and label not in labels[host.index]:
                block = Block("subsection", section.span, section.heading, section.index, _name(host))
                finds.add(label, block)


def _host(section: Section, standing: set[int], sections: tuple[Section, ...]) -> Section | None:
    parent = section.parent
    while parent is not None and parent not in standing:
        parent = sections[parent].parent
    return sections[parent] if parent is not None else None


def _name(section: Section) -> str:
    return f"{section.number}{section.title}"


def _take_unheaded(finds: _Finds, text: Folded, cover: Cover) -> None:
    """Take a long text before the first labelled heading as achievements where nothing else is."""
    if finds.blocks.get(ACHIEVEMENTS):
        return
    labelled = [block.span.start for blocks in finds.blocks.values() for block in blocks]
    start = cover.body.start
    end = min([*labelled, cover.body.end])
    if text.folded(end) - text.folded(start) >= _UNHEADED:
        finds.add(ACHIEVEMENTS, Block("passage", Span(start, end)))


def _take_passages(
    finds: _Finds, text: Folded, cover: Cover, sections: tuple[Section, ...], vocabulary: Vocabulary
) -> None:
    """Look for what has no heading in paragraph openings, then in single sentences."""
    for definition in vocabulary.parts:
        if finds.blocks.get(definition.id):
            continue
        blocks = list(passage_blocks(definition, text, cover)) or list(sentence_blocks(definition, text, cover))
        for block in blocks:
            finds.add(definition.id, _hosted(block, sections))


def _hosted(block: Block, sections: tuple[Section, ...]) -> Block:
    """Name the top section that a block without a heading stands in."""
    host = next((s for s in sections if s.parent is None and block.span.start in s.span), None)
    return Block(block.kind, block.span, None, None, _name(host) if host else None)


def _status(text: Folded, blocks: list[Block]) -> PartStatus:
    """Return `met` for a section of its own with something in it, `partly` for less, `missing` for nothing."""
    if not blocks:
        return "missing"
    return "met" if any(block.kind == "section" and _filled(text, block) for block in blocks) else "partly"


def _filled(text: Folded, block: Block) -> bool:
    assert block.heading is not None  # noqa: S101  a section has a heading
    body = text.text[text.folded(block.heading.end) : text.folded(block.span.end)]
    return len(body.strip()) > 1  # more than a stray mark
