"""The catalogue workbook of an archive (归档目录): each file, its maker, how long it is kept.

Source: domain.md 2.12.
"""

from collections.abc import Mapping, Sequence
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
from reviewer_app.domain.retention import Retention, retention_of_paper
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.report_list import report_name
from reviewer_app.words.reports import page_words
from reviewer_app.words.retention import retention_name

DOCUMENTS, TABLES, WORKSPACE, SEALED = "documents", "tables", "workspace", "sealed"

_EVER = Retention.PERMANENT
_TITLES = {
    "check.py": N_("Program that checks this archive"),
    "ranking.json": N_("The ranking for other programs"),
}
_TOLD = {
    TABLES: N_("Table of the batch"),
    WORKSPACE: N_("The workspace and its attachments"),
    SEALED: N_("Sealed copy of the workspace"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the catalogue: the batch, who makes it, when (ISO 8601).

    `lost` are the sealed copies that are no longer where they were kept.
    """

    batch: str
    maker: str
    made_at: str
    sequence: int
    is_rehearsal: bool = False
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a file of the archive is, where its name does not say it."""

    title: str
    retention: Retention


def catalogue_document(
    heading: Heading, files: Sequence[ArchivedFile], known: Mapping[str, Known], _: Translator
) -> Document:
    """Make the catalogue of these files; `known` tells more of some, by their path."""
    rows = tuple(_row(at, file, heading, known, _) for at, file in enumerate(files, start=1))
    notes = [_("Digests are SHA-256. How long a file is kept is a proposal of the program.")]
    if heading.lost:
        text = _("Sealed copies no longer where they were kept: {names}.")
        notes.append(text.format(names=_(", ").join(heading.lost)))
    return Document(
        key="archive-catalogue",
        number="00",
        title=_("Catalogue of the archive"),
        subtitle=heading.batch,
        edition=Edition.INTERNAL,
        language=_.language,
        orientation=Orientation.LANDSCAPE,
        blocks=(Table(_columns(_), rows), *(Note(note) for note in notes)),
        sequence=heading.sequence,
        words=page_words(_, is_rehearsal=heading.is_rehearsal),
        printed=heading.made_at,
    )


def retention_of(path: str, known: Mapping[str, Known]) -> Retention:
    """Say how long a file of the archive is kept, by what it is or its place in it."""
    if path in known:
        return known[path].retention
    folder, _, name = path.partition("/")
    return retention_of_paper(name.partition(".")[0]) if folder == DOCUMENTS else _EVER


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


def _row(
    at: int, file: ArchivedFile, heading: Heading, known: Mapping[str, Known], _: Translator
) -> Row:
    return Row(
        (
            Number(str(at)),
            known[file.path].title if file.path in known else _title(file.path, _),
            heading.maker,
            heading.made_at[:10],
            Number(str(file.size)),
            _("not secret"),
            retention_name(retention_of(file.path, known), _),
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
