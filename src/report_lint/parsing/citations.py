"""Citations: every place that names a law, a regulation or another document, and what it names.

Find, resolve, report. Titles stand in 《》 or bare in the text, as an alias that was declared (《纲要》) or as a
reference (该法); each resolves to a declared alias first, then to the register, then to what its shape shows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from report_lint.instruments import Citation, CitedNumber, Provision, YearNote
from report_lint.parsing.alias_names import Aliases
from report_lint.parsing.cited_numbers import number_before
from report_lint.parsing.meanings import Meaning, meaning_of, status_of
from report_lint.parsing.namesakes import without_namesakes
from report_lint.parsing.places import Place, find_places
from report_lint.parsing.references import kind_of
from report_lint.parsing.tails import read_tail, year_note
from report_lint.register.keys import folded_title
from report_lint.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.document import Cover, Days
    from report_lint.instruments import CitationForm
    from report_lint.parsing.cited_numbers import NumberPlace
    from report_lint.parsing.tails import Noted, Tail
    from report_lint.text import Folded, SourceText
    from report_lint.vocabulary import Register, Vocabulary

_NEAR = 4  # citations to look back for the act that 其实施条例 belongs to; short names may be declared between


def find_citations(
    source: SourceText, cover: Cover, vocabulary: Vocabulary, days: Days, folded: Folded | None = None
) -> tuple[Citation, ...]:
    """Return the citations of a report, in the order of the text.

    `days` are the days to judge force by; without one every status is unknown. `folded` is the folded view of
    the text, where there is one already.
    """
    view = folded or fold(source.text)
    places = find_places(source.text, view, cover, vocabulary)
    found = _Resolver(source.text, view, vocabulary.register, days).citations(places, cover)
    return without_namesakes(found, source.text)


class _Resolver:
    """Reads the places of a report in order; it remembers the declared aliases and the acts of the paragraph."""

    def __init__(self, text: str, view: Folded, register: Register | None, days: Days) -> None:
        self._text = text
        self._view = view
        self._register = register
        self._days = days
        self._aliases = Aliases()
        self._acts: dict[str, Meaning] = {}  # the last act of the paragraph by the word that a reference takes up
        self._found: list[Citation] = []

    def citations(self, places: Sequence[Place], cover: Cover) -> Sequence[Citation]:
        done = 0
        for place in places:
            if self._view.text.find("\n", done, place.start) >= 0:
                self._acts.clear()
            if (citation := self._cited(place, done)) is not None:
                self._found.append(citation)
                self._declare(citation, place)
            done = place.tail.end
        silent = [(self._view.folded(span.start), self._view.folded(span.end)) for span in cover.furniture]
        named = [(place.start, declared.end if (declared := place.tail.declared) else place.end) for place in places]
        for start, end, meaning in self._aliases.mentions(self._view.text, sorted(silent + named)):
            place = Place(start, end, self._view.text[start:end], "alias", tail=read_tail(self._view.text, end))
            self._found.append(self._citation(place, meaning, "alias", None))
        return sorted(self._found, key=lambda one: one.span)

    def _cited(self, place: Place, after: int) -> Citation | None:
        """Return the citation at a place, None for a reference to nothing; the citation before ends at `after`."""
        if place.reference is not None:
            meaning = self._referred(place)
            return self._citation(place, meaning, "reference", None) if meaning is not None else None
        title = folded_title(place.name)
        declared = self._aliases.get(title)
        meaning = declared or meaning_of(place.key or title, self._register, self._view.text, place.start)
        number = number_before(self._view.text, after, place.start) if place.kind == "marked" else None
        citation = self._citation(place, meaning, "alias" if declared else "title", number)
        self._remember(meaning, title)
        return citation

    def _referred(self, place: Place) -> Meaning | None:
        found = place.reference
        if found is None or self._register is None:
            return None
        if found.kind:
            return self._acts.get(found.kind)
        beside = (one for one in reversed(self._found[-_NEAR:]) if one.run == place.run >= 0)
        last = next(beside, None)
        if last is None or last.instrument is None:
            return None
        under = self._register.find(last.instrument.title + found.under)
        if under is None:
            return None
        self._remember(meaning := Meaning(under.kind, under), under.title)
        return meaning

    def _remember(self, meaning: Meaning, title: str) -> None:
        if word := kind_of(meaning.instrument.title if meaning.instrument else title):
            self._acts[word] = meaning

    def _declare(self, citation: Citation, place: Place) -> None:
        """Keep the short names declared behind a citation; several names are for as many members of its list."""
        declared = place.tail.declared
        if declared is None:
            return
        if declared.collective:
            for name in declared.names:
                self._aliases.add(name, Meaning("document"), place.tail.end, marked=declared.marked)
            return
        count = len(declared.names)
        last = self._found[-count:]
        if count > 1 and (len(last) < count or any(one.run != citation.run for one in last) or citation.run < 0):
            return
        for at, (name, one) in enumerate(zip(declared.names, last, strict=True), len(self._found) - count):
            self._found[at] = replace(one, alias=name)
            kind = "document" if one.kind == "unknown" else one.kind
            self._aliases.add(name, Meaning(kind, one.instrument), place.tail.end, marked=declared.marked)

    def _citation(self, place: Place, meaning: Meaning, form: CitationForm, before: NumberPlace | None) -> Citation:
        span = place.span or self._view.span(place.start, place.end)
        noted, day = self._noted(place, meaning), self._days.at(span.start)
        provisions = tuple(self._provisions(place.tail))
        return Citation(
            span=span,
            title=place.name,
            kind=meaning.kind,
            instrument=meaning.instrument,
            article="".join(provisions[0].span.of(self._text).split()) if provisions else None,
            status_on_date=status_of(meaning.instrument, day, noted.year if noted else None),
            form=form,
            marked=place.kind == "marked",
            provisions=provisions,
            number=self._number(place.tail.number or before, before=place.tail.number is None),
            year_note=YearNote(self._view.span(noted.start, noted.end), noted.year, noted.word) if noted else None,
            run=place.run,
            judged_on=day,
        )

    def _noted(self, place: Place, meaning: Meaning) -> Noted | None:
        """Return the year of the version, written behind the title or at its end; papers and books have editions."""
        if meaning.kind in ("document", "other"):
            return None
        if place.tail.note is not None or place.kind != "marked":
            return place.tail.note
        text = self._view.text
        at = text.rfind("（", place.start, place.end)
        return year_note(text, at + 1, place.end - 2) if at >= 0 and text[place.end - 2] == "）" else None

    def _number(self, number: NumberPlace | None, *, before: bool) -> CitedNumber | None:
        return CitedNumber(self._view.span(number.start, number.end), number.value, before) if number else None

    def _provisions(self, tail: Tail) -> Iterator[Provision]:
        for one in tail.articles:
            yield Provision(self._view.span(one.start, one.end), one.article, one.inserted, one.last)
