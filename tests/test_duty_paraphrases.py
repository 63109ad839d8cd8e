"""Replacing a wording by another of the same duty, or moving the part before part one, changes no status."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from report_lint import load_ruleset
from report_lint.parsing import parse
from report_lint.parsing.profile import parse_profile
from report_lint.text import SourceText
from report_lint.wording import instances

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from report_lint.document import Document
    from report_lint.vocabulary import Duty
    from report_lint.wording import Wordings

VOCABULARY = load_ruleset().vocabulary
DUTIES = {duty.id: duty for duty in VOCABULARY.duties}
ROOT = Path(__file__).parents[1]
REPORTS = [*sorted((ROOT / "examples").glob("*.txt")), *sorted((ROOT / "benchmarks/duty_set/parts").glob("*.txt"))]
# A report of each kind that is asked for a duty, and the head it has.
HEADS = {
    "party": ("party/county", "县委书记"),
    "government": ("government/county", "县长"),
    "department": ("department/county", "局长"),
    "township": ("government/township", "镇长"),
}
POSTS = {
    "party": ("县委书记", "区委书记", "市委书记"),
    "government": ("县长", "市长", "区长"),
    "department": ("局长",),
    "township": ("镇长",),
}
CARRIERS = (
    "{head}高度重视法治，{words}，全年8次。",
    "一是抓法治。{head}{words}8次，成效良好。",
    "{head}坚持依法办事，全年8次{words}。",
)
PART = """一、主要举措和成效
各项工作平稳有序。
二、党政主要负责人履行推进法治建设第一责任人职责情况
{body}
三、存在的不足和原因
人手偏紧，原因是编制较少。
"""
NUMERALS = "一二三四五六七八九十"


def shown(duty: str, profile: str, bodies: Iterable[str]) -> dict[str, str]:
    """Return the status of a duty for each body of the part about the head; 县长热线 is no head."""
    apart = [body for body in bodies if VOCABULARY.persons.not_heads.search(body) is None]
    return {body: statuses(PART.format(body=body), profile)[duty] for body in apart}


def statuses(text: str, profile: str) -> dict[str, str]:
    """Return the status of every duty in a report."""
    document = parse(SourceText(text), VOCABULARY, profile=parse_profile(profile))
    return {one.duty: one.status for one in document.duties}


def phrases(duty: Duty, words: Wordings) -> Iterator[str]:
    """Yield a phrase for each of some wordings, of those that are no look-alike and can be read alone."""
    for source in words.sources:
        phrase = next(instances(source))
        if "《" not in phrase and duty.lookalikes.search(phrase) is None and not blank(phrase):
            yield phrase


def in_place_of(duty: Duty, sentence: str) -> Iterator[str]:
    """Yield a sentence that shows a duty with other wordings in the place of the one that shows it."""
    match = duty.evidence.search(sentence)
    if match is not None:
        for phrase in phrases(duty, duty.evidence):
            yield f"厉行法治。{sentence[: match.start()]}{phrase}8次{sentence[match.end() :]}"


def blank(words: str) -> bool:
    """Tell whether words say that nothing was done, or speak of other matters or of others who act."""
    persons = VOCABULARY.persons
    groups = (persons.undone, persons.unreal, persons.other_fields, persons.appeals, persons.heads, persons.deputies)
    return any(group.search(f"{words}，") is not None for group in (*groups, persons.other_heads, persons.units))


KINDS = [(duty.id, kind) for duty in VOCABULARY.duties for kind in HEADS if kind in duty.binds]


@pytest.mark.parametrize(("duty_id", "kind"), KINDS)
def test_another_wording_of_the_same_duty_changes_no_status(duty_id: str, kind: str) -> None:
    """Each wording of the catalogue, in sentences of every kind of head, shows the duty as the first one does."""
    duty, (profile, head) = DUTIES[duty_id], HEADS[kind]
    bodies = [
        CARRIERS[at % len(CARRIERS)].format(head=head, words=words)
        for at, words in enumerate(phrases(duty, duty.evidence))
    ]
    found = shown(duty_id, profile, bodies)
    assert len(found) > 1

    assert {} == {body: status for body, status in found.items() if status != "evidenced"}


@pytest.mark.parametrize(("duty_id", "kind"), KINDS)
def test_a_formula_for_another_leaves_it_a_formula(duty_id: str, kind: str) -> None:
    """Without a fact each wording of a formula is a mention; none is missed and none proves an act."""
    duty, (profile, head) = DUTIES[duty_id], HEADS[kind]
    bodies = [f"{head}坚持依法办事。{head}{words}。" for words in phrases(duty, duty.mentions)]
    found = shown(duty_id, profile, bodies)

    assert {} == {body: status for body, status in found.items() if status not in ("mentioned", *also(duty, body))}


def also(duty: Duty, body: str) -> tuple[str, ...]:
    """Return the status of a formula that is evidence by another wording, and an act in itself."""
    return ("evidenced",) if duty.evidence.search(body) is not None else ()


GOOD = [
    (duty.id, sentence, kind)
    for duty in VOCABULARY.duties
    for sentence in duty.good
    for kind, posts in POSTS.items()
    if sentence.startswith(posts) and kind in duty.binds
]


@pytest.mark.parametrize(("duty_id", "sentence", "kind"), GOOD)
def test_a_good_sentence_stays_good_in_other_words(duty_id: str, sentence: str, kind: str) -> None:
    """The sentences that the catalogue shows to drafters, each with every other wording of its duty."""
    profile = HEADS[kind][0].replace("county", "city" if sentence.startswith("市") else "county")
    found = shown(duty_id, profile, in_place_of(DUTIES[duty_id], sentence))

    assert {} == {body: status for body, status in found.items() if status != "evidenced"}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_part_in_another_place_shows_the_same(path: Path) -> None:
    """Before part one, with all headings numbered anew."""
    text = path.read_text("utf-8")
    document = parse(SourceText(text), VOCABULARY)

    moved = with_part_first(text, document)
    assert {one.duty: one.status for one in document.duties} == statuses(moved, spoken(document))


def test_most_reports_have_a_part_that_can_be_moved() -> None:
    """The test above compares texts that differ."""
    texts = [path.read_text("utf-8") for path in REPORTS]

    assert 20 < sum(with_part_first(text, parse(SourceText(text), VOCABULARY)) != text for text in texts)


def spoken(document: Document) -> str:
    """Return the profile as it is given on the command line."""
    return f"{document.cover.profile.body}/{document.cover.profile.level}"


def with_part_first(text: str, document: Document) -> str:
    """Return a report with the part about the head moved before part one; one without a section for it as it is."""
    tops = [section for section in document.sections if section.level == 1]
    own = [block.section for block in document.part("first-responsible").blocks]
    at = next((number for number, section in enumerate(tops) if section.index in own), None)
    if at is None or len(tops) < 2 or at == len(tops) - 1:
        return text
    starts = [section.heading.start for section in tops]
    pieces = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    pieces.insert(0, pieces.pop(at))
    anew = [re.sub(f"^[{NUMERALS}]+、", f"{NUMERALS[number]}、", piece) for number, piece in enumerate(pieces)]
    return text[: starts[0]] + "".join(anew)
