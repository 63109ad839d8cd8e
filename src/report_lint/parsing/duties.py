"""How far a report shows each duty of the first responsible person.

`evidenced`: a sentence about the head does what the duty asks and states a fact (a number, a named
meeting or document). `mentioned`: a formula, or office work where the duty usually stands as that.
Every wording is searched once over the whole text; only what was found is looked at closer.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from report_lint.document import Actor, DutyEvidence, DutyStatus
from report_lint.parsing.lexicon import Lexicon
from report_lint.parsing.persons import person_words
from report_lint.parsing.reading import Reading
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from report_lint.document import Document, Profile
    from report_lint.parsing.persons import Side
    from report_lint.vocabulary import Duty, Vocabulary

Binding = Literal["counted", "information", "none"]

_READING = "reading"
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
    reading = reading_of(document)
    enforces = bool(reading.hits.get("enforcement"))
    return tuple(
        _shown(duty, reading, _absence(duty, profile, enforces=enforces), head_of(duty, profile)) for duty in bound
    )


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


def head_of(duty: Duty, profile: Profile) -> Side | None:
    """Return which of two heads a duty is of, in a report of Party committee and government; None for both."""
    if profile.body != "joint":
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


def _shown(duty: Duty, reading: Reading, absence: DutyStatus, head: Side | None) -> DutyEvidence:
    found: dict[tuple[DutyStatus, bool], list[_Sign]] = {}
    for sign in _signs(duty, reading):
        other = head is not None and sign.actor not in (head, "head", "office")
        status: DutyStatus = "mentioned" if other else sign.status
        found.setdefault((status, other or sign.actor == "office"), []).append(sign)
    best = next((key for key in _BEST_FIRST if key in found), None)
    if best is None:
        return DutyEvidence(duty.id, absence)
    clauses = {reading.clause(sign.span): sign.actor for sign in _apart(_telling(found[best]))}
    return DutyEvidence(duty.id, best[0], tuple(reading.source(*clause) for clause in clauses), tuple(clauses.values()))


class _Sign(NamedTuple):
    """Words that show a duty: how far, where, and whose act they tell; `vague` ones say least.

    A heading names what is told below it, and a word such as 普法 names the duty and no act.
    """

    status: DutyStatus
    span: Span
    actor: Actor
    vague: int


# The status, and whether it is not the head's own act.
_BEST_FIRST: tuple[tuple[DutyStatus, bool], ...] = (
    ("evidenced", False),
    ("evidenced", True),
    ("mentioned", False),
    ("mentioned", True),
)


def _signs(duty: Duty, reading: Reading) -> Iterator[_Sign]:
    lookalikes = Intervals(reading.hits.get(f"{duty.id}.lookalikes", ()))
    for name, weigh in _WEIGH.items():
        for start, end in reading.hits.get(f"{duty.id}.{name}", ()):
            if lookalikes.overlaps(start, end) or reading.named(start, end):
                continue
            status = weigh(reading, start)
            vague = 2 * reading.in_heading(start) + (name == "mentions")
            if status is not None:
                yield _Sign(status, Span(start, end), reading.actor(start), vague)
            elif duty.office_counts or (name == "evidence" and not reading.told(start)):
                yield _Sign("mentioned", Span(start, end), "office", vague)


def _telling(signs: Sequence[_Sign]) -> list[_Sign]:
    """Return the signs that say most."""
    least = min(sign.vague for sign in signs)
    return [sign for sign in signs if sign.vague == least]


def _weigh_evidence(reading: Reading, at: int) -> DutyStatus | None:
    subject = reading.subjects.at(at)
    if subject in ("unit", "deputy"):
        return None
    own = reading.own(at)
    if subject == "nobody":
        if not own:
            return None
        return "evidenced" if reading.personal(at) and reading.factual(at) else "mentioned"
    if subject == "stated" or own or reading.personal(at):
        return "evidenced" if reading.factual(at) else "mentioned"
    return None


def _weigh_mention(reading: Reading, at: int) -> DutyStatus | None:
    subject = reading.subjects.at(at)
    about_head = subject == "stated" or (subject in ("carried", "nobody") and reading.own(at))
    return "mentioned" if about_head else None


def _weigh_anywhere(_reading: Reading, _at: int) -> DutyStatus | None:
    return "evidenced"


_WEIGH = {"evidence": _weigh_evidence, "mentions": _weigh_mention, "anywhere": _weigh_anywhere}


def _apart(signs: Iterable[_Sign]) -> list[_Sign]:
    """Return signs that do not overlap in the order of the text: of those that do, the one that ends first."""
    kept: list[_Sign] = []
    for sign in sorted(signs, key=lambda sign: (sign.span.end, -sign.span.start)):
        if not kept or sign.span.start >= kept[-1].span.end:
            kept.append(sign)
    return kept
