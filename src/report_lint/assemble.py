"""From hits to the public LintReport: positions, quotes, messages, fingerprints."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.repeats import without_repeats
from report_lint.report import (
    DocumentFacts,
    Edit,
    Finding,
    Fix,
    Point,
    Range,
    Summary,
)
from report_lint.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from report_lint.document import Document, Located
    from report_lint.hits import Hit
    from report_lint.report import Basis, Severity
    from report_lint.ruleset import Rule, VariantTable
    from report_lint.text import Span

# 三、 （二） 1. 第四部分
_NUMBER = lazy_pattern("^(?:第[一二三四五六七八九十0-9]+(?:部分|[章节])|（?[一二三四五六七八九十0-9]+[）、.])+")
_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def findings(hits: Iterable[Hit], document: Document, severity: Mapping[str, Severity]) -> tuple[Finding, ...]:
    """Return the findings in the order of the text, those in the same words together where they are many.

    An override of the severity wins over the rule's.
    """
    seen: Counter[tuple[str, str]] = Counter()
    ordered = sorted(hits, key=lambda hit: (hit.problem.span, hit.rule.code))
    return without_repeats([_finding(hit, document, severity, seen) for hit in ordered])


def _finding(hit: Hit, document: Document, severity: Mapping[str, Severity], seen: Counter[tuple[str, str]]) -> Finding:
    table, problem = hit.rule.table, hit.problem
    variant = table.variants.get(problem.variant or "")
    quote = problem.span.of(document.text)
    message = (variant.message if variant and variant.message else table.message).format_map(_Words(problem.fields))
    remedy = (variant.help if variant and variant.help else table.help).format_map(_Words(problem.fields))
    section = document.section_at(problem.span.start)
    said = _without_number(fold(quote).text)
    seen[hit.rule.code, said] += 1
    return Finding(
        code=table.code,
        name=table.name,
        severity=_override(table.code, severity) or hit.severity,
        message=message,
        help=remedy,
        range=range_of(problem.span, document),
        section=f"{section.number}{section.title}" if section else None,
        quote=quote,
        basis=_basis(hit.rule, variant),
        fix=_fix(hit, document, remedy),
        fingerprint=_fingerprint(table.code, said, seen[hit.rule.code, said]),
    )


def _basis(rule: Rule, variant: VariantTable | None) -> tuple[Basis, ...]:
    """Return what a finding rests on: of a variant that names some of the rule's authorities only those."""
    if variant is None or not variant.basis:
        return rule.basis
    return tuple(basis for named, basis in zip(rule.table.basis, rule.basis, strict=True) if named in variant.basis)


class _Words(dict[str, object]):
    """The words of a message; a placeholder the check did not fill stays visible rather than raise."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _override(code: str, severity: Mapping[str, Severity]) -> Severity | None:
    named = [selector for selector in severity if code.startswith(selector)]
    return severity[max(named, key=len)] if named else None


def _fix(hit: Hit, document: Document, remedy: str) -> Fix | None:
    if not hit.problem.changes:
        return None
    edits = tuple(Edit(range=range_of(change.span, document), text=change.text) for change in hit.problem.changes)
    return Fix(title=hit.problem.title or remedy, safety=hit.problem.safety, edits=edits)


def _without_number(quote: str) -> str:
    """Return a folded quote without the number it begins with, which moves with every heading put in before it."""
    return _NUMBER.sub("", quote) or quote


def _fingerprint(code: str, said: str, occurrence: int) -> str:
    """Return a mark that edits elsewhere leave alone: rule, folded quote, and which of the equal ones it is."""
    return sha256(f"{code}\n{said}\n{occurrence}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def range_of(span: Span, document: Document) -> Range:
    """Return the public range of a span."""
    start, end = document.lines.position(span.start), document.lines.position(span.end)
    return Range(
        start=Point(offset=span.start, line=start.line, column=start.column),
        end=Point(offset=span.end, line=end.line, column=end.column),
    )


def summary(found: Iterable[Finding]) -> Summary:
    """Return the counts by severity."""
    counts = Counter(finding.severity for finding in found)
    return Summary(error=counts["error"], warning=counts["warning"], info=counts["info"])


def facts(document: Document) -> DocumentFacts:
    """Return what cover and signature say."""
    cover = document.cover
    return DocumentFacts(
        title=_value(cover.title),
        issuer=_joined(cover.issuers),
        report_year=cover.year.value,
        document_number=_value(cover.document_number),
        recipient=_value(cover.recipient),
        signed_by=_joined(cover.signed_by),
        signed_on=cover.signed_on.value if cover.signed_on else None,
    )


def _value(located: Located | None) -> str | None:
    return located.value if located else None


def _joined(located: Sequence[Located]) -> str | None:
    return "、".join(one.value for one in located) or None
