"""Kind `citation-unknown`: a title that is in no register and one slip away from one that is."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  pydantic reads it
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from report_lint.checks.neighbours import Neighbourhood
from report_lint.checks.problem import Change, CheckKind, Problem
from report_lint.checks.ranks import Ranks
from report_lint.checks.slips import with_right_prefix
from report_lint.lazy import lazy_pattern
from report_lint.parsing.title_kinds import kind_by_shape, mended
from report_lint.register.keys import PREFIX, folded_title, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.document import Document
    from report_lint.instruments import Citation

_MOST_NAMED = 3
_SHORTEST_SHAPED = 8
# “云岭市…办法”, “青溪县…规定”: an act of the place, whatever it is near to.
_PLACE_FIRST = lazy_pattern("(?!城[市镇乡区]|地区|社区|市场|乡镇|村镇).{1,6}?(?:[省市县区旗州镇乡]|街道)")


class UnknownParams(Ranks):
    """`slips` is the closed table of wrong names, `elsewhere` the names that provinces give to acts of their own."""

    slips: Mapping[str, tuple[str, ...]]
    elsewhere: tuple[str, ...] = ()

    @cached_property
    def wrong_names(self) -> dict[str, tuple[str, ...]]:
        """Return the closed table by key."""
        return {key(wrong): right for wrong, right in self.slips.items()}


def check(params: UnknownParams, document: Document) -> Iterator[Problem]:
    """Report a title of no known act that is most likely another one misspelt."""
    register = document.vocabulary.register
    if register is None:
        return
    for citation in document.titles:
        if citation.instrument is not None or citation.form != "title":
            continue
        written = folded_title(citation.title)
        title = with_right_prefix(written, register) or written
        if title != written and (known := register.find(title)) is not None:
            yield _problem(citation, title, [known.title], "prefix")
        elif _worth_it(params, citation, title):
            # 《行政处分法（2021年修订）》: the note is no part of the name.
            bare = mended(title)
            forms = [title, bare] if bare is not None and params.ending(bare) is not None else [title]
            found = (_of(params, citation, Neighbourhood(form, params, register, document.day)) for form in forms)
            yield from islice((problem for problem in found if problem is not None), 1)


def _of(params: UnknownParams, citation: Citation, written: Neighbourhood) -> Problem | None:
    """Return the problem of a title, None where no act or too many are as near."""
    if (right := params.wrong_names.get(key(written.title))) is not None:
        return _problem(citation, written.title, right, "several" if len(right) > 1 else None)
    near = written.near()
    if key(written.title) in params.elsewhere:
        near = [one._replace(certainty="perhaps") for one in near if one.slip == "tentative"]
    titles, certainties = [one.instrument.title for one in near], [one.certainty for one in near]
    if certainties in (["sure"], ["repealed"]):
        return _problem(citation, written.title, titles, "repealed" if certainties == ["repealed"] else None)
    of_state = written.title.startswith(PREFIX)  # 《中华人民共和国会法》 is no law, however many are near
    few = 0 < len(near) <= _MOST_NAMED and citation.kind in ("unknown", "party")
    told = "repealed" not in certainties and (few or (of_state and near))
    return _problem(citation, written.title, titles[:_MOST_NAMED], "several") if told else None


def _worth_it(params: UnknownParams, citation: Citation, title: str) -> bool:
    """Tell whether a title can be a misspelt one of the state; a slip may have made a place or an office of it."""
    if citation.kind in ("unknown", "party") or title.startswith(params.fronts):
        return True
    if kind_by_shape(title) != citation.kind or _PLACE_FIRST.match(title) is not None:
        return False
    return params.is_damaged(title) if params.ending(title) is None else len(title) >= _SHORTEST_SHAPED


def _problem(citation: Citation, title: str, right: Sequence[str], variant: str | None = None) -> Problem:
    short = not title.startswith(PREFIX)
    best = "".join(f"《{one.removeprefix(PREFIX) if short else one}》" for one in right)
    # A year inside the marks would be lost: 《行政处分法（2021年修订）》.
    replaceable = variant in (None, "prefix") and mended(folded_title(citation.title)) is None
    return Problem(
        citation.span,
        {"title": citation.title, "best": best},
        variant=variant,
        changes=(Change(citation.span, best),) if replaceable else (),
        safety="safe" if variant == "prefix" else "manual",
    )


KIND = CheckKind("citation-unknown", UnknownParams, check)
