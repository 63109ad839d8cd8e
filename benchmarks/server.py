"""How fast the language server answers a change, and what its memory does over thousands of them.

`python benchmarks/server.py [EDITS]` types into a report of 3,000 characters. Every edit is another text, as in an
editor; what is measured is the edit, the check and the diagnostics, without the pause that waits for the next key.
Then the server as a process is told of as many changes, and its memory is read.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

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


def message(**content: object) -> bytes:
    """Return a message of the protocol."""
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def change(version: int, text: str) -> bytes:
    """Return the message that a text is another one now."""
    document = {"uri": "untitled:report", "version": version}
    params = {"textDocument": document, "contentChanges": [{"text": text}]}
    return message(method="textDocument/didChange", params=params)


def process(edits: int) -> None:
    """Tell a server of changes, now and then with a pause in which it checks, and print its memory."""
    text = report_of(TARGET)
    document = {"uri": "untitled:report", "languageId": "plaintext", "version": 1, "text": text}
    command = [sys.executable, "-m", "report_lint", "server"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as server:
        tell = server.stdin
        if tell is None:
            return
        tell.write(message(id=1, method="initialize", params={"capabilities": {}, "processId": None, "rootUri": None}))
        tell.write(message(method="initialized", params={}))
        tell.write(message(method="textDocument/didOpen", params={"textDocument": document}))
        for edit in range(2, edits + 2):
            tell.write(change(edit, text[: -(edit % 50)]))
            tell.flush()
            sleep(0.3 if edit % 100 == 0 else 0)
            if edit in (edits // 10, edits // 2, edits):
                sleep(2)
                print(f"process after {edit:>6} changes: {memory_mb(server.pid):6.1f} MB")
        tell.close()


def memory_mb(process_id: int | str = "self") -> float:
    """Return the resident memory of a process."""
    pages = int(Path(f"/proc/{process_id}/statm").read_text(encoding="ascii").split()[1])
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
    count = int(sys.argv[1]) if sys.argv[1:] else 10_000
    main(count)
    process(count)
