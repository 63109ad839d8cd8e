"""Kind `citation-number`: the number beside a title is another document's, or not the one it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import CitedNumber, Instrument
    from report_lint.vocabulary import Register


class NumberParams(Params):
    """`series` are the words that numbers of the centre begin with, `levels` the ranks that are not amended."""

    series: tuple[str, ...]
    levels: tuple[str, ...]


def check(params: NumberParams, document: Document) -> Iterator[Problem]:
    """Report a number that the register knows to be wrong; acts that were amended have several right ones."""
    register = document.vocabulary.register
    for citation in document.titles:
        instrument, number = citation.instrument, citation.number
        if register is None or instrument is None or number is None or not number.value.startswith(params.series):
            continue
        if number.value in {version.number for version in instrument.versions}:
            continue
        right, other = _only(params, instrument), _owner(number, instrument, register)
        if right is None and other is None:
            continue
        yield Problem(
            number.span,
            {"title": instrument.title, "number": number.value, "right": right, "other": other},
            variant=None if other is None else "other" if right is None else "both",
            changes=(Change(number.span, right),) if right is not None else (),
        )


def _only(params: NumberParams, instrument: Instrument) -> str | None:
    """Return the number of an instrument that can have no other."""
    version = instrument.versions[0]
    single = len(instrument.versions) == 1 and (version.first or instrument.level in params.levels)
    return version.number if single and version.number and version.number.startswith(params.series) else None


def _owner(number: CitedNumber, instrument: Instrument, register: Register) -> str | None:
    """Return the instrument a number belongs to; an order that amends may amend several, one that makes does not."""
    owners = [one for one in register.numbered(number.value) if one.versions[0].number == number.value]
    return owners[0].title if len(owners) == 1 and owners[0].title != instrument.title else None


KIND = CheckKind("citation-number", NumberParams, check)
