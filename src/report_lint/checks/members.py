"""Kind `members`: a fixed phrase and the list behind it that spells it out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from report_lint.checks.phrase_lists import Phrase, reason_against
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

# “四个意识”（…）, “四个意识”，即…, “三项制度”：…, “双随机、一公开”——…
_OPENS = lazy_pattern("[”》]?(?:制度|改革|要求|程序|监管|抽查|工作)?[，：]?(?:即|是指|包括|——|（即?：?|(?<=：))")
_ENDS = lazy_pattern("[，。；！？\n（）]")
_SENTENCE_END = lazy_pattern("[。；！？\n]")
_BRACKETS = lazy_pattern("[（）\n]")
_LONGEST = 200
_SENTENCE = 40


class MembersParams(Params):
    """The phrases."""

    phrases: tuple[Phrase, ...] = Field(min_length=1)

    @cached_property
    def strings(self) -> Strings:
        """Return the matcher of all phrases."""
        return Strings(string for one in self.phrases for string in one.phrase.strings)

    @cached_property
    def owners(self) -> tuple[Phrase, ...]:
        """Return the phrase of each string of the matcher."""
        return tuple(one for one in self.phrases for _ in one.phrase.strings)


def check(params: MembersParams, document: Document) -> Iterator[Problem]:
    """Report a full list with something foreign in it, or with one member twice; a shorter list is a narrative."""
    text = document.folded.text
    done = 0
    for which, start, end in params.strings.find(text):
        phrase = params.owners[which]
        opened = _OPENS.match(text, end) if start >= done and phrase.hold(document.cover.year.value) else None
        if opened is None or not _is_near(phrase, text[max(0, start - _SENTENCE) : start]):
            continue
        done = _end(text, opened.end(), bracket="（" in opened[0])
        reason = reason_against(phrase, text[opened.end() : done])
        span = document.folded.span(opened.end(), done)
        if reason and not document.title_at(span):
            fields = {"phrase": params.strings.strings[which], "members": "、".join(phrase.names), "reason": reason}
            yield Problem(span, fields, phrase.variant, changes=(Change(span, "、".join(phrase.names)),))


def _is_near(phrase: Phrase, before: str) -> bool:
    return not phrase.near or phrase.near.search(_SENTENCE_END.split(before)[-1]) is not None


def _end(text: str, at: int, *, bracket: bool) -> int:
    """Return where a list ends: at the bracket that closes it, else with its sentence."""
    if not bracket:
        found = _ENDS.search(text, at, at + _LONGEST)
        return found.start() if found else min(len(text), at + _LONGEST)
    depth = 1
    for match in _BRACKETS.finditer(text, at, at + _LONGEST):
        depth += {"（": 1, "）": -1}.get(match[0], -depth)
        if depth <= 0:
            return match.start()
    return at


KIND = CheckKind("members", MembersParams, check)
