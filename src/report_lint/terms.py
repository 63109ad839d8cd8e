"""The names that a module gives to its lists: `"@name"` for a list or table, `<name>` for words inside a wording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from report_lint.validation import TomlFile

_TERM = lazy_pattern("<([^<>]{1,20})>")


def filled(value: Any, terms: Mapping[str, Any], file: TomlFile) -> Any:  # noqa: ANN401  any TOML value
    """Return a TOML value with every "@name" and <name> replaced by the list or table of that name in [terms]."""
    if isinstance(value, str) and value.startswith("@"):
        if value[1:] not in terms:
            raise file.error_at(f'"{value}"', f"[terms] 里没有“{value[1:]}”")
        return filled(terms[value[1:]], terms, file)
    if isinstance(value, str) and "<" in value:
        return _TERM.sub(lambda match: _alternatives(match, terms), value)
    if isinstance(value, list):
        return [item for element in value for item in _spread(element, terms, file)]
    if isinstance(value, dict):
        return {key: filled(inner, terms, file) for key, inner in value.items()}
    return value


def _alternatives(match: re.Match[str], terms: Mapping[str, Any]) -> str:
    """Return the [alternatives] that a <name> stands for; what is no name of a list of words stays as written."""
    words = terms.get(match[1])
    return f"[{'|'.join(words)}]" if isinstance(words, list) else match[0]


def _spread(element: Any, terms: Mapping[str, Any], file: TomlFile) -> list[Any]:  # noqa: ANN401
    found = filled(element, terms, file)
    return found if isinstance(element, str) and element.startswith("@") and isinstance(found, list) else [found]
