"""The labelled sentences and parts are well formed, and no part is told to lack a duty that a reader finds in it."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from report_lint import load_ruleset

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
BINDS = {
    "party": {"party"},
    "government": {"government"},
    "department": {"department"},
    "joint": {"party", "government"},
}


def module(name: str) -> Any:  # noqa: ANN401  a module loaded by its path
    """Return a module of the benchmarks."""
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


LABELS = module("duty_labels")
SCORES = module("duty_scores")
DUTIES = {duty.id: duty.binds for duty in load_ruleset().vocabulary.duties}
SENTENCES = LABELS.sentences()
PARTS = LABELS.parts()


def bound(profile: str) -> set[str]:
    """Return the duties that the norm asks of a kind of report; township reports are joint by custom only."""
    body, level = profile.split("/")
    kinds = {"township"} if level == "township" and body in {"government", "joint"} else BINDS[body]
    return {duty for duty, binds in DUTIES.items() if binds & kinds}


def test_there_are_enough_sentences_and_parts() -> None:
    """At least 250 sentences, a third of them traps, and 20 parts of every kind of report."""
    traps = [sentence for sentence in SENTENCES if sentence.trap]

    assert len(SENTENCES) >= 250
    assert len(traps) >= len(SENTENCES) / 3
    assert len(PARTS) >= 20
    assert set(BINDS) == {part.profile.split("/")[0] for part in PARTS}


def test_sentences_are_told_once() -> None:
    """No sentence and no id stands in the set twice."""
    assert len(SENTENCES) == len({sentence.id for sentence in SENTENCES})
    assert len(SENTENCES) == len({sentence.text for sentence in SENTENCES})


def test_labels_of_sentences_are_known() -> None:
    """Every duty exists and every status, place, wording and kind of subject is one that README.md names."""
    ids = {duty for one in SENTENCES for duty in {*one.also, *(duty for label in one.wanted for duty in label.ids)}}

    assert ids <= set(DUTIES)
    assert {label.status for one in SENTENCES for label in one.wanted} <= set(LABELS.STATUSES)
    assert {one.about for one in SENTENCES} <= set(LABELS.ABOUT)
    assert {one.wording for one in SENTENCES} <= set(LABELS.WORDINGS)
    assert {one.place for one in SENTENCES} == {"part", "elsewhere"}


def test_every_duty_is_looked_for_in_some_sentence() -> None:
    """No duty of the catalogue is left out of the set."""
    wanted = {duty for one in SENTENCES for label in one.wanted for duty in label.ids}

    assert set(DUTIES) <= wanted


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one.id)
def test_a_wanted_duty_binds_the_profile(sentence: Any) -> None:  # noqa: ANN401  a value of a module loaded by its path
    """No sentence is labelled with a duty that nobody asks of its kind of report."""
    wanted = {label.ids[0] for label in sentence.wanted}

    assert wanted <= bound(sentence.profile)


@pytest.mark.parametrize("place", ["part", "elsewhere"])
@pytest.mark.parametrize("profile", sorted({one.profile for one in SENTENCES}))
def test_the_report_around_a_sentence_shows_nothing(profile: str, place: str) -> None:
    """What is found in the report was found in the sentence."""
    cells = SCORES.cells_of(LABELS.report_around("天气晴朗。", profile, 2023, place), profile)

    assert cells
    assert set(cells.values()) <= {"missing", "not_applicable"}


def test_the_split_in_the_readme_is_the_split_of_the_set() -> None:
    """README.md states how many sentences, duties and traps each kind of wording has."""
    readme = (LABELS.SET / "README.md").read_text(encoding="utf-8")
    stated = re.findall(r"^\| (?:sentences|with a duty to find|traps) \| (.+) \|$", readme, flags=re.MULTILINE)
    groups = [[one for one in SENTENCES if one.wording == wording] for wording in LABELS.WORDINGS] + [SENTENCES]
    counted = [
        [len(group) for group in groups],
        [sum(bool(one.shown) for one in group) for group in groups],
        [sum(bool(one.trap) for one in group) for group in groups],
    ]

    assert counted == [[int(cell) for cell in row.split(" | ")] for row in stated]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_labels_of_a_part_are_known_and_whole(part: Any) -> None:  # noqa: ANN401  a value of a module loaded by its path
    """The matrix of a part names each duty asked of its profile, with a status of the checklist, and codes FRP only."""
    assert bound(part.profile) <= set(part.matrix) <= set(DUTIES)
    assert set().union(*part.matrix.values()) <= set(LABELS.CELLS)
    assert all(re.fullmatch(r"FRP0\d\d", code) for code in part.codes | part.maybe)
    assert not part.codes & part.maybe
