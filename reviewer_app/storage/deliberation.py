"""Disclosure, changes with their confirmations, opinions, votes, dissent."""

from collections.abc import Iterable

from reviewer_app.domain.deliberation import (
    Ballots,
    Dissent,
    LoggedChange,
    Opinion,
    PanelVote,
    Recommendation,
    VoteKind,
)
from reviewer_app.domain.points import from_hundredths
from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.storage.store import Store


def disclosed(store: Store) -> dict[str, str]:
    """Give when each disclosed application was: number -> time."""
    rows = store.rows(
        "SELECT a.number, d.disclosed_at FROM disclosure AS d"
        " JOIN application AS a ON a.id = d.application_id"
    )
    return {number: at for number, at in rows}


def recused(store: Store) -> list[tuple[str, str]]:
    """Read application and reviewer of each recusal."""
    return [
        (application, reviewer)
        for application, reviewer in store.rows(
            "SELECT a.number, p.number FROM sheet AS s"
            " JOIN application AS a ON a.id = s.application_id"
            " JOIN person AS p ON p.id = s.reviewer_id WHERE s.state = 'recused'"
        )
    ]


def insert_disclosure(store: Store, application: int, by: str, at: str) -> None:
    """Write that the sheets of an application lie open, and lock them."""
    store.change(
        "INSERT INTO disclosure (application_id, disclosed_at, disclosed_by) VALUES (?, ?, ?)",
        (application, at, by),
    )
    store.change(
        "UPDATE sheet SET state = 'locked' WHERE application_id = ? AND state = 'submitted'",
        (application,),
    )


_CHANGES = (
    "SELECT c.id, a.number, p.number, c.indicator, c.before, c.after, c.code, c.explanation,"
    " c.changed_by, c.changed_at, c.reviewer_confirmed_at, c.leader, c.leader_confirmed_at,"
    " c.taken_back_by, c.taken_back_at, c.taken_back_why, ifnull(n.text, ''),"
    " ifnull(n.supervisor, ''), ifnull(n.noted_at, ''), s.state IN ('submitted', 'locked'),"
    " p.role = 'leader' OR EXISTS (SELECT 1 FROM sheet AS led JOIN person AS l"
    " ON l.id = led.reviewer_id WHERE l.role = 'leader' AND led.state = 'recused'"
    " AND led.application_id = a.id)"
    " FROM score_change AS c JOIN sheet AS s ON s.id = c.sheet_id"
    " LEFT JOIN change_note AS n ON n.change_id = c.id"
    " JOIN application AS a ON a.id = s.application_id JOIN person AS p ON p.id = s.reviewer_id"
    " ORDER BY c.id"
)


def load_changes(store: Store) -> tuple[LoggedChange, ...]:
    """Read every change after disclosure, oldest first."""
    return tuple(
        LoggedChange(
            key=row[0],
            application=row[1],
            reviewer=row[2],
            indicator=row[3],
            before=from_hundredths(row[4]),
            after=from_hundredths(row[5]),
            reason=ChangeReason(row[6]),
            explanation=row[7],
            changed_by=row[8],
            changed_at=row[9],
            reviewer_confirmed_at=row[10],
            leader=row[11],
            leader_confirmed_at=row[12],
            taken_back_by=row[13],
            taken_back_at=row[14],
            taken_back_why=row[15],
            note=row[16],
            supervisor=row[17],
            noted_at=row[18],
            counts=bool(row[19]),
            by_supervisor=bool(row[20]),
        )
        for row in store.rows(_CHANGES)
    )


def insert_change(store: Store, sheet: int, values: tuple[int, int], change: LoggedChange) -> None:
    """Write a change; `values` are before and after in hundredths."""
    store.change(
        "INSERT INTO score_change (sheet_id, indicator, before, after, code, explanation,"
        " changed_by, changed_at, reviewer_confirmed_at, leader_confirmed_at, leader)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
        (
            *(sheet, change.indicator, *values, change.reason.value, change.explanation),
            *(change.changed_by, change.changed_at, change.reviewer_confirmed_at),
        ),
    )


def confirm_as_reviewer(store: Store, keys: Iterable[int], at: str) -> None:
    """Write the reviewer's confirmation under changes."""
    store.change_many(
        "UPDATE score_change SET reviewer_confirmed_at = ? WHERE id = ?",
        [(at, key) for key in keys],
    )


def confirm_as_leader(store: Store, keys: Iterable[int], leader: str, at: str) -> None:
    """Write the leader's confirmation under changes."""
    store.change_many(
        "UPDATE score_change SET leader_confirmed_at = ?, leader = ? WHERE id = ?",
        [(at, leader, key) for key in keys],
    )


