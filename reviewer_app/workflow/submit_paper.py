"""Make scores of a paper sheet that two persons typed alike, and submit it."""

from collections.abc import Mapping

from reviewer_app.domain.errors import SheetUnexplained
from reviewer_app.domain.panel_errors import EntriesDiffer
from reviewer_app.domain.points import from_hundredths
from reviewer_app.domain.rules.paper import differing, is_complete, sums_of, total_agrees
from reviewer_app.domain.rules.scoring import unexplained
from reviewer_app.domain.sheet import SheetState
from reviewer_app.storage import batch, paper, sheets
from reviewer_app.storage.applications import load_computed
from reviewer_app.storage.suggestions import comments_of, suggestions_of
from reviewer_app.workflow.give_score import checked_score
from reviewer_app.workflow.paper_entry import FIRST, SECOND, require_paper
from reviewer_app.workspace import Workspace


def submit_paper_sheet(workspace: Workspace, *, application: str, reviewer: str) -> None:
    """Take both entries over as the sheet's scores and submit it, in one entry.

    The journal's reason names who typed first and second.

    Raises:
        EntriesDiffer: an entry is incomplete, values differ, or the total on the paper is
            another and nobody said why.
        SheetUnexplained: names the scores whose reason on the paper is to be typed.
        ScoredOnScreen, SheetClosed, NotAssigned: nothing was written.
    """
    store, scheme = workspace.store, workspace.scheme()
    sheet = require_paper(workspace, (application, reviewer))
    found = paper.find_paper(store, sheet.key) if sheet is not None else None
    if sheet is None or found is None:
        raise EntriesDiffer(application, reviewer, 0)
    entries = paper.entries_of(store, sheet.key)
    if not all(is_complete(scheme, entries[entry]) for entry in (FIRST, SECOND)):
        raise EntriesDiffer(application, reviewer, 0)
    count = _differences(workspace, sheet, found, entries)
    if count:
        raise EntriesDiffer(application, reviewer, count)
    given = {
        row.code: checked_score(row, from_hundredths(entries[FIRST][row.code]))
        for row in scheme.on_sheet
    }
    comments = comments_of(store, sheet.key)
    silent = unexplained(scheme, suggestions_of(store, sheet.application), given, comments)
    if silent:
        raise SheetUnexplained(reviewer, application, silent)
    reason = f"1 {found.first_by} · 2 {found.second_by}"
    with workspace.write("submit_paper_sheet", reason):
        batch.freeze_scheme(store, workspace.stamp())
        sheets.insert_scores(store, [(sheet.key, code, value) for code, value in given.items()])
        sheets.set_state(store, sheet.key, SheetState.SUBMITTED, "")


def _differences(
    workspace: Workspace,
    sheet: sheets.SheetRow,
    found: paper.PaperRow,
    entries: Mapping[int, Mapping[str, int]],
) -> int:
    """Count what holds the sheet back: values of the entries, and the total on paper."""
    store, scheme = workspace.store, workspace.scheme()
    count = len(differing(scheme, entries[FIRST], entries[SECOND]))
    if found.total is not None and not found.total_note:
        computed = load_computed(store).get(sheet.application, {})
        sums = sums_of(scheme, entries[FIRST], computed)
        count += not total_agrees(scheme, sums, found.total)
    return count
