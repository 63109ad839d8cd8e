"""argparse in Chinese: headings, help that wraps by cells, and errors of one sentence."""

from __future__ import annotations

import re
from argparse import Action, ArgumentParser, HelpFormatter
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NoReturn

from report_lint.commands.output import say
from report_lint.errors import UsageError
from report_lint.lazy import lazy_pattern
from report_lint.render.layout import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNKNOWN = lazy_pattern(r"unrecognized arguments: (?P<first>\S+)")
# The beginnings of argparse's messages, and what they tell a clerk.
_SENTENCES = (
    (lazy_pattern(r"argument (?P<name>\S+): expected one argument"), "{name} 后面缺少值"),
    (
        re.compile(r"argument (?P<name>\S+): ignored explicit argument '(?P<value>.*)'"),
        "{name} 不带值，多出了“{value}”",
    ),
    (
        lazy_pattern(r"argument (?P<name>\S+): not allowed with argument (?P<other>\S+)"),
        "{name} 不能和 {other} 同时使用",
    ),
    (lazy_pattern(r"the following arguments are required: (?P<name>.*)"), "缺少 {name}"),
)


class ChineseFormatter(HelpFormatter):
    """Help with Chinese headings, wrapped by the width of its characters."""

    def add_usage(
        self, usage: str | None, actions: Iterable[Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """Head the usage line in Chinese."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = (line for part in text.splitlines() for line in wrap(part, width - len(indent)))
        return "\n".join(f"{indent}{line}".rstrip() for line in lines)


class ChineseParser(ArgumentParser):
    """A parser of one command; its errors are UsageErrors."""

    def __init__(self, command: str, usage: str, description: str) -> None:
        """Start with the option that every command has."""
        super().__init__(
            f"report-lint {command}",
            f"report-lint {command} {usage}".rstrip(),
            description,
            formatter_class=ChineseFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.arguments = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示帮助")

    def format_help(self) -> str:
        """Return the help with Chinese colons behind its headings."""
        return re.sub("^(参数|选项):$", r"\1：", super().format_help(), flags=re.MULTILINE)

    def print_help(self, file: object = None) -> None:  # noqa: ARG002  argparse would hide that it cannot be written
        """Print the help."""
        say(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Raise what argparse found as one Chinese sentence."""
        if found := _UNKNOWN.match(message):
            first = found["first"]
            if not first.startswith("-"):
                raise UsageError(f"多出了“{first}”")
            known = [name for action in self._actions for name in action.option_strings]
            raise UsageError(f"没有选项“{first}”{suggestion(first.partition('=')[0], known)}")
        for pattern, sentence in _SENTENCES:
            if found := pattern.match(message):
                raise UsageError(sentence.format(**found.groupdict()))
        raise UsageError(f"命令行写法不对：{message}")


def suggestion(written: str, known: Iterable[str]) -> str:
    """Return a question with the nearest known word, or nothing."""
    near = get_close_matches(written, list(known), n=1, cutoff=0.6)
    return f"，是否想写“{near[0]}”？" if near else ""
