"""Reading what people write in TOML files: the file, its model, and one Chinese sentence for what is wrong.

Only the first error is reported: the second is often a consequence of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, get_args, get_origin

import tomli
from pydantic import BaseModel, ValidationError

from report_lint.files import read_limited
from report_lint.toml_lines import Key, line_of, syntax_error

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from report_lint.errors import ReportLintError

Loc = tuple[Key, ...]
ModelT = TypeVar("ModelT", bound=BaseModel)

_LIST = '一列值，例如 ["…"]'
_TABLE = "一个表，例如 { … = … }"
_WHAT = {
    "string": "文字（放在引号里）",
    "int": "整数",
    "float": "数字",
    "finite": "数字",
    "bool": " true 或 false",
    "list": _LIST,
    "tuple": _LIST,
    "set": _LIST,
    "frozen_set": _LIST,
    "dict": _TABLE,
    "mapping": _TABLE,
    "model": _TABLE,
    "date": "日期，例如 2026-01-09",
}
_PATTERNS = {
    r"^[A-Z]{3}\d{3}$": "应为规则编号，例如 CIT006",
    r"^[A-Z]{3}(\d{3})?$": "应为规则编号或前缀，例如 CIT006、CIT",
    r"^[A-Z]{3}$": "应为三个大写字母，例如 YHS",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "应为小写字母、数字和连字符，例如 missing-plan",
    r"^[a-z0-9][a-z0-9-]*$": "应为小写字母、数字和连字符，例如 yunhu",
    r"^[A-Z]+\d+[a-z]?$": "应为大写字母加数字，例如 LC1",
    r"^[0-9]{2}-[0-9]{2}$": "应写成月-日，例如 03-01",
}
_LIMITS = {
    "greater_than_equal": ("ge", "不小于"),
    "greater_than": ("gt", "大于"),
    "less_than_equal": ("le", "不大于"),
    "less_than": ("lt", "小于"),
}
_SEQUENCES = (tuple, list, Sequence, set, frozenset)
_MAPPINGS = (dict, Mapping)


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file that was read: its name as errors show it, its text and its values."""

    name: str
    text: str
    data: Mapping[str, Any]
    raising: type[ReportLintError]

    def error(self, loc: Sequence[Key], message: str) -> ReportLintError:
        """Return an error that begins with the file and the line of a key path."""
        return self.raising(f"{self.place(loc)}: {message}")

    def error_at(self, written: str, message: str) -> ReportLintError:
        """Return an error that begins with the file and the first line where something is written."""
        line = self.text.count("\n", 0, max(0, self.text.find(written))) + 1
        return self.raising(f"{self.name}:{line}: {message}")

    def place(self, loc: Sequence[Key]) -> str:
        """Return the file and the line of a key path."""
        return f"{self.name}:{line_of(self.text, loc)}"


def read_toml(path: Path, raising: type[ReportLintError]) -> TomlFile:
    """Return a TOML file; raises `raising` with file, line and reason where it cannot be read."""

    def fail(sentence: str, cause: Exception) -> NoReturn:
        raise raising(sentence) from cause

    try:
        text = read_limited(path).decode("utf-8-sig").replace("\r\n", "\n")
        return TomlFile(str(path), text, tomli.loads(text), raising)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        fail(f"{path}:{line}: 不是 UTF-8 编码，请另存为 UTF-8", error)
    except tomli.TOMLDecodeError as error:
        line, reason = syntax_error(error, text)
        fail(f"{path}:{line}: {reason}", error)
    except RecursionError as error:
        fail(f"{path}:1: 括号嵌套太深", error)
    except FileNotFoundError as error:
        fail(f"找不到文件 {path}", error)
    except PermissionError as error:
        fail(f"无法读取 {path}：没有权限", error)
    except IsADirectoryError as error:
        fail(f"无法读取 {path}：这是文件夹", error)
    except OSError as error:
        fail(f"无法读取 {path}：{error.strerror or '读取失败'}", error)


def validated(model: type[ModelT], file: TomlFile, within: Sequence[Key] = (), subject: str = "") -> ModelT:
    """Return the model of a TOML file, or of the table at the key path `within`.

    Raises the file's error with file, line and the first thing that is wrong; `subject` says
    whose error it is, such as `规则 GDS002`.
    """
    value: Any = file.data
    for key in within:
        value = value[key]
    try:
        return model.model_validate(value, context={"folder": Path(file.name).parent})  # of tables beside the file
    except ValidationError as error:
        loc, message = first_error(error, model)
        raise file.error((*within, *loc), f"{subject}：{message}" if subject else message) from error


