"""Reading a written workbook back: its numbers, worksheet by worksheet, as they stand there.

Whether each part is whole is asked of zlib and expat, not of the library that wrote it; what
lies between is not made into cells, which took longer than to write them.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.parsers import expat

_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_END = b"</row>"
_CHUNK = 1 << 20


def workbook_numbers(path: Path) -> Iterator[str]:
    """Give every number of a workbook of ours, values of formulas too, row by row.

    Raises:
        ValueError: a part is damaged or no well-formed XML.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            for name in sorted(filter(_SHEET.fullmatch, names), key=_place):
                with archive.open(name) as source:
                    yield from _numbers(source)
            for name in names:
                if not _SHEET.fullmatch(name):
                    expat.ParserCreate().Parse(archive.read(name), True)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError) as error:
        raise ValueError(str(error)) from error


def _place(name: str) -> int:
    return int(name.removeprefix("xl/worksheets/sheet").removesuffix(".xml"))


def _numbers(source: IO[bytes]) -> Iterator[str]:
    """Read a worksheet a piece at a time; texts never hold the mark-up of a value."""
    parser, rest = expat.ParserCreate(), b""
    while chunk := source.read(_CHUNK):
        parser.Parse(chunk)
        rows, end, rest = (rest + chunk).rpartition(_END)
        for value in _VALUE.findall(rows + end):
            yield value.decode("ascii")
    parser.Parse(b"", True)
