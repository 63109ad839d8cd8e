"""`report-lint check`: read, lint and render several reports; what cannot be checked does not stop the rest."""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.assemble import facts
from report_lint.commands.output import complain, reason, remark, say, screen_for
from report_lint.commands.settings import SettingsFinder
from report_lint.errors import ConfigError, PackError, ReadError, UsageError
from report_lint.linter import lint
from report_lint.parsing import parse
from report_lint.readers import COPIES, find_reports, read_bytes, read_path, shown
from report_lint.render.formats import Setting, counted, rendered
from report_lint.render.layout import STDIN, in_one_line
from report_lint.report import SEVERITIES, InputError, LintOutput, RunSummary, ToolInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from report_lint.commands.flags import Flags
    from report_lint.commands.settings import Settings
    from report_lint.report import LintReport
    from report_lint.suppress import Suppression
    from report_lint.text import SourceText

CLEAN, FOUND, FAILED = 0, 1, 2
_FAILED_TO = {"internal": "检查", "unwritable": "改正"}


@dataclass(slots=True)
class _Checked:
    """A report that was checked, with what it was checked by."""

    report: LintReport
    source: SourceText
    settings: Settings
    suppressions: tuple[Suppression, ...]

    @property
    def fails(self) -> bool:
        """Tell whether a finding reaches the level that counts as failure."""
        level = self.settings.fail_on
        if level == "never":
            return False
        counted = SEVERITIES[: SEVERITIES.index(level) + 1]
        return any(getattr(self.report.summary, severity) for severity in counted)


@dataclass(slots=True)
class _Run:
    """What came of a run so far."""

    checked: list[_Checked] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)
    passed_over: dict[Path, Counter[str]] = field(default_factory=dict)
    previous: SourceText | None = None  # last year's report
    differences: list[str] = field(default_factory=list)  # what --diff shows


def check(flags: Flags, version: str) -> int:
    """Check the reports, print the result and return the exit code."""
    finder = SettingsFinder(flags, datetime.now().astimezone().date())
    run = _Run()
    if flags.show_config:
        from report_lint.commands.show_config import shown_config  # noqa: PLC0415  a check does not pay for it

        say(shown_config(_inputs(flags, run), flags, finder), flags.output)
        return CLEAN
    inputs = list(_inputs(flags, run))
    if flags.previous is not None:
        _read_previous(flags.previous, len(inputs), run)
    for path in inputs:
        _check_one(path, flags, finder, run)
    _judge_shared(run, flags)
    _accept(flags, run)
    _complain(run.errors)
    _remark(run)
    if flags.diff:
        say("".join(run.differences), flags.output)
        return FAILED if run.errors else FOUND if run.differences else CLEAN
    _print(flags, run, _output(run, version))
    if run.errors:
        return FAILED
    return FOUND if any(one.fails for one in run.checked) else CLEAN


def _print(flags: Flags, run: _Run, output: LintOutput) -> None:
    """Print the result, beside the corrected text of standard input on the other stream."""
    chosen = flags.format or (run.checked[0].settings.config.format if run.checked else "full")
    render = counted if flags.statistics else rendered
    text = render(chosen, output, _setting(flags, run))
    if flags.fix and STDIN in flags.paths and flags.output is None:
        sys.stderr.write(text)
    else:
        say(text, flags.output)


def _inputs(flags: Flags, run: _Run) -> Iterator[Path | None]:
    """Yield the paths to check, None for standard input."""
    if STDIN in flags.paths:
        yield None
    files = [Path(path) for path in flags.paths if path != STDIN]
    for path in find_reports(files, run.passed_over):
        if flags.output is not None and os.path.realpath(path) == os.path.realpath(flags.output):
            raise UsageError(f"-o 所写的 {path} 正是要检查的报告，请换一个文件名")
        yield path


