"""Kind `form-address`: whom the report is sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import line_end, next_ink
from report_lint.parsing.lines import squeezed
from report_lint.text import Span, fold
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document, Located

_BLANKS = " \t\u00a0\u3000"
_MARKS = "：:、，,；;。.！!"
_NAME = lazy_pattern("[^、，,；;：:。]+")
_WRONG = lazy_pattern("[,;；]")  # between organs
# 县委，县人民政府: side by side, of one level. “县委、县政府，市农业农村局” sets apart what is not, and rightly so.
_SIDE_BY_SIDE = lazy_pattern(
    "(?P<level>[省市州盟县区旗镇乡])(?:委|委员会)(?P<comma>，)"
    "(?=[^、，,：:]{0,20}?(?P=level)(?:人民)?政府(?:[、，,：:]|$))"
)
_BEGINNING = 200  # characters of the text that say why it was written


class FormAddressParams(Params):
    """What is reported: the `form` of the recipient (or that there is none), or a `person`, told by `persons`.

    With `unless` near the beginning of the text a person may be addressed: he had asked for the report.
    """

    report: Literal["form", "person"]
    persons: WordingList = EMPTY
    unless: WordingList = EMPTY


def check(params: FormAddressParams, document: Document) -> Iterator[Problem]:
    """Report the recipient; no web page shows one as it was."""
    cover = document.cover
    recipient = cover.recipient
    if params.report == "person":
        if recipient is not None:
            yield from _person(params, document, recipient.span)
    elif cover.copy_kind == "submitted":
        if recipient is not None:
            yield from _form(document, recipient)
        elif cover.title is not None:
            yield Problem(cover.title.span, variant="missing")


def _person(params: FormAddressParams, document: Document, recipient: Span) -> Iterator[Problem]:
    """Report the persons among the recipients, unless the first paragraph says that one of them had asked."""
    text = document.text
    persons = [match.span() for match in _NAME.finditer(text, *recipient) if params.persons.search(fold(match[0]).text)]
    if not persons:
        return
    start = next_ink(text, min(len(text), recipient.end + 1), len(text))
    if not params.unless.search(text[start : min(start + _BEGINNING, line_end(text, start, len(text)))]):
        span = Span(persons[0][0], persons[-1][1])
        yield Problem(span, {"written": squeezed(span.of(text))})


def _form(document: Document, recipient: Located) -> Iterator[Problem]:
    """Report half-width marks, another end than a colon, and commas between the organs."""
    text, (start, reach) = document.text, recipient.span
    last = start + len(text[start:reach].rstrip(_BLANKS + _MARKS))
    end = last  # of the marks behind the last organ
    while end < len(text) and text[end] in _BLANKS + _MARKS:
        end += 1
    end = last + len(text[last:end].rstrip(_BLANKS))
    half = "，" if "、" in recipient.value else "、"
    wrong = {match.start("comma"): "、" for match in _SIDE_BY_SIDE.finditer(text, start, last)}
    wrong |= {mark.start(): half for mark in _WRONG.finditer(text, start, last)}
    changes = [Change(Span(at, at + 1), mark) for at, mark in sorted(wrong.items())]
    if text[last:end].strip(_BLANKS) == "：":
        end = reach
    else:
        changes.append(Change(Span(last, end), "："))
    if changes:
        right = f"{_corrected(text, Span(start, last), changes)}："
        yield Problem(Span(start, end), {"right": right}, changes=tuple(changes), safety="safe")


def _corrected(text: str, span: Span, changes: list[Change]) -> str:
    """Return the recipient as it should be written, without its colon."""
    pieces, done = [], span.start
    for change in changes:
        if change.span.end <= span.end and change.span.start < change.span.end:
            pieces += [text[done : change.span.start], change.text]
            done = change.span.end
    return "".join([*pieces, text[done : span.end]]).strip(_BLANKS)


KIND = CheckKind("form-address", FormAddressParams, check)
