"""The same report gives the same result in every format."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import make_docx
from report_lint import LintReport, lint_file
from report_lint.readers import read_path

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = ("county-bureau-2025", "county-bureau-2023-defects")
SOFFICE = shutil.which("soffice")
STARS = str.maketrans("", "", "*")


def outcome(report: LintReport) -> dict[str, object]:
    """Return what must not depend on the format: findings, parts and duties."""
    return {
        "findings": sorted((found.code, found.quote.translate(STARS)) for found in report.findings),
        "checklist": {item.id: item.status for item in report.checklist},
    }


def lines(path: Path) -> list[str]:
    """Return the lines of a report as its reader gives them, without indents and Markdown marks."""
    bare = (line.strip(" \u3000#").translate(STARS) for line in read_path(path).text.splitlines())
    return [line for line in bare if line]


def markdown(text: str) -> str:
    """Return a report as people write it in Markdown: # for headings, bold where text follows on the line."""
    return "\n\n".join(_marked(line.strip()) for line in text.splitlines() if line.strip()) + "\n"


def _marked(line: str) -> str:
    depth = next((depth for depth, pattern in enumerate(make_docx.NUMBERS) if pattern.match(line)), None)
    head, stop, rest = line.partition("。")
    if line.endswith("情况的报告"):
        return f"# {line}"
    if depth is None:
        return line
    return f"**{head}{stop}**{rest}" if rest else f"{'#' * (depth + 2)} {line}"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Return the paths of every report in every format that we write, by name and format."""
    folder = tmp_path_factory.mktemp("formats")
    paths = {}
    for name in NAMES:
        text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
        paths[f"{name} markdown"] = folder / f"{name}.md"
        paths[f"{name} markdown"].write_text(markdown(text), encoding="utf-8")
        for kind, build in make_docx.KINDS.items():
            paths[f"{name} {kind}"] = folder / f"{name}.{kind}.docx"
            build(text).save(str(paths[f"{name} {kind}"]))
    return paths


@pytest.fixture(scope="module")
def resaved(written: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Return the Word files after LibreOffice has read and written them."""
    if SOFFICE is None:
        pytest.skip("soffice (LibreOffice) is not installed")
    folder = tmp_path_factory.mktemp("resaved")
    profile = tmp_path_factory.mktemp("profile")
    sources = {key: path for key, path in written.items() if path.suffix == ".docx"}
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "docx"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, sources.values())], check=True, capture_output=True, timeout=300
    )
    return {key: folder / path.name for key, path in sources.items()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["markdown", "typed", "automatic"])
def test_a_format_changes_nothing(written: Mapping[str, Path], name: str, kind: str) -> None:
    """Markdown and Word, with typed or counted numbers, give the findings, parts and duties of the plain text."""
    plain = lint_file(EXAMPLES / f"{name}.txt")
    other = lint_file(written[f"{name} {kind}"])

    assert outcome(plain) == outcome(other)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["typed", "automatic"])
def test_saving_with_libreoffice_changes_nothing(resaved: Mapping[str, Path], name: str, kind: str) -> None:
    """A Word file that LibreOffice wrote gives the result of the plain text."""
    plain = lint_file(EXAMPLES / f"{name}.txt")
    other = lint_file(resaved[f"{name} {kind}"])

    assert outcome(plain) == outcome(other)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["markdown", "typed", "automatic"])
def test_a_format_reads_as_the_same_lines(written: Mapping[str, Path], name: str, kind: str) -> None:
    """The reader returns the lines of the plain text, numbers that Word counts included."""
    assert lines(EXAMPLES / f"{name}.txt") == lines(written[f"{name} {kind}"])


@pytest.mark.parametrize("ending", ["md", "typed.docx", "automatic.docx"])
def test_the_example_files_are_the_same_report(ending: str) -> None:
    """The Markdown and Word files in examples/ hold the report of the plain text."""
    plain = EXAMPLES / f"{NAMES[0]}.txt"
    other = EXAMPLES / f"{NAMES[0]}.{ending}"

    assert lines(plain) == lines(other)
    assert outcome(lint_file(plain)) == outcome(lint_file(other))
