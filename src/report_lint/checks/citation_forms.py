"""Kind `citation-forms`: one law written in full in one place and in short in another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.checks.quotation import in_quotation
from report_lint.register.keys import PREFIX, folded_title
from report_lint.wording import EMPTY, WordingList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.document import Document
    from report_lint.instruments import Citation

_NAMED = 24  # characters of titles that a message has room for
_AFTER = 12


class FormsParams(Params):
    """`report`: all laws in two forms at once (`mixed`), or each one that is short before it is full.

    `events` follow a title in the name of an event (《民法典》宣传月), which keeps its own form.
    """

    report: Literal["mixed", "short-first"]
    events: WordingList = EMPTY


def check(params: FormsParams, document: Document) -> Iterator[Problem]:
    """Report laws that stand in 《》 both with and without 中华人民共和国, where no short name was declared."""
    mixed = list(_mixed_laws(params, document))
    if params.report == "short-first":
        for group in mixed:
            if not _full(group[0]):
                yield _short_first(group)
    elif mixed:
        yield _mixed(mixed)


def _full(citation: Citation) -> bool:
    return folded_title(citation.title).startswith(PREFIX)


def _mixed_laws(params: FormsParams, document: Document) -> Iterator[list[Citation]]:
    """Yield the citations of each law that is written in both forms and has no declared short name."""
    groups: dict[str, list[Citation]] = {}
    declared: set[str] = set()
    for citation in document.titles:
        law = citation.instrument
        if law is None or law.kind not in ("law", "regulation") or not law.title.startswith(PREFIX):
            continue
        groups.setdefault(law.title, []).append(citation)
        if citation.alias is not None or citation.form == "alias":
            declared.add(law.title)
    for title, group in groups.items():
        if title not in declared and _both(group):
            counted = [one for one in group if not _is_event(params, one, document)]
            if _both(counted):
                yield counted


def _both(group: Sequence[Citation]) -> bool:
    return len({_full(one) for one in group}) > 1


def _is_event(params: FormsParams, citation: Citation, document: Document) -> bool:
    if in_quotation(document.text, citation.span.start):
        return True
    folded = document.folded
    after = folded.folded(citation.span.end)
    return params.events.search(folded.text[after : after + _AFTER]) is not None


def _mixed(groups: Sequence[Sequence[Citation]]) -> Problem:
    """Return the problem at the first place where a law changes its form, one outside a list rather than inside."""
    turns = [next(one for one in group if _full(one) != _full(group[0])) for group in groups]
    apart = [turn for turn, group in zip(turns, groups, strict=True) if not _repeated(turn, group)]
    names, room = "", _NAMED
    shown = 0
    for turn in turns:
        name = f"《{folded_title(turn.title).removeprefix(PREFIX)}》"
        room -= len(name)
        if shown and room < 0:
            break
        names, shown = names + name, shown + 1
    first = min(turn.span for turn in apart or turns)
    return Problem(first, {"names": names, "count": len(groups)}, variant="several" if shown < len(groups) else None)


def _repeated(turn: Citation, group: Sequence[Citation]) -> bool:
    """Tell whether the same enumeration names the law before: there it is one too many."""
    return turn.run >= 0 and any(one.run == turn.run and one.span < turn.span for one in group)


def _short_first(group: Sequence[Citation]) -> Problem:
    first = group[0]
    full = next(one for one in group if _full(one))
    short, official = f"《{first.title}》", f"《{folded_title(full.title)}》"
    again = any(folded_title(one.title) == folded_title(first.title) for one in group[1:])
    written = f"{official}（以下简称{short}）" if again else official
    return Problem(first.span, {"short": first.title, "written": written}, changes=(Change(first.span, written),))


KIND = CheckKind("citation-forms", FormsParams, check)
