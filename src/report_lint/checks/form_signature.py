"""Kind `form-signature`: who signed, and how the day is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.text import Span, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Cover, Document

_PLAIN = lazy_pattern("20[0-9]{2}年(?:[1-9]|1[0-2])月(?:[1-9]|[12][0-9]|3[01])日")
_DIGITS = lazy_pattern("[0-9０-９]+")
_ARABIC = lazy_pattern("20[0-9]{2}[0-9年月日./\\-－–—．]+")
# “2025年×月×日”: a day to be filled in, which other rules see
_BLANK_DAY = lazy_pattern("[Xx×*＊_○]")
_BESIDE = 40
_GOVERNMENT = lazy_pattern("(?:政府|办事处|管委会|管理委员会)$")
_PARTY = lazy_pattern("^中共|(?:党委|党组|工委|[省市州盟县区旗镇乡]委)$")


class FormSignatureParams(Params):
    """What is reported: the `organ` that signed, or the form of the `day`."""

    report: Literal["organ", "day"]


def check(params: FormSignatureParams, document: Document) -> Iterator[Problem]:
    """Report the signature of a copy that is no web page's."""
    if document.cover.copy_kind != "published":
        yield from _organ(document) if params.report == "organ" else _day(document)


def _organ(document: Document) -> Iterator[Problem]:
    cover = document.cover
    if not cover.signed_by:
        if _is_to_be_sent(cover) and cover.title is not None:
            yield Problem(cover.title.span, variant="missing" if cover.signed_on is not None else "both-missing")
        return
    pairs = [(issuer.value, signer.value) for issuer in cover.issuers for signer in cover.signed_by]
    if pairs and not any(_same(*pair) for pair in pairs):
        variant = "unsure" if cover.copy_kind == "unknown" else None
        yield Problem(cover.signed_by[0].span, {"a": pairs[0][1], "b": pairs[0][0]}, variant)


def _is_to_be_sent(cover: Cover) -> bool:
    """Tell whether a signature is wanting: a draft without number and recipient has no cover yet."""
    return cover.copy_kind == "submitted" and bool(cover.document_number or cover.recipient)


def _same(issuer: str, signer: str) -> bool:
    """Tell whether two names may mean one organ: a short name holds the characters of the long one in their order.

    县发改局 is 云岭县发展和改革局. Of a Party committee and a government, or a place, one may sign for the other.
    """
    kinds = [(bool(_PARTY.search(name)), bool(_GOVERNMENT.search(name))) for name in (issuer, signer)]
    if kinds[0] != kinds[1]:
        return True
    short, long = sorted((_regular(issuer), _regular(signer)), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


def _regular(name: str) -> str:
    return name.removeprefix("中共").replace("乡", "镇").replace("管理委员会", "管委会")


def _day(document: Document) -> Iterator[Problem]:
    cover, text = document.cover, document.text
    signed = cover.signed_on
    if signed is None and cover.signed_by and _is_to_be_sent(cover):
        last = cover.signed_by[-1].span
        if not _BLANK_DAY.search(text, last.end, last.end + _BESIDE):
            yield Problem(last, variant="missing")
    at_end = signed is not None and (signed.span.start >= cover.body.end or cover.letter is not None)
    if signed is None or not at_end:
        return
    written = fold(text, *signed.span).text
    day = signed.value
    right = f"{day.year}年{day.month}月{day.day}日"
    glued = _DIGITS.match(text, signed.span.end)
    variant = "unsure" if cover.copy_kind == "unknown" else None
    if glued is not None:
        change = Change(Span(*glued.span()), "")
        span = Span(signed.span.start, glued.end())
        yield Problem(span, {"written": span.of(text), "right": right}, variant, changes=(change,))
    elif not _PLAIN.fullmatch(written):
        safe = _ARABIC.fullmatch(written) is not None
        changes = (Change(signed.span, right),) if safe else ()
        yield Problem(signed.span, {"written": written, "right": right}, variant, changes=changes, safety="safe")


KIND = CheckKind("form-signature", FormSignatureParams, check)
