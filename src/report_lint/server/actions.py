"""What the editor offers for a place: the fixes, all safe fixes at once, and accepting a finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lsprotocol.types import CodeAction, CodeActionKind

from report_lint.server.accept import acceptance, comment, config_for
from report_lint.server.diagnostics import diagnostic
from report_lint.server.edits import safe_edits, workspace_edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lsprotocol.types import Range

    from report_lint.server.session import Checked

_QUICK: Final = CodeActionKind.QuickFix.value
FIX_ALL: Final = f"{CodeActionKind.SourceFixAll.value}.report-lint"
KINDS: Final = (_QUICK, FIX_ALL)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What the client can do: edits for one version of a document, edits that create a file."""

    versions: bool = False
    creates: bool = False
    configs: bool = True  # whether configs are looked for at all
    encoding: str = "utf-16"


def actions(checked: Checked, where: Range, only: Sequence[str] | None, able: Abilities) -> list[CodeAction]:
    """Return the code actions for a range, of the kinds that the client asks for; all without `only`."""
    start, end = checked.positions.span(where)
    makers = (_fixes, _comments, _acceptances)
    offered = [*(one for make in makers for one in make(checked, start, end, able)), *_fix_all(checked, able)]
    return [one for one in offered if _wanted(str(one.kind), only)]


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Tell whether a kind is one of those asked for, or below one: source covers source.fixAll."""
    return only is None or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _fixes(checked: Checked, start: int, end: int, able: Abilities) -> Iterator[CodeAction]:
    for finding in checked.findings_at(start, end):
        if finding.fix is not None:
            yield CodeAction(
                title=finding.fix.title,
                kind=_QUICK,
                diagnostics=[diagnostic(finding, checked.positions)],
                is_preferred=finding.fix.safety == "safe",
                edit=workspace_edit(checked, finding.fix.edits, versioned=able.versions),
            )


def _comments(checked: Checked, start: int, end: int, able: Abilities) -> Iterator[CodeAction]:
    for finding in checked.findings_at(start, end):
        if (edit := comment(checked, finding, versioned=able.versions)) is not None:
            yield CodeAction(
                title=f"接受这一处 {finding.code}，并在行末的注释里写明理由",
                kind=_QUICK,
                diagnostics=[diagnostic(finding, checked.positions)],
                edit=edit,
            )


def _acceptances(checked: Checked, start: int, end: int, able: Abilities) -> Iterator[CodeAction]:
    path = checked.opened.path
    findings = checked.findings_at(start, end)
    if path is None or not findings or not able.configs or not able.versions:
        return
    config = config_for(path)
    if config is None or (config.text is None and not able.creates):
        return
    for finding in findings:
        if (edit := acceptance(checked, finding, config, able.encoding)) is not None:
            yield CodeAction(
                title=f"接受这一处 {finding.code}，并在 {config.path.name} 里写明理由",
                kind=_QUICK,
                diagnostics=[diagnostic(finding, checked.positions)],
                edit=edit,
            )


def _fix_all(checked: Checked, able: Abilities) -> Iterator[CodeAction]:
    edits = safe_edits(checked.report.findings)
    if edits:
        yield CodeAction(
            title=f"改正全部可以放心改正的地方（{len(edits)} 处）",
            kind=FIX_ALL,
            edit=workspace_edit(checked, edits, versioned=able.versions),
        )
