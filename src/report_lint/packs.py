"""Find packs, read their TOML files, and put them together into one Ruleset.

Loading a folder never runs code from it: a rule names a check kind, and kinds come from
report-lint itself or from installed packages (entry points `report_lint.checks`, `report_lint.packs`).
"""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from report_lint.adjust import adjusted
from report_lint.authorities import Authorities
from report_lint.checks import find_kind, kinds
from report_lint.clashes import refuse_clashes, refuse_errors_of_practice
from report_lint.document import PartId
from report_lint.errors import PackError
from report_lint.pack_files import PACK_FILE, Module, Pack
from report_lint.register import TableRegister, join, load_register, validate
from report_lint.report import PackInfo
from report_lint.ruleset import DutyTable, Rule, Ruleset, RuleTable
from report_lint.validation import TomlFile, read_toml, validated
from report_lint.vocabulary import Persons, Register, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from report_lint.checks.problem import CheckKind
    from report_lint.vocabulary import PartDefinition

_INTERNAL = "internal.toml"


def rules_folder() -> Path:
    """Return the folder of the built-in packs: inside the installed package, else in the checkout."""
    package = Path(__file__).parent / "rules"
    return package if package.is_dir() else Path(__file__).parents[2] / "rules"


def find_pack(name: str, base: Path | None = None) -> Path:
    """Return the folder of a pack: a bare word is built in or installed, anything with a slash is a path.

    Raises:
        PackError: there is no such pack.
    """
    if "/" in name or "\\" in name or Path(name).is_absolute():
        folder = (base or Path()) / name
    else:
        folder = rules_folder() / name
        if not folder.is_dir():
            folder = _installed(name) or folder
    if not (folder / PACK_FILE).is_file():
        known = sorted(path.parent.name for path in rules_folder().glob(f"*/{PACK_FILE}"))
        near = get_close_matches(name, known, n=1)
        hint = f"是否想写“{near[0]}”？" if near else f"内置的有 {'、'.join(known)}，自己的写成 ./文件夹"
        raise PackError(f"找不到规则包“{name}”：{folder} 里没有 {PACK_FILE}；{hint}")
    return folder


def _installed(name: str) -> Path | None:
    from importlib.metadata import entry_points  # noqa: PLC0415  40 ms that the built-in pack does not pay

    found = next(iter(entry_points(group="report_lint.packs", name=name)), None)
    return None if found is None else Path(str(found.load()))


def load_ruleset(packs: str | Path | Sequence[str | Path] = ("national",), base: Path | None = None) -> Ruleset:
    """Return the rules and the vocabulary of the named packs, read once for each list of packs.

    Args:
        packs: names of built-in packs and folders, or one of them.
        base: the folder that relative folders start from; the working directory when not given.

    Raises:
        PackError: a pack is missing or wrong; the message begins with file and line.
    """
    if isinstance(packs, str | Path):
        packs = [packs]
    if not packs:
        raise PackError("没有写明规则包，至少要有一个，例如 national")
    return _load(_folders(tuple(_named(pack) for pack in packs), base))


def load_registers(packs: Sequence[str], base: Path | None = None) -> Register | None:
    """Return the register of the named packs and of those they extend, without reading their rules.

    Raises:
        PackError: a pack or its register is missing or wrong.
    """
    return join(_registers([Pack.read_head(folder) for folder in _with_inherited(_folders(tuple(packs), base))]))


def _named(pack: str | Path) -> str:
    """Return a pack as it is named in settings; a Path is always a folder, never a built-in name."""
    return f"./{pack}" if isinstance(pack, Path) and not pack.is_absolute() else str(pack)


@lru_cache(maxsize=64)
def _folders(packs: tuple[str, ...], base: Path | None) -> tuple[Path, ...]:
    return tuple(find_pack(pack, base).resolve() for pack in packs)


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...]) -> Ruleset:
    loaded = [Pack.read(folder) for folder in _with_inherited(folders)]
    modules = [Module.read(rules_folder() / _INTERNAL), *(module for pack in loaded for module in pack.modules)]
    refuse_clashes(loaded, modules)
    norms = {norm.id: norm for pack in loaded for norm in pack.table.norm}
    authorities = Authorities({key: (norm.grade, norm.title) for key, norm in norms.items()})
    rules = [rule for module in modules for rule in _rules(module, authorities)]
    adjusts = [(pack.file, pack.table.adjust) for pack in loaded]
    return Ruleset(
        packs=tuple(
            PackInfo(id=pack.table.id, version=pack.table.version, facts_until=pack.table.facts_until)
            for pack in loaded
        ),
        rules=tuple(sorted(adjusted(rules, adjusts), key=lambda rule: rule.code.startswith("INT"))),
        vocabulary=_vocabulary(loaded, modules, authorities),
        precedence=tuple(row for pack in loaded for row in pack.table.precedence),
        facts_until=_facts_until(loaded),
    )


