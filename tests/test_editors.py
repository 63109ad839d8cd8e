"""The set-ups of examples/editors, run in the real editors: each finding stands where the editor says it does."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from report_lint import lint_file
from report_lint.cli import main

EDITORS = Path(__file__).parents[1] / "examples" / "editors"
SOURCE = Path(main.__code__.co_filename).parents[1]
EXAMPLE = EDITORS.parent / "county-bureau-2023-defects.txt"
ALE = Path("/usr/share/vim-ale")
FLYCHECK = Path("/usr/share/emacs/site-lisp/elpa")


def needs(program: str, name: str) -> pytest.MarkDecorator:
    """Skip a test where an editor is missing; in CI that is a failure."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{name} is not installed")


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a report whose name needs quoting and whose columns differ in every unit."""
    text = EXAMPLE.read_text(encoding="utf-8").replace("落实“谁执法", "落实𠮷“谁执法", 1)
    path = tmp_path / "法治政府 报告 1.txt"
    assert text.index("𠮷") < text.index("“12.4”")
    path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORT", str(path))
    return path


@pytest.fixture(autouse=True)
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a report-lint on the PATH that runs this source."""
    script = tmp_path / "bin" / "report-lint"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m report_lint "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(SOURCE))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path))


def run(*command: str | Path) -> None:
    """Run an editor without a screen; it writes out.json."""
    finished = subprocess.run(command, capture_output=True, check=False, timeout=120, stdin=subprocess.DEVNULL)
    assert Path("out.json").is_file(), finished.stdout.decode() + finished.stderr.decode()


def answer() -> Any:  # noqa: ANN401
    """Return what the editor wrote."""
    return json.loads(Path("out.json").read_text(encoding="utf-8"))


def quotes(report: Path) -> list[tuple[str, str]]:
    """Return the code and the first line of the quote of each finding."""
    found = lint_file(report).findings
    assert {"error", "warning", "info"} == {one.severity for one in found}
    return [(one.code, one.quote.split("\n")[0]) for one in found]


def at_bytes(report: Path, places: list[tuple[str, int, int]]) -> list[tuple[str, str]]:
    """Return the code and the text from each line and byte on, as long as the finding's quote."""
    lines = report.read_bytes().split(b"\n")
    wanted = quotes(report)
    assert len(wanted) == len(places)
    return [
        (code, lines[line - 1][column - 1 :][: len(quote.encode())].decode())
        for (code, line, column), (_, quote) in zip(places, wanted, strict=True)
    ]


@pytest.mark.parametrize(
    "editor",
    [
        pytest.param(("nvim", "--headless", "-u", "NONE"), id="nvim", marks=needs("nvim", "Neovim")),
        pytest.param(("vim", "-N", "-es", "-u", "NONE"), id="vim", marks=needs("vim", "Vim")),
    ],
)
def test_the_quickfix_list_of(editor: tuple[str, ...], report: Path) -> None:
    """`:make` lists every finding; the cursor jumps to its first byte, also behind 𠮷."""
    run(
        *editor,
        *("-c", f"set runtimepath^={EDITORS / 'vim'}", "-c", f"edit {str(report).replace(' ', chr(92) + ' ')}"),
        *("-c", "compiler report-lint", "-c", "silent make!"),
        *("-c", "call writefile([json_encode(getqflist())], 'out.json')", "-c", "qa!"),
    )

    places = [(one["text"].split()[0], one["lnum"], one["col"]) for one in answer()]
    assert quotes(report) == at_bytes(report, places)
    assert {"e", "w", "i"} == {one["type"] for one in answer()}


@needs("vim", "Vim")
def test_the_quickfix_list_tells_what_cannot_be_read(report: Path) -> None:
    """An empty list would look like a clean report."""
    report.with_name("旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    run(
        *("vim", "-N", "-es", "-u", "NONE", "-c", f"set runtimepath^={EDITORS / 'vim'}", "-c", "edit 旧.doc"),
        *("-c", "compiler report-lint", "-c", "silent make!"),
        *("-c", "call writefile([json_encode(getqflist())], 'out.json')", "-c", "qa!"),
    )

    [error] = answer()
    assert "e" == error["type"]
    assert error["text"].startswith("无法读取")
    assert "请" in error["text"]


@needs("nvim", "Neovim")
def test_the_diagnostics_of_neovim(report: Path) -> None:
    """Neovim's own text between the ends of a diagnostic is the finding's quote."""
    script = report.with_name("run.lua")
    script.write_text(
        """
        require("report_lint").setup()
        vim.cmd("edit " .. vim.fn.fnameescape(vim.env.REPORT))
        vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end)
        local found = {}
        for _, one in ipairs(vim.diagnostic.get(0)) do
          local text = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
          table.insert(found, { one.code, table.concat(text, "\\n"), one.severity })
        end
        vim.fn.writefile({ vim.fn.json_encode(found) }, "out.json")
        vim.cmd("qa!")
        """,
        encoding="utf-8",
    )

    run("nvim", "--headless", "-u", "NONE", "-c", f"set runtimepath^={EDITORS / 'nvim'}", "-c", f"luafile {script}")

    severities = {"error": 1, "warning": 2, "info": 3}
    expected = [[one.code, one.quote, severities[one.severity]] for one in lint_file(report).findings]
    assert expected == answer()


