"""The check kinds: one file is one kind, its parameter model and one pure function.

A rule names its kind; the module of the kind is imported when the first rule asks for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from report_lint.checks.problem import CheckKind

# kind -> module of this package; each module has a KIND. The order is that of the rule families.
BUILT_IN = {
    "part-missing": "part_missing",
    "part-order": "part_order",
    "part-heading": "part_heading",
    "part-embedded": "part_embedded",
    "part-thin": "part_thin",
    "heading-relative-year": "heading_relative_year",
    "heading-duplicate": "heading_duplicate",
    "report-type": "report_type",
    "body-missing": "body_missing",
    "citation-unknown": "citation_unknown",
    "citation-prefix": "citation_prefix",
    "citation-forms": "citation_forms",
    "citation-unmarked": "citation_unmarked",
    "citation-repealed": "citation_repealed",
    "citation-not-adopted": "citation_not_adopted",
    "citation-not-in-force": "citation_not_in_force",
    "citation-revision-label": "citation_revision_label",
    "citation-article-style": "citation_article_style",
    "citation-article": "citation_article",
    "citation-no-document": "citation_no_document",
    "citation-nested": "citation_nested",
    "citation-misnamed": "citation_misnamed",
    "citation-number-form": "citation_number_form",
    "citation-twice": "citation_twice",
    "citation-mixed-list": "citation_mixed_list",
    "citation-number": "citation_number",
    "person-missing": "person_missing",
    "four-personally": "four_personally",
    "duty-coverage": "duty_coverage",
    "head-not-theirs": "head_not_theirs",
    "slogans": "slogans",
    "others-instead": "others_instead",
    "phrase-missing": "phrase_missing",
    "one-head": "one_head",
    "head-off-topic": "head_off_topic",
    "wording": "wording",
    "placeholder": "placeholder",
    "markup": "markup",
    "page-residue": "page_residue",
    "half-width": "half_width",
    "pairing": "pairing",
    "ordinal-mark": "ordinal_mark",
    "members": "members",
    "consistency": "consistency",
    "approximate": "approximate",
    "unfinished": "unfinished",
    "self-reference": "self_reference",
    "form-title": "form_title",
    "title-wording": "title_wording",
    "form-number": "form_number",
    "form-address": "form_address",
    "form-signature": "form_signature",
    "request": "request",
    "attachment-note": "attachment_note",
    "form-file": "form_file",
    "heading-sequence": "heading_sequence",
    "heading-marks": "heading_marks",
    "item-sequence": "item_sequence",
    "year-conflict": "year_conflict",
    "plan-year": "plan_year",
    "section-years": "section_years",
    "stale-year": "stale_year",
    "deadline": "deadline",
    "signed-early": "signed_early",
    "events": "events",
    "campaign": "campaign",
    "expired-plan": "expired_plan",
    "cycle": "cycle",
    "day-name": "day_name",
    "ordinal-day": "ordinal_day",
    "plan-period": "plan_period",
    "claims": "claims",
    "totals": "totals",
    "impossible": "impossible",
    "partial-year": "partial_year",
    "outside-causes": "outside_causes",
    "remedies": "remedies",
    "figure-density": "figure_density",
    "private-data": "private_data",
    "copied": "copied",
    "batch-copies": "batch_copies",
    "damage": "damage",
    "internal": "internal",
}


def kinds() -> tuple[str, ...]:
    """Return the names a rule may write as `check.kind`."""
    return (*BUILT_IN, *_plugins())


def find_kind(name: str) -> CheckKind | None:
    """Return the check kind of this name, or None; built-in names win over plug-ins."""
    if module := BUILT_IN.get(name):
        kind: CheckKind = import_module(f"report_lint.checks.{module}").KIND
        return kind
    return _plugins()[name].load() if name in _plugins() else None


def _plugins() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points  # noqa: PLC0415  40 ms that built-in kinds do not pay

    return {entry.name: entry for entry in entry_points(group="report_lint.checks")}
