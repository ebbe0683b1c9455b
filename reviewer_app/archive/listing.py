"""The catalogue workbook of an archive (归档目录): each file, its maker, how long it is kept.

Source: domain.md 2.12.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer_app.archive.manifest import ArchivedFile
from reviewer_app.domain.document import (
    Column,
    ColumnKind,
    Document,
    Edition,
    Note,
    Number,
    Orientation,
    Row,
    Table,
)
from reviewer_app.domain.retention import KEPT, Retention
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.report_list import report_name
from reviewer_app.words.reports import page_words
from reviewer_app.words.retention import retention_name

DOCUMENTS, TABLES, WORKSPACE = "documents", "tables", "workspace"

_TITLES = {
    "check.py": N_("Program that checks this archive"),
    "ranking.json": N_("The ranking for other programs"),
}
_TOLD = {
    TABLES: N_("Table of the batch"),
    WORKSPACE: N_("The workspace and its attachments"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the catalogue: the batch, who makes it, when (ISO 8601)."""

    batch: str
    maker: str
    made_at: str
    sequence: int
    is_rehearsal: bool = False


def catalogue_document(heading: Heading, files: Sequence[ArchivedFile], _: Translator) -> Document:
    """Make the catalogue of these files."""
    rows = tuple(_row(at, file, heading, _) for at, file in enumerate(files, start=1))
    note = _("Digests are SHA-256. How long a file is kept is a proposal of the program.")
    return Document(
        key="archive-catalogue",
        number="00",
        title=_("Catalogue of the archive"),
        subtitle=heading.batch,
        edition=Edition.INTERNAL,
        language=_.language,
        orientation=Orientation.LANDSCAPE,
        blocks=(Table(_columns(_), rows), Note(note)),
        sequence=heading.sequence,
        words=page_words(_, is_rehearsal=heading.is_rehearsal),
        printed=heading.made_at,
    )


def retention_of(path: str) -> Retention:
    """Say how long a file of the archive is kept, by its place in it."""
    folder, _, name = path.partition("/")
    if folder != DOCUMENTS:
        return Retention.PERMANENT
    kept = dict(KEPT)
    key = name.partition(".")[0].removesuffix("-public").partition("-")[2]
    return kept.get(key, Retention.THIRTY_YEARS)


def _columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Line no."), ColumnKind.COUNT, 30),
        Column(_("Title of the file"), ColumnKind.TEXT, 150),
        Column(_("Made by"), ColumnKind.TEXT, 90),
        Column(_("Day"), ColumnKind.CODE, 64),
        Column(_("Bytes"), ColumnKind.COUNT, 60),
        Column(_("Secrecy"), ColumnKind.CODE, 50),
        Column(_("Kept"), ColumnKind.CODE, 50),
        Column(_("File"), ColumnKind.TEXT, 150),
        Column("SHA-256", ColumnKind.TEXT, 200),
    )


def _row(at: int, file: ArchivedFile, heading: Heading, _: Translator) -> Row:
    return Row(
        (
            Number(str(at)),
            _title(file.path, _),
            heading.maker,
            heading.made_at[:10],
            Number(str(file.size)),
            _("not secret"),
            retention_name(retention_of(file.path), _),
            file.path,
            file.sha256,
        )
    )


def _title(path: str, _: Translator) -> str:
    folder, slash, name = path.partition("/")
    if not slash:
        return _(_TITLES.get(path, path))
    if folder in _TOLD:
        return f"{_(_TOLD[folder])}: {name}"
    key = name.partition(".")[0].removesuffix("-public").partition("-")[2]
    return report_name(key, _)
