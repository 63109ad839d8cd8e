"""Short names that a report declares: （以下简称《纲要》）, （以下简称“民法典”）, （以下分别简称《甲》《乙》）."""

from __future__ import annotations

from typing import NamedTuple

from report_lint.lazy import lazy_pattern

_DECLARES = lazy_pattern(
    "(?:^|[，；、。：（）])(?P<verb>(?:以下|下文|下)(?:分别|均|统一)?(?:简称|统称|称)|(?:分别)?简称|统称)(?:之为|为|作|是)?：?"
)
_NAME = '[^《》“”"‘’（），。；\n]{1,40}'
_NAMES = lazy_pattern(
    f'[、和及与]*(?:[“"‘]?《(?P<title>{_NAME})》?[”"’]?|[“"‘](?P<quoted>{_NAME})|(?P<plain>{_NAME}))[”"’]?'
)


class Declared(NamedTuple):
    """A declaration: the names, whether one name stands for several things, and whether it was written in 《》."""

    names: tuple[str, ...]
    collective: bool
    marked: bool
    end: int


def declared_in(text: str, start: int, end: int) -> Declared | None:
    """Return the short names that a stretch of a folded text declares."""
    if text.find("称", start, end) < 0:
        return None
    said = _DECLARES.search(text[start:end])
    if said is None:
        return None
    names: list[str] = []
    marked = False
    at = start + said.end()
    while (name := _NAMES.match(text, at, end)) and (not names or name["plain"] is None):
        names.append((name["title"] or name["quoted"] or name["plain"]).strip())
        marked = marked or name["title"] is not None
        at = name.end()
    return Declared(tuple(names), "统" in said["verb"], marked, at) if names else None
