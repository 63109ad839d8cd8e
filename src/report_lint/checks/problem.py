"""What a check yields: a place, the words for the message, and perhaps edits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report_lint.text import Span


@dataclass(frozen=True, slots=True)
class Change:
    """Replace the characters of a span by a text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A place where a report departs from a rule.

    `fields` fill the placeholders of the rule's message and help; `variant` picks another wording
    and severity of the rule (`[rule.variants.NAME]`); `title` and `changes` make a fix.
    """

    span: Span
    fields: Mapping[str, object] = field(default_factory=dict)
    variant: str | None = None
    title: str | None = None
    changes: tuple[Change, ...] = ()
    safety: Literal["safe", "manual"] = "manual"


class Params(BaseModel):
    """The parameters of a check kind, as the rule writes them."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


CheckFunction = Callable[..., Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class CheckKind:
    """A check kind: the name a rule writes, the model of its parameters, the function."""

    name: str
    params: type[Params]
    run: CheckFunction
