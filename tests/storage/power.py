"""What a disk may hold after a power cut, given what a program did to its files.

Writes and truncations that were not flushed survive all, none, as a prefix or at random,
the last of them torn at 512 bytes; a name made or taken away without a flush of its folder
may be as it was before. The method is that of SQLite's own crash tests.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path

from tests.storage.recording import Create, Operation, Sync, Truncate, Unlink, Write

SECTOR = 512


@dataclass(slots=True)
class File:
    """The flushed bytes of one file, and what waits to reach the disk."""

    safe: bytearray = field(default_factory=bytearray)
    waiting: list[Write | Truncate] = field(default_factory=list)

    def flush(self) -> None:
        """Bring everything to the disk."""
        for operation in self.waiting:
            _apply(self.safe, operation)
        self.waiting.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        """Give what the disk may hold."""
        found = bytearray(self.safe)
        for operation in _survivors(self.waiting, chance):
            _apply(found, operation)
        return bytes(found)


def _apply(content: bytearray, operation: Write | Truncate) -> None:
    if isinstance(operation, Truncate):
        del content[operation.size :]
        content.extend(bytes(operation.size - len(content)))
        return
    end = operation.offset + len(operation.content)
    content.extend(bytes(max(0, end - len(content))))
    content[operation.offset : end] = operation.content


def _survivors(waiting: list[Write | Truncate], chance: random.Random) -> list[Write | Truncate]:
    match chance.choice(("all", "none", "prefix", "random")):
        case "all":
            kept = list(waiting)
        case "none":
            return []
        case "prefix":
            kept = waiting[: chance.randint(0, len(waiting))]
        case _:
            kept = [operation for operation in waiting if chance.random() < 0.5]
    if kept and isinstance(kept[-1], Write) and chance.random() < 0.5:
        last = kept[-1]
        sectors = chance.randint(0, len(last.content) // SECTOR)
        kept[-1] = Write(last.name, last.offset, last.content[: sectors * SECTOR])
    return kept


class Disk:
    """A folder on a disk that flushes only when told."""

    def __init__(self) -> None:
        self._names: dict[str, File] = {}
        self._safe_names: dict[str, File] = {}

    def do(self, operation: Operation) -> None:
        """Take in one operation of the program."""
        match operation:
            case Create(name):
                self._names.setdefault(name, File())
            case Unlink(name):
                self._names.pop(name, None)
            case Sync(""):
                self._safe_names = dict(self._names)
            case Sync(name):
                self._names[name].flush()
            case Write(name) | Truncate(name):
                self._names[name].waiting.append(operation)
            case _:
                pass

    def cut(self, folder: Path, chance: random.Random) -> None:
        """Write into `folder` what may be left when the power goes now."""
        for old in folder.iterdir():
            old.unlink()
        for name in sorted(self._names.keys() | self._safe_names.keys()):
            candidates = [self._names.get(name), self._safe_names.get(name)]
            chosen = chance.choice(candidates)
            if chosen is not None:
                (folder / name).write_bytes(chosen.after_cut(chance))
