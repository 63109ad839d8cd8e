"""The doors for other programs: the pre-commit hook and the GitHub Action."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from report_lint.cli import main

ROOT = Path(__file__).parents[1]
SOURCE = Path(main.__code__.co_filename).parents[1]
EXAMPLE = ROOT / "examples" / "county-bureau-2023-defects.txt"
SOUND = ROOT / "examples" / "county-bureau-2025.txt"
PRE_COMMIT = (sys.executable, "-m", "pre_commit")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, with a report-lint on the PATH that runs this source."""
    script = tmp_path / "bin" / "report-lint"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m report_lint "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(SOURCE))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    return work


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command and return what it prints."""
    return subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8")


class TestPreCommit:
    """`.pre-commit-hooks.yaml`."""

    def test_the_manifest_is_valid(self) -> None:
        """By pre-commit's own check."""
        finished = run(*PRE_COMMIT, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))

        assert (0, "") == (finished.returncode, finished.stdout)

    def test_checks_the_reports_of_a_commit(self, folder: Path) -> None:
        """Reports are chosen by name, others and Word's lock files are left alone; a defect stops the commit."""
        [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
        Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        subprocess.run(["git", "init", "-q"], check=True)
        Path("2025").mkdir()
        shutil.copy(SOUND, "2025/某县水利局 2025年法治政府建设年度报告.txt")
        for name in ("README.md", "工作总结.txt", "~$法治政府报告.docx"):
            Path(name).write_text("不是报告", encoding="utf-8")
        subprocess.run(["git", "add", "."], check=True)

        sound = run(*PRE_COMMIT, "run", "--all-files")
        shutil.copy(EXAMPLE, folder / "2025" / "某县水利局 2023年法治政府建设年度报告.txt")
        subprocess.run(["git", "add", "."], check=True)
        broken = run(*PRE_COMMIT, "run", "--all-files")

        assert sound.returncode == 0, sound.stdout + sound.stderr
        assert broken.returncode == 1
        assert "某县水利局 2023年法治政府建设年度报告.txt" in broken.stdout
        assert "README.md" not in broken.stdout
        assert "CIT006" in broken.stdout


class TestAction:
    """`action.yml`."""

    @pytest.fixture
    def action(self) -> Any:  # noqa: ANN401
        """Return the parsed file."""
        return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))

    def script(self, action: Any) -> str:  # noqa: ANN401
        """Return the script that checks."""
        script: str = action["runs"]["steps"][-1]["run"]
        return script

    def test_is_valid_by_the_schema_of_actions(self, action: Any) -> None:  # noqa: ANN401
        """The schema is the one that check-jsonschema carries."""
        vendored = files("check_jsonschema.builtin_schemas.vendor").joinpath("github-actions.json")
        schema = json.loads(vendored.read_text(encoding="utf-8"))

        jsonschema.validators.validator_for(schema)(schema).validate(action)

    def test_no_input_is_written_into_a_script(self, action: Any) -> None:  # noqa: ANN401
        """Expressions stand in the environment only, where a shell does not run them."""
        assert [] == [step for step in action["runs"]["steps"] if "${{" in step.get("run", "")]

    @pytest.mark.parametrize("gap", [" ", "\n", "  \n\n "])
    def test_its_script_checks_every_path(self, action: Any, gap: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401
        """Names with blanks and quotes, arguments and output go through bash as they were meant."""
        shutil.copy(EXAMPLE, "报告 $(touch hacked).txt")
        shutil.copy(SOUND, "-别的.txt")
        monkeypatch.setenv("PATHS", "报告 $(touch hacked).txt\n-别的.txt\n")
        monkeypatch.setenv("FORMAT", "sarif")
        monkeypatch.setenv("OUTPUT", "out file.sarif")
        monkeypatch.setenv("ARGUMENTS", f"--fail-on never{gap}--select CIT006\n")

        finished = run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", self.script(action))

        assert (0, "", "") == (finished.returncode, finished.stdout, finished.stderr)
        log = json.loads(Path("out file.sarif").read_text(encoding="utf-8"))["runs"][0]
        assert 2 == len(log["artifacts"])
        assert ["CIT006"] == [result["ruleId"] for result in log["results"]]
        assert not Path("hacked").exists()

    def test_its_defaults_annotate_and_fail(self, action: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401
        """Without inputs the checkout is checked and an error fails the step."""
        shutil.copy(EXAMPLE, "报告.txt")
        for name, value in action["runs"]["steps"][-1]["env"].items():
            key = value.removeprefix("${{ inputs.").removesuffix(" }}")
            monkeypatch.setenv(name, action["inputs"][key]["default"])

        finished = run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", self.script(action))

        assert 1 == finished.returncode
        assert finished.stdout.startswith("::")
