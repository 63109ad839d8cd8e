"""Kind `heading-relative-year`: a heading copies the norm's relative year instead of naming one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from report_lint.checks.problem import Change, CheckKind, Params, Problem
from report_lint.lazy import lazy_pattern
from report_lint.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

_YEAR = lazy_pattern("(?:19|20)[0-9]{2}|[一二]{1}[〇○零九][〇○零一二三四五六七八九]{2}")


class HeadingRelativeYearParams(Params):
    """The relative words and how many years they lie after the report's year."""

    words: Mapping[str, int]


def check(params: HeadingRelativeYearParams, document: Document) -> Iterator[Problem]:
    """Report each heading of the highest level with a relative year and no real one."""
    year = document.cover.year
    for section in document.sections:
        if section.parent is not None or _YEAR.search(section.title):
            continue
        folded = fold(document.text, *section.heading)
        for word, shift in params.words.items():
            at = folded.text.find(word)
            if at < 0:
                continue
            span = folded.span(at, at + len(word))
            if year.value is None or year.confidence != "sure":
                yield Problem(span, {"word": word}, variant="unknown-year")
            else:
                right = f"{year.value + shift}年度"
                fields = {"word": word, "right": right}
                yield Problem(span, fields, title=f"改为“{right}”", changes=(Change(span, right),))
            break


KIND = CheckKind("heading-relative-year", HeadingRelativeYearParams, check)
