"""Build rules/national/instruments.tsv, the register of legal instruments, from collected facts.

    python tools/build_register.py FOLDER [TARGET]

FOLDER holds the collected facts, one JSON object a line; none of them holds text of an act:

- `laws.jsonl`: one version of a national instrument: name, level, issuer, doc_no, promulgated, effective,
  effective_certainty, superseded_on, status, articles, articles_inserted, version ("2/3"), as_of, and the doubts
  title_inferred, level_guessed, status_conflict;
- `repealed.jsonl`: one instrument that another repealed: name, repealed_on, replaced_by, by_level, and the doubts
  same_name, name_still_in_force;
- `party-and-policy.jsonl`: one Party regulation or central document; `confirmed` names what of it is certain;
- `laws-local.jsonl`: regulations of provinces, which tell the national titles that have namesakes.

What is known better, or is better left unknown, stands in register_corrections.toml beside this file with its
reason. The result is deterministic: the same facts give the same bytes. TARGET is the register of the national
pack unless it is given. Run it after a change of the facts or the corrections, then the tests, and read the diff.
"""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from register_facts import (
    ORDER,
    UNSURE,
    Fact,
    Instruments,
    Line,
    add_party_and_policy,
    add_repeals,
    from_laws,
    read_facts,
    undated,
)

from report_lint.register import HEADER, RANKLESS, key, load_register, validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TARGET = Path(__file__).parents[1] / "rules" / "national" / "instruments.tsv"
# Orders are numbered as they are signed; a day or two, seldom some weeks, they are dated otherwise.
_OUT_OF_TURN = timedelta(days=60)
_ISSUER = re.compile("(中共中央 国务院|中共中央|国务院办公厅|国务院)关于")
_PLACE = re.compile("^.{2,6}?(?:省|市|自治区)")


def correct(found: Instruments, corrections: Fact) -> None:
    """Apply the corrections made by hand; each must be about a title that is there."""
    _correct_titles(found, corrections)
    _correct_last(found, corrections)
    for title, adopted in corrections["first"].items():
        _mark_first(found[key(title)], title, adopted.isoformat())
    for title, facts in corrections["stopped"].items():
        found.setdefault(key(title), [Line(title, **{name: str(value) for name, value in facts.items()})])
    for title, versions in corrections["versions"].items():
        lines = found[key(title)]
        corrected = [_corrected(line, versions.get(line.promulgated or "unknown")) for line in lines]
        if sum(one != line for one, line in zip(corrected, lines, strict=True)) != len(versions):
            raise SystemExit(f"register_corrections.toml: [versions.{title}] meets no such version")
        lines[:] = corrected
    for title, numbers in corrections["numbers"].items():
        for day, number in numbers.items():
            _number(found[key(title)], day, number)
    _close_cleaned_up(found, corrections["clean_up"])
    _name_issuers(found)
    _refuse_misplaced_numbers(found)
    _keep_known_successors(found)


def _correct_titles(found: Instruments, corrections: Fact) -> None:
    for title in corrections["dropped"]:
        del found[key(title)]
    for level, titles in corrections["known"].items():
        for title in titles:
            if "title-unsure" in found.get(key(title), [Line(title, level, flags=UNSURE)])[-1].flags:
                found[key(title)] = [Line(title, level)]
    for title, level in corrections["levels"].items():
        found[key(title)] = [replace(undated(line), level=level, issuer="") for line in found[key(title)]]


def _correct_last(found: Instruments, corrections: Fact) -> None:
    for title, names in corrections["aliases"].items():
        _amend_last(found, title, aliases=tuple(names))
    for title, successor in corrections["successors"].items():
        _amend_last(found, title, successor=successor)
    for title, number in corrections["documents"].items():
        _amend_last(found, title, number=number)
    for title in corrections["bare"]["titles"]:
        _amend_last(found, title, aliases=(*found[key(title)][-1].aliases, title[title.index("关于") :]))
    for title in corrections["namesakes"]["titles"]:
        _amend_last(found, title, flags=found[key(title)][-1].flags | {"namesake"})


def mark_namesakes(found: Instruments, local: Iterable[Fact]) -> None:
    """Mark the national regulations whose titles provinces give to acts of their own, the province in front."""
    bare = {_PLACE.sub("", key(row["name"])) for row in local}
    for name in bare & found.keys():
        if found[name][-1].level in ("行政法规", RANKLESS):
            _amend_last(found, name, flags=found[name][-1].flags | {"namesake"})


def _mark_first(lines: list[Line], title: str, adopted: str) -> None:
    if lines[0].promulgated != adopted:
        raise SystemExit(f"register_corrections.toml: [first] {title}: the first version is of {lines[0].promulgated}")
    lines[0] = replace(lines[0], flags=lines[0].flags | {"first"})


def _number(lines: list[Line], day: str, number: str) -> None:
    """Give a number to the version of a day and to no other; a version that is not there gets a line."""
    lines[:] = [replace(line, number="") if line.number == number else line for line in lines]
    for at, line in enumerate(lines):
        if line.promulgated == day:
            lines[at] = replace(line, number=number)
            return
    last = lines[-1]
    lines.insert(0, Line(last.title, last.level, last.issuer, number=number, promulgated=day))


def _refuse_misplaced_numbers(found: Instruments) -> None:
    """Raise where an order is numbered as if it were years older or newer than its day."""
    orders = sorted(
        (int(order[1]), date.fromisoformat(line.promulgated), line.title)
        for lines in found.values()
        for line in lines
        if (order := ORDER.fullmatch(line.number)) and line.promulgated
    )
    newest = date.min
    for number, day, title in orders:
        if newest != date.min and day < newest - _OUT_OF_TURN:
            raise SystemExit(f"国务院令第{number}号 {title}: {day} is before the order in front of it, {newest}")
        newest = max(newest, day)


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


def _name_issuers(found: Instruments) -> None:
    """Take the issuer of a document from its title, where it stands there."""
    for lines in found.values():
        if lines[-1].level == "规范性文件" and not lines[-1].issuer and (issuer := _ISSUER.match(lines[-1].title)):
            lines[-1] = replace(lines[-1], issuer=issuer[1].replace(" ", "、"))


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
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    facts = Path(arguments[1])
    target = Path(arguments[2]) if len(arguments) > 2 else _TARGET  # noqa: PLR2004
    corrections = tomllib.loads((Path(__file__).parent / "register_corrections.toml").read_text("utf-8"))
    found = from_laws(read_facts(facts / "laws.jsonl"))
    add_party_and_policy(found, read_facts(facts / "party-and-policy.jsonl"))
    add_repeals(found, read_facts(facts / "repealed.jsonl"), corrections["undated_repeals"])
    correct(found, corrections)
    mark_namesakes(found, read_facts(facts / "laws-local.jsonl"))
    print(f"{target}: {write(found, target)} instruments")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
