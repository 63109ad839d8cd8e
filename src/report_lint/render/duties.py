"""The duties of the first responsible person: whom they bind, on what authority, and which sentences show them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from report_lint.parsing.duties import binding
from report_lint.render.layout import cell_len, hanging, in_one_line
from report_lint.render.words import BODIES, LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from report_lint.document import Profile
    from report_lint.render.layout import Screen
    from report_lint.vocabulary import Duty, Vocabulary

_BINDS = {"party": "党委", "government": "政府", "department": "部门", "township": "乡镇（街道）"}
_CERTAINTY = {"high": "条款已核对", "medium": "内容已核对，条款项次据转述", "low": "依据待核对"}
_WORDINGS = ("evidence", "mentions", "anywhere", "office", "lookalikes")
_GUIDE = (
    "“算写明”的句子写主要负责人本人做的事，并有次数、日期、会议、文件等事实；只有套话的，检查清单上算部分写明。"
    "主语是单位、分管负责人、下级的句子不算，注明“单位工作也算提到”的除外。没有做的不必硬写。"
)
_REACH = "职责规定直接适用于县级以上地方党委和政府的主要负责人；部门、乡镇（街道）按省级办法执行或者参照。"


def as_text(vocabulary: Vocabulary, profile: Profile | None, screen: Screen) -> str:
    """Return the duties group by group, those that a profile is asked for where one is given."""
    duties = _asked(vocabulary, profile)
    whose = f"（{_spoken(profile)}）" if profile is not None else ""
    blocks = [[screen.paint(f"主要负责人的职责{whose}：{len(duties)} 项", "strong")]]
    blocks += [hanging(_GUIDE, "", "", screen.width), hanging(_REACH, "", "", screen.width)]
    for heading, groups in _groups(vocabulary, duties).items():
        below = [duty for group in groups for duty in duties if duty.group == group]
        blocks.append([screen.paint(in_one_line(heading), "strong")])
        blocks += [list(_duty(duty, profile, screen)) for duty in below]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def as_json(vocabulary: Vocabulary, profile: Profile | None) -> str:
    """Return the duties as a JSON array."""
    values = [_values(duty, vocabulary, profile) for duty in _asked(vocabulary, profile)]
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def groups_in_words(vocabulary: Vocabulary, groups: Iterable[str], screen: Screen) -> list[str]:
    """Return a line for each group: what it is called and the duties in it."""
    lines = ["职责分为这些方面，逐项说明和例句见 report-lint duties："]
    for group in groups:
        titles = "；".join(f"{duty.id} {duty.title}" for duty in vocabulary.duties if duty.group == group)
        lines += hanging(in_one_line(titles), f"  {vocabulary.duty_groups.get(group, group)}：", "    ", screen.width)
    return lines


def _asked(vocabulary: Vocabulary, profile: Profile | None) -> list[Duty]:
    return [duty for duty in vocabulary.duties if profile is None or binding(duty, profile) != "none"]


def _groups(vocabulary: Vocabulary, duties: Sequence[Duty]) -> dict[str, list[str]]:
    """Return the groups of some duties by what they are called, in the order of the pack, unnamed ones last."""
    used = dict.fromkeys(duty.group for duty in duties)
    named = [group for group in vocabulary.duty_groups if group in used]
    found: dict[str, list[str]] = {}
    for group in dict.fromkeys([*named, *used]):
        found.setdefault(vocabulary.duty_groups.get(group, group), []).append(group)
    return found


def _spoken(profile: Profile) -> str:
    return "，".join(name for name in (BODIES.get(profile.body), LEVELS.get(profile.level)) if name) or "类型不明"


def _duty(duty: Duty, profile: Profile | None, screen: Screen) -> Iterator[str]:
    first, *more = hanging(in_one_line(duty.title), f"{duty.id}  ", "     ", screen.width)
    yield from [screen.paint(first, "strong"), *more]
    if profile is None:
        yield from _line("约束", "、".join(_BINDS[one] for one in _BINDS if one in duty.binds), screen)
    authorities = "；".join(f"（{basis.grade}）{basis.text}" for basis in duty.basis)
    yield from _line("依据", f"{authorities}（{_CERTAINTY.get(duty.certainty, duty.certainty)}）", screen)
    for sentence in duty.good:
        yield from _line("算写明", sentence, screen)
    for sentence in duty.bad:
        yield from _line("不算", sentence, screen)
    if duty.notes:
        yield from _line("说明", duty.notes, screen)
    if hints := "；".join(_hints(duty, profile)):
        yield from _line("注意", hints, screen)


def _hints(duty: Duty, profile: Profile | None) -> Iterator[str]:
    if duty.office_counts or duty.office:
        yield "写单位工作也算提到"
    if duty.enforcement_only:
        yield "没有执法权的部门、乡镇不要求"
    if duty.excused:
        yield "写明当年没有案件的不要求"
    if not duty.counted:
        yield "不计入职责覆盖面"
    elif profile is not None and binding(duty, profile) == "information":
        yield "仅供参考，不计入职责覆盖面"


def _line(label: str, text: str, screen: Screen) -> list[str]:
    lead = f"     {label}："
    return hanging(in_one_line(text), lead, " " * cell_len(lead), screen.width)


def _values(duty: Duty, vocabulary: Vocabulary, profile: Profile | None) -> dict[str, object]:
    asked = {} if profile is None else {"asked": binding(duty, profile)}
    return {
        "id": duty.id,
        "group": duty.group,
        "heading": vocabulary.duty_groups.get(duty.group),
        "title": duty.title,
        "binds": [one for one in _BINDS if one in duty.binds],
        **asked,
        "basis": [basis.model_dump() for basis in duty.basis],
        "certainty": duty.certainty,
        "counted": duty.counted,
        "office_counts": duty.office_counts or bool(duty.office),
        "enforcement_only": duty.enforcement_only,
        "notes": duty.notes,
        "good": list(duty.good),
        "bad": list(duty.bad),
        "wordings": {name: list(getattr(duty, name).sources) for name in _WORDINGS},
    }
