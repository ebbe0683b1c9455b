"""What a file is, by its content and not by its name, and how it may be opened.

Source: reliability.md 5.2, 5.3 (42-48, 53, 55, 56, 58).
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.errors import FileMissing
from reviewer_app.domain.import_errors import FileRefused, FileUnreadable
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.domain.rehearsal import REHEARSAL_KEYWORD
from reviewer_app.importing.zip_rules import GREATEST_UNPACKED, Package

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_OTHERS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\0", "SQLite"),
    (b"MZ", "EXE"),
)
_PROPERTIES = "docProps/core.xml"
_TEXT_NAMES = (".csv", ".txt", ".tsv")


@dataclass(frozen=True, slots=True)
class Source:
    """A file read once: `package` for a workbook, None for text."""

    name: str
    data: bytes
    digest: str
    package: Package | None


def read_bytes(path: Path) -> bytes:
    """Read the file once, whole.

    Raises:
        FileMissing: there is none.
        FileUnreadable: held by another program, no right, or the medium is gone.
        FileRefused: empty, or larger than any file we may unpack.
    """
    try:
        size = path.stat().st_size
        if size > GREATEST_UNPACKED:
            raise FileRefused(ProblemKind.FILE_TOO_LARGE, {"size": str(size // 1024 // 1024)})
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    if not data:
        raise FileRefused(ProblemKind.EMPTY_FILE)
    return data


def digest_of(data: bytes) -> str:
    """Give the SHA-256 the plan carries."""
    return hashlib.sha256(data).hexdigest()


def recognise(name: str, data: bytes) -> Source:
    """Tell a workbook or CSV from everything else.

    Raises:
        FileRefused: with the kind of what it is instead.
    """
    digest = digest_of(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        package = Package(data)
        _check_office(package)
        return Source(name, data, digest, package)
    _refuse_ole(data)
    for signature, kind in _OTHERS:
        if data.startswith(signature):
            raise FileRefused(ProblemKind.OTHER_FILE, {"type": kind})
    _refuse_markup(data)
    if not name.lower().endswith(_TEXT_NAMES):
        is_binary = b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
        if is_binary:
            raise FileRefused(ProblemKind.OTHER_FILE, {"type": "?"})
        raise FileRefused(ProblemKind.CSV_RENAMED)
    return Source(name, data, digest, None)


def refuse_rehearsal(source: Source) -> None:
    """Keep what a rehearsal wrote out of a real batch.

    Raises:
        FileRefused: the workbook says that it is of a rehearsal.
    """
    package = source.package
    if package is None or _PROPERTIES not in package.names:
        return
    if REHEARSAL_KEYWORD.encode() in package.read(_PROPERTIES):
        raise FileRefused(ProblemKind.OF_REHEARSAL)


def _refuse_ole(data: bytes) -> None:
    """Name what stands in an OLE container; directory names are UTF-16."""
    if data.startswith(_OLD_EXCEL):
        raise FileRefused(ProblemKind.OLD_XLS)
    if not data.startswith(_OLE):
        return
    streams = (
        ("EncryptedPackage", ProblemKind.PASSWORD),
        ("EncryptionInfo", ProblemKind.PASSWORD),
        ("Workbook", ProblemKind.OLD_XLS),
        ("Book", ProblemKind.OLD_XLS),
        ("WordDocument", ProblemKind.WORD_DOCUMENT),
    )
    for stream, kind in streams:
        if stream.encode("utf-16-le") in data:
            raise FileRefused(kind)
    raise FileRefused(ProblemKind.OTHER_FILE, {"type": "OLE"})


def _refuse_markup(data: bytes) -> None:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head.startswith(b"<"):
        return
    if b"<html" in head or b"<!doctype html" in head or b"<table" in head or b"<meta" in head:
        raise FileRefused(ProblemKind.HTML)
    raise FileRefused(ProblemKind.OTHER_FILE, {"type": "XML"})


def _check_office(package: Package) -> None:
    """Refuse every package that is no plain xlsx workbook."""
    names = {name.casefold() for name in package.names}
    if "mimetype" in names and "content.xml" in names:
        raise FileRefused(ProblemKind.OPEN_DOCUMENT)
    if any(name.startswith("word/") for name in names):
        raise FileRefused(ProblemKind.WORD_DOCUMENT)
    if any(name.startswith("ppt/") for name in names):
        raise FileRefused(ProblemKind.OTHER_FILE, {"type": "PowerPoint"})
    if "xl/workbook.bin" in names:
        raise FileRefused(ProblemKind.BINARY_WORKBOOK)
    if "[content_types].xml" not in names:
        raise FileRefused(ProblemKind.OTHER_FILE, {"type": "ZIP"})
    types = package.read("[Content_Types].xml").lower()
    if any(name.endswith("vbaproject.bin") for name in names) or b"macroenabled" in types:
        raise FileRefused(ProblemKind.MACROS)
