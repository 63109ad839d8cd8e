"""Where a suppression goes in the text of a config, and what is written there.

TOML lets `[[suppress]]` stand only once, and only where no list `suppress = […]` is: such a list takes the
entry itself.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

import tomli

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIST = lazy_pattern(
    r"""^[ \t]*(?:tool\s*\.\s*["']?report-lint["']?\s*\.\s*)?["']?suppress["']?[ \t]*=[ \t]*\[""", re.MULTILINE
)
_REMARK: Final = "# 写明为什么可以接受；不写就不生效"


def with_suppression(text: str, values: Mapping[str, str], *, pyproject: bool) -> tuple[int, str] | None:
    """Return where in a config's text to insert which text, so that it has one more suppression; None for nowhere."""
    before = _suppressions(text, pyproject=pyproject)
    if before is None:
        return None
    for at, insertion in _places(text, values, pyproject=pyproject):
        after = _suppressions(f"{text[:at]}{insertion}{text[at:]}", pyproject=pyproject)
        if after is not None and len(after) == len(before) + 1 and dict(values) in after:
            return at, insertion
    return None


def _places(text: str, values: Mapping[str, str], *, pyproject: bool) -> list[tuple[int, str]]:
    """Return what may be tried: a table at the end, then an element of each list of that name."""
    table = [f"[[{'tool.report-lint.' if pyproject else ''}suppress]]", *_pairs(values)]
    lead = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    element = f"\n  {{ {', '.join(_pairs(values))} }},  {_REMARK}\n"
    block = "\n".join(table)
    return [(len(text), f"{lead}{block}  {_REMARK}\n"), *((match.end(), element) for match in _LIST.finditer(text))]


def _suppressions(text: str, *, pyproject: bool) -> list[object] | None:
    """Return the suppressions that a config's text has; None for a text that is no TOML."""
    try:
        table: object = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError):
        return None
    for key in ("tool", "report-lint") if pyproject else ():
        table = table.get(key, {}) if isinstance(table, dict) else {}
    found = table.get("suppress", []) if isinstance(table, dict) else []
    return found if isinstance(found, list) else None


def _pairs(values: Mapping[str, str]) -> list[str]:
    return [f"{key} = {_toml(value)}" for key, value in values.items()]


def _toml(value: str) -> str:
    """Return a TOML string; JSON's escapes are TOML's too, and only DEL has to be written out besides."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
