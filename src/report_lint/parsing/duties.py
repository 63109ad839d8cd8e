"""How far a report shows each duty of the first responsible person.

`evidenced`: a sentence about the head does what the duty asks and states a fact (a number, a named
meeting or document). `mentioned`: a formula, or office work where the duty usually stands as that.
Every wording is searched once over the whole text; only what was found is looked at closer.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from report_lint.document import DutyEvidence
from report_lint.parsing.lexicon import Lexicon
from report_lint.parsing.persons import Intervals, person_words
from report_lint.parsing.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from report_lint.document import Document, DutyStatus, Profile
    from report_lint.parsing.lexicon import Hit
    from report_lint.text import Span
    from report_lint.vocabulary import Duty, Vocabulary

Binding = Literal["counted", "information", "none"]

_WORDS = ("evidence", "mentions", "anywhere", "lookalikes")


def find_duties(document: Document) -> tuple[DutyEvidence, ...]:
    """Return the duties that bind the profile, in the order of the norm, and how far each is shown.

    A duty that is only information for this kind of report, or that only offices with enforcement
    power have, is never `absent`: it is `not_applicable`.
    """
    vocabulary, profile = document.vocabulary, document.cover.profile
    bound = [duty for duty in vocabulary.duties if binding(duty, profile) != "none"]
    if not bound:
        return ()
    reading = Reading.of(document, duty_lexicon(vocabulary))
    hits: dict[str, list[Hit]] = defaultdict(list)
    for hit in reading.hits:
        hits[hit.key].append(hit)
    enforces = bool(hits["enforcement"])
    return tuple(_shown(duty, reading, hits, _absence(duty, profile, enforces=enforces)) for duty in bound)


@lru_cache(maxsize=8)
def duty_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Return all wordings of the duties and the person words, ready to be searched."""
    words = {f"{duty.id}.{name}": getattr(duty, name) for duty in vocabulary.duties for name in _WORDS}
    return Lexicon({**words, **person_words(vocabulary.persons), "enforcement": vocabulary.persons.enforcement})


def binding(duty: Duty, profile: Profile) -> Binding:
    """Tell whether a duty binds this kind of report, or is worth showing without being asked of it.

    The Party duties are information for a joint township report; with an unknown body or level
    nothing is asked that might not be owed.
    """
    binds, township = duty.binds, profile.level == "township"
    if profile.body == "unknown":
        return "information" if "government" in binds else "none"
    if profile.body == "department":
        return "counted" if "department" in binds else "none"
    if profile.body == "party":
        return "counted" if "party" in binds else "none"
    if "township" in binds if township else "government" in binds:
        return "counted"
    if profile.body == "joint" and "party" in binds:
        return "information" if township or profile.level == "unknown" else "counted"
    return "none"


def _absence(duty: Duty, profile: Profile, *, enforces: bool) -> DutyStatus:
    """Return the status of a duty that nothing shows."""
    if binding(duty, profile) == "information":
        return "not_applicable"
    small = profile.body == "department" or profile.level == "township"
    return "not_applicable" if duty.enforcement_only and small and not enforces else "absent"


def _shown(duty: Duty, reading: Reading, hits: Mapping[str, Sequence[Hit]], absence: DutyStatus) -> DutyEvidence:
    spans: dict[DutyStatus, list[Span]] = {"evidenced": [], "mentioned": []}
    for status, hit in _weighed(duty, reading, hits):
        spans[status].append(reading.source(hit.start, hit.end))
    best = next((status for status, found in spans.items() if found), absence)
    return DutyEvidence(duty.id, best, tuple(_apart(spans.get(best, ()))))


def _weighed(duty: Duty, reading: Reading, hits: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[DutyStatus, Hit]]:
    found = {name: hits.get(f"{duty.id}.{name}", ()) for name in _WORDS}
    if not any(found.values()):
        return
    lookalikes = Intervals(hit[:2] for hit in found["lookalikes"])
    for name in ("evidence", "mentions", "anywhere"):
        for hit in found[name]:
            if reading.region(hit.start) == "out" or lookalikes.overlaps(hit.start, hit.end):
                continue
            status = _WEIGH[name](duty, reading, hit)
            if status is not None:
                yield status, hit


def _weigh_evidence(duty: Duty, reading: Reading, hit: Hit) -> DutyStatus | None:
    subject = reading.subjects.at(hit.start)
    own = reading.region(hit.start) == "person"
    personal = reading.personal(hit.start)
    if subject == "stated" or (subject == "carried" and (own or personal)):
        return "evidenced" if reading.factual(hit.start) else "mentioned"
    if subject == "nobody" and own:
        return "evidenced" if personal and reading.factual(hit.start) else "mentioned"
    return "mentioned" if duty.office_counts else None


def _weigh_mention(duty: Duty, reading: Reading, hit: Hit) -> DutyStatus | None:
    subject = reading.subjects.at(hit.start)
    own = reading.region(hit.start) == "person"
    about_head = subject == "stated" or (own and subject in ("carried", "nobody"))
    return "mentioned" if about_head or duty.office_counts else None


def _weigh_anywhere(_duty: Duty, _reading: Reading, _hit: Hit) -> DutyStatus | None:
    return "evidenced"


_WEIGH = {"evidence": _weigh_evidence, "mentions": _weigh_mention, "anywhere": _weigh_anywhere}


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans that do not overlap in the order of the text: of those that do, the one that ends first."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.end, -span.start)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
