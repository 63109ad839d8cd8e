"""How the benchmarks take times, and the report they take them on."""

from __future__ import annotations

import gc
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EXAMPLES = Path(__file__).parents[1] / "examples"


def report_of(length: int) -> str:
    """Return an example report of about so many characters: the one nearest to it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    return min(texts, key=lambda text: abs(len(text) - length))


def median_ms(run: Callable[[], object], times: int) -> float:
    """Return the median time of a call in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def cpu_ms(runs: Sequence[Callable[[], object]], seconds: float, fewest: int, most: int = 9) -> list[float]:
    """Return the median processor time of each call in milliseconds, from as many rounds as fit into the seconds.

    The calls take turns, so that a slow spell of the machine slows all of them, and the garbage
    collector rests: its runs fall into one call or another by chance.
    """
    taken: list[list[float]] = [[] for _ in runs]
    begun = time.perf_counter()
    gc.collect()
    gc.disable()
    try:
        while len(taken[0]) < fewest or (len(taken[0]) < most and time.perf_counter() - begun < seconds):
            for run, times in zip(runs, taken, strict=True):
                start = time.process_time()
                run()
                times.append((time.process_time() - start) * 1000)
    finally:
        gc.enable()
    return [statistics.median(times) for times in taken]
