"""What the checklist says of a part or a duty: its status in words, whose acts were found, what it stands under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.render.closing import parts_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report_lint.report import ChecklistItem, CheckStatus, Evidence

MARKS: dict[CheckStatus, str] = {"met": "✓", "partly": "△", "missing": "✗", "not_applicable": "—"}
_WORDS: dict[str, dict[CheckStatus, str]] = {
    "structure": {"met": "", "partly": "没有单列或没有写全", "missing": "未找到", "not_applicable": "不适用"},
    "duties": {
        "met": "",
        "partly": "提到，没有具体情况",
        "missing": "未见主要负责人的情况",
        "not_applicable": "不适用",
    },
}
_HEADS = {"party": "党委主要负责人", "government": "政府主要负责人"}
_OTHER = {"party": "government", "government": "party"}
_OFFICE: dict[CheckStatus, str] = {
    "partly": "单位工作，算提到",
    "missing": "只有单位工作，未见主要负责人的情况",
}
_BOTH = "两位主要负责人"
_NOT_OWED = {"写明了没有": True, "不要求这类单位，或者看不出有执法权": False}
_DOERS = {"party": "党委", "government": "政府", "office": "单位"}


def by_heading(items: Sequence[ChecklistItem]) -> dict[str, list[ChecklistItem]]:
    """Return the items by the heading to print above them: the group of the norm, and whose it is of two heads."""
    found: dict[str, list[ChecklistItem]] = {}
    two = any(item.head for item in items)
    for item in items:
        whose = _HEADS.get(item.head or "", _BOTH) if two else ""
        heading = f"{whose} · {item.heading}" if whose and item.heading else item.heading
        found.setdefault(heading or "", []).append(item)
    return found


def group_title(group: str, items: Sequence[ChecklistItem]) -> str:
    """Return what a group of items is called."""
    if group == "structure":
        return f"规定的{parts_in_words(len(items))}"
    return "主要负责人的职责" if group == "duties" else group


def tally(items: Sequence[ChecklistItem]) -> str:
    """Return how many items have each status."""
    statuses = [item.status for item in items]
    return "，".join(f"{mark} {statuses.count(status)}" for status, mark in MARKS.items() if status in statuses)


def not_owed(items: Sequence[ChecklistItem]) -> dict[str, list[ChecklistItem]]:
    """Return what a report does not owe by the reason: it says there was no occasion, or nobody asks for it."""
    spared = [item for item in items if item.status == "not_applicable"]
    groups = {why: [item for item in spared if bool(item.evidence) is excused] for why, excused in _NOT_OWED.items()}
    return {why: found for why, found in groups.items() if found}


def remark(item: ChecklistItem) -> str:
    """Return what is wanting, in words: whose acts were found instead, else the status; nothing where it is met."""
    doers = {evidence.by for evidence in item.evidence} - {None}
    if doers == {"office"} and item.status in _OFFICE:
        return _OFFICE[item.status]
    if item.status == "missing" and item.head and doers:
        return f"写的是{_HEADS[_OTHER[item.head]]}"
    return _WORDS.get(item.group, _WORDS["structure"])[item.status]


def doer(evidence: Evidence) -> str:
    """Return whose act a quote tells, or nothing."""
    return _DOERS.get(evidence.by or "", "")
