"""TOML files, their models, and the sentences for what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from report_lint.errors import ConfigError, PackError
from report_lint.validation import first_error, read_toml, validated

if TYPE_CHECKING:
    from pathlib import Path


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Variant(_Strict):
    severity: Literal["error", "warning", "info"]


class _Rule(_Strict):
    code: Annotated[str, Field(pattern="^[A-Z]+$")]
    severity: Literal["error", "warning", "info"] = "info"
    since: int | None = Field(default=None, ge=2000)
    default: bool = True
    good: tuple[str, ...] = ()
    variants: dict[str, _Variant] = {}

    @field_validator("code")
    @classmethod
    def _known(cls, code: str) -> str:
        if code == "BAD":
            msg = "这个编号已经用过"
            raise ValueError(msg)
        return code


class _Pack(_Strict):
    fail_on: str = Field(default="", alias="fail-on")
    rule: tuple[_Rule, ...] = ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fail-onn = 'x'", "1: 未知的键“fail-onn”，是否想写“fail-on”？"),
        ("zzz = 1", "1: 未知的键“zzz”，可用的键：fail-on、rule"),
        ("\n[[rule]]", "2: 缺少 rule 第 1 项的 code"),
        ("[[rule]]\ncode='A'\nsevrity='x'", "3: 未知的键“sevrity”，是否想写“severity”？"),
        ("[[rule]]\nsevrity='x'", "2: 未知的键“sevrity”，是否想写“severity”？"),
        (
            "[[rule]]\ncode='A'\n[[rule]]\ncode='B'\nseverity='fatal'",
            "5: rule 第 2 项的 severity 是“fatal”，应为 error、warning、info 之一",
        ),
        ("[[rule]]\ncode='A'\nsince='x'", "3: rule 第 1 项的 since 是“x”，应为整数"),
        ("[[rule]]\ncode='A'\nsince=1999", "3: rule 第 1 项的 since 是 1999，应不小于 2000"),
        ("[[rule]]\ncode='a'", "2: rule 第 1 项的 code 是“a”，不符合规定的写法 ^[A-Z]+$"),
        ("[[rule]]\ncode='BAD'", "2: rule 第 1 项的 code：这个编号已经用过"),
        ("[[rule]]\ncode='A'\ndefault='maybe'", "3: rule 第 1 项的 default 是“maybe”，应为 true 或 false"),
        ("[[rule]]\ncode='A'\ngood='x'", '3: rule 第 1 项的 good 是“x”，应为一列值，例如 ["…"]'),
        ("[[rule]]\ncode='A'\ngood=['x', 3]", "3: rule 第 1 项的 good 第 2 项是 3，应为文字（放在引号里）"),
        (
            "[[rule]]\ncode='A'\n[rule.variants.thin]\nsevirity='info'",
            "4: 未知的键“sevirity”，是否想写“severity”？",
        ),
        ("rule = 3", '1: rule 是 3，应为一列值，例如 ["…"]'),
        ("rule = ['x']", "1: rule 第 1 项是“x”，应为一个表，例如 { … = … }"),
    ],
)
def test_the_first_error_is_one_sentence_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    """File and line, what was written, and what it should be."""
    path = tmp_path / "pack.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(PackError) as caught:
        validated(_Pack, read_toml(path, PackError))

    assert f"{path}:{expected}" == str(caught.value)


def test_a_part_of_a_file_can_be_validated_with_its_subject(tmp_path: Path) -> None:
    """A rule's error names the rule and keeps the line in the whole file."""
    path = tmp_path / "pack.toml"
    path.write_text("[[rule]]\ncode = 'A'\nseverity = 'fatal'\n", encoding="utf-8")

    with pytest.raises(PackError) as caught:
        validated(_Rule, read_toml(path, PackError), within=("rule", 0), subject="规则 A")

    assert f"{path}:3: 规则 A：severity 是“fatal”，应为 error、warning、info 之一" == str(caught.value)


def test_the_model_is_not_needed_for_the_sentence() -> None:
    """Without the model an unknown key is named, only the suggestion is missing."""
    with pytest.raises(ValidationError) as caught:
        _Pack.model_validate({"x": 1})

    loc, sentence = first_error(caught.value)
    assert loc == ("x",)
    assert sentence == "未知的键“x”"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a = 1\nb = “x”".encode(), ":2: 有全角符号 “ ，引号、逗号、等号和括号应为半角"),
        ("a = 1\nb = '县'".encode("gbk"), ":2: 不是 UTF-8 编码，请另存为 UTF-8"),
        (b"a = " + b"[" * 100_000, ":1: 括号嵌套太深"),
    ],
)
def test_a_file_that_is_no_toml(tmp_path: Path, content: bytes, expected: str) -> None:
    """What cannot be parsed is said with its line, never as a traceback."""
    path = tmp_path / "report-lint.toml"
    path.write_bytes(content)

    with pytest.raises(ConfigError) as caught:
        read_toml(path, ConfigError)

    assert f"{path}{expected}" == str(caught.value)


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    """Notepad writes both."""
    path = tmp_path / "report-lint.toml"
    path.write_bytes(b"\xef\xbb\xbffail-on = 'never'\r\n[[rule]]\r\ncode = 'A'\r\n")

    file = read_toml(path, ConfigError)

    assert file.data == {"fail-on": "never", "rule": [{"code": "A"}]}
    assert f"{path}:3: …" == str(file.error(("rule", 0, "code"), "…"))


@pytest.mark.parametrize(("name", "expected"), [("none.toml", "找不到文件 {}"), ("", "无法读取 {}：这是文件夹")])
def test_a_path_that_is_no_file(tmp_path: Path, name: str, expected: str) -> None:
    """A missing file and a folder each have their sentence."""
    path = tmp_path / name

    with pytest.raises(ConfigError) as caught:
        read_toml(path, ConfigError)

    assert expected.format(path) == str(caught.value)
