"""docs/review.md and its Chinese sister: every command of theirs runs, and both say the same."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from report_lint import lint_file
from report_lint.cli import main
from report_lint.commands.arguments import parse_check
from test_annotate import DEFECTS, word

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ("review.md", "review.zh-CN.md", "editors.md", "editors.zh-CN.md")
SOURCE = str(Path(main.__code__.co_filename).parents[1])


def blocks(page: str, language: str) -> list[str]:
    """Return the blocks of one language in a page."""
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", (DOCS / page).read_text(encoding="utf-8"))


def commands(page: str) -> list[str]:
    """Return the commands of a page."""
    return [line for block in blocks(page, "sh") for line in block.splitlines()]


@pytest.mark.parametrize("first", ["review", "editors"])
def test_both_languages_have_the_same_blocks(first: str) -> None:
    """What is to be typed or put into a file does not depend on the language."""
    for language in ("sh", "toml", "markdown", "lua", "vim", "elisp"):
        assert blocks(f"{first}.md", language) == blocks(f"{first}.zh-CN.md", language)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    """To a file, and where it names a heading, to one of that file."""
    for target, heading in re.findall(r"\]\(([^)#]+)(?:#([^)]+))?\)", (DOCS / page).read_text(encoding="utf-8")):
        assert (DOCS / target).exists(), target
        headings = re.findall(r"(?m)^#+ (.+)$", (DOCS / target).read_text(encoding="utf-8")) if heading else []
        assert not heading or heading in [one.lower().replace(" ", "-") for one in headings]


def test_every_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the page, on reports with defects; each finds them or is done, and writes what it says."""
    monkeypatch.chdir(tmp_path)
    Path("报告").mkdir()
    for name in ("township-2024-defects.txt", "county-bureau-2025.md", "county-bureau-2025.typed.docx"):
        shutil.copy(DEFECTS.parent / name, "报告")
    Path("报告.docx").write_bytes(word(DEFECTS.read_text(encoding="utf-8").splitlines()))
    shutil.copy(DEFECTS, "报告.md")
    for command in commands("review.md"):
        if "--watch" in command:
            assert parse_check(shlex.split(command)[2:]).watch
            continue
        finished = run(command)
        assert finished.returncode in (0, 1), finished.stderr.decode()
        assert b"error:" not in finished.stderr

    assert {"审阅.html", "报告.审阅.docx", "送审.docx", "改好.md", "基线.json"} <= {
        one.name for one in Path().iterdir()
    }
    assert {"CIT002", "WRD010"}.isdisjoint(one.code for one in lint_file("报告.docx").findings)
    assert Path("改好.md").read_bytes() == Path("报告.md").read_bytes()


def run(command: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command line of the page in a shell."""
    program = f"{shlex.quote(sys.executable)} -m report_lint"
    line = command.replace("report-lint", program, 1)
    return subprocess.run(  # noqa: S602  the page is our own, and it redirects
        line, shell=True, check=False, capture_output=True, env={**os.environ, "PYTHONPATH": SOURCE}
    )


def test_what_is_to_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The suppression and the comment of the page accept what they quote."""
    monkeypatch.chdir(tmp_path)
    head = "柳溪县水利局2025年法治政府建设年度报告\n\n一、主要举措和成效\n\n"
    (comment,) = blocks("review.md", "markdown")
    Path("报告.md").write_text(head + comment, encoding="utf-8")
    Path("报告.docx").write_bytes(word((head + comment.partition(" <!--")[0]).splitlines()))

    only = ["--select", "CIT002,INT002", "--fail-on", "info"]
    assert 0 == main(["check", "报告.md", *only, "--no-config"])
    assert 1 == main(["check", "报告.docx", *only])
    (suppression,) = blocks("review.md", "toml")
    Path("report-lint.toml").write_text(suppression.replace("until  = 20", "until  = 21"), encoding="utf-8")
    assert 0 == main(["check", "报告.docx", *only])
