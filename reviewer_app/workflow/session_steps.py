"""Begin a session, plan its days, and lead it from phase to phase."""

from collections.abc import Mapping, Sequence

from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.domain.session import (
    Lengths,
    SessionDay,
    SessionPhase,
    SessionPlan,
    SessionWay,
    Signing,
)
from reviewer_app.domain.session_errors import NoDays, NoTimeAtAll, SessionStands, StepNotReady
from reviewer_app.queries.session import session_of, waits_for
from reviewer_app.storage import sessions
from reviewer_app.workspace import Workspace

_LEADS_TO: Mapping[str, SessionPhase] = {
    "open_scoring": SessionPhase.SCORING,
    "back_to_preparation": SessionPhase.PREPARATION,
    "open_disclosure": SessionPhase.DISCLOSURE,
    "open_final": SessionPhase.FINAL,
}


def begin_session(workspace: Workspace, plan: SessionPlan) -> None:
    """Set up the one session of the batch; it begins with its preparation.

    Raises:
        SessionStands, NoDays, NoTimeAtAll: nothing was written.
    """
    if sessions.load_session(workspace.store) is not None:
        raise SessionStands
    _require_days(plan.days)
    _require_minutes(plan.lengths)
    with workspace.write("begin_session"):
        sessions.insert_session(workspace.store, plan)


def plan_days(workspace: Workspace, days: Sequence[SessionDay]) -> None:
    """Make the days these; one on which something was recorded stays.

    Raises:
        NoSession, NoDays, NothingChanged: nothing was written.
    """
    present = session_of(workspace).plan.days
    _require_days(days)
    if tuple(sorted(days, key=_by_day)) == present:
        raise NothingChanged("plan_days")
    with workspace.write("plan_days"):
        sessions.write_days(workspace.store, days)


def change_meeting(workspace: Workspace, *, place: str, host: str, lengths: Lengths) -> None:
    """Write anew where the session is held, who holds it, and the minutes of each step.

    What was scheduled and timed already stays as it was.

    Raises:
        NoSession, NothingChanged: nothing was written.
        NoTimeAtAll: every step would have no minute.
    """
    plan = session_of(workspace).plan
    wanted = (place.strip(), host.strip(), lengths)
    _require_minutes(lengths)
    if wanted == (plan.place, plan.host, plan.lengths):
        raise NothingChanged("change_meeting")
    with workspace.write("change_meeting"):
        sessions.write_meeting(workspace.store, *wanted)


def settle_ways(workspace: Workspace, way: SessionWay, signing: Signing) -> None:
    """Settle the rounds and the way of signing, while nobody has scored.

    Raises:
        NoSession, NothingChanged: nothing was written.
    """
    plan = session_of(workspace).plan
    if (way, signing) == (plan.way, plan.signing):
        raise NothingChanged("settle_ways")
    with workspace.write("settle_ways"):
        sessions.write_ways(workspace.store, way, signing)


def open_scoring(workspace: Workspace) -> None:
    """Let the members score, each for themselves and blind.

    Raises:
        StepNotReady: no leader, no quorum in the room, or a statement missing.
    """
    _step(workspace, "open_scoring")


def back_to_preparation(workspace: Workspace, reason: str) -> None:
    """Go back while nobody has submitted a sheet.

    Raises:
        ReasonMissing, StepNotReady: nothing was written.
    """
    if not reason.strip():
        raise ReasonMissing("back_to_preparation")
    _step(workspace, "back_to_preparation", reason.strip())


def open_disclosure(workspace: Workspace) -> None:
    """End the scoring: from now on a submitted score changes only under the log.

    Raises:
        StepNotReady: names who has not submitted.
    """
    _step(workspace, "open_disclosure")


def open_final(workspace: Workspace) -> None:
    """Begin the last deliberation; in two rounds scores may be decided anew.

    Raises:
        StepNotReady: an application is not disclosed, or a change not confirmed.
    """
    _step(workspace, "open_final")


def _step(workspace: Workspace, verb: str, reason: str = "") -> None:
    workspace.require(verb)
    waiting = waits_for(workspace, verb)
    if waiting:
        condition, names = waiting[0]
        raise StepNotReady(condition.value, tuple(filter(None, names)))
    with workspace.write(verb, reason):
        sessions.set_phase(workspace.store, _LEADS_TO[verb])


def _by_day(day: SessionDay) -> str:
    return day.day


def _require_days(days: Sequence[SessionDay]) -> None:
    """Refuse a session without days, a day twice, or one that ends before it begins."""
    names = [day.day for day in days]
    if not names or len(set(names)) != len(names):
        raise NoDays
    if any(day.ends <= day.begins for day in days):
        raise NoDays


def _require_minutes(lengths: Lengths) -> None:
    if not lengths.total:
        raise NoTimeAtAll
