"""Which titles may be misspelt, and which acts they may be meant to name."""

from __future__ import annotations

from report_lint.checks.problem import Params


class Ranks(Params):
    """Which titles are looked at and proposed.

    `endings` make a title look like a legal act, `national` ones like one that only the state makes; `fronts`
    begin the titles that only the state gives. `levels` are the ranks that are in the register as a whole, so that
    a neighbour cannot be missing, `partly` those that mostly are; `twins` are letters that tell real acts apart
    (城镇, 城乡), `words` those of acts that only places make (校园).
    """

    endings: tuple[str, ...]
    national: tuple[str, ...]
    fronts: tuple[str, ...]
    levels: tuple[str, ...]
    partly: tuple[str, ...] = ()
    twins: tuple[str, ...]
    words: frozenset[str] = frozenset()

    def ending(self, title: str) -> str | None:
        """Return the ending that makes a title look like a legal act."""
        return max((one for one in self.endings if title.endswith(one)), key=len, default=None)

    def is_damaged(self, title: str) -> bool:
        """Tell whether the end of a title is one slip away from such an ending: 条, 例条, 条列, 条例例."""
        pairs = [one for one in self.endings if len(one) > 1]
        last, third = title[-2:], title[-3:-1]
        return len(title) > len(third) and (
            third in pairs or any(last[-1] in pair or last[0] == pair[0] for pair in pairs)
        )
