"""The package finds its rules however it is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = "青岚县地名办公室2024年法治政府建设情况的报告\n学习《中华人民共和国地名管理条例》。\n"


def run(*arguments: str | Path, cwd: Path, codes: tuple[int, ...] = (0,)) -> str:
    """Return the output of a command run outside the checkout, without this environment's paths."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [str(argument) for argument in arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in codes, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the sdist, and the wheel from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return {"sdist": next(folder.glob("*.tar.gz")), "wheel": next(folder.glob("*.whl"))}


@pytest.fixture(scope="module")
def binaries(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a fresh environment with the wheel and what it declares to need; return where its programs are."""
    folder = tmp_path_factory.mktemp("fresh")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    install(binaries, built["wheel"])
    return binaries


def install(binaries: Path, *what: str | Path) -> None:
    """Install into an environment with the pip of this one, which need not be unpacked there first."""
    pip = (sys.executable, "-m", "pip", "--python", binaries / "python")
    run(*pip, "install", "-q", "--no-compile", *what, cwd=binaries)


@pytest.mark.parametrize("how", ["wheel", "sdist", "editable"])
def test_a_fresh_environment_lints_with_the_installed_rules(
    how: str, built: dict[str, Path], binaries: Path, tmp_path: Path
) -> None:
    """Installed as a wheel, from the sdist or editable, the program loads the pack and reports with it.

    They take each other's place in one environment: what the program needs is the same for all three.
    """
    what = ["-e", ROOT] if how == "editable" else [built[how]]
    install(binaries, "--no-deps", "--force-reinstall", *what)
    report = tmp_path / "报告.txt"
    report.write_text(TEXT, encoding="utf-8")

    command = [binaries / "report-lint", "check", "--format", "json", report]
    output = json.loads(run(*command, cwd=tmp_path, codes=(0, 1)))

    page = run(*command[:2], "--format", "html", report, cwd=tmp_path, codes=(0, 1))

    assert output["tool"]["packs"][0]["id"] == "national"
    assert "CIT002" in [finding["code"] for finding in output["reports"][0]["findings"]]
    assert 'class="note' in page
    assert "prefers-color-scheme" in page
    assert "addEventListener" in page


def test_the_module_runs_as_a_program(tmp_path: Path) -> None:
    """`python -m report_lint` is the same program."""
    assert run(sys.executable, "-m", "report_lint", "--version", cwd=tmp_path).startswith("report-lint ")
