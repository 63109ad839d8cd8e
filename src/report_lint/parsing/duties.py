"""How far a report shows each duty of the first responsible person.

`evidenced`: a sentence about the head does what the duty asks and states a fact (a number, a named
meeting or document). `mentioned`: a formula, or office work where the duty usually stands as that.
Every wording is searched once over the whole text; only what was found is looked at closer.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from report_lint.document import Actor, DutyEvidence, DutyStatus
from report_lint.parsing.lexicon import Lexicon
from report_lint.parsing.persons import person_words
from report_lint.parsing.reading import Reading
from report_lint.parsing.signs import Sign, Signs
from report_lint.text import Intervals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from report_lint.document import Document, Profile
    from report_lint.parsing.persons import Side
    from report_lint.vocabulary import Duty, Vocabulary

Binding = Literal["counted", "information", "none"]

_READING = "reading"
_OFFICE: Actor = "office"
_ENOUGH = 4  # places that show a duty, of which the checklist quotes two
_WORDS = ("evidence", "mentions", "anywhere", "office", "lookalikes", "needs", "facts", "excused")
_PERSONS = ("undone", "unreal", "other_fields", "enforcement")


def find_duties(document: Document) -> tuple[DutyEvidence, ...]:
    """Return the duties that bind the profile, in the order of the norm, and how far each is shown.

    A duty that is only information for this kind of report, or that only offices with enforcement
    power have, is never `absent`: it is `not_applicable`.
    """
    vocabulary, profile = document.vocabulary, document.cover.profile
    bound = [duty for duty in vocabulary.duties if binding(duty, profile) != "none"]
    if not bound:
        return ()
    reading = reading_of(document)
    enforces = _enforces(reading, bound)
    return tuple(
        _shown(duty, reading, _absence(duty, profile, enforces=enforces), head_of(duty, profile)) for duty in bound
    )


def _enforces(reading: Reading, bound: Iterable[Duty]) -> bool:
    """Tell whether the office has enforcement power, as its work shows; 全年没有行政诉讼案件 shows none."""
    excuses = Intervals(sorted(place for duty in bound for place in reading.places(f"{duty.id}.excused")))
    return any(
        not excuses.overlaps(*place) and not reading.void.overlaps(*place) for place in reading.places("enforcement")
    )


def enforces(document: Document) -> bool:
    """Tell whether a report shows that its office has enforcement power."""
    profile = document.cover.profile
    bound = [duty for duty in document.vocabulary.duties if binding(duty, profile) != "none"]
    return _enforces(reading_of(document), bound)


def reading_of(document: Document) -> Reading:
    """Return the reading of a document; it is made once for the duties and for the rules about the head."""
    found = document.shared.get(_READING)
    if isinstance(found, Reading):
        return found
    vocabulary, profile = document.vocabulary, document.cover.profile
    bound = frozenset(duty.id for duty in vocabulary.duties if binding(duty, profile) != "none")
    reading = Reading.of(document, duty_lexicon(vocabulary, bound))
    document.shared[_READING] = reading
    return reading


@lru_cache(maxsize=16)
def duty_lexicon(vocabulary: Vocabulary, bound: frozenset[str]) -> Lexicon:
    """Return the wordings of some duties and the person words, ready to be searched."""
    duties = [duty for duty in vocabulary.duties if duty.id in bound]
    words = {f"{duty.id}.{name}": getattr(duty, name) for duty in duties for name in _WORDS}
    words |= {name: getattr(vocabulary.persons, name) for name in _PERSONS}
    return Lexicon({**words, **person_words(vocabulary.persons)})


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


def head_of(duty: Duty, profile: Profile) -> Side | None:
    """Return which of two heads a duty is of, in a report of Party committee and government; None for both.

    Both heads of a township answer for the duties that are counted there; those of the Party are information.
    """
    if profile.body != "joint" or (profile.level == "township" and "township" in duty.binds):
        return None
    party = "party" in duty.binds
    government = not duty.binds.isdisjoint(("government", "township"))
    if party == government:
        return None
    return "party" if party else "government"


def _absence(duty: Duty, profile: Profile, *, enforces: bool) -> DutyStatus:
    """Return the status of a duty that nothing shows."""
    if binding(duty, profile) == "information":
        return "not_applicable"
    small = profile.body == "department" or profile.level == "township"
    return "not_applicable" if duty.enforcement_only and small and not enforces else "absent"


_BEST_FIRST: tuple[DutyStatus, ...] = ("evidenced", "mentioned", "absent")


def _shown(duty: Duty, reading: Reading, absence: DutyStatus, head: Side | None) -> DutyEvidence:
    signs = Signs(duty, reading)
    found = _sorted(signs.of_the_head(), head, {}, "evidenced")
    if "evidenced" not in found:
        _sorted(signs.hints(), head, found, "mentioned")
        if excuses := list(signs.excuses()):
            said = dict.fromkeys(reading.source(*reading.grid.clause(span)) for span in excuses)
            return DutyEvidence(duty.id, "not_applicable", tuple(said), tuple(_OFFICE for _ in said))
    if not found.keys() & {"evidenced", "mentioned"}:
        if absence == "not_applicable":
            return DutyEvidence(duty.id, absence)
        _sorted(signs.elsewhere(), head, found, "absent")
    best = next((status for status in _BEST_FIRST if status in found), absence)
    clauses = {reading.grid.clause(sign.span): sign.actor for sign in _apart(_telling(found.get(best, [])))}
    return DutyEvidence(duty.id, best, tuple(reading.source(*clause) for clause in clauses), tuple(clauses.values()))


def _sorted(
    signs: Iterable[Sign], head: Side | None, found: dict[DutyStatus, list[Sign]], enough: DutyStatus
) -> dict[DutyStatus, list[Sign]]:
    """Put signs by their status to those found, until enough tell clearly.

    The act of the other of two heads shows nothing for this one.
    """
    clear = 0
    for sign in signs:
        other = head is not None and sign.actor not in (head, "head", "office")
        status: DutyStatus = "absent" if other else sign.status
        found.setdefault(status, []).append(sign)
        clear += status == enough and not sign.vague
        if clear >= _ENOUGH:
            break
    return found


def _telling(signs: Sequence[Sign]) -> list[Sign]:
    """Return the signs that say most."""
    least = min((sign.vague for sign in signs), default=0)
    return [sign for sign in signs if sign.vague == least]


def _apart(signs: Iterable[Sign]) -> list[Sign]:
    """Return signs that do not overlap in the order of the text: of those that do, the one that ends first."""
    kept: list[Sign] = []
    for sign in sorted(signs, key=lambda sign: (sign.span.end, -sign.span.start)):
        if not kept or sign.span.start >= kept[-1].span.end:
            kept.append(sign)
    return kept
