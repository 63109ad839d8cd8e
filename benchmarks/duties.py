"""How well the duty check agrees with a reviewer, on the labelled sentences and parts of duty_set/.

Run `python benchmarks/duties.py`; `--misses` lists each disagreement, `--speed` adds how the time grows.
duty_set/README.md says how the set was made and what its labels mean. What is counted:

- A prediction is a duty that the checklist calls met or partly when the sentence stands in a report that shows no
  duty itself. It is right where the label names the duty, or another that the label takes for the same act; neither
  right nor wrong where the label says that a reviewer may read it so. `with status` also wants met for evidenced and
  partly for mentioned; `first named` takes only the duty that the label names first.
- Person or office: a sentence about the head with a labelled duty is told rightly when one of its duties is found; a
  sentence about the office, a deputy, others or nobody when no duty is called met, for met says that the head did it.
  Whose act the evidence tells asks more: the head is named beside the evidence where the act is his, and nowhere else.
- Who acts, whatever the duty: the head is named as acting in every sentence about him, and in no other.
- A false absent is a duty called missing that a reader finds in the report; a false credit is one called met in a
  report where a reader finds no act of the head that shows it.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from duty_labels import WORDINGS, parts, report_around, sentences
from duty_scores import Result, Score, matrix_of, result_of, total
from timing import cpu_ms

from report_lint import lint_text, load_ruleset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from duty_scores import Matrix

F1_GOAL, WHO_GOAL = 0.90, 0.95
PROFILE = "department/county"
SIZES = (50_000, 200_000)  # characters of a first responsible part that is one sentence
TIMES = 4  # as many wordings
_SENTENCES = {
    "head and act": "局长听取法治工作汇报3次，研究法治建设，",
    "office": "我局开展普法宣传活动12场，审查合同9份，",
    "heads and others": "对反馈问题，由局长研究法治工作3次、副局长召开法治会议2次，",
    "no duty": "各项工作平稳有序开展并且稳步推进，",
    "half a wording": "法治",
}


def print_sentences(results: Sequence[Result]) -> None:
    """Print the figures over the sentences."""
    register = [result for result in results if result.sentence.wording != "plain"]
    traps = sum(bool(result.sentence.trap) for result in results)
    print(f"{len(results)} sentences, {traps} of them look-alikes and traps")
    _line("duties, as reports are worded", f"{total(register).line()}  goal F1 {F1_GOAL:.2f}")
    _line("  with status", total(register, Result.scored_with_status).line())
    _line("  first named", total(register, Result.scored_by_first).line())
    _line("duties, plain words too", total(results).line())
    for wording in WORDINGS:
        _line(f"  {wording}", total(one for one in results if one.sentence.wording == wording).line())
    for body in Counter(_body(result) for result in results):
        _line(f"  {body}", total(one for one in register if _body(one) == body).line())
    _line("duties that do not apply", f"{sum(bool(result.not_applied) for result in results)} called otherwise")
    print_who("as reports are worded", register)
    print_who("plain words too", results)
    for wording in WORDINGS[-2:]:
        print_who(wording, [one for one in results if one.sentence.wording == wording])
    for trap in sorted({result.sentence.trap for result in results} - {""}):
        clean = [not result.false for result in results if result.sentence.trap == trap]
        _line(f"  trap {trap}", f"{sum(clean)} of {len(clean)} without a false duty")


def _body(result: Result) -> str:
    return result.sentence.profile.split("/")[0]


def _line(name: str, figures: str) -> None:
    print(f"  {name:<30} {figures}")


def print_who(which: str, results: Sequence[Result]) -> None:
    """Print how often person and office are told apart."""
    asked = [result for result in results if result.asks_who]
    share = sum(result.who for result in asked) / len(asked)
    told = Counter(result.sentence.about for result in asked if result.who)
    by_kind = (
        f"{about} {told[about]}/{count}" for about, count in Counter(one.sentence.about for one in asked).items()
    )
    _line(f"person or office, {which}", f"{share:.3f}  goal {WHO_GOAL:.2f}  ({', '.join(by_kind)})")
    subject = [result.subject for result in results]
    _line("  who acts, whatever the duty", f"{sum(subject) / len(subject):.3f}")
    whose = [result.whose for result in asked]
    _line("  whose act the evidence tells", f"{sum(whose) / len(whose):.3f}")


def print_parts(which: str, matrices: Sequence[Matrix]) -> None:
    """Print the figures over some whole parts."""
    cells = sum(len(one.part.matrix) for one in matrices)
    statuses = Counter(status for one in matrices for status in one.wrong.values())
    codes = Score()
    for one in matrices:
        codes.add(right=len(one.part.codes & one.codes), wrong=len(one.false), lost=len(one.lost))
    print(f"{len(matrices)} {which}, {cells} cells")
    _line("cells agreed", f"{1 - statuses.total() / cells:.3f}")
    _line("false absents", f"{statuses['missing']}  goal 0")
    _line("false credits", f"{statuses['met']}")
    _line("codes FRP", codes.line())


def print_misses(results: Iterable[Result], matrices: Iterable[Matrix]) -> None:
    """Print each sentence and part that is read otherwise than labelled."""
    for result in results:
        told = _told(result)
        if told:
            one = result.sentence
            print(f"{one.id} [{' '.join(filter(None, (one.profile, one.wording, one.trap)))}] {told}\n     {one.text}")
    for matrix in matrices:
        wrong = [
            f"{duty}={told}, not {'|'.join(sorted(matrix.part.matrix[duty]))}" for duty, told in matrix.wrong.items()
        ]
        codes = [f"{name} {code}" for name in ("lost", "false") for code in sorted(getattr(matrix, name))]
        if wrong or codes:
            print(f"{matrix.part.name} [{matrix.part.profile}] {'; '.join([*wrong, *codes])}")


def _told(result: Result) -> str:
    labels = {
        "lost": ["/".join(one.ids) for one in result.lost],
        "false": [f"{duty}={result.found[duty]}" for duty in result.false],
        "status": [f"{'/'.join(one.ids)}={one.status}" for one in result.misjudged],
        "applies": result.not_applied,
        "who": [result.sentence.about] if result.asks_who and not result.who else [],
    }
    return "; ".join(f"{key} {' '.join(found)}" for key, found in labels.items() if found)


def print_speed() -> None:
    """Print how the time of a lint grows with a part of one sentence, and with the number of wordings."""
    print("time of a whole lint (ratio 1.0 is linear)")
    for name, unit in _SENTENCES.items():
        runs = [_lint(report_around(unit * (size // len(unit)), PROFILE, 2024)) for size in SIZES]
        short, long = cpu_ms(runs, 5.0, 3)
        ratio = long / short / (SIZES[1] / SIZES[0])
        _line(f"one sentence, {name}", f"{short:8.1f} ms, {long:8.1f} ms, ratio {ratio:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        count = sum(len(duty.evidence.sources) for duty in load_ruleset().vocabulary.duties)
        pack = _pack(Path(folder), count * (TIMES - 1))
        text = next(part.text for part in parts() if part.profile == PROFILE)
        few, many = cpu_ms([_lint(text), _lint(text, (str(pack),))], 5.0, 15, 101)
    _line(f"{count} wordings, and {TIMES} times", f"{few:8.2f} ms, {many:8.2f} ms, ratio {many / few:.2f}")


def _lint(text: str, packs: tuple[str, ...] = ("national",)) -> Callable[[], object]:
    ruleset = load_ruleset(packs)
    return lambda: lint_text(text, profile=PROFILE, ruleset=ruleset)


def _pack(folder: Path, count: int) -> Path:
    """Write a pack that adds so many wordings to the national ones, worded like them, and return its folder."""
    head = ('id = "many"', 'title = "许多用语"', 'version = "1"', "prefixes = []", 'extends = "national"', "")
    (folder / "pack.toml").write_text("\n".join(head), encoding="utf-8")
    each = 40
    duties = []
    for first in range(0, count, each):
        words = ", ".join(f'"{_wording(at)}"' for at in range(first, min(first + each, count)))
        duties += [
            "[[duty]]",
            f'id = "Z{first // each + 1}"',
            'group = "Z"',
            'title = "另加的职责"',
            'binds = ["department"]',
            'basis = ["惯"]',
            'certainty = "low"',
            "counted = false",
            f"evidence = [{words}]",
            "",
        ]
    (folder / "more.toml").write_text("\n".join(duties), encoding="utf-8")
    return folder


def _wording(number: int) -> str:
    """Return one of many wordings: it begins as those of the catalogue do, and ends as no report does."""
    verbs = ("主持召开", "听取", "研究", "审定", "督促", "组织", "带头", "法治")
    ends = "甲乙丙丁戊己庚辛壬癸"
    return f"{verbs[number % len(verbs)]}…{ends[number // 8 % 10]}{ends[number // 80 % 10]}{ends[number // 800 % 10]}"


def main() -> None:
    """Print the figures, and what the options ask for."""
    results = [result_of(sentence) for sentence in sentences()]
    matrices = [matrix_of(part) for part in parts()]
    if "--misses" in sys.argv:
        print_misses(results, matrices)
    print_sentences(results)
    print_parts("parts", matrices)
    for group in sorted({one.part.held for one in matrices} - {""}):
        print_parts(f"parts of {group}", [one for one in matrices if one.part.held == group])
    if "--speed" in sys.argv:
        print_speed()


if __name__ == "__main__":
    main()
