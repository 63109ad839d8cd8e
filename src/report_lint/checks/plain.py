"""Plain wordings in rule parameters: characters and [choices], no gaps, so that what is found can be replaced."""

from __future__ import annotations

from itertools import product
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator

from report_lint.wording import GAP_LENGTHS, Wordings, choices, pieces_of

_NOT_PLAIN = (*GAP_LENGTHS, "#", "^", "$")


class Plain:
    """Plain wordings and every string that they stand for, in the order they are written."""

    __slots__ = ("sources", "strings")

    def __init__(self, sources: tuple[str, ...]) -> None:
        """Spell out the choices; raises ValueError for a wording that is none or has a gap, a number, ^ or $."""
        self.sources = Wordings(sources).sources
        for source in sources:
            if not_plain := [piece for piece in pieces_of(source) if piece in _NOT_PLAIN]:
                raise ValueError(f"用语“{source}”里不能有“{not_plain[0]}”，这里只能写原样出现的字和方括号")
        spelt = (product(*map(choices, pieces_of(source))) for source in sources)
        self.strings = tuple(dict.fromkeys("".join(string) for strings in spelt for string in strings))

    def __repr__(self) -> str:
        """Show the wordings."""
        return f"Plain({list(self.sources)!r})"


def _validate(value: object) -> Plain:
    if isinstance(value, Plain):
        return value
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list | tuple) or not value or not all(isinstance(item, str) for item in value):
        raise ValueError('应为一列用语，例如 ["布署"]')
    return Plain(tuple(value))


PlainList = Annotated[Plain, PlainValidator(_validate), PlainSerializer(lambda value: list(value.sources))]
