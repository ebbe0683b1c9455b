"""Words of who is in the room, and of what members state."""

from reviewer_app.domain.room import GuestKind, StatementKind, StatementWay
from reviewer_app.i18n import N_, Translator

_GUESTS = {
    GuestKind.PRESENTER: N_("presenter of an applicant"),
    GuestKind.OBSERVER: N_("observer from outside"),
    GuestKind.OTHER: N_("other guest"),
}

_STATEMENTS = {
    StatementKind.PLEDGE: N_("pledge"),
    StatementKind.RECUSAL: N_("recusal statement"),
}

_WAYS = {
    StatementWay.PAPER: N_("signed on paper"),
    StatementWay.SCREEN: N_("confirmed on the screen"),
}


def guest_kind_name(kind: GuestKind, _: Translator) -> str:
    """Say as what a guest is there."""
    return _(_GUESTS[kind])


def statement_name(kind: StatementKind, _: Translator) -> str:
    """Name one of the two statements."""
    return _(_STATEMENTS[kind])


def statement_way_name(way: StatementWay, _: Translator) -> str:
    """Say how a statement was made."""
    return _(_WAYS[way])
