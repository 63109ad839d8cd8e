"""How the time of a lint grows with the citations of a text, and with the register."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from timing import cpu_ms, report_of

from report_lint import lint_text, load_ruleset
from report_lint.packs import rules_folder
from report_lint.register import HEADER

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTS = (2_500, 10_000)
TIMES = 10  # as many instruments
_TITLE = "云岭县司法局关于2024年法治政府建设情况的报告\n\n一、主要举措和成效\n\n"
_REPEATED = {
    "opening marks": "《",
    "opening marks, a line each": "《甲\n",
    "empty marks": "《》",
    "articles": "第一条",
    "a title and articles": "《行政处罚法》第一条",
    "marked names": "《行政处罚法》",
    "unknown titles": "《城市公园绿地管理条例》",
    "misspelt titles": "《中华人民共和国行政处分法》，",
    "bare names": "民法典、行政处罚法、",
    "compounds with a name": "行政处罚法律制度",
    "references": "该法",
    "declared short names": "《行政处罚法》（以下简称《处罚法》）",
    "nested marks": "《关于〈行政处罚法〉的通知》",
    "document numbers": "《甲办法》（云政办〔2024〕3号）",
}
_PACK = """\
id = "many"
title = "许多法规"
version = "1"
prefixes = ["MNY"]
extends = "national"
register = "instruments.tsv"
"""
_WORDS = "甲乙丙丁戊己庚辛壬癸"


def print_speed() -> None:
    """Print how the time of a lint grows with each kind of citation, and with the register."""
    print(f"time of a whole lint at {COUNTS[0]} and {COUNTS[1]} (ratio 1.0 is linear)")
    for name, unit in _REPEATED.items():
        short, long = cpu_ms([_lint(_TITLE + unit * count) for count in COUNTS], 3.0, 3)
        print(f"  {name:<31} {short:8.1f} ms, {long:8.1f} ms, ratio {long / short * COUNTS[0] / COUNTS[1]:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        _print_register(_many(Path(folder)))


def _print_register(pack: Path) -> None:
    """Print the time of a lint with the national register and with many times as many instruments."""
    texts = {"an example report": report_of(3_000), "100 citations": _TITLE + "学习《民法典》《城市绿地条例》。" * 50}
    packs = (("national",), ("national", str(pack)))
    sizes = [sum(1 for _ in _titles(names)) for names in packs]
    print(f"time of a lint with {sizes[0]} instruments and with {sizes[1]}")
    for name, text in texts.items():
        few, many = cpu_ms([_lint(text, names) for names in packs], 5.0, 15, 101)
        print(f"  {name:<31} {few:8.2f} ms, {many:8.2f} ms, ratio {many / few:.2f}")


def _titles(names: tuple[str, ...]) -> list[str]:
    register = load_ruleset(names).vocabulary.register
    return list(register.titles()) if register else []


def _lint(text: str, packs: tuple[str, ...] = ("national",)) -> Callable[[], object]:
    ruleset = load_ruleset(packs)
    lint_text(text, ruleset=ruleset)  # what is built once for a register is built here
    return lambda: lint_text(text, ruleset=ruleset)


def _many(folder: Path) -> Path:
    """Write a pack that adds titles like those of the national register, a two-character word in front of each."""
    lines = (rules_folder() / "national" / "instruments.tsv").read_text(encoding="utf-8").splitlines()
    key, title, aliases = (HEADER.index(name) for name in ("key", "title", "aliases"))
    made = []
    for word in (_WORDS[at] + _WORDS[-at] for at in range(1, TIMES)):
        for row in (line.split("\t") for line in lines[1:]):
            row[key] = row[title] = word + row[key]
            row[aliases] = ""
            made.append(row)
    made.sort(key=lambda row: row[key])
    table = "\n".join("\t".join(row) for row in (list(HEADER), *made))
    (folder / "instruments.tsv").write_text(f"{table}\n", encoding="utf-8")
    (folder / "pack.toml").write_text(_PACK, encoding="utf-8")
    return folder
