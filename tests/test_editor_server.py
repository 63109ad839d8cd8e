"""The language server in a real Neovim: what it marks stands where Neovim says, also after edits behind 𠮷."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from report_lint import lint_text
from report_lint.cli import main

EDITORS = Path(__file__).parents[1] / "examples" / "editors"
SOURCE = Path(main.__code__.co_filename).parents[1]
EXAMPLE = EDITORS.parent / "county-bureau-2023-defects.txt"
SCRIPT = """
require("report_lint_server").setup()
local function found()
  local all = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local text = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    table.insert(all, { one.code, table.concat(text, "\\n") })
  end
  return all
end
local function has(code)
  return #vim.tbl_filter(function(one) return one.code == code end, vim.diagnostic.get(0)) > 0
end
vim.cmd("edit " .. vim.fn.fnameescape(vim.env.REPORT))
vim.wait(60000, function() return has("CIT002") end)
local before = found()
vim.cmd([[%s/《中华人民共和国地下水管理条例》/《地下水管理条例》/]])
vim.cmd([[%s/落实“谁执法/落实𠮷𠮷“谁执法/]])
vim.wait(60000, function() return not has("CIT002") end)
vim.fn.writefile({ vim.fn.json_encode({ before, found(), vim.api.nvim_buf_get_lines(0, 0, -1, true) }) }, "out.json")
vim.cmd("qa!")
"""


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim_marks_what_the_server_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Attached, edited by hand, corrected: each time the text between the marks is the finding's quote."""
    program = tmp_path / "bin" / "report-lint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m report_lint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    report = tmp_path / "法治政府报告.txt"
    report.write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "run.lua").write_text(SCRIPT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    environment = {"REPORT": str(report), "PYTHONPATH": str(SOURCE), "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}
    environment["PATH"] = f"{program.parent}{os.pathsep}{os.environ['PATH']}"

    finished = subprocess.run(
        ["nvim", "--headless", "-u", "NONE", "-c", f"set runtimepath^={EDITORS / 'nvim'}", "-c", "luafile run.lua"],
        capture_output=True,
        check=False,
        timeout=150,
        stdin=subprocess.DEVNULL,
        env=environment,
    )

    assert (tmp_path / "out.json").is_file(), finished.stderr.decode()
    before, after, lines = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert quotes(report.read_text(encoding="utf-8")) == before
    edited = "\n".join(lines) + "\n"
    assert "𠮷𠮷“谁执法" in edited
    assert quotes(edited) == after


def quotes(text: str) -> list[list[str]]:
    """Return the code and the quote of each finding of a text."""
    return [[one.code, one.quote] for one in lint_text(text).findings]
