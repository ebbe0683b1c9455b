"""A program of its own that writes while one call after the other fails.

LD_PRELOAD=SHIM python -m tests.storage.faulty SHIM FOLDER; prints one JSON line for each
failing call: what came of each write, and what is wrong with the file afterwards.
"""

import ctypes
import errno
import json
import sys
from contextlib import suppress
from pathlib import Path

from reviewer_app.domain.errors import ReadOnlyWorkspace, ReviewerError, WorldFailed
from reviewer_app.storage.store import Store, open_store
from reviewer_app.storage.verification import verify_store
from tests.storage.files import a_closed_file, score_of, set_score

TURNS = 4


class Session:
    """A person who goes on trying: each turn one score, opening the file where needed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store: Store | None = None
        self.promised: dict[int, str] = {}
        self.last_value = 1000

    def turn(self, value: int) -> str:
        """Write one score; give "ok", the leaf that was raised, or "!" and a bug."""
        try:
            if self.store is None:
                self.store = open_store(self.path)
            set_score(self.store, value)
        except WorldFailed as error:
            return self._refused(type(error).__name__)
        except ReadOnlyWorkspace:
            # Opening to write failed, opening to read did not: open it again.
            self.close()
            self.store = None
            return "ReadOnlyWorkspace"
        except Exception as error:  # noqa: BLE001 - any other is what the test looks for
            return f"!{error!r}"
        entry = self.store.last_entry
        assert entry is not None
        self.promised[entry.seq] = entry.digest
        self.last_value = value
        return "ok"

    def _refused(self, said: str) -> str:
        """Look whether a write that was refused is really not there (reliability F16)."""
        with suppress(ReviewerError):
            if self.store is not None and score_of(self.store) != self.last_value:
                return f"!{said}, but written"
        return said

    def close(self) -> None:
        """Let go of the file."""
        if self.store is not None:
            self.store.close()


def trouble(session: Session) -> str:
    """Say what is wrong with the file once the disk works again, "" for nothing."""
    try:
        store = open_store(session.path)
    except ReviewerError as error:
        return repr(error)
    digests = {entry.seq: entry.digest for entry in store.entries()}
    findings, value = verify_store(store).findings, score_of(store)
    store.close()
    if findings:
        return str(findings[0])
    lost = {seq for seq, digest in session.promised.items() if digests.get(seq) != digest}
    if lost:
        return f"lost {sorted(lost)}"
    return "" if value == session.last_value else f"score is {value}"


def main(shim: Path, folder: Path) -> None:
    """Let the 1st, 2nd, ... call fail until a session has no more calls."""
    switch = ctypes.CDLL(str(shim))
    source = a_closed_file(folder / "source.review").read_bytes()
    path = folder / "w.review"
    for number in (errno.EIO, errno.ENOSPC):
        for forever in (0, 1):
            failing, calls = 0, 1
            while failing < calls:
                failing += 1
                for old in folder.glob("*w.review*"):
                    old.unlink()
                path.write_bytes(source)
                session = Session(path)
                switch.arm(failing, forever, number)
                outcomes = [session.turn(100 + turn) for turn in range(TURNS)]
                calls = switch.disarm()
                outcomes.append(session.turn(500))
                with suppress(ReviewerError):
                    session.close()
                facts = [errno.errorcode[number], forever, failing, outcomes, trouble(session)]
                sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
