"""The acts that a title of no known act may be a misspelling of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from report_lint.checks.slips import SlipKind, in_number, in_titles, slip_between, words_made
from report_lint.register.keys import key

if TYPE_CHECKING:
    from datetime import date

    from report_lint.checks.ranks import Ranks
    from report_lint.checks.slips import Slip
    from report_lint.instruments import Instrument
    from report_lint.vocabulary import Register

Certainty = Literal["sure", "perhaps", "repealed"]

_LIKELY: tuple[SlipKind, ...] = ("swapped", "tentative", "lost", "added", "replaced", "several")

_SHORTEST = 5  # 《安全法》《土地法》 are near a dozen laws: the closed table only
_SHORTEST_FOR_TWO = 8
# Up to so many letters a wrong letter that makes a word makes another act (渔业管理条例, 物业管理条例), or may.
_ANOTHER, _PERHAPS, _ANOTHER_OF_STATE = 7, 10, 5


class Neighbour(NamedTuple):
    """An act near a title, the slip that lies between, and how certain it is that the act is meant."""

    instrument: Instrument
    slip: SlipKind
    certainty: Certainty


class Neighbourhood:
    """The acts near a folded title that no register knows, on the day of the text that names it."""

    def __init__(self, title: str, ranks: Ranks, register: Register, day: date | None) -> None:
        """Keep what the acts are looked for by."""
        self.title, self._key = title, key(title)
        self._of_state = title.startswith(ranks.fronts)
        self._ending = ranks.ending(self._key)
        self._ranks, self._register, self._day = ranks, register, day

    def near(self) -> list[Neighbour]:
        """Return the acts one slip away, else those two slips away from a title that only the state gives."""
        if not self._of_state and (
            len(self._key) < _SHORTEST or not (self._ending or self._ranks.is_damaged(self._key))
        ):
            return []
        found = self._judged(self._register.near(self.title))
        national = self._of_state or self._ending in self._ranks.national
        if not found and self._ending and national and len(self._key) >= _SHORTEST_FOR_TWO:
            found = self._judged(self._register.near(self.title, slips=2))
        return found

    def _judged(self, instruments: tuple[Instrument, ...]) -> list[Neighbour]:
        """Return the likely ones, acts in force before repealed ones; swapped letters leave no doubt."""
        judged = [found for one in instruments if (found := self._neighbour(one)) is not None]
        best = [one for one in judged if one.certainty != "repealed"] or judged
        best.sort(key=lambda one: _LIKELY.index(one.slip))
        return [one for one in best if one.slip == "swapped"] or best

    def _neighbour(self, instrument: Instrument) -> Neighbour | None:
        slip = slip_between(self._key, key(instrument.title))
        certainty = self._certainty(instrument, slip)
        return Neighbour(instrument, slip.kind, certainty) if certainty else None

    def _certainty(self, instrument: Instrument, slip: Slip) -> Certainty | None:
        if "title-unsure" in instrument.flags or in_number(self._key, slip):
            return None
        if instrument.level in self._ranks.levels:
            return self._on_day(instrument, slip, self._of_slip(slip, self._ranks.ending(instrument.title)))
        words = words_made(self._key.removesuffix(self._ending or ""), slip)
        doubtful = slip.kind in ("several", "tentative") or (
            slip.kind == "replaced" and in_titles(words, self._register)
        )
        return "sure" if instrument.level in self._ranks.partly and not doubtful else None

    def _on_day(self, instrument: Instrument, slip: Slip, certainty: Certainty | None) -> Certainty | None:
        if certainty is None:
            return None
        repealed, known_until, first = instrument.repealed_on, instrument.known_until, instrument.versions[0]
        if repealed is not None and (self._day is None or repealed <= self._day):
            # 《企业债券管理条例》 is what came after 企业债券管理暂行条例.
            return "repealed" if certainty == "sure" and slip.kind != "tentative" else None
        if self._day is not None and first.first and first.promulgated is not None and self._day < first.promulgated:
            return None
        later = self._day is not None and known_until is not None and self._day > known_until
        return "perhaps" if slip.kind == "replaced" and later else certainty  # a law may have been made since

    def _of_slip(self, slip: Slip, ending: str | None) -> Certainty | None:
        if slip.kind == "several":
            return "perhaps" if ending == self._ending else None
        if self._of_state:
            return "sure"
        if self._ending not in (None, ending, *self._ranks.national):  # 《噪声污染防治办法》 is no 噪声污染防治法
            return None
        return "sure" if slip.kind != "replaced" else self._of_letter(slip)

    def _of_letter(self, slip: Slip) -> Certainty | None:
        """Tell a wrong letter from another act, where offices and provinces name acts of their own."""
        national, length = self._ending in self._ranks.national, len(self._key)
        if any(set(twins).issuperset(slip.letters) for twins in self._ranks.twins):
            return None
        if length > (_ANOTHER_OF_STATE if national else _PERHAPS) or self._ending is None:
            return "sure"
        words = words_made(self._key.removesuffix(self._ending), slip)
        if not national and not self._ranks.words.isdisjoint(words):
            return None
        if not in_titles(words, self._register):
            return "sure"
        return "perhaps" if length > _ANOTHER and not national else None
