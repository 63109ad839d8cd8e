"""What holds for all rules together: one defect gives one finding, one cause gives few, and fixes settle things."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from cases import load_cases
from report_lint import SourceText, lint, lint_text, load_ruleset
from report_lint.checks.event_table import load_events
from report_lint.packs import rules_folder
from report_lint.parsing import parse
from report_lint.parsing.profile import parse_profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from report_lint import Finding
    from report_lint.checks.event_table import Event
    from report_lint.document import Document
    from report_lint.ruleset import Rule

ROOT = Path(__file__).parents[1]
RULESET = load_ruleset()
ALL = [rule.code for rule in RULESET.rules]
FRAGMENTS = ("STR", "CON", "FRP")  # rules that ask what a whole report has; a case is a sentence or two
FEW = 10
EXAMPLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))}

# Two rules that may speak of the same characters, and why both are right.
_LIST = "名称与并列书名号之间的顿号是两回事"
BOTH = {
    ("CIT002", "WRD008"): _LIST,
    ("CIT006", "WRD008"): _LIST,
    ("CIT007", "WRD008"): _LIST,
    ("CIT008", "WRD008"): _LIST,
    ("CIT014", "WRD008"): _LIST,
    ("CIT017", "WRD008"): _LIST,
    ("CIT010", "CIT011"): "条数的写法和有没有这一条",
    ("CIT014", "WRD005"): "年份写错，全文的半角标点另计",
    ("CIT015", "WRD005"): "文号自己的括号和外面一层的半角括号",
    ("CIT015", "CIT018"): "文号的写法和文号的对错",
    ("FRM004", "FRM006"): "括号的写法和年份的先后",
    ("FRM004", "FRM018"): "括号的写法和版头的签发人",
    ("FRM007", "FRM008"): "主送机关后的标点和主送个人",
    ("FRM010", "WRD005"): "层次的先后，全文的半角标点另计",
    ("FRM013", "WRD009"): "缺“第一”和序次语后的标点",
    ("FRM015", "TIM005"): "日期的写法和报送的迟早",
    ("FRM015", "TIM006"): "日期的写法和成文的迟早",
    ("FRM019", "WRD005"): "抄送给谁，全文的半角标点另计",
    ("FRP004", "STR008"): "职责属于谁和写在哪一部分",
    ("FRP009", "TIM017"): "没有写出庭和前后矛盾",
    ("TIM002", "WRD012"): "年份写错和年份里的空格",
    ("TIM004", "WRD012"): "年份写错和年份里的空格",
}


class Sample(NamedTuple):
    """A text with the options of its case."""

    name: str
    source: SourceText
    options: dict[str, Any]


def samples() -> Iterator[Sample]:
    """Yield the examples, the texts of the cases, and the planted reports."""
    for name, text in EXAMPLES.items():
        yield Sample(name, SourceText(text), {})
    yield from case_samples()
    for plant in _planting().read_plants():
        yield Sample(plant.name, plant.planted(), {})


def case_samples() -> Iterator[Sample]:
    """Yield the texts of the cases as each case says they are read."""
    for case in load_cases():
        day, form = case.options.get("as_of"), case.options.get("format", "text")
        marks = {key: int(case.options.get(key, "0")) for key in ("revisions", "comments")}
        options = {"profile": case.options.get("profile"), "as_of": date.fromisoformat(day) if day else None}
        yield Sample(str(case), SourceText(case.text, format=form, **marks), options)  # type: ignore[arg-type]


def _planting() -> Any:  # noqa: ANN401  a module loaded by its path
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import planting  # noqa: PLC0415

        return planting
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))


def parsed(sample: Sample) -> Document:
    """Return the document of a sample."""
    told = sample.options.get("profile")
    return parse(
        sample.source,
        RULESET.vocabulary,
        profile=parse_profile(told) if told else None,
        as_of=sample.options.get("as_of"),
    )


def colliding(sample: Sample) -> list[tuple[Finding, Finding]]:
    """Return findings that share characters; what points at title or heading often tells of something absent."""
    found = lint(sample.source, select=ALL, **sample.options).findings
    pairs = [(one, other) for one, other in combinations(found, 2) if overlapping(one, other)]
    if not pairs:  # as in most samples, which then need not be parsed once more
        return []
    document = parsed(sample)
    elsewhere = {tuple(document.anchor), *(tuple(section.heading) for section in document.sections)}
    return [pair for pair in pairs if not any(span(one) in elsewhere for one in pair)]


def span(finding: Finding) -> tuple[int, int]:
    """Return the offsets of a finding."""
    return finding.range.start.offset, finding.range.end.offset


def overlapping(one: Finding, other: Finding) -> bool:
    """Tell whether two findings share characters."""
    return (
        one.range.start.offset < other.range.end.offset and other.range.start.offset < one.range.end.offset
    ) and one.code != other.code


def test_no_two_rules_report_one_place_for_one_reason() -> None:
    """With every rule on, findings of two rules share characters only where a reason is given, and each is needed."""
    met: dict[tuple[str, str], str] = {}
    for sample in samples():
        for one, other in colliding(sample):
            first, second = sorted((one.code, other.code))
            met.setdefault((first, second), f"{sample.name}: {one.quote} / {other.quote}")

    assert {pair: where for pair, where in met.items() if pair not in BOTH} == {}
    assert BOTH.keys() - met.keys() == set()


def test_every_basis_names_a_norm_of_the_pack_or_a_grade() -> None:
    """A basis is the id of a `[[norm]]` of pack.toml with a place, or a bare grade with a note."""
    pack = tomllib.loads((rules_folder() / "national" / "pack.toml").read_text(encoding="utf-8"))
    norms = {norm["id"] for norm in pack["norm"]}
    named = {basis.partition(":")[0] for rule in RULESET.rules for basis in rule.table.basis}

    assert named - norms <= set("规法标例惯实")


GUESSES = [(event.name, event) for event in load_events(rules_folder() / "national" / "events.tsv").events]


@pytest.mark.parametrize(("name", "event"), GUESSES)
def test_no_uncertain_event_drives_an_error(name: str, event: Event) -> None:
    """A report that names an event a year too early is an error only where the day of the event is certain."""
    year = event.first.year - 2
    wording = event.wordings[0] if event.wordings else name
    text = (
        f"云岭县民政局文件\n云民〔{year + 1}〕3号\n云岭县民政局{year}年度法治政府建设情况报告\n县政府：\n"
        f"一、{year}年度推进法治政府建设的主要举措和成效\n深入贯彻{wording}精神，开展{wording}，办理案件30件。\n"
        f"二、{year}年度存在的不足和原因\n队伍力量不足，原因是人员少。\n"
        f"云岭县民政局\n{year + 1}年1月20日\n"
    )
    codes = ["TIM007", "TIM008", "TIM009", "TIM010", "TIM011", "TIM012"]
    errors = [one.code for one in lint_text(text, select=codes).findings if one.severity == "error"]

    assert errors == [] or event.certain


PRACTICE = [rule for rule in RULESET.rules if all(basis.grade == "惯" for basis in rule.basis)]


@pytest.mark.parametrize("rule", PRACTICE, ids=lambda rule: rule.code)
def test_practice_is_never_an_error_in_any_wording(rule: Rule) -> None:
    """A rule that rests on drafting practice alone is no error, neither itself nor as a variant of it."""
    grades = {rule.table.severity, *(variant.severity for variant in rule.table.variants.values())}

    assert "error" not in grades


def fixed(text: str, findings: tuple[Finding, ...]) -> str:
    """Return the text with every safe fix applied, from the end so that offsets hold."""
    edits = {
        (edit.range.start.offset, edit.range.end.offset, edit.text)
        for one in findings
        if one.fix is not None and one.fix.safety == "safe"
        for edit in one.fix.edits
    }
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def is_safe(finding: Finding) -> bool:
    """Tell whether a fix may be applied unread."""
    return finding.fix is not None and finding.fix.safety == "safe"


def test_safe_fixes_of_every_case_settle_what_they_fix_and_raise_nothing() -> None:
    """All rules but those that ask for a whole report, on each case as it is read, before and after the fixes."""
    select = [code for code in ALL if not code.startswith(FRAGMENTS)]
    wrong = {}
    for sample in case_samples():
        before = lint(sample.source, select=select, **sample.options).findings
        settled = {one.code for one in before if is_safe(one)}
        if not settled:
            continue
        source = replace(sample.source, text=fixed(sample.source.text, before))
        after = lint(source, select=select, **sample.options).findings
        came = Counter(one.code for one in after) - Counter(one.code for one in before)
        left = {one.code for one in after if is_safe(one) and one.code in settled}
        if came or left:
            wrong[sample.name] = (dict(came), left)

    assert wrong == {}


def everywhere(text: str, slip: str, times: int = 200) -> str:
    """Return a report with a sentence put behind its long paragraphs, so often in all."""
    lines = text.split("\n")
    long = [number for number, line in enumerate(lines) if len(line) > 60]
    for number in long:
        lines[number] += slip * (times // len(long) + 1)
    return "\n".join(lines)


SLIPS = {
    "doubled spaces": "完成  整改  工作。",
    "square brackets": "落实云政发[2024]6号文件。",
    "lost brackets": "落实云政发2024 6号文件。",
    "wrong brackets": "落实【责任】制（加强检查。",
    "another's voice": "我局开展检查。我县开展培训。",
    "12.4": "开展12.4宣传活动。",
    "wrong words": "履行推进法治建设第一责任职责。",
    "misnamed law": "落实《行政处分法》。",
    "prefix": "落实《中华人民共和国殡葬管理条例》。",
    "repealed law": "落实《物权法》。",
    "impossible article": "落实《中华人民共和国民法典》第1999条。",
    "plan years": "落实《法治社会建设实施纲要（2021—2025年）》。",
    "wrong number": "落实《国务院关于加强市县政府依法行政的决定》（国发〔2009〕71号）。",
    "nested marks": "学习《关于贯彻《行政处罚法》的通知》。",
    "marks in a list": "学习“宪法”、“民法典”。",
    "stars": "**完成**培训。",
    "telephone": "联系人张某某13800138000。",
    "stale words": "加强法制宣传教育。",
    "doubled word": "落实责任制制度。",
    "two spellings": "谁执法、谁普法。坚持谁执法谁普法。",
    "other year": "2011年办理案件20件。",
    "web residue": "&nbsp;完成。",
    "second without first": "第二、开展检查。",
    "sequence": "二是开展检查。四是开展检查。",
    "open quotation": "推进“放管服改革。",
    "impossible day": "13月32日完成。",
    "impossible rate": "应出庭4件，实际出庭6件，出庭率150%。",
    "cut sentence": "为加强建设。",
}
WHOLE: dict[str, Callable[[str], str]] = {
    "half-width commas": lambda text: text.replace("，", ","),
    "half-width marks": lambda text: text.translate(str.maketrans("，（）：；", ",():;")),
}


@pytest.mark.parametrize("slip", [*WHOLE, *SLIPS])
def test_no_rule_gives_two_hundred_findings_for_one_cause(slip: str) -> None:
    """The same slip two hundred times adds at most a few findings of any rule, which say how many there are."""
    text = EXAMPLES["county-bureau-2025"]
    planted = WHOLE[slip](text) if slip in WHOLE else everywhere(text, SLIPS[slip])
    before = Counter(one.code for one in lint_text(text).findings)
    after = Counter(one.code for one in lint_text(planted).findings)

    assert {code: count for code, count in (after - before).items() if count > FEW} == {}


def test_many_findings_in_the_same_words_become_one_that_counts_them() -> None:
    """The first stands for all: its message says how many, and its fix mends each of them."""
    text = "青岚县水务局2024年法治政府建设情况的报告\n" + "落实《中华人民共和国殡葬管理条例》。\n" * 30

    found = lint_text(text, select=["CIT002"]).findings

    assert [one.message for one in found] == ["《殡葬管理条例》的正式名称没有“中华人民共和国”（全文共30处）"]
    assert found[0].fix is not None
    assert len(found[0].fix.edits) == 30


@pytest.mark.parametrize("name", EXAMPLES)
def test_rules_of_form_are_silent_on_a_web_copy(name: str) -> None:
    """Half-width marks, lost 〔〕 and page furniture are the page's doing: no form or punctuation finding comes."""
    form = ["FRM003", "FRM004", "FRM005", "FRM006", "FRM007", "FRM011", "FRM012", "FRM014", "FRM015", "FRM017"]
    form += ["WRD005", "CIT013", "CIT015"]
    page = "首页 > 政务公开 > 法治政府建设\n发布时间:2026-03-18 09:26\n来源:云湖市政府办 浏览次数:41\n字体:大 中 小\n"
    text = EXAMPLES[name].translate(str.maketrans("，（）：；〔〕", ",():;  "))

    found = lint_text(page + text + "\n打印 关闭\n上一篇:没有了\n", select=form)

    assert found.copy_kind == "published"
    assert [(one.code, one.quote) for one in found.findings] == []
