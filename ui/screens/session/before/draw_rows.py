"""What the rows of the draw show: the list of experts, and what was drawn."""

from dataclasses import dataclass

from reviewer_app.domain.drawing import Answer, Draw, Listing, Pick, from_list
from reviewer_app.i18n import Translator
from reviewer_app.queries.expert_draw import DrawLine, digest_of
from reviewer_app.words.drawing import answer_word, shut_out_reason
from reviewer_app.words.times import time_on_paper
from ui.models.table import TableColumn

_ROLES = {
    Answer.ACCEPTED: "good",
    Answer.REFUSED: "wrong",
    Answer.DRAWN: "attention",
    Answer.SUBSTITUTE: "secondary",
}
_ICONS = {
    Answer.ACCEPTED: "circle-check",
    Answer.REFUSED: "circle-x",
    Answer.DRAWN: "bell",
    Answer.SUBSTITUTE: "hourglass",
}


@dataclass(frozen=True, slots=True)
class PickRow:
    """One drawn place with what the list said of the expert then."""

    pick: Pick
    name: str
    organisation: str
    digest: str


def pick_rows(draw: Draw) -> tuple[PickRow, ...]:
    """Give the places of an attempt with the list as it was drawn from."""
    pool = {one.number: one for one in map(from_list, draw.pool)}
    return tuple(
        PickRow(
            pick,
            pool[pick.subject].name,
            pool[pick.subject].organisation,
            digest_of(draw, pick),
        )
        for pick in draw.picks
    )


def list_columns(_: Translator) -> tuple[TableColumn[DrawLine], ...]:
    """Give the columns of the list to draw from."""
    return (
        TableColumn("number", _("Expert no."), lambda row: row.listed.person.number, width=84),
        TableColumn("name", _("Name"), lambda row: row.listed.person.name, width=80),
        TableColumn(
            "speciality", _("Speciality"), lambda row: row.listed.person.speciality, width=110
        ),
        TableColumn(
            "state",
            _("May be drawn"),
            lambda row: state_word(row, _),
            role=lambda row: "wrong" if row.barred else "good",
            icon=lambda row: "circle-slash" if row.barred else "circle-check",
            width=230,
        ),
        TableColumn(
            "organisation", _("Organisation"), lambda row: row.listed.person.organisation, width=180
        ),
    )


def state_word(row: DrawLine, _: Translator) -> str:
    """Say whether an expert may be drawn, and why not."""
    if row.barred is not None:
        return shut_out_reason(row.barred, _)
    if row.listed.listing is Listing.LET_IN:
        return _("let in: {reason}").format(reason=row.listed.reason)
    return _("may be drawn")


def pick_columns(_: Translator) -> tuple[TableColumn[PickRow], ...]:
    """Give the columns of what was drawn."""
    return (
        TableColumn(
            "place",
            _("Order drawn"),
            lambda row: str(row.pick.place),
            sort=lambda row: row.pick.place,
            is_number=True,
            width=84,
        ),
        TableColumn("number", _("Expert no."), lambda row: row.pick.subject, width=84),
        TableColumn("name", _("Name"), lambda row: row.name, width=84),
        TableColumn("seat", _("Speciality"), lambda row: row.pick.seat, width=110),
        TableColumn(
            "answer",
            _("Answer given"),
            lambda row: answer_word(row.pick.answer, _),
            role=lambda row: _ROLES[row.pick.answer],
            icon=lambda row: _ICONS[row.pick.answer],
            width=140,
        ),
        TableColumn("digest", _("Digest"), lambda row: row.digest, width=96),
        TableColumn("note", _("Reason"), lambda row: row.pick.note, width=110),
        TableColumn("at", _("Called at"), lambda row: time_on_paper(row.pick.at), width=150),
        TableColumn("seated", _("Seated as"), lambda row: row.pick.seated_as, width=84),
        TableColumn("organisation", _("Organisation"), lambda row: row.organisation, width=160),
    )
