"""The lines of the register as the collected facts give them, before they are corrected by hand."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from report_lint.register import HEADER, RANKLESS, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Fact = dict[str, Any]

# Their rows come in full, with the versions; of the other levels only the title is known to exist.
_DATED = ("宪法", "法律", "有关法律问题的决定", "行政法规", "监察法规", "党内法规")
UNSURE = frozenset({"title-unsure"})
ORDER = re.compile("国务院令第([0-9]+)号")


@dataclass(frozen=True)
class Line:
    """A line of the register; the fields are its columns."""

    title: str
    level: str
    issuer: str = ""
    number: str = ""
    promulgated: str = ""
    effective: str = ""
    certainty: str = ""
    superseded: str = ""
    articles: str = ""
    inserted: str = ""
    repealed: str = ""
    successor: str = ""
    as_of: str = ""
    aliases: tuple[str, ...] = ()
    flags: frozenset[str] = field(default_factory=frozenset)

    def columns(self) -> tuple[str, ...]:
        """Return the cells, the key first."""
        aliases = "=" + "；".join(self.aliases) if self.aliases else ""
        plain = tuple(getattr(self, name) for name in HEADER[1:-2])
        return (key(self.title), *plain, aliases, ",".join(sorted(self.flags)))


Instruments = dict[str, list[Line]]


def read_facts(path: Path) -> list[Fact]:
    """Return the rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def from_laws(rows: Iterable[Fact]) -> Instruments:
    """Return the instruments of the table of laws, each with its versions, oldest first."""
    grouped: dict[str, list[Fact]] = defaultdict(list)
    for row in rows:
        grouped[key(row["name"])].append(row)
    return {name: _versions(group) for name, group in grouped.items()}


def _versions(group: list[Fact]) -> list[Line]:
    group.sort(key=lambda row: int(row["version"].split("/")[0]))
    last = group[-1]
    several_texts = any(not row.get("superseded_on") for row in group[:-1])
    if last["level"] not in _DATED or several_texts:
        line = replace(undated(_version(last)), articles="")
        return [replace(line, promulgated="", number="", as_of="") if several_texts else line]
    lines = [_version(row) for row in group]
    # "Repealed" without the day, or contradicted: the title is known, its force is not.
    if last["status"] == "已废止" and not last.get("repealed_on"):
        lines = [undated(line) for line in lines]
    if any(row.get("status_conflict") for row in group):
        lines = [undated(line) for line in lines]
    return lines


def undated(line: Line) -> Line:
    """Return a line that says nothing of when the act was in force."""
    return replace(line, effective="", certainty="", superseded="")


def _version(row: Fact) -> Line:
    guessed = row.get("level_guessed")
    flags = {"title-unsure"} if row.get("title_inferred") or guessed else set()
    effective = _day(row, "effective")
    return Line(
        title=row["name"],
        level=RANKLESS if guessed and row["level"] == "部门规章" else row["level"],
        issuer=row.get("issuer") or "",
        number=_order_number(row),
        promulgated=_day(row, "promulgated"),
        effective=effective,
        certainty=row["effective_certainty"] if effective else "",
        superseded=_day(row, "superseded_on"),
        articles=str(row.get("articles") or ""),
        inserted=",".join(row.get("articles_inserted") or ()),
        as_of=_source_day(row),
        flags=frozenset(flags),
    )


def _order_number(row: Fact) -> str:
    """Return the number of an order whose day is known too, so that the order of all numbers confirms it."""
    number = row.get("doc_no") or ""
    return number if ORDER.fullmatch(number) and _day(row, "promulgated") else ""


def _source_day(row: Fact) -> str:
    """Return the day of the source, unless it is older than what it tells of."""
    day = _day(row, "as_of")
    return day if day >= _day(row, "promulgated") else ""


def _day(row: Fact, name: str) -> str:
    """Return a date that names a day; a year and month alone ("2020-09") are no day."""
    value = row.get(name) or ""
    return value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else ""


def add_party_and_policy(found: Instruments, rows: Iterable[Fact]) -> None:
    """Add Party regulations and central documents; only what `confirmed` names is taken over."""
    for row in rows:
        confirmed = {word for entry in row.get("confirmed", ()) for word in entry.split(" ")}
        number = row.get("doc_no", "") if "doc_no" in confirmed else ""
        day = _day(row, "date") if confirmed & {"date", "dates"} else ""
        name = key(row["name"])
        guessed = name in found and "title-unsure" in found[name][-1].flags
        if name in found and not guessed:
            found[name] = [_confirmed(line, row, number, day) for line in found[name]]
            continue
        effective = _day(row, "effective") if day else ""
        # A level that was guessed from the words of the title gives way to the one that is known.
        found[name] = [
            Line(
                title=str(row.get("name_with_official_dash") or row["name"]).replace("－", "—"),
                level=row["level"],
                issuer=row.get("issuer", ""),
                number=number,
                promulgated=day,
                effective=effective,
                certainty="secondary" if effective else "",
            )
        ]


def _confirmed(line: Line, row: Fact, number: str, day: str) -> Line:
    """Return a line with the number and the issuer of a document, where it is the version they belong to."""
    if not line.effective and not line.promulgated:
        line = replace(line, promulgated=day)
    line = replace(line, issuer=line.issuer or row.get("issuer", ""))
    return replace(line, number=line.number or number) if line.promulgated == day or not day else line


def add_repeals(found: Instruments, rows: Iterable[Fact], undated: Mapping[str, str]) -> None:
    """Set the day of repeal of what was repealed for good, and add instruments known only by their repeal."""
    for row in rows:
        usable = row.get("repealed_on") and not row.get("same_name") and not row.get("name_still_in_force")
        if not usable:
            continue
        lines = found.setdefault(key(row["name"]), [Line(row["name"], _level_by_repeal(row), flags=UNSURE)])
        if row["name"] in undated or (lines[-1].repealed and lines[-1].successor):
            continue
        # Level "?" means that the repealing act itself was not identified: it may be another one.
        guessed = row["by_level"] == "?"
        named = str(row.get("replaced_by") or "")
        successor = "" if guessed or "废止" in named else named
        flags = lines[-1].flags | {"repeal-unsure"} if guessed else lines[-1].flags - {"repeal-unsure"}
        lines[-1] = replace(lines[-1], repealed=row["repealed_on"], successor=successor, flags=flags)


def _level_by_repeal(row: Fact) -> str:
    name, by_level = row["name"], row["by_level"]
    if name.startswith("全国人民代表大会"):
        return "有关法律问题的决定"
    if by_level == "司法解释":
        return "司法解释"
    return "法律" if re.search(r"(?<!办)法(（试行）)?$", name) else RANKLESS
