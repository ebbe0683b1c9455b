"""A reviewer drops out midway: one deed for all their sheets, and for who takes over."""

from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.domain.panel_errors import SubstituteMissing, SubstituteSits
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.rules.drop_out import becomes_absent
from reviewer_app.domain.sheet import SheetState
from reviewer_app.domain.way_out import WayOut
from reviewer_app.queries.finding import find_reviewer
from reviewer_app.storage import applications, batch, people, sheets
from reviewer_app.workflow.edit_reviewer import tidied
from reviewer_app.workspace import Workspace


def drop_out(
    workspace: Workspace,
    *,
    reviewer: str,
    way: WayOut,
    reason: str,
    substitute: Reviewer | None = None,
) -> None:
    """Take a reviewer out from now on; scores stay stored, but absent sheets do not count.

    A substitute gets every application of who drops out and scores from the beginning.
    One who is no reviewer yet is taken into the panel by the same deed.

    Raises:
        ReasonMissing, UnknownNumber, NothingChanged: nothing was written.
        SubstituteMissing, SubstituteSits: who takes over must be named, and be free.
    """
    if not reason.strip():
        raise ReasonMissing("drop_out")
    store = workspace.store
    column = find_reviewer(store, reviewer)
    rows = _rows_of(workspace, reviewer)
    known = {sheet.application: sheet for sheet in sheets.all_sheets(store)
             if sheet.reviewer == column}  # fmt: skip
    states = {row: known[row].state if row in known else SheetState.PENDING for row in rows}
    absent = [row for row, state in states.items() if becomes_absent(state, way)]
    if not absent and way is not WayOut.SUBSTITUTE:
        raise NothingChanged("drop_out")
    who = _free_substitute(workspace, substitute, rows) if way is WayOut.SUBSTITUTE else None
    with workspace.write("drop_out", reason.strip()):
        if who is not None:
            _take_over(workspace, who, rows)
        for row in absent:
            key = known[row].key if row in known else _opened(workspace, row, column)
            sheets.set_state(store, key, SheetState.ABSENT, reason.strip())


def _rows_of(workspace: Workspace, reviewer: str) -> frozenset[int]:
    """Give the keys of the applications a reviewer has sheets of."""
    store = workspace.store
    keys = applications.application_keys(store)
    if batch.load_batch(store).everyone:
        return frozenset(keys.values())
    pairs = people.load_assignments(store)
    return frozenset(keys[number] for number, person in pairs if person == reviewer)


def _free_substitute(
    workspace: Workspace, substitute: Reviewer | None, rows: frozenset[int]
) -> Reviewer:
    if substitute is None:
        raise SubstituteMissing
    who = tidied(substitute)
    is_known = who.number in people.reviewer_keys(workspace.store)
    if is_known and _rows_of(workspace, who.number) & rows:
        raise SubstituteSits(who.number)
    return who


def _take_over(workspace: Workspace, who: Reviewer, rows: frozenset[int]) -> None:
    store = workspace.store
    if who.number not in people.reviewer_keys(store):
        people.write_reviewers(store, [who], workspace.new_id)
    if batch.load_batch(store).everyone:
        return
    keys, columns = applications.application_keys(store), people.reviewer_keys(store)
    before = {(keys[number], columns[person]) for number, person in people.load_assignments(store)}
    after = before | {(row, columns[who.number]) for row in rows}
    people.write_assignments(store, frozenset(after), workspace.new_id)


def _opened(workspace: Workspace, row: int, column: int) -> int:
    return sheets.open_sheet(workspace.store, row, column, workspace.new_id())
