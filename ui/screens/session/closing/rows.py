"""What the pages of signing and closing show; values in, texts and places out."""

from collections.abc import Collection

from reviewer_app.domain.closing import ClosingCheck, ClosingLine
from ui.place import Destination

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
