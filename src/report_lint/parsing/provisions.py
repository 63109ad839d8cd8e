"""The articles written behind a title: 第三十九条第一款第（二）项, 第三条至第五条, 第三条、第五条和第七条."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import parse_number

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_NUMBER = "[0-9〇○零一二两三四五六七八九十百千]{1,9}"
_ONE = f"（?{_NUMBER}）?"
_MOST = 9
# “《民法典》合同编第五百零九条”, “《刑法》总则第二条”, “《行政处罚法》中的第三条”
_BEGINS = lazy_pattern("(?:的|中的?|里的?|之)?(?:(?:总则|分则|附则|(?!第)\\w{2,4})(?:编|分编)|总则|分则|附则)?(?=第)")
# Each match is one unit: “第五条”, “第3、4款”, “第（二）项”, “第12—15条”. “第三条战线” and “第2条线索” are no articles.
_UNIT = lazy_pattern(
    f"(?P<ordinal>第?)(?P<numbers>{_ONE}(?:(?:[、和至到~]|[—–-]{{1,2}}){_ONE}){{0,{_MOST}}})"
    f"(?P<unit>[编章节款项目]|条(?![例件线战主]))(?:之(?P<inserted>{_NUMBER}))?"
)
_JOIN = lazy_pattern(f"(?:(?P<range>[至到~]|[—–-]{{1,2}})(?=第?{_ONE}条)|(?:[、和及与或]|以及|或者)(?=第))")
_PART = lazy_pattern(f"(?P<range>[至到~—–-]*)[、和（]*(?P<number>{_NUMBER})")
_ARTICLE = "条"
_UNDER_ARTICLE = "款项目"


class Articles(NamedTuple):
    """A written reference to an article, or to a range of them; `last` is None for one article."""

    start: int
    end: int
    article: int
    inserted: int | None = None
    last: int | None = None


def read_articles(text: str, at: int) -> tuple[list[Articles], int]:
    """Return the articles written from an offset of a folded text on, and where they end."""
    begins = _BEGINS.match(text, at)
    if begins is None:
        return [], at
    found: list[Articles] = []
    end, join = begins.end(), None
    while units := _units(text, end, joined=join is not None):
        read = list(_articles(units))
        if join is not None and join["range"] and found and read:
            found[-1] = found[-1]._replace(end=units[-1].end(), last=read[0].last or read[0].article)
            read = read[1:]
        found += read
        end = units[-1].end()
        join = _JOIN.match(text, end)
        if join is None:
            break
        end = join.end()
    return found, join.start() if join is not None else end


def _units(text: str, at: int, *, joined: bool) -> list[re.Match[str]]:
    """Return the units that stand one behind the other; only those under an article may lack 第."""
    units: list[re.Match[str]] = []
    article = False
    while unit := _UNIT.match(text, at):
        under = bool(units) and unit["unit"] in _UNDER_ARTICLE
        first_of_range = joined and not units and unit["unit"] == _ARTICLE
        if not (unit["ordinal"] or under or first_of_range) or (article and unit["unit"] == _ARTICLE):
            break
        article = article or unit["unit"] == _ARTICLE
        units.append(unit)
        at = unit.end()
    return units


def _articles(units: list[re.Match[str]]) -> Iterator[Articles]:
    """Yield the articles of a reference: “第三条第一款” is one, “第三、四条” are two written in one place."""
    start, end = units[0].start(), units[-1].end()
    for unit in units:
        if unit["unit"] != _ARTICLE:
            continue
        read: list[Articles] = []
        for part in _PART.finditer(unit["numbers"]):
            number = parse_number(part["number"])
            if not number:
                continue
            if part["range"] and read:
                read[-1] = read[-1]._replace(last=number)
            else:
                read.append(Articles(start, end, number))
        if read and unit["inserted"]:
            read[-1] = read[-1]._replace(inserted=parse_number(unit["inserted"]))
        yield from read
