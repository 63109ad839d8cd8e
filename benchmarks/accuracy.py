"""Recall of every rule on planted defects, and what else the defects change.

Run `python benchmarks/accuracy.py`; `--misses` lists what was not found, `--changes` every other
finding that changed with the reason its plant gives.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from planting import Plant, read_plants, report_text

from report_lint import SourceText, lint, load_ruleset

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from report_lint import Finding
    from report_lint.text import Format

Key = tuple[str, str]


@dataclass(frozen=True)
class Outcome:
    """What came of one plant."""

    plant: Plant
    found: bool
    came: tuple[Key, ...]
    went: tuple[Key, ...]

    @property
    def unexplained(self) -> list[str]:
        """Return the other changes that the plant gives no reason for."""
        came = [f"+{code} {quote}" for code, quote in self.came if code not in self.plant.also]
        went = [f"-{code} {quote}" for code, quote in self.went if code not in self.plant.gone]
        return came + went

    @property
    def explained(self) -> list[str]:
        """Return the other changes with their reasons."""
        came = [f"+{code} {self.plant.also[code]}" for code, _ in self.came if code in self.plant.also]
        return came + [f"-{code} {self.plant.gone[code]}" for code, _ in self.went if code in self.plant.gone]


def outcomes(plants: Iterable[Plant]) -> list[Outcome]:
    """Return what comes of each plant."""
    return [_outcome(plant) for plant in plants]


def recall(done: Sequence[Outcome]) -> float:
    """Return the share of the plants that were found."""
    return sum(one.found for one in done) / len(done)


def _outcome(plant: Plant) -> Outcome:
    select = [plant.code] if plant.alone else []
    findings = lint(plant.planted(), select=select, previous=_last_year(plant.previous)).findings
    hit = next((one for one in findings if one.code == plant.code and _at(plant, one)), None)
    after = Counter(_key(one) for one in findings if one is not hit)
    before = _before(plant.report, plant.format, tuple(select), plant.previous)
    came, went = after - before, before - after
    return Outcome(plant, hit is not None, tuple(came.elements()), tuple(went.elements()))


def _at(plant: Plant, finding: Finding) -> bool:
    start = plant.text.find(plant.place)
    while start >= 0:
        if start < finding.range.end.offset and finding.range.start.offset < start + len(plant.place):
            return True
        start = plant.text.find(plant.place, start + 1)
    return False


def _key(finding: Finding) -> Key:
    return finding.code, finding.quote


@cache
def _before(report: str, format_: Format, select: tuple[str, ...], previous: str | None) -> Counter[Key]:
    sound = SourceText(report_text(report), format=format_)
    return Counter(_key(one) for one in lint(sound, select=select, previous=_last_year(previous)).findings)


def _last_year(name: str | None) -> SourceText | None:
    return None if name is None else SourceText(report_text(name))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; return 1 when a change is unexplained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--changes", action="store_true")
    parser.add_argument("codes", nargs="*", help="codes or families; all when none is given")
    options = parser.parse_args(arguments)
    plants = [plant for plant in read_plants() if not options.codes or plant.code.startswith(tuple(options.codes))]
    done = outcomes(plants)
    _print_recall(done)
    missed = [one for one in done if not one.found]
    unexplained = [one for one in done if one.unexplained]
    for one in missed if options.misses else ():
        print(f"MISS {one.plant.name}: {one.plant.place}")
    for one in done if options.changes else ():
        for change in one.explained:
            print(f"{one.plant.name}: {change}")
    for one in unexplained:
        print(f"UNEXPLAINED {one.plant.name}: {'; '.join(one.unexplained)}")
    changes, reasons = sum(len(one.came) + len(one.went) for one in done), sum(len(one.explained) for one in done)
    for code in _without_plants(plants) if not options.codes else ():
        print(f"{code} has no plant: it compares the reports of a batch, which no command does yet")
    print(f"other findings that changed: {changes}, explained {reasons}, unexplained {changes - reasons}")
    return 1 if unexplained else 0


def _without_plants(plants: Sequence[Plant]) -> list[str]:
    """Return the rules without a plant; the tool's own (INT) apart."""
    planted = {plant.code for plant in plants}
    return [rule.code for rule in load_ruleset().rules if rule.code not in planted and not rule.code.startswith("INT")]


def _print_recall(done: Sequence[Outcome]) -> None:
    by_code: dict[str, list[Outcome]] = {}
    by_family: dict[str, list[Outcome]] = {}
    for one in done:
        by_code.setdefault(one.plant.code, []).append(one)
        by_family.setdefault(one.plant.code[:3], []).append(one)
    for code, ones in by_code.items():
        print(f"{code} {sum(one.found for one in ones)}/{len(ones)}", end="  ")
    print()
    for family, ones in by_family.items():
        print(f"{family} {recall(ones):.3f} ({len(ones)} plants)")
    print(f"all {recall(done):.3f} ({len(done)} plants, {len(by_code)} rules)")


if __name__ == "__main__":
    sys.exit(main())
