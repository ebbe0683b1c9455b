"""Report 23: what goes into the archive, signed by both sides (材料清单、归档目录).

Documents first, then what was signed and sealed, then the material of the applications.

Source: domain.md 6.1, 23; 2.12.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.domain.document import (
    Cell,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Note,
    Number,
    Orientation,
    Row,
    RowKind,
    Signatures,
    Table,
)
from reviewer_app.domain.retention import KEPT, Retention, retention_of_case, retention_of_scan
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, by_hand, supported
from reviewer_app.reports.parts import date_words, document, text_cell
from reviewer_app.words.report_list import report_name, scan_title
from reviewer_app.words.retention import retention_name

_DIGITS = 12
"""So many digits of a SHA-256 stand on paper."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing kept; empty texts and None are blanks to fill in."""

    title: str
    maker: str
    retention: Retention
    date: str = ""
    pages: int | None = None
    file_name: str = ""
    digest: str = ""


def build(facts: ReportFacts) -> Document:
    """List the documents of a review, their signed scans and the applications' attachments."""
    return archive_list(facts, (*_documents(facts), *_signed(facts), *_attachments(facts)))


def archive_list(facts: ReportFacts, items: tuple[Item, ...]) -> Document:
    """Make the list from its values."""
    _ = facts.translator
    identity = ("23", "archive-list", _("List of the archive"))
    rows = tuple(_row(at, item, _) for at, item in enumerate(items, 1))
    return document(
        facts,
        identity,
        Orientation.PORTRAIT,
        (
            Facts(
                (
                    Fact(_("Handed over by"), facts.bureau.department or facts.bureau.name),
                    Fact(_("Handed over on"), BLANK),
                    Fact(_("Number of items"), str(len(items))),
                    Fact(_("Secrecy"), _("not classified")),
                )
            ),
            Table(_columns(_), rows),
            Note(
                _(
                    "How long something is kept is a proposal; the archive rules of the office"
                    " decide. The digest is the beginning of the SHA-256 of the file."
                )
            ),
            Signatures(
                "", (_("Handed over (signature)"), _("Received (signature)")), date_words(_)
            ),
        ),
    )


def _documents(facts: ReportFacts) -> Iterator[Item]:
    _ = facts.translator
    maker = facts.bureau.name or _("the competent bureau")
    for number, (key, retention) in enumerate(KEPT, 1):
        name = report_name(key, _)
        yield Item(name, maker, retention, file_name=f"{number:02}-{key}.pdf")


def _signed(facts: ReportFacts) -> Iterator[Item]:
    """Give the scans of what was signed, under its code, and the copies kept with the seal."""
    _ = facts.translator
    maker = facts.bureau.name or _("the competent bureau")
    for scan in facts.scans:
        yield Item(
            scan_title(scan.code, _),
            maker,
            retention_of_scan(scan.code),
            date=scan.added_at[:10],
            pages=scan.file.pages,
            file_name=scan.file.file_name,
            digest=scan.file.digest,
        )
    for name, digest in facts.sealed:
        title = _("Sealed copy of the workspace")
        yield Item(title, maker, Retention.PERMANENT, file_name=name, digest=digest)


def _attachments(facts: ReportFacts) -> Iterator[Item]:
    """Give the attachments by application, kept longer where it is supported."""
    paid = frozenset(result.number for result in supported(facts))
    for result in facts.chosen:
        retention = retention_of_case(is_supported=result.number in paid)
        for item in facts.attachments.get(result.number, ()):
            yield Item(
                f"{result.number}  {item.title}",
                result.applicant,
                retention,
                pages=item.pages,
                file_name=item.file_name,
                digest=item.digest,
            )


def _columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Line no."), ColumnKind.CODE, 28),
        Column(_("Title of the item"), ColumnKind.TEXT, 150),
        Column(_("Maker of the item"), ColumnKind.TEXT, 100),
        Column(_("Date of the item"), ColumnKind.CODE, 64),
        Column(_("Pages"), ColumnKind.COUNT, 36),
        Column(_("Secrecy"), ColumnKind.CODE, 44),
        Column(_("Kept for"), ColumnKind.CODE, 50),
        Column(_("File name"), ColumnKind.TEXT, 150),
        Column(_("Digest"), ColumnKind.CODE, 84),
    )


def _row(at: int, item: Item, _: Translator) -> Row:
    pages: Cell = BLANK if item.pages is None else Number(str(item.pages))
    cells = (
        str(at),
        item.title,
        text_cell(item.maker),
        item.date,
        pages,
        _("none"),
        retention_name(item.retention, _),
        text_cell(item.file_name),
        item.digest[:_DIGITS],
    )
    return by_hand(*cells) if BLANK in cells else Row(cells, RowKind.NORMAL)
