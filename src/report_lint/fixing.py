"""Apply the fixes of findings to the bytes of a report: text as it was encoded, Word files inside their runs."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple, Protocol

from report_lint.errors import ReadError
from report_lint.readers import read_bytes
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from report_lint.report import Finding, LintReport
    from report_lint.text import SourceText

    Edits = Sequence[tuple[Span, str]]

_MOST_ROUNDS = 10  # a fix may open the way for another one; two that undo each other must end
_DAMAGED = "文件里有无法辨认或不规范的字节，改写会丢失原字，没有改动"
_CHANGED = "改写后与预期不一致，没有改动，请把这份文件反馈给维护者"


class Fixed(NamedTuple):
    """A report after the fixes of some findings, and how many, at how many places.

    `left` are findings whose fix could not be written into the file.
    """

    data: bytes
    source: SourceText
    report: LintReport
    applied: int
    edits: int
    left: tuple[Finding, ...]


class _Editor(Protocol):
    def accepts(self, span: Span, text: str) -> bool: ...

    def written(self, edits: Edits) -> bytes: ...


def fix(data: bytes, source: SourceText, lint: Callable[[SourceText], LintReport], *, unsafe: bool) -> Fixed:
    """Return a report with its safe fixes applied, with `unsafe` those as well that a person should look at.

    Of fixes that overlap the first is taken; then the text is checked again, until nothing is left to fix.

    Raises:
        ReadError: the file holds bytes that could not be written back as they are.
    """
    applied = places = 0
    for _ in range(_MOST_ROUNDS):
        report = lint(source)
        wanted = fixable(report.findings, unsafe=unsafe)
        if not wanted:
            return Fixed(data, source, report, applied, places, ())
        editor = _editor(data, source)
        writable = [all(editor.accepts(*edit) for edit in _edits(one)) for one in wanted]
        left = tuple(one for one, can in zip(wanted, writable, strict=True) if not can)
        chosen = together(compress(wanted, writable))
        edits = [edit for finding in chosen for edit in _edits(finding)]
        expected = _edited(source.text, edits)
        if expected == source.text:
            return Fixed(data, source, report, applied, places, left)
        if not expected.strip():  # a report of which nothing would remain is no report
            return Fixed(data, source, report, applied, places, tuple(wanted))
        data = editor.written(edits)
        source = read_bytes(data, name=source.path)
        if source.text != expected:
            raise ReadError(_CHANGED, kind="unwritable")
        applied += len(chosen)
        places += len(edits)
    return Fixed(data, source, lint(source), applied, places, ())


def fixable(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Finding]:
    """Return the findings with a safe fix, with `unsafe` those as well whose fix a person should look at."""
    return [one for one in findings if one.fix is not None and (unsafe or one.fix.safety == "safe")]


def together(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings whose fixes can be made at once; of fixes that touch, the first."""
    chosen: list[Finding] = []
    taken: list[Span] = []  # sorted; as no two of them touch, only the neighbours can touch a new one
    for finding in findings:
        spans = [span for span, _ in _edits(finding)]
        if not any(_touch(span, other) for span in spans for other in _neighbours(taken, span)):
            chosen.append(finding)
            for span in spans:
                insort(taken, span)
    return chosen


def apply_fixes(text: str, findings: Iterable[Finding], *, unsafe: bool = False) -> str:
    """Return a text with the fixes of its findings applied once; check it again, for a fix may open the way for others.

    Args:
        text: the text that was checked: the edits count its code points.
        findings: those of its LintReport, or some of them; of fixes that touch, the first is taken.
        unsafe: whether the fixes that a person should look at are applied too.
    """
    chosen = together(fixable(findings, unsafe=unsafe))
    return _edited(text, [edit for finding in chosen for edit in _edits(finding)])


def _editor(data: bytes, source: SourceText) -> _Editor:
    if source.format != "docx":
        return _TextEditor(data, source)
    from report_lint.word.edits import WordEditor  # noqa: PLC0415  zipfile and XML, not for plain text

    return WordEditor(data)


def _neighbours(taken: Sequence[Span], span: Span) -> Sequence[Span]:
    at = bisect_left(taken, span)
    return taken[max(at - 1, 0) : at + 1]


def _edits(finding: Finding) -> Edits:
    edits = finding.fix.edits if finding.fix is not None else ()
    return [(Span(edit.range.start.offset, edit.range.end.offset), edit.text) for edit in edits]


def _touch(one: Span, other: Span) -> bool:
    """Tell whether two edits overlap or both insert at one place."""
    return one.overlaps(other) or one == other


def _edited(text: str, edits: Edits) -> str:
    parts: list[str] = []
    done = 0
    for span, new in sorted(edits):
        parts += [text[done : span.start], new]
        done = span.end
    return "".join((*parts, text[done:]))


class _TextEditor:
    """Writes edits into a text file: the other bytes stay, with byte order mark and line ends."""

    def __init__(self, data: bytes, source: SourceText) -> None:
        self._text = source.text
        self._encoding = "utf-8" if source.encoding == "utf-8-sig" else source.encoding or "utf-8"
        body = self._encoded(source.text)
        if body is None or not data.endswith(body) or len(data) - len(body) > len("\ufeff".encode("gb18030")):
            raise ReadError(_DAMAGED, kind="unwritable")
        self._mark = data[: len(data) - len(body)]

    def accepts(self, _span: Span, text: str) -> bool:
        return self._encoded(text) is not None

    def written(self, edits: Edits) -> bytes:
        return self._mark + (self._encoded(_edited(self._text, edits)) or b"")

    def _encoded(self, text: str) -> bytes | None:
        try:
            return text.encode(self._encoding)
        except UnicodeEncodeError:
            return None
