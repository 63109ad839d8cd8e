"""How fast the register answers: the national one, and one ten times as large.

Run `python benchmarks/register.py`. Medians; machines are noisy, so read ratios rather than digits.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from timing import median_ms

from report_lint.packs import rules_folder
from report_lint.register import HEADER, TableRegister, join, key, load_register, register_of, validate
from report_lint.register.columns import row_of

if TYPE_CHECKING:
    from collections.abc import Callable

NATIONAL = rules_folder() / "national" / "instruments.tsv"
FACTOR = 10
_COPIES = "甲乙丙丁戊己庚辛壬"

HITS = ("行政处罚法", "中华人民共和国民法典", "优化营商环境条例", "代表法", "信访工作条例")
MISSES = ("云岭县行政执法公示办法", "关于印发会议制度的通知", "城市公园绿地管理条例", "关于审理案件工作的规定")
SLIPS = ("行政处分法", "突发事件应急法", "城市公园绿地管理条例", "中华人民共和国农村公路管理法")


def larger(text: str) -> str:
    """Return a register of ten times the lines: the same titles with another character in front."""
    lines = text.splitlines()[1:]
    rows = [row_of(line) for line in lines]
    copies = []
    for first in _COPIES:
        for row in rows:
            title = first + row["title"]
            changed = row | {"key": key(title), "title": title, "aliases": "", "successor": ""}
            copies.append("\t".join(changed.values()))
    return "\n".join(("\t".join(HEADER), *sorted(lines + copies, key=lambda line: line.partition("\t")[0]), ""))


def show(words: str, milliseconds: float, calls: int = 1) -> None:
    """Print a line of the table."""
    print(f"  {words:<46} {1000 * milliseconds / calls:10.1f} µs")


def measure(path: Path) -> None:
    """Print what a register costs to load, and to ask for the first time and again."""
    text = path.read_text("utf-8")
    print(f"{text.count(chr(10)) - 1} lines, {path.stat().st_size // 1024} KB")
    show("load", median_ms(lambda: load_register(path), 21))
    show("load and check every line", median_ms(lambda: validate(load_register(path)), 3))
    register = load_register(path)
    show("names()", median_ms(lambda: list(register.names()), 11))

    def afresh(ask: Callable[[TableRegister], object], times: int = 21) -> float:
        made = iter([register_of(text, "register") for _ in range(times)])
        return median_ms(lambda: ask(next(made)), times)

    show("first find", afresh(lambda one: one.find("行政处罚法")))
    show("first find of a short name, which reads all of them", afresh(lambda one: one.find("代表法")))
    show("first proposal, which reads the keys", afresh(lambda one: one.near("行政处分法")))
    for title in (*HITS, *MISSES, *SLIPS):
        register.find(title)
        register.near(title, slips=2)
    show("find, a title that is there", median_ms(lambda: [register.find(title) for title in HITS], 201), len(HITS))
    show("find, a title that is not", median_ms(lambda: [register.find(title) for title in MISSES], 201), len(MISSES))
    show("near, one slip", median_ms(lambda: [register.near(title) for title in SLIPS], 51), len(SLIPS))
    show("near, two slips", median_ms(lambda: [register.near(title, slips=2) for title in SLIPS], 51), len(SLIPS))
    joined = join([register, register_of("\t".join(HEADER) + "\n", "own")])
    if joined is not None:
        show("find in two joined", median_ms(lambda: [joined.find(title) for title in MISSES], 201), len(MISSES))


if __name__ == "__main__":
    measure(NATIONAL)
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "instruments.tsv"
        large.write_text(larger(NATIONAL.read_text("utf-8")), "utf-8")
        measure(large)
