"""How fast a lint is: warm, cold, and as the text grows.

Run `python benchmarks/speed.py`. Medians; machines are noisy, so read ratios rather than digits.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from timing import median_ms, report_of

from report_lint import lint_text

TARGET = 3000  # characters of the report that the goals speak of


def process_ms(arguments: list[str], times: int = 11) -> float:
    """Return the median time of a whole process in milliseconds."""
    return median_ms(lambda: subprocess.run(arguments, check=False, capture_output=True), times)


def warm(text: str) -> None:
    """Print the warm time of one lint and how it grows with the text."""
    lint_text(text)
    print(f"warm, {len(text)} characters: {median_ms(lambda: lint_text(text), 51):7.2f} ms (goal 3 ms)")
    once = None
    for factor, times in ((1, 31), (10, 9), (100, 3)):
        long = "\n".join([text] * factor)
        taken = median_ms(lambda long=long: lint_text(long), times)
        once = once or taken
        print(f"  x{factor:<4} {len(long):>8} characters {taken:9.2f} ms, {taken / once / factor:5.2f} of linear")


def cold(text: str) -> None:
    """Print the time of the command from the shell, and what its floors are."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, encoding="utf-8")
        command = [python, "-m", "report_lint", "check", "--format", "json", str(path)]
        print(f"cold, check --format json: {process_ms(command):6.0f} ms (goal 300 ms), of which")
    for name, code in (
        ("interpreter", "pass"),
        ("+ pydantic", "from pydantic import BaseModel"),
        ("+ pydantic and regex", "import regex; from pydantic import BaseModel"),
        ("+ import report_lint", "import report_lint"),
        ("+ load the pack", "import report_lint; report_lint.load_ruleset()"),
    ):
        print(f"  {name:<22} {process_ms([python, '-c', code]):6.0f} ms")


if __name__ == "__main__":
    report = report_of(TARGET)
    warm(report)
    cold(report)
