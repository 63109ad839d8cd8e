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
_OFFICE: Actor = "office"
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
    excuses = Intervals(sorted(place for duty in bound for place in reading.hits.get(f"{duty.id}.excused", ())))
    return any(
        not excuses.overlaps(*place) and not reading.void.overlaps(*place)
        for place in reading.hits.get("enforcement", ())
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


class _Sign(NamedTuple):
    """Words that show a duty: how far, where, and whose act they tell; `vague` ones say least.

    A heading names what is told below it, and a word such as 普法 names the duty and no act. What others
    did is `absent` for the head, and shown as theirs.
    """

    status: DutyStatus
    span: Span
    actor: Actor
    vague: int


_BEST_FIRST: tuple[DutyStatus, ...] = ("evidenced", "mentioned", "absent")


def _shown(duty: Duty, reading: Reading, absence: DutyStatus, head: Side | None) -> DutyEvidence:
    found: dict[DutyStatus, list[_Sign]] = {}
    for sign in _signs(duty, reading):
        other = head is not None and sign.actor not in (head, "head", "office")
        found.setdefault("absent" if other else sign.status, []).append(sign)
    best = next((status for status in _BEST_FIRST if status in found), absence)
    if best != "evidenced":
        excuses = [Span(*place) for place in reading.hits.get(f"{duty.id}.excused", ())]
        if excuses:
            said = dict.fromkeys(reading.source(*reading.clause(span)) for span in excuses)
            return DutyEvidence(duty.id, "not_applicable", tuple(said), tuple("office" for _ in said))
        if best == "absent" and absence == "not_applicable":
            return DutyEvidence(duty.id, "not_applicable")
    clauses = {reading.clause(sign.span): sign.actor for sign in _apart(_telling(found.get(best, [])))}
    return DutyEvidence(duty.id, best, tuple(reading.source(*clause) for clause in clauses), tuple(clauses.values()))


def _signs(duty: Duty, reading: Reading) -> Iterator[_Sign]:
    lookalikes = Intervals(reading.hits.get(f"{duty.id}.lookalikes", ()))
    for name, weigh in _WEIGH.items():
        for start, end in reading.hits.get(f"{duty.id}.{name}", ()):
            if lookalikes.overlaps(start, end) or not _possible(duty, reading, start, end):
                continue
            status = weigh(reading, start, end)
            actor = reading.actor(start)
            if status == "mentioned" and name == "evidence" and (duty.plain or _stated(duty, reading, start)):
                status = "evidenced"
            if status is None and _counts_of_the_office(duty, name, reading, start, end):
                status, actor = "mentioned", "office"
            if status is not None:
                vague = 2 * reading.in_heading(start) + (name == "mentions")
                yield _Sign(status, Span(start, end), actor, vague)
            elif name == "evidence" and not reading.elsewhere(start):
                yield _Sign("absent", Span(start, end), "office", 2 * reading.in_heading(start))


def _possible(duty: Duty, reading: Reading, start: int, end: int) -> bool:
    """Tell whether words can be an act at all: it was done, is no title, and is about the matter of the duty."""
    if reading.void.overlaps(start, end) or reading.named(start, end, reads=duty.reads):
        return False
    return not duty.needs or reading.has(f"{duty.id}.needs", start) or reading.bare(start, end)


def _stated(duty: Duty, reading: Reading, at: int) -> bool:
    """Tell whether the sentence names what is a fact for this duty: 就水价调整举行听证."""
    return bool(duty.facts) and reading.has(f"{duty.id}.facts", at)


def _counts_of_the_office(duty: Duty, name: str, reading: Reading, start: int, end: int) -> bool:
    """Tell whether words count though they are not told of the head, nor of a deputy or others."""
    if name == "office":
        return not reading.urged(start) and reading.subjects.at(start) != "deputy" and not reading.elsewhere(start)
    if not duty.office_counts:
        return False
    if name == "mentions" and not reading.factual(start, end):
        return False
    return reading.subjects.at(start) != "deputy" and not reading.elsewhere(start)


def _telling(signs: Sequence[_Sign]) -> list[_Sign]:
    """Return the signs that say most."""
    least = min((sign.vague for sign in signs), default=0)
    return [sign for sign in signs if sign.vague == least]


def _weigh_evidence(reading: Reading, start: int, end: int) -> DutyStatus | None:
    subject = reading.subjects.at(start)
    if subject in ("unit", "deputy"):
        return None
    own = reading.own(start)
    if subject == "nobody":
        if not own:
            return None
        # “组织培训15次” under the head's heading is the office's work, “完善决策程序” a formula about the head.
        personal, factual = reading.personal(start), reading.factual(start, end)
        if factual and not personal:
            return None
        return "evidenced" if factual else "mentioned"
    if subject == "stated" or own or reading.personal(start):
        return "evidenced" if reading.factual(start, end) else "mentioned"
    return None


def _weigh_mention(reading: Reading, start: int, end: int) -> DutyStatus | None:
    subject = reading.subjects.at(start)
    if subject == "nobody" and reading.factual(start, end) and not reading.personal(start):
        return None
    about_head = subject == "stated" or (subject in ("carried", "nobody") and reading.own(start))
    return "mentioned" if about_head else None


def _weigh_anywhere(_reading: Reading, _start: int, _end: int) -> DutyStatus | None:
    return "evidenced"


def _weigh_office(_reading: Reading, _start: int, _end: int) -> DutyStatus | None:
    return None


_WEIGH = {
    "evidence": _weigh_evidence,
    "mentions": _weigh_mention,
    "anywhere": _weigh_anywhere,
    "office": _weigh_office,
}


def _apart(signs: Iterable[_Sign]) -> list[_Sign]:
    """Return signs that do not overlap in the order of the text: of those that do, the one that ends first."""
    kept: list[_Sign] = []
    for sign in sorted(signs, key=lambda sign: (sign.span.end, -sign.span.start)):
        if not kept or sign.span.start >= kept[-1].span.end:
            kept.append(sign)
    return kept
