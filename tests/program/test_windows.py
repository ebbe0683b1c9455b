"""The program as the customer sees it: a real window, keys and clicks, no hooks."""

import getpass
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reviewer_app.queries.people import people_of_batch
from reviewer_app.workflow.build_sample import build_sample
from reviewer_app.workflow.pins import set_pin
from reviewer_app.workspace import open_workspace
from tests.builders import as_person, some_surroundings
from tests.program.desktop import Desktop, desktop, wait_for


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


def count_of(path: Path, verb: str) -> int:
    """Count the entries of a verb in a copy that the program is not holding."""
    return [row[0] for row in entries(path)].count(verb)


VALUES = ("1.6", "7.5", "6.4", "5.3", "3.2", "3.3", "2.4", "1.7", "4.1", "4.2", "2.6")
"""One for each of the eleven indicators a reviewer scores, in the order of the sheet."""


def score_as_third_reviewer(screen: Desktop, window: str) -> None:
    """Sign in as R03, take a submission back, score every indicator anew, submit."""
    screen.keys("Right", "Right", "Return")
    time.sleep(3)
    screen.click(window, 1270, 135)  # take the submission back
    time.sleep(2)
    for value in VALUES:
        screen.type(value)
        screen.keys("Return")
    screen.keys("ctrl+Return")  # the review page
    time.sleep(2)
    screen.keys("Return")  # its main button
    time.sleep(2)
    screen.keys("ctrl+l", "alt+s")  # lock, and let somebody else sign in
    time.sleep(2)


def export_as_staff(screen: Desktop, window: str, folder: Path) -> None:
    """Sign in as somebody new, open the results, export the ranking into a folder."""
    folder.mkdir()
    screen.keys(*["Tab"] * 7)
    screen.type("Wang")
    screen.keys("Return")
    time.sleep(3)
    screen.keys("alt+6")  # results
    time.sleep(3)
    screen.click(window, 1285, 70)  # print and export
    time.sleep(8)
    screen.keys("alt+e", "Down", "Return")
    time.sleep(3)
    screen.type(str(folder))
    screen.keys("Return")
    wait_for((folder / "11-ranking.pdf").exists, "the exported ranking")


@pytest.mark.timeout(300)
def test_a_reviewer_scores_and_submits_by_keys_and_staff_export_the_ranking(
    screen: Desktop, sample: Path, tmp_path: Path
) -> None:
    program = screen.start("open", str(sample))
    screen.wait_for_title("示例批次")
    window = screen.settle_window("示例批次", 1360, 730)
    score_as_third_reviewer(screen, window)
    export_as_staff(screen, window, tmp_path / "out")
    screen.keys("alt+F4")

    assert program.wait(timeout=60) == 0
    assert screen.said.read_text(encoding="utf-8") == ""
    assert count_of(sample, "reopen_sheet") == 1
    assert count_of(sample, "submit_sheet") == 1
    assert entries(sample)[-1] == ("add_person", getpass.getuser())
    assert [row[1] for row in entries(sample) if row[0] == "submit_sheet"] == ["陈拟舟"]


def titles_of(screen: Desktop) -> str:
    """What the windows are called by now."""
    return "\n".join(screen.titles())


@pytest.mark.timeout(180)
def test_a_reviewer_signs_in_by_pin_and_comes_back_to_the_half_typed_score(
    screen: Desktop, sample: Path
) -> None:
    give_pin(sample, "R03", "380274")
    program = screen.start("open", str(sample))
    screen.wait_for_title("示例批次")
    window = screen.settle_window("示例批次", 1360, 730)
    screen.keys("Right", "Right", "Return")
    time.sleep(1)
    screen.type("380274")
    screen.keys("Return")
    time.sleep(3)
    screen.click(window, 1270, 135)  # take the submission back
    time.sleep(2)
    screen.type("1.")

    screen.keys("ctrl+l")
    time.sleep(1)
    assert "示例批次" not in titles_of(screen)
    screen.type("000000")
    screen.keys("Return")
    time.sleep(2)
    assert "示例批次" not in titles_of(screen)
    screen.type("380274")
    screen.keys("Return")
    screen.wait_for_title("示例批次")
    screen.type("7")
    screen.keys("Return")
    time.sleep(1)
    screen.keys("alt+F4")

    assert program.wait(timeout=30) == 0
    assert screen.said.read_text(encoding="utf-8") == ""
    assert entries(sample)[-1] == ("give_score", "陈拟舟")
    assert last_score(sample) == 170


def give_pin(path: Path, number: str, pin: str) -> None:
    """Let a reviewer have set a PIN."""
    workspace = open_workspace(path, some_surroundings())
    person = next(item for item in people_of_batch(workspace) if item.number == number)
    set_pin(as_person(workspace, person.actor), pin)
    workspace.close()


def last_score(path: Path) -> int:
    """Read the value that was stored last, in hundredths."""
    images = "SELECT after FROM journal_change WHERE table_name = 'score' ORDER BY seq DESC LIMIT 1"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return int(json.loads(connection.execute(images).fetchone()[0])["value"])