def first_error(error: ValidationError, model: type[BaseModel] | None = None) -> tuple[Loc, str]:
    """Return the key path and the Chinese sentence of the first error.

    An unknown key comes first, because a misspelt key is often also a missing one. With the model,
    the sentence can name the key that was probably meant.
    """
    errors = error.errors(include_url=False)
    chosen = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
    return chosen["loc"], _sentence(chosen, model)


def unknown_key(key: str, known: Sequence[str]) -> str:
    """Return the sentence for a key that is not known, with the nearest one that is."""
    near = get_close_matches(key, known, n=1, cutoff=0.6)
    if near:
        return f"未知的键“{key}”，是否想写“{near[0]}”？"
    return f"未知的键“{key}”" + (f"，可用的键：{'、'.join(known)}" if known else "")


def _sentence(error: ErrorDetails, model: type[BaseModel] | None) -> str:
    kind, loc = error["type"], error["loc"]
    if kind == "extra_forbidden":
        return unknown_key(str(loc[-1]), _known_keys(model, loc[:-1]))
    name = _shown_loc(loc)
    if kind == "missing":
        return f"缺少 {name}"
    if kind == "value_error":
        return f"{name}：{error['ctx']['error']}" if name else str(error["ctx"]["error"])
    if kind in ("string_too_short", "too_short"):
        return f"{name} 不能为空"
    gap = "" if name.endswith("项") else " "
    return f"{name}{gap}是{_shown(error['input'])}，{_demand(kind, error.get('ctx', {}))}"


def _demand(kind: str, context: Mapping[str, object]) -> str:
    if kind in ("literal_error", "enum"):
        choices = str(context["expected"]).replace("'", "").replace(" or ", "、").replace(", ", "、")
        return f"应为 {choices} 之一"
    if kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        return _PATTERNS.get(pattern, f"不符合规定的写法 {pattern}")
    if kind in _LIMITS:
        limit, words = _LIMITS[kind]
        return f"应{words} {context[limit]}"
    return "应为" + next((what for start, what in _WHAT.items() if kind.startswith(start)), "别的写法")


def _shown_loc(loc: Loc) -> str:
    shown = ""
    for key in loc:
        if isinstance(key, int):
            shown += f" 第 {key + 1} 项"
        elif _is_key(key):
            shown += f"的 {key}" if shown.endswith("项") else f".{key}" if shown else key
    return shown.strip()


def _is_key(key: str) -> bool:
    """Tell a key from a label of pydantic's, such as `tuple[str, ...]`."""
    return "[" not in key


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, bool):
        return " true" if value else " false"
    if isinstance(value, Mapping):
        return "一个表"
    return "一列值" if isinstance(value, Sequence) else f" {value}"


def _known_keys(model: type[BaseModel] | None, loc: Loc) -> tuple[str, ...]:
    """Return the keys that may stand at a key path of a model."""
    at: object = model
    for key in loc:
        at = _inside(at, key)
    found = _model_in(at)
    return () if found is None else tuple(field.alias or name for name, field in found.model_fields.items())


def _inside(annotation: object, key: Key) -> object:
    model = _model_in(annotation)
    if model is not None and isinstance(key, str):
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        # An element of the path that is no field is a label of pydantic's, such as the branch of a union.
        return fields[key].annotation if key in fields else annotation
    wanted = _SEQUENCES if isinstance(key, int) else _MAPPINGS
    for inner in _flat(annotation):
        if get_origin(inner) in wanted:
            arguments = get_args(inner)
            return arguments[0 if isinstance(key, int) else 1]
    return annotation


def _model_in(annotation: object) -> type[BaseModel] | None:
    return next((one for one in _flat(annotation) if isinstance(one, type) and issubclass(one, BaseModel)), None)


def _flat(annotation: object) -> list[object]:
    """Return an annotation without `Annotated` and unions: the types that it may be."""
    if isinstance(annotation, type) or get_origin(annotation) in (*_SEQUENCES, *_MAPPINGS):
        return [annotation]
    return [flat for inner in get_args(annotation) for flat in _flat(inner)]
