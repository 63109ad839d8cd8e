"""Kind `self-reference`: the report calls its office by the name of another kind of office."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from report_lint.checks.once import together
from report_lint.checks.plain import PlainList
from report_lint.checks.problem import CheckKind, Params, Problem
from report_lint.checks.quotation import in_quotation
from report_lint.parsing.strings import Strings
from report_lint.text import Intervals
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document, Profile

Office = Literal["party", "government", "joint", "department", "township"]
_STARTS_AFTER = "\n。；：，！？、"
_CLAUSE_WORDS = ("原因是", "原因在于", "主要是", "由于", "因为", "在于", "根据", "按照")  # “主要原因是我局培训不够”
_REACH = 8


class Names(Params):
    """Names an office has for itself (我局), and the kinds of office whose report must not have them.

    An issuer with the last character of the name in its own, or one of `unless_issuer`, may call itself so.
    """

    names: PlainList
    offices: tuple[Office, ...] = Field(min_length=1)
    unless_issuer: tuple[str, ...] = ()


class SelfReferenceParams(Params):
    """`unless_after` follow a name that is a word of something else."""

    rows: tuple[Names, ...] = Field(min_length=1)
    unless_after: WordingList = EMPTY

    @cached_property
    def strings(self) -> Strings:
        """Return the matcher of all names."""
        return Strings(name for row in self.rows for name in row.names.strings)

    @cached_property
    def owners(self) -> tuple[Names, ...]:
        """Return the row of each string of the matcher."""
        return tuple(row for row in self.rows for _ in row.names.strings)


def check(params: SelfReferenceParams, document: Document) -> Iterator[Problem]:
    """Report each foreign name once, where it is the subject of a clause; an unknown issuer is never foreign."""
    organs = "、".join(organ.value for organ in document.cover.issuers or document.cover.signed_by)
    office = _office(document.cover.profile)
    if not organs or office is None:
        return
    text = document.folded.text
    furniture = Intervals(document.cover.furniture)
    found: dict[str, list[Problem]] = {}
    for which, start, end in params.strings.find(text):
        name = params.strings.strings[which]
        row = params.owners[which]
        if office not in row.offices or any(one in organs for one in (name[1:], *row.unless_issuer)):
            continue
        span = document.folded.span(start, end)
        subject = start == 0 or text[start - 1] in _STARTS_AFTER or text.endswith(_CLAUSE_WORDS, 0, start)
        if not subject or furniture.overlaps(*span) or params.unless_after.search(text[end : end + _REACH]):
            continue
        if document.title_at(span) is None and not in_quotation(document.text, span.start):
            found.setdefault(name, []).append(Problem(span, {"name": name, "issuer": organs}))
    for problems in found.values():
        yield from together(problems)


def _office(profile: Profile) -> str | None:
    if profile.level == "township":
        return "township"
    return None if profile.body == "unknown" else profile.body


KIND = CheckKind("self-reference", SelfReferenceParams, check)
