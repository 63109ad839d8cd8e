"""The good and bad examples that rules carry: run them, and tell which are not what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.linter import lint
from report_lint.parsing import parse
from report_lint.text import SourceText, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from report_lint.report import Finding
    from report_lint.ruleset import Rule, Ruleset

_MARK = lazy_pattern("[⟦⟧]")
_PLACEHOLDER = lazy_pattern(r"\{[a-z_]+\}")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that is not what it says: the rule, the example, and what is wrong with it."""

    code: str
    example: str
    reason: str


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return a text without its ⟦ ⟧ and the spans that they enclosed, in order; brackets may nest.

    Raises:
        ValueError: the brackets are not in pairs.
    """
    parts: list[str] = []
    opened: list[int] = []
    spans: list[Span] = []
    done = length = 0
    for match in _MARK.finditer(marked):
        parts.append(marked[done : match.start()])
        length += match.start() - done
        done = match.end()
        if match[0] == "⟦":
            opened.append(length)
        elif opened:
            spans.append(Span(opened.pop(), length))
        else:
            raise ValueError("⟧ 前面没有 ⟦")
    if opened:
        raise ValueError("⟦ 后面没有 ⟧")
    parts.append(marked[done:])
    return "".join(parts), tuple(sorted(spans))


def failures(rules: Iterable[Rule], ruleset: Ruleset) -> Iterator[Failure]:
    """Yield the examples of some rules of a ruleset that are not what they say."""
    for rule in rules:
        for example in (*rule.table.bad, *rule.table.good):
            reason = _wrong(rule, example, ruleset, bad=example in rule.table.bad)
            if reason is not None:
                yield Failure(rule.code, example, reason)


def _wrong(rule: Rule, example: str, ruleset: Ruleset, *, bad: bool) -> str | None:
    try:
        text, wanted = unmark(example)
    except ValueError as error:
        return str(error)
    if bad and not wanted:
        return "bad 的例子里没有用 ⟦ ⟧ 标出所指的地方"
    if not bad and wanted:
        return "good 的例子里不应有 ⟦ ⟧"
    if not text.strip():
        return "例子是空的"
    before = SourceText(rule.table.previous) if rule.table.previous else None
    found = lint(SourceText(text), previous=before, ruleset=ruleset, select=[rule.code]).findings
    found = tuple(finding for finding in found if finding.code == rule.code)
    return _difference(wanted, found) or _unfilled(rule, SourceText(text), before, ruleset, found)


def _unfilled(
    rule: Rule, source: SourceText, before: SourceText | None, ruleset: Ruleset, found: tuple[Finding, ...]
) -> str | None:
    """Return which placeholder of a message the check has no word for, and which words it has for this example."""
    left = next((match[0] for one in found if (match := _PLACEHOLDER.search(f"{one.message}{one.help}"))), None)
    if left is None:
        return None
    previous = parse(before, ruleset.vocabulary) if before is not None else None
    document = parse(source, ruleset.vocabulary, previous=previous)
    words = dict.fromkeys(name for problem in rule.kind.run(rule.params, document) for name in problem.fields)
    can = f"可用的有 {'、'.join(f'{{{name}}}' for name in words)}" if words else "它不提供任何词，请写成文字"
    return f"提示里的 {left} 没有填上，检查方式 {rule.kind.name} 不提供这个词；{can}"


def _difference(wanted: tuple[Span, ...], found: tuple[Finding, ...]) -> str | None:
    places = [Span(one.range.start.offset, one.range.end.offset) for one in found]
    if sorted(places) != list(wanted):
        quotes = "、".join(f"“{finding.quote}”" for finding in found)
        return f"实际标出的是{quotes}" if quotes else "实际没有提示"
    return None
