"""How long report-lint takes beside other linters of prose, in one run on one machine.

Run `python benchmarks/peers.py`. Peers are taken from PATH; those that are not there are named and left out
(`npm install textlint textlint-rule-prh zhlint autocorrect-node @lint-md/cli`, `pip install codespell proselint
pymarkdownlnt`). None of them does what report-lint does: they look for words, spaces and punctuation, not for parts,
laws and duties. The times say what a user of such tools is used to wait; read the ratios, machines are noisy.
The programs take turns, so that a slow spell of the machine slows all of them.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timing import report_of

ROUNDS = 7
FILES = 100
OURS = "report-lint"
NAMES = 1_000  # of made-up laws, in the dictionary of textlint's prh

# How each is told to check files; the names of the files follow.
PEERS = {
    "autocorrect": ["--lint"],
    "zhlint": [],
    "lint-md": [],
    "textlint": ["--config", "textlintrc.json"],
    "codespell": [],
    "proselint": ["check"],
    "pymarkdown": ["scan"],
}


def commands() -> dict[str, list[str]]:
    """Return the commands of this program and of the peers that are here."""
    found = {OURS: [sys.executable, "-m", "report_lint", "check", "--format", "json", "--fail-on", "never"]}
    for name, options in PEERS.items():
        program = shutil.which(name)
        if program is None:
            print(f"{name} is not on PATH", file=sys.stderr)
        else:
            found[name] = [program, *options]
    return found


def wall_ms(command: list[str], folder: Path) -> float:
    """Return the time of one run of a program in milliseconds, whatever it finds; one that cannot run is no peer."""
    start = time.perf_counter()
    ended = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    taken = (time.perf_counter() - start) * 1000
    if ended.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} ended with {ended.returncode}: {ended.stderr.strip()[-200:]}")
    return taken


def dictionary(folder: Path) -> None:
    """Write what textlint needs to look for misspelt names of laws."""
    rules = [{"expected": f"《云岭县第{at}号管理办法》", "pattern": f"《云岭第{at}号办法》"} for at in range(NAMES)]
    (folder / "prh.yml").write_text(json.dumps({"version": 1, "rules": rules}), encoding="utf-8")
    (folder / "textlintrc.json").write_text(
        json.dumps({"rules": {"prh": {"rulePaths": ["prh.yml"]}}}), encoding="utf-8"
    )


def main() -> None:
    """Print the median of each program on one report and on many, and its ratio to this program."""
    text = report_of(3_000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dictionary(folder)
        files = [f"report{at:03}.md" for at in range(FILES)]
        for file in files:
            (folder / file).write_text(text, encoding="utf-8")
        programs = commands()
        for label, some in (("one report", files[:1]), (f"{FILES} reports", files)):
            rounds = ROUNDS if len(some) == 1 else 3
            taken: dict[str, list[float]] = {program: [] for program in programs}
            for _ in range(rounds):
                for program, command in programs.items():
                    taken[program].append(wall_ms([*command, *some], folder))
            ours = statistics.median(taken[OURS])
            print(f"{label}, {len(text)} characters each")
            for program, times in sorted(taken.items(), key=lambda item: statistics.median(item[1])):
                median = statistics.median(times)
                print(f"  {program:<14} {median:8.0f} ms  {median / ours:6.2f}")


if __name__ == "__main__":
    main()