def _read_previous(path: Path, inputs: int, run: _Run) -> None:
    """Read last year's report; where it cannot be read the report is checked without, and the run has failed."""
    if inputs > 1:
        raise UsageError(f"--previous 是一份报告的上年报告，这次要检查 {inputs} 份，请一份一份地检查")
    try:
        run.previous = read_path(path)
    except ReadError as error:
        message = f"{error}；没有和上年报告对照"
        run.errors.append(InputError(path=shown(path), kind=error.kind, message=message))


def _check_one(path: Path | None, flags: Flags, finder: SettingsFinder, run: _Run) -> None:
    """Check one input and keep the report, or the error in place of it."""
    name = flags.stdin_filename if path is None else None
    place = path or (Path(name) if name else None)
    try:
        settings = finder.of(place.parent if place is not None else Path()) if flags.fix or flags.diff else None
        source = _corrected(path, flags, settings, run) if settings else _read(path, name)
        settings = settings or finder.of(place.parent if place is not None else Path())
        suppressions = settings.config.suppressions(place)
        run.checked.append(_Checked(_lint(source, settings, suppressions, run), source, settings, suppressions))
    except UsageError:
        raise
    except ReadError as error:
        run.errors.append(InputError(path=_name(place), kind=error.kind, message=str(error)))
    except (ConfigError, PackError) as error:
        kind = "config" if isinstance(error, ConfigError) else "pack"
        run.errors.append(InputError(path=_name(place), kind=kind, message=str(error)))
    except OSError as error:
        run.errors.append(InputError(path=_name(place), kind="unreadable", message=reason(error)))
    except Exception as error:
        if os.environ.get("REPORT_LINT_DEBUG") == "1":
            raise
        sentence = f"程序内部出错（{type(error).__name__}: {error}），请把这句话和这份报告反馈给维护者"
        run.errors.append(InputError(path=_name(place), kind="internal", message=sentence))


def _read(path: Path | None, name: str | None) -> SourceText:
    return read_path(path) if path is not None else read_bytes(sys.stdin.buffer.read(), name=name)


def _corrected(path: Path | None, flags: Flags, settings: Settings, run: _Run) -> SourceText:
    """Return a report after its fixes; with --diff the report as it is, and the difference is kept."""
    from report_lint.commands.fix import corrected  # noqa: PLC0415  a check does not pay for it

    place = path or (Path(flags.stdin_filename) if flags.stdin_filename else None)
    suppressions = settings.config.suppressions(place)
    linting: Callable[[SourceText], LintReport] = partial(_lint, settings=settings, suppressions=suppressions, run=run)
    if settings.baseline is not None:
        from report_lint.commands.baseline import without_known  # noqa: PLC0415  as above

        linting = without_known(settings.baseline, linting, place)
    source, difference = corrected(path, flags, linting)
    run.differences += [difference] if difference else []
    return source


def _name(place: Path | None) -> str:
    return STDIN if place is None else shown(place)


def _lint(source: SourceText, settings: Settings, suppressions: Sequence[Suppression], run: _Run) -> LintReport:
    return lint(source, previous=run.previous, **settings.options(suppressions))


def _whole(config: Path | None, flags: Flags) -> bool:
    """Tell whether a folder was given that holds all that a config governs."""
    return config is not None and any(
        config.absolute().parent.is_relative_to(Path(path).absolute()) for path in flags.paths
    )


def _judged_alone(rule: Suppression, report: LintReport) -> bool:
    """Tell whether a single report shows that a suppression is needless or too narrow; it may be meant for another."""
    return rule.expired or any(one.code == rule.code and rule.quote in one.quote for one in report.findings)


def _judge_shared(run: _Run, flags: Flags) -> None:
    """Report a suppression for many files as unused once, where no report of the run had use for it."""
    governed = Counter(id(one.settings) for one in run.checked)
    used = {
        (id(one.settings), suppression)
        for one in run.checked
        for suppression in one.suppressions
        if any(suppression.accepts(finding) for finding in one.report.suppressed)
    }
    for one in run.checked:
        unused = {rule for rule in one.suppressions if rule.shared and (id(one.settings), rule) not in used}
        if governed[id(one.settings)] == 1 and not _whole(one.settings.path, flags):
            unused = {rule for rule in unused if _judged_alone(rule, one.report)}
        if unused:
            judged = [replace(rule, shared=False) if rule in unused else rule for rule in one.suppressions]
            one.report = _lint(one.source, one.settings, judged, run)
            used.update((id(one.settings), rule) for rule in unused)


