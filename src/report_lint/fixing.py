"""Apply the fixes of findings to the bytes of a report: text as it was encoded, Word files inside their runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from report_lint.errors import ReadError
from report_lint.readers import read_bytes
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from report_lint.report import Finding, LintReport
    from report_lint.text import SourceText

    Edits = Sequence[tuple[Span, str]]

_MOST_ROUNDS = 10  # a fix may open the way for another one; two that undo each other must end
_DAMAGED = "文件里有无法辨认或不规范的字节，改写会丢失原字，没有改动"
_CHANGED = "改写后与预期不一致，没有改动，请把这份文件反馈给维护者"


class Fixed(NamedTuple):
    """A report after its fixes; `left` are findings whose fix could not be written into the file."""

    data: bytes
    source: SourceText
    report: LintReport
    applied: int
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
    applied = 0
    for _ in range(_MOST_ROUNDS):
        report = lint(source)
        wanted = [one for one in report.findings if one.fix is not None and (unsafe or one.fix.safety == "safe")]
        editor = _editor(data, source) if wanted else None
        chosen, left = _chosen(wanted, editor)
        if editor is None or not chosen:
            return Fixed(data, source, report, applied, left)
        edits = [edit for found in chosen for edit in found]
        expected = _edited(source.text, edits)
        if expected == source.text:
            return Fixed(data, source, report, applied, left)
        data = editor.written(edits)
        source = read_bytes(data, name=source.path)
        if source.text != expected:
            raise ReadError(_CHANGED)
        applied += len(chosen)
    return Fixed(data, source, lint(source), applied, ())


def _editor(data: bytes, source: SourceText) -> _Editor:
    if source.format != "docx":
        return _TextEditor(data, source)
    from report_lint.word.edits import WordEditor  # noqa: PLC0415  zipfile and XML, not for plain text

    return WordEditor(data)


def _chosen(wanted: Sequence[Finding], editor: _Editor | None) -> tuple[list[Edits], tuple[Finding, ...]]:
    """Return the edits of the fixes that can be made together, and the findings whose fix cannot be written."""
    chosen: list[Edits] = []
    left: list[Finding] = []
    taken: list[Span] = []
    for finding in wanted:
        edits = _edits(finding)
        if editor is None or not all(editor.accepts(*edit) for edit in edits):
            left.append(finding)
        elif not any(_touch(span, other) for span, _ in edits for other in taken):
            chosen.append(edits)
            taken += [span for span, _ in edits]
    return chosen, tuple(left)


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
            raise ReadError(_DAMAGED)
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
