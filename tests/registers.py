"""Small registers for tests: one line a version, written into packs that extend the national one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.register import HEADER, TableRegister, key, register_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

PACK = """\
id       = "yunling"
title    = "云岭县规则"
version  = "1"
prefixes = ["YLX"]
extends  = "national"
register = "instruments.tsv"
"""


def line_of(title: str = "甲法", **cells: str) -> str:
    """Return a line of the register; what is not given is empty, but for the key, the level and a certainty."""
    row = dict.fromkeys(HEADER, "") | {"key": key(title), "title": title, "level": "法律"} | cells
    if row["effective"] and "certainty" not in cells:
        row["certainty"] = "certain"
    return "\t".join(row.values())


def text_of(*lines: str) -> str:
    """Return the text of a register of lines, with its header."""
    return "\n".join(("\t".join(HEADER), *lines)) + "\n"


def table_of(*lines: str, name: str = "test.tsv", known_until: date | None = None) -> TableRegister:
    """Return a register of lines."""
    return register_of(text_of(*lines), name, known_until)


def pack_with(folder: Path, *lines: str, toml: str = PACK) -> Path:
    """Write a pack with a register of lines; return its folder."""
    folder.mkdir(exist_ok=True)
    (folder / "pack.toml").write_text(toml, "utf-8")
    (folder / "instruments.tsv").write_text(text_of(*lines), "utf-8")
    return folder
