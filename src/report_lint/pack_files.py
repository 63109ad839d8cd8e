"""A pack as its files say: `pack.toml` and the modules beside it, each validated by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from report_lint.errors import PackError
from report_lint.ruleset import ModuleTable, PackTable
from report_lint.terms import filled
from report_lint.validation import TomlFile, read_toml, validated

if TYPE_CHECKING:
    from pathlib import Path

PACK_FILE = "pack.toml"


@dataclass(frozen=True, slots=True)
class Module:
    """A module as read: its file, with @names filled in, and its table."""

    file: TomlFile
    table: ModuleTable

    @classmethod
    def read(cls, path: Path) -> Module:
        """Return a module with the names of its terms filled in."""
        file = read_toml(path, PackError)
        terms = file.data.get("terms", {})
        complete = replace(file, data={key: filled(value, terms, file) for key, value in file.data.items()})
        return cls(complete, validated(ModuleTable, complete))


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as read: its folder, `pack.toml` and its modules."""

    folder: Path
    file: TomlFile
    table: PackTable
    modules: tuple[Module, ...]

    @classmethod
    def read(cls, folder: Path) -> Pack:
        """Return the pack in a folder with its modules."""
        paths = sorted(path for path in folder.glob("*.toml") if path.name != PACK_FILE)
        return replace(cls.read_head(folder), modules=tuple(Module.read(path) for path in paths))

    @classmethod
    def read_head(cls, folder: Path) -> Pack:
        """Return the pack in a folder without its modules."""
        file = read_toml(folder / PACK_FILE, PackError)
        return cls(folder, file, validated(PackTable, file), ())
