"""`--format json`: the LintOutput as one JSON object."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic_core import PydanticSerializationError

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from report_lint.report import LintOutput

_LONE_SURROGATE = lazy_pattern("[\ud800-\udfff]")
# JSON may hold these as they are, but a terminal obeys the first and a reviewer is misled by the others.
_STEERING = lazy_pattern("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def render(output: LintOutput) -> str:
    """Return the object, indented; a half of a character (a lone surrogate) becomes U+FFFD, one for one."""
    try:
        text = output.model_dump_json(by_alias=True, indent=2)
    except PydanticSerializationError:
        return written(output.model_dump(by_alias=True), indent=2) + "\n"
    return _escaped(text) + "\n"


def written(values: object, *, indent: int | None = None) -> str:
    """Return values as JSON that is valid and steers nothing that shows it."""
    text = json.dumps(values, ensure_ascii=False, indent=indent, default=str)
    return _escaped(_LONE_SURROGATE.sub("\ufffd", text))


def _escaped(text: str) -> str:
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
