"""How the time of each stage grows with its input, on long and hostile inputs.

Run `python benchmarks/growth.py`. Each line takes the time at a size, at twice and at four times the
size, and prints the last two in relation to linear growth: 1.0 is linear, less is better, growth
with the square would be 2.0 and 4.0. What exceeds 1.5, measured twice, is marked. Lists that outgrow
the caches of the processor alone cost up to a fifth more at each doubling.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inputs import listed, paragraph, register_of, styled, text_of, word
from timing import cpu_ms

from report_lint import SourceText, lint_text, load_ruleset
from report_lint.document import Days
from report_lint.parsing import parse
from report_lint.parsing.citations import find_citations
from report_lint.parsing.cover import find_cover
from report_lint.parsing.duties import duty_lexicon, find_duties
from report_lint.parsing.lexicon import Lexicon
from report_lint.parsing.outline import find_sections
from report_lint.parsing.parts import find_parts
from report_lint.parsing.persons import mentions, person_lexicon
from report_lint.parsing.profile import parse_profile
from report_lint.readers import read_bytes
from report_lint.register import HEADER, load_register
from report_lint.render import full
from report_lint.report import LintOutput, RunSummary, ToolInfo
from report_lint.wording import Wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from report_lint.document import Document

    Run = Callable[[], object]

RULESET = load_ruleset()
VOCABULARY = RULESET.vocabulary
PROFILE = "department/county"
MOST = 1.5
FACTORS = (1, 2, 4)
SECONDS = 0.1  # that a line of the table may take, unless three rounds take longer


class Row(NamedTuple):
    """A line of the table: what runs on what, the size it begins with, and how to make the call for a size."""

    stage: str
    what: str
    size: int
    make: Callable[[int], Run]


def on_text(stage: str, size: int, prepared: Callable[[str], Run], names: Iterable[str]) -> Iterator[Row]:
    """Yield the lines of a stage that takes a text."""
    for name in names:
        yield Row(stage, name, size, lambda length, name=name: prepared(text_of(name, length)))


def document_of(text: str) -> Document:
    """Return a parsed text."""
    return parse(SourceText(text), VOCABULARY, profile=parse_profile(PROFILE))


def cover(text: str) -> Run:
    """Return the call that finds the cover of a text."""
    source = SourceText(text)
    return lambda: find_cover(source)


def outline(text: str) -> Run:
    """Return the call that finds the sections of a text."""
    source = SourceText(text)
    found = find_cover(source)
    return lambda: find_sections(source, found)


def parts(text: str) -> Run:
    """Return the call that finds the five parts."""
    document = document_of(text)
    return lambda: find_parts(document.folded, document.cover, document.sections, VOCABULARY)


def citations(text: str) -> Run:
    """Return the call that finds and resolves the citations."""
    source = SourceText(text)
    found = find_cover(source)
    return lambda: find_citations(source, found, VOCABULARY, Days())


def duties(text: str) -> Run:
    """Return the call that looks for the duties."""
    document = document_of(text)
    return lambda: find_duties(document)


def persons(text: str) -> Run:
    """Return the call that looks for who is named."""
    words = VOCABULARY.persons
    return lambda: mentions(text, person_lexicon(words).by_key(text), words)


def duty_words(text: str) -> Run:
    """Return the call that looks for all wordings of duties."""
    lexicon = duty_lexicon(VOCABULARY, frozenset(duty.id for duty in VOCABULARY.duties))
    return lambda: lexicon.by_key(text)


def wording(text: str) -> Run:
    """Return the call that runs all rules of wording."""
    document = document_of(text)
    rules = RULESET.matching("WRD")
    return lambda: [problem for rule in rules for problem in rule.kind.run(rule.params, document)]


def gaps(text: str) -> Run:
    """Return the call that searches wordings with wide gaps and numbers one by one."""
    words = Wordings(["法治……法治……建设", "#…件", "#次"])
    searched = f"{text}\n件次"  # without them there would be nothing to search for
    return lambda: words.search(searched)


def whole(text: str) -> Run:
    """Return the call that lints a text."""
    return lambda: lint_text(text, profile=PROFILE)


def rendered(text: str) -> Run:
    """Return the call that writes the findings of a text for the terminal."""
    report = lint_text(text, profile=PROFILE)
    tool, summary = ToolInfo(version="0", packs=()), RunSummary(files=1, error=0, warning=0, info=0)
    output = LintOutput(tool=tool, reports=(report,), errors=(), summary=summary)
    return lambda: full.render(output, {"": SourceText(text)})


def absent(count: int) -> Wordings:
    """Return so many wordings that stand in no text."""
    return Wordings([f"丙{number}丁…戊{number}己" for number in range(count)])


def searched(count: int) -> Run:
    """Return the call that searches a text for so many wordings."""
    lexicon, text = Lexicon({"absent": absent(count)}), text_of("a report, repeated", 100_000)
    return lambda: lexicon.find(text)


def built(count: int) -> Run:
    """Return the call that makes ready so many wordings."""
    words = absent(count)
    return lambda: Lexicon({"absent": words})


def read(make: Callable[[int], bytes]) -> Callable[[int], Run]:
    """Return what makes the call that reads the bytes of a size."""

    def prepared(size: int) -> Run:
        data = make(size)
        return lambda: read_bytes(data)

    return prepared


def reader_rows() -> Iterator[Row]:
    """Yield the lines of the readers; sizes are paragraphs or characters."""
    files: dict[str, tuple[int, Callable[[int], bytes]]] = {
        "Word, paragraphs": (2_000, lambda count: word(paragraph("推进依法行政。") * count)),
        "Word, runs of one paragraph": (4_000, lambda count: word(f"<w:p>{'<w:r><w:t>甲</w:t></w:r>' * count}</w:p>")),
        "Word, cells of one row": (
            2_000,
            lambda count: word("<w:tbl><w:tr>" + f"<w:tc>{paragraph('甲')}</w:tc>" * count + "</w:tr></w:tbl>"),
        ),
        "Word, nested controls": (4_000, lambda depth: word("<w:sdt>" * depth + paragraph("甲") + "</w:sdt>" * depth)),
        "Word, lists of one abstract list": (1_000, listed),
        "Word, styles on one style": (1_000, styled),
        "GBK text": (200_000, lambda length: text_of("a report, repeated", length).encode("gb18030")),
        "UTF-8 text": (200_000, lambda length: text_of("a report, repeated", length).encode()),
        "UTF-8 text with lost characters": (50_000, lambda length: ("推进依法行政\ufffd。\n" * (length // 9)).encode()),
    }
    for what, (size, make) in files.items():
        yield Row("read", what, size, read(make))


def register_rows(folder: Path) -> Iterator[Row]:
    """Yield the lines of the register; sizes are instruments."""

    def path_of(count: int) -> Path:
        path = folder / f"{count}.tsv"
        path.write_text(register_of(HEADER, count), encoding="utf-8")
        return path

    def load(count: int) -> Run:
        path = path_of(count)
        return lambda: load_register(path)

    def look_up(count: int) -> Run:
        register = load_register(path_of(count))
        return lambda: [register.find(f"第{at:06}号管理办法") for at in range(200)]

    def propose(count: int) -> Run:
        register = load_register(path_of(count))
        return lambda: register.near("第000500号官理条列", slips=2)

    yield Row("register", "load", 5_000, load)
    yield Row("register", "look up 200 unknown titles", 5_000, look_up)
    yield Row("register", "propose titles two slips away", 5_000, propose)


def parsing_rows() -> Iterator[Row]:
    """Yield the lines of the stages of parsing; sizes are characters."""
    yield from on_text("cover", 12_500, cover, COVERS)
    yield from on_text("outline", 7_500, outline, OUTLINES)
    yield from on_text("outline", 37_500, outline, ["level-1 numbers, a line each"])
    yield from on_text("outline", 50_000, outline, ["one line of prose"])
    yield from on_text("parts", 7_500, parts, ["a report, repeated", "level-1 headings"])
    yield from on_text("parts", 30_000, parts, ["heads, a sentence each"])
    yield from on_text("citations", 7_500, citations, CITATIONS)
    yield from on_text("citations", 20_000, citations, ["local acts and others"])
    yield from on_text("duties", 7_500, duties, DUTIES)
    yield from on_text("duties", 50_000, duties, ["half a duty in one sentence"])
    yield from on_text("persons", 2_500, persons, PERSONS)
    yield from on_text("lexicon", 5_000, duty_words, ["a report, repeated", *DUTIES[:2]])
    yield Row("lexicon", "make ready wordings", 1_000, built)
    yield Row("lexicon", "search for wordings not there", 1_000, searched)
    yield from on_text("wordings", 5_000, gaps, ["beginnings of gaps", "digits", "numerals"])
    yield from on_text("wording", 7_500, wording, WORDING)


COVERS = [
    *("a report, repeated", "openings of the opening clause", "opening brackets", "opening title marks"),
    *("level-1 headings like titles", "beginnings of titles", "committees", "dates", "quote marks", "bare numbers"),
    *("labels of a web page", "recipients", "titles", "rows of a table"),
]
OUTLINES = [
    *("a report, repeated", "level-1 headings", "headings of five levels", "numbers in the wrong order"),
    *("numbers without a mark", "headings torn into one line", "plain lines worded like parts", "opening quotes"),
    *("stars", "blanks", "line ends", "characters at random"),
]
CITATIONS = [
    *("a report, repeated", "opening title marks", "opening title marks, a line each", "closing title marks"),
    *("nested title marks", "declared short names", "citations, half of them unknown"),
]
DUTIES = ["duties in one sentence", "duties, a sentence each", "mentions in one sentence", "heads, a sentence each"]
PERSONS = ["heads who act", "deputies in a list", "heads without a gap", "units without a gap"]
WORDING = [
    *("a report, repeated", "slips of wording in one line", "bold words in one line", "open numbers", "stars"),
    *("brackets of all kinds", "closing quotes, a line each", "lists of members", "tabs in one line", "cut paragraphs"),
    *("sentences without a verb", "half-width marks", "characters at random"),
]
WHOLE = [
    *("a report, repeated", "one line of prose", "level-1 headings", "headings torn into one line", "rows of a table"),
    *("paragraphs cut by page numbers", "paragraphs cut at commas", "citations, half of them unknown"),
    *("citations in one line", "local acts and others", "duties in one sentence", "heads, a sentence each"),
    *("pairs of the norm", "characters at random"),
]


def measured(row: Row) -> tuple[float, float, float]:
    """Return the time at the first size in milliseconds, and the growth to twice and four times of it."""
    runs = [row.make(row.size * factor) for factor in FACTORS]
    found = _growth(runs, 3)
    # Noise does not come twice, growth does.
    return min(found, _growth(runs, 7), key=lambda one: max(one[1:])) if max(found[1:]) > MOST else found


def _growth(runs: list[Run], rounds: int) -> tuple[float, float, float]:
    once, *longer = cpu_ms(runs, SECONDS, rounds)
    twice, four_times = (taken / once / factor for taken, factor in zip(longer, FACTORS[1:], strict=True))
    return once, twice, four_times


def main() -> None:
    """Print the table."""
    print(f"{'stage':<10} {'input':<37} {'size':>7} {'ms':>8} {'x2':>5} {'x4':>5}")
    marked = 0
    with tempfile.TemporaryDirectory() as folder:
        rows = [*reader_rows(), *parsing_rows(), *register_rows(Path(folder))]
        rows += on_text("whole lint", 3_000, whole, WHOLE)
        rows += on_text("whole lint", 20_000, whole, ["findings of rules that silence others"])
        rows += on_text("render", 3_000, rendered, ["citations, half of them unknown", "citations in one line"])
        for row in rows:
            once, twice, four_times = measured(row)
            mark = "  <-- more than linear" if max(twice, four_times) > MOST else ""
            marked += bool(mark)
            print(
                f"{row.stage:<10} {row.what:<37} {row.size:>7} {once:8.2f} {twice:5.2f} {four_times:5.2f}{mark}",
                flush=True,
            )
    print(f"{len(rows)} lines, {marked} of them marked")


if __name__ == "__main__":
    main()
