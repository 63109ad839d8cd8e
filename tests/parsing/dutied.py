"""Reports around a few words about the head, and how far they show each duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint import load_ruleset
from report_lint.parsing import parse
from report_lint.parsing.profile import parse_profile
from report_lint.text import SourceText

if TYPE_CHECKING:
    from report_lint.document import DutyEvidence

VOCABULARY = load_ruleset().vocabulary
DUTIES = {duty.id: duty for duty in VOCABULARY.duties}

COUNTY_PARTY, COUNTY, BUREAU, TOWN = "party/county", "government/county", "department/county", "government/township"

HEADING = "二、党政主要负责人履行推进法治建设第一责任人职责情况"
ENDING = "三、存在的不足和原因\n案卷质量不高，原因是培训不足。\n四、下一年工作安排\n局长将听取法治工作汇报4次。"


def shown(body: str, profile: str, *, before: str = "开展检查。", after: str = ENDING) -> dict[str, DutyEvidence]:
    """Return the evidence of every duty in a report whose part about the head has this body."""
    text = f"一、主要举措和成效\n{before}\n{HEADING}\n{body}\n{after}\n"
    document = parse(SourceText(text), VOCABULARY, profile=parse_profile(profile))
    return {evidence.duty: evidence for evidence in document.duties}


def status(duty: str, body: str, profile: str) -> str:
    """Return how far the part about the head shows a duty; `office` where only the office's work shows it."""
    return said(shown(body, profile)[duty])


def said(evidence: DutyEvidence) -> str:
    """Return the status of an evidence, `office` for office work where that does not count for the head."""
    return "office" if evidence.office_only and not DUTIES[evidence.duty].office_counts else evidence.status
