"""The places of a report that may cite something, what is written behind each, and which of them stand in one list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from report_lint.lazy import lazy_pattern
from report_lint.parsing.bare_names import find_bare_names
from report_lint.parsing.references import find_references
from report_lint.parsing.tails import Tail, read_tail
from report_lint.parsing.title_marks import find_marked_titles
from report_lint.text import Intervals, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report_lint.document import Cover
    from report_lint.parsing.references import Reference
    from report_lint.text import Folded
    from report_lint.vocabulary import Register, Vocabulary

# “美好生活·民法典相伴”, “宪法进万家” are slogans and events; an address (its colon folded) cites nothing.
_NOT_RUNNING = lazy_pattern(
    '“[^“”\n]{0,200}”|‘[^‘’\n]{0,60}’|"[^"\n]{0,60}"|https?：[!-~]+(?:(?<=[/=])[^，。；、（）《》“”\\s]{1,80})?'
)
# “学习〈行政处罚法〉”, “学习《行政处罚法〉” of a damaged copy, “学习《行政处罚法，” that lost its mark; what no
# register knows may be anything else
_DAMAGED_MARKS = lazy_pattern(
    "[〈<](?P<single>[^〈〉<>《》\n]{2,80})[〉>》]"
    "|《(?P<open>[^《》〈〉<>“”，。；：、\n]{2,80})(?:[〉>]|(?=[，。；：、）\n]|\\Z))"
)
_NEW = "修订|修正|修改|颁布|出台|制定|实施|施行|公布|发布"
# “《甲》第一卷、新修订的《乙》和市《丙》”
_LINK = lazy_pattern(
    "(?:第[一二三四五六七八九十0-9]{1,3}[卷版期辑册部])?(?:[、，]\n?)?(?:和|及|与|或者?|以及|暨|并)?"
    f"(?:新?(?:{_NEW})后?的|新(?:{_NEW})|最新|新版?|国家|国务院|中共中央|中央|全国人大|[省市县区]|自治区)?"
)
_LONGEST_LINK = 12


@dataclass(slots=True)
class Place:
    """A place in a folded text that may cite something; `start` and `end` hold the marks.

    `name` is the title as written, `key` what a bare name stands for. `run` is the list that it stands in,
    `supported` says that its neighbours there name acts too.
    """

    start: int
    end: int
    name: str
    kind: Literal["marked", "bare", "reference", "alias"]
    span: Span | None = None
    key: str = ""
    weak: bool = False
    reference: Reference | None = None
    tail: Tail = field(default_factory=lambda: Tail(0))
    run: int = -1
    supported: bool = False


def find_places(text: str, view: Folded, cover: Cover, vocabulary: Vocabulary) -> list[Place]:
    """Return what may be cited, in order."""
    furniture = sorted(cover.furniture)
    places = [
        Place(view.folded(marked.span.start), view.folded(marked.span.end), marked.text, "marked", marked.span)
        for marked in find_marked_titles(text, furniture)
    ]
    silent = [(view.folded(span.start), view.folded(span.end)) for span in furniture]
    silent += [match.span() for match in _NOT_RUNNING.finditer(view.text)]
    silent += [(place.start, place.end) for place in places]
    taken = Intervals(sorted(silent))
    if vocabulary.register is not None:
        damaged = list(_in_damaged_marks(view, vocabulary.register, taken))
        if damaged:
            places += damaged
            taken = Intervals(sorted(silent + [(place.start, place.end) for place in damaged]))
        named = [
            Place(name.start, name.end, view.text[name.start : name.end], "bare", None, name.key, name.weak)
            for name in find_bare_names(view, vocabulary, taken)
        ]
        taken_names = Intervals((name.start, name.end) for name in named)
        places += named
        places += _references(view.text, taken, taken_names)
        places.sort(key=lambda place: place.start)
    return _listed(view.text, places)


def _in_damaged_marks(view: Folded, register: Register, taken: Intervals) -> Iterator[Place]:
    for match in _DAMAGED_MARKS.finditer(view.text):
        name = match["single"] or match["open"]
        if not taken.overlaps(*match.span()) and register.find(name) is not None:
            yield Place(match.start(), match.end(), name, "marked", view.span(*match.span()))


def _references(text: str, taken: Intervals, names: Intervals) -> Iterator[Place]:
    for found in find_references(text, taken):
        if not names.overlaps(found.start, found.end):
            yield Place(found.start, found.end, text[found.start : found.end], "reference", reference=found)


def _listed(text: str, places: Sequence[Place]) -> list[Place]:
    """Return the places with their tails and lists; weak ones that no list supports are left out."""
    lists: list[list[Place]] = [[]]
    kept: list[Place] = []
    done = 0
    for place in places:
        place.tail = read_tail(text, place.end)
        if place.start < done:  # 《…纲要》（以下简称《纲要》）、《…规划》: what is declared is no member of the list
            kept += [place] if place.tail.articles or not place.weak else []
            continue
        last = lists[-1][-1] if lists[-1] else None
        link = _link(text, last, place) if last is not None else None
        if last is None or link is None:
            lists.append([place])
        else:
            lists[-1].append(place)
            if "，" not in link:
                last.supported = place.supported = True
        done = place.tail.end
    members = [[place for place in one if place.supported or place.tail.articles or not place.weak] for one in lists]
    for run, one in enumerate(filter(lambda one: len(one) > 1, members)):
        for place in one:
            place.run = run
    return sorted((*kept, *(place for one in members for place in one)), key=lambda place: place.start)


def _link(text: str, one: Place, other: Place) -> str | None:
    """Return what joins two places to one list: a mark, a word, or nothing; None where they stand apart."""
    gap = text[one.tail.end : other.start]
    if not gap:
        return gap if other.kind in (one.kind, "reference") else None
    if len(gap) > _LONGEST_LINK or _LINK.fullmatch(gap) is None:
        return None
    return None if other.kind == "reference" and "，" in gap else gap  # “《甲条例》第三条，该条例第四条” is no list
