"""The rules a zip package must keep before anything in it is read.

Names and counts are checked in the directory, sizes while inflating: what an entry says
of itself is not believed. Source: reliability.md 5.2, 5.3 (48, 50, 52).
"""

import io
import struct
import zipfile
import zlib

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.problem_kinds import ProblemKind

GREATEST_UNPACKED = 50 * 1024 * 1024
GREATEST_ENTRIES = 2_000
GREATEST_RATIO = 250
_RATIO_FROM = 4 * 1024 * 1024
_CHUNK = 1 << 18
_END_SIGNATURE = b"PK\x05\x06"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    OSError,
    KeyError,
)


class Package:
    """The checked entries of a zip file, inflated one by one within one budget."""

    def __init__(self, data: bytes) -> None:
        _check_end(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_FAULTS as error:
            raise FileRefused(ProblemKind.DAMAGED, {"detail": str(error)}) from error
        self._budget = GREATEST_UNPACKED
        self._entries = _checked(self._zip.infolist())

    @property
    def names(self) -> frozenset[str]:
        """The entry names as stored."""
        return frozenset(info.filename for info in self._entries.values())

    def has(self, name: str) -> bool:
        """Whether there is such an entry, whatever the case of its letters."""
        return name.casefold() in self._entries

    def read(self, name: str) -> bytes:
        """Inflate one entry.

        Raises:
            FileRefused: it is missing, damaged, or larger than the file may be.
        """
        info = self._entries.get(name.casefold())
        if info is None:
            raise FileRefused(ProblemKind.DAMAGED, {"detail": name})
        try:
            return self._inflate(info)
        except _ZIP_FAULTS as error:
            raise FileRefused(ProblemKind.DAMAGED, {"detail": f"{name}: {error}"}) from error

    def _inflate(self, info: zipfile.ZipInfo) -> bytes:
        chunks = []
        with self._zip.open(info) as source:
            while chunk := source.read(_CHUNK):
                self._budget -= len(chunk)
                if self._budget < 0:
                    raise FileRefused(ProblemKind.ZIP_BOMB, {"entry": info.filename})
                chunks.append(chunk)
        return b"".join(chunks)


def _check_end(data: bytes) -> None:
    """Read the number of entries before the directory is walked."""
    end = data.rfind(_END_SIGNATURE, max(0, len(data) - 66_000))
    if end < 0 or end + 22 > len(data):
        raise FileRefused(ProblemKind.DAMAGED, {"detail": "no end of directory"})
    entries = int.from_bytes(data[end + 10 : end + 12], "little")
    if entries > GREATEST_ENTRIES:
        raise FileRefused(ProblemKind.ZIP_ENTRIES, {"entries": str(entries)})


def _checked(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Check names, methods and declared sizes; key the entries by folded name."""
    if len(entries) > GREATEST_ENTRIES:
        raise FileRefused(ProblemKind.ZIP_ENTRIES, {"entries": str(len(entries))})
    result: dict[str, zipfile.ZipInfo] = {}
    total = 0
    for info in entries:
        _check_name(info.orig_filename)
        if info.filename.casefold() in result:
            raise FileRefused(ProblemKind.ZIP_DUPLICATE, {"entry": info.filename})
        if info.flag_bits & _ENCRYPTED:
            raise FileRefused(ProblemKind.PASSWORD)
        if info.compress_type not in _METHODS:
            raise FileRefused(ProblemKind.DAMAGED, {"detail": info.filename})
        total += info.file_size
        if total > GREATEST_UNPACKED or _is_bomb(info):
            raise FileRefused(ProblemKind.ZIP_BOMB, {"entry": info.filename})
        result[info.filename.casefold()] = info
    return result


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _RATIO_FROM and (
        info.file_size > GREATEST_RATIO * max(1, info.compress_size)
    )


def _check_name(name: str) -> None:
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or "\\" in name or "\0" in name or name.startswith("/") or ":" in name:
        raise FileRefused(ProblemKind.ZIP_NAME, {"entry": name[:80]})
