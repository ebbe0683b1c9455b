"""A program of its own that gives up every right and then looks at a protected file.

python -m tests.storage.guest FILE; prints what it could do, as JSON.
"""

import json
import os
import sys
from pathlib import Path

import sqlite_utils

from reviewer_app.domain.errors import ReadOnlyWorkspace, ReviewerError
from reviewer_app.storage.store import create_store, open_store, upgrade_store
from reviewer_app.storage.verification import verify_store
from tests.storage.files import a_deed, score_of, set_score

NOBODY = 65534


def refusal(path: Path, kind: str) -> str:
    """Name the leaf that an attempt ends with."""
    try:
        if kind == "make":
            create_store(path.with_name("new.review"))
        elif kind == "upgrade":
            upgrade_store(path, a_deed())
        else:
            open_store(path.parent / "secret" / "w.review")
    except ReviewerError as error:
        return type(error).__name__
    return "nothing"


def main(path: Path) -> None:
    """Read as far as allowed, and try what is not."""
    assert sqlite_utils.Database is not None, "loaded while it may be read"
    if os.geteuid() == 0:
        os.setresuid(NOBODY, NOBODY, NOBODY)
    store = open_store(path)
    facts: dict[str, object] = {
        "read_only": store.read_only,
        "score": score_of(store),
        "passed": verify_store(store).passed,
    }
    try:
        set_score(store, 700)
    except ReadOnlyWorkspace:
        facts["write"] = "refused"
    store.close()
    for kind in ("make", "upgrade", "secret"):
        facts[kind] = refusal(path, kind)
    sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
