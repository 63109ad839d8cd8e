"""Which required parts a heading names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report_lint.vocabulary import Vocabulary

# “2024年度法治政府建设主要工作设想” is the plan although 主要工作 stands in it: the part that
# most headings could be taken for is asked last, and only where no other one was found.
_ORDER = ("first-responsible", "shortcomings", "plan", "other")
_LAST = "achievements"


@lru_cache(maxsize=4096)
def heading_labels(title: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the ids of the parts a folded heading names; none for a thematic heading, several for a shared one."""
    found: dict[str, int] = {}
    for part_id in _ORDER:
        definition = vocabulary.part(part_id)
        match = definition.headings.search(definition.not_headings.masked(title))
        if match is not None:
            found[part_id] = match.end()
    last = vocabulary.part(_LAST)
    masked = last.not_headings.masked(title)
    if not found:
        return (_LAST,) if last.headings.search(masked) else ()
    joined = last.strong.search(masked)
    if joined is not None and joined.end() <= min(found.values()):
        return (_LAST, *found)
    return tuple(found)
