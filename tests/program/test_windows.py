"""The program as the customer sees it: a real window, keys and clicks, no hooks."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reviewer_app.workflow.build_sample import build_sample
from tests.builders import some_surroundings
from tests.program.desktop import Desktop, desktop


@pytest.fixture
def screen(tool: Callable[[str], str], tmp_path: Path) -> Iterator[Desktop]:
    with desktop(tool, tmp_path) as made:
        yield made


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return build_sample(tmp_path / "sample", some_surroundings())


def entries(path: Path) -> list[tuple[str, str]]:
    """Read verb and person of each journal entry once the program has let go."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT verb, actor FROM journal ORDER BY seq").fetchall()


@pytest.mark.timeout(180)
def test_a_second_start_raises_the_first_and_ends(screen: Desktop, sample: Path) -> None:
    first = screen.start("open", str(sample))
    screen.wait_for_title("示例批次")

    second = screen.start("open", str(sample))

    assert second.wait(timeout=30) == 0
    assert first.poll() is None
    screen.keys("alt+F4")
    assert first.wait(timeout=30) == 0
    assert screen.said.read_text(encoding="utf-8") == ""


@pytest.mark.timeout(180)
def test_staff_sign_in_by_keys_and_the_name_is_recorded(screen: Desktop, sample: Path) -> None:
    program = screen.start("open", str(sample))
    screen.wait_for_title("示例批次")

    screen.keys(*["Tab"] * 7)
    screen.type("Wang")
    screen.keys("Return")
    screen.wait_for_title("评审工作站")
    screen.keys("alt+F4")

    assert program.wait(timeout=30) == 0
    assert entries(sample)[-1][0] == "add_person"
    assert screen.said.read_text(encoding="utf-8") == ""
