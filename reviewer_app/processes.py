"""The only home of other programs and of further processes of this one."""

import os
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnContext

T = TypeVar("T")
R = TypeVar("R")


def open_with_system(path: Path) -> None:
    """Show a file in the program the system has for its kind; never waits for it.

    Raises:
        OSError: there is none.
    """
    if sys.platform == "win32":
        os.startfile(path)
        return
    name = "open" if sys.platform == "darwin" else "xdg-open"
    opener = shutil.which(name)
    if opener is None:
        raise FileNotFoundError(name)
    subprocess.Popen(
        [opener, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def serve_if_asked() -> None:
    """Be a worker if the frozen program was started as one; else nothing happens."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()


class WorkerLost(Exception):
    """A worker was ended from outside; `place` is that of the item it was at, from 0."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


class _ThereFailed(Exception):
    """Where in a worker a failure came from: its traceback as text."""


def spread(
    work: Callable[[T], R],
    items: Sequence[T],
    done: Callable[[T, R], None],
    workers: int,
) -> None:
    """Work on every item in so many further processes; `done` hears of each when it is.

    Work, items and answers travel as values. Once anything fails, or `done` raises, nothing
    new is begun; what is under way is finished and handed over; then the first failure is
    raised. Workers end by themselves when this process does.

    Raises:
        WorkerLost: a worker was ended from outside.
        Exception: what `work` raised there, with the traceback of there as its cause.
    """
    from multiprocessing import get_context
    from multiprocessing.reduction import ForkingPickler

    team = [_Worker[T, R](get_context("spawn")) for _ in range(min(workers, len(items)))]
    try:
        packed = ForkingPickler.dumps(work)
        for member in team:
            member.begin(packed)
        failures = _hand_out(team, deque(enumerate(items)), done)
    finally:
        for member in team:
            member.close()
    if failures:
        raise failures[0]


def _hand_out(
    team: "Sequence[_Worker[T, R]]", waiting: deque[tuple[int, T]], done: Callable[[T, R], None]
) -> list[Exception]:
    """Keep every worker busy until nothing waits; give what failed, the first first."""
    from multiprocessing.connection import wait

    failures: list[Exception] = []
    for member in team:
        member.give(*waiting.popleft())
    busy = list(team)
    while busy:
        wait([end for member in busy for end in member.ends])
        for member in [one for one in busy if one.has_spoken]:
            try:
                done(*member.answer())
            except Exception as failure:  # noqa: BLE001 - raised when all are done
                failures.append(failure)
                waiting.clear()
            if waiting:
                member.give(*waiting.popleft())
            else:
                busy.remove(member)
    return failures


class _Worker(Generic[T, R]):
    """A process that does one item after the other, and the two pipes to it."""

    def __init__(self, context: "SpawnContext") -> None:
        theirs, self._out = context.Pipe(duplex=False)
        self._in, answers = context.Pipe(duplex=False)
        self._process = context.Process(target=_serve, args=(theirs, answers), daemon=True)
        self._process.start()
        # What this process keeps open of their ends would hide that the worker is gone.
        theirs.close()
        answers.close()

    @property
    def ends(self) -> tuple[Any, int]:
        """What to wait for: an answer, or the end of the process."""
        return self._in, self._process.sentinel

    @property
    def has_spoken(self) -> bool:
        return self._in.poll() or not self._process.is_alive()

    def begin(self, packed: Any) -> None:  # noqa: ANN401 - bytes of a kind
        """Send the work; that a worker is gone is found out when it should answer."""
        with suppress(OSError):
            self._out.send_bytes(packed)

    def give(self, place: int, item: T) -> None:
        self._place, self._item = place, item
        with suppress(OSError):
            self._out.send(item)

    def answer(self) -> tuple[T, R]:
        if not self._in.poll():
            raise WorkerLost(self._place)
        try:
            answer, failure, trace = self._in.recv()
        except (EOFError, OSError) as error:
            raise WorkerLost(self._place) from error
        if failure is not None:
            raise failure from _ThereFailed(trace)
        return self._item, answer

    def close(self) -> None:
        self._out.close()
        self._in.close()
        self._process.join()


def _serve(items: "Connection[Any, Any]", answers: "Connection[Any, Any]") -> None:
    """Do in a worker what comes in, until the process that asks is done or gone."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        work = items.recv()
        while True:
            answers.send(_attempt(work, items.recv()))


def _attempt(work: Callable[[T], R], item: T) -> tuple[R | None, Exception | None, str]:
    import traceback

    try:
        return work(item), None, ""
    except Exception as failure:  # noqa: BLE001 - raised again in the process that asked
        return None, failure, traceback.format_exc()
