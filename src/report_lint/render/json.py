"""`--format json`: the LintOutput as one JSON object."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pydantic_core import PydanticSerializationError

if TYPE_CHECKING:
    from report_lint.report import LintOutput

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render(output: LintOutput) -> str:
    """Return the object, indented; a half of a character (a lone surrogate) becomes U+FFFD, one for one."""
    try:
        text = output.model_dump_json(by_alias=True, indent=2)
    except PydanticSerializationError:
        values = output.model_dump(by_alias=True)
        text = _LONE_SURROGATE.sub("\ufffd", json.dumps(values, ensure_ascii=False, indent=2, default=str))
    return text + "\n"
