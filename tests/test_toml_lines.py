"""Lines of keys in TOML texts, and sentences for texts that are no TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from report_lint.toml_lines import line_of, syntax_error

if TYPE_CHECKING:
    from collections.abc import Sequence

PACK = '''\
# a comment with [brackets] and key = 1
title = "国家 # not a comment"

[terms]
plan = [
  "下一步",  # [trap]
  "今后…打算",
]

[[rule]]
code     = "STR001"
severity = "error"
why      = """
[[rule]]
severity = "not here"
"""

[[rule]]
code  = "STR002"
check = { kind = "part-missing", parts = ["plan", "other"] }

[rule.variants.thin]
severity = "info"

[[rule]]
"code" = 'STR003'
check.kind = "part-order"
good = [
  """一、成绩
  二、不足""",
  "b",
]

  [[rule.example]]
  text = "x"

  [[rule.example]]
  text = "y"

["a.b"]
since = 2019
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("terms",), 4),
        (("terms", "plan"), 5),
        (("terms", "plan", 1), 7),
        (("rule",), 10),
        (("rule", 0), 10),
        (("rule", 0, "severity"), 12),
        (("rule", 0, "why"), 13),
        (("rule", 1), 18),
        (("rule", 1, "code"), 19),
        (("rule", 1, "check", "parts", 1), 20),
        (("rule", 1, "variants", "thin"), 22),
        (("rule", 1, "variants", "thin", "severity"), 23),
        (("rule", 2, "code"), 26),
        (("rule", 2, "check", "kind"), 27),
        (("rule", 2, "good", 0), 29),
        (("rule", 2, "good", 1), 31),
        (("rule", 2, "example", 1, "text"), 38),
        (("a.b", "since"), 41),
    ],
    ids=str,
)
def test_finds_the_line_of_a_key(path: Sequence[str | int], line: int) -> None:
    """Comments, multi-line strings, inline tables and repeated tables do not shift a line."""
    assert line == line_of(PACK, path)


def test_an_absent_key_gives_the_line_of_its_table() -> None:
    """What is missing points at the table that it is missing from."""
    assert line_of(PACK, ("rule", 1)) == line_of(PACK, ("rule", 1, "severity"))


def test_labels_that_are_no_keys_are_skipped() -> None:
    """A path of a pydantic error may name the branch of a union between two keys."""
    assert line_of(PACK, ("rule", 1, "check", "PartMissing", "parts")) == 20


def test_a_path_of_which_nothing_is_there_gives_the_first_line() -> None:
    """There is always a line to point at."""
    assert line_of("", ("rule", 0)) == 1


_KEYS = st.text("ab-_é \"'.=[]#", min_size=1, max_size=4)
_VALUES = st.recursive(
    st.booleans() | st.integers(0, 9) | st.text("x\"'\\\n#[]{}=,.", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=8,
)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_written(key)} = {_written(inner)}" for key, inner in value.items()) + "}"
    return str(value)


@given(st.dictionaries(_KEYS, _VALUES, max_size=6))
def test_every_key_of_any_text_has_its_own_line(data: dict[str, object]) -> None:
    """Whatever stands in the values, the keys after them keep their lines."""
    text = "\n".join(f"{_written(key)} = {_written(value)}" for key, value in data.items())

    assert data == tomli.loads(text)
    assert list(range(1, len(data) + 1)) == [line_of(text, (key,)) for key in data]


@given(st.text("ab[]{}=,.#\"'\n\\ ", max_size=40))
def test_no_text_makes_the_scan_fail(text: str) -> None:
    """Half-written files are scanned too."""
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        line, _ = syntax_error(error, text)
    else:
        line = line_of(text, ("a", 0, "b"))

    assert 1 <= line <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("a = 1\nselect = [“STR”]\n", 2, "有全角符号 “ ，引号、逗号、等号和括号应为半角"),
        ('fail-on ＝ "error"\n', 1, "有全角符号 ＝ ，引号、逗号、等号和括号应为半角"),
        ("a = 1\na = 2\n", 2, "同一个键写了两次，应只留一个"),
        ("[a]\n[a]\n", 2, "同一个表写了两次，应合为一个"),
        ("fail-on error\n", 1, "键后面缺少等号"),
        ("fail-on = error\n", 1, "等号后面的值写法不对，文字应放在半角引号里"),
        ('packs = ["C:\\packs"]\n', 1, "反斜杠后面的写法不对，路径请用正斜杠“/”或单引号"),
        ('format = "json\n', 1, "字符串里有换行或控制字符，可能缺少收尾的引号"),
        ("packs = [\n", 1, "值没有写完"),
        ("packs = [\n  'a'\n", 2, "方括号没有收尾"),
        ("as-of = 2026-02-30\n", 1, "日期不存在"),
    ],
)
def test_says_what_is_wrong_with_a_text_that_is_no_toml(text: str, line: int, sentence: str) -> None:
    """The sentence names the slip a clerk can find on that line."""
    with pytest.raises(tomli.TOMLDecodeError) as caught:
        tomli.loads(text)

    assert (line, sentence) == syntax_error(caught.value, text)
