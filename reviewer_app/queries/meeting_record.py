"""The record of a meeting, from its tables and its journal."""

from dataclasses import replace

from reviewer_app.domain.meeting_record import (
    ClosingRecord,
    DecisionRecord,
    MeetingRecord,
    Outcome,
    RoomRecord,
    SessionEvent,
)
from reviewer_app.domain.points import Points
from reviewer_app.domain.rules.rights import Reach, View
from reviewer_app.domain.session_errors import NoSession
from reviewer_app.queries.ranking import ranking
from reviewer_app.storage import agenda, closing, deliberation, draws, room, sessions
from reviewer_app.storage.session_history import session_events
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace, workspace_at

MOVES = frozenset(
    {
        *("begin_session", "choose_leader", "open_scoring", "back_to_preparation"),
        *("open_disclosure", "open_final", "settle_results", "take_up_again"),
        *("close_session", "reconvene", "recused", "change_standing", "drop_out"),
    }
)
"""What the minutes tell as steps of the meeting."""


def meeting_record(workspace: Workspace) -> MeetingRecord:
    """Give everything a meeting left behind, results only to whom they are open.

    Raises:
        NoSession, NotAllowed: there is none, or not for this role.
    """
    workspace.require_view(View.SESSION)
    record = record_of(workspace.store, workspace.present or workspace.store)
    if record is None:
        raise NoSession
    if workspace.sees(View.RESULTS) is not Reach.ALL:
        return record
    return replace(record, outcomes=outcomes(workspace, record.events))


def record_of(store: Store, history: Store) -> MeetingRecord | None:
    """Read the record without results; `history` has the journal of a past `store`."""
    session = sessions.load_session(store)
    if session is None:
        return None
    last = store.head()[0]
    return MeetingRecord(
        session=session,
        events=session_events(history, MOVES, last),
        room=RoomRecord(
            attendance=room.load_attendance(store),
            leaves=room.load_leaves(store),
            statements=room.load_statements(store),
            recesses=room.load_recesses(store),
        ),
        draws=draws.load_draws(store),
        agenda=agenda.load_agenda(store),
        decisions=DecisionRecord(
            changes=deliberation.load_changes(store),
            opinions=deliberation.load_opinions(store),
            votes=deliberation.load_votes(store),
            dissents=deliberation.load_dissents(store),
        ),
        closing=ClosingRecord(
            overrides=tuple(closing.load_overrides(store).values()),
            snapshots=closing.load_snapshots(store),
            signatures=closing.load_signatures(store),
            reconvenings=closing.load_reconvenings(store),
            nights=closing.load_nights(store),
        ),
    )


def outcomes(workspace: Workspace, events: tuple[SessionEvent, ...]) -> tuple[Outcome, ...]:
    """Give the scores when disclosure began beside those of now, best first."""
    begun = [event.sequence for event in events if event.verb == "open_disclosure"]
    first = _scores_at(workspace, begun[-1]) if begun else {}
    return tuple(
        Outcome(item.number, item.name, first.get(item.number), item.score, item.rank)
        for item in ranking(workspace).applications
    )


def _scores_at(workspace: Workspace, sequence: int) -> dict[str, Points | None]:
    now = replace(workspace, store=workspace.present or workspace.store)
    past = workspace_at(now, sequence)
    try:
        return {item.number: item.score for item in ranking(past).applications}
    finally:
        past.store.close()
