"""`report-lint duties`: what the head of an office is asked to do, as a writing aid."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.commands.output import say, screen_for
from report_lint.commands.settings import SettingsFinder
from report_lint.parsing.profile import parse_profile
from report_lint.render import duties

if TYPE_CHECKING:
    from report_lint.commands.flags import Flags


def show(flags: Flags) -> int:
    """Print the duties, all of them or those of one kind of report."""
    profile = parse_profile(flags.profile) if flags.profile is not None else None
    vocabulary = SettingsFinder(flags, datetime.now().astimezone().date()).of(Path()).ruleset.vocabulary
    if flags.format == "json":
        say(duties.as_json(vocabulary, profile))
    else:
        say(duties.as_text(vocabulary, profile, screen_for(None, flags.color)))
    return 0
