"""The sentences beside each duty of the national pack, which `report-lint duties` prints, are read as they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from report_lint import load_ruleset
from report_lint.parsing import parse
from report_lint.parsing.profile import parse_profile
from report_lint.text import SourceText

if TYPE_CHECKING:
    from report_lint.document import DutyEvidence

VOCABULARY = load_ruleset().vocabulary
DUTIES = {duty.id: duty for duty in VOCABULARY.duties}
HEADS = {"书记": "party", "县长": "government", "市长": "government", "区长": "government", "镇长": "township"}
REPORTS = {"township": "government/township", "party": "party/{level}", "government": "government/{level}"}
OPENING = "一、主要举措和成效\n开展检查。\n二、党政主要负责人履行推进法治建设第一责任人职责情况\n"

GOOD = [(duty.id, sentence) for duty in VOCABULARY.duties for sentence in duty.good]
BAD = [(duty.id, sentence) for duty in VOCABULARY.duties for sentence in duty.bad]


def profile_of(duty: str, sentence: str) -> str:
    """Return a kind of report that has this head and is asked for the duty, where there is one."""
    if sentence.startswith("镇党委书记"):
        return "joint/township"
    binds = DUTIES[duty].binds
    named = next((body for post, body in HEADS.items() if post in sentence[:6]), "department")
    level = "city" if sentence.startswith("市") else "county"
    return REPORTS.get(named if named in binds else min(binds), "department/{level}").format(level=level)


def shown(duty: str, sentence: str) -> DutyEvidence:
    """Return the evidence of a duty in a report of the head that the sentence names."""
    document = parse(
        SourceText(f"{OPENING}{sentence}\n"), VOCABULARY, profile=parse_profile(profile_of(duty, sentence))
    )
    return next(one for one in document.duties if one.duty == duty)


@pytest.mark.parametrize(("duty", "sentence"), GOOD)
def test_a_good_sentence_shows_the_duty(duty: str, sentence: str) -> None:
    """With a fact about the head."""
    assert "evidenced" == shown(duty, sentence).status


@pytest.mark.parametrize(("duty", "sentence"), BAD)
def test_a_bad_sentence_does_not(duty: str, sentence: str) -> None:
    """It is about other matters, or about others, or states an attitude only."""
    assert shown(duty, sentence).status in ("absent", "not_applicable")


def test_every_duty_has_sentences_of_both_kinds() -> None:
    """A drafter sees what counts and what does not."""
    assert [] == [duty.id for duty in VOCABULARY.duties if not (duty.good and duty.bad and duty.notes)]


def test_every_group_of_a_duty_is_named() -> None:
    """The checklist prints the name."""
    assert {duty.group for duty in VOCABULARY.duties} == set(VOCABULARY.duty_groups)
