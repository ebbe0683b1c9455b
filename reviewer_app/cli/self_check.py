"""The checks of `self-check`: does this installation hold everything and work here?

Each check gives a few words on what it saw, or raises what went wrong. Nothing of them
stays on the PC.
"""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from reviewer_app.domain.document import (
    Column,
    ColumnKind,
    Document,
    Edition,
    Number,
    Orientation,
    PageWords,
    Row,
    Table,
    Text,
)
from reviewer_app.i18n import translator
from reviewer_app.workspace import Surroundings

_SIGNS = "王𬭎 李䶮"
_FORMULA = "=SUM(A1)"


class CheckFailed(Exception):
    """A part works, but not as it must; the text says what was seen."""


def check_schemes(_surroundings: Surroundings) -> str:
    """Read every bundled scheme; give key and digest of each."""
    from reviewer_app.importing.scheme_file import bundled

    found = bundled()
    if not found:
        raise CheckFailed("0")
    return ", ".join(f"{item.key} {item.digest[:12]}" for item in found)


def check_fonts(_surroundings: Surroundings) -> str:
    """Load every embedded font and look for rare characters."""
    from reviewer_app.reports.fonts import BUNDLED, font, missing_glyphs

    for face in BUNDLED:
        font(face)
    missing = missing_glyphs([_SIGNS])
    if missing:
        raise CheckFailed("".join(item.character for item in missing))
    return ", ".join(face.value for face in BUNDLED)


def check_texts(_surroundings: Surroundings) -> str:
    """Look for a Chinese text behind an English one."""
    _ = translator("zh_CN")
    seen = _("Rank")
    if seen == "Rank":
        raise CheckFailed(seen)
    return "zh_CN, en"


def check_sample(_surroundings: Surroundings) -> str:
    """Read the sample's tables."""
    from reviewer_app.importing.sample_workbooks import sample_rows
    from reviewer_app.workflow.build_sample import BOOKS

    tables = [table for book in BOOKS for _, table in book.sheets]
    return str(sum(len(sample_rows(table)) - 1 for table in tables))


def check_database(surroundings: Surroundings) -> str:
    """Write a workspace, verify it, open it again, verify it again."""
    from reviewer_app.importing.scheme_file import bundled_scheme
    from reviewer_app.storage.store import open_store
    from reviewer_app.storage.verification import verify_store
    from reviewer_app.workflow.new_workspace import new_workspace

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "self-check.review"
        made = new_workspace(path, "self-check", bundled_scheme("measure-5"), surroundings)
        made.store.close()
        again = open_store(path)
        try:
            outcome = verify_store(again)
        finally:
            again.close()
    if not outcome.passed:
        raise CheckFailed(", ".join(str(finding) for finding in outcome.findings))
    return outcome.head[:12]


def check_xlsx(_surroundings: Surroundings) -> str:
    """Write a workbook and read it back as an import would."""
    from reviewer_app.importing.choosing import open_book
    from reviewer_app.importing.findings import Findings
    from reviewer_app.importing.guard import read_bytes, recognise
    from reviewer_app.reports.writing import write_report

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "self-check.xlsx"
        write_report(_document(), path)
        book = open_book(recognise(path.name, read_bytes(path)), Findings(path.name))
        grids = [book.read(entry) for entry in book.visible]
        size = path.stat().st_size
    texts = {cell.text for grid in grids for row in grid.rows.values() for cell in row.values()}
    _require(texts >= {_SIGNS, _FORMULA}, texts)
    return f"{size} B"


def check_pdf(_surroundings: Surroundings) -> str:
    """Write a page and read its text back."""
    from reviewer_app.reports.pdf_read import pdf_text
    from reviewer_app.reports.writing import write_report

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "self-check.pdf"
        write_report(_document(), path)
        text = pdf_text(path)
        size = path.stat().st_size
    _require(_SIGNS in text and _FORMULA in text, text)
    return f"{size} B"


CHECKS: Mapping[str, Callable[[Surroundings], str]] = {
    "schemes": check_schemes,
    "fonts": check_fonts,
    "texts": check_texts,
    "sample": check_sample,
    "database": check_database,
    "xlsx": check_xlsx,
    "pdf": check_pdf,
}
"""In the order they are run; `words.sample` has a name for each key."""


def _require(condition: bool, seen: object) -> None:  # noqa: FBT001 - reads as a sentence
    if not condition:
        raise CheckFailed(repr(seen)[:200])


def _document() -> Document:
    columns = (Column("text", ColumnKind.TEXT, 3), Column("points", ColumnKind.POINTS, 1))
    rows = (Row((_SIGNS, Number("84.60"))), Row((_FORMULA, Number("0.10"))))
    return Document(
        key="self-check",
        number="00",
        title="self-check",
        subtitle="",
        edition=Edition.INTERNAL,
        language="zh_CN",
        orientation=Orientation.PORTRAIT,
        blocks=(Text(_SIGNS), Table(columns, rows)),
        sequence=0,
        words=PageWords("{page}/{pages}", "…", "{characters}"),
    )
