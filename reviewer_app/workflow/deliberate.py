"""After the scoring: sheets lie open, scores change under the log, the panel decides."""

from collections.abc import Sequence
from fractions import Fraction

from reviewer_app.domain.deliberation import (
    Ballots,
    Correction,
    LoggedChange,
    Opinion,
    PanelVote,
    Recommendation,
    VoteKind,
)
from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.domain.points import from_hundredths
from reviewer_app.domain.result_errors import StatementTooShort
from reviewer_app.domain.rules.phases import may_decide_anew
from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.domain.session_errors import (
    KeptAway,
    NotCounted,
    OnlyErrors,
    TooManyBallots,
)
from reviewer_app.queries.decisions import voters_of
from reviewer_app.queries.disclosed import confirms_as_leader, kept_from
from reviewer_app.queries.finding import find_application, find_indicator, find_pair, find_reviewer
from reviewer_app.queries.session import session_of
from reviewer_app.storage import deliberation, sheets
from reviewer_app.storage.sheets import SheetRow
from reviewer_app.workflow.give_score import checked_score
from reviewer_app.workflow.record_vote import VoteTooShort, record_vote
from reviewer_app.workspace import Workspace

_SHORTEST = 10


def disclose(workspace: Workspace, application: str) -> None:
    """Lay the sheets of an application open to the panel, and lock them.

    Raises:
        UnknownNumber, NothingChanged: no such application, or open already.
    """
    workspace.require("disclose")
    key = find_application(workspace.store, application)
    if application in deliberation.disclosed(workspace.store):
        raise NothingChanged("disclose")
    with workspace.write("disclose", application):
        by, at = workspace.actor.name, workspace.stamp()
        deliberation.insert_disclosure(workspace.store, key, by, at)


def change_score(workspace: Workspace, wanted: Correction) -> None:
    """Change a submitted score for a reason of the closed list.

    The new score counts at once; until reviewer and leader confirm it the closing gate
    stays red. A reviewer who types it confirms it by that.

    Raises:
        ReasonMissing, NotCounted, OnlyErrors, ScoreOutOfRange, NothingChanged: nothing
            was written.
    """
    workspace.require("change_score", reviewer=wanted.reviewer)
    if not wanted.explanation.strip():
        raise ReasonMissing("change_score")
    _require_reason_in_time(workspace, wanted.reason)
    store = workspace.store
    after = checked_score(find_indicator(workspace.scheme(), wanted.indicator), wanted.value)
    sheet = _counted_sheet(workspace, wanted.application, wanted.reviewer)
    before = sheets.scores_of(store, sheet.key)[wanted.indicator]
    if before == after:
        raise NothingChanged("change_score")
    said = f"{wanted.reason.value} {wanted.explanation.strip()}"
    with workspace.write("change_score", said, reviewer=wanted.reviewer):
        sheets.write_score(store, sheet.key, wanted.indicator, after)
        change = _logged(workspace, wanted, from_hundredths(before))
        deliberation.insert_change(store, sheet.key, (before, after), change)


def _logged(workspace: Workspace, wanted: Correction, before: Fraction) -> LoggedChange:
    at, actor = workspace.stamp(), workspace.actor
    return LoggedChange(
        key=0,
        application=wanted.application,
        reviewer=wanted.reviewer,
        indicator=wanted.indicator,
        before=before,
        after=wanted.value,
        reason=wanted.reason,
        explanation=wanted.explanation.strip(),
        changed_by=actor.name,
        changed_at=at,
        reviewer_confirmed_at=at if actor.number == wanted.reviewer else "",
    )


def _require_reason_in_time(workspace: Workspace, reason: ChangeReason) -> None:
    session = session_of(workspace)
    anew = may_decide_anew(session.plan.way, session.phase)
    if reason is ChangeReason.SECOND_ROUND and not anew:
        raise OnlyErrors


def _counted_sheet(workspace: Workspace, application: str, reviewer: str) -> SheetRow:
    store = workspace.store
    sheet = sheets.find_sheet(store, *find_pair(store, application, reviewer))
    if sheet is None or not sheet.state.counts:
        raise NotCounted(reviewer, application)
    return sheet


