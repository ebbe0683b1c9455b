"""The heads this PC has seen: how a rolled-back or forked file is noticed.

Kept outside the workspace, one small JSON file for each batch: [[seq, digest], ...].
"""

import json
from collections.abc import Iterator
from pathlib import Path

from reviewer_app.domain.verification import Finding, FindingKind
from reviewer_app.storage.store import Store

_MOST = 200


def seen_heads(folder: Path, uuid: str) -> list[tuple[int, str]]:
    """Read the heads of a batch, oldest first; none where the note is unreadable."""
    try:
        rows = json.loads((folder / f"{uuid}.json").read_text(encoding="utf-8"))
        return [(int(seq), str(digest)) for seq, digest in rows]
    except (OSError, ValueError, TypeError):
        return []


def remember_head(folder: Path, uuid: str, store: Store) -> None:
    """Note the present head; a folder that refuses is no failure."""
    head = store.head()
    heads = [item for item in seen_heads(folder, uuid) if item != head]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{uuid}.json.part"
        part.write_text(json.dumps([*heads, head][-_MOST:]), encoding="utf-8")
        part.replace(folder / f"{uuid}.json")
    except OSError:
        return


def compare_heads(folder: Path, uuid: str, store: Store) -> Iterator[Finding]:
    """Find heads that this PC has seen and the file no longer holds."""
    last, _ = store.head()
    digests = {entry.seq: entry.digest for entry in store.entries()}
    for seq, digest in seen_heads(folder, uuid):
        if seq > last:
            yield Finding(FindingKind.ROLLED_BACK, f"#{seq}", digest, f"#{last}")
        elif digests.get(seq) != digest:
            yield Finding(FindingKind.FORKED, f"#{seq}", digest, digests.get(seq, ""))
