"""Accepting a finding in a config: what is written there leaves a config that holds one suppression more."""

from __future__ import annotations

import pytest
import tomli

from report_lint.server.config_edit import with_suppression

VALUES = {"code": "CIT002", "file": "报告.txt", "quote": "《中华人民共和国地下水管理条例》", "reason": ""}
OLD = {"code": "TIM001", "reason": "旧案"}
INLINE = '{ code = "TIM001", reason = "旧案" }'


def inserted(text: str, *, pyproject: bool = False) -> str:
    """Return the config with the suppression written into it."""
    found = with_suppression(text, VALUES, pyproject=pyproject)
    assert found is not None
    at, addition = found
    return text[:at] + addition + text[at:]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("", []),
        ('profile = "department/county"', []),
        ('[[suppress]]\ncode = "TIM001"\nreason = "旧案"\n', [OLD]),
        ("suppress = []\n", []),
        ("suppress = [  # 暂无\n]\n[severity]\nCIT002 = 'info'\n", []),
        (f"suppress = [{INLINE}]\n", [OLD]),
        (f"fail-on = 'never'\r\n'suppress' = [\r\n  {INLINE},\r\n]\r\n", [OLD]),
        ('# suppress = [\nsuppress = []\nbaseline = "suppress = ["\n', []),
    ],
)
def test_a_suppression_is_written_where_the_config_keeps_them(text: str, before: list[object]) -> None:
    """A table at the end, or an element of the list where the config has one; the others stay."""
    found = tomli.loads(inserted(text))["suppress"]

    assert VALUES in found
    assert before == [one for one in found if one != VALUES]


@pytest.mark.parametrize(
    "text",
    [
        "[tool.report-lint]\nsuppress = []\n[tool.ruff]\nselect = []\n",
        "[tool.ruff]\nsuppress = []\n[tool.report-lint]\nsuppress = []\n",
        "tool.report-lint.suppress = []\n",
        "[project]\nname = 'a'\n[tool.report-lint]\nfail-on = 'never'\n",
    ],
)
def test_a_project_file_takes_it_in_its_own_section(text: str) -> None:
    """The list of another program is left alone."""
    found = tomli.loads(inserted(text, pyproject=True))["tool"]

    assert [VALUES] == found["report-lint"]["suppress"]
    assert not found.get("ruff", {}).get("suppress")


@pytest.mark.parametrize("text", ["suppress = [", "suppress = 3\n", "tool = 1\n[[suppress]]\nsuppress ="])
def test_a_config_that_cannot_take_it_is_left_alone(text: str) -> None:
    """A text that is no TOML, or that keeps something else there, would only be broken further."""
    assert with_suppression(text, VALUES, pyproject=False) is None
