"""How fast the language server answers a change, and what its memory does over thousands of them.

`python benchmarks/server.py [EDITS]` types into a report of 3,000 characters. Every edit is another text, as in an
editor; what is measured is the edit, the check and the diagnostics, without the pause that waits for the next key.
"""

from __future__ import annotations

import random
import resource
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from lsprotocol.types import Position, Range, TextDocumentContentChangePartial
from speed import TARGET
from timing import report_of

from report_lint.commands.flags import Flags
from report_lint.server.diagnostics import diagnostics
from report_lint.server.documents import OpenDocument
from report_lint.server.session import Checked, Session

GOAL_MS = 20
TYPED = "《》一二三，。0123年件次县局长𠮷\n"


def typed(opened: OpenDocument, rng: random.Random) -> OpenDocument:
    """Return the document with one character more or less at some place."""
    line = rng.randrange(opened.text.count("\n") + 1)
    character = rng.randrange(60)
    long = len(opened.text) > TARGET + 200
    end = Position(line, character + 1) if long else Position(line, character)
    text = "" if long else rng.choice(TYPED)
    change = TextDocumentContentChangePartial(range=Range(Position(line, character), end), text=text)
    return opened.changed([change], opened.version + 1, "utf-16")


def memory_mb() -> float:
    """Return the resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def main(edits: int) -> None:
    """Print the times and the memory."""
    rng = random.Random(7)  # noqa: S311  the same edits in every run
    session = Session(Flags(no_config=True))
    opened = OpenDocument("untitled:report", "plaintext", 1, report_of(TARGET))
    times: list[float] = []
    for edit in range(1, edits + 1):
        start = perf_counter()
        opened = typed(opened, rng)
        outcome = session.check(opened)
        if isinstance(outcome, Checked):
            diagnostics(outcome)
        times.append((perf_counter() - start) * 1000)
        if edit in (edits // 10, edits // 2, edits):
            print(f"after {edit:>6} edits: {memory_mb():6.1f} MB")
    times.sort()
    print(f"a change of {len(opened.text)} characters: median {median(times):.1f} ms, ", end="")
    print(f"95 of 100 within {times[len(times) * 95 // 100]:.1f} ms (goal {GOAL_MS} ms)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 10_000)
