"""The table of events that a pack writes beside its rules: meetings, campaigns, milestones and their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

from pydantic import PlainSerializer, PlainValidator, ValidationInfo

from report_lint.errors import PackError
from report_lint.lazy import lazy_pattern
from report_lint.parsing.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report_lint.document import Document

HEADER = ("id", "name", "wordings", "first", "last", "certainty", "kind")
KINDS = ("plenum", "congress", "milestone", "campaign", "plan")
_DAY = lazy_pattern("([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_SHORTEST = 3
# “二十届二中、三中、四中全会”: one congress and a list of plenums
_PLENUMS = lazy_pattern("届((?:[一二三四五六七]中(?:全会)?(?:[、，和及与]|以及)?)+)(?<![、，和及与])")
_CONGRESS = lazy_pattern("(?<![一二三四五六七八九十])([一二]?十[一二三四五六七八九]?)$")
_NUMBER = lazy_pattern("([一二三四五六七])中")


@dataclass(frozen=True, slots=True)
class Event:
    """An event; where its day or month is unknown, `first` is the first day it may be and `exact` is False."""

    id: str
    name: str
    wordings: tuple[str, ...]
    first: date
    last: date | None
    certainty: str
    kind: str
    exact: bool

    @property
    def certain(self) -> bool:
        """Tell whether an error may rest on it."""
        return self.exact and self.certainty != "C"


class EventTable:
    """The events of a table, found in a text."""

    def __init__(self, name: str, events: tuple[Event, ...]) -> None:
        """Keep the events and the name of the file."""
        self.name = name
        self.events = events

    @cached_property
    def _owners(self) -> tuple[tuple[str, Event], ...]:
        return tuple((one, event) for event in self.events if event.kind != "plenum" for one in event.wordings)

    @cached_property
    def _strings(self) -> Strings:
        return Strings(wording for wording, _ in self._owners)

    @cached_property
    def _plenums(self) -> dict[str, Event]:
        return {one: event for event in self.events if event.kind == "plenum" for one in event.wordings}

    def in_document(self, document: Document) -> list[tuple[Event, int, int]]:
        """Return the events that a report names, in the order of the text; found once for all rules."""
        name = f"events {self.name}"
        if name not in document.shared:
            document.shared[name] = sorted(self.find(document.folded.text), key=lambda one: one[1])
        return cast("list[tuple[Event, int, int]]", document.shared[name])

    def find(self, text: str) -> Iterator[tuple[Event, int, int]]:
        """Yield the events that a folded text names, and where; a list of plenums names several."""
        if self._owners:
            for which, start, end in self._strings.find(text):
                yield self._owners[which][1], start, end
        for match in _PLENUMS.finditer(text) if self._plenums else ():
            congress = _CONGRESS.search(text, max(0, match.start() - 3), match.start())
            for number in _NUMBER.finditer(match[1]) if congress is not None else ():
                event = self._plenums.get(f"{congress[1]}届{number[1]}中全会") if congress is not None else None
                if event is not None and congress is not None:
                    yield event, congress.start(), match.end()


@lru_cache(maxsize=16)
def load_events(path: Path) -> EventTable:
    """Return the table of a file.

    Raises:
        PackError: the file cannot be read or a line is wrong; the message begins with file and line.
    """
    try:
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise PackError(f"{path}:1: 不是 UTF-8 编码，请另存为 UTF-8") from error
    except OSError as error:
        raise PackError(f"找不到事件表 {path}") from error
    if not lines or tuple(lines[0].split("\t")) != HEADER:
        raise PackError(f"{path}:1: 表头应为 {'、'.join(HEADER)}，用制表符分隔")
    events: list[Event] = []
    seen: set[str] = set()
    for number, line in enumerate(lines[1:], 2):
        try:
            event = _event(line)
            for name in (event.id, *event.wordings):
                if name in seen:
                    raise ValueError(f"“{name}”前面已经有了")  # noqa: TRY301  one place adds file and line
                seen.add(name)
        except ValueError as error:
            raise PackError(f"{path}:{number}: {error}") from error
        events.append(event)
    return EventTable(str(path), tuple(events))


def _event(line: str) -> Event:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(HEADER):
        raise ValueError(f"有 {len(cells)} 列，应有 {len(HEADER)} 列")
    name, title, written, first, last, certainty, kind = cells
    wordings = tuple(one.strip() for one in written.split("；"))
    if not name or not title:
        raise ValueError("id 和 name 不能为空")
    if short := next((one for one in wordings if len(one) < _SHORTEST), None):
        raise ValueError(f"用语“{short}”太短，至少 {_SHORTEST} 个字")
    if "" in wordings:
        raise ValueError("wordings 里有空的用语")
    if certainty not in ("A", "B", "C"):
        raise ValueError(f"certainty 是“{certainty}”，应为 A、B、C 之一")
    if kind not in KINDS:
        raise ValueError(f"kind 是“{kind}”，应为 {'、'.join(KINDS)} 之一")
    start, end = _day(first), _day(last) if last else None
    if end is not None and end < start:
        raise ValueError(f"止日 {last} 早于起日 {first}")
    return Event(name, title, wordings, start, end, certainty, kind, exact=first.count("-") > 1)


def _day(written: str) -> date:
    match = _DAY.fullmatch(written)
    if match is None:
        raise ValueError(f"日期“{written}”应写成 2025-10-20，不知道日的写 2025-10，不知道月的写 2025")
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise ValueError(f"日历上没有“{written}”这一天") from None


def _validate(value: object, info: ValidationInfo) -> EventTable:
    if isinstance(value, EventTable):
        return value
    if not isinstance(value, str) or not value:
        raise ValueError("应为事件表的文件名，例如 events.tsv")
    folder = (info.context or {}).get("folder", Path())
    return load_events(folder / value)


EventFile = Annotated[EventTable, PlainValidator(_validate), PlainSerializer(lambda table: table.name)]
