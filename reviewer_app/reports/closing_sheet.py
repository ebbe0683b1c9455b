"""Report 31: what is sealed (封存单): the chain head of an evening or of the closed results.

The chain head stands here and on the ranking only.

Source: house.md 5, Report; domain.md 2.12.
"""

from reviewer_app.domain.closing import EveningLock, Signature, Snapshot
from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Note,
    Orientation,
    Signatures,
    Table,
)
from reviewer_app.domain.meeting_record import ClosingRecord
from reviewer_app.i18n import Translator
from reviewer_app.reports.counts import counts_of
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, by_hand, empty_rows
from reviewer_app.reports.meeting import held_at, held_on
from reviewer_app.reports.parts import date_words, document, text_cell
from reviewer_app.words.session import phase_name, way_of_signing
from reviewer_app.words.times import time_on_paper

_EMPTY = 3
_GROUP = 4


def build(facts: ReportFacts) -> Document:
    """Make the sheet; without a session it seals the batch as it stands."""
    _ = facts.translator
    identity = ("31", "closing-sheet", _("Sealing sheet"))
    closing = facts.record.closing if facts.record else ClosingRecord((), (), (), (), ())
    blocks: tuple[Block, ...] = (
        _head(facts),
        _versions(closing.snapshots, _),
        _signed(closing.signatures, _),
        _nights(closing.nights, _),
        Note(
            _(
                "In the morning the first twelve signs of the chain head are typed from this"
                " sheet; the program opens only when they agree and nothing was written since."
            )
        ),
        Signatures("", (_("Secretary"), _("Supervisor"), _("Leader")), date_words(_)),
    )
    return document(facts, identity, Orientation.PORTRAIT, blocks)


def in_groups(digest: str) -> str:
    """Write a digest so that it can be read aloud and typed.

    >>> in_groups("0123456789abcdef")
    '0123 4567 89ab cdef'
    """
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def _head(facts: ReportFacts) -> Facts:
    _ = facts.translator
    counts = counts_of(facts.ranking)
    phase = phase_name(facts.record.session.phase, _) if facts.record else ""
    return Facts(
        (
            Fact(_("Time"), held_on(facts)),
            Fact(_("Meeting place"), held_at(facts)),
            Fact(_("Phase of the session"), text_cell(phase)),
            Fact(_("Last journal entry"), str(facts.ranking.sequence)),
            Fact(_("Chain head"), in_groups(facts.ranking.head)),
            Fact(_("Applications in the batch"), str(len(facts.ranking.applications))),
            Fact(_("Sheets that count"), counts.texts()["counted"]),
        )
    )


def _versions(snapshots: tuple[Snapshot, ...], _: Translator) -> Table:
    columns = (
        Column(_("Version of the results"), ColumnKind.CODE, 70),
        Column(_("Settled at"), ColumnKind.CODE, 90),
        Column(_("Settled by"), ColumnKind.CODE, 70),
        Column(_("SHA-256 of the results"), ColumnKind.TEXT, 240),
    )
    rows = tuple(
        by_hand(
            str(one.version), time_on_paper(one.closed_at), one.closed_by, in_groups(one.digest)
        )
        for one in snapshots
    )
    return Table(columns, rows or empty_rows(1, len(columns)))


def _signed(signatures: tuple[Signature, ...], _: Translator) -> Table:
    columns = (
        Column(_("Document"), ColumnKind.CODE, 60),
        Column(_("Version of the results"), ColumnKind.CODE, 70),
        Column(_("Signed by"), ColumnKind.CODE, 100),
        Column(_("How signed"), ColumnKind.CODE, 80),
        Column(_("Time"), ColumnKind.CODE, 120),
    )
    rows = tuple(
        by_hand(
            one.document,
            str(one.version),
            one.person,
            way_of_signing(one.way, _),
            time_on_paper(one.signed_at),
        )
        for one in signatures
    )
    return Table(columns, rows or empty_rows(_EMPTY, len(columns)))


def _nights(nights: tuple[EveningLock, ...], _: Translator) -> Table:
    columns = (
        Column(_("Evening of"), ColumnKind.CODE, 70),
        Column(_("Locked"), ColumnKind.CODE, 130),
        Column(_("Checked in the morning"), ColumnKind.CODE, 130),
        Column(_("Remark"), ColumnKind.TEXT, 140),
    )
    rows = tuple(
        by_hand(
            one.day,
            f"{one.locked_by} {time_on_paper(one.locked_at)}",
            f"{one.checked_by} {time_on_paper(one.checked_at)}".strip() or BLANK,
            one.note or BLANK,
        )
        for one in nights
    )
    return Table(columns, rows or empty_rows(1, len(columns)))
