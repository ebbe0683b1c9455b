"""A program of its own that writes until there is no more room.

python -m tests.storage.filling FOLDER [BYTES]; with BYTES no file may grow beyond them.
Prints what it met, as JSON.
"""

import json
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

from reviewer_app.domain.errors import WorldFailed
from reviewer_app.i18n import translator
from reviewer_app.storage.backup import make_backup
from reviewer_app.storage.store import Store, create_store, open_store
from reviewer_app.storage.verification import verify_store
from reviewer_app.words.errors import sentence
from tests.storage.files import a_deed, a_store, score_of, set_score


def fill(store: Store) -> tuple[int, WorldFailed | None]:
    """Write comments until the disk refuses; give how many were acknowledged."""
    done = 0
    while done < 10_000:
        try:
            with store.write(a_deed()):
                text = (1, f"C{done}", "满" * 2000)
                store.change("INSERT INTO comment VALUES (?, ?, ?)", text)
        except WorldFailed as error:
            return done, error
        done += 1
    return done, None


def refused_copy(store: Store, folder: Path) -> str:
    """Try a backup and a new file where there is no room; name what is left over."""
    for attempt in (
        lambda: make_backup(store, folder / "backups", "w", datetime(2026, 11, 24, tzinfo=UTC)),
        lambda: create_store(folder / "new.review"),
    ):
        try:
            attempt()
        except WorldFailed:
            continue
        return "not refused"
    left = [item.name for item in folder.rglob("*") if item.is_file()]
    return " ".join(sorted(name for name in left if not name.startswith((".w", "w."))))


def main(folder: Path, limit: int | None) -> None:
    """Fill, look, make room, go on, and open it once more."""
    path = folder / "w.review"
    store = a_store(path)
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    done, error = fill(store)
    said = error and sentence(error, translator("zh_CN"))
    left = "" if limit is not None else refused_copy(store, folder)
    kept = [row[0] for row in store.rows("SELECT count(*) FROM comment")]
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    (folder / "ballast").unlink(missing_ok=True)
    set_score(store, 700)
    store.close()
    again = open_store(path)
    passed = verify_store(again).passed and score_of(again) == 700
    again.close()
    facts = {"done": done, "kept": kept, "error": type(error).__name__, "said": said}
    sys.stdout.write(json.dumps({**facts, "left": left, "passed": passed}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
