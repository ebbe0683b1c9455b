"""What the panel works through after disclosure: every application and what is open of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.domain.deliberation import (
    LoggedChange,
    Opinion,
    Recommendation,
    ReviewState,
)
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.points import Points
from reviewer_app.domain.results import ApplicationResult, ResultState
from reviewer_app.domain.rules.measure import measure_of
from reviewer_app.domain.rules.own_total import sheet_total
from reviewer_app.domain.rules.phases import may_decide_anew
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.session import SessionPhase
from reviewer_app.domain.typed_score import typed_points
from reviewer_app.queries.disclosed import (
    DisclosedApplication,
    OpenSheet,
    Table,
    kept_from,
    leader_of,
    waits_for,
)
from reviewer_app.queries.session import session_of
from reviewer_app.workspace import Workspace

_OUT = (ResultState.WITHDRAWN, ResultState.INELIGIBLE)

_DEEDS = (
    *("disclose", "explain_deviation", "change_score", "confirm_changes", "write_opinion"),
    *("hold_vote", "record_vote", "state_dissent", "take_back_change", "note_change"),
    "strike_sheet",
)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One application: where it stands, and who must do something.

    `sheets` is None while they do not lie open, or not for who looks. `waiting` are the
    changes that wait for anybody; `to_confirm`, `to_explain` and `to_note` tell what waits
    for who looks: changes to confirm, an own score far from the others, changes without the
    supervisor's remark.
    """

    number: str
    name: str
    applicant: str
    state: ReviewState
    sheets: DisclosedApplication | None
    waiting: tuple[LoggedChange, ...] = ()
    to_confirm: bool = False
    to_explain: bool = False
    to_note: bool = False

    @property
    def is_mine(self) -> bool:
        """Whether it waits for who looks."""
        return self.to_confirm or self.to_explain or self.to_note


@dataclass(frozen=True, slots=True)
class Deliberation:
    """The applications by number, and what who looks may do now.

    `anywhere` are verbs that may be used on every sheet, `own` on one's own alone.
    `may_decide_anew` says whether a score may change for no error.
    """

    phase: SessionPhase
    actor: Actor
    rows: tuple[ReviewRow, ...]
    leader: str
    may_decide_anew: bool
    anywhere: frozenset[str]
    own: frozenset[str]

    @property
    def sees_all(self) -> bool:
        """Whether who looks keeps an eye on everybody: staff and supervisor."""
        return self.actor.role in (Role.SECRETARY, Role.SUPERVISOR)

    def may(self, verb: str, reviewer: str = "") -> bool:
        """Whether who looks may use a verb, on the sheets of `reviewer` where it is named."""
        is_own = reviewer in ("", self.actor.number)
        return verb in self.anywhere or (verb in self.own and is_own)

    def row(self, number: str) -> ReviewRow | None:
        """Find an application."""
        return next((row for row in self.rows if row.number == number), None)


def lies_open(workspace: Workspace) -> bool:
    """Whether who looks may see sheets side by side at this moment."""
    return workspace.sees(View.DISCLOSED) > 0


def deliberation(workspace: Workspace) -> Deliberation:
    """Give every application in the review with the sheets that lie open.

    Raises:
        NotAllowed, NotNow: not for this role, not in this phase.
    """
    workspace.require_view(View.DISCLOSED)
    session, table = session_of(workspace), Table.laid(workspace)
    away, actor = kept_from(workspace), workspace.actor
    items = sorted(table.ranking.applications, key=lambda item: natural_key(item.number))
    rows = [_row(workspace, table, item, away) for item in items if item.state not in _OUT]
    anywhere = frozenset(verb for verb in _DEEDS if workspace.may(verb, reviewer=_SOMEBODY))
    return Deliberation(
        phase=session.phase,
        actor=actor,
        rows=tuple(rows),
        leader=leader_of(workspace.store),
        may_decide_anew=may_decide_anew(session.plan.way, session.phase),
        anywhere=anywhere,
        own=frozenset(verb for verb in _DEEDS if workspace.may(verb)) - anywhere,
    )


_SOMEBODY = "\0"
"""The number of nobody: who may do something there may do it on every sheet."""


def _row(
    workspace: Workspace, table: Table, item: ApplicationResult, away: frozenset[str]
) -> ReviewRow:
    seen = item.number in table.disclosed and item.number not in away
    sheets, actor = table.show(item) if seen else None, workspace.actor
    waiting = tuple(one for one in sheets.changes if one.waits) if sheets else ()
    return ReviewRow(
        number=item.number,
        name=item.name,
        applicant=item.applicant,
        state=ReviewState.KEPT_AWAY if item.number in away else _state(sheets),
        sheets=sheets,
        waiting=waiting,
        to_confirm=any(waits_for(one, actor) for one in waiting),
        to_explain=_owes_reason(sheets, actor),
        to_note=actor.role is Role.SUPERVISOR and _lacks_note(sheets),
    )


def _owes_reason(shown: DisclosedApplication | None, actor: Actor) -> bool:
    return shown is not None and any(
        sheet.deviation is not None and sheet.review is None
        for sheet in shown.sheets
        if sheet.result.number == actor.number
    )


def _lacks_note(shown: DisclosedApplication | None) -> bool:
    return shown is not None and any(not change.note for change in shown.changes)


def _state(shown: DisclosedApplication | None) -> ReviewState:
    """Give the first thing that is open of an application."""
    if shown is None:
        return ReviewState.NOT_DISCLOSED
    if any(sheet.has_open_flag for sheet in shown.sheets):
        return ReviewState.FLAGS_OPEN
    if any(change.waits for change in shown.changes):
        return ReviewState.CHANGES_WAITING
    return _decided(shown.opinion)


def _decided(opinion: Opinion | None) -> ReviewState:
    if opinion is None:
        return ReviewState.OPINION_MISSING
    if opinion.recommendation is Recommendation.OPEN:
        return ReviewState.UNDECIDED
    return ReviewState.DONE


def changed_total(shown: DisclosedApplication, sheet: OpenSheet, code: str, text: str) -> Points:
    """Give the total of a sheet with another score on one indicator, as it would be printed.

    Raises:
        ScoreOutOfRange: what was typed is no score of this indicator.
    """
    indicator = shown.scheme.by_code[code]
    value = typed_points(text, indicator)
    scores: Mapping[str, int] = {**sheet.result.scores, code: int(value * 100)}
    return sheet_total(measure_of(shown.scheme), shown.result.computed, scores).total


def objective_total(shown: DisclosedApplication) -> Points:
    """Give what the objective rows add to each sheet."""
    return sheet_total(measure_of(shown.scheme), shown.result.computed, {}).objective
