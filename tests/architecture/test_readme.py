"""The README has exactly two commands, and CI runs the second one."""

import re
import subprocess

import pytest

from tests.architecture.files import ROOT

FENCE = re.compile(r"^```[a-z]*\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
BOTH = ("README.md", "README.zh-CN.md")


def commands(name: str) -> list[str]:
    """Give the fenced blocks of a file."""
    return FENCE.findall((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", BOTH)
def test_there_are_exactly_two_commands_of_one_line(name: str) -> None:
    demo, tests = commands(name)

    assert "-m reviewer_app demo" in demo
    assert "-m pytest" in tests
    assert "\n" not in demo + tests


@pytest.mark.parametrize("name", BOTH)
def test_each_command_does_all_its_set_up(name: str) -> None:
    for command in commands(name):
        assert "-m venv" in command
        assert "--require-hashes" in command


def test_both_languages_give_the_same_commands() -> None:
    assert commands("README.md") == commands("README.zh-CN.md")


def test_ci_runs_the_command_of_the_readme() -> None:
    said = subprocess.run(
        ["bash", ".ci/run", "--show"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout

    assert said.strip() == commands("README.md")[1]