def _facts_until(packs: Sequence[Pack]) -> date | None:
    return min((pack.table.facts_until for pack in packs if pack.table.facts_until is not None), default=None)


def _with_inherited(folders: Sequence[Path], heirs: tuple[Path, ...] = ()) -> list[Path]:
    """Return the folders with the packs they extend in front of them, each once."""
    ordered: list[Path] = []
    for folder in folders:
        file = read_toml(folder / PACK_FILE, PackError)
        if folder in heirs:
            raise file.error(("extends",), "规则包互相继承，extends 不能绕回自己")
        extends = file.data.get("extends")
        if isinstance(extends, str):
            inherited = _with_inherited([_inherited(extends, folder, file)], (*heirs, folder))
            ordered.extend(path for path in inherited if path not in ordered)
        if folder not in ordered:
            ordered.append(folder)
    return ordered


def _inherited(name: str, folder: Path, file: TomlFile) -> Path:
    try:
        return find_pack(name, folder).resolve()
    except PackError as error:
        raise file.error(("extends",), str(error)) from error


def _rules(module: Module, authorities: Authorities) -> Iterator[Rule]:
    for at, table in enumerate(module.table.rule):
        basis = authorities.resolve(table.basis, module.file, ("rule", at))
        refuse_errors_of_practice(table, basis, module.file, ("rule", at))
        kind = _kind(table, module.file, at)
        parameters = {key: value for key, value in table.check.items() if key != "kind"}
        bare = replace(module.file, data={"rule": {at: {"check": parameters}}})
        params = validated(kind.params, bare, ("rule", at, "check"), f"规则 {table.code}")
        yield Rule(table, basis, kind, params)


def _kind(table: RuleTable, file: TomlFile, at: int) -> CheckKind:
    name = table.check.get("kind")
    kind = find_kind(name) if isinstance(name, str) else None
    if kind is None:
        near = get_close_matches(str(name), kinds(), n=1)
        meant = f"是否想写“{near[0]}”？" if near else f"应为 {'、'.join(kinds())} 之一"
        raise file.error(("rule", at, "check"), f"规则 {table.code} 的检查方式 kind 是“{name}”，{meant}")
    return kind


def _vocabulary(packs: Sequence[Pack], modules: Sequence[Module], authorities: Authorities) -> Vocabulary:
    parts: dict[str, PartDefinition] = {}
    duties: dict[str, tuple[Module, int, DutyTable]] = {}
    for module in modules:
        for at, part in enumerate(module.table.part):
            own = part.definition(authorities.resolve(part.basis, module.file, ("part", at)))
            parts[part.id] = parts[part.id].joined(own) if part.id in parts else own
        for at, duty in enumerate(module.table.duty):
            duties[duty.id] = (module, at, duty)
    persons = [module.table.persons.persons() for module in modules if module.table.persons]
    if missing := [part for part in get_args(PartId) if part not in parts]:
        message = f'没有定义规定的部分 {"、".join(missing)}；在 pack.toml 里写 extends = "national"'
        raise packs[-1].file.error(("id",), message)
    return Vocabulary(
        parts=tuple(parts.values()),
        duties=tuple(
            duty.duty(authorities.resolve(duty.basis, module.file, ("duty", at)))
            for module, at, duty in duties.values()
        ),
        duty_groups=_duty_groups(packs),
        register=join(_registers(packs)),
        persons=persons[-1] if persons else Persons(),
        facts_until=_facts_until(packs),
    )


def _duty_groups(packs: Sequence[Pack]) -> dict[str, str]:
    """Return what the groups of duties are called; one that no pack names is called as the pack that uses it."""
    groups: dict[str, str] = {}
    for pack in packs:
        for module in pack.modules:
            groups |= module.table.duty_groups
    for pack in packs:
        for module in pack.modules:
            for duty in module.table.duty:
                groups.setdefault(duty.group, pack.table.title)
    return groups


def _registers(packs: Sequence[Pack]) -> list[TableRegister]:
    """Return the registers of packs; tests have read every line of the built-in one, and nobody those of others.

    A pack that does not say how far its facts reach knows no more than those it extends.
    """
    tables: list[TableRegister] = []
    reach: date | None = None
    for pack in packs:
        reach = pack.table.facts_until or reach
        if pack.table.register_file is None:
            continue
        table = load_register(pack.folder / pack.table.register_file, reach)
        if not pack.folder.is_relative_to(rules_folder().resolve()):
            validate(table, join(tables))
        tables.append(table)
    return tables
