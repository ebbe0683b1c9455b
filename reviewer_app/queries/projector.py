"""The picture for the wall, out of the batch as it stands."""

from reviewer_app.domain.agenda import ItemState
from reviewer_app.domain.projector import (
    PROJECTOR_ORDER,
    PROJECTOR_RANKING,
    RELEASED,
    ProjectorView,
    WallRow,
)
from reviewer_app.domain.rules.projector import WallFacts, may_show_ranking, projected
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.session import session_of
from reviewer_app.queries.session_desk import DeskRow, desk_rows, timer_of
from reviewer_app.storage import room, sessions
from reviewer_app.storage.batch import load_batch
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.workspace import Workspace


def projector(workspace: Workspace) -> ProjectorView:
    """Give what may be on the wall now.

    Raises:
        NoSession, NotAllowed: there is none, or not for this role.
    """
    workspace.require_view(View.SESSION)
    store, session = workspace.store, session_of(workspace)
    settings = load_settings(store)
    rows = desk_rows(store)
    current = next((row for row in rows if row.item.state is ItemState.CURRENT), None)
    planned = [row for row in rows if row.item.state is ItemState.PLANNED]
    released = settings.get(PROJECTOR_RANKING) == RELEASED
    facts = WallFacts(
        batch=load_batch(store).title,
        is_rehearsal=sessions.is_rehearsal(store),
        phase=session.phase,
        is_adjourned=any(not row.ended_at for row in room.load_recesses(store)),
        headline=_headline(current),
        applicant=current.applicant if current else "",
        timer=timer_of(workspace, current),
        following=_headline(planned[0]) if planned else "",
        order_released=settings.get(PROJECTOR_ORDER) == RELEASED,
        ranking_released=released,
    )
    shown = released and may_show_ranking(session.phase)
    return projected(facts, _ranking_rows(workspace) if shown else ())


def _headline(row: DeskRow | None) -> str:
    if row is None:
        return ""
    return f"{row.item.application} {row.name}".strip()


def _ranking_rows(workspace: Workspace) -> tuple[WallRow, ...]:
    return tuple(
        WallRow(item.rank, item.number, item.name, item.applicant)
        for item in ranking(workspace).applications
        if item.rank is not None
    )
