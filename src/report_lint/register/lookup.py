"""How a register answers, whatever its rows come from: one file, or the files of several packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.register.issuers import in_full, same_issuer, split
from report_lint.register.keys import PREFIX, folded_title, key
from report_lint.register.near import one_slip, two_slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.instruments import Instrument

_FEWEST = 2


class Lookup:
    """Finds and proposes instruments; implements `vocabulary.Register` over what its children read."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        """Start with nothing found."""
        self._found: dict[str, Instrument] = {}

    def find(self, title: str) -> Instrument | None:
        """Return the instrument with this title, with or without 中华人民共和国, or an accepted form of it.

        Accepted are the short names of the register, and an issuer in front of a title known without it.
        """
        wanted = key(title)
        found = self.by_key(wanted)
        if found is None and (official := self.official(wanted)) is not None:
            found = self.by_key(official)
        return found or self._by_issuer(wanted)

    def near(self, title: str, *, slips: int = 1) -> tuple[Instrument, ...]:
        """Return the instruments at most one slip (or two) away from a title, the likeliest first."""
        wanted, of_state = key(title), folded_title(title).startswith(PREFIX)
        keys = tuple(one_slip(wanted, self, of_state=of_state))
        if slips > 1:
            keys += tuple(two_slips(wanted, self))
        found = (self.by_key(near) for near in dict.fromkeys(keys))
        return tuple(instrument for instrument in found if instrument is not None)

    def titles(self) -> Iterator[str]:
        """Yield every official title, the newest one of an instrument."""
        for name in self.keys():
            if (found := self.by_key(name)) is not None:
                yield found.title

    def holding(self, words: str) -> Iterator[str]:
        """Yield the titles that hold some characters, the shortest first; one character is in every other title."""
        wanted = key(words)
        if len(wanted) < _FEWEST:
            return
        for name in sorted(set(self.keys_with(wanted)), key=lambda name: (len(name), name)):
            if (found := self.by_key(name)) is not None:
                yield found.title

    def numbered(self, number: str) -> Iterator[Instrument]:
        """Yield the instruments a version of which has a number, as far as numbers are confirmed."""
        for name in dict.fromkeys(self.keys_numbered(number)) if number else ():
            if (found := self.by_key(name)) is not None and any(one.number == number for one in found.versions):
                yield found

    def by_key(self, wanted: str) -> Instrument | None:
        """Return the instrument of a key."""
        found = self._found.get(wanted)
        if found is None and (found := self._read(wanted)) is not None:
            self._found[wanted] = found
        return found

    def keys(self) -> Iterator[str]:
        """Yield every key, sorted."""
        raise NotImplementedError

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield the names under which a running text may name an instrument without marks, each with its key."""
        raise NotImplementedError

    def keys_with(self, piece: str) -> Iterator[str]:
        """Yield the keys that hold a piece of text; a line end at its beginning or end is the key's own."""
        raise NotImplementedError

    def keys_numbered(self, number: str) -> Iterator[str]:
        """Yield the keys of the instruments a version of which has a number."""
        raise NotImplementedError

    def official(self, wanted: str) -> str | None:
        """Return the key that the key of an accepted short name stands for."""
        raise NotImplementedError

    def __contains__(self, wanted: str) -> bool:
        """Tell whether a key is in the register."""
        raise NotImplementedError

    def _read(self, wanted: str) -> Instrument | None:
        """Return the instrument of a key that was not asked for before."""
        raise NotImplementedError

    def _by_issuer(self, wanted: str) -> Instrument | None:
        """Return the one instrument that is called so with another form of its issuer in front, or without it."""
        parts = split(wanted)
        if parts is None:
            return None
        issuer, rest = parts
        if issuer and (found := self.by_key(rest)) is not None and same_issuer(issuer, found.issuer or ""):
            return found
        official = [name for name in dict.fromkeys(in_full(issuer, rest)) if name in self]
        return self.by_key(official[0]) if len(official) == 1 else None
