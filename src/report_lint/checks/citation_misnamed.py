"""Kind `citation-misnamed`: the central documents that every such report names, under a wrong name or wrong years."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.slips import in_number, slip_between
from report_lint.lazy import lazy_pattern
from report_lint.parsing.places_named import names_place, place_before
from report_lint.parsing.title_kinds import mended
from report_lint.register.keys import folded_title, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document
    from report_lint.instruments import Citation
    from report_lint.vocabulary import Register

_PERIOD = lazy_pattern("（((?:19|20)[0-9]{2})-((?:19|20)[0-9]{2})(年?)）$")
# “实施纲要2021-2025”, “实施纲要2021—2025年”: the brackets around the period are missing
_BARE_PERIOD = lazy_pattern("(?<=\\w)((?:19|20)[0-9]{2})年?[-—–－~～至]((?:19|20)[0-9]{2})年?$")
_ABOUT = "关于"
_MOST_NAMED = 2


class MisnamedParams(Params):
    """`wrong` and `likely` are closed tables from wrong names to titles; any slip in one of `names` is a hint.

    `words`: one of them stands in every title that a slip is looked for in.
    """

    wrong: Mapping[str, str]
    likely: Mapping[str, str] = {}
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @cached_property
    def table(self) -> dict[str, tuple[str, str | None]]:
        """Return the right title and the variant by the key of the wrong name."""
        likely = {key(wrong): (right, "likely") for wrong, right in self.likely.items()}
        return likely | {key(wrong): (right, None) for wrong, right in self.wrong.items()}

    @cached_property
    def keys(self) -> dict[str, str]:
        """Return the titles of `names` by key."""
        return {key(name): name for name in self.names}


def check(params: MisnamedParams, document: Document) -> Iterator[Problem]:
    """Report a central document under a name it does not have; what names a place is a plan of the place."""
    register = document.vocabulary.register
    for citation in document.titles:
        if citation.form != "title" or register is None:
            continue
        title = folded_title(citation.title)
        if citation.instrument is not None:
            if citation.kind == "document" and _lacks_year(title):
                yield _problem(citation, (citation.instrument.title,), "year-word")
            continue
        named = _named(params, title, register)
        if named is not None and not _of_place(citation, title, document):
            yield _problem(citation, *named)


def _named(params: MisnamedParams, title: str, register: Register) -> tuple[tuple[str, ...], str | None] | None:
    """Return the titles that are probably meant, and the variant of the rule."""
    if (bare := _BARE_PERIOD.search(title)) is not None:
        bracketed = f"{title[: bare.start()]}（{bare[1]}—{bare[2]}年）"
        right = next((name for name in params.names if key(name) == key(bracketed)), None)
        return ((right,), "brackets") if right is not None else None
    whole = key(mended(title) or title)
    if (found := params.table.get(whole)) is not None:
        right, variant = found
        same = _PERIOD.sub("", whole) == _PERIOD.sub("", key(right))
        return (right,), "years" if variant is None and same else variant
    if any(word in whole for word in params.words):
        slips = ((right, slip_between(whole, name)) for name, right in params.keys.items())
        near = [
            right for right, slip in slips if slip.kind not in ("several", "tentative") and not in_number(whole, slip)
        ]
        if len(near) == 1:
            return tuple(near), "near"
    if (period := _PERIOD.search(whole)) is not None:
        plans = tuple(_plans(whole[: period.start()], period[1], period[2], register))
        if 0 < len(plans) <= _MOST_NAMED:
            return plans, "other-years"
    return None


def _plans(base: str, first: str, last: str, register: Register) -> Iterator[str]:
    """Yield the plans of this name that begin or end in the same year; a plan of other years may be a new one."""
    for name in dict.fromkeys((base, base[max(0, base.find(_ABOUT)) :])):
        for title in register.holding(f"{name}（"):
            period = _PERIOD.search(key(title))
            if period is not None and key(title).startswith(name) and (period[1] == first) != (period[2] == last):
                yield title


def _lacks_year(title: str) -> bool:
    """Tell whether 年 is missing: （2021-2025）; a damaged copy may have lost its dash instead."""
    period = _PERIOD.search(title)
    return period is not None and not period[3]


def _of_place(citation: Citation, title: str, document: Document) -> bool:
    at = document.folded.folded(citation.span.start)
    return names_place(title) or place_before(document.folded.text, at) is not None


def _problem(citation: Citation, right: tuple[str, ...], variant: str | None) -> Problem:
    best = "".join(f"《{title}》" for title in right)
    return Problem(
        citation.span,
        {"title": citation.title, "best": best},
        variant=variant,
        changes=(Change(citation.span, best),) if len(right) == 1 else (),
        safety="safe" if variant in (None, "year-word", "brackets") else "manual",
    )


KIND = CheckKind("citation-misnamed", MisnamedParams, check)
