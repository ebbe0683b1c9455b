"""Work shared out to further processes of this program."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer_app.domain.errors import BadInput, ReviewerError
from reviewer_app.processes import WorkerLost, spread
from tests.architecture.files import ROOT

PATIENCE = 30.0


def _pid(_item: int) -> int:
    time.sleep(0.2)
    return os.getpid()


def _square(item: int) -> int:
    return item * item


def _divide(item: int) -> float:
    return 1 / item


def _refuse(item: int) -> int:
    raise BadInput(item, "fact")


def _end(item: int) -> int:
    if item == 1:
        os.kill(os.getpid(), signal.SIGTERM)
    return item


def _mark(path: Path) -> None:
    time.sleep(0.2)
    path.touch()


def test_every_item_is_done_and_handed_over() -> None:
    found: dict[int, int] = {}

    spread(_square, range(7), found.__setitem__, 2)

    assert found == {item: item * item for item in range(7)}


def test_it_is_done_by_so_many_other_processes() -> None:
    found: dict[int, int] = {}

    spread(_pid, range(6), found.__setitem__, 2)

    assert len(set(found.values())) == 2
    assert os.getpid() not in found.values()


def test_more_workers_than_items_are_not_started() -> None:
    found: dict[int, int] = {}

    spread(_pid, range(1), found.__setitem__, 2)

    assert len(found) == 1


def test_a_failure_of_ours_comes_back_as_it_was() -> None:
    with pytest.raises(BadInput) as caught:
        spread(_refuse, [3], lambda *_: None, 2)

    assert caught.value.args == (3, "fact")


def test_a_fault_says_where_in_the_worker_it_was() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        spread(_divide, [0], lambda *_: None, 2)

    assert "in _divide" in str(caught.value.__cause__)


def test_a_worker_that_is_ended_from_outside_is_missed() -> None:
    done: list[int] = []

    with pytest.raises(WorkerLost) as caught:
        spread(_end, range(4), lambda item, _: done.append(item), 1)

    assert caught.value.place == 1
    assert done == [0]


def test_once_stopped_what_is_under_way_is_finished_and_no_other_begun(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) for number in range(8)]
    told: list[Path] = []

    def stop(path: Path, _: None) -> None:
        told.append(path)
        raise ReviewerError

    with pytest.raises(ReviewerError):
        spread(_mark, paths, stop, 2)

    assert sorted(told) == sorted(tmp_path.iterdir())
    assert 1 <= len(told) <= 2


PARENT = """
import os, sys, time
from pathlib import Path
from reviewer_app.processes import spread
from tests.test_processes import _forever
if __name__ == "__main__":
    spread(_forever, [Path(sys.argv[1])], print, 1)
"""


def _forever(path: Path) -> None:
    path.with_suffix(".new").write_text(str(os.getpid()))
    path.with_suffix(".new").replace(path)
    time.sleep(1)


@pytest.mark.skipif(sys.platform == "win32", reason="asks the kernel whether a process lives")
def test_workers_end_when_their_program_is_killed(tmp_path: Path) -> None:
    script, note = tmp_path / "parent.py", tmp_path / "pid"
    script.write_text(PARENT)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, str(script), str(note)], env=environment) as parent:
        _wait(note.exists)
        parent.kill()
    worker = int(note.read_text())

    _wait(lambda: not Path(f"/proc/{worker}/stat").exists())


def _wait(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
