"""Plans, denials, other bodies and words that prove nothing are no acts; acts in rarer wording are seen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from dutied import VOCABULARY

from report_lint.parsing import parse
from report_lint.parsing.profile import parse_profile
from report_lint.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN = {"evidenced", "mentioned"}
REPORT = """\
{issuer}2024年度法治政府建设情况的报告

一、主要举措和成效

各项工作平稳有序。

二、存在的不足和原因

人手偏紧。

三、党政主要负责人履行推进法治建设第一责任人职责情况

{text}

四、2025年主要安排

继续做好各项工作。
"""
ISSUERS = {
    "party": "中共{place}委员会",
    "government": "{place}人民政府",
    "joint": "中共{place}委员会、{place}人民政府",
    "department": "{place}商务局",
}
PLACES = {"province": "岚江省", "city": "霁川市", "county": "云岭县", "township": "云岭县青溪镇"}


def sentences() -> Iterator[tuple[str, str, str]]:
    """Yield profile, what is shown, and the sentence."""
    for line in (Path(__file__).parent / "duty_sentences.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            profile, wanted, text = line.split(" | ")
            yield profile, wanted, text


def statuses(profile: str, text: str) -> dict[str, str]:
    """Return the status of every duty in a report with the sentence in the part about the head."""
    body, level = profile.split("/")
    report = REPORT.format(issuer=ISSUERS[body].format(place=PLACES[level]), text=text)
    document = parse(SourceText(report), VOCABULARY, profile=parse_profile(profile))
    return {evidence.duty: evidence.status for evidence in document.duties}


def is_so(wanted: str, found: dict[str, str]) -> bool:
    """Tell whether one thing that should be shown, or not be shown, is so."""
    if wanted == "nothing":
        return "evidenced" not in found.values()
    *words, last = wanted.split(" ")
    if words == ["no"]:
        return found[last] not in SHOWN
    if words == ["not", "the", "head"]:
        return found[last] != "evidenced"
    return found[words[0]] == last if words else found[last] in SHOWN


@pytest.mark.parametrize(("profile", "wanted", "text"), list(sentences()))
def test_a_sentence_shows_what_a_reader_finds_in_it(profile: str, wanted: str, text: str) -> None:
    """Each sentence of the file shows what stands beside it."""
    found = statuses(profile, text)

    assert [] == [one for one in wanted.split(", ") if not is_so(one, found)]
