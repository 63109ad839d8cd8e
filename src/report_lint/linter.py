"""Run the rules over one report and assemble the LintReport."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from report_lint.assemble import facts, findings, summary
from report_lint.checklist import checklist
from report_lint.checks.problem import Problem
from report_lint.cited import citation_table, citations
from report_lint.errors import ReadError, UsageError
from report_lint.hits import Hit, run, without_silenced
from report_lint.packs import load_ruleset
from report_lint.parsing import parse
from report_lint.parsing.profile import parse_profile
from report_lint.repeats import in_order
from report_lint.report import Checked, LintReport
from report_lint.selection import check_selectors, check_severities, running_rules, shown
from report_lint.suppress import suppress
from report_lint.suppress_comments import comment_suppressions
from report_lint.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from report_lint.document import Document
    from report_lint.report import Severity
    from report_lint.ruleset import Rule, Ruleset
    from report_lint.suppress import Suppression


class LintOptions(TypedDict, total=False):
    """The options that every way to lint takes: those of `lint` but the reports themselves."""

    ruleset: Ruleset | None
    profile: str | None
    as_of: date | None
    select: Sequence[str]
    ignore: Sequence[str]
    severity: Mapping[str, Severity] | None
    suppressions: Sequence[Suppression]


def lint(  # noqa: PLR0913  the public options, all keyword-only
    source: SourceText,
    *,
    previous: SourceText | None = None,
    ruleset: Ruleset | None = None,
    profile: str | None = None,
    as_of: date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, Severity] | None = None,
    suppressions: Sequence[Suppression] = (),
) -> LintReport:
    """Return the lint report of one text.

    Args:
        source: the decoded text and where it came from.
        previous: last year's report of the same office; the rules that compare with it are silent without.
        ruleset: the rules, from `load_ruleset`; the national pack when not given.
        profile: `BODY[/LEVEL]` in place of the detected one: party, government, joint or department,
            and province, city, county or township.
        as_of: the day laws are judged by, in place of the signing day or the end of the report year.
        select: rule codes or prefixes whose findings are shown; all when empty. A string is one code or prefix.
        ignore: rule codes or prefixes that do not run, as for `select`.
        severity: another severity for a rule code or prefix.
        suppressions: findings accepted with a reason.

    Raises:
        ReadError: the text is empty, or that of `previous` is.
        UsageError: an unknown profile, rule code or severity; `previous` has the very same text.
        PackError: the national pack cannot be loaded.
    """
    if as_of is not None and not isinstance(as_of, date):
        raise UsageError(f"as_of 是 {as_of!r}，应为 datetime.date，例如 date(2026, 1, 9)")
    if previous is not None and not isinstance(previous, SourceText):
        raise UsageError(f"previous 是 {type(previous).__name__}，应为上年报告的文字或 read_path 的结果")
    if not source.text.strip():
        raise ReadError("没有可检查的文字，请提供报告全文", kind="empty")
    rules = ruleset or load_ruleset()
    overrides = severity or {}
    select, ignore = _listed(select), _listed(ignore)
    check_selectors(rules, [*select, *ignore])
    check_severities(rules, overrides)
    before = _parsed_previous(previous, source, rules) if previous is not None else None
    told = parse_profile(profile) if profile else None
    document = parse(source, rules.vocabulary, profile=told, as_of=as_of, previous=before)
    running = running_rules(rules, document, select, ignore)
    found_by = run(running, document, rules.rule("INT001"))
    hits = without_silenced(found_by, rules.precedence, document, lambda code: shown(code, select))
    in_text = comment_suppressions(source)
    kept = [hit for hit in hits if shown(hit.rule.code, select)]
    found = findings(kept, document, overrides)
    codes = sorted(rule.code for rule in running if shown(rule.code, select) and not rule.code.startswith("INT"))
    verdict = suppress(found, (*suppressions, *in_text), source.path, running=codes)
    unknown = [one for one in in_text if rules.rule(one.code) is None]
    written = replace(document, source=source)  # the parsed one has blanks for comments, and these are about them
    unused = findings(_unused((*verdict.unused, *unknown), written, running), written, overrides)
    remaining = in_order((*verdict.kept, *unused))
    return LintReport(
        path=source.path,
        format=source.format,
        encoding=source.encoding,
        profile=str(document.cover.profile),
        copy_kind=document.cover.copy_kind,
        document=facts(document),
        checklist=checklist(document, hits, remaining, verdict.suppressed),
        citations=citations(document),
        citation_table=citation_table(document),
        findings=remaining,
        suppressed=verdict.suppressed,
        summary=summary(remaining),
        checked=Checked(rules=tuple(codes), facts_until=rules.facts_until, previous=_name(previous)),
    )


def _listed(selectors: Sequence[str]) -> Sequence[str]:
    """Return selectors as a list: a string is a sequence of letters, each of them a prefix of many rules."""
    return [selectors] if isinstance(selectors, str) else selectors


def _name(previous: SourceText | None) -> str | None:
    return None if previous is None else previous.path or ""


def _parsed_previous(previous: SourceText, source: SourceText, rules: Ruleset) -> Document:
    """Return last year's report, parsed; raises ReadError or UsageError where it is none."""
    if not previous.text.strip():
        raise ReadError("上年报告没有文字，无法对照", kind="empty")
    if "".join(previous.text.split()) == "".join(source.text.split()):
        raise UsageError("用来对照的上年报告和要检查的报告文字完全相同，请给出上一年度的报告")
    return parse(previous, rules.vocabulary)


def _unused(unused: Sequence[Suppression], document: Document, running: Sequence[Rule]) -> list[Hit]:
    return [
        Hit(rule, Problem(one.place or document.anchor, _words(one), _variant(one)), rule.table.severity)
        for rule in running
        if rule.code == "INT002"
        for one in unused
    ]


def _variant(one: Suppression) -> str | None:
    if one.place is None:
        return "expired" if one.expired else None
    return "comment" if one.reason else "no-reason"


def _words(one: Suppression) -> dict[str, object]:
    return {"code": one.code, "quote": f"“{one.quote}”" if one.quote else " "}
