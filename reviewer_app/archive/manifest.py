"""What lies in an archive, with the digest of each file and how long it is kept."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an archive comes from: the batch, the entry and chain head it was made at."""

    batch: str
    uuid: str
    made_at: str
    made_by: str
    program: str
    sequence: int
    head: str
    is_rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """One file of the archive; `path` has slashes and is relative to its folder."""

    path: str
    size: int
    sha256: str


def listed(folder: Path) -> tuple[ArchivedFile, ...]:
    """Digest every file of a folder but the manifest itself, in the order of their paths."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != FILE)
    return tuple(
        ArchivedFile(path.relative_to(folder).as_posix(), path.stat().st_size, digest_of(path))
        for path in found
    )


def digest_of(path: Path) -> str:
    """Give the SHA-256 of a file in hex."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def write_manifest(folder: Path, origin: Origin, kept: Mapping[str, str]) -> None:
    """Write the manifest; `kept` names the retention class of a file by its path."""
    files = [
        {
            "path": file.path,
            "size": file.size,
            "sha256": file.sha256,
            "retention": kept[file.path],
        }
        for file in listed(folder)
    ]
    told: dict[str, object] = {
        "batch": origin.batch,
        "uuid": origin.uuid,
        "made_at": origin.made_at,
        "made_by": origin.made_by,
        "program": origin.program,
        "journal": {"sequence": origin.sequence, "head": origin.head},
        "files": files,
    }
    if origin.is_rehearsal:
        told["rehearsal"] = True
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (folder / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")
