"""Kind `page-residue`: lines of a web page and page numbers among the lines of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document


def check(params: Params, document: Document) -> Iterator[Problem]:  # noqa: ARG001
    """Report the first of these lines, with the number of all; they are no part of the report for any rule."""
    lines = document.cover.furniture
    if not lines:
        return
    text = document.text
    words = next((line for line in lines if not line.of(text).strip(" -—–－·\t\u3000").isdigit()), None)
    variant = "published" if document.cover.copy_kind == "published" else "numbers" if words is None else None
    changes = tuple(Change(Span(line.start, _after(text, line.end)), "") for line in lines)
    fields = {"line": (words or lines[0]).of(text).strip()[:20], "count": len(lines)}
    yield Problem(words or lines[0], fields, variant=variant, changes=changes)


def _after(text: str, end: int) -> int:
    """Return where the next line begins."""
    at = text.find("\n", end, end + 20)
    return at + 1 if at >= 0 and not text[end:at].strip() else end


KIND = CheckKind("page-residue", Params, check)
