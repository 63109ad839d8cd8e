"""Where a key stands in a TOML text, and what is wrong with a TOML text that cannot be read.

`tomli` keeps no positions, and an error without a line sends the author searching. The text is
scanned again only once there is an error to place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tomli

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

Key = str | int

_TOKEN = lazy_pattern(
    r"""
      \#[^\n]*
    | \"""(?:\\.|[^\\])*?"{3,5}
    | '''.*?'{3,5}
    | "(?:\\.|[^"\\\n])*"
    | '[^'\n]*'
    | [\n\[\]{},=.]
    | [^\s\[\]{},=.#"']+
    """,
    re.VERBOSE | re.DOTALL,
)
_PLACE = lazy_pattern(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_FULL_WIDTH = lazy_pattern("[“”‘’＂＇＝，［］【】｛｝]")

# Beginnings of the messages of `tomli` -> what the author should know.
_REASONS = {
    "Cannot declare": "同一个表写了两次，应合为一个",
    "Cannot overwrite": "同一个键写了两次，应只留一个",
    "Cannot redefine": "同一个表写了两次，应合为一个",
    "Cannot mutate": "不能再补写前面已写完整的表",
    "Duplicate inline": "同一个键写了两次，应只留一个",
    "Expected '=' after": "键后面缺少等号",
    "Expected ']'": "表名的方括号不成对",
    'Expected "]"': "表名的方括号不成对",
    "Expected ']]'": "表名的方括号不成对",
    'Expected "]]"': "表名的方括号不成对",
    "Expected newline": "一行只能写一项，多余的内容应另起一行",
    "Expected '": "字符串缺少收尾的引号",
    'Expected "': "字符串缺少收尾的引号",
    "Illegal character": "字符串里有换行或控制字符，可能缺少收尾的引号",
    "Found invalid": "有不允许的控制字符",
    "Invalid initial": "键名只能用字母、数字、下划线和连字符，其他键名应加引号",
    "Invalid statement": "这一行不是“键 = 值”",
    "Invalid date": "日期不存在",
    "Invalid value": "等号后面的值写法不对，文字应放在半角引号里",
    "Invalid hex": "反斜杠后面的写法不对，路径请用正斜杠“/”或单引号",
    "Escaped character": "反斜杠后面的写法不对，路径请用正斜杠“/”或单引号",
    "Unescaped '\\'": "反斜杠后面的写法不对，路径请用正斜杠“/”或单引号",
    "Unclosed array": "方括号没有收尾",
    "Unclosed inline": "花括号没有收尾",
    "Unterminated string": "字符串缺少收尾的引号",
}


def line_of(text: str, path: Sequence[Key]) -> int:
    """Return the line (from 1) of a key in a TOML text: `("rule", 3, "severity")`.

    Elements that are not in the text are skipped, so that an absent key gives the line of the table
    it is missing from. A path of which nothing is there gives line 1.
    """
    lines = _Scanner(text).lines
    found: tuple[Key, ...] = ()
    for key in path:
        if (*found, key) in lines:
            found = (*found, key)
    return lines.get(found, 1)


def syntax_error(error: tomli.TOMLDecodeError, text: str) -> tuple[int, str]:
    """Return the line (from 1) and a Chinese sentence for a text that is no TOML."""
    message = str(error)
    place = _PLACE.search(message)
    last = len(text.rstrip().splitlines()) or 1
    ends_early = place is not None and place["line"] is None
    line = int(place["line"]) if place and not ends_early else last
    written = text.split("\n")[line - 1 : line]
    if written and (found := _FULL_WIDTH.search(_outside_strings(written[0]))):
        return line, f"有全角符号 {found[0]} ，引号、逗号、等号和括号应为半角"
    if ends_early and message.startswith("Invalid value"):
        return line, "值没有写完"
    reason = next((said for start, said in _REASONS.items() if message.startswith(start)), "不符合 TOML 的写法")
    return line, reason


def _outside_strings(line: str) -> str:
    return re.sub(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*', "", line)


class _Scanner:
    """Walks a TOML text that `tomli` accepted and notes the line of every key and element."""

    def __init__(self, text: str) -> None:
        self.lines: dict[tuple[Key, ...], int] = {}
        self._tables: dict[tuple[Key, ...], int] = {}
        self._tokens: list[tuple[str, int]] = []
        self._at = 0
        self._tokenize(text)
        self._document()

    def _tokenize(self, text: str) -> None:
        line, done = 1, 0
        for match in _TOKEN.finditer(text):
            line += text.count("\n", done, match.start())
            done = match.start()
            if not match[0].startswith("#"):
                self._tokens.append((match[0], line))

    def _peek(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _line(self) -> int:
        return self._tokens[min(self._at, len(self._tokens) - 1)][1]

    def _skip(self, tokens: str) -> None:
        while self._peek() and self._peek() in tokens:
            self._at += 1

    def _document(self) -> None:
        table: tuple[Key, ...] = ()
        while self._peek():
            if self._peek() == "\n":
                self._at += 1
            elif self._peek() == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> tuple[Key, ...]:
        line = self._line()
        self._at += 1
        repeated = self._peek() == "["
        self._skip("[")
        keys = self._keys("]")
        self._skip("]")
        path: tuple[Key, ...] = ()
        for depth, key in enumerate(keys, start=1):
            path = (*path, key)
            self.lines.setdefault(path, line)
            if repeated and depth == len(keys):
                self._tables[path] = self._tables.get(path, -1) + 1
            if path in self._tables:
                path = (*path, self._tables[path])
                self.lines.setdefault(path, line)
        return path

    def _keys(self, end: str) -> list[str]:
        keys: list[str] = []
        while self._peek() not in ("", "\n", end):
            if (written := self._peek()) != ".":
                keys.append(tomli.loads(f"key = {written}")["key"] if written[0] in "\"'" else written)
            self._at += 1
        return keys

    def _pair(self, table: tuple[Key, ...]) -> None:
        line = self._line()
        path = table
        for key in self._keys("="):
            path = (*path, key)
            self.lines.setdefault(path, line)
        self._at += 1
        self._value(path)

    def _value(self, path: tuple[Key, ...]) -> None:
        self.lines.setdefault(path, self._line())
        if self._peek() == "[":
            self._array(path)
        elif self._peek() == "{":
            self._inline_table(path)
        else:
            while self._peek() not in ("", "\n", ",", "]", "}"):
                self._at += 1

    def _array(self, path: tuple[Key, ...]) -> None:
        self._at += 1
        self._skip("\n,")
        index = 0
        while self._peek() not in ("", "]"):
            self._value((*path, index))
            self._skip("\n,")
            index += 1
        self._at += 1

    def _inline_table(self, path: tuple[Key, ...]) -> None:
        self._at += 1
        self._skip("\n,")
        while self._peek() not in ("", "}"):
            self._pair(path)
            self._skip("\n,")
        self._at += 1