@needs("nvim", "Neovim")
def test_neovim_checks_what_is_typed(report: Path) -> None:
    """A defect that is corrected in the buffer is no longer shown, though the file still has it."""
    script = report.with_name("run.lua")
    script.write_text(
        """
        local lint = require("report_lint")
        vim.cmd("edit " .. vim.fn.fnameescape(vim.env.REPORT))
        vim.cmd([[%s/12\\.4/12·4/]])
        lint.check(0)
        vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end)
        vim.fn.writefile({ vim.fn.json_encode(vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0))) },
          "out.json")
        vim.cmd("qa!")
        """,
        encoding="utf-8",
    )

    run("nvim", "--headless", "-u", "NONE", "-c", f"set runtimepath^={EDITORS / 'nvim'}", "-c", f"luafile {script}")

    assert [code for code, quote in quotes(report) if quote != "12.4"] == answer()


@needs("vim", "Vim")
@pytest.mark.skipif(not ALE.is_dir(), reason="ALE is not installed")
def test_the_location_list_of_ale(report: Path) -> None:
    """ALE's items begin and end with the finding's quote."""
    script = report.with_name("run.vim")
    script.write_text(
        f"""
        let g:ale_linters = {{'text': ['report_lint']}}
        let g:ale_linters_explicit = 1
        set runtimepath^={ALE},{EDITORS / "vim"}
        filetype plugin on
        runtime plugin/ale.vim
        execute 'edit ' . fnameescape($REPORT)
        setfiletype text
        ALELint
        for tick in range(600)
          sleep 100m
          if !ale#engine#IsCheckingBuffer(bufnr('')) && !empty(get(g:ale_buffer_info[bufnr('')], 'loclist', []))
            break
          endif
        endfor
        call writefile([json_encode(g:ale_buffer_info[bufnr('')].loclist)], 'out.json')
        qa!
        """,
        encoding="utf-8",
    )

    run("vim", "-N", "-es", "-u", "NONE", "-S", script)

    found = answer()
    lines = report.read_bytes().split(b"\n")
    assert sorted(quotes(report)) == sorted(
        (one["code"], lines[one["lnum"] - 1][one["col"] - 1 : one["end_col"]].decode()) for one in found
    )


@needs("emacs", "Emacs")
@pytest.mark.skipif(not list(FLYCHECK.glob("flycheck-*")), reason="Flycheck is not installed")
def test_the_errors_of_flycheck(report: Path) -> None:
    """Emacs stands on the finding's first character when it goes to the error."""
    script = report.with_name("run.el")
    script.write_text(
        """
        (require 'json)
        (load "flycheck-report-lint")
        (find-file (getenv "REPORT"))
        (text-mode)
        (setq flycheck-checker 'report-lint)
        (flycheck-mode 1)
        (flycheck-buffer)
        (let ((tries 600))
          (while (and (> tries 0) (not flycheck-current-errors))
            (accept-process-output nil 0.1)
            (setq tries (1- tries))))
        (let ((found (mapcar (lambda (one)
                               (vector (flycheck-error-id one)
                                       (symbol-name (flycheck-error-level one))
                                       (buffer-substring-no-properties
                                        (flycheck-error-pos one)
                                        (save-excursion (goto-char (flycheck-error-pos one)) (line-end-position)))))
                             flycheck-current-errors))
              (coding-system-for-write 'utf-8))
          (write-region (json-encode (vconcat found)) nil "out.json"))
        """,
        encoding="utf-8",
    )

    run("emacs", "--batch", "-L", EDITORS / "emacs", "--eval", "(package-initialize)", "-l", script)

    wanted = sorted((one.code, one.severity, one.quote.split("\n")[0]) for one in lint_file(report).findings)
    found = sorted((code, level, line) for code, level, line in answer())
    assert len(wanted) == len(found)
    for (code, severity, quote), (seen, level, line) in zip(wanted, found, strict=True):
        assert (code, severity) == (seen, level)
        assert line.startswith(quote)


def test_the_problem_matcher_of_vs_code(report: Path) -> None:
    """The task's own command, read by the task's own pattern, names every finding in UTF-16 columns."""
    task = json.loads((EDITORS / "vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    pattern = task["problemMatcher"]["pattern"]
    command = [task["command"], *(one.replace("${file}", str(report)) for one in task["args"])]

    printed = subprocess.run(command, capture_output=True, check=False).stdout.decode()

    found = [match for line in printed.splitlines() if (match := re.search(pattern["regexp"], line))]
    lines = [line.encode("utf-16-le") for line in report.read_text(encoding="utf-8").split("\n")]
    at = [
        (
            match[pattern["code"]],
            lines[int(match[pattern["line"]]) - 1][2 * int(match[pattern["column"]]) - 2 :][: 2 * len(quote)],
        )
        for match, (_, quote) in zip(found, quotes(report), strict=True)
    ]
    assert [(code, quote.encode("utf-16-le")) for code, quote in quotes(report)] == at
    assert {str(report)} == {match[pattern["file"]] for match in found}
    assert {"error", "warning", "info"} == {match[pattern["severity"]] for match in found}


def test_every_link_of_the_page_leads_somewhere() -> None:
    """And no set-up is left without a mention."""
    page = EDITORS.parents[1] / "docs" / "editors.md"

    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))

    assert [] == [link for link in links if not (page.parent / link).exists()]
    targets = {(page.parent / link).resolve() for link in links}
    assert {path.resolve() for path in EDITORS.rglob("*") if path.is_file()} <= targets
