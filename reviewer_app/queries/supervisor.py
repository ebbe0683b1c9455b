"""Every change after a sheet was submitted: who, when, what, why, and who confirmed it.

Read from the journal alone, so that whoever has the final file can ask it; that nothing
is missing is what `verify` says.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reviewer_app.domain.deliberation import LoggedChange
from reviewer_app.domain.meeting_record import LateChange, LateKind
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.score_change import ScoreChange
from reviewer_app.storage import deliberation, score_history, session_history
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace


def late_changes(workspace: Workspace) -> tuple[LateChange, ...]:
    """Give every change after submission, oldest first.

    Raises:
        NotAllowed: not for this role.
    """
    workspace.require_view(View.JOURNAL)
    store = workspace.store
    found = [
        *_scores(store),
        *_moves(LateKind.SHEET, session_history.sheet_moves(store)),
        *_moves(LateKind.STANDING, session_history.late_standings(store)),
    ]
    return tuple(sorted(found, key=lambda change: change.sequence))


def _scores(store: Store) -> Iterator[LateChange]:
    sequences = session_history.sequences_of(store)
    logged = _logged(store)
    for change in score_history.score_changes(store, store.head()[0]):
        yield LateChange(
            kind=LateKind.SCORE if change.reviewer else LateKind.COMPUTED,
            sequence=sequences[change.digest],
            at=change.at,
            application=change.application,
            reviewer=change.reviewer,
            indicator=change.indicator,
            before="" if change.before is None else format_exact(change.before),
            after="" if change.after is None else format_exact(change.after),
            actor=change.actor,
            reason=change.reason,
            confirmed_by=_confirmed_by(logged[_place(change)]),
            digest=change.digest,
        )


def _moves(kind: LateKind, moves: Iterable[session_history.SheetMove]) -> Iterator[LateChange]:
    for move in moves:
        yield LateChange(
            kind=kind,
            sequence=move.sequence,
            at=move.at,
            application=move.application,
            reviewer=move.reviewer,
            indicator="",
            before=move.before,
            after=move.after,
            actor=move.actor,
            reason=move.reason,
            confirmed_by=(),
            digest=move.digest,
        )


Place = tuple[str, str, str, object, object]


def _place(change: ScoreChange) -> Place:
    return change.application, change.reviewer, change.indicator, change.before, change.after


def _logged(store: Store) -> Mapping[Place, list[LoggedChange]]:
    """Give the changes under the log by what they changed, oldest first."""
    found: dict[Place, list[LoggedChange]] = defaultdict(list)
    for row in deliberation.load_changes(store):
        place = (row.application, row.reviewer, row.indicator, row.before, row.after)
        found[place].append(row)
    return found


def _confirmed_by(rows: list[LoggedChange]) -> tuple[str, ...]:
    """Name the reviewer by number and the leader by name, as far as they confirmed.

    The journal gives equal changes in the order of the log: each takes its own.
    """
    if not rows:
        return ()
    row = rows.pop(0)
    reviewer = (row.reviewer,) if row.reviewer_confirmed_at else ()
    return (*reviewer, row.leader) if row.leader else reviewer


@dataclass(frozen=True, slots=True)
class DisclosureMoments:
    """Entries to look back at: the last of the blind scoring, the last disclosure.

    `after` is that disclosure began, where no application lies open yet.
    """

    before: int
    after: int


def disclosure_moments(workspace: Workspace) -> DisclosureMoments | None:
    """Give the moments before and after the (last) disclosure, None before there was one.

    Raises:
        NotAllowed: not for this role.
    """
    workspace.require_view(View.JOURNAL)
    store = workspace.present or workspace.store
    last = workspace.store.head()[0]
    events = session_history.session_events(store, ("open_disclosure", "disclose"), last)
    begun = [event.sequence for event in events if event.verb == "open_disclosure"]
    if not begun:
        return None
    return DisclosureMoments(begun[-1] - 1, events[-1].sequence)
