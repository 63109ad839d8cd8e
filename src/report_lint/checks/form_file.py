"""Kind `form-file`: what the head and the foot of an official paper lack, and what a Word file still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.text import Span
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_SIGNER = lazy_pattern("签[ \t\u3000]*发[ \t\u3000]*人")
_COPY_TO = lazy_pattern("(?m)^[ \t\u3000]*(抄[ \u3000]*送[ \u3000]*[:：][^\n]{1,200}(?:(?<=[，、,])\n[^\n]{1,80})?)")


class FormFileParams(Params):
    """What is reported: no `signer`, nobody of `offices` under `copy-to`, or `revisions`, comments and hidden text."""

    report: Literal["signer", "copy-to", "revisions"]
    offices: WordingList = EMPTY


def check(params: FormFileParams, document: Document) -> Iterator[Problem]:
    """Report what the file shows; a plain text has neither a head nor revisions."""
    if params.report == "signer":
        yield from _signer(document)
    elif params.report == "copy-to":
        yield from _copy_to(params, document)
    else:
        yield from _revisions(document)


def _revisions(document: Document) -> Iterator[Problem]:
    """Report what reviewers left in the file; our own comments alone are a step on the way, and are told apart."""
    source = document.source
    comments = source.comments - source.own_comments
    left = ((source.revisions, "处修订"), (comments, "条批注"), (source.hidden, "处隐藏文字"))
    own = (source.own_comments, "条 report-lint 的批注")
    found = "、".join(f"{count}{unit}" for count, unit in (*left, own) if count)
    if found:
        variant = None if any(count for count, _ in left) else "own"
        yield Problem(document.anchor, {"found": found}, variant)


def _signer(document: Document) -> Iterator[Problem]:
    cover = document.cover
    number, title = cover.document_number, cover.title
    if document.source.format != "docx" or number is None or title is None or number.span.start > title.span.start:
        return
    if _SIGNER.search(document.text, 0, title.span.start) is None:
        yield Problem(number.span, {"written": number.value})


def _copy_to(params: FormFileParams, document: Document) -> Iterator[Problem]:
    cover = document.cover
    if cover.copy_kind == "published" or document.text.find("抄", cover.body.end) < 0:
        return
    match = _COPY_TO.search(document.text, cover.body.end)
    if match is not None and params.offices.search("".join(match[1].split())) is None:
        yield Problem(Span(match.start(1), match.start(1) + len(match[1].rstrip())))


KIND = CheckKind("form-file", FormFileParams, check)
