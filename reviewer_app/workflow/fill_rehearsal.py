"""Invent the scores of members whom nobody plays in a rehearsal."""

from collections.abc import Collection, Iterator

from reviewer_app.domain.application import Standing
from reviewer_app.domain.errors import NothingChanged
from reviewer_app.domain.points import to_hundredths
from reviewer_app.domain.rules.synthetic import synthetic_score
from reviewer_app.domain.session_errors import NotARehearsal, OutOfRoom, StepNotReady
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.session_need import require_fit_to_score
from reviewer_app.storage import applications, batch, people, sessions, sheets
from reviewer_app.storage.suggestions import suggestions_of
from reviewer_app.workspace import Workspace

Pair = tuple[str, str]


def fill_rehearsal(
    workspace: Workspace, *, application: str = "", played: Collection[str] = ()
) -> int:
    """Complete and submit every open sheet, of one application or of all; give their count.

    Typed scores stay. `played` are members whose sheets somebody fills in by hand. Who has
    not come and stated, or is out of the room, gets no score here either.

    Raises:
        NotARehearsal: in a real batch nobody invents scores.
        NothingChanged: no sheet is open.
    """
    workspace.require("fill_rehearsal")
    store = workspace.store
    if not sessions.is_rehearsal(store):
        raise NotARehearsal
    pairs = [
        pair
        for pair in _open_pairs(workspace)
        if application in ("", pair[0]) and pair[1] not in played and _is_fit(workspace, pair)
    ]
    if not pairs:
        raise NothingChanged("fill_rehearsal")
    with workspace.write("fill_rehearsal", application):
        batch.freeze_scheme(store, workspace.stamp())
        for pair in pairs:
            _fill(workspace, pair)
    return len(pairs)


def _open_pairs(workspace: Workspace) -> Iterator[Pair]:
    """Give every (application, reviewer) in the review whose sheet is not in."""
    store = workspace.store
    found = applications.load_applications(store, with_metrics=False)
    rows, columns = applications.application_keys(store), people.reviewer_keys(store)
    states = {
        (sheet.application, sheet.reviewer): sheet.state for sheet in sheets.all_sheets(store)
    }
    listed = None if batch.load_batch(store).everyone else people.load_assignments(store)
    for number, one in found.items():
        for reviewer in columns if one.standing is Standing.ACTIVE else ():
            state = states.get((rows[number], columns[reviewer]), SheetState.PENDING)
            if state.is_open and (listed is None or (number, reviewer) in listed):
                yield number, reviewer


def _is_fit(workspace: Workspace, pair: Pair) -> bool:
    try:
        require_fit_to_score(workspace, *pair)
    except (StepNotReady, OutOfRoom):
        return False
    return True


def _fill(workspace: Workspace, pair: Pair) -> None:
    store = workspace.store
    row = applications.application_keys(store)[pair[0]]
    reviewer = people.reviewer_keys(store)[pair[1]]
    sheet = sheets.find_sheet(store, row, reviewer)
    key = sheet.key if sheet else sheets.open_sheet(store, row, reviewer, workspace.new_id())
    given, suggested = sheets.scores_of(store, key), suggestions_of(store, row)
    seed = "|".join((batch.load_batch(store).uuid, *pair))
    for indicator in workspace.scheme().on_sheet:
        if indicator.code not in given:
            value = synthetic_score(indicator, seed, suggested.get(indicator.code))
            sheets.write_score(store, key, indicator.code, to_hundredths(value))
    sheets.set_state(store, key, SheetState.SUBMITTED, "")
