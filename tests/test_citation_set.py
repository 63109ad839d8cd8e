"""The labelled citations are well formed, and nothing false is said of what they cite correctly."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from report_lint import load_ruleset

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
GROUPS = re.compile(r"^\| `(\w+)` \| (\d+) \|", re.MULTILINE)


def module(name: str) -> Any:  # noqa: ANN401  a module loaded by its path
    """Return a module of the benchmarks."""
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


LABELS = module("citation_labels")
SCORES = module("citation_scores")
SENTENCES = LABELS.sentences()
RULESET = load_ruleset()
SOUND = [one for one in SENTENCES if not any(label.slip for label in one.labels)]


def test_there_are_enough_sentences() -> None:
    """At least 400 sentences, a third of them without a mistake, 60 of them look-alikes."""
    lookalikes = [one for one in SENTENCES if one.group == "lookalikes"]

    assert len(SENTENCES) >= 400
    assert len(SOUND) >= len(SENTENCES) / 3
    assert len(lookalikes) >= 60
    assert all(label.optional for one in lookalikes for label in one.labels)


def test_sentences_are_told_once() -> None:
    """No sentence stands in the set twice."""
    assert len(SENTENCES) == len({one.text for one in SENTENCES})


def test_years_vary() -> None:
    """The reports are of the years 2019 to 2026, at least twenty of each, but of the last."""
    years = Counter(one.year for one in SENTENCES)

    assert set(range(2019, 2027)) == set(years)
    assert all(years[year] >= 20 for year in range(2019, 2026))


def test_labels_stand_at_their_spans() -> None:
    """Each label is the text at its span, in the sentence and in the report, and labels do not overlap."""
    for one in SENTENCES:
        report, begin = one.report
        ends = [0, *(label.end for label in one.labels)]

        assert [label.text for label in one.labels] == [one.text[label.start : label.end] for label in one.labels]
        assert one.text == report[begin : begin + len(one.text)]
        assert all(end <= label.start < label.end for end, label in zip(ends, one.labels, strict=False)), one.id


def test_labels_use_known_words() -> None:
    """Kinds, forms, and codes of rules are known ones, and an article is written like one."""
    labels = [label for one in SENTENCES for label in one.labels]
    codes = {rule.code for rule in RULESET.rules}
    named = {code for label in labels if label.slip for code in label.slip.codes}
    articles = {article for label in labels for article in label.articles}

    assert {kind for label in labels for kind in label.kinds} <= set(LABELS.KINDS)
    assert {form for label in labels for form in label.forms} == set(LABELS.FORMS)
    assert named | {code for one in SENTENCES for code in one.may} <= codes
    assert all(re.fullmatch(r"第.+[条款项之一二三]", article) for article in articles)


def test_official_titles_are_those_of_the_register() -> None:
    """Every official title and every title to be proposed stands in the register."""
    register = RULESET.vocabulary.register
    assert register is not None
    official = set(register.titles())
    named = {title for one in SENTENCES for label in one.labels for title in label.titles}
    proposed = {label.slip.title for one in SENTENCES for label in one.labels if label.slip}

    assert set() == (named | proposed) - {None} - official


def test_the_readme_counts_right() -> None:
    """The table of README.md gives the number of sentences of each group."""
    readme = (LABELS.SET / "README.md").read_text(encoding="utf-8")
    counts = {group: int(count) for group, count in GROUPS.findall(readme)}

    assert dict(Counter(one.group for one in SENTENCES)) == counts
    assert f"| all | {len(SENTENCES)} | {len(SOUND)} of them" in readme


@pytest.mark.parametrize("group", sorted({one.group for one in SENTENCES}))
def test_nothing_false_is_said_of_correct_citations(group: str) -> None:
    """No error, no warning and no hint about a law itself speaks of what is cited correctly."""
    results = [SCORES.result_of(one) for one in SENTENCES if one.group == group]
    false = [f"{one.sentence.id} {said}" for one in results for said in (*one.claims, *one.hints)]

    assert false == []
