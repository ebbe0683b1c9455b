"""Begin a batch: a new file with its scheme."""

import errno
import os
from pathlib import Path

from reviewer_app.domain.errors import NotWritable, TitleMissing
from reviewer_app.domain.scheme import Scheme
from reviewer_app.storage import batch
from reviewer_app.storage.sessions import mark_rehearsal
from reviewer_app.storage.store import create_store
from reviewer_app.workspace import Surroundings, Workspace


def new_workspace(
    path: Path, title: str, scheme: Scheme, surroundings: Surroundings, *, rehearsal: bool = False
) -> Workspace:
    """Create the file and write its batch and scheme as the first entry.

    A rehearsal is marked in the file itself, for good: no program makes it a real batch.

    Raises:
        FileExists, UnsafePlace: nothing was written.
        TitleMissing: the title is empty.
        NotWritable: the folder takes no files.
    """
    if not title.strip():
        raise TitleMissing
    if path.parent.is_dir() and not os.access(path.parent, os.W_OK):
        raise NotWritable(path.parent, os.strerror(errno.EACCES))
    store = create_store(path)
    workspace = Workspace(store, surroundings)
    try:
        with workspace.write("new_workspace"):
            store.take_into_journal("_sqlite_migrations")
            at = workspace.stamp()
            batch.insert_batch(store, uuid=workspace.new_id(), title=title.strip(), at=at)
            batch.insert_scheme(store, scheme.document, scheme.digest, at)
            if rehearsal:
                mark_rehearsal(store, at)
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)
        raise
    return workspace
