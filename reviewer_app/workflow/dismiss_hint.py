"""Look at a recusal hint and find it to be none, with a reason."""

from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.queries.finding import find_application, find_reviewer
from reviewer_app.storage import recusals
from reviewer_app.storage.recusals import Dismissal
from reviewer_app.workspace import Workspace


def dismiss_hint(
    workspace: Workspace, *, application: str, reviewer: str, hint: str, reason: str
) -> None:
    """Write why a hint does not ask for a recusal; `hint` is its key.

    Raises:
        ReasonMissing: nobody dismisses a hint without saying why.
        NothingChanged: it was dismissed before.
    """
    if not reason.strip():
        raise ReasonMissing("dismiss_hint")
    store = workspace.store
    pair = (find_application(store, application), find_reviewer(store, reviewer))
    if (*pair, hint) in recusals.all_dismissals(store):
        raise NothingChanged("dismiss_hint")
    dismissal = Dismissal(reason.strip(), workspace.actor.name)
    with workspace.write("dismiss_hint", reason.strip()):
        recusals.write_dismissal(store, pair, hint, dismissal)


def raise_hint(workspace: Workspace, *, application: str, reviewer: str, hint: str) -> None:
    """Let a dismissed hint stand again.

    Raises:
        NothingChanged: it stands.
    """
    store = workspace.store
    pair = (find_application(store, application), find_reviewer(store, reviewer))
    if (*pair, hint) not in recusals.all_dismissals(store):
        raise NothingChanged("raise_hint")
    with workspace.write("raise_hint"):
        recusals.delete_dismissal(store, pair, hint)
