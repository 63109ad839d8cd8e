"""How well citations are found, resolved and judged, on the labelled sentences of citation_set/.

Run `python benchmarks/citations.py`; `--misses` lists each disagreement, `--speed` adds how the time grows.
citation_set/README.md says how the set was made and what its labels mean. What is counted:

- Each sentence stands in a report of its own that cites nothing else. A citation is found when its span is exact; one
  with another span is both lost and wrong, an optional one neither. Kind, official title, form and article are
  compared where the span is found.
- A false claim is an error or a warning of a CIT rule that no label asks for; a false hint is an info that says
  something of a law itself. Hints on how something is written are counted apart: they are matters of habit.
- A planted mistake is spoken of when any CIT finding touches it, with the right code when one that the label names
  does, with the right proposal when that one also names the title meant.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from citation_growth import print_speed
from citation_labels import sentences
from citation_scores import result_of, title_of
from duty_scores import Score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from citation_labels import Label
    from citation_scores import Found, Planted, Result

HELD = "held_slips"
FOUND_GOAL, KIND_GOAL, CLAIMS_GOAL, PLANTED_GOAL = 0.99, 0.97, 0, 0.97


def score_of(results: Iterable[Result]) -> Score:
    """Return how many citations were found."""
    score = Score()
    for one in results:
        score.add(right=len(one.wanted), wrong=len(one.wrong), lost=len(one.lost))
    return score


def share(results: Sequence[Result], asked: str, missed: str) -> tuple[float, int]:
    """Return which share of what was asked was not missed, and how much was asked."""
    count = sum(len(getattr(one, asked)) for one in results)
    return 1 - sum(len(getattr(one, missed)) for one in results) / max(count, 1), count


def print_figures(results: Sequence[Result]) -> None:
    """Print the figures over all sentences."""
    sound = sum(not one.planted for one in results)
    print(f"{len(results)} sentences, {sound} of them without a planted mistake")
    _line("citations found", f"{score_of(results).line()}  goal P, R {FOUND_GOAL}")
    for name, asked, missed, goal in (
        ("kind", "kinds", "misjudged", f"  goal {KIND_GOAL}"),
        ("official title", "kinds", "misresolved", ""),
        ("title, alias or reference", "wanted", "misnamed", ""),
        ("article", "articles", "misread", ""),
    ):
        right, count = share(results, asked, missed)
        _line(name, f"{right:.3f} of {count}{goal}")
    for message in sorted({message for one in results for message in one.crashed}):
        _line("A RULE CRASHED", message)
    _line("false claims", f"{sum(len(one.claims) for one in results)}  goal {CLAIMS_GOAL}")
    _line("false hints", f"{sum(len(one.hints) for one in results)}")
    _line("hints on writing, not labelled", f"{sum(len(one.habits) for one in results)}")


def _line(name: str, figures: str) -> None:
    print(f"  {name:<31} {figures}")


def print_groups(results: Sequence[Result]) -> None:
    """Print the figures of each group."""
    asked = (("kinds", "misjudged"), ("kinds", "misresolved"), ("articles", "misread"))
    columns = ("sentences", "cites", "P", "R", "kind", "title", "article", "claims", "hints")
    print(f"{'group':<12}" + "".join(f"{column:>10}" for column in columns))
    for group in Counter(one.sentence.group for one in results):
        some = [one for one in results if one.sentence.group == group]
        score = score_of(some)
        shares = [share(some, *names) for names in asked]
        cells = [
            *(f"{len(some)}", f"{score.right + score.lost}"),
            *(f"{value:.3f}" for value in (score.precision, score.recall)),
            *(f"{right:.3f}" if count else "-" for right, count in shares),
            *(f"{sum(len(one.claims) for one in some)}", f"{sum(len(one.hints) for one in some)}"),
        ]
        print(f"{group:<12}" + "".join(f"{cell:>10}" for cell in cells))


def print_planted(planted: Sequence[Planted]) -> None:
    """Print how many planted mistakes were spoken of, by kind."""
    print(f"{'planted':<12}{'count':>10}{'spoken':>10}{'code':>10}{'proposal':>10}")
    rows = {
        kind: [one for one in planted if one.slip.kind == kind] for kind in Counter(one.slip.kind for one in planted)
    }
    rows["held"] = [one for one in planted if one.sentence.group == HELD]
    rows["all"] = list(planted)
    for kind, some in rows.items():
        told = [sum(values) / len(some) for values in zip(*map(_told, some), strict=True)]
        goal = f"  goal {PLANTED_GOAL}" if kind == "all" else ""
        print(f"{kind:<12}{len(some):>10}" + "".join(f"{value:>10.3f}" for value in told) + goal)


def _told(one: Planted) -> tuple[bool, bool, bool]:
    return bool(one.said), one.coded, one.proposed


def print_misses(results: Iterable[Result]) -> None:
    """Print each sentence that is read otherwise than labelled."""
    for result in results:
        told = [f"{name}: {'; '.join(found)}" for name, found in _misses(result).items() if found]
        if told:
            one = result.sentence
            print(f"{one.id} [{one.issuer} {one.year}] {one.text!r}")
            print("".join(f"     {line}\n" for line in told), end="")


def _misses(result: Result) -> dict[str, list[str]]:
    return {
        "lost": [label.text for label in result.lost],
        "wrong": [one.cited.text for one in result.wrong],
        "kind": [f"{label.text} {one.cited.kind}" for label, one in result.misjudged],
        "title": [_other_title(label, one) for label, one in result.misresolved],
        "form": [f"{label.text} {one.cited.named_by}" for label, one in result.misnamed],
        "article": [
            f"{label.text} {one.cited.article}, not {'/'.join(label.articles)}" for label, one in result.misread
        ],
        "claim": list(map(str, result.claims)),
        "hint": list(map(str, result.hints)),
        "habit": list(map(str, result.habits)),
        "planted": [_untold(one) for one in result.planted if not one.proposed],
    }


def _other_title(label: Label, one: Found) -> str:
    return f"{label.text} {title_of(one)}, not {'/'.join(map(str, label.titles))}"


def _other_article(label: Label, one: Found) -> str:
    return f"{label.text} {one.cited.article}, not {'/'.join(label.articles)}"


def _untold(one: Planted) -> str:
    wanted = f"{'/'.join(sorted(one.slip.codes))} {one.slip.title or ''}"
    return f"{one.slip.kind} {one.label.text} {wanted}: {'; '.join(map(str, one.said)) or 'nothing'}"


def main() -> None:
    """Print the figures, and what the options ask for."""
    results = [result_of(sentence) for sentence in sentences()]
    if "--misses" in sys.argv:
        print_misses(results)
    print_figures(results)
    print_groups(results)
    print_planted([one for result in results for one in result.planted])
    if "--speed" in sys.argv:
        print_speed()


if __name__ == "__main__":
    main()
