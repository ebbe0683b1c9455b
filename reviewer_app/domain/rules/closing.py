"""The closing gate: what must be green, or accepted by name, before results are settled.

Source: domain.md 2.6 to 2.9 and 14 (11); peers.md N23.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from reviewer_app.domain.agenda import AgendaItem
from reviewer_app.domain.closing import ClosingCheck, ClosingLine, Override, Signer
from reviewer_app.domain.room import Attendance, Leave

SIGNERS: Mapping[str, frozenset[Signer]] = {
    "11": frozenset({Signer.MEMBER, Signer.SUPERVISOR}),
    "14": frozenset({Signer.MEMBER}),
    "16": frozenset({Signer.MEMBER}),
    "10": frozenset({Signer.LEADER}),
    "15": frozenset({Signer.LEADER}),
}
"""Who signs which document, by its number. Source: domain.md 6.1."""


def closing_gate(
    open_names: Mapping[ClosingLine, Sequence[str]],
    overrides: Mapping[ClosingLine, Override],
) -> tuple[ClosingCheck, ...]:
    """Give every line in order with what is open and what was accepted of it."""
    return tuple(
        ClosingCheck(line, tuple(open_names.get(line, ())), overrides.get(line))
        for line in ClosingLine
    )


def red_lines(checks: Iterable[ClosingCheck]) -> tuple[ClosingLine, ...]:
    """Name what still holds the closing up."""
    return tuple(check.line for check in checks if not check.is_green)


def scored_while_out(
    items: Iterable[AgendaItem],
    attendance: Sequence[Attendance],
    leaves: Sequence[Leave],
    counted: Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    """Find counted sheets of members who were not in the room for the application.

    `counted` are pairs of application and reviewer. A member was out who left for it and
    did not come back, or who was not in the meeting at any time while it was dealt with.
    Where an application was never called, nobody can have missed it.
    """
    shown = {item.application: item for item in items if item.application and item.began_at}
    gone = {(leave.application, leave.person.number) for leave in leaves if not leave.returned_at}
    return tuple(
        (application, reviewer)
        for application, reviewer in counted
        if (application, reviewer) in gone
        or (
            application in shown
            and not any(
                _meets(shown[application], row)
                for row in attendance
                if row.person.number == reviewer
            )
        )
    )


def _meets(item: AgendaItem, row: Attendance) -> bool:
    """Say whether somebody was there at some time of an item."""
    begins, ends = _moment(item.began_at), _moment(item.ended_at)
    came, went = _moment(row.arrived_at), _moment(row.left_at)
    assert begins is not None
    assert came is not None
    return (ends is None or came < ends) and (went is None or went > begins)


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
