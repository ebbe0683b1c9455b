"""Record the file operations of a running program, as the system call tracer saw them."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.files import ROOT

_CALLS = "openat,pwrite64,ftruncate,fdatasync,fsync,unlink,close,write"
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes that were handed over at an offset of a file."""

    name: str
    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file cut to a size."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Create:
    """A name that was opened and made if it was missing."""

    name: str


@dataclass(frozen=True, slots=True)
class Unlink:
    """A name taken out of its folder."""

    name: str


@dataclass(frozen=True, slots=True)
class Sync:
    """A file flushed; the folder itself has the name ""."""

    name: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What the program said to be safe: sequence and digest of an entry."""

    sequence: int
    digest: str


Operation = Write | Truncate | Create | Unlink | Sync | Acknowledged


def record(tracer: str, command: list[str], folder: Path, log: Path) -> list[Operation]:
    """Run a program and give what it did to the files of `folder`, in order."""
    options = ["-xx", "-s", "2000000", "-e", f"trace={_CALLS}", "-o", str(log)]
    subprocess.run([tracer, *options, *command], cwd=ROOT, check=True, capture_output=True)
    return list(_operations(log, folder))


def _operations(log: Path, folder: Path) -> Iterator[Operation]:
    names: dict[int, str] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            call = _CALL.match(line)
            if call is None or int(call[3]) < 0:
                continue
            name, arguments, result = call[1], call[2], int(call[3])
            match name:
                case "openat":
                    names.pop(result, None)
                    found = _name_in(folder, arguments)
                    if found is not None:
                        names[result] = found
                        if "O_CREAT" in arguments:
                            yield Create(found)
                case "unlink":
                    found = _name_in(folder, arguments)
                    if found is not None:
                        yield Unlink(found)
                case _:
                    yield from _on_open_file(name, arguments, names)


def _on_open_file(name: str, arguments: str, names: dict[int, str]) -> Iterator[Operation]:
    number = int(arguments.split(",", maxsplit=1)[0])
    match name:
        case "close":
            names.pop(number, None)
        case "write" if number == 1:
            sequence, digest = _content(arguments).split()
            yield Acknowledged(int(sequence), digest.decode("ascii"))
        case "pwrite64" if number in names:
            offset = int(arguments.rsplit(",", 1)[1])
            yield Write(names[number], offset, _content(arguments))
        case "ftruncate" if number in names:
            yield Truncate(names[number], int(arguments.split(",")[1]))
        case "fsync" | "fdatasync" if number in names:
            yield Sync(names[number])
        case _:
            return


def _content(arguments: str) -> bytes:
    found = _BYTES.search(arguments)
    assert found is not None, arguments[:80]
    assert found[2] is None, "the tracer shortened a write"
    return bytes.fromhex(found[1].replace("\\x", ""))


def _name_in(folder: Path, arguments: str) -> str | None:
    """Give the name of a workspace file or its journal, "" for the folder itself."""
    path = Path(_content(arguments).decode("utf-8"))
    if path == folder:
        return ""
    is_ours = path.parent == folder and path.suffix in (".review", ".review-journal")
    return path.name if is_ours else None
