"""`report-lint laws`: what the register knows of a title."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.commands.output import say, screen_for
from report_lint.commands.settings import SettingsFinder
from report_lint.errors import PackError
from report_lint.register.status import successor_on
from report_lint.render.laws import Answer, as_json, as_text

if TYPE_CHECKING:
    from datetime import date

    from report_lint.commands.flags import Flags
    from report_lint.vocabulary import Register

_UNKNOWN = 1
_SHOWN = 8


def show(flags: Flags) -> int:
    """Print what is known of each title; return 0 if all are in the register, else 1."""
    today = datetime.now().astimezone().date()
    settings = SettingsFinder(flags, today).of(Path())
    register = settings.ruleset.vocabulary.register
    if register is None:
        raise PackError('所用的规则包没有法规登记表，在 pack.toml 里写 register，或者写 extends = "national"')
    day = settings.as_of or today
    answers = [_answer(title, register, day) for title in flags.titles]
    until = settings.ruleset.facts_until
    if flags.format == "json":
        say(as_json(answers, day, until))
    else:
        say(as_text(answers, day, until, screen_for(None, flags.color)))
    return 0 if all(answer.instrument for answer in answers) else _UNKNOWN


def _answer(written: str, register: Register, day: date) -> Answer:
    asked = written.strip().removeprefix("《").removesuffix("》")
    found = register.find(asked)
    if found is not None:
        return Answer(asked, found, successor_on(found, register, day))
    near = tuple(one.title for one in (register.near(asked) or register.near(asked, slips=2))[:_SHOWN])
    holding = islice((title for title in register.holding(asked) if title not in near), _SHOWN)
    return Answer(asked, None, near=near, holding=tuple(holding))
