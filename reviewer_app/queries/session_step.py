"""The step that leads the meeting on, and what keeps it back."""

from dataclasses import dataclass

from reviewer_app.domain.rules.rights import Reach, View
from reviewer_app.domain.session import Condition, Moment, SessionPhase
from reviewer_app.queries.session import waits_for
from reviewer_app.storage.session_moment import load_moment
from reviewer_app.workspace import Workspace

Waits = tuple[tuple[Condition, tuple[str, ...]], ...]

_LEADS_ON = {
    None: "begin_session",
    SessionPhase.PREPARATION: "open_scoring",
    SessionPhase.SCORING: "open_disclosure",
    SessionPhase.DISCLOSURE: "open_final",
    SessionPhase.FINAL: "settle_results",
    SessionPhase.SIGNED: "close_session",
    SessionPhase.CLOSED: "",
}


@dataclass(frozen=True, slots=True)
class NextStep:
    """Where the meeting stands and which verb leads on, empty where none does.

    `may` and `may_go_back` tell what who acts may do about it, ready or not.
    """

    moment: Moment
    verb: str
    may: bool
    waits: Waits
    may_go_back: bool


def next_step(workspace: Workspace) -> NextStep:
    """Give the next step; everybody may know the phase, only some what it waits for.

    In the past, and in a file to be read only, nothing leads on.
    """
    if workspace.store.read_only:
        return NextStep(load_moment(workspace.store), "", may=False, waits=(), may_go_back=False)
    moment = workspace.moment
    verb = _LEADS_ON[moment.phase]
    return NextStep(
        moment=moment,
        verb=verb,
        may=bool(verb) and workspace.may(verb),
        waits=waits_of_step(workspace),
        may_go_back=workspace.may("back_to_preparation"),
    )


def waits_of_step(workspace: Workspace) -> Waits:
    """Say what the next step waits for, to whom may look at how far members are."""
    may_look = workspace.sees(View.PROGRESS) is Reach.ALL
    return waits_for(workspace, _LEADS_ON[workspace.moment.phase]) if may_look else ()
