"""`report-lint laws import`: add rows of a CSV or JSONL file to the register of a pack of one's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.commands.output import complain, reason, say, write_file
from report_lint.errors import PackError, ReadError, UsageError
from report_lint.files import read_limited
from report_lint.lazy import lazy_pattern
from report_lint.packs import load_registers, rules_folder
from report_lint.readers.encoding import decode
from report_lint.register import load_register
from report_lint.register.additions import Additions
from report_lint.register.entries import entries
from report_lint.ruleset import PackTable
from report_lint.validation import read_toml, validated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report_lint.commands.flags import Flags
    from report_lint.register.additions import Result
    from report_lint.register.entries import Entry, Mistake
    from report_lint.vocabulary import Register

_FAILED = 2
_REGISTER = "instruments.tsv"
_PACK = "pack.toml"
_SHOWN = 20
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .xls
_ID = lazy_pattern("[a-z0-9][a-z0-9-]*")
_NEW_PACK = """\
# {title}：自己查证的法律、法规、文件，由 report-lint laws import 加进 {register}。
id       = "{id}"
title    = "{title}"
version  = "1"
prefixes = []                     # 要加自己的规则时，写规则编号的前缀，例如 ["YLX"]
extends  = "national"
register = "{register}"
# facts_until = 2027-01-01        # 本单位的法规查证到哪一天
"""


@dataclass(frozen=True, slots=True)
class _Target:
    """Where rows go: the register file, what its pack extends, and pack.toml with its new text where it changes."""

    register: Path
    extends: str | None = "national"
    pack_file: Path | None = None
    pack_text: str = ""
    note: str = ""


def add(flags: Flags) -> int:
    """Add the rows of some files; return 0 if they are written, 2 if a line is wrong and nothing is."""
    target = _target(flags)
    found, wrong = _read(flags.paths)
    if wrong:
        return _refused(wrong)
    additions = Additions(
        load_register(target.register) if target.register.exists() else None,
        _inherited(target),
        datetime.now().astimezone().date(),
    )
    for entry in found:
        additions.add(entry)
    result = additions.result()
    if result.mistakes:
        return _refused(result.mistakes)
    _write(target, result)
    say(_account(target, result))
    return 0


def _read(paths: Sequence[str]) -> tuple[list[Entry], list[Mistake]]:
    good: list[Entry] = []
    wrong: list[Mistake] = []
    for path in paths:
        found, mistakes = entries(_text(path), path)
        if not found and not mistakes:
            raise UsageError(f"{path} 里没有可以导入的行")
        good += found
        wrong += mistakes
    return good, wrong


def _text(path: str) -> str:
    try:
        data = read_limited(Path(path))
    except FileNotFoundError as error:
        raise UsageError(f"找不到文件 {path}") from error
    except OSError as error:
        why = "这是文件夹" if isinstance(error, IsADirectoryError) else reason(error)
        raise UsageError(f"无法读取 {path}：{why}") from error
    if data.startswith(_WORKBOOKS):
        raise UsageError(f"无法读取 {path}：这是 Excel 工作簿，请另存为 CSV（逗号分隔）再导入")
    try:
        return decode(data).text
    except ReadError as error:
        raise UsageError(f"无法读取 {path}：{error}") from error


def _target(flags: Flags) -> _Target:
    folder = Path(flags.pack[0]) if flags.pack else None
    place = (folder or flags.output or Path()).resolve()
    if place.is_relative_to(rules_folder().resolve()) or (folder and not folder.exists() and _built_in(flags.pack[0])):
        raise UsageError("内置的规则包不能改；写一个自己的文件夹，例如 --pack ./法规登记")
    if folder is None:
        register = flags.output or Path()
        if register.exists() and not register.is_file():
            raise UsageError(f"-o 所写的 {register} 是文件夹或设备，不是登记表文件")
        return _Target(register)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} 不是文件夹")
    path = folder / _PACK
    if path.exists():
        return _present(path)
    written = folder if folder.is_absolute() else f"./{folder.as_posix()}"
    note = f'新建了 {path}；检查时加 --pack {folder}，或者在 report-lint.toml 里写 packs = ["{written}"]'
    return _Target(folder / _REGISTER, "national", path, _new_pack(folder), note)


def _built_in(name: str) -> bool:
    return (rules_folder() / name / _PACK).is_file()


def _present(path: Path) -> _Target:
    """Return the register of a pack that is there; a pack without one gets the key in front of all tables."""
    file = read_toml(path, PackError)
    table = validated(PackTable, file)
    if table.register_file is not None:
        return _Target(path.parent / table.register_file, table.extends)
    text = f'register = "{_REGISTER}"\n{file.text}'
    return _Target(path.parent / _REGISTER, table.extends, path, text, f"在 {path} 里补上了 register")


def _new_pack(folder: Path) -> str:
    name = folder.resolve().name
    pack_id = name.lower() if _ID.fullmatch(name.lower()) and not _built_in(name.lower()) else "own-laws"
    title = re.sub(r'["\\\x00-\x1f\x7f]', "", name) or "法规登记"
    return _NEW_PACK.format(id=pack_id, title=title, register=_REGISTER)


def _inherited(target: _Target) -> Register | None:
    if target.extends is None:
        return None
    return load_registers((target.extends,), target.register.parent.resolve())


def _refused(wrong: Sequence[Mistake]) -> int:
    """Say which lines are wrong; return the exit code."""
    for mistake in wrong[:_SHOWN]:
        complain(f"{mistake.where}: {mistake.reason}")
    more = f"还有 {len(wrong) - _SHOWN} 行不对；" if len(wrong) > _SHOWN else ""
    complain(f"{more}什么也没有写，改好以后再导入")
    return _FAILED


def _write(target: _Target, result: Result) -> None:
    if not result.added and not result.replaced:
        return
    if target.pack_file is not None:
        try:
            target.pack_file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"无法新建文件夹 {target.pack_file.parent}：{reason(error)}") from error
    write_file(target.register, result.text)
    if target.pack_file is not None:
        write_file(target.pack_file, target.pack_text)


def _account(target: _Target, result: Result) -> str:
    """Return one sentence on what was written, a line for each version that was replaced, and how to use it."""
    if not result.added and not result.replaced:
        return f"没有要写的：{result.unchanged} 行都已经登记，没有变化\n"
    unchanged = f"，{result.unchanged} 行没有变化" if result.unchanged else ""
    lines = [f"已写入 {target.register}：新增 {result.added} 行，替换 {len(result.replaced)} 行{unchanged}"]
    lines += [f"替换：{version}" for version in result.replaced]
    return "\n".join([*lines, *([target.note] if target.note else [])]) + "\n"
