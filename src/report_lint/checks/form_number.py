"""Kind `form-number`: the report's own document number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.text import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from report_lint.document import Document, Located

_BLANK = "[ \t\u00a0\u3000]*"
_OPEN, _CLOSE = "〔\\[［【﹝（(〈<｛{", "〕\\]］】﹞）)〉>｝}"
_PARTS = lazy_pattern(
    f"(?P<word>[^\\W\\d_]*){_BLANK}(?P<open>[{_OPEN}]?){_BLANK}(?P<year>[0-9０-９]{{2,4}})(?P<nian>年?){_BLANK}(?P<close>[{_CLOSE}]?)"
    f"[-—]?(?P<order>{_BLANK}第?{_BLANK})(?P<zeros>[0０]*)(?P<serial>[0-9０-９]+){_BLANK}(?P<hao>号?)"
)
_FULL_YEAR = 4
_LATE = 2  # months of the new year in which last year's number may still be in use


class FormNumberParams(Params):
    """What is reported of the number: its `brackets`, its `serial` number and year, or the `year` beside the day."""

    report: Literal["brackets", "serial", "year"]


def check(params: FormNumberParams, document: Document) -> Iterator[Problem]:
    """Report the number of a copy that is no web page's; a web page changes the brackets."""
    number = document.cover.document_number
    if number is None or document.cover.copy_kind == "published":
        return
    parts = _PARTS.match(document.text, *number.span)
    if parts is None or not parts["word"]:
        return
    if params.report == "year":
        yield from _year(document, number, parts)
        return
    brackets = {"open": "〔", "close": "〕"}
    serial = {"nian": "", "order": "", "zeros": "", "hao": "号"}
    wrong = _changes(parts, serial)
    short = len(parts["year"]) < _FULL_YEAR
    if params.report == "brackets":
        if not _changes(parts, brackets):
            return
        wrong = (*_changes(parts, brackets), *wrong)
    elif not wrong and not short:
        return
    year = f"20{parts['year']}" if short else parts["year"]
    fields = {"written": number.value, "right": f"{parts['word']}〔{year}〕{parts['serial']}号"}
    variant = "unsure" if document.cover.copy_kind == "unknown" else None
    whole = parts["open"] and parts["close"] and not short
    yield Problem(number.span, fields, variant, changes=wrong if whole else (), safety="safe")


def _changes(parts: re.Match[str], right: dict[str, str]) -> tuple[Change, ...]:
    changes = (Change(Span(*parts.span(part)), text) for part, text in right.items() if parts[part].strip() != text)
    return tuple(sorted(changes, key=lambda change: change.span))


def _year(document: Document, number: Located, parts: re.Match[str]) -> Iterator[Problem]:
    """Report a number of a year after the day, or of an earlier one; in January last year's may still be in use."""
    signed = document.cover.signed_on
    if signed is None or len(parts["year"]) != _FULL_YEAR:
        return
    apart = signed.value.year - int(parts["year"])
    fields = {"written": number.value, "a": int(parts["year"]), "b": signed.value.year}
    if apart == 0:
        return
    variant = "last-year" if apart == 1 and signed.value.month <= _LATE else None
    if apart == 1 and variant is None:
        return
    yield Problem(number.span, fields, variant)


KIND = CheckKind("form-number", FormNumberParams, check)
