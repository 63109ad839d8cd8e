"""Build rules/national/instruments.tsv, the register of legal instruments, from collected facts.

    python tools/build_register.py laws.jsonl repealed.jsonl party-and-policy.jsonl rules/national/instruments.tsv

The three inputs hold facts only (titles, dates, article counts, repeals). What is known better, or is
better left unknown, stands in tools/register_corrections.toml with its reason. The result is
deterministic: the same inputs give the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report_lint.register import HEADER, RANKLESS, key, load_register, validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

Fact = dict[str, Any]

# Their rows come in full, with the versions; of the other levels only the title is known to exist.
_DATED = ("宪法", "法律", "有关法律问题的决定", "行政法规", "监察法规", "党内法规")
_EXPECTED_ARGUMENTS = 5
_UNSURE = frozenset({"title-unsure"})


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
        promulgated = "" if several_texts else _day(last, "promulgated")
        return [replace(_undated(_version(last)), promulgated=promulgated, articles="")]
    lines = [_version(row) for row in group]
    # "Repealed" without the day, or contradicted: the title is known, its force is not.
    if last["status"] == "已废止" and not last.get("repealed_on"):
        lines = [_undated(line) for line in lines]
    conflicts = [bool(row.get("status_conflict")) for row in group]
    return [_undated(line) if conflict else line for line, conflict in zip(lines, conflicts, strict=True)]


def _undated(line: Line) -> Line:
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
        number=row.get("doc_no") or "",
        promulgated=_day(row, "promulgated"),
        effective=effective,
        certainty=row["effective_certainty"] if effective else "",
        superseded=_day(row, "superseded_on"),
        articles=str(row.get("articles") or ""),
        inserted=",".join(row.get("articles_inserted") or ()),
        as_of=_source_day(row),
        flags=frozenset(flags),
    )


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
            found[name] = [
                replace(line, number=line.number or number) if line.promulgated == day or not day else line
                for line in found[name]
            ]
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


def add_repeals(found: Instruments, rows: Iterable[Fact], undated: Mapping[str, str]) -> None:
    """Set the day of repeal of what was repealed for good, and add instruments known only by their repeal."""
    for row in rows:
        usable = row.get("repealed_on") and not row.get("same_name") and not row.get("name_still_in_force")
        if not usable:
            continue
        lines = found.setdefault(key(row["name"]), [Line(row["name"], _level_by_repeal(row), flags=_UNSURE)])
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


def correct(found: Instruments, corrections: Fact) -> None:
    """Apply the corrections made by hand; each must be about a title that is there."""
    for title in corrections["dropped"]:
        del found[key(title)]
    for level, titles in corrections["known"].items():
        for title in titles:
            if "title-unsure" in found.get(key(title), [Line(title, level, flags=_UNSURE)])[-1].flags:
                found[key(title)] = [Line(title, level)]
    _correct_last(found, corrections)
    for title in corrections["adopted"]["titles"]:
        lines = found[key(title)]
        lines[0] = replace(lines[0], flags=lines[0].flags | {"first"})
    for title, versions in corrections["versions"].items():
        lines = found[key(title)]
        corrected = [_corrected(line, versions.get(line.promulgated or "unknown")) for line in lines]
        if sum(one != line for one, line in zip(corrected, lines, strict=True)) != len(versions):
            raise SystemExit(f"register_corrections.toml: [versions.{title}] meets no such version")
        lines[:] = corrected
    _close_cleaned_up(found, corrections["clean_up"])
    _keep_known_successors(found)


def _correct_last(found: Instruments, corrections: Fact) -> None:
    for title, names in corrections["aliases"].items():
        _amend_last(found, title, aliases=tuple(names))
    for title, successor in corrections["successors"].items():
        _amend_last(found, title, successor=successor)
    for title in corrections["namesakes"]["titles"]:
        if found[key(title)][-1].repealed:
            _amend_last(found, title, flags=found[key(title)][-1].flags | {"namesake"})


def _amend_last(found: Instruments, title: str, **changes: Any) -> None:  # noqa: ANN401
    lines = found[key(title)]
    lines[-1] = replace(lines[-1], **changes)


def _corrected(line: Line, facts: Mapping[str, Any] | None) -> Line:
    if facts is None:
        return line
    names = {"until": "superseded"}
    changes: Fact = {names.get(name, name): str(value) for name, value in facts.items()}
    return replace(line, **changes)


def _close_cleaned_up(found: Instruments, clean_up: Mapping[str, Any]) -> None:
    """Close the regulations about the environment at the day from which their force is not known."""
    until: date = clean_up["until"]
    touched = re.compile("|".join(clean_up["words"]))
    for lines in found.values():
        last = lines[-1]
        open_ended = last.effective and not last.superseded and not last.repealed
        if last.level == "行政法规" and open_ended and touched.search(last.title):
            lines[-1] = replace(last, superseded=until.isoformat())


def _keep_known_successors(found: Instruments) -> None:
    for lines in found.values():
        if lines[-1].successor and key(lines[-1].successor) not in found:
            lines[-1] = replace(lines[-1], successor="")


def write(found: Instruments, path: Path) -> int:
    """Write the register, sorted by key and age; return the number of instruments."""
    rows = [line.columns() for name in sorted(found) for line in found[name]]
    path.write_text("".join("\t".join(row) + "\n" for row in (HEADER, *rows)), "utf-8", newline="\n")
    validate(load_register(path))
    return len(found)


def main(arguments: list[str]) -> int:
    """Build the register; return the exit code."""
    if len(arguments) != _EXPECTED_ARGUMENTS:
        print(__doc__, file=sys.stderr)
        return 2
    laws, repealed, party, target = map(Path, arguments[1:])
    corrections = tomllib.loads((Path(__file__).parent / "register_corrections.toml").read_text("utf-8"))
    found = from_laws(read_facts(laws))
    add_party_and_policy(found, read_facts(party))
    add_repeals(found, read_facts(repealed), corrections["undated_repeals"])
    correct(found, corrections)
    print(f"{target}: {write(found, target)} instruments")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