def confirm_changes(workspace: Workspace, application: str) -> None:
    """Confirm the changed scores of an application: a reviewer's own, a leader's of all.

    Of the leader's own changes, and where the leader is recused, the supervisor confirms in
    the leader's place.

    Raises:
        NothingChanged: nothing waits for who acts. KeptAway: recused from it.
    """
    actor = workspace.actor
    workspace.require("confirm_changes", reviewer=actor.number)
    if application in kept_from(workspace):
        raise KeptAway(application)
    waiting = [
        change
        for change in deliberation.load_changes(workspace.store)
        if change.application == application and change.waits
    ]
    own = [
        change.key
        for change in waiting
        if change.reviewer == actor.number and not change.reviewer_confirmed_at
    ]
    led = [
        change.key
        for change in waiting
        if not change.leader_confirmed_at and confirms_as_leader(actor, change)
    ]
    if not own and not led:
        raise NothingChanged("confirm_changes")
    with workspace.write("confirm_changes", application, reviewer=actor.number):
        at = workspace.stamp()
        deliberation.confirm_as_reviewer(workspace.store, own, at)
        deliberation.confirm_as_leader(workspace.store, led, actor.name, at)


def write_opinion(
    workspace: Workspace,
    *,
    application: str,
    text: str,
    recommendation: Recommendation = Recommendation.OPEN,
    tier: str = "",
) -> None:
    """Write the panel's opinion of an application.

    Raises:
        ReasonMissing: there is no text. NothingChanged: it stands like this.
        KeptAway: who writes is recused from it.
    """
    if not text.strip():
        raise ReasonMissing("write_opinion")
    if application in kept_from(workspace):
        raise KeptAway(application)
    store = workspace.store
    key = find_application(store, application)
    by = workspace.actor.name
    opinion = Opinion(application, text.strip(), recommendation, tier.strip(), by)
    known = deliberation.load_opinions(store).get(application)
    if known is not None and (known.text, known.recommendation, known.tier) == (
        opinion.text,
        opinion.recommendation,
        opinion.tier,
    ):
        raise NothingChanged("write_opinion")
    with workspace.write("write_opinion", application):
        deliberation.write_opinion(store, key, opinion)


def hold_vote(
    workspace: Workspace,
    *,
    kind: VoteKind,
    question: str,
    ballots: Ballots,
    application: str = "",
    about: Sequence[str] = (),
) -> bool:
    """Write how the panel voted; carried by more than half of those who voted or abstained.

    Who is recused from the application, or from one of those it is `about`, has no vote.
    The order of a tie is written by `vote_on_tie` beside it.

    Raises:
        ReasonMissing: no question. TooManyBallots: more than may vote, or below quorum.
    """
    if not question.strip():
        raise ReasonMissing("hold_vote")
    concerned = (application, *about) if application else tuple(about)
    most, least = len(voters_of(workspace.store, concerned)), workspace.scheme().rules.quorum
    if not max(least, 1) <= ballots.present <= most:
        raise TooManyBallots(ballots.present, least, most)
    key = find_application(workspace.store, application) if application else None
    with workspace.write("hold_vote", question.strip()):
        at = workspace.stamp()
        vote = PanelVote(kind, application, question.strip(), ballots, ballots.carried, at)
        deliberation.insert_vote(workspace.store, key, vote)
    return ballots.carried


def vote_on_tie(
    workspace: Workspace, *, order: Sequence[str], question: str, ballots: Ballots
) -> bool:
    """Write the panel's vote on the order of equal scores, best first, and if carried the order.

    Raises:
        VoteTooShort: fewer than two applications.
        ReasonMissing, TooManyBallots, UnknownNumber: nothing was written.
    """
    if len(set(order)) < 2:
        raise VoteTooShort(tuple(order))
    workspace.require("record_vote")
    kind = VoteKind.TIE
    carried = hold_vote(workspace, kind=kind, question=question, ballots=ballots, about=order)
    if carried:
        record_vote(workspace, order=order, reason=question)
    return carried


def state_dissent(workspace: Workspace, *, reviewer: str, text: str, application: str = "") -> None:
    """Write a member's different opinion; who writes none counts as agreeing.

    Raises:
        StatementTooShort: a dissent gives its reasons (domain.md 2.6).
    """
    if len(text.strip()) < _SHORTEST:
        raise StatementTooShort(len(text.strip()), _SHORTEST)
    store = workspace.store
    key = find_application(store, application) if application else None
    person = find_reviewer(store, reviewer)
    with workspace.write("state_dissent", application, reviewer=reviewer):
        at = workspace.stamp()
        deliberation.insert_dissent(store, person, key, text=text.strip(), at=at)
