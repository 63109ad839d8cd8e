"""Kind `consistency`: one term written in several ways in one report."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator

from report_lint.checks.plain import PlainList
from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.parsing.strings import Strings
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

# “2023 年度” beside “2023年度”; the first character of the pattern is what makes the search fast.
_APART = lazy_pattern("年(?<=[0-9][ \u00a0\u3000]年)")
_TOGETHER = lazy_pattern("年(?<=[12][0-9]{3}年)")
_BLANK_YEAR = lazy_pattern("[12][0-9]{3}[ \u00a0\u3000]年$")


class Group(Params):
    """A term (`prefer`) and all ways of writing it, the preferred one among them."""

    prefer: str
    variants: PlainList

    @model_validator(mode="after")
    def _prefers_a_variant(self) -> Self:
        if self.prefer not in self.variants.strings:
            raise ValueError(f"推荐写法“{self.prefer}”不在 variants 里")
        if len(self.variants.strings) == 1:
            raise ValueError(f"“{self.prefer}”只有一种写法，variants 至少写两种")
        return self


class ConsistencyParams(Params):
    """The groups; with `years` also 2024年 beside 2024 年."""

    groups: tuple[Group, ...] = Field(min_length=1)
    years: bool = False

    @cached_property
    def strings(self) -> Strings:
        """Return the matcher of all variants."""
        return Strings(chain.from_iterable(group.variants.strings for group in self.groups))

    @cached_property
    def owners(self) -> tuple[Group, ...]:
        """Return the group of each string of the matcher."""
        return tuple(group for group in self.groups for _ in group.variants.strings)


def check(params: ConsistencyParams, document: Document) -> Iterator[Problem]:
    """Report each mixed group once, at the first place that is not written in the preferred way."""
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    done = 0
    matches = sorted(params.strings.find(document.folded.text), key=lambda one: (one[1], -one[2]))
    for which, start, end in matches:
        span = document.folded.span(start, end)
        if start >= done and document.title_at(span) is None:  # of variants that begin alike the longest
            found[params.owners[which].prefer][params.strings.strings[which]].append(span)
            done = end
    for prefer, variants in found.items():
        if len(variants) > 1:
            yield _problem(prefer, variants)
    if params.years:
        yield from _years(document)


def _problem(prefer: str, variants: dict[str, list[Span]]) -> Problem:
    others = sorted(span for written, spans in variants.items() if written != prefer for span in spans)
    names = "”“".join(sorted(variants, key=lambda written: (written != prefer, written)))
    changes = tuple(Change(span, prefer) for span in others)
    return Problem(others[0], {"variants": names, "prefer": prefer, "count": len(others)}, changes=changes)


def _years(document: Document) -> Iterator[Problem]:
    """Yield one problem for the years with a blank, where others have none; the signature has its own layout."""
    text, body = document.text, document.cover.body
    apart = [match for match in _APART.finditer(text, *body) if _BLANK_YEAR.search(text, match.end() - 6, match.end())]
    if not apart:
        return
    furniture = Intervals(document.cover.furniture)
    spans = [Span(match.end() - 6, match.end()) for match in apart]
    spans = [span for span in spans if not furniture.overlaps(*span) and document.title_at(span) is None]
    if spans and _TOGETHER.search(text, *body):
        written = spans[0].of(text)
        changes = tuple(Change(Span(span.start + 4, span.end), "年") for span in spans)
        fields = {"variants": f"{written[:4]}年”“{written}", "prefer": f"{written[:4]}年", "count": len(spans)}
        yield Problem(spans[0], fields, changes=changes)


KIND = CheckKind("consistency", ConsistencyParams, check)
