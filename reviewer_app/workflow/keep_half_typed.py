"""Keep what is being typed, outside the journal, so that a power cut costs a second at most."""

from reviewer_app.domain.own_work import HalfTyped
from reviewer_app.queries.finding import find_pair
from reviewer_app.storage import own_work
from reviewer_app.workspace import Workspace


def keep_half_typed(
    workspace: Workspace, *, application: str, reviewer: str, typed: HalfTyped
) -> None:
    """Keep text that is no comment or note yet; it makes no entry.

    Raises:
        NotAllowed: not one's own sheet.
    """
    _require(workspace, typed, reviewer)
    pair = find_pair(workspace.store, application, reviewer)
    own_work.keep_half_typed(workspace.store, *pair, typed)


def drop_half_typed(
    workspace: Workspace, *, application: str, reviewer: str, typed: HalfTyped
) -> None:
    """Let go of text that has become a comment or a note.

    Raises:
        NotAllowed: not one's own sheet.
    """
    _require(workspace, typed, reviewer)
    pair = find_pair(workspace.store, application, reviewer)
    own_work.drop_half_typed(workspace.store, *pair, typed.indicator, is_note=typed.is_note)


def _require(workspace: Workspace, typed: HalfTyped, reviewer: str) -> None:
    workspace.require("write_note" if typed.is_note else "write_comment", reviewer=reviewer)
