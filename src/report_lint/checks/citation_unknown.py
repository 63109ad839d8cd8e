"""Kind `citation-unknown`: a title that is in no register and one slip away from one that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.register.keys import PREFIX, folded_title, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation, Instrument
    from report_lint.vocabulary import Register

_SHORTEST_KEY = 5  # 《安全法》《土地法》 are near a dozen laws: the closed table only
_SHORTEST_WRITTEN = 6
_SHORTEST_FOR_TWO = 8
_MOST_CANDIDATES = 3


class UnknownParams(Params):
    """`endings` make a title look like a legal act, `national` ones like one that only the state makes.

    `slips` is the closed table of wrong names; `levels` are the ranks that are in the register as a
    whole, so that a neighbour cannot be missing; `twins` are letters that tell real acts apart (城镇, 城乡).
    """

    endings: tuple[str, ...]
    national: tuple[str, ...]
    levels: tuple[str, ...]
    twins: tuple[str, ...]
    slips: Mapping[str, tuple[str, ...]]


def check(params: UnknownParams, document: Document) -> Iterator[Problem]:
    """Report a title of no known act that is most likely another one misspelt; stay silent when two are as near."""
    register = document.vocabulary.register
    if register is None:
        return
    slips = {key(wrong): right for wrong, right in params.slips.items()}
    for citation in document.titles:
        if citation.instrument is not None or citation.kind not in ("unknown", "party"):
            continue
        right = slips.get(key(citation.title))
        if right is not None:
            yield _problem(citation, right, "several" if len(right) > 1 else None)
        else:
            yield from _by_distance(params, citation, register, document)


def _by_distance(
    params: UnknownParams, citation: Citation, register: Register, document: Document
) -> Iterator[Problem]:
    written = folded_title(citation.title)
    wanted = key(written)
    ending = max((one for one in params.endings if wanted.endswith(one)), key=len, default=None)
    if ending is None or len(wanted) < _SHORTEST_KEY or len(written) < _SHORTEST_WRITTEN:
        return
    national = written.startswith(PREFIX) or ending in params.national
    slips = 2 if national and len(written) >= _SHORTEST_FOR_TWO and len(wanted) > _SHORTEST_KEY else 1

    def proposed(found: tuple[Instrument, ...]) -> list[str]:
        return [one.title for one in found if _proposable(params, one, ending, document)]

    near = proposed(register.near(written))
    if len(near) == 1 and (national or _is_slip(params, wanted, key(near[0]))):
        yield _problem(citation, near, None)
    elif not near and slips > 1:
        near = proposed(register.near(written, slips=slips))
        if 0 < len(near) <= _MOST_CANDIDATES:
            yield _problem(citation, near, "several")


def _proposable(params: UnknownParams, instrument: Instrument, ending: str, document: Document) -> bool:
    own = max((one for one in params.endings if instrument.title.endswith(one)), key=len, default=None)
    day = document.day
    repealed = instrument.repealed_on is not None and (day is None or instrument.repealed_on <= day)
    return own == ending and instrument.level in params.levels and not repealed


def _is_slip(params: UnknownParams, wanted: str, right: str) -> bool:
    """Tell a slip from another act, where offices and provinces name acts of their own: 渔业管理条例, 物业管理条例."""
    if len(wanted) != len(right):
        return True
    changed = [at for at, (one, other) in enumerate(zip(wanted, right, strict=True)) if one != other]
    if len(changed) > 1:
        return True
    letters = {wanted[changed[0]], right[changed[0]]}
    if any(letters <= set(twins) for twins in params.twins):
        return False
    # A wrong letter in 管理条例 is a slip whatever stands before it.
    return len(wanted) >= _SHORTEST_FOR_TWO or changed[0] >= len(wanted) - len("管理条例")


def _problem(citation: Citation, right: list[str] | tuple[str, ...], variant: str | None) -> Problem:
    short = not folded_title(citation.title).startswith(PREFIX)
    names = [title.removeprefix(PREFIX) if short else title for title in right]
    best = "".join(f"《{name}》" for name in names)
    changes = (Change(citation.span, best),) if len(names) == 1 else ()
    return Problem(citation.span, {"title": citation.title, "best": best}, variant=variant, changes=changes)


KIND = CheckKind("citation-unknown", UnknownParams, check)
