"""The heads this PC has seen: how a rolled-back or forked file is noticed.

Kept outside the workspace, one small JSON file for each batch: [[seq, digest], ...].
"""

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from reviewer_app.domain.verification import Finding, FindingKind
from reviewer_app.storage.store import Store

_MOST = 200


def seen_heads(folder: Path, uuid: str) -> list[tuple[int, str]]:
    """Read the heads of a batch, oldest first; none where the note is unreadable."""
    try:
        rows = json.loads(_note(folder, uuid).read_text(encoding="utf-8"))
        return [(int(seq), str(digest)) for seq, digest in rows]
    except (OSError, ValueError, TypeError):
        return []


def remember_head(folder: Path, uuid: str, store: Store) -> None:
    """Note the present head; a folder that refuses is no failure."""
    head = store.head()
    heads = [item for item in seen_heads(folder, uuid) if item != head]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        note = _note(folder, uuid)
        part = note.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            file.write(json.dumps([*heads, head][-_MOST:]))
            file.flush()
            os.fsync(file.fileno())
        part.replace(note)
    except OSError:
        return


def _note(folder: Path, uuid: str) -> Path:
    """Give the note of a batch; its UUID comes out of a file and names no path."""
    return folder / f"{sha256(uuid.encode('utf-8')).hexdigest()[:32]}.json"


def compare_heads(folder: Path, uuid: str, store: Store) -> Iterator[Finding]:
    """Find heads that this PC has seen and the file no longer holds."""
    last, _ = store.head()
    for seq, digest in seen_heads(folder, uuid):
        row = store.row("SELECT digest FROM journal WHERE seq = ?", (seq,))
        found = str(row[0]) if row else ""
        if seq > last:
            yield Finding(FindingKind.ROLLED_BACK, f"#{seq}", digest, f"#{last}")
        elif found != digest:
            yield Finding(FindingKind.FORKED, f"#{seq}", digest, found)
