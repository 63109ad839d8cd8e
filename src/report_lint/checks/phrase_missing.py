"""Kind `phrase-missing`: the report, or one part of it, nowhere says what it should."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from report_lint.checks.body_text import body_text, part_text
from report_lint.checks.place import heading_in
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.document import PartId
from report_lint.lazy import lazy_pattern
from report_lint.parsing.duties import enforces, reading_of
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.text import Span

_SENTENCE = lazy_pattern("[^。；！？\n]+[。；！？]?")  # gaps in phrases end there


class PhraseMissingParams(Params):
    """The phrases of which one is expected, and their look-alikes.

    With `when`, only a report that says one of these of what was done, look-alikes in `not_when` apart,
    is expected to; the finding points there, else at the heading of `part`, else at the title.
    With `within`, only what stands under the headings of that part is searched, for `when` as well, the finding
    points at its heading, and a part shorter than `at_least` characters is left alone; so is one where another
    heading has one of `headings`. Where one of `instead` stands
    there, the finding is the variant `instead`. Words inside 《》 count unless `titles` is false; with `enforcement`
    only those departments are asked whose work shows enforcement power, be it by one of the words `power`.
    """

    phrases: WordingList
    not_phrases: WordingList = EMPTY
    when: WordingList = EMPTY
    not_when: WordingList = EMPTY
    part: PartId | None = None
    within: PartId | None = None
    headings: WordingList = EMPTY
    instead: WordingList = EMPTY
    at_least: int = 1
    titles: bool = True
    enforcement: bool = False
    power: WordingList = EMPTY
    needs: tuple[str, ...] = ()
    accepted: Mapping[str, WordingList] = {}


def check(params: PhraseMissingParams, document: Document) -> Iterator[Problem]:
    """Report the place once when the phrase is expected and none is there."""
    text = _text(params, document)
    if len(text) < params.at_least or not _expected(params, document, text):
        return
    if not _said(params, document, text):
        place = _place(params, document)
        if place is not None:
            variant = "instead" if params.instead.search(text) else None
            yield Problem(place, {"text": place.of(document.text), "part_id": params.within or params.part}, variant)


def _said(params: PhraseMissingParams, document: Document, text: str) -> bool:
    if params.needs:  # wide phrases are searched for only in the sentences that can hold one
        text = "\n".join(one for one in _SENTENCE.findall(text) if any(word in one for word in params.needs))
    profile = document.cover.profile
    lists = (
        params.phrases,
        *(params.accepted[kind] for kind in (profile.body, profile.level) if kind in params.accepted),
    )
    masked = params.not_phrases.masked(text)
    return any(words.search(masked) for words in lists)


def _text(params: PhraseMissingParams, document: Document) -> str:
    if params.within is not None:
        return part_text(document, params.within)
    return body_text(document, titles=params.titles)


def _expected(params: PhraseMissingParams, document: Document, text: str) -> bool:
    if params.within is not None:
        silent = params.when and params.when.search(params.not_when.masked(text)) is None
        return not silent and not _headed_elsewhere(params, document, params.within)
    asked_by_power = params.enforcement and document.cover.profile.body == "department"
    return not asked_by_power or enforces(document) or params.power.search(text) is not None


def _headed_elsewhere(params: PhraseMissingParams, document: Document, part: PartId) -> bool:
    """Tell whether another heading than the part's first has the matter: 三、原因分析 behind 二、存在的不足."""
    own = [block.section for block in document.part(part).own][:1]
    return any(params.headings.search(one.title) for one in document.sections if one.index not in own)


def _place(params: PhraseMissingParams, document: Document) -> Span | None:
    """Return where to point, or None where nothing is expected."""
    if params.within is not None or not params.when:
        return heading_in(document, params.within or params.part)
    reading = reading_of(document)
    match = params.when.search(params.not_when.masked(reading.text))
    return None if match is None else reading.source(*match.span())


KIND = CheckKind("phrase-missing", PhraseMissingParams, check)
