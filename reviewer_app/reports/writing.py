"""Writing a report so that a half-written or wrong one never stands.

It is written beside the old file, synced, read back and compared, then put in its place.

Source: reliability.md 1.4 and 5.4; house.md 5, Report.
"""

import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.document import Document, Number, Style
from reviewer_app.domain.report_errors import (
    MissingGlyph,
    ReportDiffers,
    ReportInUse,
    ReportNotWritten,
)
from reviewer_app.domain.results import Ranking
from reviewer_app.i18n import Translator

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between tries: a virus scanner holds a new file for a moment."""


@dataclass(frozen=True, slots=True)
class Written:
    """A report that was written, read back and found right.

    `missing` are the characters printed as boxes, to be named in the export log.
    """

    path: Path
    size: int
    missing: tuple[MissingGlyph, ...] = ()


def write_report(
    document: Document,
    path: Path,
    *,
    check: tuple[Ranking, Translator] | None = None,
    allow_missing: bool = False,
    sleep: Callable[[float], None] = time.sleep,
) -> Written:
    """Write a document; the ending of the path (.pdf, .xlsx, .docx) is the format.

    Args:
        check: for a ranking workbook, from what its check sheet is made.
        allow_missing: print a box for a character no embedded font has.

    Raises:
        MissingGlyphs: such a character is there and was not allowed.
        ReportDiffers: the file did not read back as meant; it was removed.
        ReportNotWritten: disk full, no right to write; an older file is whole.
        ReportInUse: another program holds the old file.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=_aside(path), suffix=path.suffix)
    except OSError as error:
        raise ReportNotWritten(path, error.strerror or str(error)) from error
    aside = Path(name)
    try:
        missing = _write(document, handle, path.suffix, check, allow_missing=allow_missing)
        _compare(document, aside, path)
        _replace(aside, path, sleep)
    except OSError as error:
        raise ReportNotWritten(path, error.strerror or str(error)) from error
    finally:
        aside.unlink(missing_ok=True)
    return Written(path, path.stat().st_size, missing)


def _aside(path: Path) -> str:
    """Give how the file begins that is written beside this one."""
    return f".{path.stem[:80]}-"


def remove_aside(path: Path) -> None:
    """Remove what a process that was killed left beside a report."""
    for left in path.parent.iterdir():
        if left.name.startswith(_aside(path)) and left.suffix == path.suffix:
            left.unlink(missing_ok=True)


def _write(
    document: Document,
    handle: int,
    suffix: str,
    check: tuple[Ranking, Translator] | None,
    *,
    allow_missing: bool,
) -> tuple[MissingGlyph, ...]:
    """Write into the open file and sync it; the handle is closed in any case."""
    missing: tuple[MissingGlyph, ...] = ()
    with os.fdopen(handle, "w+b") as target:
        if suffix == ".xlsx":
            from reviewer_app.reports.excel import write_workbook

            write_workbook(document, target, check)
        elif suffix == ".docx":
            from reviewer_app.reports.docx import write_docx

            write_docx(document, target)
        else:
            from reviewer_app.reports.pdf import write_pdf

            missing = write_pdf(document, target, allow_missing=allow_missing)
        target.flush()
        os.fsync(target.fileno())
    return missing


def replaced_fonts(document: Document, suffix: str) -> tuple[tuple[str, str], ...]:
    """Name the office fonts an official paper asked for in vain, and what stands for each.

    In a .docx they are named all the same: the reader's PC may have them.
    """
    if document.style is not Style.OFFICIAL or suffix != ".pdf":
        return ()
    from reviewer_app.reports.fonts import replaced

    return replaced()


def _replace(aside: Path, path: Path, sleep: Callable[[float], None]) -> None:
    """Put the file in its place, waiting a little for a program that holds the old one."""
    aside.chmod(_ordinary_mode())
    for wait in (*_WAITS, None):
        try:
            aside.replace(path)
        except PermissionError as error:
            if wait is None:
                raise ReportInUse(path) from error
            sleep(wait)
        else:
            return


def _ordinary_mode() -> int:
    """Give the mode of a new file: whom the user's umask lets read it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _compare(document: Document, aside: Path, path: Path) -> None:
    """Read the file back: every number of the document, in order."""
    try:
        found = _read_back(document, aside, path)
        for number in numbers(document):
            if all(other != number.text for other in found):
                raise ReportDiffers(path, number.text, "")
        for _ in found:  # to the end: the code and the last parts are looked at too
            pass
    except ValueError as error:
        raise ReportDiffers(path, document.code, str(error)) from error


def _read_back(document: Document, aside: Path, path: Path) -> Iterator[str]:
    """Give the numbers of the file; one with feet must have the code in one of them."""
    if aside.suffix == ".xlsx":
        from reviewer_app.reports.workbook_read import workbook_numbers

        yield from workbook_numbers(aside)
        return
    is_coded = False
    for text in _texts_of(aside):
        is_coded = is_coded or document.code in _one_line(text)
        yield from _NUMBER.findall(text)
    if not is_coded:
        raise ReportDiffers(path, document.code, "")


def _texts_of(aside: Path) -> Iterator[str]:
    if aside.suffix == ".docx":
        from reviewer_app.reports.docx_read import docx_text

        yield docx_text(aside)
    else:
        from reviewer_app.reports.pdf_read import page_texts

        yield from page_texts(aside)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def numbers(document: Document) -> Iterator[Number]:
    """Every number of the tables, row by row."""
    for table in document.tables():
        for row in table.rows:
            for cell in row.cells:
                if isinstance(cell, Number):
                    yield cell
