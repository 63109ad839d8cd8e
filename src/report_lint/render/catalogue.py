"""The rules: a table of all, their JSON, and all that is known of one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from report_lint.render.layout import Screen, cell_len, hanging, padded, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.ruleset import Rule, RuleTable

_KINDS = {
    "party": "党委",
    "government": "政府",
    "joint": "党委和政府联合",
    "department": "部门",
    "township": "乡镇（街道）",
}
_LOWERED = {"warning": "降为 warning", "info": "降为 info", "off": "不报"}
NEEDS = {
    "previous": "上一年度的报告，用 --previous 给出；没有给的不查",
    "batch": "同一批其他单位的报告；目前的命令一次只看一份报告，开启了也不会提示",
}
_INTERNAL = "INT"


def table(rules: Sequence[Rule], screen: Screen) -> str:
    """Return a line for each rule: code, severity, whether it is on, title."""
    lines = ["编号    级别     默认  名称"]
    for rule in rules:
        facts = rule.table
        level = screen.paint(padded(facts.severity, 7), facts.severity)
        lead = f"{facts.code}  {level}  {'开' if facts.default else '关'}    "
        first, *more = wrap(facts.title, screen.width - 23)
        lines += [lead + first, *(" " * 23 + line for line in more)]
    off = sum(not rule.table.default for rule in rules)
    lines += ["", f"共 {len(rules)} 条，其中 {off} 条默认关闭；详情：report-lint explain 编号"]
    return "\n".join(lines) + "\n"


def as_json(rules: Sequence[Rule]) -> str:
    """Return the rules as a JSON array."""
    return json.dumps([_values(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def _values(rule: Rule) -> dict[str, object]:
    facts = rule.table.model_dump(mode="json", exclude={"basis", "check"})
    return {**facts, "basis": [basis.model_dump() for basis in rule.basis], "kind": rule.kind.name}


def explain(rule: Rule, screen: Screen) -> str:
    """Return all that is known of one rule."""
    facts = rule.table
    head = f"{screen.paint(facts.code, 'strong')}  {facts.title}（{facts.name}）"
    blocks = [
        [head],
        list(_facts(facts, screen)),
        wrap(facts.why, screen.width),
        [*_labelled("提示", facts.message, screen), *_labelled("建议", facts.help, screen), *_variants(facts, screen)],
        [line for basis in rule.basis for line in _labelled("依据", f"（{basis.grade}）{basis.text}", screen)],
        *_examples("上年报告写的是：", (facts.previous,) if facts.previous else (), screen),
        *_examples("会提示，例如（⟦ ⟧ 之间是所指的地方）：", facts.bad, screen),
        *_examples("不会提示，例如：", facts.good, screen),
        _switches(facts.code),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _facts(facts: RuleTable, screen: Screen) -> Iterator[str]:
    level = screen.paint(facts.severity, facts.severity)
    lowered = [
        f"{copy}{_LOWERED[to]}"
        for copy, to in (("公开稿", facts.published), ("省级报告", facts.province))
        if to is not None and to in _LOWERED
    ]
    yield f"级别：{level}" + (f"（{'，'.join(lowered)}）" if lowered else "")
    yield f"默认：{'开启' if facts.default else f'关闭，用 --select {facts.code} 开启'}"
    if facts.needs is not None:
        yield f"需要：{NEEDS[facts.needs]}"
    kinds = "、".join(_KINDS[kind] for kind in facts.applies) or "各类报告"
    yield f"适用：{kinds}" + (f"，{facts.since} 年度起" if facts.since else "")


def _variants(facts: RuleTable, screen: Screen) -> Iterator[str]:
    for variant in facts.variants.values():
        if variant.message:
            level = f"（{variant.severity}）" if variant.severity else ""
            yield from _labelled("另一种", variant.message + level, screen)


def _labelled(label: str, text: str, screen: Screen) -> list[str]:
    lead = f"{label}："
    return hanging(text, lead, " " * cell_len(lead), screen.width)


def _examples(title: str, examples: Sequence[str], screen: Screen) -> Iterator[list[str]]:
    for at, example in enumerate(examples):
        lines = [line for part in example.splitlines() for line in hanging(part, "  ", "  ", screen.width)]
        yield lines if at else [title, *lines]


def _switches(code: str) -> list[str]:
    if code.startswith(_INTERNAL):
        return [f"不想看到：--ignore {code}"]
    return [
        f'关闭这条规则：--ignore {code}，或在 report-lint.toml 中写 ignore = ["{code}"]',
        "只放过一处：在 report-lint.toml 中写",
        "  [[suppress]]",
        f'  code   = "{code}"',
        '  quote  = "所指的原文"',
        '  reason = "理由"',
    ]
