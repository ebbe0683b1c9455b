"""One reviewer's own applications: the queue, the table of own scores, own statistics.

Nothing here is read from anybody else's sheet.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from reviewer_app.domain.application import Computed, Standing
from reviewer_app.domain.own_work import OwnStatistics, QueueRow, Stand
from reviewer_app.domain.rules.measure import Measure, measure_of
from reviewer_app.domain.rules.own_total import own_statistics, sheet_total
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.scheme_reading import scheme_from_json
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_application, find_reviewer
from reviewer_app.storage.applications import load_computed
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.one_application import computed_of
from reviewer_app.storage.own_work import WorkRow, phrases_of, work_of, work_on
from reviewer_app.workspace import Workspace

OWN_STATISTICS, OFF = "own_statistics", "off"
"""The setting of the batch that hides a reviewer's own mean, and its value."""


@lru_cache(maxsize=4)
def _measure(document: str) -> Measure:
    return measure_of(scheme_from_json(document))


def measure_in_force(workspace: Workspace) -> Measure:
    """Give the scheme in force in whole numbers."""
    return _measure(workspace.scheme().document)


def own_queue(workspace: Workspace, reviewer: str) -> tuple[QueueRow, ...]:
    """Give every application assigned to a reviewer, in the order of the batch.

    Raises:
        NotAllowed: not one's own.
    """
    workspace.require_view(View.SHEETS, reviewer=reviewer)
    store = workspace.store
    measure = measure_in_force(workspace)
    computed = load_computed(store)
    return tuple(
        _queue_row(measure, row, computed.get(row.application, {}))
        for row in work_of(store, find_reviewer(store, reviewer))
    )


def own_queue_row(workspace: Workspace, application: str, reviewer: str) -> QueueRow | None:
    """Give one row of the queue, None where the reviewer is not assigned.

    Raises:
        NotAllowed: not one's own.
    """
    workspace.require_view(View.SHEETS, reviewer=reviewer)
    store = workspace.store
    key = find_application(store, application)
    work = work_on(store, key, find_reviewer(store, reviewer))
    if work is None:
        return None
    return _queue_row(measure_in_force(workspace), work, computed_of(store, key))


def _queue_row(measure: Measure, work: WorkRow, computed: Mapping[str, Computed]) -> QueueRow:
    stand = stand_of(measure, work)
    shown = {} if stand is Stand.RECUSED else work.scores
    total = sheet_total(measure, computed, shown)
    return QueueRow(
        number=work.number,
        name=work.name,
        stand=stand,
        is_skipped=work.is_skipped and stand.is_open,
        total=total.total if total.scored else None,
        scored=total.scored,
        of=total.of,
        scores=shown,
    )


def stand_of(measure: Measure, work: WorkRow) -> Stand:
    """Say how far a sheet is; an application that takes no part any more is out."""
    if work.standing != Standing.ACTIVE.value:
        return Stand.OUT
    if SheetState(work.state).is_open:
        return _open_stand(sum(code in work.scores for code in measure.columns), measure)
    return Stand(work.state)


def _open_stand(scored: int, measure: Measure) -> Stand:
    if scored == len(measure.columns):
        return Stand.COMPLETE
    return Stand.BEGUN if scored else Stand.NEW


def own_statistics_of(rows: Sequence[QueueRow], places: int) -> OwnStatistics:
    """Give the reviewer's own mean and range over sheets with every row scored."""
    whole = (Stand.COMPLETE, Stand.SUBMITTED, Stand.LOCKED)
    totals = [row.total for row in rows if row.stand in whole and row.total is not None]
    return own_statistics(totals, places)


def shows_statistics(workspace: Workspace) -> bool:
    """Say whether reviewers may see their own mean and range; the bureau can switch it off."""
    return load_settings(workspace.store).get(OWN_STATISTICS, "") != OFF


def own_phrases(workspace: Workspace, reviewer: str) -> tuple[str, ...]:
    """Give the reviewer's own phrases, oldest first.

    Raises:
        NotAllowed: not one's own.
    """
    workspace.require_view(View.SHEETS, reviewer=reviewer)
    return phrases_of(workspace.store, find_reviewer(workspace.store, reviewer))
