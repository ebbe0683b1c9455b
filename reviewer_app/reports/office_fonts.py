"""The office fonts of this PC: found by the names in the files, used where that is allowed.

They are licensed and cannot be bundled. A font is taken only if it has TrueType outlines
and says itself that it may be embedded as a subset.

Source: domain.md 6.0.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import BinaryIO

from reviewer_app.paths import font_folders

_COLLECTION, _TRUETYPE = b"ttcf", (b"\x00\x01\x00\x00", b"true")
_FAMILY_NAMES = frozenset({1, 4, 6, 16})
_RESTRICTED, _NO_SUBSETS, _BITMAPS = 0x0002, 0x0100, 0x0200
_MOST_FONTS, _MOST_TABLES = 64, 256


class OfficeFont(Enum):
    """A role in an official paper, with the names its font goes by, best first."""

    TITLE = (
        "方正小标宋简体",
        "方正小标宋_GBK",
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "FZXBSJW--GB1-0",
    )
    BODY = ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong")
    HEADING = ("黑体", "SimHei", "华文黑体", "STHeiti")
    SUBHEADING = ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti")

    @property
    def names(self) -> tuple[str, ...]:
        """Its names, best first."""
        names: tuple[str, ...] = self.value
        return names


@dataclass(frozen=True, slots=True)
class Installed:
    """A font on this PC: the name asked for, its file and its place in a collection."""

    name: str
    path: Path
    index: int


@cache
def installed(office: OfficeFont) -> Installed | None:
    """Find the font of a role, None where it is not installed or must not be embedded."""
    known = known_fonts(font_folders())
    return next((known[name] for name in office.names if name in known), None)


@cache
def known_fonts(folders: tuple[Path, ...]) -> dict[str, Installed]:
    """Give the office fonts in these folders by name; the first of a name counts."""
    wanted = {name for office in OfficeFont for name in office.names}
    found: dict[str, Installed] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in (".ttf", ".ttc"):
                for name, index in _usable_names(path):
                    if name in wanted:
                        found.setdefault(name, Installed(name, path, index))
    return found


def _usable_names(path: Path) -> list[tuple[str, int]]:
    """Give the names of the embeddable fonts of a file, none of a damaged one."""
    try:
        with path.open("rb") as source:
            return [
                (name, index)
                for index, start in enumerate(_starts(source))
                for name in _names_of(source, start)
            ]
    except (OSError, struct.error, UnicodeDecodeError):
        return []


def _starts(source: BinaryIO) -> tuple[int, ...]:
    """Give where each font of the file begins."""
    if source.read(4) != _COLLECTION:
        return (0,)
    _version, count = struct.unpack(">II", source.read(8))
    return struct.unpack(f">{min(count, _MOST_FONTS)}I", source.read(4 * min(count, _MOST_FONTS)))


def _names_of(source: BinaryIO, start: int) -> Iterator[str]:
    source.seek(start)
    if source.read(4) not in _TRUETYPE:
        return
    (count,) = struct.unpack(">H6x", source.read(8))
    tables: dict[bytes, tuple[int, int]] = {}
    for _ in range(min(count, _MOST_TABLES)):
        tag, offset, length = struct.unpack(">4s4xII", source.read(16))
        tables[tag] = (offset, length)
    if b"glyf" in tables and b"name" in tables and _may_embed(_table(source, tables, b"OS/2")):
        yield from _family_names(_table(source, tables, b"name"))


def _table(source: BinaryIO, tables: dict[bytes, tuple[int, int]], tag: bytes) -> bytes:
    offset, length = tables.get(tag, (0, 0))
    source.seek(offset)
    return source.read(length)


def _may_embed(os2: bytes) -> bool:
    """Read the licence bits of a font; one without them says nothing against it."""
    if len(os2) < 10:
        return True
    (bits,) = struct.unpack_from(">H", os2, 8)
    forbidden = bits & 0x000F == _RESTRICTED or bits & (_NO_SUBSETS | _BITMAPS)
    return not forbidden


def _family_names(table: bytes) -> Iterator[str]:
    count, storage = struct.unpack_from(">HH", table, 2)
    for place in range(count):
        platform, _encoding, _language, kind, length, offset = struct.unpack_from(
            ">6H", table, 6 + 12 * place
        )
        if kind in _FAMILY_NAMES and platform in (0, 3):
            yield table[storage + offset : storage + offset + length].decode("utf-16-be")
