"""Does a file carry exactly what a document says? The document is made anew and compared.

Layout may move between versions of the program, so white space is left out; the time of
printing and the version are not part of a document.
"""

import re
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile

from reviewer_app.domain.document import Document
from reviewer_app.domain.errors import NoCode
from reviewer_app.domain.results import Ranking
from reviewer_app.i18n import Translator
from reviewer_app.reports.docx_read import docx_text
from reviewer_app.reports.pdf_read import pdf_text

_BROKEN = (ValueError, LookupError, RuntimeError, TypeError, AttributeError)
"""What the readers raise, besides the faults of zip and XML, on a damaged file."""

_PRINTED = re.compile(r"\d{4}-\d\d-\d\d\s*\d\d:\d\d(?:\s*·)?|reviewer-app\s*[\w.]+")


def text_of(path: Path) -> str:
    """Give all text of a PDF, workbook or .docx, feet included.

    Raises:
        NoCode: the file is none of these, or cannot be read.
    """
    try:
        if path.suffix.lower() == ".xlsx":
            return "\n".join(_workbook_texts(path))
        if path.suffix.lower() == ".docx":
            return docx_text(path)
        return pdf_text(path)
    except (OSError, BadZipFile, zlib.error, SyntaxError, EOFError, *_BROKEN) as error:
        raise NoCode(path) from error


def _workbook_texts(path: Path) -> Iterator[str]:
    """Give sheet names, feet, cell values and formulas, in order."""
    from openpyxl import load_workbook

    for values in (True, False):
        book = load_workbook(path, data_only=values)
        for sheet in book.worksheets:
            yield sheet.title
            foot = sheet.oddFooter
            if foot is not None:
                yield from (part.text or "" for part in (foot.left, foot.center, foot.right))
            for row in sheet.iter_rows(values_only=True):
                yield from ("" if value is None else str(value) for value in row)
        book.close()


def carries(path: Path, document: Document, check: tuple[Ranking, Translator]) -> bool:
    """Compare the file's text with that of the document made anew."""
    from reviewer_app.reports.writing import write_report

    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / f"fresh{path.suffix.lower()}"
        made = replace(document, printed="", software="")
        write_report(made, fresh, check=check, allow_missing=True)
        return _essence(text_of(path)) == _essence(text_of(fresh))


def _essence(text: str) -> str:
    return "".join(_PRINTED.sub("", text).split())
