"""The citations in the public report: every place, and the table of what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.assemble import range_of
from report_lint.report import CitedInstrument, CitedTitle, InstrumentFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation


def citations(document: Document) -> tuple[CitedInstrument, ...]:
    """Return every place that names an instrument, in the order of the text."""
    return tuple(_cited(citation, document) for citation in document.citations)


def _cited(citation: Citation, document: Document) -> CitedInstrument:
    return CitedInstrument(
        text=citation.span.of(document.text),
        range=range_of(citation.span, document),
        kind=citation.kind,
        named_by=citation.form,
        instrument=_instrument(citation),
        article=citation.article,
    )


def _instrument(citation: Citation) -> InstrumentFacts | None:
    found, day = citation.instrument, citation.judged_on
    if found is None:
        return None
    begun = [v for v in found.versions if v.effective is not None and (day is None or v.effective <= day)]
    version = begun[-1] if begun else (found.versions[-1] if found.versions else None)
    return InstrumentFacts(
        title=found.title,
        level=found.level,
        promulgated=version.promulgated if version else None,
        effective=version.effective if version else None,
        repealed=found.repealed_on,
        successor=found.successor,
        status_on_date=citation.status_on_date,
        judged_on=day,
    )


def citation_table(document: Document) -> tuple[CitedTitle, ...]:
    """Return one line for every instrument and day, in the order of the first place that names it."""
    return tuple(_line(group, document) for group in _groups(document))


def _groups(document: Document) -> Iterator[list[Citation]]:
    """Yield the citations of one instrument; a title that no register knows is its own instrument."""
    groups: dict[tuple[str, object], list[Citation]] = {}
    for citation in document.citations:
        if citation.instrument is not None or citation.form == "title":
            name = citation.instrument.title if citation.instrument else citation.title
            groups.setdefault((name, citation.status_on_date), []).append(citation)
    yield from groups.values()


def _line(group: list[Citation], document: Document) -> CitedTitle:
    first = group[0]
    return CitedTitle(
        title=first.instrument.title if first.instrument else first.title,
        kind=first.kind,
        level=first.instrument.level if first.instrument else None,
        status_on_date=first.status_on_date,
        judged_on=first.judged_on if first.instrument else None,
        count=len(group),
        first=range_of(first.span, document),
    )