def take_back(store: Store, change: LoggedChange, *, by: str, at: str, why: str) -> None:
    """Write that a change was taken back, and put the score before it in its place."""
    store.change(
        "UPDATE score_change SET taken_back_by = ?, taken_back_at = ?, taken_back_why = ?"
        " WHERE id = ?",
        (by, at, why, change.key),
    )
    store.change(
        "UPDATE score SET value = ? WHERE indicator = ?"
        " AND sheet_id = (SELECT sheet_id FROM score_change WHERE id = ?)",
        (int(change.before * 100), change.indicator, change.key),
    )


def write_note(store: Store, change: int, *, text: str, supervisor: str, at: str) -> None:
    """Write or replace the supervisor's remark on a change."""
    if store.row("SELECT 1 FROM change_note WHERE change_id = ?", (change,)) is None:
        store.change(
            "INSERT INTO change_note (change_id, text, supervisor, noted_at) VALUES (?, ?, ?, ?)",
            (change, text, supervisor, at),
        )
    else:
        store.change(
            "UPDATE change_note SET text = ?, supervisor = ?, noted_at = ? WHERE change_id = ?",
            (text, supervisor, at, change),
        )


def load_opinions(store: Store) -> dict[str, Opinion]:
    """Read the opinions by application number."""
    rows = store.rows(
        "SELECT a.number, o.text, o.recommendation, o.tier, o.edited_by, o.locked"
        " FROM opinion AS o JOIN application AS a ON a.id = o.application_id ORDER BY a.id"
    )
    return {
        row[0]: Opinion(row[0], row[1], Recommendation(row[2]), row[3], row[4], bool(row[5]))
        for row in rows
    }


def write_opinion(store: Store, application: int, opinion: Opinion) -> None:
    """Write or replace an opinion."""
    values = (opinion.text, opinion.recommendation.value, opinion.tier, opinion.edited_by)
    if store.row("SELECT 1 FROM opinion WHERE application_id = ?", (application,)) is None:
        store.change(
            "INSERT INTO opinion (application_id, text, recommendation, tier, edited_by, locked)"
            " VALUES (?, ?, ?, ?, ?, 0)",
            (application, *values),
        )
    else:
        store.change(
            "UPDATE opinion SET text = ?, recommendation = ?, tier = ?, edited_by = ?"
            " WHERE application_id = ?",
            (*values, application),
        )


def lock_opinions(store: Store, *, locked: bool) -> None:
    """Lock every opinion with the results, or open them again."""
    store.change("UPDATE opinion SET locked = ? WHERE locked <> ?", (int(locked), int(locked)))


def load_votes(store: Store) -> tuple[PanelVote, ...]:
    """Read the votes of the panel, oldest first."""
    rows = store.rows(
        "SELECT v.kind, ifnull(a.number, ''), v.question, v.yes, v.no, v.abstained, v.carried,"
        " v.held_at FROM panel_vote AS v LEFT JOIN application AS a ON a.id = v.application_id"
        " ORDER BY v.id"
    )
    return tuple(
        PanelVote(VoteKind(row[0]), row[1], row[2], Ballots(*row[3:6]), bool(row[6]), row[7])
        for row in rows
    )


def insert_vote(store: Store, application: int | None, vote: PanelVote) -> None:
    """Write a vote."""
    ballots = vote.ballots
    store.change(
        "INSERT INTO panel_vote (kind, application_id, question, present, yes, no, abstained,"
        " carried, held_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(vote.kind.value, application, vote.question, ballots.present),
            *(ballots.yes, ballots.no, ballots.abstained, int(vote.carried), vote.held_at),
        ),
    )


def load_dissents(store: Store) -> tuple[Dissent, ...]:
    """Read the dissents, oldest first."""
    rows = store.rows(
        "SELECT ifnull(p.number, ''), p.name, ifnull(a.number, ''), d.text, d.stated_at"
        " FROM dissent AS d JOIN person AS p ON p.id = d.person_id"
        " LEFT JOIN application AS a ON a.id = d.application_id ORDER BY d.id"
    )
    return tuple(Dissent(*row) for row in rows)


def insert_dissent(
    store: Store, person: int, application: int | None, *, text: str, at: str
) -> None:
    """Write a dissent."""
    store.change(
        "INSERT INTO dissent (person_id, application_id, text, stated_at) VALUES (?, ?, ?, ?)",
        (person, application, text, at),
    )