def _accept(flags: Flags, run: _Run) -> None:
    """Take what each baseline knows out of the reports that it speaks of."""
    paths = dict.fromkeys((flags.baseline, *(one.settings.baseline for one in run.checked)))
    for path in filter(None, paths):
        from report_lint.commands.baseline import accept  # noqa: PLC0415  a check does not pay for it

        known = [one for one in run.checked if one.settings.baseline == path]
        accept(path, [(one.report, partial(setattr, one, "report")) for one in known])


def _complain(errors: Sequence[InputError]) -> None:
    """Print each error once; one that a config or a pack causes says how many reports it kept from being checked."""
    kept: defaultdict[str, int] = defaultdict(int)
    for error in errors:
        if error.kind in ("config", "pack"):
            kept[error.message] += 1
        else:
            complain(f"无法{_FAILED_TO.get(error.kind, '读取')} {in_one_line(error.path)}：{error.message}")
    for message, count in kept.items():
        complain(f"{message}（{count} 份报告因此没有检查）")


def _remark(run: _Run) -> None:
    """Print what was left out: documents in formats we do not read, and changes of law that are too young."""
    for folder, found in run.passed_over.items():
        endings = found.copy()
        if copies := endings.pop(COPIES, 0):
            remark(f"{in_one_line(shown(folder))}：带批注的 .{COPIES}.docx 副本{copies}个没有检查，要检查就写明文件名")
        if not endings:
            continue
        kinds = "、".join(f"{ending} {count}" for ending, count in sorted(endings.items()))
        name = in_one_line(shown(folder))
        remark(f"{name}：另有{endings.total()}个文件没有检查（{kinds}），请另存为 .docx")
    _remark_other_office(run)
    days = {
        (one.settings.as_of or one.report.document.signed_on, one.settings.ruleset.facts_until) for one in run.checked
    }
    for until in sorted({until for day, until in days if day is not None and until is not None and day > until}):
        remark(f"法规资料截至 {until}，之后的变化未计入")


def _remark_other_office(run: _Run) -> None:
    """Say that last year's report is another office's; 县水务局 and 云岭县水务局 are one."""
    if run.previous is None:
        return
    for one in run.checked:
        then = facts(parse(run.previous, one.settings.ruleset.vocabulary)).issuer
        now = one.report.document.issuer
        if then and now and not then.endswith(now) and not now.endswith(then):
            remark(f"--previous 是{in_one_line(then)}的报告，检查的是{in_one_line(now)}的报告，请确认没有拿错")


def _output(run: _Run, version: str) -> LintOutput:
    reports = [one.report for one in run.checked]
    packs = dict.fromkeys(pack for one in run.checked for pack in one.settings.ruleset.packs)
    summary = RunSummary(
        files=len(reports),
        **{severity: sum(getattr(report.summary, severity) for report in reports) for severity in SEVERITIES},
    )
    return LintOutput(
        tool=ToolInfo(version=version, packs=tuple(packs)),
        reports=tuple(reports),
        errors=tuple(run.errors),
        summary=summary,
    )


def _setting(flags: Flags, run: _Run) -> Setting:
    rules = {rule.table.code: rule for one in run.checked for rule in one.settings.ruleset.rules}
    return Setting(
        sources={one.report.path or "": one.source for one in run.checked},
        rules=tuple(rules.values()),
        screen=screen_for(flags.output, flags.color),
        columns=flags.columns,
        fail_on=run.checked[0].settings.fail_on if run.checked else flags.fail_on or "error",
    )
