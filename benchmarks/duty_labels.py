"""Reads the labelled sentences and parts of duty_set/, and sets a sentence into a report that shows no duty itself."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SET = Path(__file__).parent / "duty_set"
STATUSES = ("evidenced", "mentioned", "either", "not_applicable")
CELLS = ("met", "partly", "missing", "not_applicable")
ABOUT = ("person", "office", "deputy", "others", "nobody")
WORDINGS = ("listed", "fresh", "plain", "held", "held2", "held3")
NONE = "-"

_BODIES = {
    "party": "中共{place}委员会",
    "government": "{place}人民政府",
    "joint": "中共{place}委员会、{place}人民政府",
    "department": "{place}商务局",
}
_PLACES = {"province": "岚江省", "city": "霁川市", "county": "云岭县", "township": "云岭县青溪镇"}
_REPORT = """\
{issuer}{year}年度法治政府建设情况的报告

一、{year}年度推进法治政府建设的主要举措和成效

各项工作平稳有序，具体情况另见台账。{elsewhere}

二、{year}年度推进法治政府建设存在的不足和原因

人手偏紧，原因是编制较少。
{part}
{plan}、{next}年度推进法治政府建设的主要安排

继续做好各项工作。

{issuer}

{next}年1月15日
"""
_PART = "\n三、{year}年度党政主要负责人履行推进法治建设第一责任人职责情况\n\n{text}\n"


@dataclass(frozen=True)
class Wanted:
    """What a sentence shows: any of the duties will do, the first is the one we would name."""

    ids: tuple[str, ...]
    status: str


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence, as README.md in the folder describes it."""

    id: str
    profile: str
    year: int
    place: str
    about: str
    wanted: tuple[Wanted, ...]
    also: frozenset[str]
    wording: str
    trap: str
    text: str

    @property
    def shown(self) -> tuple[Wanted, ...]:
        """Return the duties that it shows; the others are said not to apply."""
        return tuple(one for one in self.wanted if one.status != "not_applicable")

    @property
    def accepted(self) -> frozenset[str]:
        """Return all duties that a reviewer may read in it."""
        return self.also.union(*(one.ids for one in self.shown))

    @property
    def report(self) -> str:
        """Return a report that holds it and shows nothing else."""
        return report_around(self.text, self.profile, self.year, self.place)


@dataclass(frozen=True)
class Part:
    """A whole report with a first responsible part, and what a reviewer says of it."""

    name: str
    profile: str
    style: str
    held: str
    codes: frozenset[str]
    maybe: frozenset[str]
    matrix: dict[str, frozenset[str]]

    @cached_property
    def text(self) -> str:
        """Return the report."""
        return (SET / "parts" / f"{self.name}.txt").read_text(encoding="utf-8")


def report_around(text: str, profile: str, year: int, place: str = "part") -> str:
    """Return a neutral report of a profile with a text in its first responsible part, or in part one without that."""
    body, level = profile.split("/")
    inside = place == "part"
    return _REPORT.format(
        issuer=_BODIES[body].format(place=_PLACES[level]),
        year=year,
        next=year + 1,
        elsewhere="" if inside else f"\n\n{text}",
        part=_PART.format(year=year, text=text) if inside else "",
        plan="四" if inside else "三",
    )


def sentences() -> tuple[Sentence, ...]:
    """Return the labelled sentences."""
    with (SET / "sentences.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(_sentence(row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _sentence(row: dict[str, str]) -> Sentence:
    wanted = (label.split("=") for label in row["duties"].split() if label != NONE)
    return Sentence(
        id=row["id"],
        profile=row["profile"],
        year=int(row["year"]),
        place=row["place"],
        about=row["about"],
        wanted=tuple(Wanted(tuple(ids.split("/")), status) for ids, status in wanted),
        also=frozenset(row["also"].split()) - {NONE},
        wording=row["wording"],
        trap="" if row["trap"] == NONE else row["trap"],
        text=row["text"],
    )


def parts() -> tuple[Part, ...]:
    """Return the labelled parts."""
    return tuple(_part(path) for path in sorted((SET / "parts").glob("*.toml")))


def _part(path: Path) -> Part:
    labels = tomllib.loads(path.read_text(encoding="utf-8"))
    cells = {duty: frozenset(key.split("|")) for key, duties in labels["matrix"].items() for duty in duties.split()}
    return Part(
        name=path.stem,
        profile=labels["profile"],
        style=labels["style"],
        held=labels.get("held", ""),
        codes=frozenset(labels["codes"]),
        maybe=frozenset(labels["maybe"]),
        matrix=cells,
    )
