"""The session of a batch: its plan, its days, its phase."""

from collections.abc import Iterable

from reviewer_app.domain.session import (
    Lengths,
    Session,
    SessionDay,
    SessionPhase,
    SessionPlan,
    SessionWay,
    Signing,
)
from reviewer_app.storage.store import Store

_USED = (
    "SELECT day FROM attendance UNION SELECT day FROM agenda_item UNION SELECT day FROM"
    " evening_lock UNION SELECT day FROM guest"
)


def load_session(store: Store) -> Session | None:
    """Read the session, None where the batch has none."""
    row = store.row(
        "SELECT place, host, way, signing, phase, report_minutes, question_minutes,"
        " scoring_minutes FROM session"
    )
    if row is None:
        return None
    place, host, way, signing, phase, *minutes = row
    plan = SessionPlan(
        load_days(store), place, host, SessionWay(way), Signing(signing), Lengths(*minutes)
    )
    return Session(plan, SessionPhase(phase))


def load_days(store: Store) -> tuple[SessionDay, ...]:
    """Read the days in order."""
    rows = store.rows("SELECT day, begins, ends FROM session_day ORDER BY day")
    return tuple(SessionDay(*row) for row in rows)


def insert_session(store: Store, plan: SessionPlan) -> None:
    """Write a session that begins its preparation."""
    lengths = plan.lengths
    store.change(
        "INSERT INTO session (id, place, host, way, signing, phase, report_minutes,"
        " question_minutes, scoring_minutes) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(plan.place, plan.host, plan.way.value, plan.signing.value),
            SessionPhase.PREPARATION.value,
            *(lengths.report, lengths.questions, lengths.scoring),
        ),
    )
    write_days(store, plan.days)


def write_days(store: Store, days: Iterable[SessionDay]) -> None:
    """Make the days these; a day on which something is recorded stays."""
    used = days_in_use(store)
    wanted = {day.day: day for day in days}
    for known in load_days(store):
        fresh = wanted.pop(known.day, None)
        if fresh is None and known.day not in used:
            store.change("DELETE FROM session_day WHERE day = ?", (known.day,))
        elif fresh is not None and fresh != known:
            store.change(
                "UPDATE session_day SET begins = ?, ends = ? WHERE day = ?",
                (fresh.begins, fresh.ends, fresh.day),
            )
    store.change_many(
        "INSERT INTO session_day (day, begins, ends) VALUES (?, ?, ?)",
        [(day.day, day.begins, day.ends) for day in wanted.values()],
    )


def days_in_use(store: Store) -> frozenset[str]:
    """Give the days on which something is recorded or planned: they stay."""
    return frozenset(row[0] for row in store.rows(_USED))


def write_meeting(store: Store, place: str, host: str, lengths: Lengths) -> None:
    """Write where the session is held, who holds it, and its minutes."""
    store.change(
        "UPDATE session SET place = ?, host = ?, report_minutes = ?, question_minutes = ?,"
        " scoring_minutes = ? WHERE id = 1",
        (place, host, lengths.report, lengths.questions, lengths.scoring),
    )


def write_ways(store: Store, way: SessionWay, signing: Signing) -> None:
    """Write in how many rounds scores are given, and how members sign."""
    store.change("UPDATE session SET way = ?, signing = ? WHERE id = 1", (way.value, signing.value))


def set_phase(store: Store, phase: SessionPhase) -> None:
    """Write the phase the session is in."""
    store.change("UPDATE session SET phase = ? WHERE id = 1", (phase.value,))


def is_rehearsal(store: Store) -> bool:
    """Say whether the file was born as a rehearsal."""
    return store.row("SELECT 1 FROM rehearsal") is not None


def mark_rehearsal(store: Store, at: str) -> None:
    """Mark a file in its first entry; the file itself refuses it later, and any change."""
    store.change("INSERT INTO rehearsal (id, marked_at) VALUES (1, ?)", (at,))
