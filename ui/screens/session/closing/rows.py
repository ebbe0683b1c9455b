"""What the pages of signing and closing show; values in, texts and places out."""

from collections.abc import Collection

from reviewer_app.domain.closing import (
    ClosingCheck,
    ClosingLine,
    PaperStand,
    SigningStand,
    SignState,
)
from reviewer_app.domain.person import Person, Role
from reviewer_app.i18n import Translator
from reviewer_app.words.deeds import role_name
from reviewer_app.words.report_list import report_name
from reviewer_app.words.times import time_on_paper
from ui.place import Destination
from ui.text import MINUS

_REVIEW = "review"
_MENDED_AT = {
    ClosingLine.LEADER: Destination("session", "before"),
    ClosingLine.STATEMENTS: Destination("session", "before"),
    ClosingLine.QUORUM: Destination("results"),
    ClosingLine.SHEETS: Destination("session", "room"),
    ClosingLine.WAS_OUT: Destination("session", "room"),
    ClosingLine.STILL_OUT: Destination("session", "room"),
    ClosingLine.DISCLOSED: Destination("session", _REVIEW),
    ClosingLine.OUTLIERS: Destination("session", _REVIEW),
    ClosingLine.CONFIRMED: Destination("session", _REVIEW),
    ClosingLine.INPUTS: Destination("applications"),
    ClosingLine.PAPER: Destination("entry"),
    ClosingLine.RESULTS: Destination("applications"),
    ClosingLine.TIES: Destination("session", _REVIEW),
    ClosingLine.OPINIONS: Destination("session", _REVIEW),
    ClosingLine.RECOMMENDATIONS: Destination("session", _REVIEW),
}
_OF_PEOPLE = frozenset({ClosingLine.LEADER, ClosingLine.STATEMENTS})
"""Lines whose names are people, no applications."""


def mended_at(line: ClosingLine, name: str) -> Destination:
    """Say where what a line names is mended; a name begins with its application's number.

    >>> mended_at(ClosingLine.OUTLIERS, "P1 R2")
    Destination(place='session', subject='review', part='P1')
    """
    place = _MENDED_AT[line]
    if line in _OF_PEOPLE:
        return place
    number = name.partition(" ")[0]
    if place.place == "session":
        return Destination(place.place, place.subject, number)
    return Destination(place.place, number)


def leads(line: ClosingLine, pages: Collection[str], *, is_staff: bool) -> bool:
    """Whether who looks has the place where a line is mended."""
    place = _MENDED_AT[line]
    return place.subject in pages if place.place == "session" else is_staff


def in_order(checks: Collection[ClosingCheck]) -> tuple[list[ClosingCheck], ...]:
    """Part the lines: what is open, what was accepted, what is in order."""
    return (
        [check for check in checks if not check.is_green],
        [check for check in checks if check.is_overridden],
        [check for check in checks if check.is_green and not check.is_overridden],
    )


_SIGNS = {
    SignState.SIGNED: ("circle-check", "good"),
    SignState.VOID: ("triangle-alert", "attention"),
    SignState.MISSING: ("circle", "faint"),
    SignState.NOT_ASKED: ("minus", "faint"),
}


def sign_of(state: SignState) -> tuple[str, str]:
    """Give icon and meaning of how somebody stands to a document."""
    return _SIGNS[state]


def sign_words(stand: PaperStand, person: Person, _: Translator) -> str:
    """Say how somebody stands to a document: "12-01 16:20", "not signed"."""
    match stand.states[person]:
        case SignState.SIGNED:
            return time_on_paper(stand.signatures[person].signed_at)[5:]
        case SignState.VOID:
            return _("signed an earlier text")
        case SignState.MISSING:
            return _("not signed")
        case SignState.NOT_ASKED:
            return MINUS


def person_words(person: Person, _: Translator) -> str:
    """Name somebody who signs: number and name, and the role where it is not a member's."""
    name = f"{person.number} {person.name}".strip()
    if person.role is Role.REVIEWER:
        return name
    return _("{name} ({role})").format(name=name, role=role_name(person.role, _))


def paper_title(stand: PaperStand, _: Translator) -> str:
    """Name a document: "11 Ranking table"."""
    return f"{stand.document} {report_name(stand.name, _)}"


def count_unsigned(stand: SigningStand) -> int:
    """Count the signatures that are still asked for."""
    open_states = (SignState.MISSING, SignState.VOID)
    return sum(state in open_states for paper in stand.papers for state in paper.states.values())
