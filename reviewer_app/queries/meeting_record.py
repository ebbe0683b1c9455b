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
from reviewer_app.domain.results import Ranking
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.rules.rights import Reach, View
from reviewer_app.domain.scheme_reading import scheme_from_json
from reviewer_app.domain.session_errors import NoSession
from reviewer_app.queries.ranking import candidates, ranking
from reviewer_app.storage import (
    agenda,
    batch,
    closing,
    deliberation,
    draws,
    guests,
    room,
    sessions,
    signing,
)
from reviewer_app.storage.outliers import load_reviews
from reviewer_app.storage.session_history import session_events, set_aside, standing_moves
from reviewer_app.storage.store import Store
from reviewer_app.storage.time_travel import store_at
from reviewer_app.workspace import Workspace

MOVES = frozenset(
    {
        *("begin_session", "choose_leader", "open_scoring", "back_to_preparation"),
        *("open_disclosure", "open_final", "settle_results", "take_up_again"),
        *("close_session", "reconvene"),
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
    history = workspace.present or workspace.store
    return replace(record, outcomes=outcomes(ranking(workspace), history, record.events))


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
            set_aside=set_aside(history, last),
            visits=guests.load_visits(store),
        ),
        draws=draws.load_draws(store),
        agenda=agenda.load_agenda(store),
        standings=standing_moves(history, last),
        decisions=DecisionRecord(
            changes=deliberation.load_changes(store),
            answers=load_reviews(store),
            opinions=deliberation.load_opinions(store),
            votes=deliberation.load_votes(store),
            dissents=deliberation.load_dissents(store),
        ),
        closing=ClosingRecord(
            overrides=tuple(closing.load_overrides(store).values()),
            snapshots=closing.load_snapshots(store),
            signatures=signing.load_signatures(store),
            reconvenings=closing.load_reconvenings(store),
            nights=closing.load_nights(store),
        ),
    )


def outcomes(now: Ranking, history: Store, events: tuple[SessionEvent, ...]) -> tuple[Outcome, ...]:
    """Give the scores when disclosure began beside those of now, best first."""
    begun = [event.sequence for event in events if event.verb == "open_disclosure"]
    first = _scores_at(history, begun[-1]) if begun else {}
    return tuple(
        Outcome(item.number, item.name, first.get(item.number), item.score, item.rank)
        for item in now.applications
    )


def _scores_at(history: Store, sequence: int) -> dict[str, Points | None]:
    past = store_at(history, sequence)
    try:
        scheme = scheme_from_json(batch.current_scheme(past).document)
        return {one.number: one.score for one in rank(scheme, candidates(past), batch.votes(past))}
    finally:
        past.close()
