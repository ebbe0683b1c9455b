"""Assign reviewers to applications, and take assignments away while nothing was done."""

from collections.abc import Collection

from reviewer_app.domain.errors import NothingChanged
from reviewer_app.domain.panel_errors import SheetsBegun
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_application, find_reviewer
from reviewer_app.storage import applications, batch, paper, people, sheets
from reviewer_app.workspace import Workspace

Pair = tuple[str, str]
"""Numbers of application and reviewer."""


def assign(workspace: Workspace, pairs: Collection[Pair]) -> None:
    """Give these reviewers sheets of these applications, in one entry.

    Raises:
        NothingChanged: they have them already.
        UnknownNumber: nothing was written.
    """
    before, after = _before_and(workspace, pairs)
    if after <= before:
        raise NothingChanged("assign")
    with workspace.write("assign"):
        people.write_assignments(workspace.store, before | after, workspace.new_id)


def unassign(workspace: Workspace, pairs: Collection[Pair]) -> None:
    """Take assignments away; from now on only listed ones hold.

    Raises:
        SheetsBegun: somebody worked on a sheet, or it was set aside with a reason.
        NothingChanged: none of them was assigned.
    """
    store = workspace.store
    before, gone = _before_and(workspace, pairs)
    if not before & gone:
        raise NothingChanged("unassign")
    typed = paper.all_papers(store)
    begun = {
        (sheet.application, sheet.reviewer)
        for sheet in sheets.all_sheets(store)
        if sheet.state is not SheetState.PENDING or sheet.key in typed
    }
    if begun & gone:
        raise SheetsBegun(tuple(pair for pair in pairs if _keys(workspace, pair) in begun))
    with workspace.write("unassign"):
        batch.set_listed(store)
        people.write_assignments(store, before - gone, workspace.new_id)


def _before_and(
    workspace: Workspace, pairs: Collection[Pair]
) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    """Give the assignments in force and the named ones, as row keys."""
    store = workspace.store
    rows, columns = applications.application_keys(store), people.reviewer_keys(store)
    if batch.load_batch(store).everyone:
        before = frozenset((row, column) for row in rows.values() for column in columns.values())
    else:
        before = frozenset(
            (rows[number], columns[person]) for number, person in people.load_assignments(store)
        )
    return before, frozenset(_keys(workspace, pair) for pair in pairs)


def _keys(workspace: Workspace, pair: Pair) -> tuple[int, int]:
    application, reviewer = pair
    store = workspace.store
    return find_application(store, application), find_reviewer(store, reviewer)
