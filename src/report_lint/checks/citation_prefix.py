"""Kind `citation-prefix`: 中华人民共和国 in front of a title that never had it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.register.keys import PREFIX, folded_title, key
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation, Instrument

# “《中华人民\n共和国地名管理条例》”: the prefix may be broken over a line.
_WRITTEN = lazy_pattern("《[\\s\u3000]*(" + "[\\s\u3000]*".join(PREFIX) + ")")


class PrefixParams(Params):
    """`levels`: the ranks whose official titles are known letter by letter; laws are never among them."""

    levels: tuple[str, ...]


def check(params: PrefixParams, document: Document) -> Iterator[Problem]:
    """Report 《中华人民共和国X》 where X is in the register and no version of it carried the prefix."""
    for citation in document.titles:
        instrument = citation.instrument
        if instrument is not None and instrument.level in params.levels and _wrong(citation, instrument):
            written = _WRITTEN.match(document.text, citation.span.start, citation.span.end)
            changes = (Change(Span(*written.span(1)), ""),) if written else ()
            yield Problem(citation.span, {"official": instrument.title}, changes=changes, safety="safe")


def _wrong(citation: Citation, instrument: Instrument) -> bool:
    if not folded_title(citation.title).startswith(PREFIX) or "title-unsure" in instrument.flags:
        return False
    if citation.status_on_date == "repealed":  # the right name of a repealed act would be no better advice
        return False
    # A declared or accepted short name with the prefix is another matter.
    names_it = key(citation.title).startswith(key(instrument.title))
    return names_it and not any(title.startswith(PREFIX) for title in (instrument.title, *instrument.aliases))


KIND = CheckKind("citation-prefix", PrefixParams, check)
