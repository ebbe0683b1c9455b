"""Programs of its own that all open one file at the same moment.

python -m tests.storage.crowd FILE COUNT; prints how many became the writer, how many were
told who holds the file, and how many met anything else.
"""

import json
import os
import sys
import time
from collections import Counter
from pathlib import Path

from reviewer_app.domain.errors import Held
from reviewer_app.storage.store import open_store


def outcome(path: Path, begin: float, release: int) -> str:
    """Wait for the moment, open the file, and hold it until told to let go."""
    while time.monotonic() < begin:
        pass
    try:
        store = open_store(path)
    except Held as error:
        return "held" if error.holder else "held by nobody"
    except Exception as error:  # noqa: BLE001 - any other is what the test looks for
        return repr(error)
    os.read(release, 1)
    store.close()
    return "writer"


def main(path: Path, count: int) -> None:
    """Fork the crowd, wait until all but one gave up, then release that one."""
    begin = time.monotonic() + 0.2 + count / 200
    release, let_go = os.pipe()
    told, tell = os.pipe()
    for _ in range(count):
        if os.fork() == 0:
            os.close(let_go)
            os.write(tell, (outcome(path, begin, release) + "\n").encode("utf-8"))
            os._exit(0)
    os.close(tell)
    with os.fdopen(told, encoding="utf-8") as lines:
        said = [next(lines).strip() for _ in range(count - 1)]
        os.close(let_go)
        said += [line.strip() for line in lines]
    sys.stdout.write(json.dumps(Counter(said)) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
